"""Writing use cases: saved as typed, read at once, nothing lost when two people write."""

import pytest
from sqlalchemy import select

from translator.core.errors import InputError
from translator.core.reading.model import Kind, Rejection
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.write import (
    add_use_case,
    delete_use_case,
    deleted_use_cases,
    read_text,
    reject_signal,
    restore_text,
    restore_use_case,
    save_use_case,
    take_back_rejection,
    use_case_history,
    use_case_view,
)
from translator.storage import tables

TEXT = "When a customer leaves a basket, send an e-mail within 2 hours. No text messages."
AWKWARD = (
    "",
    "Newsletter",
    "שלח הודעת דוא״ל כאשר לקוח עוזב עגלה",
    "أرسل بريدًا إلكترونيًا",
    "Send 🎯 to 👩‍👩‍👧 within 5 minutes 🇳🇴",
    "Line one\n\n\tLine two\n",
    "=SUM(A1) @import +47 22 22 22 22 <script>alert(1)</script> {{ 7*7 }} %s",
    "e\u0301 and é are not the same \u200b",
    "word " * 4_000,
)


pytestmark = pytest.mark.usefixtures("use_case_1")


@pytest.fixture
def use_case_1(desk, team):
    add_use_case(desk, team.mara, team.pid)


def view(desk, team, number=1):
    return use_case_view(desk, team.rolf, team.pid, number)


def save(desk, team, version, who=None, number=1, **texts):
    return save_use_case(desk, who or team.mara, team.pid, number, version=version, **texts)


def lines(desk, number=1):
    with desk.db.reading() as session:
        rows = session.scalars(select(tables.Requirement).where(tables.Requirement.scope == number))
        return {row.key: row.status for row in rows}


def values(reading):
    return [(s.kind.value, s.evidence) for s in reading.wanted]


def test_a_saved_text_is_there_with_what_was_understood(desk, team, clock):
    clock.forward(minutes=1)
    saved = save(desk, team, 1, title="Left baskets", narrative=TEXT, measure="10 % more orders")
    shown = view(desk, team)
    assert (saved.version, saved.at, saved.removed) == (2, clock.moment, 0)
    assert (shown.ref, shown.title, shown.narrative, shown.measure) == ("UC1", "Left baskets", TEXT, "10 % more orders")
    assert (shown.version, shown.updated_at) == (2, clock.moment)
    assert ("channel", "e-mail") in values(shown.reading)
    assert [s.evidence for s in shown.reading.excluded] == ["No text messages"]
    assert shown.prompts_left > 0


def test_the_requirements_follow_in_the_same_save(desk, team):
    assert "send" not in lines(desk)
    save(desk, team, 1, narrative=TEXT)
    assert lines(desk)["send"] == "drafted"
    save(desk, team, 2, narrative="We want to sell more.")
    assert lines(desk)["send"] == "withdrawn"


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:12]))
def test_whatever_is_written_is_kept_character_by_character(desk, team, text):
    assert save(desk, team, 1, narrative=text).removed == 0
    assert view(desk, team).narrative == text


def test_characters_that_no_document_can_carry_are_taken_out_and_counted(desk, team):
    saved = save(desk, team, 1, title="Le\x00ft", narrative="a\x0bb\ufffe\ud800c\r\nd", measure="\x1f")
    assert saved.removed == 5
    shown = view(desk, team)
    assert (shown.title, shown.narrative, shown.measure) == ("Left", "abc\nd", "")


def test_a_text_beyond_the_limit_is_refused_and_the_stored_one_stays(desk, team):
    save(desk, team, 1, narrative="word " * 10_000)
    with pytest.raises(InputErrors) as refused:
        save(desk, team, 2, title="t" * 201, narrative="y" * 50_001)
    assert [(e.field, e.message) for e in refused.value.errors] == [
        ("title", "Use at most 200 characters here; this text has 201."),
        ("narrative", "Use at most 50,000 characters here; this text has 50,001."),
    ]
    assert view(desk, team).narrative == "word " * 10_000


