"""Answer: what the text says is confirmed, what it does not say is asked, and every answer can be checked."""

import re

import pytest
from lxml import html
from visitor import words

from translator.web.desk import desk

TEXT = (
    "When a customer leaves the loan calculator, send them an e-mail within 2 hours. "
    "We have 40,000 customers. Not by SMS, please."
)


@pytest.fixture
def told(ana, case):
    """Give a use case whose text says a good deal."""
    ana.post(case, title="Calculator", narrative=TEXT, measure="", version="2")
    return case


def confirm_all(person, case):
    form = person.page(f"{case}/answer").xpath("//main//form")[0]
    return person.post(f"{case}/answer", confirm="all", **with_lists(form))


def with_lists(form):
    found = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    del found["csrf_token"]
    return found


def row(page, question):
    return words(page.get_element_by_id(question))


class TestConfirming:
    def test_shows_what_the_text_says_with_its_quotes(self, ana, told):
        shown = words(ana.page(f"{told}/answer"))
        assert "We read these from your text" in shown
        assert "Where should it appear? E-mail from e-mail" in shown

    def test_confirms_everything_at_once_and_goes_on_to_the_first_question(self, ana, told):
        response = confirm_all(ana, told)
        assert response.status_code == 303
        page = ana.page(response.headers["Location"])
        assert page.xpath("//main//h1")
        assert "We read these" not in words(page)
        checked = row(ana.page(f"{told}/answer/check"), "channels")
        assert "E-mail Ana Example, from e-mail" in checked

    def test_confirms_one_and_stays_for_the_others(self, ana, told):
        form = ana.page(f"{told}/answer").xpath("//main//form")[0]
        page = ana.post(f"{told}/answer", follow=True, confirm="channels", **with_lists(form))
        assert "We read these from your text" in words(page)
        assert "Where should it appear?" not in words(page)

    def test_leads_to_what_the_document_needs_next_and_else_to_the_answers(self, ana, told):
        confirm_all(ana, told)
        for _ in range(60):
            address = ana.get(f"{told}/answer").headers["Location"]
            if address.endswith("/check"):
                break
            how = {"how": "unknown", "version": "0", "owner": "", "due": ""}
            assert ana.post(address, **how).status_code == 303
        page = ana.page(f"{told}/answer/check")
        assert page.xpath("//dl//*[contains(@class, 'tag')][normalize-space()='needed']") == []
        assert page.xpath("//a[normalize-space()='Next question']")

    def test_offers_to_change_what_was_read_wrong_and_comes_back(self, ana, told):
        page = ana.page(f"{told}/answer/channels?from=confirm")
        assert "Your text says e-mail" in words(page)
        assert page.xpath("//input[@value='email']/@checked")
        response = ana.post(
            f"{told}/answer/channels", values=["email", "push"], version="0", how="answer", **{"from": "confirm"}
        )
        assert response.headers["Location"] == f"{told}/answer"

    def test_lets_the_answer_of_somebody_quicker_stand(self, ana, ben, told):
        form = ana.page(f"{told}/answer").xpath("//main//form")[0]
        ben.post(f"{told}/answer/channels", values=["push"], version="0", how="answer")
        page = ana.post(f"{told}/answer", follow=True, confirm="all", **with_lists(form))
        assert "Some of these were answered meanwhile" in words(page)
        assert "e-mail" not in row(ana.page(f"{told}/answer/check"), "channels").lower()


class TestSayingTheSameAgain:
    @pytest.fixture
    def other(self, ana, house):
        """Add a second use case and return its address."""
        return ana.post(f"/projects/{house['pid']}/use-cases").headers["Location"].partition("?")[0]

    def test_offers_what_another_use_case_says_and_takes_it_with_one_key(self, ana, case, other):
        ana.post(f"{case}/answer/people", number="40k", unit="people", version="0", how="answer")
        page = ana.page(f"{other}/answer/people")
        assert re.search(r"UC1 says 40,000 people ?\. The same here\?", words(page))
        button = page.xpath("//button[@name='how'][@value='same']")[0]
        assert button.get("data-press") == "s"
        ana.post(f"{other}/answer/people", version="0", how="same", **{"from": ""})
        assert "40,000 people Ana Example" in row(ana.page(f"{other}/answer/check"), "people")
        assert "The same here?" not in words(ana.page(f"{other}/answer/people"))

    def test_a_sentence_of_another_use_case_keeps_its_own_full_stop_and_gets_no_second_one(self, ana, case, other):
        ana.post(f"{case}/answer/measure", values=["Contracts, by the head of shops."], version="0", how="answer")
        page = words(ana.page(f"{other}/answer/measure"))
        assert re.search(r"head of shops\.”? ?The same here\?", page)
        assert "Ctrl Enter continues" in page

    def test_offers_nothing_where_the_text_or_nobody_says_something(self, ana, case, other):
        assert "The same here?" not in words(ana.page(f"{other}/answer/people"))
        ana.post(f"{case}/answer/channels", values=["push"], version="0", how="answer")
        ana.post(other, title="Other", narrative="When a customer leaves, send an e-mail.", measure="", version="1")
        assert "The same here?" not in words(ana.page(f"{other}/answer/channels"))

    def test_says_so_when_nobody_says_it_any_more(self, ana, other):
        refused = ana.post(f"{other}/answer/people", version="0", how="same", **{"from": ""})
        assert refused.status_code == 422
        assert "No other use case says this any more" in words(refused)

    def test_lets_the_answer_of_somebody_quicker_stand(self, ana, ben, case, other):
        ana.post(f"{case}/answer/people", number="40k", unit="people", version="0", how="answer")
        ben.post(f"{other}/answer/people", number="9", unit="people", version="0", how="answer")
        assert ana.post(f"{other}/answer/people", version="0", how="same", **{"from": ""}).status_code == 409


