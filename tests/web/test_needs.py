"""What several use cases need, on its pages: who drives it, what less would save, what contradicts."""

import pytest
from visitor import words

from translator.services.answer import answer_view, save_answer
from translator.web.desk import desk

POINTS = ("optimistic", "likely", "pessimistic")


@pytest.fixture
def place(sharing):
    return sharing


def keep(app, house, years, version=0):
    with app.app_context():
        save_answer(desk(), house["ana"], house["pid"], 0, "keep", version=version, number=years, unit="year")


def price(visitor, place, level, *amounts, version=0, **more):
    fields = {f"one_off_{point}": amount for point, amount in zip(POINTS, amounts, strict=True)}
    fields |= {f"yearly_{point}": "10" for point in POINTS}
    return visitor.post(f"{place}/needs/speed/price", level=level, version=version, note="", **{**fields, **more})


def test_the_requirements_of_the_project_name_what_counts_and_who_drives_it(ana, place):
    page = ana.page(f"{place}/requirements")
    row = page.xpath("//section[@aria-labelledby='common']//tr[th/a[contains(@href, '/needs/speed')]]")[0]
    assert "At once while the person is still there" in words(row)
    assert words(row.xpath("td[@data-label='Driven by']")[0]) == "UC1"
    (number,) = row.xpath("td[@data-label='Requirements']/a/@href")
    assert page.xpath(f"//*[@id='{number[1:]}']")


def test_the_page_of_a_need_says_what_would_do_for_those_that_do_not_drive_it(ana, place):
    assert "For those that do not drive it, this would do: Within hours." in words(ana.page(f"{place}/needs/speed"))


def test_a_use_cases_page_says_what_covers_its_line_and_does_not_count_it_twice(ana, place):
    page = ana.page(f"{place}/use-cases/2/requirements")
    covered = page.xpath("//section[@aria-labelledby='covered']")[0]
    assert "Covered by S-I-" in words(covered)
    assert "while the person" not in words(page.xpath("//section[@aria-labelledby='group-3']")[0])


def test_a_what_if_shows_before_and_after_and_stores_nothing(ana, app, house, place):
    page = ana.page(f"{place}/needs/speed?use_case=1&value=daily")
    seen = words(page.xpath("//section[@id='what-if']//div[@role='status']")[0])
    assert "while the person is still present" in seen
    assert "within hours of the start" in seen
    assert "IT has not priced" in seen
    with app.app_context():
        assert answer_view(desk(), house["ana"], house["pid"], 1).prompt("speed").answer.values == ("realtime",)


def test_prices_of_levels_say_what_less_would_save(ana, ivo, place):
    assert price(ivo, place, "realtime", "80k", "100k", "150k").status_code == 302
    assert price(ivo, place, "hourly", "20k", "30k", "40k").status_code == 302
    seen = words(ana.page(f"{place}/needs/speed?use_case=1&value=weekly").xpath("//div[@role='status']")[-1])
    assert "Saves €75,000" in seen
    assert "Saves €0" in seen


def test_a_saving_is_named_without_cents_and_those_who_would_drive_it_by_name(ana, ivo, place):
    price(ivo, place, "realtime", "80k", "100k", "151k")
    price(ivo, place, "hourly", "20k", "30k", "41k")
    seen = words(ana.page(f"{place}/needs/speed?use_case=1&value=hourly").xpath("//div[@role='status']")[-1])
    assert "Then UC1 and UC2 would drive it." in seen
    assert ".67" not in seen
    assert "Saves €" in seen


def test_a_price_that_was_changed_meanwhile_is_not_overwritten(ivo, place):
    price(ivo, place, "realtime", "1", "2", "3")
    refused = price(ivo, place, "realtime", "4", "5", "6")
    assert refused.status_code == 409
    assert "Two texts for the price" in words(refused)
    assert price(ivo, place, "realtime", "4", "5", "6", version=1).status_code == 302


def test_a_price_that_cannot_be_read_is_said_beside_its_field(ivo, place):
    refused = price(ivo, place, "realtime", "cheap", "2", "3")
    assert refused.status_code == 422
    assert "field__error" in refused.text


