"""What the texts rule out: numbered within its use case, named as a thing, and answered by every bidder.

Step 10. In: the exclusions of the use cases. Out: a table to fill in, the same for both editions, and plain values.
An exclusion asks for nothing and is no requirement: a bidder keeps to it or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.core.dossier import Chapter, Translation
from translator.core.reading.written import capital, written
from translator.core.requirements.model import Exclusion
from translator.core.specification.compose import Words, bold, cell, marked_words, table
from translator.core.specification.model import Cell, Table

NOT_KEPT = "Each is answered by its number with Kept or Not kept; what is not kept is a missed must."
CHECK = "An inspection of the offered solution and its settings finds none of it."
_OWN_SENTENCE = "As marketing says it"
_HEAD = "No. | Ruled out | In marketing's words | How it is checked | Reply: Kept or Not kept"
_WIDTHS = (12, 18, 28, 22, 20)
# A bare refusal of one thing: "without an app", "no texts after 8pm". Whatever else is a sentence, and stays one.
_BARE = re.compile(
    r"(?:no|not|without|never)\s+(?:(?:a|an|any|the)\s+)?"
    r"(?P<thing>(?!(?:to|more|less|only|just|even|all|every\w*|need|yet|longer)\b)\S.*(?<!needed|quired))",
    re.IGNORECASE,
)
# More words than these are rather a sentence than the name of a thing.
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """Hold one exclusion with its number ("UC1-X-01") and what it rules out as a noun, "" where only words do."""

    id: str
    thing: str
    exclusion: Exclusion


def prohibitions(translation: Translation) -> tuple[Prohibition, ...]:
    """Give what each text rules out a number, within its use case and in the order of the text."""
    return tuple(one for chapter in translation.chapters for one in _numbered(chapter))


def prohibitions_table(found: tuple[Prohibition, ...]) -> Table:
    """Write a row for each, with room for the bidder's reply."""
    caption = "Ruled out by the texts, to be answered by the bidder"
    return table(caption, _HEAD, _WIDTHS, map(_row, found), form=True)


def _numbered(chapter: Chapter) -> Iterator[Prohibition]:
    in_order = sorted(chapter.exclusions, key=lambda e: e.span.start)
    for position, exclusion in enumerate(in_order, 1):
        number = f"{chapter.work.use_case.ref}-X-{position:02d}"
        yield Prohibition(id=number, thing=_thing(chapter, exclusion), exclusion=exclusion)


def _thing(chapter: Chapter, exclusion: Exclusion) -> str:
    """Name what is ruled out without the word that rules it out, by its known name where it has one."""
    bare = _BARE.fullmatch(exclusion.evidence.strip().rstrip("."))
    if bare is None or len(bare["thing"].split()) > _LONGEST_NAME:
        return ""
    known = (s for s in chapter.reading.excluded if s.span == exclusion.span and s.value != s.evidence)
    names = [written(s) for s in known if s.value.casefold() in bare["thing"].casefold()]
    return names[0] if names else capital(bare["thing"])


def _row(one: Prohibition) -> tuple[Cell | Words, ...]:
    said = marked_words(one.exclusion.evidence, one.exclusion.said_by)
    return (cell(bold(one.id), anchor=one.id), one.thing or _OWN_SENTENCE, said, CHECK, cell())
