"""Words explained where they stand: the first place of each term on a page leads to the glossary and shows its meaning.

In: a sentence of the product's own. Out: safe HTML; what somebody is quoted with stays as it was said.
"""

import re

from flask import g
from markupsafe import Markup

from translator.core.glossary import Entry, places_of
from translator.services.glossary import entries_for
from translator.web.desk import desk, me

_QUOTED = re.compile("“[^“”]*”")
_TERM = Markup(
    '<span class="term"><a class="term__word" href="/projects/{pid}/glossary#{anchor}" aria-describedby="{tip}">'
    "{word}</a>"
    '<span class="term__tip" role="tooltip" id="{tip}"><strong>{term}</strong> {definition}{state}</span></span>'
)


def terms(text: str) -> Markup:
    """Show a text with the terms of the project's glossary explained, each once a page."""
    pid = g.get("project_id", "")
    shown, at = Markup(), 0
    if not pid:
        return Markup("{}").format(text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for start, end, entry in places_of(text, _entries(pid)):
        if entry.key in _explained() or any(first <= start < last for first, last in quoted):
            continue
        _explained().add(entry.key)
        shown += Markup("{}").format(text[at:start]) + _explanation(pid, text[start:end], entry)
        at = end
    return shown + text[at:]


def anchor_of(entry: Entry) -> str:
    """Return the id of a term on the glossary page."""
    return "term-" + "-".join(re.findall(r"\w+", entry.key))


def _explanation(pid: str, word: str, entry: Entry) -> Markup:
    anchor = anchor_of(entry)
    state = "" if entry.agreed else " (proposed)"
    return _TERM.format(
        pid=pid,
        anchor=anchor,
        tip=f"tip-{anchor}",
        word=word,
        term=f"{entry.term}:",
        definition=entry.definition,
        state=state,
    )


def _entries(pid: str) -> tuple[Entry, ...]:
    """Return the project's entries, read once a page."""
    if "glossary_entries" not in g:
        g.glossary_entries = entries_for(desk(), me(), pid)
    found: tuple[Entry, ...] = g.glossary_entries
    return found


def _explained() -> set[str]:
    if "glossary_explained" not in g:
        g.glossary_explained = set()
    found: set[str] = g.glossary_explained
    return found
