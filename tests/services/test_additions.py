"""Additions: people say what words of a text are; it holds by the words, and goes into the requirements."""

from datetime import date

import pytest
from sqlalchemy import select

from translator.core.pipeline import specify, translate
from translator.core.reading.model import Kind, Rejection
from translator.services.additions import MOST_ADDITIONS, Mark, add_signal, correct_signal, take_back_addition
from translator.services.errors import InputErrors, NotAllowed, NotFound
from translator.services.follow import reading_of
from translator.services.gather import dossier
from translator.services.project_copy import copy_project
from translator.services.write import (
    add_use_case,
    read_text,
    reject_signal,
    save_use_case,
    take_back_rejection,
    use_case_view,
)
from translator.storage import tables

TEXT = "When a customer leaves a basket, send a carrier dove within 2 hours to 9 in 10 buyers. No text messages."
DOVE = Mark(words="carrier dove", kind="channel", value="email")
BUYERS = Mark(words="9 in 10 buyers", kind="actor", role="audience")

pytestmark = pytest.mark.usefixtures("use_case_1")


@pytest.fixture
def use_case_1(desk, team):
    add_use_case(desk, team.mara, team.pid)
    save_use_case(desk, team.mara, team.pid, 1, version=1, narrative=TEXT)


def view(desk, team):
    return use_case_view(desk, team.rolf, team.pid, 1)


def said(desk, team):
    """Return what people said and where it stands now, as (kind, words, person)."""
    return [(s.kind.value, s.evidence, s.said_by) for s in view(desk, team).reading.signals if s.said_by]


def add(desk, team, mark=DOVE, who=None):
    return add_signal(desk, who or team.mara, team.pid, 1, mark)


def whole(desk, pid):
    with desk.db.reading() as session:
        return dossier(session, session.get_one(tables.Project, pid))


def drafts(desk, pid):
    with desk.db.reading() as session:
        rows = session.scalars(select(tables.Requirement).where(tables.Requirement.project_id == pid)).all()
        return {row.key: row for row in rows if row.scope == 1}


def test_what_a_person_says_of_words_is_understood_and_the_requirements_follow(desk, team, history):
    assert "send" not in drafts(desk, team.pid)
    add(desk, team)
    assert said(desk, team) == [("channel", "carrier dove", "Mara")]
    assert drafts(desk, team.pid)["send"].status == "drafted"
    trace = drafts(desk, team.pid)["send"].last_draft["trace"]
    assert {"kind": "words", "ref": "channel", "text": "carrier dove", "said_by": "Mara"} in trace
    take_back_addition(desk, team.ann, team.pid, 1, "channel", "email", "Carrier  dove")
    take_back_addition(desk, team.ann, team.pid, 1, "channel", "email", "carrier dove")
    assert said(desk, team) == []
    assert drafts(desk, team.pid)["send"].status == "withdrawn"
    actions = [action for _, action, subject in history(team.pid) if subject == "use case"]
    assert actions[-2:] == ["added a signal", "took back an addition"]


def test_saying_the_same_twice_is_the_same_as_once(desk, team, history):
    add(desk, team)
    before = history(team.pid)
    add(desk, team, Mark(words="carrier  dove", kind="channel", value="email"))
    add(desk, team, who=team.ann)
    assert history(team.pid) == before
    assert said(desk, team) == [("channel", "carrier dove", "Mara")]


def test_what_is_said_last_of_the_same_words_and_kind_stands(desk, team):
    add(desk, team, BUYERS)
    add(desk, team, Mark(words="9 in 10 BUYERS", kind="actor", role="partner"), who=team.ann)
    (added,) = view(desk, team).additions
    assert (added.role, added.person) == ("partner", "Ann")


def test_it_holds_while_the_text_changes_elsewhere_waits_while_the_words_are_gone_and_comes_back(desk, team):
    add(desk, team)
    save_use_case(desk, team.mara, team.pid, 1, version=2, narrative=f"Please note: {TEXT}")
    assert said(desk, team) == [("channel", "carrier dove", "Mara")]
    save_use_case(desk, team.mara, team.pid, 1, version=3, narrative="Send a balloon.")
    assert said(desk, team) == []
    assert [a.evidence for a in view(desk, team).additions] == ["carrier dove"]
    assert drafts(desk, team.pid)["send"].status == "withdrawn"
    save_use_case(desk, team.mara, team.pid, 1, version=4, narrative="Two doves: a Carrier\ndove and another.")
    assert said(desk, team) == [("channel", "Carrier\ndove", "Mara")]


