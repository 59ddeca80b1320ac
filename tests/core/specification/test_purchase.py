"""What a bidder reads about purchase, contract, prices and volumes: each line says whose it is or who is asked."""

from datetime import date

import pytest

from tests.core.specification.test_document import sections, words
from tests.factories import TODAY, make_chapter, make_member, make_project, make_requirement, make_translation
from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.tailored import RuledOut
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.specification.assemble import assemble
from translator.core.specification.bidders import TERMS
from translator.core.specification.dates import day_in
from translator.core.specification.evaluation import points_in
from translator.core.specification.tender import PURCHASE_MATTERS
from translator.core.specification.topics import SETTLED
from translator.core.terms import Priority
from translator.core.text import UseCase

BANK = load_bank()
LEAD = make_member("Ada", "both", lead=True)


def said(question, *values, number=None, unit=""):
    state = AnswerState.STATED
    return Answer(question=question, state=state, values=values, number=number, unit=unit, said_by="Ada")


def chapters(*answers, works=(), deadline=date(2027, 12, 1), ruled_out=()):
    project = make_project(members=(LEAD,), deadline=deadline)
    dossier = Dossier(project=project, works=works, answers=AnswerSheet(answers), ruled_out=ruled_out)
    return sections(assemble(BANK, translate(BANK, dossier), TODAY))


def case(number, *answers):
    text = UseCase(number=number, title="News", narrative="Members get an e-mail each Monday.")
    return Work(use_case=text, answers=AnswerSheet(answers))


def row(section, *start):
    """Return the row of any table of a section that begins with these words, cell by cell."""
    for table in (b for b in section.blocks if hasattr(b, "rows")):
        for cells in table.rows:
            found = [" ".join("".join(r.text for r in p) for p in c.paragraphs) for c in cells]
            if found[: len(start)] == list(start):
                return [text.replace("\N{NO-BREAK SPACE}", " ") for text in found]
    raise AssertionError((start, words(section)))


def test_a_date_of_the_purchase_stands_with_the_name_of_who_said_it_and_its_requirement():
    found = row(chapters(said("bid_dates", "Questions until 8 January 2027."))["purchase"], "Dates")
    assert found[1:3] == ["Questions until 8 January 2027.", "Ada"]
    assert found[3].startswith("S-V-")


def test_what_nobody_settled_about_the_purchase_names_who_should():
    found = row(chapters()["purchase"], "Dates")
    assert found[1:3] == ["Not stated yet. Ada with purchasing should say.", "Nobody yet"]


def test_a_rule_that_holds_without_an_answer_is_called_standard():
    found = row(chapters()["purchase"], "Validity")
    assert found[1] == "The supplier shall hold the bid open for 3 months after the last day for bids."
    assert found[2] == "Standard"


@pytest.mark.parametrize("question", [m.question for m in (*PURCHASE_MATTERS, *TERMS) if m.question])
def test_what_stands_in_the_frame_is_not_told_again_among_the_answers(question):
    assert question in SETTLED


def test_a_matter_that_was_ruled_out_has_no_row():
    out = RuledOut(topic="confidentiality", reason="A public tender.", person="Ada")
    assert "Confidentiality" not in words(chapters(ruled_out=(out,))["purchase"])


def test_how_much_a_bid_covers_is_never_invented():
    use_case = case(1)
    assert "is not stated yet" in words(chapters(works=(use_case,))["tendered"])
    whole = words(chapters(said("bid_parts", "whole"), works=(use_case,))["tendered"])
    assert "a bid on a part is not scored" in whole


def test_a_must_that_is_met_partly_counts_as_missed():
    assert row(chapters()["replying"], "Partly")[2] == "Missed"


def test_a_missed_must_means_the_same_wherever_the_document_speaks_of_it():
    found, meaning = chapters(), "A missed must sets the bid aside unless the client accepts what is offered instead."
    for place in ("replying", "reading", "evaluation"):
        assert meaning in words(found[place])
    everything = "\n".join(map(words, found.values()))
    assert "may set the bid aside" not in everything
    assert "not accepted" not in everything


@pytest.mark.parametrize(
    ("reply", "points"), [("Agreed", "3"), ("Agreed with changes", "1"), ("Not agreed", "0"), ("Configured", "3")]
)
def test_what_the_supplier_shall_do_has_replies_of_its_own_beside_those_of_the_system(reply, points):
    assert row(chapters()["replying"], reply)[3] == points


