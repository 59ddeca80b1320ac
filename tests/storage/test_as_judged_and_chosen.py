"""The step to schema 0004: what was judged and chosen before counts as judged and chosen as it stands."""

from datetime import UTC, datetime

from sqlalchemy import select, text

from translator.storage import schema, tables
from translator.storage.database import Database
from translator.storage.option_mapping import option_from
from translator.storage.requirement_mapping import feasibility_from

NOW = datetime(2026, 11, 21, tzinfo=UTC).isoformat(sep=" ")
ROWS = (
    (
        "INSERT INTO project (id, name, objective, problem, success, proof, currency, sample, bank_version, created_at,"
        " updated_at, version) VALUES ('p', 'Winter', '', '', '', '', 'EUR', FALSE, '', :now, :now, 1)"
    ),
    (
        "INSERT INTO use_case (id, project_id, number, title, narrative, measure, asked_it_note, created_at,"
        " updated_at,"
        " version) VALUES (1, 'p', 1, '', '', '', '', :now, :now, 1)"
    ),
    (
        "INSERT INTO option (id, use_case_id, letter, name, how, one_off, risk, risk_note, gives_up, meets,"
        " recommended,"
        " chosen, person, updated_at, version) VALUES (1, 1, 'A', 'Rules', '', '[1, 2, 3]', 'low', '', '',"
        """ '{"send": "fully"}', FALSE, TRUE, 'Iris', :now, 1)"""
    ),
    (
        "INSERT INTO requirement (id, project_id, scope, key, category, number, status, rationale, based_on, person,"
        " last_draft, version) VALUES (1, 'p', 1, 'send', 'functional', 1, 'drafted', '', '', '',"
        """ '{"sentence": "Send.", "fit": "Within 90 days."}', 1)"""
    ),
    (
        "INSERT INTO feasibility (id, requirement_id, verdict, note, about, person, at, version)"
        " VALUES (1, 1, 'yes', '', 'Send.', 'Iris', :now, 1)"
    ),
)


def test_choices_and_verdicts_of_an_older_database_are_remembered_as_they_stand(empty_database: Database) -> None:
    schema.upgrade(empty_database.engines, "0003")
    with empty_database.engines.writing.begin() as connection:
        for row in ROWS:
            connection.execute(text(row), {"now": NOW} if ":now" in row else {})
    empty_database.upgrade()
    with empty_database.writing() as session:
        option = session.scalars(select(tables.Option)).one()
        assert not option_from(option).changed_since_chosen
        assert feasibility_from(session.scalars(select(tables.Feasibility)).one()).about_fit == "Within 90 days."
        option.one_off = [1, 2, 4]
        session.flush()
        assert option_from(option).changed_since_chosen
