"""The pages of the standard pack: topics that bring lines first, the others folded; which value counts here."""

import pytest
from lxml import html
from visitor import words


def test_topics_without_a_line_are_folded_until_they_are_ruled_out(ana, house):
    place = f"/projects/{house['pid']}/topics"
    page = ana.page(place)
    assert not page.xpath("//main//details//li//*[contains(text(), ' line')]")
    link = page.xpath("//main//details//li//a")[0]
    ana.post(link.get("href"), version="0", reason="Nobody here needs it.")
    shown = ana.page(place).xpath("//main//ul[not(ancestor::details)]")
    assert any("Nobody here needs it." in words(part) for part in shown)


def test_a_value_with_several_standards_says_which_one_counts_here(ana, house):
    page = ana.page(f"/projects/{house['pid']}/standards")
    said = [words(part) for part in page.xpath("//dd[strong]") if "elsewhere" in words(part)]
    assert said
    for part in said:
        assert part.partition(" here; elsewhere")[0] in part.partition("data are")[2]


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        ("standard.undo/time", "90 bananas", "Write a length of time, such as “30 days”."),
        ("standard.undo/time", "soon", "Write a length of time, such as “30 days”."),
        ("standard.undo/time", "0 days", "Write a length of time, such as “30 days”."),
        ("standard.pentest/rhythm", "every 3 bananas", "Write how often, such as “once a year”."),
        ("service.references/number", "some clients", "Write a number and what it counts, such as “two clients”."),
    ],
)
def test_a_value_of_another_kind_is_refused_beside_the_field_and_kept_there(ivo, house, place, typed, said):
    address = f"/projects/{house['pid']}/standards/{place}"
    refused = ivo.post(address, version="0", value=typed, reason="Ours.")
    assert refused.status_code == 422
    page = html.fromstring(refused.text)
    assert said in words(page.xpath("//*[@id='value-error']")[0])
    assert page.xpath("//input[@id='value']/@value") == [typed]
    assert "Ours." in words(page.xpath("//textarea[@id='reason']")[0])


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("standard.undo/time", "60 days"),
        ("standard.erase/time", "30 calendar days"),
        ("standard.leave/time", "4 working hours"),
        ("standard.pentest/rhythm", "every quarter"),
        ("project.status/rhythm", "monthly"),
        ("support.review/rhythm", "each Monday"),
        ("service.references/number", "3 clients"),
        ("contract.law/place", "Austria"),
    ],
)
def test_a_value_of_the_same_kind_is_taken_in_any_unit(ivo, house, place, typed):
    answer = ivo.post(f"/projects/{house['pid']}/standards/{place}", version="0", value=typed, reason="")
    assert answer.status_code == 302
    page = ivo.page(f"/projects/{house['pid']}/standards")
    assert typed in [words(part) for part in page.xpath("//dd/strong")]
