"""IT's pages: the queue, verdicts, options side by side, open questions, decisions."""

import pytest
from stands import comparison, rows
from typed import judge_the_rest, option_fields
from visitor import words

from translator.services.answer import answer_view, dont_know, save_answer
from translator.services.decide import decisions
from translator.services.write import save_use_case, use_case_view
from translator.web.desk import desk


def test_the_verdicts_are_one_press_each_and_lead_back_to_the_line(ivo, app, house, case):
    row = rows(app, house)[0]
    response = ivo.post(f"{case}/review/{row.row_id}", version=row.judged, verdict="yes", note="")
    assert response.location.endswith(f"/review#j{row.row_id}")
    line = ivo.page(f"{case}/review").xpath(f"//article[@id='j{row.row_id}']")[0]
    assert words(line.xpath(".//p[@class='judge__said']")[0]).endswith("Ivo Example")
    assert line.xpath(".//button[@aria-pressed='true']/text()") == ["Yes"]


def test_a_no_without_a_reason_is_refused_at_its_line(ivo, app, house, case):
    row = rows(app, house)[0]
    response = ivo.post(f"{case}/review/{row.row_id}", version=row.judged, verdict="no", note="")
    assert response.status_code == 422
    assert f'aria-describedby="note-{row.row_id}-error"' in response.text
    assert "Say why not, and what would do." in response.text


def test_marking_the_rest_as_yes_judges_what_is_left_and_nothing_else(ivo, app, house, case):
    row = rows(app, house)[0]
    ivo.post(f"{case}/review/{row.row_id}", version=row.judged, verdict="no", note="Not this year.")
    judge_the_rest(ivo, case)
    verdicts = [r.requirement.feasibility.verdict for r in rows(app, house)]
    assert verdicts[0] == "no"
    assert set(verdicts[1:]) == {"yes"}


def test_a_verdict_about_a_sentence_that_changed_asks_for_a_second_look(ivo, app, house, case):
    judge_the_rest(ivo, case)
    with app.app_context():
        view = use_case_view(desk(), house["ana"], house["pid"], 1)
        told = view.narrative.replace("2 seconds", "9 seconds")
        save_use_case(desk(), house["ana"], house["pid"], 1, version=view.version, title=view.title, narrative=told)
    page = words(ivo.page(f"{case}/review"))
    assert "Changed since" in page
    assert "The sentence that was judged:" in page
    assert page.count("2 seconds") >= 1
    assert page.count("9 seconds") >= 2
    assert "to judge again" in words(ivo.page("/queue"))


def test_the_table_of_an_option_shows_number_and_sentence_of_every_line(ivo, app, house, case):
    table = ivo.page(f"{case}/options/add").xpath("//table[contains(@class, 'meets-form')]")[0]
    said = [words(cell) for cell in table.xpath(".//tbody/tr/th[@scope='row']")]
    for line in rows(app, house):
        r = line.requirement
        assert any(r.id in one and r.sentence in one and r.plain in one for one in said), r.id


def test_the_queue_counts_what_waits_in_real_projects_and_nothing_of_the_sample(ivo, app, house):
    with app.app_context():
        dont_know(desk(), house["ana"], house["pid"], 1, "people", version=0, owner="Ivo Example")
    ivo.post("/projects/sample")
    page = ivo.page("/queue")
    assert words(page.xpath("//p[@class='lede']")[0]) == "1 thing waits for IT."
    assert "Sample" not in words(page.xpath("//main")[0])


def test_the_queue_asks_to_add_options_where_there_are_none_to_price(ana, ivo, house):
    ana.post(f"/projects/{house['pid']}/use-cases/1/ask-it", note="")
    waiting = words(ivo.page("/queue").xpath("//ol[@class='queue']")[0])
    assert "2 options to add" in waiting
    assert "to price" not in waiting


def test_marketing_reads_the_verdicts_and_learns_who_gives_them(ana, case):
    page = ana.page(f"{case}/review")
    assert not page.xpath("//main//form")
    assert "The IT side of this project says what is feasible." in words(page)


def test_money_is_understood_as_people_type_it(ivo, app, house, case):
    assert ivo.post(f"{case}/options/add", **option_fields()).status_code == 302
    option = comparison(app, house).columns[0].option
    assert (option.one_off.optimistic, option.one_off.likely) == (3_000_000, 4_000_000)


