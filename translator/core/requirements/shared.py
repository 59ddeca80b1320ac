"""Sharing: the same need in several use cases becomes one requirement at the strictest value.

Step 6. In: the bank, the numbered requirements of all use cases. Out: drafts of the project's own (S-...), each naming
the use cases it stands for, with their values; and the use cases' requirements, marked with what covers them. A line
that somebody wrote, edited or dropped stays as it is. One pass over the lines, whatever the number of use cases.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from translator.core.bank.model import Bank, Question, Scope, Template
from translator.core.bank.places import fill
from translator.core.bank.sharing import Need, NeedLine, NeedWords, Sharing
from translator.core.requirements.levels import Settled, Stance, level_of, settle, words
from translator.core.requirements.model import (
    Draft,
    Given,
    Origin,
    Requirement,
    Share,
    Source,
    SourceKind,
    Status,
)
from translator.core.terms import Priority

SHARED, ALIKE = "shared:", "alike:"
"""How the keys begin: one need at its strictest value, or one line that several use cases draft word by word."""

_OPEN = (Status.DRAFTED, Status.ACCEPTED)
_STRENGTH = tuple(Priority)
_DIGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Hold one need of several use cases: what each says, and what it comes to."""

    need: Need
    question: Question
    stances: tuple[Stance, ...]
    settled: Settled


def share(bank: Bank, requirements: Iterable[Requirement]) -> tuple[Draft, ...]:
    """Draft the shared requirements; () for a bank that shares nothing."""
    if bank.sharing is None:
        return ()
    own = [r for r in requirements if r.use_case is not None and r.status in _OPEN]
    drafts, taken = _needs(bank, bank.sharing, own)
    alike = _alike(bank, bank.sharing, [r for r in own if (r.use_case, r.key) not in taken])
    return (*drafts, *alike)


def ladders(bank: Bank, requirements: Iterable[Requirement]) -> tuple[Ladder, ...]:
    """Return every need that two or more use cases have a value for, in the bank's order."""
    if bank.sharing is None:
        return ()
    lines = _by_template(r for r in requirements if r.use_case is not None and r.status in _OPEN)
    found = []
    for need in bank.sharing.needs:
        question = bank.question(need.question)
        stances = {s.use_case: s for line in need.lines for s, _ in _members(need, lines[line.template])}
        if question is not None and len(stances) > 1:
            held = tuple(stances[number] for number in sorted(stances))
            settled = settle(need, question, held)
            found.append(Ladder(need=need, question=question, stances=held, settled=settled))
    return tuple(found)


def cover(requirements: Iterable[Requirement], by: Mapping[tuple[int | None, str], str]) -> tuple[Requirement, ...]:
    """Mark the requirements that a shared one stands for; `by` is what `covering` gives."""
    return tuple(_marked(r, by.get((r.use_case, r.key), "") if r.status in _OPEN else "") for r in requirements)


def covering(shared: Iterable[Requirement]) -> Mapping[tuple[int | None, str], str]:
    """Return the id of the shared requirement that stands for each line, by use case and key."""
    return {(part.use_case, part.key): line.id for line in shared if line.wanted for part in line.shares}


def sentence_at(line: NeedLine, settled: Settled) -> str:
    """Write the shared sentence of one template as a need is settled."""
    words_ = _wording(line, settled)
    return fill(words_.sentence, {"value": settled.phrase}) or words_.sentence


def _wording(line: NeedLine, settled: Settled) -> NeedWords:
    return line.differing if settled.differs and line.differing is not None else line.same


def _marked(requirement: Requirement, covered_by: str) -> Requirement:
    return requirement if requirement.covered_by == covered_by else replace(requirement, covered_by=covered_by)


