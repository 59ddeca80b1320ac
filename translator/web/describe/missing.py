"""Still missing: what a narrative does not say yet, as gentle hints, each with the question that will ask it.

In: a reading, the measure of success, the prompts of the use case. Out: hints, the most telling first.
"""

from dataclasses import dataclass

from translator.core.bank.model import Question
from translator.core.prompts import Prompt
from translator.core.reading.model import Kind, Reading, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """Name one thing that a good narrative says: the kind and roles of signal that say it, and how to ask for it."""

    hint: str
    kind: Kind | None
    roles: frozenset[str] = frozenset()

    def said_by(self, signal: Signal) -> bool:
        """Tell whether a signal says it. Without a kind, whatever the text rules out does."""
        if self.kind is None:
            return signal.negated
        return signal.kind is self.kind and not signal.negated and (not self.roles or signal.role in self.roles)

    def asked_by(self, question: Question) -> bool:
        """Tell whether a question asks for it, going by the signals that would suggest its answer."""
        if self.kind is None:
            return "not" in question.text.split() or any(rule.excluded for rule in question.suggest)
        return any(
            rule.kind == self.kind.value and not rule.excluded and (not self.roles or self.roles & set(rule.roles))
            for rule in question.suggest
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Hold one thing that is not said yet; `question` is the id of the question that asks it, "" when none does."""

    words: str
    question: str = ""


_MEASURE = Aspect(kind=Kind.KPI, hint="How you will know that it works")
ASPECTS = (
    Aspect(kind=Kind.ACTOR, roles=frozenset({"audience"}), hint="Who exactly it is for"),
    Aspect(
        kind=Kind.TIMING,
        roles=frozenset({"trigger", "latency", "cadence", "calendar"}),
        hint="What starts it, and how fast it has to happen",
    ),
    Aspect(kind=Kind.CHANNEL, hint="Where people see it: by e-mail, on the website, in the app, in a call …"),
    Aspect(kind=Kind.DATA, hint="Which facts about people it needs: purchases, visits, contracts …"),
    _MEASURE,
    Aspect(kind=Kind.CONSENT, hint="Whether people have to agree first"),
    Aspect(kind=Kind.VOLUME, hint="Roughly how many people it concerns"),
    Aspect(kind=None, hint="Who or what has to be left out"),
)


def still_missing(reading: Reading, measure: str, prompts: tuple[Prompt, ...]) -> tuple[Hint, ...]:
    """Return what neither the text nor an answer says yet."""
    hints = []
    for aspect in ASPECTS:
        said = any(aspect.said_by(signal) for signal in reading.signals) or (aspect is _MEASURE and measure.strip())
        asking = [prompt for prompt in prompts if aspect.asked_by(prompt.question)]
        if said or any(prompt.answer is not None and prompt.answer.known for prompt in asking):
            continue
        heaviest = max((p for p in asking if p.open), key=lambda p: p.question.weight, default=None)
        hints.append(Hint(words=aspect.hint, question=heaviest.question.id if heaviest else ""))
    return tuple(hints)
