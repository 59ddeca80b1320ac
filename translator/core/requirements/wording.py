"""Wording: signals and answers as they stand inside a sentence.

Step 5. In: a signal or an answer. Out: a noun phrase that reads well at the end of "to", "with" or "within". Words
that the bank does not know stand in quotation marks, as the marketer's own.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from translator.core.answers import Answer
from translator.core.bank.model import Question, QuestionType
from translator.core.reading.deeds import WISH
from translator.core.reading.model import Kind, Reading, Signal
from translator.core.reading.words import word_set
from translator.core.suggestions import own_words
from translator.core.terms import singular
from translator.core.text import Span

# What to call words that no concept of the lexicon stands for.
_CALLED = {
    Kind.ACTOR: "the people described as",
    Kind.CHANNEL: "the channel described as",
    Kind.DATA: "the data described as",
    Kind.SYSTEM: "the system named",
    Kind.TIMING: "the moment described as",
    Kind.KPI: "the measure described as",
    Kind.VOLUME: "the size given as",
    Kind.GEOGRAPHY: "the place named",
    Kind.CONSENT: "the rule",
    Kind.CONSTRAINT: "the rule",
    Kind.DEED: "the wish",
}
# Kinds whose values stand as plain nouns when the lexicon knows them, and kinds whose values serve as names.
_NOUNS = frozenset({Kind.ACTOR, Kind.DATA})
_LABELS = _NOUNS | {Kind.KPI}
_LABEL_WORDS = 3
# Kinds that bind as a sentence and not as single words, and the longest sentence that still reads as a quote.
_RULES = frozenset({Kind.CONSTRAINT, Kind.CONSENT, Kind.TIMING, Kind.DEED})
_QUOTE_WORDS = 25
_WISH_WORDS = 45
_NAME_WORDS = 5
_ASKED = word_set("who whose which what where when how whether")
_LETTERS = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_OWNERS = re.compile(r"^(?:the|a|an|our|their|his|her|its|my|your)\s+", re.IGNORECASE)
# Words that no name of a fact has: they make a clause, a condition or a cut piece of a sentence of it.
_CLAUSES = word_set(
    """
    a an the this that these those who whom whose which what where when why how whether if i we you he she it they me
    us him her them our their is are was were be been has have had do does did will would can could should must may
    might get gets got not never no or but so than then as at by from in into on onto off out over under up down above
    below about after before during between to with without because while since until says said only just still
    """
)
_COLLECTIVE = word_set("data details records preferences identifiers demographics attributes location information")
_PART_WORDS = 5
_SENTENCE = re.compile(r"[.!?;…]+(?=\s|$)|\n")
_PART = re.compile(r"[.!?;…]+(?=\s|$)|\n|,(?=\s)|\s(?=and |but )")
# Where the words around a rule end, and how few they may be: a time is one part of a sentence, a rule all of it.
_WHOLE = ((_SENTENCE, 1), (_PART, _PART_WORDS), (_PART, 1))
_TIMES = ((_PART, _PART_WORDS), (_SENTENCE, 1), (_PART, 1))
_CONJUNCTION = re.compile(r"^(?:as soon as|whenever|when|once|if|after)\s+(?=\S+\s+\S)", re.IGNORECASE)
# Where what is to happen begins behind what starts it: "... at checkout it has to stick everywhere".
_MAIN_CLAUSE = re.compile(
    r"(?<=\w)\s(?:i|we|they|it|he|she) (?:must|should|shall|(?:has|have|needs?|wants?) to)\b.*", re.IGNORECASE
)
_BEFORE = re.compile(r"^before\s+", re.IGNORECASE)
# Words on which no clause ends: behind them more of it is to come.
_UNENDED = word_set("a an the is are was were be been has have had of to in at by for with and or not their our its")
_NOTHING = re.compile(
    r"(?:nowhere|none|nothing|no(?:body)?|n/?a|not known)(?: yet| today| so far| at all)*\.?", re.IGNORECASE
)
_SINGLE = str.maketrans({"“": "'", "”": "'", '"': "'"})
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -'")


def is_name(signal: Signal) -> bool:
    """Tell whether a signal is a fact with a name: "purchase history", "the date of birth", not "who signed"."""
    return _is_noun(_cased(signal) if _is_label(signal) else signal.evidence)


def _is_noun(words: str) -> bool:
    plain = [word.strip(",()").casefold().replace("\u2019", "'") for word in _OWNERS.sub("", words.strip()).split()]
    return (
        0 < len(plain) <= _NAME_WORDS
        and not any(word.split("'")[0] in _CLAUSES or "n't" in word or _DIGIT.search(word) for word in plain)
        and not (len(plain) == 1 and plain[0].endswith("ly"))
    )


def tells(signal: Signal) -> bool:
    """Tell whether a signal is a fact that is asked for by a clause: "who has signed", "which packs sell where"."""
    return signal.evidence.split()[0].casefold() in _ASKED and not is_name(signal)


def says_nothing(question: Question, answer: Answer) -> bool:
    """Tell whether a free answer names nothing that a sentence could hold: "Nowhere yet", "None"."""
    return question.type is QuestionType.TEXT and _NOTHING.fullmatch(" ".join(answer.values).strip()) is not None


def noun_of(signal: Signal, called: str = "") -> str:
    """Return a signal as a noun phrase: "purchase history", "the email channel", "the rule “no texts after 8pm”".

    `called` takes the place of the usual noun before words in quotation marks.
    """
    if signal.kind is Kind.CHANNEL and _is_plain(signal.value):
        return f"the {_cased(signal)} channel"
    if signal.kind is Kind.TIMING and signal.role == "trigger" and _BEFORE.match(signal.evidence):
        return f"the agreed moment before “{quotable(_BEFORE.sub('', signal.evidence))}”"
    if signal.kind in _NOUNS and _is_label(signal):
        own = _people_of(signal)
        return own if own and own == own.casefold() else _cased(signal)
    return f"{called or _CALLED[signal.kind]} “{name_of(signal)}”"


def whole(signals: Iterable[Signal], reading: Reading | None) -> tuple[Signal, ...]:
    """Return signals with what starts a use case read to the end of its clause, where it broke off before."""
    return tuple(_ended(s, reading) if reading and s.role == "trigger" else s for s in signals)


def _ended(signal: Signal, reading: Reading) -> Signal:
    if signal.evidence.split()[-1].casefold() not in _UNENDED:
        return signal
    end = _PART.search(reading.text, signal.span.end)
    span = Span(signal.span.start, end.start() if end else len(reading.text))
    return replace(signal, evidence=span.of(reading.text), span=span)


def is_named_in(signal: Signal, said: str) -> bool:
    """Tell whether somebody's own words name a fact, by its label or as the text does: "The hourly usage"."""
    words = {singular(word) for word in _LETTERS.findall(said.casefold())}
    names = (_OWNERS.sub("", name.casefold()) for name in (signal.value, signal.evidence))
    return any(words.issuperset(map(singular, _LETTERS.findall(name))) for name in names)


