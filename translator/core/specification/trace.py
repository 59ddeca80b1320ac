"""The trace: every requirement with the words, the answer, the rule or the person it comes from."""

from collections.abc import Iterable

from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement, Source, SourceKind
from translator.core.specification.compose import Words, cell, link, marked_words, para, section, table
from translator.core.specification.model import Block, Cell, Run, Section

_KIND = {
    SourceKind.WORDS: "Words",
    SourceKind.ANSWER: "Answer",
    SourceKind.RULE: "Rule",
    SourceKind.PERSON: "Person",
}


def trace_chapter(translation: Translation) -> Section:
    """Trace every live requirement, one table a use case, the shared ones last."""
    groups = [(c.work.use_case.ref, c.requirements) for c in translation.chapters]
    groups.append(("Shared", translation.standard))
    blocks: list[Block] = []
    for name, requirements in groups:
        rows = [_row(r) for r in requirements if r.live]
        if rows:
            head = "No. | Origin | Kind of source | Source"
            blocks.append(table(f"{name}: where each requirement comes from", head, (14, 12, 12, 62), rows))
    title = "Where each requirement comes from"
    return section("trace", title, *(blocks or [para("There are no requirements yet.")]))


def _row(requirement: Requirement) -> tuple[Cell | Words, ...]:
    trace = requirement.trace
    kinds = ", ".join(dict.fromkeys(_KIND[source.kind] for source in trace))
    words = _quotes(source for source in trace if source.kind is SourceKind.WORDS)
    others = (source.text for source in trace if source.kind is not SourceKind.WORDS)
    sources = cell(words, *others) if trace else cell("Not stated yet")
    return ((link(requirement.id),), requirement.origin.value.capitalize(), kinds, sources)


def _quotes(sources: Iterable[Source]) -> tuple[Run, ...]:
    """Write the marketer's words, each between quotation marks, and who marked them."""
    row: list[Run] = []
    for source in sources:
        words = marked_words(source.text, source.said_by)
        row += [Run(text=", "), *words] if row else words
    return tuple(row)