def test_a_text_that_was_not_sent_stays_and_an_empty_one_is_emptied(desk, team):
    save(desk, team, 1, title="Left baskets", narrative=TEXT, measure="Orders")
    save(desk, team, 2, measure="")
    shown = view(desk, team)
    assert (shown.title, shown.narrative, shown.measure) == ("Left baskets", TEXT, "")


def test_the_second_of_two_savers_sees_both_texts_and_can_go_on(desk, team):
    save(desk, team, 1, narrative="Ann's sentence", who=team.ann)
    with pytest.raises(Conflict) as conflict:
        save(desk, team, 1, narrative="Mara's sentence")
    clash = conflict.value
    assert (clash.subject, clash.mine, clash.theirs, clash.version) == (
        "use case 1", {"narrative": "Mara's sentence"}, {"narrative": "Ann's sentence"}, 2,
    )  # fmt: skip
    save(desk, team, clash.version, narrative="Both sentences")
    assert view(desk, team).narrative == "Both sentences"


def test_saving_the_same_text_again_changes_nothing(desk, team, history):
    save(desk, team, 1, narrative=TEXT)
    before = history(team.pid)
    assert save(desk, team, 2, narrative=TEXT).version == 2
    assert history(team.pid) == before


def test_a_rejected_signal_is_understood_no_more_until_it_is_taken_back(desk, team, history):
    save(desk, team, 1, narrative=TEXT)
    signal = next(s for s in view(desk, team).reading.wanted if s.kind is Kind.CHANNEL)
    said = (signal.kind.value, signal.value, signal.evidence)
    reject_signal(desk, team.mara, team.pid, 1, *said)
    reject_signal(desk, team.mara, team.pid, 1, *said)
    assert view(desk, team).rejections == (Rejection(*said),)
    assert ("channel", "e-mail") not in values(view(desk, team).reading)
    assert lines(desk)["send"] == "withdrawn"
    take_back_rejection(desk, team.mara, team.pid, 1, *said)
    take_back_rejection(desk, team.mara, team.pid, 1, *said)
    assert ("channel", "e-mail") in values(view(desk, team).reading)
    assert lines(desk)["send"] == "drafted"
    actions = [action for _, action, subject in history(team.pid) if subject == "use case"]
    assert actions == ["added", "saved", "rejected a signal", "took back a rejection"]


def test_a_rejection_does_not_outdate_the_text_that_is_being_written(desk, team):
    save(desk, team, 1, narrative=TEXT)
    reject_signal(desk, team.ann, team.pid, 1, "channel", "email", "e-mail")
    assert save(desk, team, 2, narrative=TEXT + " More.").version == 3


@pytest.mark.parametrize(
    ("signal", "field"),
    [
        (("mood", "x", "x"), "kind"),
        (("channel", "x" * 201, "x"), "value"),
        (("channel", "x", "x" * 501), "evidence"),
        (("channel", "x", " "), "evidence"),
    ],
)
def test_a_rejection_of_what_cannot_be_a_signal_is_refused(desk, team, signal, field):
    with pytest.raises(InputErrors) as refused:
        reject_signal(desk, team.mara, team.pid, 1, *signal)
    assert [error.field for error in refused.value.errors] == [field]


def test_a_text_is_read_while_it_is_typed_without_being_stored(desk, team):
    found = read_text(desk, "Send an e-mail.\r\n\x00", (Rejection(Kind.CHANNEL, "sms", "SMS"),))
    assert found.text == "Send an e-mail.\n"
    assert ("channel", "e-mail") in values(found)
    assert values(read_text(desk, "Send an e-mail.", (Rejection(Kind.CHANNEL, "email", "E-Mail"),))) == []
    assert view(desk, team).narrative == ""
    with pytest.raises(InputError, match="at most 50,000"):
        read_text(desk, "x" * 50_001)