def name_of(signal: Signal) -> str:
    """Return the bare words of a signal, to stand in quotation marks: the label when known, else the evidence."""
    if signal.kind is Kind.TIMING and signal.role == "trigger":
        return quotable(_MAIN_CLAUSE.sub("", _CONJUNCTION.sub("", signal.evidence)))
    return quotable(_people_of(signal) or (_cased(signal) if _is_label(signal) else signal.evidence))


def _people_of(signal: Signal) -> str:
    """Return the text's own noun for several people: "tourists", "client advisors"; "" where it has none."""
    if signal.kind is not Kind.ACTOR or not _is_label(signal):
        return ""
    words = _OWNERS.sub("", signal.evidence.strip()).split()
    while words and words[-1].casefold() in _CLAUSES:
        words.pop()
    own = " ".join(words)
    return own if _is_noun(own) and words[-1].casefold().endswith("s") else ""


def item_of(signal: Signal) -> str:
    """Return what a fact is called in a list of facts, to stand in quotation marks.

    A label for many sorts of facts stands behind the text's own noun: "sizes (preferences)".
    """
    label, own = (_OWNERS.sub("", words) for words in (name_of(signal), quotable(signal.evidence)))
    told = is_collective(signal) and _is_noun(own) and own.casefold() != label.casefold()
    return f"{own} ({label})" if told else label


def is_collective(signal: Signal) -> bool:
    """Tell whether the label of a fact stands for many sorts of facts: "preferences", "event data"."""
    return signal.kind is Kind.DATA and _is_label(signal) and signal.value.split()[-1] in _COLLECTIVE


def nouns_of(signals: Iterable[Signal], called: str = "") -> str:
    """Return several signals as one enumeration, each value once; "customers" goes when "new customers" is there."""
    nouns = list(dict.fromkeys(noun_of(s, called) for s in signals))
    kept = [n for n in nouns if not any(n != other and other.endswith(f" {n}") for other in nouns)]
    return listed(kept)


