"""Weight: how much a line matters, by MoSCoW.

Step 5. In: the template's own priority, the words behind a line. Out: must, should or could. The rule: security, law
and what the outcome cannot do without is a must, whoever asks; what has a way round is a should; comfort is a could.
Words then move a line of the use case's own: a hedge ("ideally", "maybe") takes it to could, unless it is a rule on
permission; an obligation ("has to", "must") lifts a should to a must. DSDM ("MoSCoW Prioritisation", Agile Project
Framework) asks that no more than 60 per cent of the effort be musts, so that there is something to give up; the bank
is graded to stay below that share of the lines.
"""

from collections.abc import Collection, Iterable, Mapping

from translator.core.bank.model import Template
from translator.core.reading.model import Kind, Reading
from translator.core.requirements.model import Source, SourceKind
from translator.core.terms import Priority
from translator.core.text import Span

Weights = Mapping[tuple[str, Span | None], Collection[str]]


def weights_in(reading: Reading | None) -> Weights:
    """Return the priorities that a text gives its words, by kind of signal and place."""
    found: dict[tuple[str, Span | None], set[str]] = {}
    for signal in (*reading.wanted, *reading.deeds) if reading else ():
        found.setdefault((signal.kind.value, signal.span), set()).add(signal.priority)
    return found


def priority_of(template: Template, sources: Iterable[Source], weights: Weights) -> Priority:
    """Return the priority of a line that rests on these sources; a standard line keeps its template's."""
    if template.standard or template.priority is Priority.WONT:
        return template.priority
    said = {word for s in sources if s.kind is SourceKind.WORDS for word in weights.get((s.ref, s.span), ())}
    if said == {"could"} and template.each != Kind.CONSENT:
        return Priority.COULD
    if "must" in said and template.priority is Priority.SHOULD:
        return Priority.MUST
    return template.priority
