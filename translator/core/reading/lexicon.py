"""The lexicon: what the reading knows about the field, as values (written as YAML under translator/content/lexicon).

Step 2. In: nothing. Out: the values that words, matcher, quantities and the rule passes are built from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

SIGNAL_KINDS = frozenset(
    {"actor", "channel", "data", "system", "timing", "kpi", "volume", "geography", "consent", "constraint"}
)
# Kinds that steer the rules and never become a signal themselves.
RULE_KINDS = frozenset({"background", "block", "deed", "exclusion", "filter", "pattern", "priority"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Hold one thing that narratives talk about, with the forms it is written in.

    A form is a row of words matched without regard to case, inflection, hyphens or American spelling. Inside it
    `a/b` means either word, `a?` a word that may be left out, `*` any one word of letters but those of the class
    `function`, `..` up to four words, `,` a comma, `{name}` a word of a class or a span already understood (`{doing}`
    and `{agent}` by how a word is built: "waiting", "joiners"), `=sales` exactly this form, `^IT` exactly this writing,
    and `[` `]` bound the words that count as evidence.

    `value` is a word of the kind's vocabulary; "=" stands for the evidence itself, "@" for what the duration inside
    works out to. `reach` carries the evidence on: "clause" to the end of the clause, "phrase" to the next joining
    word. `weak` says when something better makes the concept void: "text" anything of its kind and role in the text,
    "bare" the same unless a determiner stands before it, "place" something firmer on the same words, "large" that or
    a number below a hundred. `opening` forms count only at the start of a clause. `about` explains the concept in
    plain words.
    """

    id: str
    kind: str
    value: str
    forms: tuple[str, ...]
    role: str = ""
    reach: str = ""
    weak: str = ""
    opening: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Hold what the rules of inflection and spelling cannot know.

    `irregular` maps a form to its base ("bought" -> "buy"); `british` maps American roots to British ones; `keep`
    are words that look inflected and are not ("marketing"); `whole` are correct words that are one letter away from
    a word of the lexicon and must not be taken for a slip of it.
    """

    irregular: Mapping[str, str] = field(default_factory=dict)
    british: Mapping[str, str] = field(default_factory=dict)
    keep: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Hold the words of quantities.

    `numbers` maps words to values ("dozen" -> 12), `scales` words and suffixes to factors ("k" -> 1000), `fractions`
    words to shares ("third" -> 1/3), `currencies` signs, codes and words to ISO 4217 codes, `periods` words to the
    name of a period ("hrs" -> "hour"), `seconds` that name to its length.
    """

    numbers: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Hold the names of places, in lower case with spaces.

    `doubtful` ones are ordinary words or first names too (Reading, Nice, Charlotte): those need a preposition before
    them and a capital inside a sentence.
    """

    certain: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Hold every concept of the reading, the word classes its forms lean on, spelling, units and places."""

    concepts: tuple[Concept, ...]
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spelling: Spelling = field(default_factory=Spelling)
    units: Units = field(default_factory=Units)
    places: Places = field(default_factory=Places)
