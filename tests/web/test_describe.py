"""Describe: what a marketer writes is saved, read back, and never lost; all of it without a script too."""

from datetime import timedelta
from time import process_time

import pytest
from lxml import html
from visitor import words

from translator.core.reading.model import Kind, Reading, Signal
from translator.core.text import Span
from translator.web.describe.chips import groups_of

TEXT = (
    "When a customer leaves the loan calculator, send them an e-mail within 2 hours. "
    "We have 40,000 customers. Not by SMS, please."
)


def save(person, case, **fields):
    typed = {"title": "Calculator", "narrative": TEXT, "measure": "", "version": "2", **fields}
    return person.post(case, **typed)


def signal(page, words_of_it):
    """Return the form value that names the signal with these words."""
    return page.xpath(f"//details[@data-evidence='{words_of_it}']/@data-key")[0]


class TestSavingWithoutAScript:
    def test_keeps_title_text_and_measure(self, ana, case):
        response = save(ana, case, measure="300 loans more")
        assert response.status_code == 303
        page = ana.page(case)
        assert page.xpath("//input[@id='title']/@value") == ["Calculator"]
        assert page.xpath("string(//textarea[@id='narrative'])").strip() == TEXT
        assert page.xpath("string(//textarea[@id='measure'])").strip() == "300 loans more"

    def test_goes_on_to_the_questions_when_asked_to(self, ana, case):
        assert save(ana, case, next="answer").headers["Location"] == f"{case}/answer"

    def test_does_not_go_on_without_a_text_and_says_why_at_the_field(self, ana, case):
        response = save(ana, case, narrative="  ", next="answer")
        assert response.status_code == 422
        assert "Write a few sentences about what you want" in words(response)
        assert 'value="Calculator"' in response.text

    def test_says_when_characters_had_to_be_taken_out(self, ana, case):
        response = save(ana, case, narrative="Send\x00 an\x0b e-mail")
        assert response.status_code == 303
        page = ana.page(case)
        assert "2 invisible characters that no document can carry had to be taken out" in words(page)
        assert page.xpath("string(//textarea[@id='narrative'])").strip() == "Send an e-mail"

    def test_keeps_a_text_that_is_too_long_on_the_page_and_says_so(self, ana, case):
        response = save(ana, case, narrative="word " * 11_000)
        assert response.status_code == 422
        assert "Use at most 50,000 characters here" in words(response)
        assert response.text.count("word word word") > 1_000

    @pytest.mark.parametrize(
        "text",
        ["e-mail", "أرسل رسالة بريد إلكتروني إلى العملاء", "🎉 Send 🎁 an e-mail 👨‍👩‍👧", "<b>&amp;</b> **bold**"],
    )
    def test_gives_every_kind_of_text_back_as_it_was_written(self, ana, case, text):
        save(ana, case, narrative=text)
        assert ana.page(case).xpath("string(//textarea[@id='narrative'])").strip() == text

    def test_shows_both_texts_when_two_people_saved(self, ana, ben, case):
        save(ben, case)
        response = save(ana, case, narrative="A text written at the same time.")
        assert response.status_code == 409
        assert "Somebody else saved first" in words(response)
        assert "A text written at the same time." in words(response)
        assert TEXT in words(response)

    def test_shows_both_texts_of_a_person_with_two_tabs_and_blames_nobody_else(self, ana, case):
        save(ana, case)
        response = save(ana, case, narrative="A text written in another tab.")
        assert response.status_code == 409
        assert "You saved another version of this yourself meanwhile, perhaps in another tab." in words(response)
        assert "A text written in another tab." in words(response)
        assert TEXT in words(response)
        assert "Somebody else" not in words(response)
        assert "Theirs" not in words(response)

    def test_takes_the_same_text_twice_when_its_answer_got_lost_on_the_way(self, ana, case):
        save(ana, case)
        assert save(ana, case).status_code == 303

    def test_saves_the_answer_to_a_conflict_with_the_version_that_now_stands(self, ana, case):
        save(ana, case)
        assert save(ana, case, narrative="Mine, after looking at theirs.", version="3").status_code == 303
        assert "Mine, after looking at theirs." in ana.get(case).text


JSON = {"Accept": "application/json"}


