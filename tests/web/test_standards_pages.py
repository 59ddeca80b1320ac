"""The pages of the standard pack: topics that bring lines first, the others folded; which value counts here."""

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
