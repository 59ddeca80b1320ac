"""IT's view: what waits, a verdict on every line, questions answered."""

from datetime import date

import pytest
from room import open_room

from translator.core.answers import AnswerState
from translator.core.errors import InputError
from translator.core.requirements.model import Verdict
from translator.core.terms import Category
from translator.services.answer import answer_view, dont_know, save_answer
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.marketing import for_marketing
from translator.services.options import add_option
from translator.services.projects import list_projects, project_view
from translator.services.questions import answer_asked, answer_open_question, ask_question, questions_view
from translator.services.requirements import ask_it, drop, edit
from translator.services.review import judge_rest, queue, review_view, set_feasibility, take_back_rest


@pytest.fixture
def room(db):
    return open_room(db)


def view(room, scope=1):
    return review_view(room.desk, room.iris, room.pid, scope)


def line(room, key, scope=1):
    return next(row for row in view(room, scope).rows if row.requirement.key == key)


def on_the_page(room, scope=1):
    return [row.row_id for row in view(room, scope).rows]


def judge(room, key, verdict, note="", *, who=None, version=None):
    row = line(room, key)
    seen = row.judged if version is None else version
    return set_feasibility(room.desk, who or room.iris, room.pid, row.row_id, seen, verdict=verdict, note=note)


def test_it_sees_the_text_with_its_reading_and_the_lines_by_category(room):
    page = view(room)
    assert page.use_case.narrative.startswith("When a customer leaves a basket")
    assert "e-mail" in [signal.evidence for signal in page.reading.signals]
    assert [(c, len(rows)) for c, rows in page.by_category] == [
        (Category.FUNCTIONAL, 2), (Category.DATA, 1), (Category.INFRASTRUCTURE, 1),
    ]  # fmt: skip
    assert (page.judged, len(page.rows), page.can_price) == (0, 4, True)


def test_a_verdict_is_kept_with_its_note_and_its_author(room):
    judge(room, "send", "yes if", "Only with *consent*.")
    said = line(room, "send").requirement.feasibility
    assert (said.verdict, said.note, said.person) == (Verdict.YES_IF, "Only with *consent*.", "Iris")
    assert view(room).judged == 1


@pytest.mark.parametrize("verdict", ["no", "yes if"])
def test_a_no_and_a_yes_if_need_a_note(room, verdict):
    with pytest.raises(InputErrors) as refused:
        judge(room, "send", verdict, "  ")
    assert [e.field for e in refused.value.errors] == ["note"]
    judge(room, "count", "yes")


def test_a_word_that_is_no_verdict_is_refused(room):
    with pytest.raises(InputErrors) as refused:
        judge(room, "send", "maybe")
    assert [e.field for e in refused.value.errors] == ["verdict"]


def test_a_verdict_goes_stale_when_the_sentence_changes_and_waits_again(room):
    judge(room, "send", "yes")
    save_answer(room.desk, room.mara, room.pid, 1, "channels", version=0, values=["sms"])
    assert line(room, "send").requirement.review_stale
    assert (view(room).stale, view(room).judged) == (1, 0)
    assert [row.stale for row in queue(room.desk, room.iris).rows] == [1]
    judge(room, "send", "yes")
    assert view(room).stale == 0


def test_the_rest_is_judged_at_once_and_earlier_words_stay(room):
    judge(room, "send", "no", "We have no mail server.")
    assert len(judge_rest(room.desk, room.iris, room.pid, 1, on_the_page(room))) == 3
    assert view(room).judged == 4
    assert line(room, "send").requirement.feasibility.verdict is Verdict.NO


def test_a_verdict_goes_stale_when_the_measure_changes_and_remembers_the_old_one(room):
    judge(room, "send", "yes")
    row = line(room, "send")
    words = {"sentence": row.requirement.sentence, "plain": "", "priority": "must"}
    edit(room.desk, room.mara, room.pid, row.row_id, row.version, fit="Within 30 days.", **words)
    said = line(room, "send").requirement
    assert (said.review_stale, said.feasibility.about_fit, said.fit) == (True, "Every time.", "Within 30 days.")
    assert [row.stale for row in queue(room.desk, room.iris).rows] == [1]
    judge(room, "send", "yes")
    assert not line(room, "send").requirement.review_stale


