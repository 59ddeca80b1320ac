"""What the document says once: a way that many use cases go, a measure, an answer that is its own quote."""

from datetime import date

from use_cases_together import translated

from tests.core.specification.test_document import document, sections, words
from tests.factories import make_chapter, make_reading, make_requirement, make_signal, make_work
from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerState
from translator.core.pipeline import specify
from translator.core.reading.model import Kind, Reading
from translator.core.text import UseCase

TODAY = date(2026, 11, 22)
TEXT = "We report repeat orders from the loyalty tool."


def whole(*cases):
    return sections(specify(load_bank(), translated(*cases), TODAY))


def test_use_cases_that_go_the_same_way_name_the_chosen_option_together():
    tendered = words(sections(document(chapters=[make_chapter(make_work(number)) for number in (1, 2, 3)]))["tendered"])
    assert tendered.count("marketing chose option") == 1
    assert "UC1, UC2 and UC3: marketing chose option B" in tendered


def test_words_of_the_text_that_the_measure_holds_already_are_not_repeated():
    case = UseCase(number=1, title="Back again", narrative=TEXT, measure="Repeat orders: 20%")
    seen = (make_signal(TEXT, "repeat orders", Kind.KPI, "repeat orders"),)
    chapter = make_chapter(make_work(use_case=case), reading=Reading(TEXT, seen))
    assert "The text also says" not in words(sections(document(chapters=[chapter]))["goals"])


def test_a_confirmed_quote_names_a_system_once():
    work = make_work()
    said = Answer(question="data_home", state=AnswerState.CONFIRMED, values=("Salesforce",), quote="Salesforce")
    chapter = make_chapter(work, answers=work.answers.with_answer(said))
    systems = sections(document(chapters=[chapter]))["systems"].blocks[0]
    assert len(systems.rows) == 1


def test_an_answer_that_is_its_own_quote_is_not_quoted_again():
    work = make_work()
    said = Answer(
        question="channels", state=AnswerState.CONFIRMED, values=("home page",), quote="Home page", said_by="Ada Berg"
    )
    chapter = make_chapter(work, answers=work.answers.with_answer(said))
    assert "confirming" not in words(sections(document(chapters=[chapter]))["use-case-1"])


def test_a_use_case_of_no_known_kind_says_nothing_about_its_kind():
    chapter = make_chapter(reading=make_reading())
    assert not chapter.reading.pattern
    assert "kind of use case" not in words(sections(document(chapters=[chapter]))["use-case-1"])


def test_a_need_that_nobody_drives_has_no_column_for_drivers():
    texts = {"channels": ("email",)}
    found = whole({**texts, "languages": ("German",)}, {**texts, "languages": ("German and French",)})
    (languages,) = found["shared-languages"].blocks
    assert languages.head == ("Use case", "Needs", "Own number (no reply)")


def test_lines_with_the_same_plain_words_are_told_apart_by_their_sentences():
    bases = ("channel", "channel", "general", "general")
    alike = words(whole(*({"permission": (basis,)} for basis in bases))["shared-alike"])
    assert "a recorded permission for the channel" in alike
    assert "a recorded permission for marketing" in alike


def test_a_conflict_lists_each_answer_once_with_all_who_give_it_and_says_why_it_is_one():
    said = words(whole(*({"permission": (basis,)} for basis in ("existing", "general", "existing")))["conflicts"])
    assert "UC1 and UC3: They are customers and have not objected" in said
    assert "One list cannot hold" in said


def test_a_value_to_be_agreed_is_named_once_with_all_the_lines_that_wait_for_it():
    fit = "A user changes one rule without help; the longest wait is to be agreed."
    lines = [
        make_requirement(1, fit=fit),
        make_requirement(2, fit=fit),
        make_requirement(3, fit="On a test, all pass."),
    ]
    lines.append(make_requirement(4, fit="A log shows it; the period is to be agreed.", topic="backup"))
    values = words(sections(document(chapters=[make_chapter(requirements=lines)]))["open-questions"])
    assert "The longest wait\nUC1-F-01, UC1-F-02" in values
    assert "UC1-F-03" not in values
    assert "The period (backup)\nUC1-F-04" in values


def test_a_measure_given_as_an_answer_stands_among_the_goals():
    goals = words(whole({"measure": ("Calls per desk, seen by the head of service",)})["goals"])
    assert "Calls per desk, seen by the head of service" in goals
