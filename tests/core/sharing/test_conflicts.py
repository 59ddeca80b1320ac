"""Use cases that contradict each other: what no strictest value settles waits for a decision."""

from use_cases_together import MESSAGE, said

from translator.content.load import load_bank
from translator.core.dossier import Dossier, Work
from translator.core.options import Decision
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.text import UseCase


def found(*cases, project=None, decisions=()):
    """Return the conflicts of use cases given as (narrative, answers)."""
    works = tuple(
        Work(use_case=UseCase(number=n, title="", narrative=text), answers=said(**{**MESSAGE, **answers}))
        for n, (text, answers) in enumerate(cases, 1)
    )
    dossier = Dossier(project=Project(name="P"), works=works, answers=said(**(project or {})), decisions=decisions)
    return translate(load_bank(), dossier).conflicts


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