class TestSavingWithAScript:
    def test_answers_with_the_next_version_and_the_servers_time(self, ana, case, clock):
        reply = save(ana, case, headers=JSON).get_json()
        assert reply["version"] == 3
        assert reply["at"][:16] == clock().isoformat()[:16]
        assert reply["note"] == ""

    def test_says_in_a_sentence_what_cannot_be_saved(self, ana, case):
        response = save(ana, case, narrative="word " * 11_000, headers=JSON)
        assert response.status_code == 422
        assert response.get_json()["said"].startswith("Not saved. Use at most 50,000 characters")

    def test_sends_a_conflict_as_a_part_with_both_texts(self, ana, case):
        save(ana, case)
        headers = {**JSON, "HX-Request": "true"}
        response = save(ana, case, narrative="Mine.", headers=headers)
        assert response.status_code == 409
        assert "<html" not in response.text
        assert "Mine." in response.text
        assert "40,000 customers" in response.text

    def test_knows_every_text_that_was_ever_saved_and_no_other(self, ana, case):
        save(ana, case, title="Loans", measure="", narrative="The first text.\r\nOver two lines.")
        save(ana, case, title="Loans", narrative="The second text.", version="3")
        first = {"title": "Loans", "narrative": "The first text.\nOver two lines.", "measure": ""}

        def known(**texts):
            reply = ana.post(f"{case}/kept", **texts).get_json()
            return reply["saved"], reply["stands"]

        assert known(**first) == (True, False)
        assert known(**{**first, "narrative": "The second text."}) == (True, True)
        assert known(**{**first, "narrative": "The second text"}) == (False, False)
        assert known(**{**first, "title": "Loan"}) == (False, False)
        assert known(**{**first, "narrative": "word " * 11_000}) == (False, False)

    def test_is_told_when_nobody_is_signed_in(self, stranger, case):
        assert save(stranger, case, headers=JSON).status_code in (400, 401)


class TestTheReading:
    def test_shows_each_signal_under_a_plain_name_with_its_words(self, ana, case):
        save(ana, case)
        page = ana.page(case)
        shown = words(page.get_element_by_id("reading"))
        assert "Where it appears E-mail" in shown
        assert "How fast: within 2 hours" in shown
        assert "40,000 customers" in shown

    def test_shows_what_the_text_rules_out_apart(self, ana, case):
        save(ana, case)
        lists = ana.page(case).xpath("//h3[.='You ruled out']/following-sibling::ul[1]")
        assert "Not by SMS" in words(lists[0])

    def test_reads_a_text_that_is_not_saved_without_storing_it(self, ana, case):
        response = ana.post(f"{case}/reading", narrative="Call 500 dealers in Spain.", measure="")
        assert "500 dealers" in words(response)
        assert "500 dealers" not in ana.get(case).text

    def test_counts_places_as_a_browser_does(self, ana, case):
        page = ana.post(f"{case}/reading", narrative="🎉🎉 send an e-mail", measure="").text
        assert 'data-evidence="e-mail"\n    data-start="13" data-end="19"' in page

    def test_hints_at_what_is_not_said_with_the_question_that_asks_it(self, ana, case):
        response = ana.post(f"{case}/reading", narrative="Send an e-mail.", measure="")
        hints = words(response).split("Not said yet")[1]
        assert "Roughly how many people it concerns" in hints
        assert "Who or what has to be left out" in hints
        assert "Where people see it" not in hints
        assert f'href="{case}/answer/people"' in response.text

    def test_does_not_miss_the_measure_once_it_stands_in_its_own_field(self, ana, case):
        without = words(ana.post(f"{case}/reading", narrative="Send an e-mail.", measure=""))
        filled = words(ana.post(f"{case}/reading", narrative="Send an e-mail.", measure="300 more"))
        assert "How you will know that it works" in without
        assert "How you will know that it works" not in filled

    def test_takes_less_than_a_tenth_of_a_second_of_work(self, ana, case):
        token = ana.token()
        ana.client.post(f"{case}/reading", data={"csrf_token": token, "narrative": TEXT})
        started = process_time()  # the work alone, whatever else the machine does
        for _ in range(5):
            ana.client.post(f"{case}/reading", data={"csrf_token": token, "narrative": TEXT})
        assert (process_time() - started) / 5 < 0.1


class TestWhatIsSaidTwice:
    def test_is_one_chip_with_a_count_whose_places_are_all_marked(self, app):
        text = "The Newsletter is sent. 🎁 A newsletter is free; no newsletter by post."
        starts = [text.index("Newsletter"), text.index("newsletter")]
        spans = [Span(start, start + len("newsletter")) for start in starts]
        signals = tuple(
            Signal(
                kind=Kind.CHANNEL, value="newsletter", evidence=text[span.start : span.end], span=span, negated=False
            )
            for span in spans
        )
        (group,) = groups_of(Reading(text=text, signals=signals), "Ana Example")
        (chip,) = group.chips
        with app.test_request_context():
            macros = app.jinja_env.get_template("macros/describe.html").module
            shown = html.fromstring(str(macros.signal(chip, "", False, "about-1")))
        assert "2 times" in words(shown.xpath("//summary")[0])
        (details,) = shown.xpath("//details")
        places = [f"{details.get('data-start')}-{details.get('data-end')}", *details.get("data-also").split()]
        as_a_browser = text.encode("utf-16-le")
        cut = [as_a_browser[slice(*(2 * int(at) for at in place.split("-")))].decode("utf-16-le") for place in places]
        assert cut == ["Newsletter", "newsletter"]


