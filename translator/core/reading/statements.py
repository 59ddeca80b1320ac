"""Statements: sentences that say how a figure stands ("Net retention is 94%") name an outcome that is measured.

Step 2, a rule pass. In: words, quantities and candidates. Out: further candidates of kind kpi, from the start of the
clause to the figure.
"""

from collections.abc import Iterator, Sequence

from translator.core.reading.found import Found
from translator.core.reading.grammar import PRONOUNS, is_content
from translator.core.reading.lexicon import Concept
from translator.core.reading.quantities import Measure
from translator.core.reading.scope import clause_end
from translator.core.reading.words import NONE, STOP, Word, word_set

_STATED = Concept(id="kpi.stated", kind="kpi", value="=", forms=(), weak="place")
_LINKS = word_set("""
    be fall rise stand drop grow hover average slip slide slid climb dip sink hit reach creep crept shrink shrank stuck
""")
_BETWEEN = word_set(
    """
    at to around about only now by below above over under just still already roughly nearly almost
"""
)
_NO_SUBJECT = PRONOUNS | word_set(
    """
    there we i they he she it if when who that which once where because most many some few others and but
    target goal aim success objective ambition budget must should can may
"""
)
_HEADED = Concept(id="kpi.headed", kind="kpi", value="=", forms=())
_HEADINGS = frozenset({"goal", "target", "aim", "objectiv", "ambition", "success", "kpi", "measure"})
_LABELS = frozenset({"{percent}", "{money}", "{num}", "{duration}"})
_LONGEST = 7
_LEAST = 10
_FURTHEST = 3
_OPENING = 2
_JOINS = frozenset({"and", "but", "yet", "so", "because", "while", "though"})
_COUNTS = frozenset({"one", "two", "three", "four", "five", "a", "single"})


def with_statements(words: Sequence[Word], measures: Sequence[Measure], found: Sequence[Found]) -> list[Found]:
    """Return the candidates, with a clause that says how high a figure is in place of the outcomes inside it."""
    people = [f for f in found if f.kind == "actor"]
    headed = list(_headed(words))
    said = headed + [s for s in _stated(words, measures) if not _of_people(words, s, people)]
    rest = [
        f
        for f in found
        if f.kind != "kpi" or not (_asked_about(words, f) or any(s.begin < f.end and f.begin < s.end for s in said))
    ]
    return [*rest, *said]


def _asked_about(words: Sequence[Word], one: Found) -> bool:
    """Tell whether a figure is only a condition ("if their NPS was below 8") or a count ("one bonus per customer")."""
    at = one.begin
    near = range(max(at - _OPENING, 0), at)
    if any(words[i].lower in ("if", "unless", "when", "once") and words[i + 1].brk == NONE for i in near):
        return True
    counted = at > 0 and words[at].brk == NONE and (words[at - 1].lower in _COUNTS or words[at - 1].lower.isdecimal())
    return counted and one.concept.id == "kpi.any_rate"


def _headed(words: Sequence[Word]) -> Iterator[Found]:
    """Yield what stands behind a heading ("Goal: 15% of bookings direct")."""
    for i in range(1, len(words)):
        headed = words[i].brk == STOP and words[i - 1].brk == STOP and words[i - 1].base in _HEADINGS
        if headed:
            end = clause_end(words, i + 1)
            yield Found(_HEADED, i, end, i, end)


def _stated(words: Sequence[Word], measures: Sequence[Measure]) -> Iterator[Found]:
    widest = {m.first: m for m in sorted(measures, key=lambda m: m.after) if m.label in _LABELS}
    for m in widest.values():
        link = _link_before(words, m.first)
        if link is None or _of_things(words, m):
            continue
        start = link
        while (
            start > 0 and words[start].brk == NONE and link - start < _LONGEST and words[start - 1].base not in _JOINS
        ):
            start -= 1
        joined = start > 0 and words[start - 1].base in _JOINS
        if (
            (words[start].brk == NONE and not joined)
            or start == link
            or _counted(words, m)
            or _spoken(words, start, link)
        ):
            continue
        yield Found(_STATED, start, m.after, start, m.after)


def _spoken(words: Sequence[Word], start: int, link: int) -> bool:
    """Tell whether a pronoun or a joining word keeps the clause from naming a figure."""
    return any(words[i].base in _NO_SUBJECT for i in range(start, link))


def _of_things(words: Sequence[Word], m: Measure) -> bool:
    """Tell whether a bare number counts the things named behind it ("peak is 9,000 orders an hour")."""
    return m.label == "{num}" and m.after < len(words) and _counts_things(words[m.after])


def _counts_things(word: Word) -> bool:
    return word.brk == NONE and (is_content(word) or (word.lower.endswith("s") and word.base != word.lower))


def _of_people(words: Sequence[Word], said: Found, people: Sequence[Found]) -> bool:
    """Tell whether a bare number says something of people ("our members are 45 on average")."""
    bare = words[said.end - 1].surface[0].isalnum()
    return bare and any(said.begin <= f.begin and f.end < said.end for f in people)


def _link_before(words: Sequence[Word], at: int) -> int | None:
    for i in range(at - 1, max(at - 1 - _FURTHEST, 0), -1):
        if words[i].base in _LINKS:
            return i
        if words[i].base not in _BETWEEN:
            return None
    return None


def _counted(words: Sequence[Word], m: Measure) -> bool:
    """Tell whether a bare number counts off a small thing or a date and so measures nothing."""
    number = m.quantity.number
    whole_and_small = number < _LEAST and number == int(number)
    return m.label == "{num}" and (whole_and_small or words[m.first].lower in ("a", "an"))
