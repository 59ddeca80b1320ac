"""The check of the whole: what a project leaves out or says twice is found, with the question that would settle it."""

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Scope
from translator.core.prompts import assume, prompts_for
from translator.core.quality.names import explained_by
from translator.core.quality.part import Part
from translator.core.quality.whole import check_use_case, check_whole
from translator.core.reading.read import read
from translator.core.requirements.model import Origin, Requirement, Status
from translator.core.terms import Category, Priority
from translator.core.text import UseCase

BANK = load_bank()
TEXT = "When a guest checks out, send an e-mail with their purchase history and the loyalty points."


def answered(*said):
    return AnswerSheet(
        tuple(Answer(question=question, state=AnswerState.STATED, values=(value,)) for question, value in said)
    )


def case(text=TEXT, said=(), measure="", lines=(), number=1):
    reading, sheet = read(text, BANK.lexicon), answered(*said)
    return Part(
        use_case=UseCase(number=number, title="Ours", narrative=text, measure=measure),
        reading=reading,
        prompts=prompts_for(BANK, Scope.USE_CASE, reading, sheet),
        answers=assume(BANK, reading, sheet),
        requirements=tuple(lines),
    )


def project(said=(), lines=()):
    sheet = answered(*said)
    return Part(
        prompts=prompts_for(BANK, Scope.PROJECT, None, sheet),
        answers=assume(BANK, None, sheet),
        requirements=tuple(lines),
    )


def line(sentence, ref="UC1-F-01", status=Status.ADDED, fit="A test shows 5 of 5 cases.", use_case=1):
    return Requirement(
        id=ref, key=ref, use_case=use_case, category=Category.FUNCTIONAL, sentence=sentence, plain="", rationale="",
        fit=fit, priority=Priority.MUST, origin=Origin.STATED, topic="", trace=(), status=status,
    )  # fmt: skip


def codes(part):
    return [f.code for f in check_use_case(BANK, part)]


def whole(*cases, over=None):
    return check_whole(BANK, over or project(), cases, explained_by(BANK))


def test_a_use_case_without_a_measure_is_found_and_the_question_named():
    (found,) = (f for f in check_use_case(BANK, case()) if f.code == "no-measure")
    assert (found.use_case, found.question) == (1, "measure")
    assert "no-measure" not in codes(case(measure="Repeat bookings"))
    assert "no-measure" not in codes(case(said=[("measure", "Repeat bookings")]))


def test_a_data_item_without_a_source_is_named():
    (found,) = (f for f in check_use_case(BANK, case()) if f.code == "no-source")
    assert "“purchase history”" in found.message
    assert found.question == "data_home"


def test_a_source_for_one_item_leaves_the_other_open():
    (found,) = (
        f
        for f in check_use_case(BANK, case(said=[("data_home", "Purchase history is in the till.")]))
        if f.code == "no-source"
    )
    assert "loyalty points" in found.message
    assert "purchase" not in found.message


def test_a_source_for_everything_is_enough():
    for said in (
        "Everything is in the till.",
        "The hotel system.",
        "Purchases in the till, points in the loyalty tool.",
    ):
        assert "no-source" not in codes(case(said=[("data_home", said)])), said


def test_people_are_only_contacted_on_a_lawful_basis():
    assert "no-basis" in codes(case())
    assert "no-basis" not in codes(case(said=[("permission", "service")]))
    assert "no-basis" not in codes(case(TEXT + " Only with their opt-in."))


def test_open_needed_answers_are_counted_once_and_not_beside_a_finding_of_their_own():
    part = case()
    (found,) = (f for f in check_use_case(BANK, part) if f.code == "open-question")
    needed = [p.question for p in part.prompts if p.question.must and p.open and not p.to_confirm]
    own = {"measure", "data_home", "permission"}
    assert found.message.startswith(f"{len([q for q in needed if q.id not in own])} needed answers are missing: “")


def test_owner_and_end_date_of_data_are_asked_once_for_the_project():
    found = {f.code: f for f in whole(case(), case(number=2))}
    assert found["no-owner"].message.startswith("The data of UC1 and UC2 has no owner.")
    assert found["no-retention"].of_project
    settled = project([("data_owner", "The head of sales"), ("keep", "3 years")])
    assert {"no-owner", "no-retention"}.isdisjoint(f.code for f in whole(case(), over=settled))


def test_a_line_of_ones_own_without_a_measure_is_named():
    found = check_use_case(BANK, case(lines=[line("The system shall send a letter.", fit="")]))
    assert [f.lines for f in found if f.code == "no-fit"] == [("UC1-F-01",)]


def test_two_lines_that_say_the_same_in_another_order_are_found_across_use_cases():
    one = line("The system shall show the booking status on the start page.")
    other = line(
        "On the start page, the system shall show the status of the booking.", "UC2-F-01", Status.DRAFTED, use_case=2
    )
    (found,) = (f for f in whole(case(lines=[one]), case(number=2, lines=[other])) if f.code == "twice")
    assert found.lines == ("UC1-F-01", "UC2-F-01")


def test_lines_that_differ_in_a_word_that_matters_are_no_doubles():
    lines = [
        line("The system shall show the booking status on the start page."),
        line("The system shall hide the booking status on the last page.", "UC1-F-02"),
    ]
    assert "twice" not in [f.code for f in whole(case(lines=lines))]


def test_what_the_bank_drafts_twice_is_left_to_sharing():
    same = [line("The system shall show the booking status.", f"UC1-F-0{n}", Status.DRAFTED) for n in (1, 2)]
    assert "twice" not in [f.code for f in whole(case(lines=same))]


def test_a_term_that_nobody_explained_is_told_once_with_all_its_lines():
    lines = [line("The system shall show the CLV.", f"UC1-F-0{n}") for n in (1, 2)]
    (found,) = (f for f in whole(case(lines=lines)) if f.code == "unexplained")
    assert found.message.startswith("“CLV” is not in the glossary")
    agreed = check_whole(BANK, project(), (case(lines=lines),), explained_by(BANK, ["CLV"]))
    assert "unexplained" not in [f.code for f in agreed]


def test_a_complete_use_case_has_no_finding():
    reading = read(TEXT, BANK.lexicon)
    sheet = AnswerSheet()
    for _ in range(80):
        waiting = [p for p in prompts_for(BANK, Scope.USE_CASE, reading, sheet) if p.open]
        if not waiting:
            break
        question = waiting[0].question
        values = (question.choices[0].id,) if question.choices else ("Everything, in words",)
        sheet = sheet.with_answer(
            Answer(question=question.id, state=AnswerState.STATED, values=values, number=2, unit="hour")
        )
    part = Part(
        use_case=UseCase(number=1, title="", narrative=TEXT),
        reading=reading,
        prompts=prompts_for(BANK, Scope.USE_CASE, reading, sheet),
        answers=assume(BANK, reading, sheet),
        requirements=(),
    )
    assert check_use_case(BANK, part) == ()
