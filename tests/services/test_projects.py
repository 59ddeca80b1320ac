"""Projects: starting, changing, listing, copying, deleting and restoring them."""

from datetime import date

import pytest
from sqlalchemy import select
from team import make_person

from translator.core.options import Option
from translator.services.answer import dont_know, save_answer
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.services.projects import (
    copy_project,
    create_project,
    delete_project,
    deleted_projects,
    list_projects,
    project_view,
    restore_project,
    save_project,
)
from translator.services.publish import specification
from translator.services.questions import ask_question, questions_view
from translator.services.requirements import ask_it
from translator.services.review import judge_rest, review_view
from translator.services.write import add_use_case, delete_use_case, save_use_case
from translator.storage import tables
from translator.storage.option_mapping import write_option

TEXT = "When a customer leaves a basket, send an e-mail within 2 hours."


def describe(desk, who, pid, narrative=TEXT):
    number = add_use_case(desk, who, pid)
    save_use_case(desk, who, pid, number, version=1, title="Left baskets", narrative=narrative)
    return number


def answer_all(desk, team, number):
    """Say all that only marketing can say: what the document needs, what was read, and the facts."""
    save_answer(desk, team.mara, team.pid, number, "channels", version=0, confirmed=True)
    save_answer(desk, team.mara, team.pid, 0, "hosting", version=0, values=["our cloud"])
    facts = {"problem": "Baskets", "success": "Fewer", "proof": "Count", "budget": "10k", "deadline": "2027-03-31"}
    save_project(desk, team.ann, team.pid, 1, **facts)


def judge_all(desk, team, scope):
    """Let IT say yes to every requirement of a scope."""
    seen = [row.row_id for row in review_view(desk, team.iris, team.pid, scope).rows]
    judge_rest(desk, team.iris, team.pid, scope, seen)


def give_option(desk, pid, *, priced=True, chosen=False, letter="A"):
    prices = {"one_off": [1, 2, 3], "yearly": [1, 2, 3], "weeks": [1, 2, 3]} if priced else {}
    with desk.db.writing() as session:
        case = session.scalars(select(tables.UseCase).where(tables.UseCase.project_id == pid)).first()
        row = tables.Option(use_case_id=case.id, updated_at=desk.now(), **prices)
        write_option(row, Option(letter=letter, name="Buy it", chosen=chosen))
        for name, value in prices.items():
            setattr(row, name, value)
        session.add(row)


def card(desk, who, pid):
    return next(card for card in list_projects(desk, who) if card.id == pid)


def refused_fields(attempt):
    with pytest.raises(InputErrors) as refused:
        attempt()
    return {error.field: error.message for error in refused.value.errors}


def test_a_new_project_is_listed_and_waits_for_marketing(desk):
    ann = make_person(desk, "Ann")
    pid = create_project(desk, ann, "  Spring \n offers ")
    (mine,) = list_projects(desk, ann)
    assert (mine.id, mine.name, mine.my_side, mine.lead, mine.sample) == (pid, "Spring offers", "both", True, False)
    assert (mine.use_cases, mine.open_questions_count, mine.waits_for) == (0, 0, "marketing")
    assert mine.updated_at == desk.now()


def test_a_project_needs_a_name_of_a_sensible_length(desk, team):
    assert refused_fields(lambda: create_project(desk, team.ann, " \n ")) == {"name": "Give the project a name."}
    assert refused_fields(lambda: create_project(desk, team.ann, "x" * 201)) == {
        "name": "Use at most 200 characters here; this text has 201."
    }


def test_the_facts_are_saved_as_typed_and_the_rest_stays(desk, team, history):
    save_project(desk, team.ann, team.pid, 1, objective="More renewals", problem="They leave")
    saved = save_project(
        desk, team.ann, team.pid, 2, name="Summer offers", budget="30.000 €", deadline="31.3.2027", problem=""
    )
    view = project_view(desk, team.mara, team.pid)
    assert (view.name, view.objective, view.problem) == ("Summer offers", "More renewals", "")
    assert (view.budget, view.currency, view.deadline) == (30_000_00, "EUR", date(2027, 3, 31))
    assert view.version == saved.version == 3
    assert history(team.pid)[-1] == ("Ann", "saved", "project")


def test_an_empty_field_empties_the_fact(desk, team):
    save_project(desk, team.ann, team.pid, 1, budget="500", deadline="2027-03-31")
    save_project(desk, team.ann, team.pid, 2, budget="", deadline=" ")
    view = project_view(desk, team.ann, team.pid)
    assert (view.budget, view.deadline) == (None, None)