def test_a_pessimistic_value_below_the_likely_one_is_refused_and_everything_typed_stays(ivo, case):
    response = ivo.post(f"{case}/options/add", **option_fields(one_off=("30.000 €", "40k", "20k")))
    assert response.status_code == 422
    assert "The pessimistic value is below the likely one." in response.text
    for typed in ("30.000 €", "40k", "20k", "Buy it"):
        assert f'value="{typed}"' in response.text


def test_one_word_says_how_far_all_the_other_requirements_are_met(ivo, app, house, case):
    row = rows(app, house)[0]
    ivo.post(f"{case}/options/add", **option_fields(**{f"meets-{row.row_id}": "partly"}))
    column = comparison(app, house).columns[0]
    assert (column.partly, column.not_said) == (1, 0)
    assert column.fully == len(rows(app, house)) - 1


def test_options_stand_side_by_side_with_the_same_rows_for_each(ivo, ana, case):
    for name in ("Buy it", "Build it"):
        ivo.post(f"{case}/options/add", **option_fields(name))
    table = ana.page(f"{case}/options").xpath("//table[contains(@class, 'compare')]")[0]
    assert [words(th) for th in table.xpath(".//thead//th")] == ["A Buy it", "B Build it"]
    for row in table.xpath(".//tbody/tr"):
        assert len(row.xpath("./td")) == 2
    heads = [words(th) for th in table.xpath(".//tbody//th")]
    assert heads == ["How", "One-off cost", "Yearly cost", "Over three years", "Time to first use", "Risk",
                     "Gives up", "Meets"]  # fmt: skip


def test_the_ranges_are_drawn_without_any_style_attribute(ivo, case):
    ivo.post(f"{case}/options/add", **option_fields())
    response = ivo.get(f"{case}/options")
    assert '<rect class="range__bar"' in response.text
    assert "style=" not in response.text


