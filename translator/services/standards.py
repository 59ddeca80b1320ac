"""The standard pack of a project: values that IT sets its own way, and topics that the project rules out with a reason.

In: forms as strings. Out: a StandardsView, and Saved for each write. The requirements follow in the same transaction;
a line that nobody needs any more keeps its number and can come back.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from translator.core.bank.model import Bank, Topic
from translator.core.bank.own_value import misfit
from translator.core.bank.tailored import OwnValue, RuledOut, StandardPlace, standard_places
from translator.core.errors import InputError
from translator.services.access import Right
from translator.services.bank_of import edition_of, tailoring_of
from translator.services.desk import Desk, Person, Saved
from translator.services.entrance import Entrance
from translator.services.errand import Errand, reading, writing
from translator.services.errors import Conflict, NotFound
from translator.services.follow import follow_scope
from translator.services.history import snapshot
from translator.services.lines import lines_in
from translator.services.versions import changed_last_by_me, expect
from translator.storage.agreement_tables import RuledOutTopic, StandardValue

_VALUE_LIMIT = 200
_REASON_LIMIT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """Hold one value of the standard pack: where it stands, what the house says, and what IT said instead.

    `line` is the requirement's id as it stands now, "" when no line of this project holds it. `sentence` is the
    line's. `version` is 0 while IT has set nothing.
    """

    place: StandardPlace
    line: str
    sentence: str
    own: OwnValue | None = None
    version: int = 0

    @property
    def current(self) -> str:
        """Return which of the house's values the line holds now, "" when it holds none of them."""
        return next((words for words in self.place.values if words in self.sentence), "")

    @property
    def answered(self) -> bool:
        """Tell whether an answer fills the place, so that the standard value waits for the day it is taken back."""
        known = (self.own.value,) if self.own else self.place.values
        return bool(self.line) and not any(words in self.sentence for words in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """Hold one topic with how many lines and questions it brings; `ruled_out` with its version when it is out."""

    topic: Topic
    lines: int
    questions: int
    ruled_out: RuledOut | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardsView:
    """Hold the values that stand in lines of the project, then the others; and the topics in the bank's order."""

    project_id: str
    values: tuple[ValueRow, ...]
    topics: tuple[TopicRow, ...]
    can_set: bool
    can_rule_out: bool

    def value(self, key: str) -> ValueRow:
        """Return one value; raise NotFound when there is none."""
        found = next((row for row in self.values if row.place.key == key), None)
        if found is None:
            raise NotFound
        return found

    def topic(self, name: str) -> TopicRow:
        """Return one topic; raise NotFound when there is none."""
        found = next((row for row in self.topics if row.topic.name == name), None)
        if found is None:
            raise NotFound
        return found


def standards_view(desk: Desk, who: Person, pid: str) -> StandardsView:
    """Return the values of the standard pack and the topics of a project."""
    with reading(desk, who, pid) as errand:
        house = _house(errand)
        live = [row.requirement for row in lines_in(errand.session, errand.desk, errand.project, None)]
        live = [line for line in live if line.live]
        sentences = {line.key: (line.id, line.sentence) for line in reversed(live)}
        settled = tailoring_of(errand.session, [pid])[pid]
        own, out = {v.key: v for v in settled.own}, {r.topic: r for r in settled.ruled_out}
        versions = _versions(errand)
        values = [
            ValueRow(
                place=place,
                line=sentences.get(place.template.id, ("", ""))[0],
                sentence=sentences.get(place.template.id, ("", ""))[1],
                own=own.get(place.key),
                version=versions["value", place.key],
            )
            for place in standard_places(house)
        ]
        return StandardsView(
            project_id=pid,
            values=tuple(sorted(values, key=lambda row: not row.line)),
            topics=tuple(
                TopicRow(
                    topic=topic,
                    lines=sum(line.topic == topic.name for line in live),
                    questions=sum(question.topic == topic.name for question in house.questions),
                    ruled_out=out.get(topic.name),
                    version=versions["topic", topic.name],
                )
                for topic in house.topics
            ),
            can_set=Right.PRICE in errand.rights,
            can_rule_out=Right.ANSWER_QUESTION in errand.rights,
        )


def set_value(desk: Desk, who: Person, pid: str, key: str, version: int, *, value: str, reason: str = "") -> Saved:
    """Set a standard value as IT wants it.

    Raise InputError when it is of another kind than the house's, Conflict when somebody set another one since.
    """
    entrance = Entrance()
    words = entrance.line("value", value, limit=_VALUE_LIMIT, needed="Write the value as it stands in the sentence.")
    because = entrance.text("reason", reason, limit=_REASON_LIMIT).strip()
    entrance.check()
    with writing(desk, who, pid, Right.PRICE) as errand:
        place = next((place for place in standard_places(_house(errand)) if place.key == key), None)
        if place is None:
            raise NotFound
        if wanted := misfit(words, place.values, errand.desk.bank.lexicon):
            raise InputError(wanted, "value")
        row = _value(errand, key)
        mine = {"value": words, "reason": because}
        _expect(errand, row, version, f"the standard value “{key}”", mine)
        before = _words(row) if row else None
        row = row or StandardValue(project_id=pid, key=key)
        row.value, row.reason, row.person, row.at = words, because, who.name, desk.now()
        return _stored(errand, row, "set", before, removed=entrance.removed)


def unset_value(desk: Desk, who: Person, pid: str, key: str, version: int) -> None:
    """Let the house's value stand again."""
    with writing(desk, who, pid, Right.PRICE) as errand:
        row = _value(errand, key)
        if row is None:
            raise NotFound
        _expect(errand, row, version, f"the standard value “{key}”", {"value": row.value})
        _gone(errand, row)


def rule_out(desk: Desk, who: Person, pid: str, topic: str, version: int, *, reason: str) -> Saved:
    """Rule a topic out: nothing of it is asked or drafted, and the document says so with the reason."""
    entrance = Entrance()
    needed = "Write why this is not needed: it stands in the document."
    because = entrance.text("reason", reason, limit=_REASON_LIMIT, needed=needed).strip()
    entrance.check()
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        if topic not in {known.name for known in _house(errand).topics}:
            raise NotFound
        row = _topic(errand, topic)
        _expect(errand, row, version, f"the topic “{topic}”", {"reason": because})
        before = _words(row) if row else None
        row = row or RuledOutTopic(project_id=pid, topic=topic)
        row.reason, row.person, row.at = because, who.name, desk.now()
        return _stored(errand, row, "ruled out", before, removed=entrance.removed)


def take_in(desk: Desk, who: Person, pid: str, topic: str, version: int) -> None:
    """Take a topic in again; its questions and lines come back."""
    with writing(desk, who, pid, Right.ANSWER_QUESTION) as errand:
        row = _topic(errand, topic)
        if row is None:
            raise NotFound
        _expect(errand, row, version, f"the topic “{topic}”", {"reason": row.reason})
        _gone(errand, row)


def _house(errand: Errand) -> Bank:
    return edition_of(errand.session, errand.desk, errand.project)


def _value(errand: Errand, key: str) -> StandardValue | None:
    row = StandardValue
    query = select(row).where(row.project_id == errand.project.id, row.key == key)
    return errand.session.scalars(query).one_or_none()


def _topic(errand: Errand, topic: str) -> RuledOutTopic | None:
    row = RuledOutTopic
    query = select(row).where(row.project_id == errand.project.id, row.topic == topic)
    return errand.session.scalars(query).one_or_none()


def _versions(errand: Errand) -> Mapping[tuple[str, str], int]:
    """Return the versions of what is stored, and 0 for all that is not."""
    topic, value = RuledOutTopic, StandardValue
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name, version in errand.session.execute(
        select(topic.topic, topic.version).where(topic.project_id == errand.project.id)
    ):
        found["topic", name] = version
    for name, version in errand.session.execute(
        select(value.key, value.version).where(value.project_id == errand.project.id)
    ):
        found["value", name] = version
    return found


def _named(row: StandardValue | RuledOutTopic) -> tuple[str, str]:
    """Return how the history names a row."""
    return ("standard value", row.key) if isinstance(row, StandardValue) else ("topic", row.topic)


def _expect(
    errand: Errand, row: StandardValue | RuledOutTopic | None, seen: int, subject: str, mine: Mapping[str, str]
) -> None:
    """Raise Conflict unless what is stored, or that nothing is, is as the person saw it."""
    if row is None:
        if seen:
            raise Conflict(subject, mine, dict.fromkeys(mine, ""), 0)
        return
    theirs = {field: getattr(row, field) for field in mine}
    expect(row, seen, subject, mine, theirs, own=changed_last_by_me(errand, *_named(row)), by=row.person)


def _stored(
    errand: Errand, row: StandardValue | RuledOutTopic, action: str, before: dict[str, object] | None, *, removed: int
) -> Saved:
    errand.session.add(row)
    errand.session.flush()
    errand.record(action, *_named(row), before=before, after=_words(row))
    follow_scope(errand.session, errand.desk, errand.project, 0)
    return Saved(version=row.version, at=errand.desk.now(), removed=removed)


def _gone(errand: Errand, row: StandardValue | RuledOutTopic) -> None:
    errand.record("taken back", *_named(row), before=_words(row))
    errand.session.delete(row)
    errand.session.flush()
    follow_scope(errand.session, errand.desk, errand.project, 0)


def _words(row: StandardValue | RuledOutTopic) -> dict[str, object]:
    return snapshot(row, *(("value",) if isinstance(row, StandardValue) else ()), "reason", "person")