def _by_template(requirements: Iterable[Requirement]) -> Mapping[str, list[Requirement]]:
    found: defaultdict[str, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        found[requirement.key.partition(":")[0]].append(requirement)
    return found


def _needs(bank: Bank, sharing: Sharing, own: Sequence[Requirement]) -> tuple[list[Draft], set[tuple[int | None, str]]]:
    """Draft every need's lines; return with them the use cases' lines that they stand for."""
    lines, templates = _by_template(own), {t.id: t for t in bank.templates}
    drafts: list[Draft] = []
    taken: set[tuple[int | None, str]] = set()
    for need in sharing.needs:
        question = bank.question(need.question)
        for line in need.lines if question else ():
            template = templates.get(line.template)
            members = _members(need, lines[line.template])
            if question is not None and template is not None and len({stance.use_case for stance, _ in members}) > 1:
                drafts.append(_at_strictest(bank, (need, question), template, line, members))
                taken |= {(r.use_case, r.key) for _, r in members}
    return drafts, taken


def _members(need: Need, lines: Iterable[Requirement]) -> list[tuple[Stance, Requirement]]:
    """Return the lines that an answer to the need's question fills, with that answer."""
    given = ((r, next((g for g in r.given if g.question == need.question), None)) for r in lines)
    return [(Stance(use_case=r.use_case, given=g), r) for r, g in given if g is not None and r.use_case is not None]


def _at_strictest(
    bank: Bank,
    turning_on: tuple[Need, Question],
    template: Template,
    line: NeedLine,
    members: Sequence[tuple[Stance, Requirement]],
) -> Draft:
    need, question = turning_on
    settled = settle(need, question, [stance for stance, _ in members])
    value, wording = {"value": settled.phrase}, _wording(line, settled)
    lines = [r for _, r in members]
    return Draft(
        key=f"{SHARED}{line.template}",
        use_case=None,
        category=template.category,
        sentence=sentence_at(line, settled),
        plain=fill(wording.plain, value) or wording.plain,
        rationale=template.rationale,
        fit=fill(wording.fit, value) or wording.fit,
        priority=_strongest(lines),
        origin=Origin.DERIVED,
        topic=template.topic,
        trace=_sources(bank, lines),
        words_gone=tuple(dict.fromkeys(words_ for line_ in lines for words_ in line_.words_gone)),
        shares=tuple(
            _part(r, words(question, stance.given), drives=stance.use_case in settled.drivers) for stance, r in members
        ),
    )


def _alike(bank: Bank, sharing: Sharing, own: Iterable[Requirement]) -> list[Draft]:
    """Draft one line for each that two or more use cases have word by word."""
    groups: defaultdict[tuple[str, str, str], list[Requirement]] = defaultdict(list)
    for requirement in own:
        groups[requirement.key, requirement.sentence, requirement.fit].append(requirement)
    keys: set[str] = set()
    drafts = []
    for (_, sentence, _), lines in groups.items():
        if len(lines) > 1:
            key = _key(bank, lines[0])
            key = key if key not in keys else f"{key}:{hashlib.sha256(sentence.encode()).hexdigest()[:_DIGEST]}"
            keys.add(key)
            drafts.append(_once(bank, sharing, key, lines))
    return drafts


def _key(bank: Bank, line: Requirement) -> str:
    """Return a key that stays when a wording or a project's answer changes: what differs is what use cases answer."""
    own = (g for g in line.given if (q := bank.question(g.question)) is not None and q.scope is Scope.USE_CASE)
    level = "-".join(_plain(g) for g in own)
    return f"{ALIKE}{line.key}:{level}" if level else f"{ALIKE}{line.key}"


def _plain(given: Given) -> str:
    level = level_of(given)
    kept = "".join(c if c.isalnum() else "-" for c in level.casefold())
    return kept if len(kept) <= _DIGEST * 5 else hashlib.sha256(level.encode()).hexdigest()[:_DIGEST]


def _once(bank: Bank, sharing: Sharing, key: str, lines: Sequence[Requirement]) -> Draft:
    first = lines[0]
    return Draft(
        key=key,
        use_case=None,
        category=first.category,
        sentence=_reworded(sharing, first.sentence),
        plain=_reworded(sharing, first.plain),
        rationale=first.rationale,
        fit=_reworded(sharing, first.fit),
        priority=_strongest(lines),
        origin=first.origin,
        topic=first.topic,
        trace=_sources(bank, lines),
        words_gone=tuple(dict.fromkeys(words_ for line_ in lines for words_ in line_.words_gone)),
        given=first.given,
        shares=tuple(_part(line, "", drives=False) for line in lines),
    )


def _reworded(sharing: Sharing, text: str) -> str:
    for of_one, of_several in sharing.alike.items():
        text = text.replace(of_one, of_several)
    return text


def _part(line: Requirement, value: str, *, drives: bool) -> Share:
    return Share(
        use_case=line.use_case or 0, key=line.key, id=line.id, sentence=line.sentence, value=value, drives=drives
    )


def _strongest(lines: Iterable[Requirement]) -> Priority:
    return min((line.priority for line in lines), key=_STRENGTH.index)


def _sources(bank: Bank, lines: Iterable[Requirement]) -> tuple[Source, ...]:
    """Return what all the lines rest on, each source once, with the use case that it belongs to."""
    return tuple(dict.fromkeys(_of(bank, source, line) for line in lines for source in line.trace))


def _of(bank: Bank, source: Source, line: Requirement) -> Source:
    asked = bank.question(source.ref) if source.kind is SourceKind.ANSWER else None
    of_all = source.kind is SourceKind.RULE or (asked is not None and asked.scope is Scope.PROJECT)
    return source if of_all else replace(source, use_case=line.use_case)
