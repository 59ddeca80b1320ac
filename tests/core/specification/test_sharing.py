"""The chapter of what several use cases share, and of what they contradict each other in."""

from datetime import date

from use_cases_together import translated

from translator.content.load import load_bank
from translator.core.pipeline import specify
from translator.core.specification.editions import for_bidders

TODAY = date(2026, 11, 22)
CASES = (
    {"speed": ("daily",), "freshness": (1.0, "day"), "permission": ("general",)},
    {"speed": ("realtime",), "freshness": (5.0, "minute"), "permission": ("existing",)},
)


def document(*cases):
    return specify(load_bank(), translated(*cases), TODAY)


def chapter(spec, anchor):
    parts = [*spec.sections, *(s for part in spec.sections for s in part.sections)]
    return next((part for part in parts if part.anchor == anchor), None)


def texts(section):
    rows = section.blocks[0].rows
    return [[" ".join(r.text for p in c.paragraphs for r in p) for c in row] for row in rows]


def test_each_need_has_a_table_of_use_case_value_and_driver():
    fresh = texts(chapter(document(*CASES), "shared-freshness"))
    assert [(row[0], row[1], row[3]) for row in fresh] == [("UC1", "1 day", "No"), ("UC2", "5 minutes", "Yes")]


def test_a_use_cases_own_line_that_differs_by_its_value_alone_is_not_written_out():
    for need in ("shared-speed", "shared-freshness"):
        assert not any("shall" in row[2] for row in texts(chapter(document(*CASES), need)))


def test_a_shared_requirement_stands_once_in_the_tables_and_names_its_use_cases():
    spec = document(*CASES)
    found = [r for r in spec.data["requirements"] if "no older at the moment of use" in r["sentence"]]
    assert len(found) == 1
    assert [part["use_case"] for part in found[0]["needed_by"]] == ["UC1", "UC2"]
    assert found[0]["needed_by"][1]["drives"] is True


def test_a_shared_requirement_lists_the_value_that_binds_each_use_case_and_what_would_do_for_the_others():
    spec = document(*CASES)
    row = next(r for r in texts(chapter(spec, "data-shared")) if "no older at the moment of use" in r[1])
    assert "Answered here once, for UC2 (5 minutes) and UC1 (1 day)." in row[1]
    less = chapter(spec, "shared-freshness").blocks[1]
    assert "".join(r.text for r in less.runs) == "UC2 drives it. For the other use cases this would do: 1 day."


def test_one_rule_says_at_which_of_two_numbers_a_shared_need_is_answered():
    spec = for_bidders(document(*CASES))
    replying = "".join(r.text for block in chapter(spec, "replying").blocks for r in getattr(block, "runs", ()))
    assert "Each need is answered once" in replying
    own = chapter(spec, "data-use-case-1").blocks[1]
    (line,) = [r for r in spec.data["requirements"] if "no older at the moment of use" in r["sentence"]]
    assert line["id"] in [r.ref for r in own.runs]
    assert "answered once, at the shared number" in own.runs[0].text
    replies = [r["id"] for r in spec.data["requirements"]]
    assert not {part["id"] for r in spec.data["requirements"] for part in r["needed_by"]} & set(replies)


def test_nothing_is_said_about_shared_numbers_while_nothing_is_shared():
    replying = chapter(document(CASES[0]), "replying")
    assert not any("One need" in r.text for block in replying.blocks for r in getattr(block, "runs", ()))


def test_every_link_of_the_document_leads_somewhere():
    spec = document(*CASES)
    anchors, links = set(), set()

    def walk(sections):
        for part in sections:
            anchors.add(part.anchor)
            for block in part.blocks:
                for row in getattr(block, "rows", ()):
                    for cell in row:
                        runs = [r for p in getattr(cell, "paragraphs", ()) for r in p]
                        links.update(r.ref for r in runs if r.ref)
                        anchors.update(a for a in (getattr(cell, "anchor", ""),) if a)
                links.update(r.ref for r in getattr(block, "runs", ()) if r.ref)
            walk(part.sections)

    walk(spec.sections)
    assert links <= anchors


def test_an_open_conflict_is_missing_from_the_document_and_none_of_the_bidders_business():
    spec = document(*CASES)
    assert "A conflict needs a decision: what allows us to contact people (UC1 and UC2)." in spec.missing
    assert chapter(spec, "conflicts").internal
    bidders = for_bidders(spec)
    assert chapter(bidders, "conflicts") is None
    assert "conflicts" not in bidders.data


def test_one_use_case_alone_has_no_such_chapter():
    assert chapter(document(CASES[0]), "shared") is None
