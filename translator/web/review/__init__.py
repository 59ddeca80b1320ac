"""IT's view: the queue, feasibility line by line, options side by side, open questions, decisions."""

from translator.web.review import decisions, judging, option_forms, options, questions, queue
from translator.web.review.blueprint import pages

__all__ = ["decisions", "judging", "option_forms", "options", "pages", "questions", "queue"]
