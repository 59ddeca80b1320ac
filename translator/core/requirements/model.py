"""Requirements and what belongs to them: origin, trace, a person's edits, exclusions, open questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from translator.core.terms import Category, Priority
from translator.core.text import Span


class Origin(StrEnum):
    """Say where a requirement comes from: the marketer's words, an answer, or a rule for every specification."""

    STATED = "stated"
    DERIVED = "derived"
    STANDARD = "standard"


class Status(StrEnum):
    """Say what people did with a requirement.

    DRAFTED follows the text and the answers. ACCEPTED too, and somebody agreed. EDITED keeps a person's sentence.
    ADDED was written by hand. DROPPED stays out of the document but keeps its id. WITHDRAWN: the draft no longer
    calls for it (its id is never given again).
    """

    DRAFTED = "drafted"
    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"


class SourceKind(StrEnum):
    """Say what a trace points to: words of the narrative, an answer, a rule of the bank, or a person's own hand."""

    WORDS = "words"
    ANSWER = "answer"
    RULE = "rule"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Hold one end of a trace.

    `ref` is a signal kind (WORDS), a question id (ANSWER), a template id (RULE) or a name (PERSON). `text` is what
    is shown: the quoted words, "question: answer", the rule's rationale, or what the person did. `span` addresses
    the narrative for WORDS; `said_by` is the person who marked those words, "" when they were read. `use_case` says
    whose narrative or answer it is, behind a shared requirement; None behind one of a use case's own.
    """

    kind: SourceKind
    ref: str
    text: str
    span: Span | None = None
    said_by: str = ""
    use_case: int | None = None

    @property
    def credit(self) -> str:
        """Return who marked the words, as it stands behind them in brackets, "" when they were read."""
        return f"marked by {self.said_by}" if self.said_by else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Hold what an answer puts into a requirement: choice ids or a text, or a number with its unit."""

    question: str
    values: tuple[str, ...] = ()
    number: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Hold one use case's part in a shared requirement.

    `key` and `id` are those of the use case's own line, which the shared one stands for, and `sentence` is what that
    line says. `value` is the use case's own value in words, "" where all say the same. `drives`: the shared
    requirement is as strict as it is because of this use case.
    """

    use_case: int
    key: str
    id: str
    sentence: str
    value: str = ""
    drives: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold one requirement as the bank writes it, before anybody numbered or touched it.

    `key` names it for ever: template id, plus ":" and a slug where one template writes several lines. `use_case` is
    the use case's number, None for a shared or standard requirement. `words_gone` are words that an answer behind it
    was confirmed from and that stand in the text no more. `given` are the answers that fill it. `shares` are the use
    cases' parts in a shared requirement, () for any other.
    """

    key: str
    use_case: int | None
    category: Category
    sentence: str
    plain: str
    rationale: str
    fit: str
    priority: Priority
    origin: Origin
    topic: str
    trace: tuple[Source, ...]
    words_gone: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Hold what people did with one requirement, as it is stored.

    `number` is the NN of the id within its use case and category. `sentence`, `fit` and `priority` are a person's
    words, None where the draft's stand. `based_on` is the draft's sentence when the person edited: when the draft
    differs now, the source changed. An ADDED requirement has no draft: `category`, `use_case` and `rationale` say
    what it is. `last` is the last draft that the store remembers, for a key that the text or the answers no longer
    call for. `covered_by` is the id of the shared requirement that stands for this line, "" for none. `rested_on` is
    what was behind it when a person last looked (suspect.py), None while nobody has.
    """

    key: str
    use_case: int | None
    category: Category
    number: int
    status: Status
    sentence: str | None = None
    plain: str | None = None
    fit: str | None = None
    priority: Priority | None = None
    rationale: str = ""
    based_on: str = ""
    person: str = ""
    feasibility: "Feasibility | None" = None
    last: Draft | None = None
    covered_by: str = ""
    rested_on: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Hold what a requirement rested on when a person last looked and no longer does, and what it rests on since."""

    went: tuple[str, ...]
    came: tuple[str, ...]


class Verdict(StrEnum):
    """Say whether IT can do it."""

    YES = "yes"
    YES_IF = "yes if"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasibility:
    """Hold IT's word on one requirement; `note` may use Markdown and is needed for YES_IF and NO.

    `about` is the sentence that was judged and `about_fit` its measure, so that a later change of either shows;
    None = nobody remembers the measure.
    """

    verdict: Verdict
    note: str = ""
    person: str = ""
    about: str = ""
    about_fit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Hold one line of the specification. `id` is UC2-D-03, or S-I-04 when it belongs to no single use case.

    `draft_sentence` is what the bank would write now; it differs from `sentence` only for an EDITED one, and then
    `source_changed` says whether it moved since the person's edit. `review_stale`: IT judged another sentence
    or another measure.
    `draft_plain` and `draft_fit` are the draft's too. `words_gone` are confirmed words behind it that stand in the
    text no more. `touched`: somebody accepted, edited, judged or added it. `given` are the answers that fill it.
    `shares` are the use cases' parts in a shared requirement; `covered_by` is the id of the shared requirement that
    stands for this line, "" for none. `rests_on` is what is behind it today, `changes` what differs from what was
    there when a person last looked at it (suspect.py).
    """

    id: str
    key: str
    use_case: int | None
    category: Category
    sentence: str
    plain: str
    rationale: str
    fit: str
    priority: Priority
    origin: Origin
    topic: str
    trace: tuple[Source, ...]
    status: Status = Status.DRAFTED
    draft_sentence: str = ""
    source_changed: bool = False
    feasibility: Feasibility | None = None
    review_stale: bool = False
    draft_plain: str = ""
    draft_fit: str = ""
    words_gone: tuple[str, ...] = ()
    touched: bool = False
    given: tuple[Given, ...] = ()
    shares: tuple[Share, ...] = ()
    covered_by: str = ""
    rests_on: tuple[str, ...] = ()
    changes: "Changes | None" = None

    @property
    def wanted(self) -> bool:
        """Tell whether anybody wants it: nobody dropped it, and the draft still calls for it."""
        return self.status not in (Status.DROPPED, Status.WITHDRAWN)

    @property
    def live(self) -> bool:
        """Tell whether the requirement goes into the document as a line of its own."""
        return self.wanted and not self.covered_by

    @property
    def suspect(self) -> bool:
        """Tell whether what is behind it changed since a person last looked at it."""
        return self.live and self.changes is not None

    @property
    def stands_at(self) -> str:
        """Return the id of the line that stands for it in the document: its own, or that of the shared one."""
        return self.covered_by or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Hold one thing that the text rules out: it is listed, and never becomes a requirement.

    `said_by` is the person who marked the words, "" when they were read.
    """

    use_case: int
    kind: str
    what: str
    evidence: str
    span: Span
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Hold what nobody knows yet. `use_case` None = the whole project. `must`: the document stays DRAFT without it.

    `question_id` is the bank's question, "" for one that a person asked freely. `text` is in plain words,
    `it_wording` the same as IT would ask it.
    """

    use_case: int | None
    question_id: str
    text: str
    why: str
    must: bool
    owner: str = ""
    due: date | None = None
    it_wording: str = ""


def requirement_id(use_case: int | None, category: Category, number: int) -> str:
    """Write the id of a requirement: UC2-D-03; S-I-04 for a shared or standard one."""
    place = "S" if use_case is None else f"UC{use_case}"
    return f"{place}-{category.letter}-{number:02d}"
