"""Saying what words are: without a script the same as with one; shown as said, taken back, refused in sentences."""

import json

import pytest
from visitor import words

TEXT = "When a customer leaves the loan calculator, send a carrier dove within 2 hours. Not by SMS, please."
DOVE = {"mark-words": "carrier dove", "mark-means": "channel", "mark-channel": "direct mail"}


@pytest.fixture
def case(house, ana):
    address = f"/projects/{house['pid']}/use-cases/1"
    assert ana.post(address, title="Calculator", narrative=TEXT, measure="", version="2").status_code == 303
    return address


def chip(page, words_of_it):
    return page.xpath(f"//details[@data-evidence='{words_of_it}']")[0]


def token(page, words_of_it):
    return chip(page, words_of_it).get("data-key")


def mark(person, case, **fields):
    return person.post(f"{case}/mark", follow=True, **{**DOVE, **fields})


class TestAdding:
    def test_shows_what_was_said_as_said_and_offers_to_undo_it(self, ana, case):
        page = mark(ana, case)
        assert "“carrier dove” counts as you said." in words(page)
        found = chip(ana.page(case), "carrier dove")
        assert words(found.xpath("summary")[0]) == "Direct mail you said so"
        assert "You said that this is a place where the message or page appears: Direct mail." in words(found)

    def test_names_who_said_it_to_everybody_else(self, ana, ivo, case):
        mark(ana, case)
        assert "Ana Example said so" in words(chip(ivo.page(case), "carrier dove"))
        assert not ivo.page(case).xpath("//*[@id='mark']")

    def test_is_taken_back_by_the_undo_of_the_message(self, ana, case):
        ana.post(f"{case}/mark", **DOVE)
        undo = ana.page(case).xpath("//form[contains(@action, 'mark/take-back')]")[0]
        page = ana.post(f"{case}/mark/take-back", follow=True, **dict(undo.form_values()))
        assert "What was said of “carrier dove” is taken back." in words(page)
        assert not ana.page(case).xpath("//details[@data-evidence='carrier dove']")

    def test_saves_the_text_that_a_plain_form_carries_along_and_looks_for_the_words_in_it(self, ana, case):
        new = {"title": "Calculator", "narrative": f"{TEXT} Or a balloon.", "measure": "", "version": "3"}
        page = mark(ana, case, **new, **{"mark-words": "balloon"})
        assert "Or a balloon." in page.text
        assert "you said so" in words(chip(ana.page(case), "balloon"))

    def test_shows_what_a_person_rules_out_with_what_the_text_rules_out(self, ana, case):
        mark(ana, case, **{"mark-not": "yes"})
        lists = ana.page(case).xpath("//h3[.='You ruled out']/following-sibling::ul[1]")
        assert "Carrier dove you said so" in words(lists[0])
        assert "You said that this is ruled out." in words(lists[0])

    def test_counts_in_the_reading_of_a_text_that_is_not_saved(self, ana, case):
        mark(ana, case)
        response = ana.post(f"{case}/reading", narrative="Maybe a Carrier Dove.", measure="")
        assert "Direct mail you said so" in words(response)

    def test_lists_words_that_are_gone_until_they_are_back(self, ana, case):
        mark(ana, case)
        gone = words(ana.post(f"{case}/reading", narrative="Send a balloon.", measure=""))
        assert "Said of words that are no longer in the text (1)" in gone
        assert "carrier dove Take that back" in gone
        back = words(ana.post(f"{case}/reading", narrative="Send a carrier dove.", measure=""))
        assert "no longer in the text" not in back

    @pytest.mark.parametrize(
        ("fields", "field", "sentence"),
        [
            ({"mark-words": ""}, "mark-words", "Say which words of the text are meant."),
            ({"mark-words": "a pigeon"}, "mark-words", "These words do not stand in the text."),
            ({"mark-words": "x" * 201}, "mark-words", "Use at most 200 characters here"),
            ({"mark-means": ""}, "mark-means", "Choose what these words are."),
            ({"mark-means": "mood:swing"}, "mark-means", "Choose what these words are."),
            ({"mark-channel": ""}, "mark-channel", "Choose which place these words name."),
            ({"mark-means": "timing:cadence", "mark-when": "x"}, "mark-when", "Choose how soon or how often"),
        ],
    )
    def test_says_at_the_field_what_cannot_be_said_and_keeps_what_was_typed(self, ana, case, fields, field, sentence):
        new = {"title": "Calculator", "narrative": f"{TEXT} More.", "measure": "", "version": "3"}
        response = ana.post(f"{case}/mark", **{**DOVE, **fields, **new})
        assert response.status_code == 422
        assert sentence in words(response)
        assert f'href="#{field}"' in response.text
        assert f'id="{field}-error"' in response.text
        assert "More." in response.text
        assert "open" in response.text.split('id="mark"')[1][:10]
        headers = {"X-Part": "reading"}
        told = ana.post(f"{case}/mark", headers=headers, **{**DOVE, **fields}).get_json()
        assert told["errors"][field].startswith(sentence)

    @pytest.mark.parametrize("said", ["<b>&amp;</b> **bold**", "🎉 party", "الدفع 'now'", "{{ 7*7 }}"])
    def test_takes_words_of_every_kind_and_shows_them_as_they_are(self, ana, case, said):
        ana.post(case, title="Calculator", narrative=f"Send {said} today", measure="", version="3")
        page = mark(ana, case, **{"mark-words": said})
        assert f"“{said}” counts as you said." in words(page)
        assert said in [one.get("data-evidence") for one in ana.page(case).xpath("//details[@data-evidence]")]


