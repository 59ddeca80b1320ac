"""What is still missing before both sides can sign, as plain sentences. While there is any, the document is a DRAFT."""

from collections.abc import Iterator

from translator.core.conflicts.model import Conflict
from translator.core.dossier import Chapter, Translation
from translator.core.left import Left, left_in
from translator.core.options import Option
from translator.core.project import Project
from translator.core.requirements.model import Requirement
from translator.core.requirements.suspect import moved_since
from translator.core.specification.figures import count, listed

# One option is a take-it-or-leave-it; two let marketing weigh money against what it gives up.
OPTIONS_NEEDED = 2
_NAMED = 3


def what_is_missing(translation: Translation) -> tuple[str, ...]:
    """Return the sentences: first the project's, then each use case's, in order of number."""
    sentences = [*_project(translation)]
    if not translation.chapters:
        sentences.append("No use case has been described.")
    for chapter in translation.chapters:
        sentences += _use_case(chapter, translation.standard)
    sentences += _judged("the shared requirements", translation.standard)
    sentences += _contradicted(translation.conflicts)
    sentences += _changed("the shared requirements", translation.standard)
    return tuple(sentences)


def _project(translation: Translation) -> Iterator[str]:
    project = translation.dossier.project
    yield from _frame(project)
    yield from _left("the project", left_in(translation.prompts))


def _frame(project: Project) -> Iterator[str]:
    asked = (
        ("what problem it solves", project.problem),
        ("what success looks like in 12 months", project.success),
        ("how we will know", project.proof),
    )
    silent = tuple(words for words, answer in asked if not answer.strip())
    if silent:
        yield f"The project does not say {listed(silent)}."
    if project.budget is None:
        yield "No budget is stated."
    if project.deadline is None:
        yield "No deadline is stated."


def _left(place: str, left: Left) -> Iterator[str]:
    if left.needed:
        yield f"{left.needed:,} needed {_forms(left.needed, 'answer is', 'answers are')} missing for {place}."
    if left.unknown_musts:
        many = left.unknown_musts
        yield f"{many:,} open {_forms(many, 'question', 'questions')} of {place} must be answered first."
    unconfirmed = left.to_confirm - left.changed
    if unconfirmed:
        were = _forms(unconfirmed, "answer was", "answers were")
        yield f"{unconfirmed:,} {were} read from the text of {place}, and nobody has confirmed that."
    if left.changed:
        rest = _forms(left.changed, "confirmed answer", "confirmed answers")
        rests = _forms(left.changed, "rests", "rest")
        yield f"{left.changed:,} {rest} of {place} {rests} on words that the text no longer says."


def _forms(many: int, one: str, more: str) -> str:
    return one if many == 1 else more


def _use_case(chapter: Chapter, shared: tuple[Requirement, ...]) -> Iterator[str]:
    ref, options = chapter.work.use_case.ref, chapter.work.options
    if not chapter.work.use_case.narrative.strip():
        yield f"{ref} has not been described."
    yield from _left(ref, left_in(chapter.prompts))
    yield from _judged(ref, chapter.requirements)
    yield from _changed(ref, chapter.requirements)
    priced = sum(o.priced for o in options)
    if priced < OPTIONS_NEEDED:
        yield f"IT has priced {['no option', 'only one option'][priced]} for {ref}; two are needed."
    if not any(o.chosen for o in options):
        yield f"Marketing has not chosen an option for {ref}."
    yield from _priced_before(ref, options, chapter.requirements, shared)
    yield from (
        f"Option {o.letter} for {ref} changed since marketing chose it." for o in options if o.changed_since_chosen
    )


def _contradicted(conflicts: tuple[Conflict, ...]) -> Iterator[str]:
    for conflict in conflicts:
        if not conflict.settled:
            about = conflict.name[:1].lower() + conflict.name[1:]
            places = dict.fromkeys(position.place for position in conflict.positions)
            names = listed(tuple(place.replace("The", "the") for place in places))
            again = " again" if conflict.reopened else ""
            yield f"A conflict needs a decision{again}: {about} ({names})."


def _judged(place: str, requirements: tuple[Requirement, ...]) -> Iterator[str]:
    live = [r for r in requirements if r.live]
    waiting = sum(r.feasibility is None or r.review_stale for r in live)
    if waiting:
        yield f"IT has not judged {waiting:,} of {count(len(live), 'requirement')} of {place}."


def _changed(place: str, requirements: tuple[Requirement, ...]) -> Iterator[str]:
    """Count the suspect lines; where IT judged another sentence, that is said already."""
    many = sum(r.suspect and not r.review_stale for r in requirements)
    if many:
        yield f"{count(many, 'requirement')} of {place} changed since somebody looked."


def _priced_before(
    ref: str, options: tuple[Option, ...], requirements: tuple[Requirement, ...], shared: tuple[Requirement, ...]
) -> Iterator[str]:
    """Name what changed since an option was priced; of more than a few lines, how many."""
    for option in options:
        moved = moved_since(option.priced_for, requirements, shared) if option.priced else ()
        if moved:
            which = listed(moved) if len(moved) <= _NAMED else count(len(moved), "requirement")
            yield f"{which} changed since option {option.letter} for {ref} was priced."