def test_the_rest_leaves_out_what_was_not_on_the_page(room):
    first, *others = on_the_page(room)
    assert judge_rest(room.desk, room.iris, room.pid, 1, others) == tuple(others)
    assert [row.row_id for row in view(room).rows if row.waits] == [first]


def test_the_rest_is_taken_back_but_for_what_was_touched_since(room):
    judge(room, "send", "no", "We have no mail server.")
    done = judge_rest(room.desk, room.iris, room.pid, 1, on_the_page(room))
    judge(room, "count", "yes", "With a counter.")
    assert take_back_rest(room.desk, room.iris, room.pid, 1, done) == 2
    assert {r.requirement.key for r in view(room).rows if not r.waits} == {"send", "count"}
    with pytest.raises(NotAllowed):
        take_back_rest(room.desk, room.mara, room.pid, 1, done)


def test_two_verdicts_at_once_both_stay_readable(room):
    judge(room, "send", "yes")
    with pytest.raises(Conflict) as clash:
        judge(room, "send", "no", "Never.", version=0)
    assert (clash.value.mine["note"], clash.value.theirs["verdict"], clash.value.version) == ("Never.", "yes", 1)
    assert (clash.value.own, clash.value.by) == (True, "Iris")


def test_a_line_out_of_the_document_is_not_judged(room):
    row = line(room, "send")
    drop(room.desk, room.mara, room.pid, row.row_id, row.version)
    with pytest.raises(InputError, match="not in the document"):
        set_feasibility(room.desk, room.iris, room.pid, row.row_id, 0, verdict="yes", note="")


def test_only_it_judges(room):
    for who in (room.mara, room.rolf):
        with pytest.raises(NotAllowed):
            judge(room, "send", "yes", who=who)
    with pytest.raises(NotFound):
        judge(room, "send", "yes", who=room.stranger)


def test_the_queue_is_empty_until_marketing_asks(room):
    assert queue(room.desk, room.iris).rows == ()
    ask_it(room.desk, room.mara, room.pid, 1, "By Friday, please.")
    rows = queue(room.desk, room.iris).rows
    assert [(r.scope, r.asked_note, r.to_judge, r.total, r.options_missing) for r in rows] == [
        (1, "By Friday, please.", 4, 4, 2), (0, "", 1, 1, 0),
    ]  # fmt: skip


def test_the_queue_is_for_it_only(room):
    ask_it(room.desk, room.mara, room.pid, 1, "")
    for who in (room.mara, room.rolf, room.stranger):
        assert queue(room.desk, who).waiting == 0


def test_what_is_judged_leaves_the_queue(room):
    ask_it(room.desk, room.mara, room.pid, 1, "")
    judge_rest(room.desk, room.iris, room.pid, 0, on_the_page(room, 0))
    assert [row.scope for row in queue(room.desk, room.iris).rows] == [1]


def test_it_answers_what_marketing_did_not_know_and_it_flows_back(room):
    dont_know(room.desk, room.mara, room.pid, 1, "channels", version=0, owner="Iris")
    asked = queue(room.desk, room.iris).questions
    assert [(q.text, q.asked_by, q.owner, q.due) for q in asked] == [
        ("What about channels?", "Mara", "Iris", date(2026, 12, 5))
    ]  # fmt: skip
    answer_open_question(room.desk, room.iris, room.pid, 1, "channels", version=asked[0].version, values=["sms"])
    answer = answer_view(room.desk, room.mara, room.pid, 1).prompt("channels").answer
    assert (answer.state, answer.values, answer.said_by) == (AnswerState.STATED, ("sms",), "Iris")
    assert line(room, "send").requirement.sentence == "The system shall send a message by text message."
    assert queue(room.desk, room.iris).questions == ()


def test_it_does_not_change_what_marketing_answered(room):
    save_answer(room.desk, room.mara, room.pid, 1, "people", version=0, number="5", unit="people")
    with pytest.raises(NotFound):
        answer_open_question(room.desk, room.iris, room.pid, 1, "people", version=1, number="9", unit="people")


