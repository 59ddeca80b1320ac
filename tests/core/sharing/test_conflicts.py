"""Use cases that contradict each other: what no strictest value settles waits for a decision."""

from datetime import date

import pytest
from use_cases_together import MESSAGE, said

from translator.content.load import load_bank
from translator.core.dossier import Dossier, Work
from translator.core.estimates import ThreePoint
from translator.core.options import Decision, Option
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.text import UseCase


def found(*cases, project=None, decisions=(), facts=None, options=()):
    """Return the conflicts of use cases given as (narrative, answers)."""
    works = tuple(
        Work(
            use_case=UseCase(number=n, title="", narrative=text),
            answers=said(**{**MESSAGE, **answers}),
            options=tuple(options),
        )
        for n, (text, answers) in enumerate(cases, 1)
    )
    dossier = Dossier(
        project=facts or Project(name="P"), works=works, answers=said(**(project or {})), decisions=decisions
    )
    return translate(load_bank(), dossier).conflicts


def sides(conflict):
    return [(p.place, p.words) for p in conflict.positions]


SHORT = ("The data may be deleted after 30 days.", {})
LONG = ("Purchase history must be kept for 3 years.", {})
OPT_IN = ("Write to them.", {"permission": ("general",)})
ALL = ("Write to them.", {"permission": ("existing",)})


def test_thirty_days_against_three_years_is_a_conflict_that_quotes_both():
    (conflict,) = found(SHORT, LONG)
    assert [(p.place, p.words, p.quote) for p in conflict.positions] == [
        ("UC1", "30 days", "deleted after 30 days"),
        ("UC2", "3 years", "kept for 3 years"),
    ]
    assert not conflict.settled


def test_what_a_text_says_is_held_against_the_projects_own_answer():
    (conflict,) = found(SHORT, project={"keep": (3.0, "year")})
    assert [p.place for p in conflict.positions] == ["The project", "UC1"]


def test_history_that_reaches_back_longer_than_it_is_kept_is_a_conflict():
    needs = ("Score them.", {"outcome": ("score",), "history": (2.0, "year")})
    (conflict,) = found(needs, project={"keep": (6.0, "month")})
    assert conflict.positions[-1].words == "needs the past 2 years"


def test_opt_in_against_all_customers_is_a_conflict():
    (conflict,) = found(OPT_IN, ALL)
    assert conflict.clash.id == "permission"
    (read,) = found(OPT_IN, ("Send the news to all customers by e-mail.", {}))
    assert read.positions[1].quote


def test_twelve_months_and_a_year_and_two_kinds_of_yes_are_no_conflict():
    year = ("Records are deleted after 12 months.", {})
    assert found(year, project={"keep": (1.0, "year")}) == ()
    assert found(OPT_IN, ("Write to them.", {"permission": ("channel",)})) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The data is kept for thirty days.", "30 days"),
        ("We keep their records for three years.", "3 years"),
        ("We delete everything after a month.", "1 month"),
        ("Anything older than six months is deleted.", "6 months"),
        ("Keep what they told us for half a year.", "0.5 years"),
    ],
)
def test_a_period_told_in_words_counts(text, words):
    (conflict,) = found((text, {}), project={"keep": (10.0, "year")})
    assert sides(conflict) == [("The project", "10 years"), ("UC1", words)]
    assert conflict.positions[1].quote in text


def test_how_long_an_offer_stands_or_a_message_waits_is_no_retention():
    offers = ("Keep the offer on the page for 3 days. Send the reminder 2 weeks before it ends.", {})
    assert found(offers, project={"keep": (3.0, "year")}) == ()


def test_those_who_opted_in_against_everyone_in_the_database_is_a_conflict():
    (conflict,) = found(("Only people who opted in get it.", {}), ("Email everyone in the database.", {}))
    assert [p.says for p in conflict.positions] == ["general", "existing"]


def test_real_time_against_a_nightly_file_is_a_conflict_in_one_use_case_and_across_them():
    (alone,) = found(("A file comes every night from the warehouse and the offer must appear in real time.", {}))
    assert "brings it once a day" in [words for _, words in sides(alone)]
    brings = ("The till data come by nightly file.", {})
    needs = ("When somebody pays at the till, write at once. Use the till data.", {"freshness": (5.0, "minute")})
    (across,) = found(brings, needs)
    assert sides(across) == [("UC1", "brings it once a day"), ("UC2", "needs it no older than 5 minutes")]