class TestAskingOneQuestionAPage:
    def test_makes_the_question_the_heading_and_says_why_it_is_asked(self, ana, case):
        page = ana.page(f"{case}/answer/people")
        with ana.app.app_context():
            asked = desk().bank.question("people")
        assert words(page.xpath("//main//h1/label")[0]) == asked.text
        assert asked.why in words(page)
        assert asked.example in words(page)
        assert "Your answer decides: volumes and sizing (1 line of the document), and whether 1 more" in words(page)

    def test_makes_the_question_the_legend_of_its_choices(self, ana, case):
        page = ana.page(f"{case}/answer/channels")
        assert page.xpath("//fieldset/legend/h1")
        assert len(page.xpath("//input[@type='checkbox'][@name='values']")) > 5

    @pytest.mark.parametrize(("typed", "shown"), [("10k", "10,000 people"), ("30.000", "30,000 people")])
    def test_understands_numbers_as_people_write_them(self, ana, case, typed, shown):
        ana.post(f"{case}/answer/people", number=typed, unit="people", version="0", how="answer")
        assert shown in row(ana.page(f"{case}/answer/check"), "people")

    def test_says_beside_the_field_what_it_could_not_use_and_keeps_it(self, ana, case):
        response = ana.post(f"{case}/answer/people", number="quite a few", unit="people", version="0", how="answer")
        assert response.status_code == 422
        assert "There is a problem" in words(response)
        assert 'value="quite a few"' in response.text
        assert 'href="#number"' in response.text
        assert 'id="number-error"' in response.text
        assert "<title>Error: " in response.text

    def test_asks_for_an_answer_when_nothing_was_chosen(self, ana, case):
        response = ana.post(f"{case}/answer/channels", version="0", how="answer")
        assert response.status_code == 422
        assert "Choose an answer, or “I don't know”." in words(response)

    def test_goes_to_another_question_after_each_answer(self, ana, told):
        confirm_all(ana, told)
        seen, address = [], f"{told}/answer"
        for _ in range(3):
            page = ana.page(address)
            form = page.xpath("//main//form")[0]
            seen.append(form.get("action"))
            address = ana.post(form.get("action"), version="0", how="skip", **{"from": ""}).headers["Location"]
        assert len(set(seen)) == 3

    def test_leads_back_to_the_question_before(self, ana, told):
        confirm_all(ana, told)
        first = ana.page(f"{told}/answer").xpath("//main//form/@action")[0]
        after = ana.post(first, version="0", how="skip", **{"from": ""}).headers["Location"]
        assert ana.page(after).xpath("//a[@class='back']/@href") == [first]

    def test_asks_what_an_answer_calls_for_and_nothing_else(self, ana, case):
        ana.post(f"{case}/answer/start", values=["event"], version="0", how="answer")
        assert "Which event starts it" in words(ana.page(f"{case}/answer/check"))
        ana.post(f"{case}/answer/start", values=["schedule"], version="1", how="answer")
        assert "Which event starts it" not in words(ana.page(f"{case}/answer/check"))

    def test_says_how_much_is_left_in_words(self, ana, case):
        before = words(ana.page(f"{case}/answer/people").xpath("//p[@class='over']")[0])
        assert "needed answers missing" in before
        ana.post(f"{case}/answer/people", number="10k", unit="people", version="0", how="answer")
        after = words(ana.page(f"{case}/answer/check").xpath("//p[@class='over']")[0])
        assert before.split(" of ")[0] != after.split(" of ")[0]

    def test_lets_a_person_go_back_and_choose_another_answer(self, ana, case):
        ana.post(f"{case}/answer/people", number="10k", unit="people", version="0", how="answer")
        again = ana.post(f"{case}/answer/people", number="20k", unit="people", version="0", how="answer")
        assert again.status_code == 303
        assert "20,000 people" in row(ana.page(f"{case}/answer/check"), "people")

    def test_shows_both_answers_when_two_people_answered(self, ana, ben, case):
        ben.post(f"{case}/answer/people", number="10k", unit="people", version="0", how="answer")
        response = ana.post(f"{case}/answer/people", number="20k", unit="people", version="0", how="answer")
        assert response.status_code == 409
        assert "10,000 people" in words(response)
        assert "20,000 people" in words(response)
        resend = dict(response_form(response).form_values())
        assert ana.post(f"{case}/answer/people", **resend).status_code == 303
        assert "20,000 people" in row(ana.page(f"{case}/answer/check"), "people")