def test_an_unowned_question_waits_for_it_and_one_of_marketing_does_not(room):
    dont_know(room.desk, room.mara, room.pid, 1, "people", version=0)
    dont_know(room.desk, room.mara, room.pid, 1, "wait", version=0, owner="Mara")
    assert [q.question.id for q in queue(room.desk, room.iris).questions] == ["people"]
    assert [q.question.id for q in view(room).open_questions] == ["people", "wait"]


def test_a_freely_asked_question_is_answered_by_the_other_side(room):
    row_id = ask_question(room.desk, room.iris, room.pid, scope=1, text="Who owns the list?", owner="Mara")
    page = questions_view(room.desk, room.mara, room.pid)
    assert [(q.text, q.asked_by, q.row_id) for q in page.open] == [("Who owns the list?", "Iris", row_id)]
    answer_asked(room.desk, room.mara, room.pid, row_id, page.open[0].version, answer="Sales does.")
    page = questions_view(room.desk, room.mara, room.pid)
    assert (page.open, page.answered[0].answer, page.answered[0].answered_by) == ((), "Sales does.", "Mara")


def test_two_answers_to_one_asked_question_both_stay_readable(room):
    row_id = ask_question(room.desk, room.iris, room.pid, text="Who?")
    answer_asked(room.desk, room.mara, room.pid, row_id, 1, answer="Sales.")
    with pytest.raises(Conflict) as clash:
        answer_asked(room.desk, room.iris, room.pid, row_id, 1, answer="IT.")
    assert (clash.value.mine, clash.value.theirs) == ({"answer": "IT."}, {"answer": "Sales."})


@pytest.mark.parametrize(
    ("asker", "owner", "sides"),
    [
        ("iris", "", {"marketing"}),
        ("mara", "", {"it"}),
        ("iris", "Iris", {"it"}),
        ("iris", "mara", {"marketing"}),
        ("mara", "Somebody from outside", {"it"}),
        ("mara", "Marketing", {"marketing"}),
        ("mara", "Rolf", {"it"}),
    ],
)
def test_a_question_waits_for_its_owners_side_else_for_the_other_side_than_the_askers(room, asker, owner, sides):
    ask_question(room.desk, getattr(room, asker), room.pid, scope=1, text="Who owns the list?", owner=owner)
    assert [set(q.sides) for q in questions_view(room.desk, room.rolf, room.pid).open] == [sides]
    assert bool(queue(room.desk, room.iris).questions) == ("it" in sides)
    assert bool(for_marketing(room.desk, room.mara, room.pid).questions) == ("marketing" in sides)
    (card,) = list_projects(room.desk, room.mara)
    assert card.waits_for == ("marketing" if sides == {"marketing"} else "both")


def test_each_member_learns_how_many_questions_wait_for_their_side(room):
    ask_question(room.desk, room.iris, room.pid, scope=1, text="Who owns the list?")
    ask_question(room.desk, room.iris, room.pid, text="Who pays?")
    counts = [project_view(room.desk, who, room.pid).questions_for_me for who in (room.mara, room.iris, room.rolf)]
    assert counts == [2, 0, 0]


def test_the_queue_says_what_each_option_lacks(room):
    ask_it(room.desk, room.mara, room.pid, 1, "")
    points = {f"one_off_{point}": "5" for point in ("optimistic", "likely", "pessimistic")}
    add_option(room.desk, room.iris, room.pid, 1, {"name": "Rules", "risk": "low", **points})
    row = queue(room.desk, room.iris).rows[0]
    assert (row.lacking, row.options_to_add, row.options_missing) == (("A lacks yearly cost and time",), 1, 2)


def test_an_empty_question_and_a_day_gone_by_are_refused(room):
    with pytest.raises(InputErrors) as refused:
        ask_question(room.desk, room.iris, room.pid, text="  ")
    assert refused.value.errors[0].field == "text"
    with pytest.raises(InputError) as late:
        ask_question(room.desk, room.iris, room.pid, text="Who?", due=date(2026, 1, 1))
    assert late.value.field == "due"
    with pytest.raises(NotAllowed):
        ask_question(room.desk, room.rolf, room.pid, text="Who?")
