"""The options of each use case side by side: the same lines for each, so that they can be compared. Internal."""

from collections.abc import Callable

from translator.core.dossier import Chapter, Translation
from translator.core.options import Meets, Option
from translator.core.project import Project
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import (
    bold,
    cell,
    internal,
    linked_lines,
    para,
    section,
    speaker,
    table,
    unstated,
)
from translator.core.specification.figures import count, money_points, weeks_points
from translator.core.specification.model import Block, Cell, Section

# More columns than three beside the line's name become too narrow to read on a portrait page.
_ABREAST = 3
_UNSTATED = "Not stated yet"


def options_chapter(translation: Translation) -> Section:
    """Compare the options of every use case, for marketing and IT alone."""
    project = translation.dossier.project
    parts = [
        section(
            f"options-{c.work.use_case.number}",
            f"{c.work.use_case.ref} {c.work.use_case.title}".strip(),
            *options_blocks(c, project),
        )
        for c in translation.chapters
    ]
    what = "two or more ways to meet each use case, with cost, time and risk"
    note = para("Three figures are optimistic / likely / pessimistic, as estimated by IT. "
                "Time runs from the start of work to first use.", style="note")  # fmt: skip
    blocks = [note] if parts else [unstated(what, speaker(project, "it"))]
    return internal(section("options", "Options", *blocks, *parts))


def options_blocks(chapter: Chapter, project: Project) -> list[Block]:
    """Compare the options of one use case, three abreast, and say whether marketing has chosen."""
    options = chapter.work.options
    if not options:
        what = "two or more ways to meet this use case, each with cost, time and risk"
        return [unstated(what, speaker(project, "it"))]
    blocks: list[Block] = [
        _compare(chapter, options[at : at + _ABREAST], project.currency) for at in range(0, len(options), _ABREAST)
    ]
    chosen = next((option for option in options if option.chosen), None)
    if chosen:
        blocks.append(para("Marketing chose ", bold(f"option {chosen.letter}, {chosen.name}"), "."))
    else:
        blocks.append(unstated("which option it chooses", speaker(project, "marketing")))
    return blocks


def _compare(chapter: Chapter, options: tuple[Option, ...], currency: str) -> Block:
    lines: tuple[tuple[str, Callable[[Option], Cell]], ...] = (
        ("How", lambda o: _prose(o.how)),
        ("One-off cost", lambda o: cell(money_points(o.one_off, currency) or _UNSTATED)),
        ("Yearly cost", lambda o: cell(money_points(o.yearly, currency) or _UNSTATED)),
        ("Time", lambda o: cell(weeks_points(o.weeks) or _UNSTATED)),
        ("Risk", _risk),
        ("Gives up", lambda o: _prose(o.gives_up)),
        ("Meets fully", lambda o: cell(_counted(chapter, o))),
        ("Meets partly", lambda o: _met(chapter, o, Meets.PARTLY)),
        ("Does not meet", lambda o: _met(chapter, o, Meets.NOT)),
        ("IT recommends", lambda o: cell("Recommended", tone="good") if o.recommended else cell("No")),
        ("Marketing chose", lambda o: cell("Chosen", tone="good") if o.chosen else cell("No")),
    )
    rows = ((cell(name, head=True), *(fill(o) for o in options)) for name, fill in lines)
    head = ("", *(f"{o.letter}. {o.name}" for o in options))
    share = 84 // len(options)
    widths = (100 - share * len(options), *[share] * len(options))
    return table(f"{chapter.work.use_case.ref}: options compared", head, widths, rows)


def _prose(markdown: str) -> Cell:
    return cell(prose=markdown) if markdown else cell(_UNSTATED)


def _risk(option: Option) -> Cell:
    tone = {"low": "good", "medium": "warn", "high": "bad"}[option.risk.value]
    return cell(option.risk.value.capitalize(), prose=option.risk_note, tone=tone)


def _lines(chapter: Chapter, option: Option, meets: Meets) -> list[Requirement]:
    return [r for r in chapter.requirements if r.wanted and option.meets.get(r.key) is meets]


def _counted(chapter: Chapter, option: Option) -> str:
    """Count what is met in full: the list would hold nearly every line. What nobody has judged is named."""
    wanted = [r for r in chapter.requirements if r.wanted]
    fully = f"{len(_lines(chapter, option, Meets.FULLY)):,} of {count(len(wanted), 'requirement')}"
    waiting = sum(r.key not in option.meets for r in wanted)
    return f"{fully}; {waiting:,} not judged yet" if waiting else fully


def _met(chapter: Chapter, option: Option, meets: Meets) -> Cell:
    found = _lines(chapter, option, meets)
    return cell(linked_lines(found)) if found else cell("None named")