def test_every_fact_that_cannot_be_used_is_named_and_nothing_is_saved(desk, team):
    said = refused_fields(
        lambda: save_project(
            desk, team.ann, team.pid, 1, name="", currency="ABC", budget="a lot", deadline="31/02/2027"
        )
    )
    assert said == {
        "name": "Give the project a name.",
        "currency": "Choose a currency by its three letters, such as EUR.",
        "budget": "Write the number in figures, such as 30,000.",
        "deadline": "Write the date as day, month and year, such as 31/03/2027.",
    }
    assert project_view(desk, team.ann, team.pid).version == 1


def test_characters_that_no_document_can_carry_are_taken_out_and_counted(desk, team):
    saved = save_project(desk, team.ann, team.pid, 1, objective="More\x0b rene\x00wals\ud800 עברית 🎯")
    assert saved.removed == 3
    assert project_view(desk, team.ann, team.pid).objective == "More renewals עברית 🎯"


def test_a_save_over_somebody_elses_shows_both_and_changes_nothing(desk, team):
    save_project(desk, team.ann, team.pid, 1, objective="Theirs", budget="1,234.50")
    with pytest.raises(Conflict) as conflict:
        save_project(desk, team.ann, team.pid, 1, objective="Mine", budget="900")
    assert conflict.value.mine == {"objective": "Mine", "budget": "900"}
    assert conflict.value.theirs == {"objective": "Theirs", "budget": "1,234.50"}
    assert [clash.field for clash in conflict.value.clashes] == ["objective", "budget"]
    save_project(desk, team.ann, team.pid, conflict.value.version, objective="Mine")
    assert project_view(desk, team.ann, team.pid).objective == "Mine"


def test_saving_what_is_there_already_changes_neither_version_nor_history(desk, team, history):
    save_project(desk, team.ann, team.pid, 1, objective="More renewals")
    before = history(team.pid)
    assert save_project(desk, team.ann, team.pid, 2, objective="More renewals").version == 2
    assert history(team.pid) == before


def test_another_currency_keeps_the_amount_until_options_are_priced(desk, team):
    save_project(desk, team.ann, team.pid, 1, budget="30,000")
    save_project(desk, team.ann, team.pid, 2, currency="jpy")
    assert project_view(desk, team.ann, team.pid).budget == 30_000
    describe(desk, team.ann, team.pid)
    give_option(desk, team.pid)
    said = refused_fields(lambda: save_project(desk, team.ann, team.pid, 3, currency="EUR"))
    assert said == {"currency": "Options are priced in JPY already, so the currency cannot change."}


def test_only_a_lead_changes_the_facts(desk, team):
    for person in (team.mara, team.iris, team.rolf):
        with pytest.raises(NotAllowed):
            save_project(desk, person, team.pid, 1, name="Mine now")


def test_writing_a_use_case_does_not_outdate_the_form_of_the_facts(desk, team, clock):
    clock.forward(minutes=5)
    describe(desk, team.mara, team.pid)
    assert save_project(desk, team.ann, team.pid, 1, objective="Still fits").version == 2
    assert card(desk, team.ann, team.pid).updated_at == clock.moment


def test_the_list_says_whom_each_project_waits_for(desk, team):
    def stands():
        mine = card(desk, team.ann, team.pid)
        return mine.status, mine.waits_for

    number = add_use_case(desk, team.mara, team.pid)
    assert stands() == ("to describe", "marketing")
    save_use_case(desk, team.mara, team.pid, number, version=1, narrative=TEXT)
    assert stands() == ("to answer", "marketing")
    answer_all(desk, team, number)
    assert stands() == ("to ask IT", "marketing")
    ask_it(desk, team.mara, team.pid, number, "")
    assert stands() == ("with IT", "it")
    judge_all(desk, team, number)
    judge_all(desk, team, 0)
    give_option(desk, team.pid)
    assert stands() == ("with IT", "it")
    give_option(desk, team.pid, letter="B")
    assert stands() == ("to choose", "marketing")
    with desk.db.writing() as session:
        session.scalars(select(tables.Option).where(tables.Option.letter == "A")).one().chosen = True
    assert stands() == ("chosen", "")
    ask_question(desk, team.mara, team.pid, scope=number, text="Which network?")
    assert stands() == ("chosen", "it")


def test_nobody_is_told_that_it_has_the_move_alone_while_marketing_owes_answers(desk, team):
    number = describe(desk, team.mara, team.pid)
    ask_it(desk, team.mara, team.pid, number, "")
    mine = card(desk, team.ann, team.pid)
    assert (mine.status, mine.waits_for, mine.needed, mine.to_confirm) == ("to answer", "both", 1, 1)


