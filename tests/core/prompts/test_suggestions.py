"""Suggestions: what a text says to a question, quoted as it stands, and what becomes of it when the text changes."""

from dataclasses import replace

import pytest
from tiny_bank import question, reading, tiny_bank

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState, asked_for
from translator.core.bank.model import QuestionType, Scope, Suggest
from translator.core.prompts import assume, prompts_for
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.suggestions import suggest
from translator.core.text import Span, UseCase

BANK = load_bank()
WHO = question("who", QuestionType.TEXT, suggest=(Suggest(kind="actor", values={}),))
CHANNELS = BANK.question("channels")


def found(text, *parts):
    """Build a reading from (kind, words, over) parts, each at its first place in the text."""
    signals = []
    for kind, words, over in parts:
        start = text.index(words)
        plain = {"value": words.casefold(), "evidence": words, "span": Span(start, start + len(words))}
        signals.append(Signal(kind=kind, **{**plain, **over}))
    return Reading(text, tuple(signals))


def said_of(name, text, measure=""):
    heard = replace(read(text, BANK.lexicon), measure=measure)
    return suggest(BANK.question(name), heard)


def confirmed(name, quote, *values):
    return Answer(question=name, state=AnswerState.CONFIRMED, values=values, quote=quote)


def prompt(name, text, *answers):
    prompts = prompts_for(BANK, Scope.USE_CASE, read(text, BANK.lexicon), AnswerSheet(answers))
    return next(p for p in prompts if p.question.id == name)


def test_each_piece_of_evidence_is_a_quote_of_its_own():
    text = "Members and donors get it, members first."
    two = found(text, (Kind.ACTOR, "Members", {}), (Kind.ACTOR, "donors", {}), (Kind.ACTOR, "members", {}))
    assert suggest(WHO, two).quotes == ("Members", "donors")
    assert all(quote in text for quote in suggest(WHO, two).quotes)


def test_words_inside_what_the_text_rules_out_are_never_quoted():
    text = "Members get it. Nobody who unsubscribed."
    both = found(
        text,
        (Kind.ACTOR, "Members", {}),
        (Kind.ACTOR, "Nobody who unsubscribed", {}),
        (Kind.CONSENT, "who unsubscribed", {"negated": True}),
    )
    assert suggest(WHO, both).quotes == ("Members",)
    assert [s.evidence for s in asked_for(both)] == ["Members"]


def test_a_moment_that_holds_an_exclusion_still_counts():
    text = "When a member who has not unsubscribed visits us, send a letter."
    clause = text.partition(",")[0]
    heard = found(
        text,
        (Kind.TIMING, clause, {"role": "trigger"}),
        (Kind.CONSENT, "not unsubscribed", {"negated": True}),
    )
    assert [s.kind for s in asked_for(heard)] == [Kind.TIMING]


def test_who_is_ruled_out_is_suggested_as_who_must_not_get_it():
    text = "Members get an e-mail. Nobody who unsubscribed, and no school groups."
    left_out = said_of("leave_out", text)
    assert set(left_out.values) == {"objected", "others"}
    assert set(left_out.quotes) == {"Nobody who unsubscribed", "no school groups"}
    assert said_of("leave_out_others", text).values == ("school groups",)


@pytest.mark.parametrize("text", ["It must not cost more than 30.000 € a year.", "Not by WhatsApp please."])
def test_what_is_ruled_out_and_is_nobody_is_no_group_to_leave_out(text):
    assert said_of("leave_out", text) is None
    assert said_of("leave_out_others", text) is None


def test_a_group_to_leave_out_is_drafted_only_once_somebody_confirmed_it():
    text = "Members get an e-mail. No school groups."
    heard = read(text, BANK.lexicon)
    case = UseCase(number=1, title="Come back", narrative=text)

    def lines(*answers):
        sheet = assume(BANK, heard, AnswerSheet(answers))
        drafts = draft(BANK, Scope.USE_CASE, case, heard, sheet)
        return [d.sentence for d in drafts if d.key.startswith("audience.leave_out")]

    assert lines() == []
    said = (
        confirmed("leave_out", "No school groups", "others"),
        confirmed("leave_out_others", "No school groups", "school groups"),
    )
    assert lines(*said) == [
        "While a release is in preparation or running, the system shall leave out the people named as “school groups”."
    ]


def test_the_measure_beside_the_text_is_not_asked_again():
    said = said_of("measure", "Members get an e-mail.", measure="Visits of lapsed members per year; Sandra looks at it")
    assert said.values == said.quotes == ("Visits of lapsed members per year; Sandra looks at it",)


@pytest.mark.parametrize(
    ("text", "number"), [("We have 12,000 donors.", 12_000), ("We have 45,000 guests a year.", 45_000)]
)
def test_a_stated_count_of_people_is_suggested_and_never_assumed(text, number):
    assert (said_of("people", text).number, said_of("people", text).unit) == (number, "people")
    assert assume(BANK, read(text, BANK.lexicon), AnswerSheet()).get("people") is None


def test_where_it_starts_is_not_where_it_is_delivered():
    text = "When a teacher fills in the form on our site, the sales team gets a list by e-mail."
    assert said_of("channels", text).values == ("email",)
    assert "page" not in said_of("outcome", text).values


def test_a_confirmed_answer_comes_back_when_its_words_are_gone_and_others_stand_there():
    answer = confirmed("channels", "e-mail", "email")
    back = prompt("channels", "Members get a letter each month.", answer)
    assert (back.open, back.to_confirm, back.answer) == (True, True, answer)
    assert back.change == "Your text changed: it said “e-mail”, now it says “letter”."


def test_a_confirmed_answer_stays_settled_while_the_text_says_the_same_in_other_words():
    assert not prompt("channels", "Members get e-mails each month.", confirmed("channels", "e-mail", "email")).changed


def test_an_answer_of_a_persons_own_does_not_come_back():
    own = Answer(question="channels", state=AnswerState.STATED, values=("email",))
    assert not prompt("channels", "Members get a letter each month.", own).open


def test_a_line_says_that_the_words_behind_it_are_gone():
    text = "Members get a letter each month."
    heard = read(text, BANK.lexicon)
    sheet = assume(BANK, heard, AnswerSheet((confirmed("channels", "e-mail", "email"),)))
    lines = draft(BANK, Scope.USE_CASE, UseCase(number=1, title="", narrative=text), heard, sheet)
    gone = {d.key: d.words_gone for d in lines}
    assert gone["message.channel:email"] == ("e-mail",)
    assert gone["audience.select"] == ()


def test_without_rules_nothing_is_suggested():
    assert suggest(question("bare", QuestionType.TEXT), reading()) is None
    assert prompts_for(tiny_bank(), Scope.PROJECT, None, AnswerSheet())[0].change == ""
