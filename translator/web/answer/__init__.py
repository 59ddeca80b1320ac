"""Answer: what the text already says is confirmed, what it does not say is asked, one question a page.

The same pages ask the questions of a use case and those of the whole project (scope 0).
"""

from translator.web.answer.routes import pages

__all__ = ["pages"]
