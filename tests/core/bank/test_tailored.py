"""A bank tailored to a project: topics ruled out bring nothing, and IT's values stand where the house's did."""

from dataclasses import replace

from tiny_bank import TEMPLATES, condition, tiny_bank

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.check import check_bank
from translator.core.bank.condition import ALWAYS
from translator.core.bank.model import Scope, Slot, StandardChoice
from translator.core.bank.tailored import OwnValue, standard_places, tailored
from translator.core.requirements.draft import draft
from translator.core.requirements.model import Origin

OURS = condition({"answer": {"question": "hosting", "is": "ours"}})
PACK = Slot(standards=(StandardChoice(when=OURS, words="4 hours"), StandardChoice(when=ALWAYS, words="8 hours")))


def bank_with(slot):
    line = next(t for t in TEMPLATES if t.standard and t.scope is Scope.PROJECT)
    line = replace(
        line, id="back", sentence="The supplier shall restore the service within {time}.", slots={"time": slot}
    )
    return tiny_bank(templates=(*TEMPLATES, line))


def line(bank, *answers):
    sheet = AnswerSheet(tuple(Answer(question=q, state=AnswerState.STATED, values=(v,)) for q, v in answers))
    return next(d for d in draft(bank, Scope.PROJECT, None, None, sheet) if d.key == "back")


def test_the_first_standard_value_whose_case_it_is_stands_in_the_line():
    bank = bank_with(PACK)
    assert check_bank(bank) == ()
    assert line(bank).sentence == "The supplier shall restore the service within 8 hours."
    strict = line(bank, ("hosting", "ours"))
    assert strict.sentence == "The supplier shall restore the service within 4 hours."
    assert [s.ref for s in strict.trace] == ["hosting", "back"]


def test_its_own_value_of_it_stands_in_its_place_and_says_who_set_it_and_why():
    own = OwnValue(key="back/time", value="1 hour", reason="We sell at night.", person="Ivo")
    set_line = line(tailored(bank_with(PACK), own=(own,)), ("hosting", "ours"))
    assert set_line.sentence.endswith("within 1 hour.")
    assert set_line.origin is Origin.STANDARD
    assert "Ivo set “1 hour” in place of “4 hours” or “8 hours”: We sell at night." in [s.text for s in set_line.trace]


def test_every_place_with_a_standard_value_can_be_set_and_one_that_is_gone_is_passed_over():
    bank = bank_with(PACK)
    assert [(p.key, p.values) for p in standard_places(bank)] == [("back/time", ("4 hours", "8 hours"))]
    assert line(tailored(bank, own=(OwnValue(key="gone/time", value="1 hour"),))).sentence == line(bank).sentence


def test_a_topic_that_is_ruled_out_asks_and_drafts_nothing():
    bank = tiny_bank()
    topic = bank.questions[0].topic
    without = tailored(bank, {topic})
    assert topic not in {q.topic for q in without.questions} | {t.topic for t in without.templates}
    assert len(without.questions) < len(bank.questions)


def test_a_standard_value_needs_one_that_always_holds_and_no_other_words():
    loose = replace(PACK, standards=PACK.standards[:1])
    double = replace(PACK, otherwise="a time to be agreed")
    for slot in (loose, double):
        assert [fault.key for fault in check_bank(bank_with(slot))] == ["slots.time"]