def test_numbers_count_up_and_are_never_given_again(desk, team):
    assert add_use_case(desk, team.mara, team.pid) == 2
    delete_use_case(desk, team.mara, team.pid, 2)
    assert add_use_case(desk, team.mara, team.pid) == 3
    assert add_use_case(desk, team.zoe, team.foreign) == 1


def test_a_deleted_use_case_comes_back_as_it_was(desk, team):
    save(desk, team, 1, title="Left baskets", narrative=TEXT)
    before = lines(desk)
    delete_use_case(desk, team.mara, team.pid, 1)
    for attempt in (lambda: view(desk, team), lambda: save(desk, team, 3, narrative="Too late")):
        with pytest.raises(NotFound):
            attempt()
    assert [(gone.number, gone.title) for gone in deleted_use_cases(desk, team.mara, team.pid)] == [(1, "Left baskets")]
    restore_use_case(desk, team.mara, team.pid, 1)
    assert (view(desk, team).narrative, lines(desk)) == (TEXT, before)
    restore_use_case(desk, team.mara, team.pid, 1)  # the same button pressed twice
    assert lines(desk) == before
    with pytest.raises(NotFound):
        restore_use_case(desk, team.mara, team.pid, 2)


def test_every_saved_version_of_a_text_can_be_seen_and_brought_back(desk, team, clock):
    save(desk, team, 1, title="One", narrative="First")
    clock.forward(minutes=11)
    save(desk, team, 2, narrative="Second")
    save(desk, team, 3, who=team.ann, measure="Orders")
    seen = use_case_history(desk, team.rolf, team.pid, 1)
    assert [(v.person, v.title, v.narrative, v.measure) for v in seen] == [
        ("Ann", "One", "Second", "Orders"),
        ("Mara", "One", "Second", ""),
        ("Mara", "One", "First", ""),
    ]
    restore_text(desk, team.mara, team.pid, 1, version=4, entry=seen[-1].entry)
    shown = view(desk, team)
    assert (shown.narrative, shown.measure, shown.version) == ("First", "", 5)
    assert len(use_case_history(desk, team.rolf, team.pid, 1)) == 4


def test_what_one_person_saves_in_one_sitting_shows_as_one_version(desk, team, clock):
    for version, text in enumerate(("W", "We", "We want"), start=1):
        save(desk, team, version, narrative=text)
        clock.forward(minutes=3)
    assert [v.narrative for v in use_case_history(desk, team.mara, team.pid, 1)] == ["We want"]
    every = use_case_history(desk, team.mara, team.pid, 1, every=True)
    assert [v.narrative for v in every] == ["We want", "We", "W"]


def test_going_back_over_somebody_elses_save_shows_both(desk, team):
    save(desk, team, 1, narrative="First")
    save(desk, team, 2, narrative="Second")
    (latest, *_) = use_case_history(desk, team.mara, team.pid, 1, every=True)[1:]
    with pytest.raises(Conflict):
        restore_text(desk, team.mara, team.pid, 1, version=2, entry=latest.entry)


def test_a_version_of_another_use_case_cannot_be_brought_in(desk, team):
    save(desk, team, 1, narrative="First")
    other = add_use_case(desk, team.mara, team.pid)
    entry = use_case_history(desk, team.mara, team.pid, 1)[0].entry
    with pytest.raises(NotFound):
        restore_text(desk, team.mara, team.pid, other, version=1, entry=entry)


def test_it_and_readers_read_and_do_not_write(desk, team):
    for person in (team.iris, team.rolf):
        assert not use_case_view(desk, person, team.pid, 1).can_write
        for attempt in (
            lambda who: save(desk, team, 1, who=who, narrative="Mine"),
            lambda who: add_use_case(desk, who, team.pid),
            lambda who: delete_use_case(desk, who, team.pid, 1),
            lambda who: reject_signal(desk, who, team.pid, 1, "channel", "email", "e-mail"),
        ):
            with pytest.raises(NotAllowed, match="the marketing side"):
                attempt(person)
