"""Chapter 6: what is in, what is out, what comes first."""

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import (
    Words,
    bold,
    bullets,
    link,
    marked_words,
    note,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.model import Block, Section
from translator.core.specification.said import answer_source, answer_words, said
from translator.core.specification.topics import FIRST_RELEASE
from translator.core.terms import Priority


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
        section("scope-out", "Out of scope and ruled out", *_outside(translation, live, who)),
        section("first-release", "First release", *_first(bank, translation, who)),
    )


def _outside(translation: Translation, live: tuple[Requirement, ...], who: str) -> list[Block]:
    """List what the texts rule out, in their words, what both sides leave out this time, and topics ruled out."""
    items: list[Words] = [
        (f"UC{e.use_case}: ", *marked_words(e.evidence, e.said_by)) for c in translation.chapters for e in c.exclusions
    ]
    items += [(link(r.id), f" {r.plain or r.sentence} ", note("(won't, this time)")) for r in live
              if r.priority is Priority.WONT]  # fmt: skip
    out = translation.dossier.ruled_out
    items += [(bold(f"{r.topic[:1].upper()}{r.topic[1:]}: "), f"{r.reason.rstrip('.')}. ", note(r.person)) for r in out]
    if not items:
        return [unstated("what is out of scope", who)]
    return [para("What is ruled out here binds every offer: no part of the solution may do it."), bullets(items)]


def _first(bank: Bank, translation: Translation, who: str) -> list[Block]:
    rows = [
        (place, q.text, answer_words(q, a), answer_source(a)) for place, q, a in said(bank, translation, FIRST_RELEASE)
    ]
    if not rows:
        return [unstated("what the first release must hold", who)]
    return [table("First release", "For | Question | Answer | Who said so", (10, 33, 39, 18), rows)]