def response_form(response):
    return html.fromstring(response.text).xpath("//main//form")[0]


class TestNotKnowing:
    def test_opens_a_question_with_an_owner_and_a_day(self, ana, case):
        ana.post(f"{case}/answer/people", version="0", how="unknown", owner="Ivo Example", due="2099-03-31")
        page = ana.page(f"{case}/answer/check")
        assert "I don't know Ivo Example finds out by 31 March 2099" in row(page, "people")
        assert "Ivo Example finds out" in words(page.xpath("//section[@aria-labelledby='open-title']")[0])

    def test_offers_the_members_and_takes_any_name(self, ana, case):
        page = ana.page(f"{case}/answer/people")
        assert "Ivo Example" in page.xpath("//datalist[@id='people']/option/@value")
        ana.post(f"{case}/answer/people", version="0", how="unknown", owner="Our agency")
        assert "Our agency finds out" in row(ana.page(f"{case}/answer/check"), "people")

    @pytest.mark.parametrize(
        ("due", "sentence"), [("2020-01-01", "Choose a day from today on."), ("soon", "Write the day as the calendar")]
    )
    def test_refuses_a_day_that_cannot_be_and_keeps_the_owner(self, ana, case, due, sentence):
        response = ana.post(f"{case}/answer/people", version="0", how="unknown", owner="Ivo", due=due)
        assert response.status_code == 422
        assert sentence in words(response)
        assert 'value="Ivo"' in response.text

    def test_takes_a_skipped_question_up_again_from_the_check_page(self, ana, case):
        ana.post(f"{case}/answer/people", version="0", how="skip")
        assert "Not provided Skipped for now" in row(ana.page(f"{case}/answer/check"), "people")
        assert "How many people" in words(ana.page(f"{case}/answer/people?from=check"))


class TestCheckingAnswers:
    def test_changes_an_answer_and_returns_straight_to_it(self, ana, case):
        ana.post(f"{case}/answer/people", number="10k", unit="people", version="0", how="answer")
        page = ana.page(f"{case}/answer/people?from=check")
        assert page.xpath("//input[@id='number']/@value") == ["10,000"]
        response = ana.post(
            f"{case}/answer/people", number="12k", unit="people", version="1", how="answer", **{"from": "check"}
        )
        assert response.headers["Location"] == f"{case}/answer/check#people"

    def test_takes_an_answer_back(self, ana, case):
        ana.post(f"{case}/answer/people", number="10k", unit="people", version="0", how="answer")
        ana.post(f"{case}/answer/people", version="1", how="clear")
        assert "Not provided" in row(ana.page(f"{case}/answer/check"), "people")

    def test_leads_to_the_requirements(self, ana, case):
        assert ana.page(f"{case}/answer/check").xpath(f"//a[@href='{case}/requirements']")

    def test_marks_what_the_document_needs(self, ana, case):
        assert "needed" in row(ana.page(f"{case}/answer/check"), "people")


class TestTheProjectsOwnQuestions:
    def test_are_asked_and_checked_in_the_same_way(self, ana, house):
        root = f"/projects/{house['pid']}/answer"
        page = ana.page(root)
        action = page.xpath("//main//form/@action")[0]
        assert action.startswith(f"{root}/")
        ana.post(action, version="0", how="unknown", owner="Ivo Example")
        assert "Ivo Example finds out" in words(ana.page(f"{root}/check"))

    def test_do_not_mix_with_those_of_a_use_case(self, ana, house):
        assert ana.get(f"/projects/{house['pid']}/answer/people").status_code == 404


class TestWhoMayWhat:
    @pytest.mark.parametrize("name", ["ivo", "rita"])
    def test_others_see_the_answers_and_cannot_change_them(self, name, request, told):
        person = request.getfixturevalue(name)
        shown = person.page(f"{told}/answer")
        assert "Check your answers" in words(shown)
        assert not shown.xpath("//main//form[@method='post']")
        assert person.post(f"{told}/answer/people", number="5", unit="people", version="0").status_code == 403

    @pytest.mark.parametrize("path", ["", "/check", "/people"])
    def test_a_member_of_another_project_sees_nothing(self, olga, case, path):
        assert olga.get(f"{case}/answer{path}").status_code == 404

    def test_a_question_that_is_not_in_the_bank_is_not_there(self, ana, case):
        assert ana.get(f"{case}/answer/nonsense").status_code == 404


class TestWhatPurchasingKnows:
    """Questions on the purchase are asked last, are nobody's duty, and name who knows."""

    @pytest.fixture
    def root(self, house):
        return f"/projects/{house['pid']}/answer"

    def test_a_question_says_who_usually_knows_and_proposes_who_finds_out(self, ana, root):
        page = ana.page(f"{root}/bid_dates")
        assert "Usually known to: purchasing." in words(page)
        assert page.xpath("//input[@name='owner']/@value") == ["Purchasing"]

    def test_the_sheet_sets_its_sections_apart_and_counts_them_apart(self, ana, root):
        page = ana.page(f"{root}/check")
        assert "The purchase for purchasing" in words(page)
        assert re.search(r"; \d+ that purchasing knows", words(page))
