"""What a project has to state before anybody can build it, and does not.

Step 6. In: parts of a project. Out: findings about the set, each with the question that would settle it. Which
question that is stands in the bank (quality.yaml, asked_by).
"""

from collections.abc import Iterator

from translator.core.bank.model import Bank
from translator.core.prompts import Prompt
from translator.core.quality.part import WHOLE, Part, SetFinding, forms, quoted, some
from translator.core.reading.model import Kind

_STEM = 4
_ALL = frozenset({"all", "ever", "each"})  # as long as a stem: everything, every


def unstated(bank: Bank, case: Part) -> Iterator[SetFinding]:
    """Find what one use case does not state; what a finding names is not counted again among the open questions."""
    asked = dict(bank.quality.asked_by)
    found = [*_measure(case, asked), *_source(case, asked), *_basis(case, asked)]
    yield from found
    yield from _open(case, {finding.question for finding in found})


def _items(case: Part) -> tuple[str, ...]:
    """Return the data items that a use case needs, each once, in the marketer's words."""
    signals = case.reading.of(Kind.DATA) if case.reading else ()
    return tuple({s.value: s.evidence for s in signals}.values())


def unstated_of_project(bank: Bank, project: Part, cases: tuple[Part, ...]) -> Iterator[SetFinding]:
    """Find what the project does not state once for all its use cases."""
    asked = dict(bank.quality.asked_by)
    using = [case.use_case.ref for case in cases if case.use_case and _items(case)]
    told = set()
    for name, code, what, why in (
        ("owner", "no-owner", "has no owner", "Work stops until somebody may say yes to its use."),
        ("retention", "no-retention", "has no end date", "The law asks for one, and storage is paid for by the month."),
    ):
        question = asked.get(name, "")
        if using and question and not project.answered(question):
            told.add(question)
            yield SetFinding(
                code=code, rule=f"{WHOLE} (complete)", question=question, of_project=True,
                message=f"The data of {some(using)} {what}. {why}", suggestion="Answer it once for the project.",
            )  # fmt: skip
    yield from _open(project, told)


def _measure(case: Part, asked: dict[str, str]) -> Iterator[SetFinding]:
    question = asked.get("measure", "")
    if question and case.use_case and not case.use_case.measure.strip() and not case.answered(question):
        yield SetFinding(
            code="no-measure", rule=f"{WHOLE} (able to be validated)", use_case=case.number,
            question=question, message="No measure of success is stated, so nobody can say later whether it worked.",
            suggestion="Name the number that should change, and who looks at it.",
        )  # fmt: skip


def _source(case: Part, asked: dict[str, str]) -> Iterator[SetFinding]:
    question, items = asked.get("source", ""), _items(case)
    if not question or not items:
        return
    answer = case.answers.get(question)
    named = " ".join(answer.values).casefold() if answer is not None and answer.known else ""
    missing = _unnamed(items, named) if named else items
    if missing:
        yield SetFinding(
            code="no-source", rule=f"{WHOLE} (complete)", use_case=case.number, question=question,
            message=f"Nobody says where {quoted(missing)} {forms(missing, 'comes', 'come')} from, and each source is"
            " a connection to build.",
            suggestion="Name the system, the list or the person that has it today.",
        )  # fmt: skip


def _unnamed(items: tuple[str, ...], answer: str) -> tuple[str, ...]:
    """Return the items that an answer passes over, none when it speaks of all or of no single one."""
    words = {word[:_STEM] for word in answer.replace("-", " ").split()}
    named = tuple(item for item in items if not words.isdisjoint(_stems(item)))
    of_all = not words.isdisjoint(_ALL) or not named
    return () if of_all else tuple(item for item in items if item not in named)


def _stems(item: str) -> tuple[str, ...]:
    return tuple(w[:_STEM] for w in item.casefold().replace("-", " ").split() if len(w) >= _STEM)


def _basis(case: Part, asked: dict[str, str]) -> Iterator[SetFinding]:
    question = asked.get("basis", "")
    relevant = any(p.question.id == question for p in case.prompts)
    ruled = case.reading is not None and bool(case.reading.of(Kind.CONSENT))
    if relevant and not ruled and not case.answered(question):
        yield SetFinding(
            code="no-basis", rule=f"{WHOLE} (complete)", use_case=case.number, question=question,
            message="Nothing says why these people may be contacted or their data used, and without a lawful basis it"
            " may not start.",
            suggestion="Say what they agreed to, or that it is a service they need.",
        )  # fmt: skip


def _open(part: Part, told: set[str]) -> Iterator[SetFinding]:
    """Find the needed questions that nobody has answered, or that somebody could not answer."""
    needed = [p for p in part.prompts if p.question.must and p.question.id not in told and _unsaid(p)]
    if needed:
        many, first = len(needed), quoted([p.question.text for p in needed])
        yield SetFinding(
            code="open-question", rule=f"{WHOLE} (complete)", use_case=part.number, of_project=part.use_case is None,
            question=needed[0].question.id,
            message=f"{many} needed {'answer is' if many == 1 else 'answers are'} missing: {first}.",
            suggestion="Answer, or say who finds out.",
        )  # fmt: skip


def _unsaid(prompt: Prompt) -> bool:
    if prompt.answer is not None and prompt.answer.state.value == "unknown":
        return True
    return prompt.open and not prompt.to_confirm
