"""The content of the document as plain values (texts, numbers, lists, mappings), for programs that read the JSON."""

from translator.core.conflicts.model import Conflict
from translator.core.dossier import Chapter, Translation
from translator.core.estimates import ThreePoint
from translator.core.options import Option
from translator.core.requirements.model import OpenQuestion, Requirement
from translator.core.specification.closing import all_open
from translator.core.specification.ruled_out import CHECK, prohibitions


def plain_data(translation: Translation) -> dict[str, object]:
    """Return project, use cases, requirements, exclusions, open questions and decisions. Money is in minor units."""
    project = translation.dossier.project
    every = (*(r for c in translation.chapters for r in c.requirements), *translation.standard)
    return {
        "project": {
            "name": project.name,
            "objective": project.objective,
            "problem": project.problem,
            "success": project.success,
            "proof": project.proof,
            "currency": project.currency,
            "budget": project.budget,
            "deadline": project.deadline.isoformat() if project.deadline else None,
        },
        "use_cases": [_use_case(chapter) for chapter in translation.chapters],
        "requirements": [_requirement(r) for r in every if r.live],
        "exclusions": [
            {
                "id": one.id,
                "use_case": f"UC{one.exclusion.use_case}",
                "kind": one.exclusion.kind,
                "what": one.exclusion.what,
                "thing": one.thing,
                "evidence": one.exclusion.evidence,
                "said_by": one.exclusion.said_by,
                "check": CHECK,
            }
            for one in prohibitions(translation)
        ],
        "open_questions": [_open_question(q) for q in all_open(translation)],
        "conflicts": [_conflict(conflict) for conflict in translation.conflicts],
        "decisions": [
            {
                "use_case": f"UC{d.use_case}" if d.use_case else None,
                "what": d.what,
                "owner": d.owner,
                "due": d.due,
                "outcome": d.outcome,
                "reason": d.reason,
            }
            for d in translation.dossier.decisions
        ],
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "about": conflict.clash.id,
        "positions": [{"place": p.place, "says": p.words, "quote": p.quote} for p in conflict.positions],
        "decision": conflict.decision.outcome if conflict.settled and conflict.decision else None,
    }


def _open_question(question: OpenQuestion) -> dict[str, object]:
    return {
        "use_case": f"UC{question.use_case}" if question.use_case else None,
        "question": question.question_id,
        "text": question.text,
        "it_wording": question.it_wording,
        "must": question.must,
        "owner": question.owner,
        "due": question.due.isoformat() if question.due else None,
    }


def _use_case(chapter: Chapter) -> dict[str, object]:
    case = chapter.work.use_case
    return {
        "id": case.ref,
        "title": case.title,
        "text": case.narrative,
        "measure": case.measure,
        "signals": [
            {
                "kind": s.kind.value,
                "value": s.value,
                "start": s.span.start,
                "end": s.span.end,
                "evidence": s.evidence,
                "negated": s.negated,
                "said_by": s.said_by,
            }
            for s in chapter.reading.signals
        ],
        "options": [_option(option) for option in chapter.work.options],
    }


def _option(option: Option) -> dict[str, object]:
    return {
        "letter": option.letter,
        "name": option.name,
        "how": option.how,
        "one_off": _points(option.one_off),
        "yearly": _points(option.yearly),
        "weeks": _points(option.weeks),
        "risk": option.risk.value,
        "gives_up": option.gives_up,
        "recommended": option.recommended,
        "chosen": option.chosen,
    }


def _points(estimate: ThreePoint | None) -> list[int] | None:
    return [estimate.optimistic, estimate.likely, estimate.pessimistic] if estimate else None


def _requirement(r: Requirement) -> dict[str, object]:
    return {
        "id": r.id,
        "category": r.category.value,
        "sentence": r.sentence,
        "plain": r.plain,
        "rationale": r.rationale,
        "fit": r.fit,
        "priority": r.priority.value,
        "origin": r.origin.value,
        "topic": r.topic,
        "status": r.status.value,
        "needed_by": [
            {"use_case": f"UC{p.use_case}", "id": p.id, "value": p.value, "sentence": p.sentence, "drives": p.drives}
            for p in r.shares
        ],
        "feasibility": r.feasibility.verdict.value if r.feasibility else None,
        "trace": [{"kind": s.kind.value, "ref": s.ref, "text": s.text, "said_by": s.said_by} for s in r.trace],
        "changed": {"then": [*r.changes.went], "now": [*r.changes.came]} if r.suspect and r.changes else None,
    }
