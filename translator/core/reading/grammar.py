"""Grammar: the little that the passes need to know about English sentences, from closed lists of its function words.

Step 2. In: words and a place among them. Out: whether a word is used as a verb, stands only as the first half of a
compound, or belongs to a sentence that asks for something.
"""

from collections.abc import Sequence

from translator.core.reading.words import NONE, STOP, Word, word_set

DETERMINERS = word_set(
    """
    a an the this that these those our their his her my your its every each any some all no one two three both
    which
"""
)
PRONOUNS = word_set(
    """
    them him her it us me you anyone everyone someone people everything
"""
)
_BEFORE_VERB = word_set(
    """
    to will would should must can could may might not do we i you they he she who please never always then just
    also only us them people customer
"""
)
_AUXILIARIES = frozenset({"do", "will", "would", "should", "must", "can", "could", "may", "might", "shall"})
_SOFT_BEFORE = frozenset({"only", "just", "also", "us", "them", "people", "customer", "to", "always", "that"})
_JOINING = word_set("and or but then so please just")
_ASKING = word_set(
    """
    should must want need please like would can may let shall have aim plan
"""
)
_KNOWING = word_set(
    """
    know see tell ask be decide find show learn understand forget check depend by on about say guess of record
    choose remember predict
"""
)


def is_verb(words: Sequence[Word], i: int) -> bool:
    """Tell whether word i, which may be a noun elsewhere, is used as a verb here."""
    word, before, after = words[i], words[i - 1] if i else None, words[i + 1] if i + 1 < len(words) else None
    if word.lower.endswith(("ed", "ing")) and word.base != word.lower:
        return True
    opened = after is not None and after.brk == NONE and (after.lower in DETERMINERS or after.lower in PRONOUNS)
    if before is None or word.brk != NONE or before.base in _JOINING:
        return opened
    if before.lower in ("that", "which", "who") and word.lower.endswith("s"):
        return True
    if before.base == "not" and (i < 2 or words[i - 2].base not in _AUXILIARIES):  # noqa: PLR2004
        return False
    if before.base not in _BEFORE_VERB or (word.lower.endswith("s") and before.base != "who"):
        return False
    return before.base not in _SOFT_BEFORE or opened or before.lower == "to" or after is None or after.brk != NONE


def is_modifier(words: Sequence[Word], i: int) -> bool:
    """Tell whether a singular noun only qualifies the noun behind it ("baby products", "customer record")."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.brk != NONE or not after.surface[0].isalpha():
        return False
    if words[i].lower.endswith(("s", "people", "men", "children")) or words[i].base in _PLURALS:
        return False
    if after.lower.endswith(_PLURAL_NOUNS):
        return True
    return (
        after.lower not in _FUNCTION
        and after.lower not in _NEVER_QUALIFIED
        and not after.lower.endswith(("ed", "s", "'s", "ly"))
        and after.base not in _VERBS
        and after.lower not in _PLAIN_VERBS
    )


def is_request(words: Sequence[Word], i: int) -> bool:
    """Tell whether a "when" at word i belongs to something that the sentence asks for, not to a description."""
    before = words[i - 1] if i and words[i].brk == NONE else None
    if before is not None and (before.base in _KNOWING or (i > 1 and _told_to(words[i - 2], before))):
        return False
    start = i
    while start > 0 and words[start].brk != STOP:
        start -= 1
    if start == i or words[i].brk != NONE:
        return True
    for j in range(start, len(words)):
        if j > start and words[j].brk == STOP:
            return False
        if words[j].base in _ASKING or (is_opening(words, j) and j != i):
            return True
    return False


def _told_to(verb: Word, before: Word) -> bool:
    return before.lower in PRONOUNS and verb.base in _KNOWING


def is_wish(word: Word) -> bool:
    """Tell whether a word says that something is asked for ("should", "want", "please")."""
    return word.base in _ASKING


def is_start(words: Sequence[Word], i: int) -> bool:
    """Tell whether word i starts a clause, also behind a joining word that starts one (", and no app")."""
    if i == 0 or words[i].brk != NONE:
        return True
    return words[i - 1].base == "please" or (words[i - 1].base in _JOINING and words[i - 1].brk != NONE)


def is_clause(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether two words that look like a compound are a plural subject with its verb ("riders rate")."""
    return (
        words[first].lower.endswith("s") and words[last].lower == words[last].base and words[last].base in _CLAUSE_VERBS
    )


def is_opening(words: Sequence[Word], j: int) -> bool:
    """Tell whether word j opens a part of a sentence as a command does ("send them ...", ", tell the owner")."""
    if words[j].brk == NONE and (j == 0 or words[j - 1].base not in _JOINING):
        return False
    after = words[j + 1] if j + 1 < len(words) else None
    inflected = words[j].lower != words[j].base and words[j].lower.endswith(("s", "ed", "ing"))
    if after is None or after.brk != NONE or words[j].lower in _FUNCTION or inflected:
        return False
    return after.lower in DETERMINERS or after.lower in PRONOUNS or words[j].base in _VERBS


# Behind a person these begin something else: "from finance far too late", "give each household four coupons".
_NEVER_QUALIFIED = word_set(
    """
    far soon today tomorrow first later straight direct early late now twice instead there alone together yet too
    two three four five six seven eight nine ten twelve twenty nothing something anything money help
"""
)
# Behind people these are what they do or did.
_PLAIN_VERBS = word_set(
    """
    insist approve check decide choose chose agree refuse hold held wrote said told sent got ran won lost left met felt
    thought knew saw gave took made came began sold bought paid spoke rang drew fell grew kept led allow accept prefer
    handle bid wish sat stood went found heard
"""
)
_PLURAL_NOUNS = ("tions", "sions", "ments", "ities", "nesses", "ances", "ences", "ships")
_PLURALS = frozenset({"alumni", "staff", "clergy", "police", "crew", "mum", "dad", "family", "couple"})
_CLAUSE_VERBS = frozenset(
    {"rate", "need", "score", "use", "read", "visit", "record", "value", "balance", "rank", "date", "type", "report"}
)
_VERBS = word_set(
    """
    send tell show give email text call remind alert offer invite get want need see buy use come ask book order
    know say leave start stop have do be go keep make take target message notify warn put let find look hear
    talk mail ring phone push thank promote add pull build score visit sign forget quit complain switch decide
    register live spend pay expect receive reply join
"""
)
_FUNCTION = (
    DETERMINERS
    | PRONOUNS
    | word_set(
        """
    and or but who whose that which in on at to of by for from with without when if once as than is are was
    were be has have had will would should must can could may might do does did not never so because while
    after before there where near over under about we i he she they also still already then only too again into
    up down out off via within during since until whether how what why just even instead
"""
    )
)


def is_content(word: Word) -> bool:
    """Tell whether a word names something: a word of letters that is no function word and no common verb."""
    return word.surface[0].isalpha() and word.lower not in _FUNCTION and word.base not in _VERBS
