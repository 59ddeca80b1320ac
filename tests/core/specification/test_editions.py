"""The edition for bidders: everything they must read and fill in, and nothing that is for marketing and IT alone."""

import json
import re

import pytest

from tests.factories import (
    TODAY,
    make_bank,
    make_chapter,
    make_dossier,
    make_member,
    make_open_question,
    make_option,
    make_project,
    make_requirement,
    make_translation,
    make_work,
)
from translator.core.requirements.model import Feasibility, Verdict
from translator.core.specification.assemble import assemble
from translator.core.specification.editions import for_bidders, in_edition
from translator.core.specification.model import Edition, Table
from translator.core.terms import Category
from translator.export import EXPORTERS

OPTION = "Rules in the secret tool"


@pytest.fixture(scope="module")
def whole():
    work = make_work(options=(make_option("A", name=OPTION, how="By a secret way.", chosen=True), make_option("B")))
    lines = [
        make_requirement(
            1, 1, category, feasibility=Feasibility(verdict=Verdict.YES_IF, note="It costs € 4,321 a year more.")
        )
        for category in Category
    ]
    chapter = make_chapter(work, lines, open_questions=(make_open_question(must=False, why="A secret reason."),))
    return assemble(make_bank(), make_translation(make_dossier([work]), (chapter,)), TODAY)


@pytest.fixture(scope="module")
def bidders(whole):
    return for_bidders(whole)


def tables(sections):
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
        yield from tables(section.sections)


@pytest.mark.parametrize("ending", ["html", "md", "json"])
def test_no_file_for_bidders_holds_money_options_verdicts_or_a_place_to_sign(whole, bidders, ending):
    secrets = ["€", "300,000", "30000000", "4,321", OPTION, "secret way", "Yes if", "secret reason", "PERT"]
    inside, outside = (EXPORTERS[ending][0](spec).decode() for spec in (whole, bidders))
    assert [secret for secret in secrets if secret in outside] == []
    assert "For marketing" not in outside
    assert "4,321" in inside
    assert OPTION in inside


def test_bidders_get_every_requirement_with_its_fit_criterion_and_room_to_reply(bidders):
    asked = [t for t in tables(bidders.sections) if "requirements:" in t.caption]
    assert [t.head for t in asked] == [("No.", "Requirement", "Fit criterion", "Priority", "Reply, and how")] * 5
    ids = [cell.anchor for t in asked for row in t.rows for cell in row if cell.anchor]
    assert ids == ["UC1-F-01", "UC1-D-01", "UC1-I-01", "S-I-01", "UC1-V-01"]
    assert all(not row[-1].paragraphs for t in asked for row in t.rows)


def test_bidders_have_room_to_reply_and_read_the_reason_without_what_is_said_to_the_marketer():
    line = make_requirement(1, plain="You see who clicked.", rationale="Nobody can guess it.")
    whole = assemble(make_bank(), make_translation(chapters=(make_chapter(requirements=[line]),)), TODAY)
    inside, outside = (EXPORTERS["md"][0](spec).decode() for spec in (whole, for_bidders(whole)))
    assert "You see who clicked." in inside
    assert "You see who clicked." not in outside
    assert "Why: Nobody can guess it." in outside
    asked = [t for t in tables(for_bidders(whole).sections) if "requirements:" in t.caption]
    assert all(t.widths[-1] > t.widths[2] for t in asked)


def test_chapters_that_point_to_requirements_name_them_to_bidders_in_one_row():
    lines = [make_requirement(n, topic="audit log", plain=f"You see who looked, {n}.") for n in (1, 2)]
    whole = assemble(make_bank(), make_translation(chapters=(make_chapter(requirements=lines),)), TODAY)
    assert (
        "| Audit log | [UC1-F-01](#UC1-F-01), [UC1-F-02](#UC1-F-02) |"
        in EXPORTERS["md"][0](for_bidders(whole)).decode()
    )
    assert "You see who looked, 2." in EXPORTERS["md"][0](whole).decode()