def test_taking_a_what_if_over_is_an_answer_of_that_use_case(ana, app, house, place):
    page = ana.page(f"{place}/needs/speed?use_case=1&value=daily")
    form = page.xpath("//form[contains(@action, 'take-over')]")[0]
    assert ana.post(f"{place}/needs/speed/take-over", **dict(form.form_values())).status_code == 302
    with app.app_context():
        assert answer_view(desk(), house["ana"], house["pid"], 1).prompt("speed").answer.values == ("daily",)
    assert "UC2" in words(ana.page(f"{place}/requirements").xpath("//td[@data-label='Driven by']")[0])


def test_only_it_prices_and_only_marketing_takes_over(ana, ivo, rita, place):
    assert price(ana, place, "realtime", "1", "2", "3").status_code == 403
    wish = {"use_case": 1, "value": "daily", "version": 1}
    assert ivo.post(f"{place}/needs/speed/take-over", **wish).status_code == 403
    assert not rita.page(f"{place}/needs/speed?use_case=1&value=daily").xpath("//form[@method='post'][not(@class)]//h3")


def test_a_need_that_nobody_shares_is_not_there(ana, place):
    assert ana.get(f"{place}/needs/peak").status_code == 404
    assert ana.get(f"{place}/needs/nonsense").status_code == 404


def test_a_contradiction_is_shown_on_the_overview_until_somebody_decides(ana, app, house, place):
    keep(app, house, "3")
    shown = words(ana.page(place).xpath("//section[@aria-labelledby='conflicts-title']")[0])
    assert "UC2: 30 days" in shown
    assert "The project: 3 years" in shown
    form = ana.page(place).xpath("//form[contains(@action, '/conflicts/decide')]")[0]
    opened = ana.post(f"{place}/conflicts/decide", **dict(form.form_values()))
    again = ana.post(f"{place}/conflicts/decide", **dict(form.form_values()))
    assert opened.location == again.location
    asked = ana.page(opened.location)
    assert words(asked.xpath("//h1")[0]).endswith("?")
    assert "UC2: 30 days" in words(asked.xpath("//p[@class='lede']")[0])
    ana.post(opened.location, version=1, outcome="30 days for all", reason="The law says so.")
    assert not ana.page(place).xpath("//section[@aria-labelledby='conflicts-title']")
    assert "30 days for all" in words(ana.page(f"{place}/requirements"))


def test_a_conflict_that_changes_or_comes_back_is_open_again(ana, app, house, place):
    keep(app, house, "3")
    form = ana.page(place).xpath("//form[contains(@action, '/conflicts/decide')]")[0]
    opened = ana.post(f"{place}/conflicts/decide", **dict(form.form_values()))
    ana.post(opened.location, version=1, outcome="30 days for all", reason="The law says so.")
    keep(app, house, "5", version=1)
    assert "Open again" in words(ana.page(place))
    with app.app_context():
        save_answer(desk(), house["ana"], house["pid"], 0, "keep", version=2, number="30", unit="day")
    assert "Conflicts" not in words(ana.page(place))
    keep(app, house, "3", version=3)
    assert "Open again" in words(ana.page(place))


DAYS_30 = "30 days for all"


def decided(ana, place, outcome=DAYS_30):
    form = ana.page(place).xpath("//form[contains(@action, '/conflicts/decide')]")[0]
    opened = ana.post(f"{place}/conflicts/decide", **dict(form.form_values())).location
    return opened, ana.post(opened, version=1, outcome=outcome, reason="The law says so.").location


def answer(app, house, scope, question):
    with app.app_context():
        return answer_view(desk(), house["ana"], house["pid"], scope).prompt(question).answer


def test_what_follows_from_a_decision_is_said_before_and_taken_over_with_one_click_after(ana, app, house, place):
    keep(app, house, "3")
    form = ana.page(place).xpath("//form[contains(@action, '/conflicts/decide')]")[0]
    opened = ana.post(f"{place}/conflicts/decide", **dict(form.form_values())).location
    before = ana.page(opened)
    assert "30 days" in words(before.xpath("//section[@aria-labelledby='follows']")[0])
    assert not before.xpath("//form[contains(@action, '/take-over')]")
    after = ana.post(opened, version=1, outcome=DAYS_30, reason="The law says so.").location
    assert after == f"{opened}#follows"
    take = ana.page(opened).xpath("//form[contains(@action, '/take-over')]")[0]
    assert ana.post(f"{opened}/take-over", **dict(take.form_values())).status_code == 302
    said = answer(app, house, 0, "keep")
    assert (said.number, said.unit) == (30, "day")
    assert not ana.page(place).xpath("//section[@aria-labelledby='conflicts-title']")