def test_a_nightly_file_of_something_else_and_information_that_may_be_old_are_no_conflict():
    brings = ("The till data come by nightly file.", {})
    assert found(brings, ("Write at once.", {"freshness": (5.0, "minute")})) == ()
    assert found(brings, ("Write at once. Use the till data.", {"freshness": (2.0, "day")})) == ()


def test_a_channel_that_one_use_case_rules_out_and_another_uses_is_a_conflict_of_its_own():
    (conflict,) = found(
        ("We never use SMS.", {}), ("Send a text message to customers.", {"channels": ("sms", "email")})
    )
    assert conflict.name == "A channel that is ruled out: text message"
    assert sides(conflict) == [("UC1", "rules it out"), ("UC2", "uses it")]


def test_a_channel_ruled_out_for_its_own_use_case_alone_binds_no_other():
    ring = ("Ring the customer.", {"channels": ("phone", "app")})
    assert found(("No phone calls for this one.", {}), ring) == ()
    assert found(("People take part without an app.", {}), ring) == ()


def test_several_limits_on_everything_of_different_height_are_a_conflict_and_own_limits_are_none():
    own, all_ = {"most_contacts": (1.0, "messages a year")}, {"cap_covers": ("everything",)}
    week, day = {"most_contacts": (2.0, "messages a week")}, {"most_contacts": (1.0, "messages a day")}
    (conflict,) = found(("x", {**week, **all_}), ("y", {**day, **all_}), ("z", own))
    assert sides(conflict) == [("UC1", "2 messages a week"), ("UC2", "1 message a day")]
    assert found(("x", week), ("y", day), project={"cap_total": (3.0, "messages a week")}) == ()
    (held,) = found(("x", {**week, **all_}), project={"cap_total": (3.0, "messages a week")})
    assert [p.place for p in held.positions] == ["The project", "UC1"]


def test_a_day_behind_the_deadline_and_a_use_case_before_the_start_of_the_whole_are_conflicts():
    ends = Project(name="P", deadline=date(2027, 12, 1))
    (late,) = found(("x", {}), project={"go_live": ("1 March 2028, before the season.",)}, facts=ends)
    assert sides(late) == [("The project", "ends on 1 December 2027"), ("The project", "1 March 2028")]
    early = ("It must be live before 1 May 2027.", {})
    (before,) = found(early, project={"go_live": ("1 October 2027",)}, facts=ends)
    assert sides(before) == [("The project", "1 October 2027"), ("UC1", "1 May 2027")]
    assert found(early, project={"go_live": ("1 April 2027",)}, facts=ends) == ()


def test_a_use_case_may_not_cost_more_than_the_project_and_its_choice_no_more_than_it_may():
    small = Project(name="P", currency="EUR", budget=5_000_000)
    text = ("The budget is EUR 80,000.", {})
    (above,) = found(text, facts=small)
    assert sides(above) == [("UC1", "at most EUR 80,000"), ("The project", "a budget of EUR 50,000")]
    dear = Option(letter="A", name="Big", chosen=True, one_off=ThreePoint(8_000_000, 9_000_000, 9_500_000))
    (costs,) = found(text, facts=Project(name="P", currency="EUR"), options=(dear,))
    assert sides(costs)[1] == ("UC1", "option A costs EUR 90,000 in its first year, as most likely")


def test_a_decision_with_an_outcome_settles_it_and_one_without_does_not():
    (open_,) = found(OPT_IN, ALL)
    asked = Decision(use_case=None, what="?", about=open_.key)
    assert not found(OPT_IN, ALL, decisions=(asked,))[0].settled
    made = Decision(use_case=None, what="?", about=open_.key, outcome="Opt-in for all")
    assert found(OPT_IN, ALL, decisions=(made,))[0].settled


def test_a_conflict_that_changed_since_it_was_settled_is_open_again_and_says_so():
    (before,) = found(SHORT, LONG)
    made = Decision(use_case=None, what="?", about=before.key, outcome="30 days")
    (now,) = found(("Records are deleted after 90 days.", {}), LONG, decisions=(made,))
    assert not now.settled
    assert now.reopened
    assert now.earlier == made