class TestAnotherLanguage:
    @pytest.mark.parametrize(
        "text",
        [
            "Wir möchten unseren Kunden nach dem Kauf eine Nachricht schicken, und zwar nicht mit der Post.",
            "Nous voulons envoyer une offre à nos clients quand ils quittent la page, pas par SMS.",
            "أرسل رسالة بريد إلكتروني إلى العملاء",
        ],
    )
    def test_is_named_and_kept_as_it_is(self, ana, case, text):
        save(ana, case, narrative=text)
        page = ana.page(case)
        assert "Translator reads English so far; your text is kept as it is." in words(page)
        assert page.xpath("string(//textarea[@id='narrative'])").strip() == text

    @pytest.mark.parametrize(
        "text", [TEXT, "E-mail lapsed customers weekly.", "Die Zeit readers", "12 %", "Café visit"]
    )
    def test_is_not_seen_in_english(self, ana, case, text):
        save(ana, case, narrative=text)
        assert "Translator reads English" not in words(ana.get(case))


class TestRejecting:
    def test_leaves_a_signal_out_and_offers_to_undo_that(self, ana, case):
        save(ana, case)
        named = signal(ana.page(case), "within 2 hours")
        page = ana.post(f"{case}/reject", follow=True, signal=named)
        assert "“within 2 hours” is left out." in words(page)
        assert "How fast: within" not in words(page)
        assert "Left out, because you did not mean it (1)" in words(page)

    def test_lets_a_rejected_signal_count_again(self, ana, case):
        save(ana, case)
        named = signal(ana.page(case), "within 2 hours")
        ana.post(f"{case}/reject", signal=named)
        assert "How fast: within 2 hours" in words(ana.post(f"{case}/take-back", follow=True, signal=named))

    def test_saves_the_text_that_a_plain_form_carries_along(self, ana, case):
        save(ana, case)
        named = signal(ana.page(case), "within 2 hours")
        longer = f"{TEXT} And one more sentence."
        ana.post(f"{case}/reject", signal=named, title="Calculator", narrative=longer, measure="", version="3")
        assert "And one more sentence." in ana.get(case).text

    def test_remembers_a_rejection_when_the_text_changes_elsewhere(self, ana, case):
        save(ana, case)
        ana.post(f"{case}/reject", signal=signal(ana.page(case), "within 2 hours"))
        save(ana, case, narrative=f"Please note: {TEXT}", version="3")
        assert "How fast" not in words(ana.page(case).get_element_by_id("reading"))

    @pytest.mark.parametrize("signal_sent", ["", "nonsense", "[1, 2, 3]", '["no kind", "a", "b"]'])
    def test_refuses_what_names_no_signal_in_a_sentence(self, ana, case, signal_sent):
        assert ana.post(f"{case}/reject", signal=signal_sent).status_code == 422


class TestEarlierVersions:
    def test_lists_them_and_goes_back_to_one_without_losing_the_latest(self, ana, case, clock):
        clock.ahead = timedelta(hours=1)
        save(ana, case)
        page = ana.page(f"{case}/history")
        assert "savings calculator" in words(page)
        form = page.xpath("//form[contains(@action, 'history')]")[0]
        ana.post(f"{case}/history", **dict(form.form_values()))
        page = ana.page(case)
        assert "savings calculator" in page.xpath("string(//textarea[@id='narrative'])")
        undo = page.xpath("//form[contains(@action, 'history')]")[0]
        ana.post(f"{case}/history", **dict(undo.form_values()))
        assert TEXT in ana.page(case).xpath("string(//textarea[@id='narrative'])")
        assert words(ana.page(f"{case}/history?every=yes")).count("Saved by Ana Example") == 4


class TestWhoMayWhat:
    @pytest.mark.parametrize("name", ["ivo", "rita"])
    def test_others_read_the_text_with_its_evidence_and_cannot_write(self, name, request, ana, case):
        save(ana, case)
        person = request.getfixturevalue(name)
        page = person.page(case)
        assert not page.xpath("//textarea")
        assert "e-mail" in [mark.text for mark in page.xpath("//mark")]
        assert save(person, case, version="3").status_code == 403

    @pytest.mark.parametrize("path", ["", "/history"])
    def test_a_member_of_another_project_sees_nothing(self, olga, case, path):
        assert olga.get(case + path).status_code == 404

    @pytest.mark.parametrize("path", ["", "/reading", "/reject", "/take-back", "/history"])
    def test_a_member_of_another_project_changes_nothing(self, olga, case, path):
        assert olga.post(case + path, signal='["kpi", "a", "b"]', version="1", entry="1").status_code == 404
