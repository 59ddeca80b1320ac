"""The document: chapters in the order in which requests for proposals in this field are written.

Step 10. In: a translation and the bank. Out: a Specification with every value resolved, which exporters only render.
"""

from datetime import date

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.plan import plan_for
from translator.core.project import Project
from translator.core.requirements.model import Requirement
from translator.core.specification.bidders import evaluation_chapter, pricing_chapter, vendor_chapter
from translator.core.specification.closing import (
    decisions_chapter,
    exclusions_chapter,
    glossary_chapter,
    open_questions_chapter,
)
from translator.core.specification.data import plain_data
from translator.core.specification.delivery import implementation_chapter, privacy_chapter, support_chapter
from translator.core.specification.figures import day, money
from translator.core.specification.missing import what_is_missing
from translator.core.specification.model import Section, Signature, Specification
from translator.core.specification.money import money_chapter
from translator.core.specification.opening import instructions, summary
from translator.core.specification.project_chapters import goals_chapter, landscape_chapter, project_chapter
from translator.core.specification.requirement_tables import requirement_chapters
from translator.core.specification.scope import scope_chapter
from translator.core.specification.trace import trace_chapter
from translator.core.specification.use_cases import use_cases_chapter


def assemble(bank: Bank, translation: Translation, prepared_on: date) -> Specification:
    """Write the document of a translated project as it stands on a day."""
    project = translation.dossier.project
    missing = what_is_missing(translation)
    sections = _chapters(bank, translation, prepared_on)
    return Specification(
        title=project.name,
        subtitle="Requirements specification and request for proposal",
        status="DRAFT" if missing else "FOR SIGNATURE",
        prepared_on=prepared_on.isoformat(),
        missing=missing,
        facts=_facts(project, prepared_on),
        sections=sections,
        signatures=(_signature(project, "marketing"), _signature(project, "it")),
        data=plain_data(translation),
    )


def _chapters(bank: Bank, translation: Translation, prepared_on: date) -> tuple[Section, ...]:
    works = translation.dossier.works
    plan = plan_for([(w.use_case.number, w.options) for w in works])
    live = live_requirements(translation)
    chapters = (
        summary(translation, live, plan),
        instructions(translation),
        project_chapter(translation),
        goals_chapter(bank, translation),
        landscape_chapter(bank, translation),
        scope_chapter(bank, translation, live),
        use_cases_chapter(bank, translation),
        *requirement_chapters(translation),
        privacy_chapter(bank, translation, live),
        implementation_chapter(bank, translation, live, plan),
        support_chapter(bank, translation, live),
        vendor_chapter(bank, translation, live),
        pricing_chapter(),
        evaluation_chapter(live),
        money_chapter(translation, plan, prepared_on),
        exclusions_chapter(translation),
        open_questions_chapter(translation),
        decisions_chapter(translation),
    )
    glossary = glossary_chapter(bank, chapters)
    return (*chapters, *((glossary,) if glossary else ()), trace_chapter(translation))


def live_requirements(translation: Translation) -> tuple[Requirement, ...]:
    """Return every requirement that goes into the document: by use case, the shared ones last."""
    every = (*(r for c in translation.chapters for r in c.requirements), *translation.standard)
    return tuple(r for r in every if r.live)


def _facts(project: Project, prepared_on: date) -> tuple[tuple[str, str], ...]:
    leads = {m.side: m.name for m in project.members if m.lead}
    return (
        ("Date", day(prepared_on)),
        ("Marketing", leads.get("marketing") or leads.get("both") or "Not stated yet"),
        ("IT", leads.get("it") or leads.get("both") or "Not stated yet"),
        ("Budget", money(project.budget, project.currency) if project.budget is not None else "Not stated yet"),
        ("Deadline", day(project.deadline) if project.deadline else "Not stated yet"),
    )


def _signature(project: Project, side: str) -> Signature:
    label = {"marketing": "For marketing", "it": "For IT"}[side]
    lead = next((m for m in project.members if m.lead and m.side in (side, "both")), None)
    return Signature(label, lead.name if lead else "")
