"""What is still missing before both sides can sign, as plain sentences. While there is any, the document is a DRAFT."""

from collections.abc import Iterator

from translator.core.answers import AnswerState
from translator.core.dossier import Chapter, Translation
from translator.core.project import Project
from translator.core.requirements.model import OpenQuestion, Requirement
from translator.core.specification.figures import count, listed

# One option is a take-it-or-leave-it; two let marketing weigh money against what it gives up.
_OPTIONS_NEEDED = 2


def what_is_missing(translation: Translation) -> tuple[str, ...]:
    """Return the sentences: first the project's, then each use case's, in order of number."""
    sentences = [*_project(translation)]
    if not translation.chapters:
        sentences.append("No use case has been described.")
    for chapter in translation.chapters:
        sentences += _use_case(chapter)
    sentences += _judged("the shared requirements", translation.standard)
    return tuple(sentences)


def _project(translation: Translation) -> Iterator[str]:
    project = translation.dossier.project
    yield from _frame(project)
    yield from _questions("for the project", translation.open_questions)


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


def _questions(place: str, questions: tuple[OpenQuestion, ...]) -> Iterator[str]:
    waiting = sum(q.must for q in questions)
    if waiting:
        are = "question is" if waiting == 1 else "questions are"
        yield f"{waiting:,} {are} open {place} that the document cannot do without."


def _use_case(chapter: Chapter) -> Iterator[str]:
    ref, options = chapter.work.use_case.ref, chapter.work.options
    if not chapter.work.use_case.narrative.strip():
        yield f"{ref} has not been described."
    yield from _questions(f"for {ref}", chapter.open_questions)
    assumed = sum(answer.state is AnswerState.ASSUMED for answer in chapter.answers)
    if assumed:
        was = "was" if assumed == 1 else "were"
        yield f"{count(assumed, 'answer')} {was} read from the text of {ref}, and nobody has confirmed that."
    changed = sum(prompt.changed for prompt in chapter.prompts)
    if changed:
        rest = "rests" if changed == 1 else "rest"
        yield f"{count(changed, 'confirmed answer')} of {ref} {rest} on words that the text no longer says."
    yield from _judged(ref, chapter.requirements)
    priced = sum(o.priced for o in options)
    if priced < _OPTIONS_NEEDED:
        yield f"IT has priced {['no option', 'only one option'][priced]} for {ref}; two are needed."
    if not any(o.chosen for o in options):
        yield f"Marketing has not chosen an option for {ref}."


def _judged(place: str, requirements: tuple[Requirement, ...]) -> Iterator[str]:
    live = [r for r in requirements if r.live]
    waiting = sum(r.feasibility is None or r.review_stale for r in live)
    if waiting:
        yield f"IT has not judged {waiting:,} of {count(len(live), 'requirement')} of {place}."
