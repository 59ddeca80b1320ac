"""Times without a year: what a typed answer leaves to the day on which somebody reads it."""

import pytest

from translator.content.load import load_bank
from translator.core.quality.remarks import remarks_on
from translator.core.requirements.model import Origin, Requirement, Source, SourceKind, Status
from translator.core.terms import Category, Priority

WORDS = load_bank().quality


def remarks(said):
    """Return the remarks on a drafted line that quotes an answer."""
    source = Source(kind=SourceKind.ANSWER, ref="go_live", text=f"Is there a day? {said}")
    line = Requirement(
        id="S-V-01", key="live", use_case=None, category=Category.SERVICES, plain="It is ready.", rationale="",
        sentence=f"The supplier shall plan the work so that the system is live by the date stated as “{said}”.",
        fit="The plan shows the date.", priority=Priority.MUST, origin=Origin.DERIVED, topic="", trace=(source,),
        status=Status.DRAFTED, draft_sentence="", draft_plain="", draft_fit="",
    )  # fmt: skip
    return remarks_on(line, WORDS)


@pytest.mark.parametrize("said", ["1 March, so that the sale of this year counts", "Before next winter"])
def test_a_time_without_a_year_in_an_answer_is_marked_for_whoever_gave_it(said):
    (remark,) = remarks(said)
    assert remark.where.strip("“”") in said
    assert remark.suggestion == "Write the year or the date into the answer."


@pytest.mark.parametrize("said", ["1 March 2028, before the season", "The week after the fair of 2027"])
def test_a_time_that_stays_the_same_gets_no_remark(said):
    assert remarks(said) == ()
