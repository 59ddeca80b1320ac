"""What several use cases share: each need with the value of each use case and the one that drives it; conflicts.

Step 10. In: the bank, a translation. Out: a chapter, None where no two use cases have anything in common. A use case's
own line stands here, in its own words, and nowhere else: the shared requirement takes its place in the tables.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from translator.core.bank.model import Bank
from translator.core.conflicts.model import Conflict, Position
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement, Share
from translator.core.requirements.shared import SHARED, Ladder, ladders
from translator.core.specification.compose import (
    Words,
    bold,
    cell,
    internal,
    link,
    linked,
    note,
    para,
    quoted,
    section,
    table,
)
from translator.core.specification.figures import listed
from translator.core.specification.model import Cell, Paragraph, Run, Section, Table
from translator.core.what_if import without_drivers

# Plain words speak to the marketer; bidders find the sentence at the number.
_PLAIN = 1
_TITLE = "What several use cases share"
_INTRO = (
    "Where several use cases need the same, one requirement stands for all of them. The tables list what each use case "
    "needs by itself: it is bound by that, and the strictest of them says what has to be built. Replies go to the "
    "shared number; the use cases' own numbers stand here for tracing and get none."
)


def sharing_chapter(bank: Bank, translation: Translation) -> Section | None:
    """List the shared needs, the lines that use cases have word by word, and (internal) what contradicts."""
    shared = [r for r in translation.standard if r.shares and r.live]
    if not shared and not translation.conflicts:
        return None
    held = {
        ladder.need.id: ladder for ladder in ladders(bank, (r for c in translation.chapters for r in c.requirements))
    }
    parts = [*_needs(bank, shared, held), *_alike(shared), *_conflicts(translation.conflicts)]
    return section("shared", _TITLE, para(_INTRO), *parts)


def _needs(bank: Bank, shared: Sequence[Requirement], held: Mapping[str, Ladder]) -> list[Section]:
    """Give each need a section with the table of its lines."""
    found = []
    for need in bank.sharing.needs if bank.sharing else ():
        keys = {f"{SHARED}{line.template}" for line in need.lines}
        lines = [r for r in shared if r.key in keys]
        if lines:
            found.append(section(f"shared-{need.id}", need.name, _table(need.name, lines), *_less(held.get(need.id))))
    return found


def _less(ladder: Ladder | None) -> tuple[Paragraph, ...]:
    """Say who drives a need, and what would do for the others."""
    less = without_drivers(ladder) if ladder is not None else None
    if ladder is None or less is None:
        return ()
    who = listed(tuple(f"UC{number}" for number in sorted(ladder.settled.drivers)))
    verb = "drives" if len(ladder.settled.drivers) == 1 else "drive"
    return (para(f"{who} {verb} it. For the other use cases this would do: {less.words}."),)


def _table(name: str, lines: Sequence[Requirement]) -> Table:
    """Write one row a use case, whatever the number of lines that the need has."""
    parts: dict[int, list[tuple[Requirement, Share]]] = {}
    for line in lines:
        for part in line.shares:
            parts.setdefault(part.use_case, []).append((line, part))
    caption = f"{name}: what each use case needs ({listed(tuple(line.id for line in lines))})"
    rows = [_row(number, parts[number]) for number in sorted(parts)]
    if not any(part.drives for line in lines for part in line.shares):
        return table(caption, "Use case | Needs | Own number (no reply)", (12, 34, 54), (row[:-1] for row in rows))
    return table(caption, "Use case | Needs | Own number (no reply) | Drives it", (12, 28, 48, 12), rows)


def _row(number: int, own: Sequence[tuple[Requirement, Share]]) -> tuple[Cell | Words, ...]:
    """Write a use case's row; its last cell says whether the shared value is due to it."""
    first = own[0][1]
    return (
        link(f"use-case-{number}", f"UC{number}"),
        first.value,
        cell(*((note(f"{part.id} "), part.sentence) if _says_more(line, part) else part.id for line, part in own)),
        bold("Yes") if any(part.drives for _, part in own) else "No",
    )


def _says_more(line: Requirement, part: Share) -> bool:
    """Tell whether a use case's own line says anything beside its value that those of the others do not.

    Lines that say the same around one place, and the same in it where their values are the same, differ by the value.
    """
    alike = {other.sentence for other in line.shares if other.value == part.value}
    sentences = [other.sentence.split() for other in line.shares]
    shortest = min(len(words) for words in sentences)
    around = _common(sentences) + _common([words[::-1] for words in sentences])
    return len(alike) > 1 or around * 2 < shortest


def _common(sentences: Sequence[Sequence[str]]) -> int:
    """Return with how many words all of them begin."""
    return next(
        (at for at, words in enumerate(zip(*sentences, strict=False)) if len(set(words)) > 1), len(sentences[0])
    )


def _alike(shared: Sequence[Requirement]) -> list[Section]:
    lines = [r for r in shared if not r.key.startswith(SHARED)]
    if not lines:
        return []
    plain = Counter(line.plain for line in lines)
    rows = (
        (linked([line.id]), _told(line, alone=plain[line.plain] == 1), cell(*_places(line.shares))) for line in lines
    )
    head = "Reply at | In plain words | Needed by (own number, no reply)"
    body = table("Requirements that several use cases have alike", head, (12, 48, 40), rows, internal_columns=(_PLAIN,))
    return [section("shared-alike", "The same for several use cases", body)]


def _told(line: Requirement, *, alone: bool) -> Cell:
    """Write a line in plain words; where others have the same plain words, its sentence tells them apart."""
    return cell(line.plain) if line.plain and alone else cell(line.plain, note(line.sentence))


def _places(parts: Iterable[Share]) -> tuple[Words, ...]:
    """Name the use cases with the numbers that the line has in them."""
    row: list[Words] = []
    for part in parts:
        row += [", "] if row else []
        row += [link(f"use-case-{part.use_case}", f"UC{part.use_case}"), note(f" ({part.id})")]
    return (tuple(row),)  # type: ignore[arg-type]


def _conflicts(conflicts: Sequence[Conflict]) -> list[Section]:
    if not conflicts:
        return []
    rows = ((cell(bold(c.name), note(c.clash.why)), cell(*_sides(c.positions)), _decision(c)) for c in conflicts)
    body = table("Conflicts between use cases", "About | Who says what | Decision", (24, 44, 32), rows)
    return [internal(section("conflicts", "Conflicts between use cases", body))]


def _sides(positions: Iterable[Position]) -> list[tuple[str | Run, ...]]:
    """Write one line for each thing that is said; use cases that answer alike stand together."""
    sides: dict[tuple[str, str], list[str]] = {}
    for position in positions:
        sides.setdefault((position.words, position.quote), []).append(position.place)
    lines: list[tuple[str | Run, ...]] = []
    for (words, quote), places in sides.items():
        said = f"{listed(tuple(places))}: {words}"
        lines.append((f"{said} ", *quoted(quote)) if quote else (said,))
    return lines


def _decision(conflict: Conflict) -> Cell:
    return cell(*_decided(conflict), tone="" if conflict.settled else "warn")


def _decided(conflict: Conflict) -> tuple[str, ...]:
    if conflict.settled and conflict.decision is not None:
        by = f"{conflict.decision.decided_by} {conflict.decision.decided_on}".strip()
        return (conflict.decision.outcome, conflict.decision.reason, by)
    if conflict.earlier is not None:
        return ("Open again", f"Decided before, when the use cases said something else: {conflict.earlier.outcome}")
    return ("Open",)
