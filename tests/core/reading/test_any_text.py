"""Whatever is typed: spans stay inside, evidence is the slice, nothing raises, the same text reads the same."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator.content.lexicon_load import load_lexicon
from translator.core.reading.lexicon import Lexicon
from translator.core.reading.read import Reader

WORDS = st.sampled_from(
    [
        "email", "don't", "not", "no", "by", "SMS", "customers", "who", "when", "a", "week", "after", "30.000", "€",
        "1,5",
        "million", "%", "every", "and", ",", ".", "their", "data", "in", "Reading", "US", "must", "never",
        "half", "of", "Greater", "Manchester", "New", "York", "who", "should", "list", "at", "9am", "per",
        "👩‍👩‍👧", "é", "مرحبا", "\u202e", "'s", "n't", "…", "10k", "two", "to", "four", "hours", "between", "\n", "😀",
        "cafe\u0301", "\u0327", "٣", "\uff13", "½", "שלום", "\u200f", "\ufeff", "🇩🇪", "👍🏽", "ﬁ", "İ", "ß",
        "\u00ad", "\0",
    ]
)  # fmt: skip
KNOWN = st.sampled_from(sorted({w for c in load_lexicon().concepts for f in c.forms for w in re.findall("[a-z]+", f)}))
SPACED = st.lists(WORDS, max_size=60).map(" ".join)
JOINED = st.lists(WORDS, max_size=40).map("".join)
SENTENCES = st.lists(st.one_of(KNOWN, WORDS), max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(max_size=300), SPACED, JOINED, SENTENCES)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_every_signal_rests_on_exact_characters_of_any_text(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    for signal in reading.signals:
        assert 0 <= signal.span.start < signal.span.end <= len(text)
        assert signal.evidence == text[signal.span.start : signal.span.end]
    assert reading == reader.read(text)
    assert list(reading.signals) == sorted(reading.signals, key=lambda s: s.span)


def test_what_was_read_before_changes_nothing(lexicon: Lexicon) -> None:
    """The "ca" and "wo" of "can't" and "won't" are no words of their own, and stand for other ones elsewhere."""
    used, fresh = Reader(lexicon), Reader(lexicon)
    used.read("Costs ca 300 a month, wo tax.")
    text = "Send an e-mail. We can't use SMS, and we won't use WhatsApp."
    assert used.read(text) == fresh.read(text)
    assert [s.value for s in fresh.read(text).signals if s.negated] != []


def test_a_fresh_reader_reads_the_same(reader: Reader, lexicon: Lexicon) -> None:
    text = "When a member leaves a basket, email them after two hours, never on Sundays."
    assert Reader(lexicon).read(text) == reader.read(text)


SENTENCE = "When a guest leaves a booking, email them within two hours, but not by SMS, and keep their room type. "
HOSTILE = {
    "one long word": "a" * 100_000,
    "digits": "1" * 100_000,
    "digits and commas": "1," * 50_000,
    "single digits": "1 " * 50_000,
    "apostrophes": "n't " * 25_000,
    "negations": "do not " * 14_000,
    "conditions": "when they " * 10_000,
    "enumeration": "names, " * 14_000 + "and data",
    "spaces": " " * 100_000,
    "line ends": "\n " * 50_000,
    "combining marks": "e\u0301" * 50_000,
    "right to left": "\u202eمرحبا 3 " * 10_000,
    "numbers with scales": "1k" * 50_000,
    "who-clauses": "people who " * 9_000,
    "waits": "2 days after " * 7_700,
    "shares": "one in " * 14_000,
    "open conditions": "if we stop " * 9_000,
    "lists without an end": "not by sms, or " * 6_600,
}


@pytest.fixture(scope="module")
def ordinary(reader: Reader) -> float:
    text = (SENTENCE * 1_000)[:100_000]
    return min(_seconds(reader, text) for _ in range(2))


def _seconds(reader: Reader, text: str) -> float:
    start = time.process_time()
    reader.read(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_of_100_kb_takes_but_a_few_times_as_long_as_an_ordinary_one(
    reader: Reader, ordinary: float, name: str
) -> None:
    # A machine busy with other work may slow one run, hardly both.
    assert any(_seconds(reader, HOSTILE[name]) < 5 * ordinary for _ in range(2))


def test_time_grows_with_the_length_and_no_faster(reader: Reader) -> None:
    _seconds(reader, SENTENCE * 50)
    small, large = (min(_seconds(reader, SENTENCE * times) for _ in range(3)) for times in (100, 800))
    assert large < 8 * small * 2
