"""The document: what stands where, what it never says, and when it is no draft any more."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import (
    TODAY,
    make_bank,
    make_chapter,
    make_dossier,
    make_open_question,
    make_option,
    make_project,
    make_prompt,
    make_requirement,
    make_standard,
    make_translation,
    make_work,
)  # fmt: skip
from translator.core.answers import Answer, AnswerState
from translator.core.project import Member, Project
from translator.core.requirements.model import Feasibility, Status, Verdict
from translator.core.specification.assemble import assemble
from translator.core.specification.model import Bullets, Chart, Paragraph, Prose, Table
from translator.core.terms import Category, Priority
from translator.core.text import UseCase


def document(dossier=None, chapters=None, **over):
    return assemble(make_bank(), make_translation(dossier, chapters, **over), TODAY)


def sections(spec):
    waiting, found = list(spec.sections), {}
    while waiting:
        section = waiting.pop(0)
        found[section.anchor] = section
        waiting += section.sections
    return found


def words(section):
    parts = [section.title]
    for block in section.blocks:
        if isinstance(block, Paragraph):
            parts.append("".join(run.text for run in block.runs))
        elif isinstance(block, Prose):
            parts.append(block.markdown)
        elif isinstance(block, Bullets):
            parts += ["".join(run.text for run in item) for item in block.items]
        elif isinstance(block, Table):
            parts += [block.caption, *block.head, *(t for row in block.rows for c in row for t in cell_words(c))]
    return "\n".join([*parts, *(words(part) for part in section.sections)]).replace("\N{NO-BREAK SPACE}", " ")


def cell_words(cell):
    return ["".join(run.text for run in paragraph) for paragraph in cell.paragraphs] + [cell.prose] * bool(cell.prose)


def test_chapters_follow_the_order_of_a_request_for_proposals():
    assert [section.anchor for section in document().sections] == [
        "summary", "instructions", "project", "goals", "landscape", "scope", "use-cases", "functional-requirements",
        "data-requirements", "infrastructure-requirements", "services-requirements", "privacy", "implementation",
        "support", "vendor", "contract",
        "pricing", "evaluation", "open-questions", "glossary", "trace", "options", "money", "decisions",
    ]  # fmt: skip


def test_a_complete_project_is_ready_for_signature_and_says_so():
    spec = document()
    assert (spec.status, spec.missing) == ("FOR SIGNATURE", ())
    assert [(s.side, s.name) for s in spec.signatures] == [("For marketing", "Ada Berg"), ("For IT", "Ivo Lang")]


TWO, ONE = (make_option("A"), make_option("B")), (make_option("A", chosen=True), make_option("B", weeks=None))
UNSAID = make_project(problem=" ", proof="")
ASSUMED = Answer(question="channels", state=AnswerState.ASSUMED, values=("website",), quote="home page")
MISSING = [
    (make_dossier(project=UNSAID), None, "The project does not say what problem it solves and how we will know."),
    (make_dossier(project=make_project(budget=None)), None, "No budget is stated."),
    (make_dossier(project=make_project(deadline=None)), None, "No deadline is stated."),
    (make_dossier(works=()), (), "No use case has been described."),
    (
        None,
        {"prompts": (make_prompt(),)},
        "1 needed answer is missing for UC1.",
    ),
    (
        None,
        {"requirements": (make_requirement(1, feasibility=None), make_requirement(2))},
        "IT has not judged 1 of 2 requirements of UC1.",
    ),
    (
        None,
        {"prompts": (make_prompt(suggestion=ASSUMED),)},
        "1 answer was read from the text of UC1, and nobody has confirmed that.",
    ),
    (None, {"requirements": (make_requirement(1, review_stale=True),)}, "IT has not judged 1 of 1 requirement of UC1."),
    (None, {"work": make_work(options=())}, "IT has priced no option for UC1; two are needed."),
    (None, {"work": make_work(options=ONE)}, "IT has priced only one option for UC1; two are needed."),
    (None, {"work": make_work(options=TWO)}, "Marketing has not chosen an option for UC1."),
    (
        None,
        {"work": make_work(use_case=UseCase(number=1, title="", narrative=" "))},
        "UC1 has not been described.",
    ),
]


@pytest.mark.parametrize(("dossier", "chapter", "sentence"), MISSING, ids=[case[2] for case in MISSING])
def test_a_document_stays_a_draft_while_something_is_missing_and_names_it(dossier, chapter, sentence):
    chapters = (make_chapter(**chapter),) if isinstance(chapter, dict) else chapter
    if chapters and dossier is None:
        dossier = make_dossier([c.work for c in chapters])
    spec = document(dossier, chapters)
    assert spec.status == "DRAFT"
    assert sentence in [text.replace("\N{NO-BREAK SPACE}", " ") for text in spec.missing]


def test_questions_that_are_not_musts_hold_nothing_up():
    spec = document(chapters=(make_chapter(open_questions=(make_open_question(must=False),)),))
    assert spec.status == "FOR SIGNATURE"


def test_requirements_of_the_project_must_be_judged_too():
    spec = document(standard=(make_standard(1, feasibility=None),))
    assert [t.replace("\N{NO-BREAK SPACE}", " ") for t in spec.missing] == [
        "IT has not judged 1 of 1 requirement of the shared requirements."
    ]


def test_every_live_requirement_stands_once_in_its_category_s_table_and_once_in_the_trace():
    lines = [make_requirement(n, 1, c) for c in Category for n in (1, 2)]
    spec = document(chapters=(make_chapter(requirements=lines),))
    found = sections(spec)
    for category in Category:
        anchors = [
            cell.anchor
            for part in found[f"{category.value}-requirements"].sections
            for block in part.blocks
            for row in block.rows
            for cell in row
            if cell.anchor
        ]
        shared = ["S-I-01"] if category is Category.INFRASTRUCTURE else []
        assert anchors == [f"UC1-{category.letter}-01", f"UC1-{category.letter}-02", *shared]
    for line in lines:
        assert words(found["trace"]).count(line.id) == 1


def test_dropped_and_withdrawn_requirements_appear_nowhere():
    gone = [make_requirement(7, status=Status.DROPPED), make_requirement(8, status=Status.WITHDRAWN)]
    spec = document(chapters=(make_chapter(requirements=[make_requirement(1), *gone]),))
    everything = "\n".join(words(section) for section in spec.sections)
    assert "UC1-F-01" in everything
    assert "UC1-F-07" not in everything
    assert "UC1-F-08" not in everything
    assert [r["id"] for r in spec.data["requirements"]] == ["UC1-F-01", "S-I-01"]


def test_what_the_text_rules_out_is_numbered_and_answered_and_never_among_the_requirements():
    spec = document()
    found = sections(spec)
    table = next(block for block in found["scope-out"].blocks if isinstance(block, Table))
    assert table.form
    assert table.head[-1] == "Reply: Kept or Not kept"
    assert table.rows[0][0].anchor == spec.data["exclusions"][0]["id"] == "UC1-X-01"
    assert "“open complaint must not see it”" in words(found["scope-out"])
    assert "finds none of it" in words(found["scope-out"])
    for category in Category:
        assert "customers with an open complaint" not in words(found[f"{category.value}-requirements"])


def test_what_is_agreed_to_be_left_out_this_time_stands_under_out_of_scope():
    line = make_requirement(1, priority=Priority.WONT, plain="Offers in the app.")
    assert "UC1-F-01 Offers in the app. (won't, this time)" in words(
        sections(document(chapters=(make_chapter(requirements=[line]),)))["scope-out"]
    )


def test_the_marketer_s_words_are_quoted_whole_with_their_evidence_marked():
    section = sections(document())["use-case-1"]
    quote = section.blocks[0]
    narrative = make_work().use_case.narrative
    assert (quote.style, quote.markdown) == ("quote", narrative)
    marked = [narrative[start:end] for start, end in quote.marks]
    assert marked[:2] == ["leaves the loan calculator", "home page"]
    ends = [end for _, end in quote.marks]
    assert all(end <= start for end, (start, _) in zip(ends, quote.marks[1:], strict=False))


def test_every_line_says_whose_word_it_is():
    understood = words(sections(document())["use-case-1"])
    assert "Open complaint (ruled out)" in understood
    landscape = words(sections(document())["landscape"])
    assert "Salesforce\nUC1: “Salesforce”" in landscape


def test_an_assumed_answer_is_marked_as_assumed_and_a_stated_one_names_its_speaker():
    work = make_work()
    assumed = Answer(question="channels", state=AnswerState.ASSUMED, values=("website",), quote="home page")
    spec = document(chapters=(make_chapter(work, answers=work.answers.with_answer(assumed)),))
    understood = words(sections(spec)["use-case-1"])
    assert "UC1: answers, by Ada Berg where nobody else is named" in understood
    assert "40,000 people" in understood
    assert "Web pages  Assumed from “home page”; nobody has confirmed it yet" in understood


def test_options_are_compared_line_by_line_with_the_requirements_they_meet():
    table = sections(document())["options-1"].blocks[0]
    assert table.head == ("", "A. Rules in the web shop", "B. A decision engine")
    lines = {cell_words(row[0])[0]: [cell_words(cell) for cell in row[1:]] for row in table.rows}
    assert lines["One-off cost"][0][0].replace("\N{NO-BREAK SPACE}", " ") == "€ 40,000 / € 60,000 / € 90,000"
    assert lines["Meets fully"][0][0].replace("\N{NO-BREAK SPACE}", " ") == "1 of 4 requirements; 2 not judged yet"
    assert lines["Meets partly"][0][0] == "UC1-D-01"
    assert [cells[0] for cells in lines["Marketing chose"]] == ["No", "Chosen"]


def test_more_than_three_options_are_compared_three_abreast():
    work = make_work(options=tuple(make_option(letter) for letter in "ABCDE"))
    tables = [b for b in sections(document(make_dossier([work])))["options-1"].blocks if isinstance(b, Table)]
    assert [len(table.head) for table in tables] == [4, 3]
    assert all(sum(table.widths) == 100 for table in tables)


def test_money_and_time_stand_against_budget_and_deadline():
    section = sections(document())["money"]
    text = words(section)
    assert "One-off cost plus the first year: € 72,200 (€ 61,400 to € 83,000)." in text
    assert "One-off cost plus three years: € 93,200 (€ 81,600 to € 105,000)." in text
    assert "The first sum fits the budget of € 300,000, also at the upper end." in text
    assert "44 weeks remain until the deadline of 30 September 2027" in text
    assert "The time that the tender takes (questions, replies, award) is not in it" in text
    charts = [block for block in section.blocks if isinstance(block, Chart)]
    assert [chart.limit for chart in charts] == [("Budget", 300_000.0), ("Deadline", 44.0)]


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (5_000_000, "The first sum is € 22,200 above the budget of € 50,000."),
        (7_500_000, "The first sum fits the budget of € 75,000 as expected, not at the upper end."),
        (9_000_000, "The first sum fits the budget of € 90,000, also at the upper end."),
    ],
)
def test_the_expected_cost_and_its_upper_end_are_held_against_the_budget(budget, said):
    assert said in words(sections(document(make_dossier(project=make_project(budget=budget))))["money"])


@pytest.mark.parametrize("budget", [5_000_000, 30_000_000])
def test_nothing_fits_the_budget_while_a_use_case_has_no_price(budget):
    works = [make_work(1), make_work(2, options=(make_option("A", yearly=None, chosen=True),))]
    found = sections(document(make_dossier(works, project=make_project(budget=budget))))
    for text in (words(found["money"]), words(found["summary"])):
        assert "UC2 has no price yet" in text
        assert "sum fits the budget of" not in text.replace("Whether the first sum fits", "")
    assert "Not in these sums: UC2" in words(found["money"])


def test_an_empty_project_invents_nothing_and_names_who_should_speak():
    project = Project(name="Empty", members=(Member(name="Ada Berg", side="marketing", lead=True),))
    spec = document(make_dossier(works=(), project=project, decisions=()), (), standard=())
    text = "\n".join(words(section) for section in spec.sections)
    assert text.count("Not stated yet") > 10
    assert "Ada Berg (Marketing) should say the commercial objective." in text
    assert "IT should say two or more priced options for each use case." in text
    assert spec.data["requirements"] == []


def test_a_requirement_that_an_edit_froze_shows_what_the_draft_says_now():
    line = make_requirement(1, status=Status.EDITED, source_changed=True, draft_sentence="The system shall wait.")
    text = words(sections(document(chapters=(make_chapter(requirements=[line]),)))["functional-requirements"])
    assert "The source changed since this was edited. The draft now says: The system shall wait." in text


def test_it_s_verdict_stands_beside_the_requirement_with_its_condition():
    line = make_requirement(1, feasibility=Feasibility(verdict=Verdict.NO, note="No interface."))
    table = sections(document(chapters=(make_chapter(requirements=[line]),)))["functional-use-case-1"].blocks[0]
    row = table.rows[0]
    assert (cell_words(row[-1]), row[-1].tone) == (["No"], "bad")
    assert row[1].prose == "IT: No interface."


def test_open_questions_name_owner_and_date_and_the_awaited_come_first():
    asked = (make_open_question(must=False, owner="", due=None, text="Which font?"), make_open_question())
    table = sections(document(chapters=(make_chapter(open_questions=asked),)))["open-questions"].blocks[0]
    first, second = [[cell_words(cell)[0].replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.rows]
    assert first == ["UC1", "How long are the clicks kept?", "Ivo Lang", "5 December 2026", "Yes"]
    assert second == ["UC1", "Which font?", "No owner yet", "No date yet", "No"]


def test_the_glossary_explains_only_terms_that_the_document_uses():
    text = words(sections(document())["glossary"])
    assert "control group" in text
    assert "data lake" not in text


def test_forms_for_bidders_are_empty_and_the_same_for_everyone():
    form = next(b for b in sections(document())["pricing"].blocks if isinstance(b, Table))
    assert form.form
    assert all(not cell.paragraphs for row in form.rows for cell in row[1:])


def test_anchors_are_unique_and_links_lead_somewhere():
    works = [make_work(1), make_work(2)]
    spec = document(make_dossier(works))
    anchors = list(sections(spec))
    assert len(anchors) == len(set(anchors))
    rows = [
        row for section in sections(spec).values() for b in section.blocks if isinstance(b, Table) for row in b.rows
    ]
    ids = [cell.anchor for row in rows for cell in row if cell.anchor]
    assert len(ids) == len(set(ids))
    refs = {run.ref for row in rows for cell in row for paragraph in cell.paragraphs for run in paragraph if run.ref}
    assert refs <= {*anchors, *ids}


def test_every_table_s_columns_fill_the_line_and_fit_its_rows():
    spec = document(make_dossier([make_work(1), make_work(2, options=())]))
    for section in sections(spec).values():
        for table in (block for block in section.blocks if isinstance(block, Table)):
            assert sum(table.widths) == 100, table.caption
            assert {len(table.head), len(table.widths)} == {len(table.head)}
            assert all(len(row) == len(table.head) for row in table.rows), table.caption


def test_the_same_project_gives_the_same_document():
    assert document() == document()
    assert replace(document(), prepared_on="") != document()
    assert assemble(make_bank(), make_translation(), date(2027, 1, 1)).facts[0][1].endswith("2027")