def test_the_list_the_overview_and_the_document_count_the_same(desk, team):
    number = describe(desk, team.mara, team.pid)
    dont_know(desk, team.mara, team.pid, number, "people", version=0)
    dont_know(desk, team.mara, team.pid, 0, "hosting", version=0)
    ask_question(desk, team.iris, team.pid, text="Who?")
    shown, (step,) = card(desk, team.ann, team.pid), project_view(desk, team.ann, team.pid).use_cases
    assert (shown.needed, shown.to_confirm, shown.open_questions_count) == (0, 1, 3)
    assert (step.left.needed, step.left.to_confirm, step.open_questions) == (0, 1, 1)
    missing = specification(desk, team.ann, team.pid).missing
    assert "1 answer was read from the text of UC1, and nobody has confirmed that." in missing
    assert "1 open question of the project must be answered first." in missing
    assert not any("needed answer" in sentence for sentence in missing)


def test_a_question_that_nobody_asks_any_more_is_open_nowhere(desk, team):
    number = describe(desk, team.mara, team.pid)
    save_answer(desk, team.mara, team.pid, number, "channels", version=0, values=["sms"])
    dont_know(desk, team.mara, team.pid, number, "text-price", version=0)
    assert card(desk, team.ann, team.pid).open_questions_count == 1
    save_answer(desk, team.mara, team.pid, number, "channels", version=1, values=["email"])
    assert card(desk, team.ann, team.pid).open_questions_count == 0
    assert questions_view(desk, team.ann, team.pid).open == ()


def test_each_use_case_says_how_far_it_has_come(desk, team):
    number = describe(desk, team.mara, team.pid)
    give_option(desk, team.pid, priced=False)
    with desk.db.writing() as session:
        said = {"project_id": team.pid, "scope": number, "at": desk.now()}
        session.add(tables.Answer(**said, question_id="people", state="stated"))
        session.add(tables.Answer(**said, question_id="wait", state="unknown"))
        session.add(tables.Answer(**said, question_id="share", state="skipped"))
        asked = {"project_id": team.pid, "text": "Who?", "asked_by": "Iris", "asked_at": desk.now()}
        session.add(tables.AskedQuestion(**asked, scope=number))
        session.add(tables.AskedQuestion(**asked, scope=0))
        session.add(tables.AskedQuestion(**asked, scope=0, answer="Ann"))
    view = project_view(desk, team.iris, team.pid)
    (step,) = view.use_cases
    assert (step.ref, step.title, step.stage.value) == ("UC1", "Left baskets", "to answer")
    assert (step.answered, step.open_questions, step.options, step.priced) == (1, 2, 1, 0)
    assert (step.requirements > 0, step.accepted, step.judged) == (True, 0, 0)
    assert view.progress.open_questions == card(desk, team.ann, team.pid).open_questions_count == 3
    assert (view.my_side, view.may("price"), view.may("write")) == ("it", True, False)


def test_a_deleted_project_is_out_of_sight_and_comes_back_within_thirty_days(desk, team, clock):
    describe(desk, team.ann, team.pid)
    delete_project(desk, team.ann, team.pid)
    assert list_projects(desk, team.ann) == ()
    with pytest.raises(NotFound):
        project_view(desk, team.mara, team.pid)
    (gone,) = deleted_projects(desk, team.ann)
    assert (gone.id, (gone.until - gone.deleted_at).days) == (team.pid, 30)
    assert deleted_projects(desk, team.mara) == deleted_projects(desk, team.zoe) == ()
    clock.forward(days=29)
    restore_project(desk, team.ann, team.pid)
    assert project_view(desk, team.mara, team.pid).use_cases[0].title == "Left baskets"


def test_a_project_is_gone_after_thirty_days_and_its_history_stays(desk, team, clock, history):
    describe(desk, team.ann, team.pid)
    delete_project(desk, team.ann, team.pid)
    clock.forward(days=30)
    assert deleted_projects(desk, team.ann) == ()
    with pytest.raises(NotFound):
        restore_project(desk, team.ann, team.pid)
    delete_project(desk, team.zoe, team.foreign)
    with desk.db.reading() as session:
        assert session.scalars(select(tables.Project.id)).all() == [team.foreign]
        assert session.scalars(select(tables.UseCase)).all() == []
    assert ("Ann", "deleted", "project") in history(team.pid)


