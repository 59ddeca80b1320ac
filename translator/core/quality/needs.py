"""The check of what use cases share: questions, choices and templates exist, places are filled, sentences pass.

In: a bank that was read without a fault. Out: faults by "need speed" or "clash retention" and key path.
"""

from collections.abc import Iterator

from translator.core.bank.check import Fault
from translator.core.bank.model import Bank, Question, QuestionType, Template
from translator.core.bank.places import fill, places
from translator.core.bank.sharing import Against, Also, Clash, Need, NeedLine, NeedWords, Strictest
from translator.core.quality.content import SAMPLES
from translator.core.quality.sentence import check_sentence

_VALUE = "value"
_COUNTED = frozenset({QuestionType.NUMBER, QuestionType.DURATION, QuestionType.PERCENT})
_NUMBERED = frozenset({Strictest.MOST, Strictest.LEAST, Strictest.SUM})


def check_sharing(bank: Bank) -> tuple[Fault, ...]:
    """Return every fault of the bank's needs and clashes."""
    if bank.sharing is None:
        return ()
    templates = {template.id: template for template in bank.templates}
    needs = (fault for need in bank.sharing.needs for fault in _need(bank, templates, need))
    clashes = (fault for clash in bank.sharing.clashes for fault in _clash(bank, clash))
    return (*_doubles(bank), *needs, *clashes)


def _doubles(bank: Bank) -> Iterator[Fault]:
    seen: set[str] = set()
    for need in bank.sharing.needs if bank.sharing else ():
        for index, line in enumerate(need.lines):
            if line.template in seen:
                message = f"'{line.template}' is shared already; a line belongs to one need"
                yield Fault(entry=f"need {need.id}", key=f"lines[{index}].template", message=message)
            seen.add(line.template)


def _need(bank: Bank, templates: dict[str, Template], need: Need) -> Iterator[Fault]:
    entry, question = f"need {need.id}", bank.question(need.question)
    if question is None:
        yield Fault(entry=entry, key="question", message=f"there is no question '{need.question}'")
        return
    if need.strictest in _NUMBERED and question.type not in _COUNTED:
        yield Fault(entry=entry, key="strictest", message=f"'{question.id}' is no number: choose first or together")
    if need.strictest is Strictest.FIRST and {c.id for c in question.choices} != set(need.order):
        yield Fault(entry=entry, key="order", message=f"must name every choice of '{question.id}' once")
    if need.order and need.strictest is not Strictest.FIRST:
        yield Fault(entry=entry, key="order", message="counts for strictest: first alone")
    for index, line in enumerate(need.lines):
        yield from _line(bank, templates.get(line.template), question, line, (entry, f"lines[{index}]"))


def _line(
    bank: Bank, template: Template | None, question: Question, line: NeedLine, place: tuple[str, str]
) -> Iterator[Fault]:
    entry, key = place
    if template is None:
        yield Fault(entry=entry, key=f"{key}.template", message=f"there is no template '{line.template}'")
    elif all(slot.answer != question.id for slot in template.slots.values()):
        message = f"'{line.template}' has no place that '{question.id}' fills"
        yield Fault(entry=entry, key=f"{key}.template", message=message)
    yield from _words(bank, question, line.same, place)
    if line.differing is not None:
        yield from _words(bank, question, line.differing, (entry, f"{key}.differing"))


def _words(bank: Bank, question: Question, line: NeedWords, place: tuple[str, str]) -> Iterator[Fault]:
    entry, key = place
    for name, text in (("sentence", line.sentence), ("plain", line.plain), ("fit", line.fit)):
        if set(places(text)) - {_VALUE}:
            yield Fault(entry=entry, key=f"{key}.{name}", message="knows the place {value} and no other")
    if _VALUE not in places(line.sentence):
        yield Fault(entry=entry, key=f"{key}.sentence", message="does not name its {value}")
    yield from _sentences(bank, question, line, place)


def _sentences(bank: Bank, question: Question, line: NeedWords, place: tuple[str, str]) -> Iterator[Fault]:
    """Judge the sentence with every phrase that can fill it; each kind of finding is said once."""
    entry, key = place
    said: set[str] = set()
    phrases = [c.phrase for c in question.choices if c.phrase] or [SAMPLES.get(question.type, "their words")]
    for phrase in phrases:
        values = {_VALUE: phrase}
        sentence, fit = fill(line.sentence, values) or line.sentence, fill(line.fit, values) or line.fit
        for finding in check_sentence(sentence, fit, bank.quality):
            if finding.code not in said:
                said.add(finding.code)
                yield Fault(entry=entry, key=f"{key}.sentence", message=f"{finding.message} ({sentence})")


def _clash(bank: Bank, clash: Clash) -> Iterator[Fault]:
    entry, question = f"clash {clash.id}", bank.question(clash.question)
    if question is None and (clash.question or clash.against is not Against.LIMITS):
        yield Fault(entry=entry, key="question", message=f"there is no question '{clash.question}'")
        return
    if (clash.against is Against.GROUPS) != bool(clash.groups):
        yield Fault(entry=entry, key="groups", message="belong to against: groups, and only there")
    known = {choice.id for choice in question.choices} if question else set()
    for choice in sorted({c for group in clash.groups for c in group} - known):
        yield Fault(entry=entry, key="groups", message=f"'{clash.question}' has no choice '{choice}'")
    for index, heard in enumerate(clash.heard):
        chosen = clash.against in (Against.GROUPS, Against.CHOICES)
        if (heard.means or chosen) and heard.means not in known:
            message = f"'{clash.question}' has no choice '{heard.means}'"
            yield Fault(entry=entry, key=f"heard[{index}].means", message=message)
    for index, also in enumerate(clash.also):
        yield from _also(bank, also, (entry, f"also[{index}]"))


def _also(bank: Bank, also: Also, place: tuple[str, str]) -> Iterator[Fault]:
    entry, key = place
    for name, asked in (("question", also.question), ("where", also.where), ("unless", also.unless)):
        if asked and bank.question(asked) is None:
            yield Fault(entry=entry, key=f"{key}.{name}", message=f"there is no question '{asked}'")
    for asked, named in ((also.where, {also.equals} - {""}), (also.question, set(also.sizes))):
        question = bank.question(asked)
        for choice in sorted(named - {c.id for c in question.choices}) if question else ():
            yield Fault(entry=entry, key=key, message=f"'{asked}' has no choice '{choice}'")
