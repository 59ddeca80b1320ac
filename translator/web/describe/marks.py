"""Marks: spans of a text as browsers count them, so that a script can mark evidence in a text area."""

from bisect import bisect_left

from translator.core.text import Span


class InBrowser:
    """Turn spans of one text into UTF-16 units, which is how a text area counts (an emoji is two)."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if character > "\uffff"]

    def span(self, span: Span) -> Span:
        """Return the same characters, counted as a browser does."""
        return Span(span.start + bisect_left(self._wide, span.start), span.end + bisect_left(self._wide, span.end))
