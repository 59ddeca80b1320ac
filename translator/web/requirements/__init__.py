"""Requirements: what was drafted, where each line comes from, and what people do with it."""

from translator.web.requirements.views import blueprint

__all__ = ["blueprint"]
