"""Duties: one sentence, one duty, said in the active voice by somebody whom the contract binds.

Step 6. In: a sentence. Out: findings for R2, R3, R15, R16, R18 and R19, with the sentences that would do.
"""

import re
from collections.abc import Iterator

from translator.core.bank.model import QualityWords
from translator.core.quality.clause import Sentence, lowered, span_of, stopped, uppered
from translator.core.quality.model import Characteristic, Finding, Rewrite, gtwr
from translator.core.quality.words import base_of, people_in, verbs
from translator.core.text import Span

_PAIR = 2
_SHALL = re.compile(r"\bshall\b")
_JOINT = re.compile(
    r"(?P<joint>,? and (?:also |then )?|, then |;\s*(?:and )?)(?P<rest>(?:the [a-z -]{2,40}? )?shall\b)"
)
_ALSO = re.compile(r"(?P<joint>,? and (?:also|then) )(?P<rest>[a-z]+)|(?P<stop>;\s*)(?P<more>\S)")
_BOTH = re.compile(
    r"(?P<joint> and )(?P<rest>(?P<verb>[a-z]+)"
    r" (?:the|a|an|each|every|all|no|it|them|its|their|one|another)\b)"
)
# Between "shall" and "and": what makes a second verb part of the same thing, or of a list.
_SAME = re.compile(r",|\b(?:that|who|where|which|when|while|if|to|between)\b")
_LET = re.compile(r"\bshall (?:not )?let\b")
_PASSIVE = re.compile(
    r"\bshall (?P<no>not )?be (?P<how>\w+ly )?(?P<form>\w+(?:ed|en|wn|nt|lt|ld|de|pt|ut|un|ad))\b"
    r"(?P<by> by (?P<who>the (?:system|supplier|platform|solution|vendor|service|tool)))?"
)
_LATER = re.compile(r" by (?P<who>the (?:system|supplier|platform|solution|vendor|service|tool))(?=[ .,;]|$)")
_MAY = re.compile(r" shall (?:be able to|have the ability to|be allowed to|be permitted to) ")
_GETS = re.compile(r" shall (?:receive|get) ")
_SEES = re.compile(r" shall see ")
_NOT_UNLESS = re.compile(r"\bshall (?P<no>not) [^.;]*?\b(?P<unless>unless|except if|except when)\b")
_MIXED = re.compile(r"\w,? and [\w -]{2,40}? or (?=\w)|\w,? or [\w -]{2,40}? and (?=\w)")