def test_only_a_lead_deletes_and_restores(desk, team):
    for person in (team.mara, team.iris, team.rolf):
        with pytest.raises(NotAllowed):
            delete_project(desk, person, team.pid)
    delete_project(desk, team.ann, team.pid)
    with pytest.raises(NotAllowed):
        restore_project(desk, team.mara, team.pid)


def everything_in(desk, pid):
    """Return what belongs to a project, row by row, without ids, versions and moments of creation."""
    own = {"id", "version", "project_id", "use_case_id", "requirement_id", "created_at", "updated_at", "name", "sample"}
    found = []
    with desk.db.reading() as session:
        cases = session.scalars(select(tables.UseCase.id).where(tables.UseCase.project_id == pid)).all()
        lines = session.scalars(select(tables.Requirement.id).where(tables.Requirement.project_id == pid)).all()
        below = {"project_id": [pid], "use_case_id": cases, "requirement_id": lines}
        for table in tables.Base.metadata.sorted_tables:
            key = next((name for name in below if name in table.columns), None)
            if key is None or table.name in ("membership", "invitation", "history"):
                continue
            rows = session.execute(select(table).where(table.columns[key].in_(below[key]))).mappings()
            found += [(table.name, {name: value for name, value in row.items() if name not in own}) for row in rows]
    return sorted(found, key=repr)


def fill(desk, team):
    """Put at least one row into every table below the project."""
    describe(desk, team.mara, team.pid)
    give_option(desk, team.pid, chosen=True)
    with desk.db.writing() as session:
        case = session.scalars(select(tables.UseCase)).one()
        line = session.scalars(select(tables.Requirement).where(tables.Requirement.scope == 1)).first()
        line.status, line.sentence = "edited", "The system shall wait."
        now = {"at": desk.now()}
        signal = {"kind": "channel", "value": "email", "evidence": "e-mail"}
        session.add_all([
            tables.Feasibility(requirement_id=line.id, verdict="yes if", note="Budget", person="Iris", **now),
            tables.Answer(project_id=team.pid, scope=1, question_id="people", state="stated", number=5.0, **now),
            tables.Decision(project_id=team.pid, scope=1, what="Buy or build"),
            tables.Rejection(use_case_id=case.id, person="Mara", **signal, **now),
            tables.AskedQuestion(project_id=team.pid, text="Who?", asked_by="Iris", asked_at=desk.now()),
        ])  # fmt: skip
    save_project(desk, team.ann, team.pid, 1, objective="More renewals", budget="500", deadline="2027-03-31")


def test_a_copy_holds_everything_below_the_project_and_is_the_copiers_own(desk, team):
    fill(desk, team)
    pid = copy_project(desk, team.iris, team.pid)
    assert everything_in(desk, pid) == everything_in(desk, team.pid)
    kinds = {name for name, _ in everything_in(desk, pid)}
    assert kinds == {
        "answer", "asked_question", "decision", "feasibility", "option", "rejection", "requirement", "use_case",
    }  # fmt: skip
    view = project_view(desk, team.iris, pid)
    assert (view.name, view.objective, view.budget) == ("Copy of Spring offers", "More renewals", 500_00)
    assert (view.my_side, view.lead, view.sample, view.deadline) == ("both", True, False, date(2027, 3, 31))
    with pytest.raises(NotFound):
        project_view(desk, team.ann, pid)


def test_a_reader_takes_no_copy_of_a_project(desk, team):
    with pytest.raises(NotAllowed, match="marketing and IT sides"):
        copy_project(desk, team.rolf, team.pid)


def test_a_copy_and_its_original_change_apart(desk, team):
    fill(desk, team)
    before = everything_in(desk, team.pid)
    pid = copy_project(desk, team.ann, team.pid)
    save_use_case(desk, team.ann, pid, 1, version=1, narrative="Something else.")
    assert everything_in(desk, team.pid) == before


def test_deleted_use_cases_stay_out_of_a_copy(desk, team):
    first, second = describe(desk, team.mara, team.pid), describe(desk, team.mara, team.pid)
    delete_use_case(desk, team.mara, team.pid, first)
    pid = copy_project(desk, team.ann, team.pid)
    assert [step.number for step in project_view(desk, team.ann, pid).use_cases] == [second]
    assert {row.get("scope", second) for _, row in everything_in(desk, pid)} <= {0, second}


def test_the_longest_name_can_be_copied_too(desk, team):
    save_project(desk, team.ann, team.pid, 1, name="x" * 200)
    assert len(project_view(desk, team.ann, copy_project(desk, team.ann, team.pid)).name) == 200
