"""The finished sample: one project with everything in it, made for each account so that everybody may change theirs.

In: content/sample, the question bank, a person. Out: a project whose document is ready to be signed. It goes the way
of every project: the same drafts, the same rows, the same ids; only the history holds one line for all of it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from translator.content.sample_load import Sample, SampleCase, SampleOption, SampleScope, SampleWords, load_sample
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.options import Meets
from translator.core.reading.read import read
from translator.core.requirements.model import Edit, Status, Verdict
from translator.core.requirements.suspect import as_priced
from translator.core.suggestions import suggest
from translator.services.decide import outcome_of, which_option
from translator.services.desk import Desk, Person
from translator.services.errand import Errand
from translator.services.follow import follow_scope
from translator.services.gather import rows_of, use_cases_of
from translator.services.lines import lines_in
from translator.services.once import made_once
from translator.services.project_start import start_project
from translator.services.requirement_store import next_number
from translator.storage import tables
from translator.storage.answer_mapping import write_answer
from translator.storage.option_mapping import remember_choice, write_option
from translator.storage.requirement_mapping import edit_from, write_edit

_MADE = "made the sample"
_NOTE = "Could you price this until the steering meeting? Two options would help us most."


def create_sample(desk: Desk, who: Person, *, once: str = "") -> str:
    """Make the sample project for a person, who leads both of its sides; return its id.

    `once` names the form that asked for it: sent again, it gets the same project.
    """
    sample = load_sample(desk.today)
    with desk.db.writing() as session:
        return made_once(session, desk, who, once, lambda: _make(session, desk, who, sample))


def sample_on_first_visit(desk: Desk, who: Person) -> str | None:
    """Make the sample for a person who never had one; return its id, None when they had."""
    history = tables.History
    with desk.db.reading() as session:
        made = session.scalar(select(history.id).where(history.person_id == who.id, history.action == _MADE).limit(1))
    return None if made is not None else create_sample(desk, who)


def _make(session: Session, desk: Desk, who: Person, sample: Sample) -> str:
    facts = sample.project
    project = start_project(
        session,
        desk,
        who,
        facts.name,
        sample=True,
        objective=facts.objective,
        problem=facts.problem,
        success=facts.success,
        proof=facts.proof,
        currency=facts.currency,
        budget=facts.budget,
        deadline=facts.deadline,
    )
    errand = Errand(session=session, desk=desk, who=who, project=project)
    _write(errand, sample)
    follow_scope(session, desk, project, 0)
    _work_on(errand, sample)
    follow_scope(session, desk, project, 0)
    _judge(errand, sample)
    _price(errand, sample)
    _decide(errand, sample)
    session.flush()
    errand.record(_MADE, "project", project.id)
    return project.id


def _write(errand: Errand, sample: Sample) -> None:
    """Add the use cases with what was rejected and answered in them."""
    now = errand.desk.now()
    _answer(errand, 0, sample.scope.answers, AnswerSheet())
    for case in sample.cases:
        told = case.use_case
        row = tables.UseCase(
            project_id=errand.project.id,
            number=told.number,
            title=told.title,
            narrative=told.narrative,
            measure=told.measure,
            asked_it_at=now,
            asked_it_note=_NOTE,
            created_at=now,
            updated_at=now,
        )
        errand.session.add(row)
        errand.session.flush()
        for rejected in case.rejections:
            errand.session.add(
                tables.Rejection(
                    use_case_id=row.id,
                    kind=rejected.kind.value,
                    value=rejected.value,
                    evidence=rejected.evidence,
                    person=sample.marketing,
                    at=now,
                )
            )
        _answer(errand, told.number, case.scope.answers, _suggested(errand, case))


def _suggested(errand: Errand, case: SampleCase) -> AnswerSheet:
    """Return what the text of a use case suggests to its questions."""
    bank = errand.desk.bank
    reading = read(case.use_case.narrative, bank.lexicon).without(case.rejections)
    found = (suggest(question, reading) for question in bank.questions)
    return AnswerSheet(tuple(answer for answer in found if answer is not None))


def _answer(errand: Errand, scope: int, answers: Iterable[Answer], suggested: AnswerSheet) -> None:
    for said in answers:
        row = tables.Answer(project_id=errand.project.id, scope=scope)
        write_answer(row, _confirmed(said, suggested.get(said.question)), errand.desk.now())
        errand.session.add(row)


def _confirmed(said: Answer, suggestion: Answer | None) -> Answer:
    same = suggestion and (said.values, said.number, said.unit) == (
        suggestion.values, suggestion.number, suggestion.unit,
    )  # fmt: skip
    if suggestion is None or not same:
        return said
    return replace(said, state=AnswerState.CONFIRMED, quote=suggestion.quote)


def _scopes(sample: Sample) -> dict[int, SampleScope]:
    return {0: sample.scope, **{case.use_case.number: case.scope for case in sample.cases}}


def _work_on(errand: Errand, sample: Sample) -> None:
    """Accept the drafted lines, edit and drop those that the sample names, add those by hand."""
    scopes = _scopes(sample)
    for row in rows_of(errand.session, tables.Requirement, errand.project):
        said = scopes[row.scope]
        edits = {words.key: words for words in said.edits}
        drafted = edit_from(row)
        if _named(row.key, said.drops):
            write_edit(row, replace(drafted, status=Status.DROPPED, person=sample.marketing))
        elif row.key in edits:
            write_edit(row, _edited(drafted, edits[row.key], sample.marketing))
        else:
            write_edit(row, replace(drafted, status=Status.ACCEPTED))
    errand.session.flush()
    for scope, said in scopes.items():
        for words in said.additions:
            _add(errand, scope, words, sample.marketing)


def _edited(drafted: Edit, words: SampleWords, person: str) -> Edit:
    return replace(
        drafted,
        status=Status.EDITED,
        sentence=words.sentence,
        plain=words.plain,
        fit=words.fit,
        priority=words.priority,
        person=person,
    )


def _add(errand: Errand, scope: int, words: SampleWords, person: str) -> None:
    number = next_number(errand.session, errand.project, scope, words.category)
    row = tables.Requirement(project_id=errand.project.id)
    new = Edit(
        key=f"hand:{words.category.letter}{number}",
        use_case=scope or None,
        category=words.category,
        number=number,
        status=Status.ADDED,
        sentence=words.sentence,
        plain=words.plain,
        fit=words.fit,
        priority=words.priority,
        rationale=words.rationale,
        person=person,
    )
    write_edit(row, new)
    errand.session.add(row)
    errand.session.flush()


def _judge(errand: Errand, sample: Sample) -> None:
    """Give every live line IT's word: the sample's own, else a plain yes. Everything has been looked at.

    A shared line gets the word that the sample has for one of its parts.
    """
    scopes = _scopes(sample)
    for line in lines_in(errand.session, errand.desk, errand.project, None):
        if not line.requirement.live:
            continue
        errand.session.get_one(tables.Requirement, line.row_id).rested_on = list(line.requirement.rests_on)
        parts = [(line.scope, line.requirement.key), *((p.use_case, p.key) for p in line.requirement.shares)]
        verdict, note = _verdict([(scopes[scope], key) for scope, key in parts])
        errand.session.add(
            tables.Feasibility(
                requirement_id=line.row_id,
                verdict=verdict.value,
                note=note,
                about=line.requirement.sentence,
                about_fit=line.requirement.fit,
                person=sample.it,
                at=errand.desk.now(),
            )
        )


def _verdict(lines: Iterable[tuple[SampleScope, str]]) -> tuple[Verdict, str]:
    found = next((said for scope, key in lines for said in scope.verdicts if _named(key, (said.on,))), None)
    return (found.verdict, found.note) if found else (Verdict.YES, "")


def _price(errand: Errand, sample: Sample) -> None:
    """Add the options with what each meets, and the questions that were asked and answered about them."""
    now = errand.desk.now()
    lines = lines_in(errand.session, errand.desk, errand.project, None)
    shared = [line.requirement for line in lines if not line.scope]
    for case, row in zip(sample.cases, use_cases_of(errand.session, errand.project), strict=True):
        wanted = [line.requirement for line in lines if line.scope == row.number and line.requirement.wanted]
        keys, known = [line.key for line in wanted], as_priced(wanted, shared)
        for priced in case.options:
            option = tables.Option(use_case_id=row.id, person=sample.it, updated_at=now)
            write_option(option, replace(priced.option, meets=_meets(priced, keys), priced_for=known))
            if option.chosen:
                remember_choice(option)
            errand.session.add(option)
        for text, answer in case.asked:
            errand.session.add(
                tables.AskedQuestion(
                    project_id=errand.project.id,
                    scope=row.number,
                    text=text,
                    asked_by=sample.it,
                    asked_at=now - timedelta(days=5),
                    owner=sample.marketing,
                    answer=answer,
                    answered_by=sample.marketing,
                    answered_at=now - timedelta(days=4),
                )
            )


def _meets(priced: SampleOption, keys: Iterable[str]) -> Mapping[str, Meets]:
    return MappingProxyType({key: _met(priced, key) for key in keys})


def _met(priced: SampleOption, key: str) -> Meets:
    if _named(key, priced.not_met):
        return Meets.NOT
    return Meets.PARTLY if _named(key, priced.partly) else Meets.FULLY


def _named(key: str, names: Collection[str]) -> bool:
    """Tell whether a key is among names, or its template is: what comes after the colon depends on the reading."""
    return key in names or key.partition(":")[0] in names


def _decide(errand: Errand, sample: Sample) -> None:
    """Add the decisions: the sample's own, and one for each option that marketing chose."""
    now = errand.desk.now()
    for made in sample.decisions:
        errand.session.add(
            tables.Decision(
                project_id=errand.project.id,
                what=made.what,
                owner=made.owner,
                outcome=made.outcome,
                reason=made.reason,
                decided_by=made.decided_by,
                decided_at=now - timedelta(days=made.days_ago),
            )
        )
    for case in sample.cases:
        chosen = next(priced for priced in case.options if priced.option.chosen)
        errand.session.add(
            tables.Decision(
                project_id=errand.project.id,
                scope=case.use_case.number,
                what=which_option(case.use_case.number),
                owner=sample.marketing,
                outcome=outcome_of(chosen.option.letter, chosen.option.name),
                reason=chosen.reason,
                decided_by=sample.marketing,
                decided_at=now,
            )
        )