def test_marketing_chooses_with_a_reason_and_the_decision_is_noted(ivo, ana, app, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    assert ana.post(f"{case}/options", letter="A", reason="", **{"version-A": 1}).status_code == 422
    ana.post(f"{case}/options", letter="A", reason="Soonest.", **{"version-A": 1})
    assert comparison(app, house).chosen.letter == "A"
    with app.app_context():
        assert [r.decision.reason for r in decisions(desk(), house["ana"], house["pid"]).settled] == ["Soonest."]


def test_it_recommends_and_cannot_choose(ivo, app, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    ivo.post(f"{case}/options/recommend", letter="A")
    assert comparison(app, house).recommended.letter == "A"
    assert ivo.post(f"{case}/options", letter="A", reason="Mine.", **{"version-A": 2}).status_code == 403


def test_a_deleted_option_can_be_brought_back(ivo, app, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    ivo.post(f"{case}/options/A/delete", version=1)
    assert not comparison(app, house).columns
    undo = ivo.page(f"{case}/options").xpath("//div[@id='page-messages']//form")[0]
    ivo.post(undo.get("action"), version=undo.xpath("./input[@name='version']/@value")[0])
    assert comparison(app, house).columns[0].option.letter == "A"


def open_one(app, house):
    """Let Ana not know the first question; return its id."""
    with app.app_context():
        question = answer_view(desk(), house["ana"], house["pid"], 1).to_ask[0].question
        dont_know(desk(), house["ana"], house["pid"], 1, question.id, version=0, owner="Ivo Example")
        return question


def test_an_open_question_is_answered_in_its_own_field_and_flows_back(ivo, app, house):
    question = open_one(app, house)
    assert question.it_wording in words(ivo.page("/queue"))
    where = f"/projects/{house['pid']}/questions/1/{question.id}"
    form = ivo.page(where).xpath("//main//form[@method='post']")[0]
    said = {"version": form.xpath("./input[@name='version']/@value")[0]}
    choice = form.xpath(".//input[@name='values']/@value")
    if choice:
        said["values"] = choice[0]
    elif form.xpath(".//input[@name='number']"):
        said |= {"number": "12", "unit": (form.xpath(".//*[@name='unit']//@value") or [""])[0]}
    else:
        said["values"] = "Twelve people a day."
    assert ivo.post(where, **said).status_code == 302
    with app.app_context():
        sheet = answer_view(desk(), house["ana"], house["pid"], 1)
    assert question.id in {p.question.id for p in sheet.done}
    assert question.it_wording not in words(ivo.page(f"/projects/{house['pid']}/questions"))


def test_an_empty_answer_to_an_open_question_is_refused(ivo, app, house):
    question = open_one(app, house)
    where = f"/projects/{house['pid']}/questions/1/{question.id}"
    version = ivo.page(where).xpath("//main//input[@name='version']/@value")[0]
    assert ivo.post(where, version=version).status_code == 422


def test_it_asks_marketing_a_question_and_marketing_answers(ivo, ana, house):
    place = f"/projects/{house['pid']}/questions"
    ivo.post(f"{place}/ask", text="Who sees it **on Sundays**?", scope="1", owner="", due="31/03/2199")
    overview = ana.page(f"/projects/{house['pid']}")
    assert "on Sundays" in words(overview.xpath("//section[@aria-labelledby='waiting-title']")[0])
    assert "1 for your side" in words(overview.xpath("//nav[@id='project-steps']")[0])
    assert "for your side" not in words(ivo.page(place))
    assert "Sundays" not in words(ivo.page("/queue"))
    assert ana.page(place).xpath("//main//li//strong[text()='on Sundays']")
    link = ana.page(place).xpath("//ul[@class='task-list']//a[contains(., 'Sundays')]/@href")[0]
    ana.post(link, version="1", answer="Everybody.")
    assert "Everybody." in words(ivo.page(place))


def test_a_question_with_a_day_gone_by_is_refused_beside_the_day(ivo, house):
    place = f"/projects/{house['pid']}/questions/ask"
    response = ivo.post(place, text="Who sees it on Sundays?", scope="1", owner="", due="2020-01-01")
    assert response.status_code == 422
    assert 'id="due-error"' in response.text
    assert "Who sees it on Sundays?" in response.text


def test_decisions_are_noted_and_settled_with_their_reason(ana, house):
    place = f"/projects/{house['pid']}/decisions"
    ana.post(place, what="Who pays?", owner="The board", due="", scope="0")
    link = ana.page(place).xpath("//ul[@class='task-list']//a/@href")[0]
    assert ana.post(link, version="1", outcome="Marketing", reason="").status_code == 422
    ana.post(link, version="1", outcome="Marketing", reason="It earns.")
    settled = words(ana.page(place).xpath("//section[@aria-labelledby='settled']")[0])
    assert "Marketing" in settled
    assert "It earns." in settled


def test_the_queue_of_somebody_who_is_it_nowhere_says_so(rita):
    assert "You are not on the IT side of any project." in words(rita.page("/queue"))


@pytest.mark.parametrize("page", ["review", "options", "options/add", "options/A"])
def test_people_of_another_project_find_nothing(olga, ivo, case, page):
    ivo.post(f"{case}/options/add", **option_fields())
    assert olga.get(f"{case}/{page}").status_code == 404


def test_a_reader_sees_options_questions_and_decisions_and_can_change_none(rita, ivo, house, case):
    ivo.post(f"{case}/options/add", **option_fields())
    project = f"/projects/{house['pid']}"
    for page in (f"{case}/options", f"{case}/review", f"{project}/questions", f"{project}/decisions"):
        assert not rita.page(page).xpath("//main//form")
    assert rita.post(f"{case}/options/add", **option_fields()).status_code == 403


def test_an_answer_that_was_given_cannot_be_changed_through_the_questions(ivo, app, house):
    question = open_one(app, house)
    where = f"/projects/{house['pid']}/questions/1/{question.id}"
    with app.app_context():
        view = answer_view(desk(), house["ana"], house["pid"], 1)
        prompt = view.prompt(question.id)
        said = {"values": [c.id for c in prompt.question.choices][:1] or ["Twelve."]}
        if prompt.question.units or prompt.question.type in ("duration", "percent", "number"):
            said = {"number": "12", "unit": (prompt.question.units or ("day",))[0]}
        save_answer(desk(), house["ana"], house["pid"], 1, question.id, version=view.version(question.id), **said)
    assert ivo.get(where).status_code == 404
