"""What changed since somebody looked: said to marketing and IT in the document, never to bidders."""

import pytest

from tests.factories import (
    TODAY,
    make_bank,
    make_chapter,
    make_dossier,
    make_option,
    make_requirement,
    make_standard,
    make_translation,
    make_work,
)
from translator.core.requirements.model import Changes
from translator.core.requirements.suspect import as_priced
from translator.core.specification.assemble import assemble
from translator.core.specification.editions import for_bidders
from translator.export import EXPORTERS

CHANGES = Changes(went=("“by letter”",), came=("“by e-mail”", "Measured by: Every time."))
SAID = "UC1-F-01 changed since somebody looked. Then: “by letter”. Now: “by e-mail”; Measured by: Every time."


def document(lines, *, options=(), **over):
    work = make_work(options=tuple(options))
    chapter = make_chapter(work, lines)
    return assemble(make_bank(), make_translation(make_dossier([work]), (chapter,), **over), TODAY)


def missing(spec):
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in spec.missing]


def written(spec, ending):
    text = EXPORTERS[ending][0](spec).decode()
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("**", "").split())


@pytest.fixture(scope="module")
def spec():
    lines = [make_requirement(1, changes=CHANGES), make_requirement(2, changes=CHANGES, review_stale=True)]
    return document(lines, standard=(make_standard(1, changes=CHANGES),))


def test_the_trace_says_what_a_line_rested_on_and_what_it_rests_on_now(spec):
    assert SAID in written(spec, "md")
    assert "S-I-01 changed since somebody looked." in written(spec, "md")


@pytest.mark.parametrize("ending", ["html", "md", "json"])
def test_bidders_read_nothing_of_it(spec, ending):
    assert "by letter" in written(spec, ending)
    outside = written(for_bidders(spec), ending)
    assert [words for words in ("by letter", "since somebody looked", '"changed"') if words in outside] == []


def test_the_document_stays_a_draft_until_somebody_looked_and_a_stale_verdict_is_not_counted_twice(spec):
    said = missing(spec)
    assert "1 requirement of UC1 changed since somebody looked." in said
    assert "1 requirement of the shared requirements changed since somebody looked." in said
    assert "IT has not judged 1 of 2 requirements of UC1." in said


def test_a_price_that_was_made_before_a_line_changed_is_named_with_the_line():
    then, now = make_requirement(1), make_requirement(1, sentence="The system shall sing.")
    options = [make_option("A", priced_for=as_priced([then])), make_option("B", priced_for=as_priced([now]))]
    assert "UC1-F-01 changed since option A for UC1 was priced." in missing(document([now], options=options))
    assert not [text for text in missing(document([now], options=options)) if "option B" in text]


def test_of_more_than_a_few_lines_their_number_is_said():
    then = [make_requirement(number) for number in range(1, 6)]
    now = [make_requirement(number, fit="Always.") for number in range(1, 6)]
    options = [make_option("A", priced_for=as_priced(then))]
    assert "5 requirements changed since option A for UC1 was priced." in missing(document(now, options=options))