def test_the_columns_that_are_left_fill_the_line(bidders):
    for table in tables(bidders.sections):
        assert sum(table.widths) == 100, table.caption
        assert all(len(row) == len(table.head) == len(table.widths) for row in table.rows), table.caption


def test_what_a_bidder_reads_and_fills_in_comes_before_what_only_the_two_sides_read(whole, bidders):
    anchors = [section.anchor for section in whole.sections]
    kept = [section.anchor for section in bidders.sections]
    assert anchors[: len(kept)] == kept
    assert anchors[len(kept) :] == ["options", "money", "decisions"]


def test_both_say_what_is_tendered_and_only_the_whole_one_which_option_was_chosen(whole, bidders):
    def tendered(spec):
        return json.dumps(json.loads(EXPORTERS["json"][0](spec))["sections"][1]["sections"][0], ensure_ascii=False)

    assert "4 of them musts" in tendered(whole)
    assert "4 of them musts" in tendered(bidders)
    assert f"marketing chose option A, {OPTION}" in tendered(whole)
    assert "marketing chose" not in tendered(bidders)


def test_the_title_page_tells_the_last_day_for_bids_from_the_day_the_project_is_finished(whole, bidders):
    dates = ["Last day for bids", "Project to be finished by"]
    assert [fact.label for fact in whole.facts] == ["Reference", "Edition", "Contacts", "Budget", *dates]
    assert [fact.label for fact in bidders.facts] == ["Reference", "Edition", "Contacts", *dates]
    facts = {fact.label: fact.value.replace("\N{NO-BREAK SPACE}", " ") for fact in bidders.facts}
    assert facts["Reference"] == "Personal offers, 21 November 2026"
    assert facts["Edition"] == "For bidders"
    assert facts["Last day for bids"] == "Not stated yet"
    assert facts["Project to be finished by"] == "30 September 2027"
    assert facts["Contacts"] == "Ada Berg, marketing (lead)\nIvo Lang, IT (lead)"


def test_members_who_lead_no_side_are_contacts_too_and_readers_are_not():
    members = (make_member("Rita", "reader"), make_member("Bo", "it"), make_member("Ada", "both", lead=True))
    dossier = make_dossier(project=make_project(members=members))
    facts = {f.label: f.value for f in assemble(make_bank(), make_translation(dossier), TODAY).facts}
    assert facts["Contacts"] == "Ada, marketing and IT (lead)\nBo, IT"


def test_a_draft_stays_one_for_bidders_without_the_list_of_what_is_missing():
    spec = assemble(make_bank(), make_translation(make_dossier(project=make_project(budget=None))), TODAY)
    assert (spec.status, spec.missing) == ("DRAFT", ("No budget is stated.",))
    out = in_edition(spec, Edition.BIDDERS)
    assert (out.status, out.missing, out.standing, out.signatures) == ("DRAFT FOR BIDDERS", (), (), ())
    assert in_edition(spec, Edition.WHOLE) == spec


def test_the_status_counts_what_is_still_open_and_links_to_it(whole):
    said = "".join(run.text for run in whole.standing).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "Ready for signature: nothing that the document cannot do without is missing. Still open: 1 question, "
        "the weights of the evaluation and the dates of the purchase."
    )
    anchors = set(re.findall(r'id="doc-([\w-]+)"', EXPORTERS["html"][0](whole).decode()))
    assert {run.ref for run in whole.standing if run.ref} <= anchors


def test_values_to_be_agreed_are_counted_on_the_title_page_and_listed_with_the_open_questions():
    lines = [make_requirement(n, fit="Within a time to be agreed.") for n in (1, 2)]
    spec = assemble(make_bank(), make_translation(chapters=(make_chapter(requirements=lines),)), TODAY)
    assert "2\N{NO-BREAK SPACE}values to be agreed" in [run.text for run in spec.standing]
    text = EXPORTERS["md"][0](spec).decode()
    assert "2 requirements name a value that is to be agreed; bidders may propose one." in text
