"""Requirements: what was drafted, where each line comes from, and what people do with it."""

from translator.web.requirements import checking, lines, lists, needs, tracing
from translator.web.requirements.blueprint import pages

__all__ = ["checking", "lines", "lists", "needs", "pages", "tracing"]
