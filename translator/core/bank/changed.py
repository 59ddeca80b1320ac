"""A bank with changes laid over it: the wordings, weights, standard values and terms that an administrator edited.

In: the shipped bank and changes as plain values. Out: another bank. What a change names and the bank no longer has is
passed over, so that changes outlive a newer shipped bank.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translator.core.bank.model import Bank, Question, Slot, Template, Term
from translator.core.terms import Priority

QUESTION, TEMPLATE, TERM = KINDS = ("question", "template", "term")
Fields = Mapping[str, str]
Changes = Mapping[str, Mapping[str, Fields]]
"""Kind, entry, field: the new words. Choices are "choice.ID", standard values "standard.PLACE.N"."""

_WORDS = {
    QUESTION: ("text", "why", "example", "it_wording"),
    TEMPLATE: ("sentence", "plain", "rationale", "fit", "fit_unknown"),
    TERM: ("marketing", "it", "definition"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold one entry as a person edits it; `title` is what to find it by, `fields` are in the order of the form."""

    kind: str
    id: str
    title: str
    topic: str
    fields: Fields


def entries(bank: Bank) -> tuple[Entry, ...]:
    """Return everything of a bank that can be edited: questions, then templates, then terms."""
    return (
        *(
            Entry(kind=QUESTION, id=q.id, title=q.text, topic=q.topic, fields=_question_fields(q))
            for q in bank.questions
        ),
        *(
            Entry(kind=TEMPLATE, id=t.id, title=t.sentence, topic=t.topic, fields=_template_fields(t))
            for t in bank.templates
        ),
        *(Entry(kind=TERM, id=t.term, title=t.term, topic="", fields=_fields(t, TERM)) for t in bank.glossary),
    )


def changed(bank: Bank, changes: Changes) -> Bank:
    """Return the bank with the changes laid over it."""
    if not any(changes.values()):
        return bank
    asked, drafted, terms = (changes.get(kind, {}) for kind in KINDS)
    empty = dict.fromkeys(_WORDS[TERM], "")
    new = (
        Term(term=name, **{**empty, **_said(words, TERM)}) for name, words in terms.items() if name not in _terms(bank)
    )
    return replace(
        bank,
        questions=tuple(_question(q, asked[q.id]) if q.id in asked else q for q in bank.questions),
        templates=tuple(_template(t, drafted[t.id]) if t.id in drafted else t for t in bank.templates),
        glossary=(*(replace(t, **_said(terms[t.term], TERM)) if t.term in terms else t for t in bank.glossary), *new),
    )


def merged(older: Changes, newer: Changes) -> dict[str, dict[str, dict[str, str]]]:
    """Return both changes together; where both change a field, the newer one counts."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for changes in (older, newer):
        for kind, by_entry in changes.items():
            for entry, fields in by_entry.items():
                found.setdefault(kind, {}).setdefault(entry, {}).update(fields)
    return found


def _terms(bank: Bank) -> frozenset[str]:
    return frozenset(term.term for term in bank.glossary)


def _fields(entry: Question | Template | Term, kind: str) -> dict[str, str]:
    return {name: getattr(entry, name) for name in _WORDS[kind]}


def _said(fields: Fields, kind: str) -> dict[str, str]:
    return {name: fields[name] for name in _WORDS[kind] if name in fields}


def _question_fields(question: Question) -> dict[str, str]:
    choices = {f"choice.{c.id}": c.label for c in question.choices}
    return {**_fields(question, QUESTION), **choices, "weight": str(question.weight)}


def _question(question: Question, fields: Fields) -> Question:
    choices = tuple(replace(c, label=fields.get(f"choice.{c.id}", c.label)) for c in question.choices)
    weight = int(fields.get("weight", question.weight))
    return replace(question, **_said(fields, QUESTION), choices=choices, weight=weight)  # type: ignore[arg-type]


def _template_fields(template: Template) -> dict[str, str]:
    return {**_fields(template, TEMPLATE), "priority": template.priority.value, **dict(_standards(template))}


def _standards(template: Template) -> Iterator[tuple[str, str]]:
    for place, slot in template.slots.items():
        for n, choice in enumerate(slot.standards):
            yield f"standard.{place}.{n}", choice.words


def _template(template: Template, fields: Fields) -> Template:
    slots = {place: _slot(slot, place, fields) for place, slot in template.slots.items()}
    priority = Priority(fields.get("priority", template.priority))
    return replace(template, **_said(fields, TEMPLATE), slots=slots, priority=priority)  # type: ignore[arg-type]


def _slot(slot: Slot, place: str, fields: Fields) -> Slot:
    standards = (
        replace(choice, words=fields.get(f"standard.{place}.{n}", choice.words))
        for n, choice in enumerate(slot.standards)
    )
    return replace(slot, standards=tuple(standards))
