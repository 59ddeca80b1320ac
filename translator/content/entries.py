"""Entries: checked YAML values turned into the question bank's own values.

In: data that its schema has already accepted. Out: questions, templates, terms, words. Raises ContentFault with the
key path for a condition that is not in the closed language.
"""

from typing import Any

from translator.core.bank.condition import parse_condition, parse_number
from translator.core.bank.model import (
    Choice,
    QualityWords,
    Question,
    QuestionType,
    Scope,
    Slot,
    StandardChoice,
    Suggest,
    Template,
    Term,
    Topic,
)
from translator.core.terms import Category, Priority

_YES_NO = (Choice(id="yes", label="Yes"), Choice(id="no", label="No"))


def question_from(name: str, raw: dict[str, Any], section: str, asked_of: str = "") -> Question:
    """Build a question; `name` is the name of its file. A yes no question gets its two choices."""
    kind = QuestionType(raw["type"])
    choices = tuple(Choice(**choice) for choice in raw.get("choices", ()))
    return Question(
        id=name,
        scope=Scope(raw["scope"]),
        topic=raw["topic"],
        type=kind,
        text=raw["text"],
        why=raw["why"],
        example=raw["example"],
        it_wording=raw["it_wording"],
        weight=raw["weight"],
        must=raw["must"],
        when=parse_condition(raw["when"], "when"),
        choices=choices or (_YES_NO if kind is QuestionType.YES_NO else ()),
        units=tuple(raw.get("units", ())),
        word_limit=raw.get("word_limit", 0),
        suggest=tuple(_suggest(rule, kind) for rule in raw.get("suggest", ()) for kind in _kinds(rule)),
        section=section,
        asked_of=asked_of,
        at_least=parse_number(raw.get("at_least"), "at_least"),
        at_most=parse_number(raw.get("at_most"), "at_most"),
    )


def template_from(file: dict[str, Any], raw: dict[str, Any], where: str) -> Template:
    """Build a template; category and scope are its file's. `where` is its key path in the file."""
    slots = {name: _slot(slot, f"{where}.slots.{name}") for name, slot in raw.get("slots", {}).items()}
    return Template(
        id=raw["id"],
        scope=Scope(file["scope"]),
        category=Category(file["category"]),
        topic=raw["topic"],
        when=parse_condition(raw["when"], f"{where}.when"),
        sentence=raw["sentence"],
        plain=raw["plain"],
        rationale=raw["rationale"],
        fit=raw["fit"],
        priority=Priority(raw["priority"]),
        slots=slots,
        each=raw.get("each", ""),
        each_roles=tuple(raw.get("each_roles", ())),
        fit_unknown=raw.get("fit_unknown", ""),
        standard=raw.get("standard", False),
        each_answer=raw.get("each_answer", ""),
        each_values=tuple(raw.get("each_values", ())),
        besides=tuple(raw.get("besides", ())),
        unless_said=raw.get("unless_said", False),
    )


def topics_from(groups: dict[str, list[Any]]) -> tuple[Topic, ...]:
    """Build the topics of all groups in their order; a bare name is one that is not core."""
    return tuple(
        Topic(name=entry, group=group) if isinstance(entry, str) else Topic(group=group, **entry)
        for group, entries in groups.items()
        for entry in entries
    )


def term_from(raw: dict[str, Any]) -> Term:
    """Build a glossary entry."""
    return Term(**raw)


def quality_from(raw: dict[str, Any]) -> QualityWords:
    """Build the lists of words."""
    return QualityWords(
        **{name: tuple(words.items() if isinstance(words, dict) else words) for name, words in raw.items()}
    )


def _kinds(raw: dict[str, Any]) -> list[str]:
    kinds = raw["kind"]
    return kinds if isinstance(kinds, list) else [kinds]


def _suggest(raw: dict[str, Any], kind: str) -> Suggest:
    return Suggest(
        kind=kind,
        roles=tuple(raw.get("roles", ())),
        excluded=raw.get("excluded", False),
        assumed=raw.get("assumed", True),
        values=raw.get("values", {}),
        words=tuple(raw.get("words", ())),
        unless=tuple(raw.get("unless", ())),
        within=tuple(raw.get("within", ())),
        last=raw.get("last", False),
        apart=raw.get("apart", False),
    )


def _slot(raw: dict[str, Any], where: str) -> Slot:
    return Slot(
        answer=raw.get("answer", ""),
        signal=raw.get("signal", ""),
        roles=tuple(raw.get("roles", ())),
        otherwise=raw.get("otherwise", ""),
        called=raw.get("called", ""),
        values=tuple(raw.get("values", ())),
        quote=raw.get("quote", False),
        standards=tuple(
            StandardChoice(
                when=parse_condition(one.get("when", {"always": True}), f"{where}.standard"), words=one["value"]
            )
            for one in raw.get("standard", ())
        ),
    )
