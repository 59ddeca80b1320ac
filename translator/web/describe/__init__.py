"""Describe: one page where a use case is written, saved as one types, and read back while it is written.

Without a script the same page saves with a button and shows the stored text with its evidence marked.
"""

from translator.web.describe import history, routes, said
from translator.web.describe.blueprint import pages

__all__ = ["history", "pages", "routes", "said"]
