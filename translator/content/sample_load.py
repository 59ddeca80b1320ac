"""The finished sample, read from content/sample: one project with three use cases, as values.

In: the YAML files and the day on which the sample is made (its dates count from there). Out: a Sample. What refers to
the question bank (questions, requirement keys) is checked where the sample is made and in the tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from translator.core.answers import Answer, AnswerState
from translator.core.estimates import ThreePoint
from translator.core.options import Meets, Option, Risk
from translator.core.project import Project
from translator.core.reading.model import Kind, Rejection
from translator.core.requirements.model import Verdict
from translator.core.terms import Category, Priority
from translator.core.text import UseCase

FOLDER = Path(__file__).parent / "sample"
_CASES = ("uc1.yaml", "uc2.yaml", "uc3.yaml")
# The sample counts in euros, whose minor unit is the hundredth.
_MINOR = 100
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """Hold the words of a line that somebody edited (`key`) or added by hand (`key` is "")."""

    key: str
    category: Category
    sentence: str
    plain: str
    fit: str
    priority: Priority
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleVerdict:
    """Hold IT's word on the lines of one template or key."""

    on: str
    verdict: Verdict
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOption:
    """Hold an option; every requirement is met fully but those named by template or key.

    `reason` is marketing's for choosing it.
    """

    option: Option
    partly: tuple[str, ...]
    not_met: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDecision:
    """Hold a decision that was made so many days ago."""

    what: str
    owner: str
    outcome: str
    reason: str
    decided_by: str
    days_ago: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleScope:
    """Hold what people said and did in one use case, or for the whole project."""

    answers: tuple[Answer, ...]
    edits: tuple[SampleWords, ...]
    additions: tuple[SampleWords, ...]
    drops: tuple[str, ...]
    verdicts: tuple[SampleVerdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCase:
    """Hold one use case with its options and the freely asked (question, answer) pairs."""

    use_case: UseCase
    rejections: tuple[Rejection, ...]
    scope: SampleScope
    options: tuple[SampleOption, ...]
    asked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Hold the finished sample; `marketing` and `it` are the names of its two people."""

    project: Project
    marketing: str
    it: str
    scope: SampleScope
    cases: tuple[SampleCase, ...]
    decisions: tuple[SampleDecision, ...]


def load_sample(today: date) -> Sample:
    """Return the sample as of a day."""
    raw = _read("project.yaml")
    people = raw["people"]
    project = Project(
        name=raw["name"],
        objective=raw["objective"],
        problem=raw["problem"],
        success=raw["success"],
        proof=raw["proof"],
        currency=raw["currency"],
        budget=raw["budget"] * _MINOR,
        deadline=today + timedelta(days=raw["deadline_in_days"]),
    )
    return Sample(
        project=project,
        marketing=people["marketing"],
        it=people["it"],
        scope=_scope(raw, people, today),
        cases=tuple(_case(number, _read(name), people, today) for number, name in enumerate(_CASES, start=1)),
        decisions=tuple(_decision(one) for one in raw["decisions"]),
    )


@cache
def _read(name: str) -> dict[str, Any]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.load(file, Loader=_LOADER)  # noqa: S506 - a safe loader, written in C
    return content


def _case(number: int, raw: dict[str, Any], people: Mapping[str, str], today: date) -> SampleCase:
    return SampleCase(
        use_case=UseCase(number=number, title=raw["title"], narrative=raw["narrative"], measure=raw["measure"]),
        rejections=tuple(Rejection(Kind(kind), value, words) for kind, value, words in raw["rejected"]),
        scope=_scope(raw, people, today),
        options=tuple(_option(one) for one in raw["options"]),
        asked=tuple((one["text"], one["answer"]) for one in raw["asked"]),
    )


def _scope(raw: dict[str, Any], people: Mapping[str, str], today: date) -> SampleScope:
    return SampleScope(
        answers=tuple(_answer(question, said, people, today) for question, said in raw["answers"].items()),
        edits=tuple(_words(one) for one in raw.get("edits", ())),
        additions=tuple(_words(one) for one in raw.get("additions", ())),
        drops=tuple(raw.get("drops", ())),
        verdicts=tuple(
            SampleVerdict(on=on, verdict=Verdict(said[0]), note=said[1]) for on, said in raw["verdicts"].items()
        ),
    )


def _answer(question: str, said: Any, people: Mapping[str, str], today: date) -> Answer:
    """Read an answer: bare words or a list, or a map with `say` or `number` and `unit`, or with `unknown`."""
    given = said if isinstance(said, dict) else {"say": said}
    who = people[given.get("by", "marketing")]
    if "unknown" in given:
        due = today + timedelta(days=given["in_days"])
        owner = people[given["unknown"]]
        return Answer(question=question, state=AnswerState.UNKNOWN, said_by=who, owner=owner, due=due)
    words = given.get("say", ())
    return Answer(
        question=question,
        state=AnswerState.STATED,
        values=(words,) if isinstance(words, str) else tuple(words),
        number=given.get("number"),
        unit=given.get("unit", ""),
        said_by=who,
    )


def _words(raw: Mapping[str, str]) -> SampleWords:
    return SampleWords(
        key=raw.get("key", ""),
        category=Category(raw.get("category", Category.FUNCTIONAL.value)),
        sentence=raw["sentence"],
        plain=raw["plain"],
        fit=raw["fit"],
        priority=Priority(raw["priority"]),
        rationale=raw.get("rationale", ""),
    )


def _option(raw: Mapping[str, Any]) -> SampleOption:
    option = Option(
        letter=raw["letter"],
        name=raw["name"],
        how=raw["how"],
        one_off=ThreePoint(*(value * _MINOR for value in raw["one_off"])),
        yearly=ThreePoint(*(value * _MINOR for value in raw["yearly"])),
        weeks=ThreePoint(*raw["weeks"]),
        risk=Risk(raw["risk"]),
        risk_note=raw["risk_note"],
        gives_up=raw["gives_up"],
        recommended=raw.get("recommended", False),
        chosen=raw.get("chosen", False),
    )
    return SampleOption(
        option=option,
        partly=tuple(raw.get(Meets.PARTLY.value, ())),
        not_met=tuple(raw.get(Meets.NOT.value, ())),
        reason=raw.get("reason", ""),
    )


def _decision(raw: Mapping[str, Any]) -> SampleDecision:
    return SampleDecision(
        what=raw["what"],
        owner=raw["owner"],
        outcome=raw["outcome"],
        reason=raw["reason"],
        decided_by=raw["decided_by"],
        days_ago=raw["decided_days_ago"],
    )
