"""The document: how it reads today, what keeps it a draft, and the files to take away."""

from translator.web.document.views import pages

__all__ = ["pages"]
