"""Chapter 6: what is in, what is out, what comes first."""

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import (
    Words,
    bold,
    bullets,
    link,
    note,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.model import Block, Section
from translator.core.specification.ruled_out import NOT_KEPT, prohibitions, prohibitions_table
from translator.core.specification.said import answer_source, answer_words, said
from translator.core.specification.topics import FIRST_RELEASE
from translator.core.terms import Priority

RULED_OUT = "Out of scope and ruled out"
_BINDS = "What the text of a use case rules out binds every offer: nothing that serves this use case may do it."


def scope_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """Say what is in, what is out and what the first release holds."""
    who = speaker(translation.dossier.project, "marketing")
    cases = [
        (link(f"use-case-{c.work.use_case.number}", c.work.use_case.ref), f" {c.work.use_case.title}".rstrip())
        for c in translation.chapters
    ]
    inside: Block = bullets(cases) if cases else unstated("which use cases belong to the project", who)
    return section(
        "scope",
        "Scope",
        section("scope-in", "In scope", inside),
        section("scope-out", RULED_OUT, *_outside(translation, live, who)),
        section("first-release", "First release", *_first(bank, translation, who)),
    )


def _outside(translation: Translation, live: tuple[Requirement, ...], who: str) -> list[Block]:
    """List what the texts rule out, to be answered, then what is left out this time, which needs no answer."""
    forbidden = prohibitions(translation)
    items: list[Words] = [(link(r.id), f" {r.plain or r.sentence} ", note("(won't, this time)")) for r in live
                          if r.priority is Priority.WONT]  # fmt: skip
    out = translation.dossier.ruled_out
    items += [(bold(f"{r.topic[:1].upper()}{r.topic[1:]}: "), f"{r.reason.rstrip('.')}. ", note(r.person)) for r in out]
    blocks: list[Block] = []
    if forbidden:
        blocks += [para(f"{_BINDS} {NOT_KEPT}"), prohibitions_table(forbidden)]
    if items:
        blocks += [para("Left out this time; this gets no reply."), bullets(items)]
    return blocks or [unstated("what is out of scope", who)]


def _first(bank: Bank, translation: Translation, who: str) -> list[Block]:
    rows = [
        (place, q.text, answer_words(q, a), answer_source(a)) for place, q, a in said(bank, translation, FIRST_RELEASE)
    ]
    if not rows:
        return [unstated("what the first release must hold", who)]
    return [table("First release", "For | Question | Answer | Who said so", (10, 33, 39, 18), rows)]
