"""The glossary: the project's words stand before the bank's, terms are found in texts, both sides have to agree."""

from translator.core.bank.model import Term
from translator.core.glossary import Entry, glossary, key_of, places_of, standing_in

LATENCY = Term(term="latency", marketing="How long it takes.", it="Time from event to effect.", definition="Delay.")
LEAD = Term(term="lead", marketing="A chance.", it="A record.", definition="Somebody who may buy.")
SCORE = Term(term="lead score", marketing="How warm.", it="A number.", definition="The chance, as a number.")


def words(text, entries):
    return [(text[start:end], entry.term) for start, end, entry in places_of(text, entries)]


def test_a_project_s_words_stand_in_place_of_the_shipped_ones_and_beside_them():
    own = (
        Entry(term="Latency", definition="Seconds to the first offer.", own=True),
        Entry(term="win-back", definition="A second chance.", own=True),
    )
    entries = glossary((LEAD, LATENCY), own)
    assert [e.term for e in entries] == ["Latency", "lead", "win-back"]
    assert entries[0].definition == "Seconds to the first offer."


def test_a_term_is_agreed_when_both_sides_did():
    assert Entry(term="lead", marketing_by="Ana").state == "proposed"
    assert Entry(term="lead", marketing_by="Ana", it_by="Ivo").state == "agreed"


def test_the_longest_term_is_found_in_any_case_and_in_the_plural():
    entries = glossary((LEAD, SCORE, LATENCY))
    assert words("Lead scores lower the latency.", entries) == [("Lead scores", "lead score"), ("latency", "latency")]
    assert words("Leads mislead the leader of lead-time.", entries) == [("Leads", "lead")]


def test_nothing_is_found_with_an_empty_glossary():
    assert words("The latency.", ()) == []


def test_a_document_explains_the_terms_that_it_uses_and_no_others():
    entries = glossary((LEAD, SCORE, LATENCY))
    assert [e.term for e in standing_in("Two leads came.", entries)] == ["lead"]


def test_a_term_with_signs_in_it_is_found_and_has_a_key_that_an_address_can_hold():
    entries = glossary((), (Entry(term="A/B test", definition="Two versions.", own=True),))
    assert words("We run an A/B test (two versions).", entries) == [("A/B test", "A/B test")]
    assert key_of("  A/B   Test ") == "a b test"
