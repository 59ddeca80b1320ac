"""Which language a narrative is in, as far as the page has to know: whether it is one that can be read.

In: a text. Out: whether it is clearly not English. A text of a few words, or of names only, is given the benefit of
the doubt: nobody who writes English in headlines shall be told that it is none.
"""

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+")
# Words that nearly every sentence of a language has and that the others, English first of all, do not use.
_ENGLISH = "the and of to for with that this who when we our they their from not only be are is by on if should must"
_OTHERS = (
    "der und ein eine wir nicht mit für auf dem den ist sich werden wenn sie ihre unsere einen kunden",
    "les des une nous pour dans est qui avec sur aux leur leurs nos quand pas ou sont cette",
    "los las una que para con por del nuestros cuando como sus queremos cada clientes",
    "gli della che per con una sono nostri quando alla nel dei delle vogliamo clienti",
    "het een van wij niet met voor onze zijn wanneer naar klanten ook bij wordt",
    "os dos uma que para com nossos quando não são clientes queremos seus pelo",
    "nie jest dla się który aby gdy przez oraz klient klienci chcemy nasi naszych",
    "och att inte som för med våra när kunder vill till ett eller ska",
)
_ENOUGH = 3
_MOST = 0.5


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another script than the Latin one, or in another language than English."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return False
    latin = sum(unicodedata.name(character, "").startswith("LATIN") for character in letters)
    if latin < _MOST * len(letters):
        return True
    words = _WORD.findall(text.casefold())
    english = _many(words, _ENGLISH)
    return any(_many(words, other) >= max(_ENOUGH, 2 * english) for other in _OTHERS)


def _many(words: Sequence[str], listed: str) -> int:
    known = frozenset(listed.split())
    return sum(word in known for word in words)
