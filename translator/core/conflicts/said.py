"""Said: what answers, the project's own facts and chosen options say on a clash.

Step 8. In: a clash, the answers that count; the project; options. Out: positions.
"""

from collections.abc import Iterable, Iterator

from translator.core.answers import Answer, AnswerSheet
from translator.core.bank.model import Bank, Question, QuestionType, Scope
from translator.core.bank.sharing import Against, Also, Clash
from translator.core.conflicts.heard import things_in
from translator.core.conflicts.model import Position
from translator.core.conflicts.one_sided import one_sided
from translator.core.conflicts.shown import day_words, money_words
from translator.core.estimates import ThreePoint
from translator.core.options import Option
from translator.core.project import Project
from translator.core.reading.model import Reading
from translator.core.reading.spans_of_time import days_in
from translator.core.requirements.levels import level_of, magnitude, words
from translator.core.requirements.model import Given
from translator.core.terms import minor_digits

Positions = tuple[Position, ...]


def answered(
    bank: Bank, clash: Clash, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> tuple[Positions, Positions]:
    """Return what the answer to the clash's own question says, and what answers to its other questions do."""
    own = tuple(_own(bank, clash, use_case, reading, answers))
    return own, tuple(p for also in clash.also for p in _other(bank, clash, also, (use_case, reading), answers))


def of_project(clashes: Iterable[Clash], project: Project) -> Iterator[Position]:
    """Yield the last day and the budget of a project as positions."""
    for clash in clashes:
        if clash.against is Against.DAYS and project.deadline is not None:
            day, shown = project.deadline, f"ends on {day_words(project.deadline)}"
            size = float(day.toordinal())
            yield Position(clash=clash.id, use_case=None, says=f"{day}", words=shown, size=size, needs=True)
        if clash.against is Against.LIMITS and project.budget is not None:
            currency = project.currency
            size = project.budget / 10 ** minor_digits(currency)
            shown = f"a budget of {money_words(size, currency)}"
            yield Position(
                clash=clash.id, use_case=None, says=shown, words=shown, size=size, needs=True, subject=currency
            )


def priced(clashes: Iterable[Clash], currency: str, use_case: int, options: Iterable[Option]) -> Iterator[Position]:
    """Yield what the chosen option of a use case costs in its first year, as most likely."""
    for option in (o for o in options if o.chosen):
        cost = (_likely(option.one_off) + _likely(option.yearly)) / 10 ** minor_digits(currency)
        shown = f"option {option.letter} costs {money_words(cost, currency)} in its first year, as most likely"
        yield from (
            Position(clash=clash.id, use_case=use_case, says=shown, words=shown, size=cost, subject=currency)
            for clash in clashes
            if clash.against is Against.LIMITS and cost
        )


def _own(
    bank: Bank, clash: Clash, use_case: int | None, reading: Reading | None, answers: AnswerSheet
) -> Iterator[Position]:
    question = bank.question(clash.question)
    answer = _known(question, use_case, answers)
    if question is None or answer is None:
        return
    if clash.against is Against.RULED_OUT:
        yield from (_uses(clash, question, answer, use_case, value) for value in answer.values)
    elif clash.against is Against.DAYS:
        days = days_in(" ".join(answer.values))
        if days:
            size = float(days[0].toordinal())
            yield _position(clash, question, answer, use_case, size=size, shown=day_words(days[0]))
    elif clash.against in (Against.UNASKED, Against.TARGETS):
        yield from one_sided(clash, question, answer, use_case, reading)
    else:
        about = things_in(reading) if reading and clash.against is Against.SUPPLY else frozenset()
        needs = clash.against is Against.SUPPLY
        yield _position(clash, question, answer, use_case, needs=needs, about=about)


def _other(
    bank: Bank, clash: Clash, also: Also, place: tuple[int | None, Reading | None], answers: AnswerSheet
) -> Iterator[Position]:
    use_case, reading = place
    question = bank.question(also.question)
    answer = _known(question, use_case, answers)
    if question is None or answer is None:
        return
    if clash.against in (Against.UNASKED, Against.TARGETS):
        yield from one_sided(clash, question, answer, use_case, reading)
        return
    told, against = answers.get(also.where), answers.get(also.unless)
    if also.where and (told is None or not told.known or also.equals not in told.values):
        return
    if also.unless and against is not None and against.known:
        return
    size = next((also.sizes[value] for value in answer.values if value in also.sizes), None)
    if also.sizes and size is None:
        return
    about = things_in(reading) if reading and clash.against is Against.SUPPLY else frozenset()
    yield _position(clash, question, answer, use_case, size=size, needs=also.needs, about=about)


def _known(question: Question | None, use_case: int | None, answers: AnswerSheet) -> Answer | None:
    mine = Scope.USE_CASE if use_case else Scope.PROJECT
    answer = answers.get(question.id) if question is not None and question.scope is mine else None
    return answer if answer is not None and answer.known else None


def _position(
    clash: Clash,
    question: Question,
    answer: Answer,
    use_case: int | None,
    *,
    size: float | None = None,
    shown: str = "",
    needs: bool = False,
    about: frozenset[str] = frozenset(),
) -> Position:
    given = Given(question=question.id, values=answer.values, number=answer.number, unit=answer.unit)
    value = shown or words(question, given)
    counted = question.type in (QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT)
    return Position(
        clash=clash.id,
        use_case=use_case,
        says=f"needs {level_of(given)}" if needs else level_of(given),
        words=_needed(clash, question, value) if needs else value,
        needs=needs,
        size=magnitude(given) if size is None and counted and answer.number is not None else size,
        about=about,
        question=question.id,
        given=given,
    )


def _needed(clash: Clash, question: Question, value: str) -> str:
    if clash.against is Against.AMOUNTS:
        return f"needs the past {value}"
    return f"needs it no older than {value}" if question.id == clash.question else f"has to react: {value.casefold()}"


def _uses(clash: Clash, question: Question, answer: Answer, use_case: int | None, value: str) -> Position:
    given = Given(question=question.id, values=answer.values)
    return Position(
        clash=clash.id,
        use_case=use_case,
        subject=value,
        says=f"uses {value}",
        words="uses it",
        question=question.id,
        given=given,
    )


def _likely(points: ThreePoint | None) -> float:
    return float(points.likely) if points else 0.0