def test_what_was_taken_over_is_taken_back_and_the_decision_stands(ana, app, house, place):
    keep(app, house, "3")
    opened, _ = decided(ana, place)
    take = ana.page(opened).xpath("//form[contains(@action, '/take-over')]")[0]
    ana.post(f"{opened}/take-over", **dict(take.form_values()))
    undo = ana.page(opened).xpath("//form[contains(@action, '/take-back')]")[0]
    assert ana.post(f"{opened}/take-back", **dict(undo.form_values())).status_code == 302
    said = answer(app, house, 0, "keep")
    assert (said.number, said.unit) == (3, "year")
    assert not ana.page(place).xpath("//section[@aria-labelledby='conflicts-title']")
    assert DAYS_30 in words(ana.page(f"{place}/requirements"))
    ana.post(f"{opened}/take-back", **dict(undo.form_values()))
    assert answer(app, house, 0, "keep").number == 3


def test_an_answer_given_since_is_not_taken_back(ana, app, house, place):
    keep(app, house, "3")
    opened, _ = decided(ana, place)
    take = ana.page(opened).xpath("//form[contains(@action, '/take-over')]")[0]
    ana.post(f"{opened}/take-over", **dict(take.form_values()))
    keep(app, house, "7", version=2)
    ana.post(f"{opened}/take-back")
    assert "Somebody answered" in words(ana.page(opened))
    assert answer(app, house, 0, "keep").number == 7


def test_a_decision_says_which_text_still_reads_otherwise(ana, app, house, place):
    keep(app, house, "3")
    opened, _ = decided(ana, place, outcome="3 years, the tax office asks for it")
    first = ana.page(opened).xpath("//section[@aria-labelledby='follows']/article")[0]
    assert words(first.xpath("h3")[0]) == "3 years"
    assert "No answer has to change. This still reads otherwise" in words(first)
    assert "30 days" in words(first.xpath(".//li")[0])
    assert first.xpath(".//li/a/@href") == [f"{place}/use-cases/2"]
    assert not first.xpath(".//form")


def test_one_click_gives_every_use_case_the_permission_that_was_decided_on(ana, app, house, place):
    with app.app_context():
        for case, value in ((1, "general"), (2, "existing")):
            save_answer(desk(), house["ana"], house["pid"], case, "permission", version=0, values=[value])
    opened, _ = decided(ana, place, outcome="They said yes to marketing in general")
    take = ana.page(opened).xpath("//form[contains(@action, '/take-over')]")[0]
    assert words(take.xpath("ancestor::article/h3")[0]) == "They said yes to marketing in general"
    ana.post(f"{opened}/take-over", **dict(take.form_values()))
    assert answer(app, house, 2, "permission").values == ("general",)
    assert answer(app, house, 2, "permission").said_by == "Ana Example"


def test_only_the_way_that_was_decided_on_is_taken_over_and_the_other_asks_to_decide_anew(ana, app, house, place):
    with app.app_context():
        for case, value in ((1, "general"), (2, "existing")):
            save_answer(desk(), house["ana"], house["pid"], case, "permission", version=0, values=[value])
    opened, _ = decided(ana, place, outcome="They said yes to marketing in general")
    page = ana.page(opened)
    (take,) = page.xpath("//form[contains(@action, '/take-over')]")
    sent = dict(take.form_values())
    ana.post(f"{opened}/take-over", **{**sent, "way": "existing"})
    assert "The decision does not say this." in words(ana.page(opened))
    assert answer(app, house, 1, "permission").values == ("general",)
    (anew,) = page.xpath("//a[starts-with(normalize-space(), 'Decide anew, this way')]/@href")
    filled = ana.page(f"{opened}{anew.partition('#')[0]}")
    other = words(page.xpath("//section[@aria-labelledby='follows']/article[2]/h3")[0])
    assert words(filled.xpath("//textarea[@id='outcome']")[0]) == other


def test_a_decision_in_words_that_name_no_way_takes_nothing_over_until_one_is_named(ana, app, house, place):
    keep(app, house, "3")
    opened, _ = decided(ana, place, outcome="As short as the law allows")
    page = ana.page(opened)
    assert "do not say which of these ways" in words(page.xpath("//section[@aria-labelledby='follows']")[0])
    assert not page.xpath("//form[contains(@action, '/take-over')]")
    assert len(page.xpath("//a[starts-with(normalize-space(), 'Decide anew, this way')]")) == 2
