"""The question bank as values: what can be asked, what can be drafted, which words the house uses.

Content is written as YAML under translator/content and checked by load.py; the core only ever sees these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from translator.core.bank.condition import Condition
from translator.core.bank.sharing import Sharing
from translator.core.reading.lexicon import Lexicon
from translator.core.terms import Category, Priority


class Scope(StrEnum):
    """Say whether a question is put to each use case or once to the project."""

    USE_CASE = "use case"
    PROJECT = "project"


class QuestionType(StrEnum):
    """Name the ways to answer; each has one field class in the web room."""

    CHOICE = "choice"  # one of the choices
    CHOICES = "choices"  # any number of the choices
    YES_NO = "yes no"  # choices with the ids yes and no
    TEXT = "text"  # a sentence or two
    NUMBER = "number"  # a count with a unit ("contacts"), read in British and continental writing
    DURATION = "duration"  # a number with second, minute, hour, day, month or year
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold one choice. `phrase` is what a requirement's sentence says for it; `label` is what the page says."""

    id: str
    label: str
    hint: str = ""
    phrase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggest:
    """Say which signals suggest an answer.

    `kind` and, where given, `roles`, `excluded`, `words` and `unless` select signals: one of the words (lower case)
    stands in the evidence, and none of `unless`. Kind "measure" is no signal: it takes the measure that stands beside
    the text. `values` maps signal values to choice ids (an empty map with a text question suggests the evidence; with a
    number or duration question, the quantity). "*" maps any value. What is not `assumed` waits for a person's
    confirmation before it counts.

    `within` are words of a starting clause ("When a guest opens our app, ...") that make a place named there a place to
    show something; without one of them it only says where something happens, and is passed over. A `last` rule counts
    where no other rule of the question finds anything. What stands `apart` counts outside the clause that starts it
    only: in "six months since the last visit says it is due" the six months are a part of the event.
    """

    kind: str
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    last: bool = False
    apart: bool = False
    roles: tuple[str, ...] = ()
    excluded: bool = False
    assumed: bool = True
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Hold one question.

    `text`, `why` and `example` are in plain words; `it_wording` asks the same as IT would. `weight` (0-100) orders
    the prompts: what it changes in the document, and how often marketers leave it out. `must`: the document stays
    DRAFT while it is open. `when` says for which use cases it is asked at all. `section` is the manifest's heading
    that it stands under, `asked_of` who knows the answers there, "" = marketing. A number lies from `at_least` to
    `at_most` (durations in seconds); None is no limit.
    """

    id: str
    scope: Scope
    topic: str
    type: QuestionType
    text: str
    why: str
    example: str
    it_wording: str
    weight: int
    must: bool
    when: Condition
    choices: tuple[Choice, ...] = ()
    units: tuple[str, ...] = ()
    word_limit: int = 0
    suggest: tuple[Suggest, ...] = ()
    section: str = ""
    asked_of: str = ""
    at_least: float | None = None
    at_most: float | None = None

    def choice(self, choice_id: str) -> Choice | None:
        """Return a choice by its id, or None."""
        return next((c for c in self.choices if c.id == choice_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardChoice:
    """Hold the words of one standard value, and when they are right: by hosting, by how sensitive the data are."""

    when: Condition
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Say what fills one {place} of a template: the first of an answer, a signal, a standard value, these words.

    `called` is the noun that goes before words in quotation marks: "the event" gives the event “card refused”.
    `values` narrows the signals to these values or concepts. `quote`: only the words themselves, in quotation marks.
    Of the `standards` the first whose condition holds counts. `credit` says who set `otherwise` in place of them.
    """

    answer: str = ""
    quote: bool = False
    signal: str = ""
    roles: tuple[str, ...] = ()
    otherwise: str = ""
    called: str = ""
    values: tuple[str, ...] = ()
    standards: tuple[StandardChoice, ...] = ()
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Hold one requirement template.

    `sentence`, `plain` and `fit` hold {places}, each named in `slots`. A place of the sentence that nothing fills
    keeps the requirement from being written; one of `fit` makes `fit_unknown` stand instead. `standard` lines belong
    into every specification of their kind.

    `each` is a signal kind (narrowed by `each_roles` and `each_values`), `each_answer` a question with choices
    (narrowed by `each_values`): one requirement is written for every distinct value or choice. It fills {each} as a
    noun phrase, and {each_name} as bare words to stand in quotation marks. Signals that already stand behind an answer
    to one of the questions in `besides` are passed over. `unless_said`: the line gives way to others that have its
    words already (once.py).
    """

    id: str
    scope: Scope
    category: Category
    topic: str
    when: Condition
    sentence: str
    plain: str
    rationale: str
    fit: str
    priority: Priority
    slots: Mapping[str, Slot]
    each: str = ""
    each_roles: tuple[str, ...] = ()
    fit_unknown: str = ""
    standard: bool = False
    each_answer: str = ""
    each_values: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    unless_said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Hold one topic that requests for proposals ask about.

    `group` is a category. `core`: several published requests ask for it, so that no document may be silent on it.
    """

    name: str
    group: str
    core: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold one glossary entry: what marketing means, what IT means, and the definition to share."""

    term: str
    marketing: str
    it: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityWords:
    """Hold the words that make a requirement unclear, by INCOSE Guide to Writing Requirements v4 (2023) rule.

    `verbs` are those whose forms the check can turn round (base forms, bent by rule), `verb_forms` pairs of a form
    that no rule makes and its base, `short_forms` pairs of a short form and the word in full, `people` nouns for those
    whom no contract binds. `known` are abbreviations and names in capitals that need no entry in the glossary.
    `asked_by` pairs what a set of requirements has to state ("measure", "source", "owner", "basis", "retention") with
    the question that asks for it.
    """

    vague: tuple[str, ...]
    escape: tuple[str, ...]
    open_ended: tuple[str, ...]
    superfluous: tuple[str, ...]
    absolute: tuple[str, ...]
    purpose: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    solution: tuple[str, ...] = ()
    unmeasured: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    verbs: tuple[str, ...] = ()
    verb_forms: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    asked_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Hold the whole question bank. Questions, templates and terms are in the order of their manifests.

    Without `sharing` every use case keeps lines of its own, whatever others need.
    """

    version: str
    lexicon: Lexicon
    questions: tuple[Question, ...]
    templates: tuple[Template, ...]
    glossary: tuple[Term, ...]
    quality: QualityWords
    topics: tuple[Topic, ...] = ()
    sharing: Sharing | None = None
    _by_id: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {q.id: q for q in self.questions})

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id, or None."""
        return self._by_id.get(question_id)
