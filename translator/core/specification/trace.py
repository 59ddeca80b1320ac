"""The trace: every requirement with the words, the answer, the rule or the person it comes from."""

from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement, Source, SourceKind
from translator.core.specification.compose import Words, cell, link, para, quoted, section, table
from translator.core.specification.model import Block, Section

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


def _row(requirement: Requirement) -> tuple[Words, ...]:
    kinds = dict.fromkeys(_KIND[s.kind] for s in requirement.trace)
    sources = cell(*(source_words(s) for s in requirement.trace)) if requirement.trace else "Not stated yet"
    return ((link(requirement.id),), requirement.origin.value.capitalize(), ", ".join(kinds), sources)  # type: ignore[return-value]


def source_words(source: Source) -> Words:
    """Write one source: the marketer's words between quotation marks, anything else as it is."""
    return quoted(source.text) if source.kind is SourceKind.WORDS else source.text