def test_the_terms_of_the_contract_say_liability_and_rights_as_duties_of_the_supplier():
    contract = chapters(said("liability", "fees"), said("who_owns", "ours"))["contract"]
    assert row(contract, "Liability")[1] == "The supplier shall accept liability up to the fees of one contract year."
    assert row(contract, "Rights in the work")[2] == "Ada"
    assert row(contract, "Law and courts")[1].startswith("Not stated yet. Ada with purchasing")


def test_weights_stand_as_a_table_and_points_that_do_not_add_up_are_asked_about():
    evaluation = chapters(said("weights", "What it does 40, price 30, team 10"))["evaluation"]
    assert row(evaluation, "Price") == ["Price", "30"]
    assert row(evaluation, "Together") == ["Together", "80"]
    assert "Ada with purchasing should say how the points add up to 100." in words(evaluation)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Fit 60, price 40", (("Fit", 60), ("price", 40))),
        ("fit: 60%; price: 40%.", (("fit", 60), ("price", 40))),
        ("Mostly the price", ()),
        ("Fit 60, the rest is price", ()),
    ],
)
def test_points_are_read_only_where_each_part_has_some(text, points):
    assert points_in(text) == points


def test_all_volumes_stand_in_one_table_and_what_is_asked_and_unknown_is_marked():
    use_case = case(1, said("people", number=260_000, unit="people"))
    volumes = chapters(said("total_people", number=3_400_000, unit="people"), works=(use_case,))["current-figures"]
    assert row(volumes, "Whole project")[1] == "3,400,000 people"
    assert row(volumes, "UC1")[1:4] == ["260,000 people", "Not stated yet", "Not stated yet"]


def test_the_day_it_must_work_stands_beside_the_deadline():
    plan = chapters(said("go_live", "1 October 2027, before the season."))["implementation"]
    assert row(plan, "It must work on")[1] == "1 October 2027, before the season."
    assert "Both dates bind: it works on 1 October 2027, and what is left ends by 1 December 2027" in words(plan)


@pytest.mark.parametrize(
    ("answer", "last_day"),
    [
        ("Questions until 8 January 2027; bids until 29 January 2027.", "Bids until 29 January 2027."),
        ("In spring 2027", "In spring 2027."),
    ],
)
def test_the_summary_says_what_is_known_of_the_last_day_for_bids(answer, last_day):
    assert f"Last day for bids: {last_day}" in words(chapters(said("bid_dates", answer))["summary"])
    assert "Last day for bids: not stated yet." in words(chapters()["summary"])


def test_no_column_counts_what_is_left_out_this_time_where_nothing_is():
    def head(*requirements):
        spec = assemble(BANK, make_translation(chapters=(make_chapter(requirements=requirements),)), TODAY)
        return next(b.head for b in sections(spec)["summary"].blocks if hasattr(b, "head"))

    assert head(make_requirement(1)) == ("Use case", "Must", "Should", "Could")
    assert head(make_requirement(1, priority=Priority.WONT))[-1] == "Won't"


def test_a_day_after_the_deadline_is_asked_about():
    plan = chapters(said("go_live", "On 1 March 2028."))["implementation"]
    assert "should say which date counts" in words(plan)


def test_only_a_day_written_in_full_is_read_as_one():
    assert day_in("by 31 February 2027 or 3rd May 2027") == date(2027, 5, 3)
    assert day_in("before the summer of 2027") is None


def test_the_price_form_has_as_many_years_as_the_first_term_of_the_contract():
    form = chapters(said("contract", number=18, unit="month"))["pricing"].blocks[1]
    assert form.head == ("Line", "One-off", "Year 1", "Year 2", "Basis")
    assert sum(form.widths) == 100
    assert chapters()["pricing"].blocks[1].head[-2] == "Year 3"


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Reward customers who scan a code in the pack, without an app.", "App"),
        ("Send members a text message on Mondays, no texts after 8pm.", "Texts after 8pm"),
        ("Members get an e-mail each Monday. Staff must not see card details.", "As marketing says it"),
    ],
)
def test_what_is_ruled_out_is_named_as_a_thing_so_that_it_does_not_read_as_its_opposite(text, thing):
    work = Work(use_case=UseCase(number=1, title="News", narrative=text), answers=AnswerSheet(()))
    assert row(chapters(works=(work,))["scope-out"], "UC1-X-01")[1] == thing


def test_a_document_explains_how_to_answer_what_is_ruled_out_only_where_something_is():
    assert "Kept or Not kept" not in words(chapters(works=(case(1),))["replying"])
    text = UseCase(number=1, title="News", narrative="Members get an e-mail each Monday, without an app.")
    assert "what is not kept is a missed must" in words(chapters(works=(Work(use_case=text),))["replying"])