def test_it_does_not_outdate_the_text_that_is_being_written(desk, team):
    add(desk, team)
    assert save_use_case(desk, team.ann, team.pid, 1, version=2, narrative=TEXT + " More.").version == 3


def test_a_correction_takes_the_place_of_what_was_read_and_is_taken_back_with_it(desk, team, history):
    was = ("timing", "hourly", "within 2 hours")
    assert was in {(s.kind.value, s.value, s.evidence) for s in view(desk, team).reading.signals}
    later = Mark(words="within 2 hours", kind="timing", role="offset", value="hourly")
    correct_signal(desk, team.mara, team.pid, 1, later, was)
    found = [s for s in view(desk, team).reading.signals if s.evidence == "within 2 hours"]
    assert [(s.role, s.said_by) for s in found] == [("offset", "Mara")]
    (added,) = view(desk, team).additions
    assert added.instead_of == Rejection(Kind.TIMING, "hourly", "within 2 hours")
    assert history(team.pid)[-1][1] == "corrected a signal"
    take_back_addition(desk, team.mara, team.pid, 1, "timing", "hourly", "within 2 hours")
    found = [s for s in view(desk, team).reading.signals if s.evidence == "within 2 hours"]
    assert [(s.role, s.said_by) for s in found] == [("latency", "")]


def test_a_correction_can_be_corrected_and_remembers_what_was_read_first(desk, team):
    was = ("timing", "hourly", "within 2 hours")
    correct_signal(desk, team.mara, team.pid, 1, Mark(words="within 2 hours", kind="constraint"), was)
    add(desk, team, Mark(words="2 hours", kind="data"))
    named = ("constraint", "within 2 hours", "within 2 hours")
    correct_signal(desk, team.ann, team.pid, 1, Mark(words="2 hours", kind="data", negated=True), named)
    (added,) = view(desk, team).additions
    assert (added.kind, added.evidence, added.negated) == (Kind.DATA, "2 hours", True)
    assert added.instead_of == Rejection(Kind.TIMING, *was[1:])


def test_a_correction_of_the_role_alone_keeps_what_was_read(desk, team):
    actor = next(s for s in view(desk, team).reading.signals if s.kind is Kind.ACTOR)
    mark = Mark(words=actor.evidence, kind="actor", role="partner")
    correct_signal(desk, team.mara, team.pid, 1, mark, ("actor", actor.value, actor.evidence))
    found = next(s for s in view(desk, team).reading.signals if s.span == actor.span and s.kind is Kind.ACTOR)
    assert (found.role, found.value, found.concept) == ("partner", actor.value, actor.concept)


def test_words_that_a_person_rules_out_become_an_exclusion_and_never_a_requirement(desk, team):
    add(desk, team, Mark(words="carrier dove", kind="channel", value="email", negated=True))
    assert "send" not in drafts(desk, team.pid)
    translation = translate(desk.bank, whole(desk, team.pid))
    exclusion = next(e for e in translation.chapters[0].exclusions if e.evidence == "carrier dove")
    assert exclusion.said_by == "Mara"


def test_a_rejection_and_an_addition_live_side_by_side(desk, team):
    reject_signal(desk, team.mara, team.pid, 1, "timing", "hourly", "within 2 hours")
    add(desk, team, Mark(words="within 2 hours", kind="timing", role="latency", value="hourly"))
    assert ("timing", "within 2 hours", "Mara") in said(desk, team)
    take_back_rejection(desk, team.mara, team.pid, 1, "timing", "hourly", "within 2 hours")
    assert len([s for s in view(desk, team).reading.signals if s.evidence == "within 2 hours"]) == 1


def test_the_pipeline_the_page_and_the_live_reading_understand_the_same(desk, team):
    add(desk, team)
    add(desk, team, BUYERS)
    shown = view(desk, team)
    work = whole(desk, team.pid).works[0]
    assert translate(desk.bank, whole(desk, team.pid)).chapters[0].reading.signals == shown.reading.signals
    assert reading_of(desk.bank, work).signals == shown.reading.signals
    assert read_text(desk, TEXT, shown.rejections, shown.additions).signals == shown.reading.signals


