"""Requirements: what was drafted, where each line comes from, and what people do with it."""

from translator.web.requirements import lines, lists, tracing
from translator.web.requirements.blueprint import pages

__all__ = ["lines", "lists", "pages", "tracing"]