def one_duty(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find a second duty in one sentence (R18, R19), and write it as a line of its own."""
    masked = sentence.masked
    shalls = list(_SHALL.finditer(masked))
    if not shalls:
        return
    joint = _JOINT.search(masked, shalls[0].end()) or _ALSO.search(masked, shalls[0].end())
    joint = joint or _second_verb(masked, shalls[0], words)
    if joint is None and len(shalls) == 1:
        return
    yield Finding(
        code="several",
        rule=gtwr(18, 19),
        hurts=Characteristic.SINGULAR,
        message="The sentence asks for more than one thing, so it can be half met.",
        suggestion="Write one requirement for each thing.",
        span=_place(joint) if joint is not None else span_of(shalls[1]),
        rewrites=_split(sentence, joint) if joint is not None and len(shalls) <= _PAIR else (),
    )


def _second_verb(masked: str, shall: re.Match[str], words: QualityWords) -> re.Match[str] | None:
    """Return where a known verb takes up the duty again: "shall send a letter and keep a copy"."""
    found = _BOTH.search(masked, shall.end())
    if found is None or found["verb"] not in verbs(words) or _LET.match(masked, shall.start()):
        return None
    return None if _SAME.search(masked, shall.end(), found.start()) else found


def _place(joint: re.Match[str]) -> Span:
    """Return where the second duty begins, without the comma and the blank before it."""
    start = joint.start() + len(joint[0]) - len(joint[0].lstrip(" ,"))
    return Span(start, joint.end())


def _split(sentence: Sentence, joint: re.Match[str]) -> tuple[Rewrite, ...]:
    groups = joint.groupdict()
    start = joint.start("joint" if groups.get("joint") else "stop")
    rest = sentence.text[joint.start("rest" if groups.get("rest") else "more") :]
    if not sentence.clause or start <= sentence.clause.end() or not re.match(r"[A-Za-z]", rest):
        return ()
    end = Rewrite(changes=((Span(start, len(sentence.text)), "."),))
    second = _standing(sentence, rest)
    return (Rewrite(changes=end.changes, second=stopped(second)),) if second else ()


def _standing(sentence: Sentence, rest: str) -> str:
    """Return the second duty as a sentence of its own, under the same condition."""
    small = lowered(rest)
    if re.match(r"the [a-z -]{2,40}? shall\b", small):
        return uppered(f"{sentence.condition}{small}")
    verb = small.removeprefix("shall ").removeprefix("also ").removeprefix("then ")
    if re.match(r"(?:the|a|an|each|every|in|for|with|at|by|on|if|when)\b", verb):
        return ""
    return uppered(f"{sentence.condition}{sentence.subject} shall {verb}")


def passive(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find a passive that hides who acts (R2): "shall be sent" fails, "the system shall send" passes."""
    found = _PASSIVE.search(sentence.masked)
    if found is None:
        return
    actor = found["who"] or (later["who"] if (later := _LATER.search(sentence.masked, found.end())) else "")
    active = _active(sentence, found, words)
    yield Finding(
        code="passive",
        rule=gtwr(2),
        message="The sentence turns round who does it." if actor else "The sentence hides who does it.",
        suggestion="Name who acts first." if actor else "Name who acts: “the system shall …”.",
        span=span_of(found),
        rewrites=(active,) if active else (),
    )


def _active(sentence: Sentence, found: re.Match[str], words: QualityWords) -> Rewrite | None:
    """Turn the sentence round, for an actor who is named or else the system."""
    verb, clause = base_of(found["form"], words), sentence.clause
    if not verb or clause is None or clause.start("shall") != found.start():
        return None
    rest = sentence.text[found.end() :]
    later = None if found["who"] else _LATER.search(sentence.masked, found.end())
    if later:
        rest = sentence.text[found.end() : later.start()] + sentence.text[later.end() :]
    actor = found["who"] or (later["who"] if later else "the system")
    duty = f"{actor} shall {found['no'] or ''}{found['how'] or ''}{verb} {lowered(sentence.subject)}{rest}"
    return Rewrite(changes=((Span(0, len(sentence.text)), uppered(f"{sentence.condition}{duty}")),))


def subject(sentence: Sentence, words: QualityWords) -> Iterator[Finding]:
    """Find a duty laid on somebody whom no contract binds (R3), such as the user."""
    clause = sentence.clause
    if clause is None or not people_in(clause["subject"], words):
        return
    yield Finding(
        code="subject",
        rule=gtwr(3),
        hurts=Characteristic.APPROPRIATE,
        message=f"The document binds the system and the supplier, not “{sentence.subject}”.",
        suggestion="Say what the system does for these people.",
        span=span_of(clause, "subject"),
        rewrites=_served(sentence),
    )


def _served(sentence: Sentence) -> tuple[Rewrite, ...]:
    who, start = lowered(sentence.subject), sentence.clause.start("subject") if sentence.clause else 0
    for pattern, verb in ((_MAY, "let"), (_GETS, "send"), (_SEES, "show")):
        found = pattern.match(sentence.masked, sentence.clause.end("subject")) if sentence.clause else None
        if found:
            words = f"the system shall {verb} {who} "
            return (Rewrite(changes=((Span(start, found.end()), words if start else uppered(words)),)),)
    return ()


def turned_twice(sentence: Sentence) -> Iterator[Finding]:
    """Find two negatives (R16): "shall not send unless" fails, "shall send only if" passes."""
    found = _NOT_UNLESS.search(sentence.masked)
    if found is None:
        return
    only = "only when" if found["unless"] == "except when" else "only if"
    yield Finding(
        code="double-no",
        rule=gtwr(16),
        message=f"“Not” and “{found['unless']}” together are easily read the wrong way round.",
        suggestion="Say when it is allowed.",
        span=span_of(found, "unless"),
        rewrites=(Rewrite(changes=((span_of(found, "no"), ""), (span_of(found, "unless"), only))),),
    )


def mixed_logic(sentence: Sentence) -> Iterator[Finding]:
    """Find "and" beside "or" with nothing that says which binds first (R15)."""
    found = _MIXED.search(sentence.masked)
    if found and "either" not in sentence.masked and "both" not in sentence.masked:
        yield Finding(
            code="and-or",
            rule=gtwr(15),
            message="“And” beside “or” can be read in two ways.",
            suggestion="Write one requirement for each case, or name the cases in a list.",
            span=span_of(found),
        )
