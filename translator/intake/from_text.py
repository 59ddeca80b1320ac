"""Use cases in plain text.

A paragraph that begins with "Use case" (a number and a colon may follow) starts a use case, and its first line is the
title. Without such a paragraph the whole text is one use case: guessing where one ends would cut sentences from the
use case they belong to.
"""

import re

from translator.intake.found import Found, Haul

_START = re.compile(
    r"^use[ -]case\b[ \t]*(?:no\.?[ \t]*)?(?:\w{1,3}(?=[\s:.)-]|$))?[ \t]*[:.)\N{EN DASH}-]*[ \t]*(?P<title>.*)$",
    re.IGNORECASE,
)
# A first line longer than this is a sentence of the text, not a title.
_LONGEST_TITLE = 120


def text_cases(text: str) -> Haul:
    """Return the use cases of a plain text."""
    cases: list[tuple[str, list[str]]] = []
    before: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", text):
        start = _START.match(paragraph.strip().split("\n", 1)[0]) if paragraph.strip() else None
        if start:
            cases.append(_opened(paragraph.strip(), start["title"].strip()))
        else:
            (cases[-1][1] if cases else before).append(paragraph.strip("\n"))
    if not cases:
        return Haul((Found(title="", text=text.strip()),) if text.strip() else ())
    left_out = any(part.strip() for part in before)
    notices = ("The text before the first use case was left out.",) if left_out else ()
    return Haul(tuple(Found(title=title, text="\n\n".join(parts).strip()) for title, parts in cases), notices)


def _opened(paragraph: str, title: str) -> tuple[str, list[str]]:
    _, _, rest = paragraph.partition("\n")
    if len(title) > _LONGEST_TITLE:
        return "", [f"{title}\n{rest}".strip()]
    return title, [rest] if rest else []