def rule_of(signal: Signal, reading: Reading | None) -> str:
    """Return the words of a signal to stand in quotation marks; for a rule or a time, the sentence around them.

    "has to sign" binds nobody: "Legal has to sign off every template" does. Of a time, the part between commas is
    enough where it has words enough, and of a sentence that is long or also rules something out; else the words stand
    alone. A wish is a sentence, and a fact without a name is told by the one it stands in.
    """
    unnamed = signal.kind is Kind.DATA and not is_name(signal)
    if reading is None or (signal.kind not in _RULES and not unnamed):
        return name_of(signal)
    if signal.value == WISH and len(signal.evidence.split()) <= _WISH_WORDS:
        return quotable(own_words(signal.evidence))
    for end, fewest in _TIMES if signal.kind is Kind.TIMING and signal.role != "offset" else _WHOLE:
        span = signal.span.between(reading.text, end)
        deed = signal.kind is Kind.DEED
        fits = fewest <= len(span.of(reading.text).split()) <= (_WISH_WORDS if deed else _QUOTE_WORDS)
        if fits and (deed or not any(s.span.start < span.end and span.start < s.span.end for s in reading.excluded)):
            return quotable(own_words(span.of(reading.text)))
    return quotable(signal.evidence)


def quotes_of(signals: Iterable[Signal], reading: Reading | None) -> str:
    """Return the words of several signals as an enumeration of quotes, each once whatever its capitals."""
    said: dict[str, str] = {}
    for signal in signals:
        words = rule_of(signal, reading) if signal.kind in _RULES else quotable(signal.evidence)
        said.setdefault(words.casefold(), words)
    return listed(f"“{words}”" for words in said.values())


def listed(words: Iterable[str]) -> str:
    """Join words as an enumeration: "a, b and c"."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def phrase_of(question: Question, answer: Answer, called: str = "") -> str:
    """Return an answer as it stands in a sentence, "" when it gives no words for one.

    A text stands in quotation marks behind the noun `called`.
    """
    match question.type:
        case QuestionType.TEXT:
            said = quotable(" ".join(answer.values))
            return f"{called} “{said}”".strip() if said else ""
        case QuestionType.NUMBER | QuestionType.DURATION:
            return "" if answer.number is None else amount(answer.number, answer.unit)
        case QuestionType.PERCENT:
            return "" if answer.number is None else f"{_digits(answer.number)}%"
        case _:
            chosen = (question.choice(value) for value in answer.values)
            return listed(choice.phrase for choice in chosen if choice and choice.phrase)


def said_of(question: Question, answer: Answer) -> str:
    """Return question and answer as a trace shows them: "How fast …?: At once"."""
    chosen = [question.choice(value) for value in answer.values]
    labels = "; ".join(choice.label for choice in chosen if choice)
    words = labels or phrase_of(question, answer).strip("“”") or "not known yet"
    return f"{question.text}: {words}"


def amount(number: float, unit: str) -> str:
    """Write a number with its unit: "200,000 people", "1 hour", "1.5 days"."""
    one = singular(unit)
    # "percent" has no plural, and a unit that names a rate ("page views a month") is one as it stands.
    as_it_stands = unit in ("", "percent") or unit != one or unit.endswith("s") or " a " in unit or " an " in unit
    words = one if number == 1 else unit if as_it_stands else f"{unit}s"
    return f"{_digits(number)} {words}".strip()


def quotable(words: str) -> str:
    """Return words on one line, fit to stand between “ and ”: inner double quotes become single ones."""
    line = " ".join(words.split()).strip(' “”"')
    return line.translate(_SINGLE).rstrip(" .;,")


def _digits(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.4f}".rstrip("0")


def _is_label(signal: Signal) -> bool:
    """Tell whether the value is a noun of the lexicon, and not the text's own clause taken over."""
    return (
        signal.kind in _LABELS
        and bool(signal.concept)
        and _is_plain(signal.value)
        and len(signal.value.split()) <= _LABEL_WORDS
    )


def _is_plain(words: str) -> bool:
    return bool(words.strip()) and set(words) <= _PLAIN


def _cased(signal: Signal) -> str:
    """Return the value in the writing of the text where it has capitals of its own (CRM), not just at a start."""
    at = signal.evidence.casefold().find(signal.value.casefold())
    written = signal.evidence[at : at + len(signal.value)] if at >= 0 else signal.value
    return written if any(c.isupper() for c in written[1:]) else signal.value
