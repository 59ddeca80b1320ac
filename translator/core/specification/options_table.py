"""The options of a use case side by side: the same lines for each, so that they can be compared."""

from collections.abc import Callable

from translator.core.dossier import Chapter
from translator.core.options import Meets, Option
from translator.core.project import Project
from translator.core.specification.compose import cell, linked, para, speaker, table, unstated
from translator.core.specification.figures import money_points, weeks_points
from translator.core.specification.model import Block, Cell

# More columns than three beside the line's name become too narrow to read on a portrait page.
_ABREAST = 3
_UNSTATED = "Not stated yet"


def options_blocks(chapter: Chapter, project: Project) -> list[Block]:
    """Compare the options of one use case, three abreast."""
    options = chapter.work.options
    if not options:
        return [
            unstated("two or more ways to meet this use case, each with cost, time and risk", speaker(project, "it"))
        ]
    currency = project.currency
    blocks: list[Block] = [
        _compare(chapter, options[at : at + _ABREAST], currency) for at in range(0, len(options), _ABREAST)
    ]
    blocks.append(
        para("Three figures are optimistic / likely / pessimistic, as estimated by IT. "
             "Time runs from the start of work to first use.", style="note")
    )  # fmt: skip
    return blocks


def _compare(chapter: Chapter, options: tuple[Option, ...], currency: str) -> Block:
    lines: tuple[tuple[str, Callable[[Option], Cell]], ...] = (
        ("How", lambda o: _prose(o.how)),
        ("One-off cost", lambda o: cell(money_points(o.one_off, currency) or _UNSTATED)),
        ("Yearly cost", lambda o: cell(money_points(o.yearly, currency) or _UNSTATED)),
        ("Time", lambda o: cell(weeks_points(o.weeks) or _UNSTATED)),
        ("Risk", _risk),
        ("Gives up", lambda o: _prose(o.gives_up)),
        *(
            (f"Meets {meets.value}" if meets is not Meets.NOT else "Does not meet", _met(chapter, meets))
            for meets in Meets
        ),
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


def _met(chapter: Chapter, meets: Meets) -> Callable[[Option], Cell]:
    def fill(option: Option) -> Cell:
        ids = [r.id for r in chapter.requirements if r.live and option.meets.get(r.key) is meets]
        return cell(linked(ids)) if ids else cell("None named")

    return fill