class TestCorrecting:
    def test_opens_the_control_filled_with_what_was_read(self, ana, case):
        named = token(ana.page(case), "within 2 hours")
        new = {"title": "Calculator", "narrative": f"{TEXT} More.", "measure": "", "version": "3"}
        response = ana.post(case, correct=named, **new)
        assert response.status_code == 303
        assert response.headers["Location"].endswith("#mark")
        page = ana.page(response.headers["Location"].partition("#")[0])
        control = page.get_element_by_id("mark")
        assert "open" in control.attrib
        assert words(control.xpath("summary")[0]) == "Say what “within 2 hours” means instead"
        assert control.xpath(".//input[@id='mark-words']/@value") == ["within 2 hours"]
        chosen = control.xpath(".//option[@selected]/@value")
        assert chosen == ["timing:latency", "", "hourly"]
        assert "More." in page.xpath("string(//textarea[@id='narrative'])")

    def test_takes_the_place_of_what_was_read_until_it_is_taken_back(self, ana, case):
        named = token(ana.page(case), "within 2 hours")
        fields = {"mark-words": "within 2 hours", "mark-means": "timing:offset", "mark-when": "hourly"}
        mark(ana, case, **fields, **{"mark-instead": named})
        assert "How long to wait: within 2 hours you said so" in words(chip(ana.page(case), "within 2 hours"))
        assert "How fast: within" not in words(ana.page(case).get_element_by_id("reading"))
        ana.post(f"{case}/mark/take-back", signal=token(ana.page(case), "within 2 hours"))
        assert "How fast: within 2 hours" in words(ana.page(case).get_element_by_id("reading"))

    @pytest.mark.parametrize("named", ["", "nonsense", '["channel", "email", "nowhere"]'])
    def test_opens_an_empty_control_for_what_is_not_there(self, ana, case, named):
        control = ana.page(f"{case}?correct={named}").get_element_by_id("mark")
        assert control.xpath(".//input[@id='mark-words']/@value") == [""]

    @pytest.mark.parametrize("named", ['["no kind", "a", "b"]', json.dumps(["channel", "x" * 300, "b"])])
    def test_refuses_a_correction_of_what_cannot_be_a_signal(self, ana, case, named):
        assert ana.post(f"{case}/mark", **DOVE, **{"mark-instead": named}).status_code == 422

    @pytest.mark.parametrize("sent", ["", "nonsense", '["no kind", "a", "b"]'])
    def test_refuses_to_take_back_what_names_nothing(self, ana, case, sent):
        assert ana.post(f"{case}/mark/take-back", signal=sent).status_code == 422


def test_the_requirements_show_whose_word_it_is(ana, case):
    mark(ana, case)
    assert "carrier dove (marked by Ana Example)" in words(ana.page(f"{case}/requirements"))