def test_the_document_says_whose_word_it_is(desk, team):
    add(desk, team)
    add(desk, team, Mark(words="9 in 10 buyers", kind="actor", role="audience", negated=True))
    translation = translate(desk.bank, whole(desk, team.pid))
    document = repr(specify(desk.bank, translation, date(2026, 11, 21)))
    assert document.count("(marked by Mara)") >= 3  # understood, exclusions, trace
    assert "“carrier dove” (marked by Mara" in document
    signals = specify(desk.bank, translation, date(2026, 11, 21)).data["use_cases"][0]["signals"]
    assert [s["evidence"] for s in signals if s["said_by"] == "Mara"] == ["carrier dove", "9 in 10 buyers"]


def test_a_copy_of_the_project_keeps_what_was_said(desk, team):
    add(desk, team)
    was = ("timing", "hourly", "within 2 hours")
    correct_signal(desk, team.mara, team.pid, 1, Mark(words="within 2 hours", kind="constraint"), was)
    copy = copy_project(desk, team.mara, team.pid)
    assert use_case_view(desk, team.mara, copy, 1).reading == view(desk, team).reading


@pytest.mark.parametrize(
    ("mark", "field", "sentence"),
    [
        (Mark(words=" ", kind="data"), "words", "Say which words"),
        (Mark(words="carrier pigeon", kind="data"), "words", "do not stand in the text"),
        (Mark(words="arrier dov", kind="data"), "words", "do not stand in the text"),
        (Mark(words="x" * 201, kind="data"), "words", "at most 200"),
        (Mark(words="carrier dove", kind="mood"), "kind", "Choose what these words are"),
        (Mark(words="carrier dove", kind="actor"), "kind", "Choose what these words are"),
        (Mark(words="carrier dove", kind="data", role="trigger"), "kind", "Choose what these words are"),
        (Mark(words="carrier dove", kind="timing", role="audience"), "kind", "Choose what these words are"),
        (Mark(words="carrier dove", kind="channel"), "value", "Choose which place"),
        (Mark(words="carrier dove", kind="channel", value="dove"), "value", "Choose which place"),
        (Mark(words="carrier dove", kind="timing", role="cadence", value="now and then"), "value", "how often"),
    ],
    ids=lambda part: part.words[:12] + "-" + part.kind if isinstance(part, Mark) else None,
)
def test_what_cannot_be_said_is_refused_at_its_field(desk, team, mark, field, sentence):
    with pytest.raises(InputErrors) as refused:
        add(desk, team, mark)
    assert [error.field for error in refused.value.errors] == [field]
    assert sentence in str(refused.value)
    assert view(desk, team).additions == ()


def test_invisible_characters_are_taken_out_of_the_words(desk, team):
    assert add(desk, team, Mark(words=" carrier\x00 \r\n dove\ufffe ", kind="data")).evidence == "carrier dove"


def test_what_starts_it_needs_no_word_of_the_closed_list(desk, team):
    assert add(desk, team, Mark(words="leaves a basket", kind="timing", role="trigger")).value == "event"
    assert add(desk, team, Mark(words="2 hours", kind="timing", role="calendar")).value == "unspecified"


def test_nobody_marks_more_than_the_reading_can_bear(desk, team):
    words = " ".join(f"word{number}" for number in range(MOST_ADDITIONS + 1))
    save_use_case(desk, team.mara, team.pid, 1, version=2, narrative=words)
    with desk.db.writing() as session:
        case = session.scalars(select(tables.UseCase).where(tables.UseCase.project_id == team.pid)).one()
        for number in range(MOST_ADDITIONS):
            session.add(
                tables.Addition(
                    use_case_id=case.id, kind="data", value="x", evidence=f"word{number}", person="Mara", at=desk.now()
                )
            )
    with pytest.raises(InputErrors, match=f"At most {MOST_ADDITIONS}"):
        add(desk, team, Mark(words=f"word{MOST_ADDITIONS}", kind="data"))
    assert add(desk, team, Mark(words="word7", kind="data", negated=True)).negated


def test_it_and_readers_say_nothing_of_the_words_and_strangers_find_nothing(desk, team):
    named = ("channel", "email", "carrier dove")
    for attempt in (
        lambda who: add_signal(desk, who, team.pid, 1, DOVE),
        lambda who: correct_signal(desk, who, team.pid, 1, DOVE, named),
        lambda who: take_back_addition(desk, who, team.pid, 1, *named),
    ):
        for person in (team.iris, team.rolf):
            with pytest.raises(NotAllowed, match="the marketing side"):
                attempt(person)
        with pytest.raises(NotFound):
            attempt(team.zoe)
