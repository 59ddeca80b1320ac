"""The check of the bank's own sentences: every template must pass the check that people's sentences get.

In: the bank. Out: faults for the templates that would draft a poor requirement. Places are filled with every phrase
of a choice, and with plain words where a signal or a text goes.
"""

from collections.abc import Iterator, Mapping

from translator.core.bank.check import Fault
from translator.core.bank.model import Bank, QuestionType, Slot, Template
from translator.core.bank.places import fill, places
from translator.core.quality.sentence import check_sentence

_UNMEASURED = (
    "while {places} is not known, nothing says how this line is measured; write what is open, or keep {places} in the "
    "sentence, too"
)
SAMPLES = {
    QuestionType.TEXT: "“some words”",
    QuestionType.NUMBER: "1,000 people",
    QuestionType.DURATION: "2 hours",
    QuestionType.PERCENT: "5%",
}


def check_templates(bank: Bank) -> tuple[Fault, ...]:
    """Return a fault for each template that can draft a sentence with findings, or no measure."""
    return tuple(fault for template in bank.templates for fault in _faults(bank, template))


def check_asked_by(bank: Bank) -> tuple[Fault, ...]:
    """Return a fault for each question that the check of the whole leans on and that the bank does not have."""
    return tuple(
        Fault(entry="quality", key=f"asked_by.{name}", message=f"there is no question {question!r}")
        for name, question in bank.quality.asked_by
        if bank.question(question) is None
    )


def _faults(bank: Bank, template: Template) -> Iterator[Fault]:
    reported: set[tuple[str, str]] = set()
    for values in _fillings(bank, template):
        sentence = _filled(template.sentence, values)
        fits = tuple(filter(None, (fill(template.fit, values), template.fit_unknown)))
        for fit in fits or (_filled(template.fit, values),):
            for finding in check_sentence(sentence, fit, bank.quality):
                key = "fit" if finding.code == "no-fit" else "sentence"
                if (finding.code, key) not in reported:
                    reported.add((finding.code, key))
                    yield Fault(entry=f"template {template.id}", key=key, message=f"{finding.message} ({sentence})")
    if places(template.fit) and not template.fit_unknown and not _always_filled(template):
        yield Fault(
            entry=f"template {template.id}", key="fit_unknown", message=_UNMEASURED.format(places=_named(template))
        )


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with plain words in the places for which there is no phrase."""
    return fill(text, {name: values.get(name) or SAMPLES[QuestionType.TEXT] for name in places(text)}) or text


def _named(template: Template) -> str:
    return " and ".join(f"{{{name}}}" for name in sorted(places(template.fit)))


def _always_filled(template: Template) -> bool:
    """Tell whether the places of the fit have words of their own, or stand in the sentence as well."""
    firm = {"each", "each_name", *places(template.sentence)}
    firm |= {name for name, slot in template.slots.items() if slot.otherwise or slot.standards}
    return set(places(template.fit)) <= firm


def _fillings(bank: Bank, template: Template) -> Iterator[dict[str, str]]:
    """Yield fillings of the places in which every possible phrase of every place comes up at least once."""
    options = {name: _phrases(bank, slot) for name, slot in template.slots.items()}
    if template.each_answer:
        asked = bank.question(template.each_answer)
        options["each"] = [choice.phrase for choice in asked.choices] if asked else []
    elif template.each:
        options["each"] = ["purchase history", "the data described as “their words”"]
    longest = max((len(phrases) for phrases in options.values()), default=1)
    for index in range(longest):
        values = {name: phrases[index % len(phrases)] for name, phrases in options.items() if phrases}
        yield {**values, "each_name": "their words"}


def _phrases(bank: Bank, slot: Slot) -> list[str]:
    asked = bank.question(slot.answer)
    phrases = [*([slot.otherwise] if slot.otherwise else []), *(choice.words for choice in slot.standards)]
    if asked is not None:
        sample = SAMPLES.get(asked.type)
        phrases += (
            [f"{slot.called} {sample}".strip()]
            if sample
            else [choice.phrase for choice in asked.choices if choice.phrase]
        )
    if slot.signal:
        phrases.append("the moment described as “their words”")
    return phrases
