"""The document: chapters in the order in which requests for proposals in this field are written.

Step 10. In: a translation and the bank. Out: a Specification with every value resolved, which exporters only render.
What a bidder reads and fills in comes first; what is for marketing and IT alone (options, money, decisions) is last.
"""

from datetime import date

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.project import Member, Project
from translator.core.requirements.model import Requirement
from translator.core.specification.bidders import contract_chapter, vendor_chapter
from translator.core.specification.closing import all_open, decisions_chapter, glossary_chapter, open_questions_chapter
from translator.core.specification.data import plain_data
from translator.core.specification.dates import FINISH, LAST_DAY, last_day_for_bids
from translator.core.specification.delivery import implementation_chapter, privacy_chapter, support_chapter
from translator.core.specification.evaluation import evaluation_chapter
from translator.core.specification.figures import day, money
from translator.core.specification.landscape import landscape_chapter
from translator.core.specification.missing import what_is_missing
from translator.core.specification.model import DRAFT, Fact, Section, Signature, Specification
from translator.core.specification.money import money_chapter
from translator.core.specification.opening import instructions, summary
from translator.core.specification.options_table import options_chapter
from translator.core.specification.pricing import pricing_chapter
from translator.core.specification.project_chapters import goals_chapter, project_chapter
from translator.core.specification.proposed import proposed
from translator.core.specification.requirement_tables import requirement_chapters
from translator.core.specification.scope import scope_chapter
from translator.core.specification.sharing import sharing_chapter
from translator.core.specification.standing import standing
from translator.core.specification.trace import trace_chapter
from translator.core.specification.use_cases import use_cases_chapter

_SIDES = {"marketing": "marketing", "it": "IT", "both": "marketing and IT"}


def assemble(bank: Bank, translation: Translation, prepared_on: date) -> Specification:
    """Write the whole document of a translated project as it stands on a day."""
    project = translation.dossier.project
    missing = what_is_missing(translation)
    live = live_requirements(translation)
    return Specification(
        title=project.name,
        subtitle="Requirements specification and request for proposal",
        status=DRAFT if missing else "FOR SIGNATURE",
        prepared_on=prepared_on.isoformat(),
        missing=missing,
        facts=_facts(translation, prepared_on),
        sections=_chapters(bank, translation, live, prepared_on),
        signatures=(_signature(project, "marketing"), _signature(project, "it")),
        standing=standing(translation, live, missing),
        data=plain_data(translation),
    )


def _chapters(
    bank: Bank, translation: Translation, live: tuple[Requirement, ...], prepared_on: date
) -> tuple[Section, ...]:
    shared, waiting = sharing_chapter(bank, translation), proposed(bank, translation, all_open(translation))
    asked = (
        summary(translation, live),
        instructions(bank, translation, live),
        project_chapter(translation),
        goals_chapter(bank, translation),
        landscape_chapter(bank, translation),
        scope_chapter(bank, translation, live),
        use_cases_chapter(bank, translation),
        *((shared,) if shared else ()),
        *requirement_chapters(translation, waiting),
        privacy_chapter(translation, live),
        implementation_chapter(bank, translation, live),
        support_chapter(translation, live),
        vendor_chapter(live),
        contract_chapter(bank, translation, live),
        pricing_chapter(bank, translation),
        evaluation_chapter(bank, translation, live),
        open_questions_chapter(translation, live, waiting),
    )
    inside = (
        options_chapter(translation),
        money_chapter(translation, prepared_on),
        decisions_chapter(translation),
    )
    glossary = glossary_chapter(bank, translation.dossier.terms, asked)
    return (*asked, *((glossary,) if glossary else ()), trace_chapter(translation), *inside)


def live_requirements(translation: Translation) -> tuple[Requirement, ...]:
    """Return every requirement that goes into the document: by use case, the shared ones last."""
    every = (*(r for c in translation.chapters for r in c.requirements), *translation.standard)
    return tuple(r for r in every if r.live)


def _facts(translation: Translation, prepared_on: date) -> tuple[Fact, ...]:
    project = translation.dossier.project
    return (
        Fact("Reference", f"{project.name}, {day(prepared_on)}"),
        Fact("Edition", "Whole, for marketing and IT; bidders get an edition of their own", internal=True),
        Fact("Contacts", _contacts(project) or "Not stated yet"),
        Fact("Budget", _stated(project), internal=True),
        Fact(LAST_DAY, last_day_for_bids(translation) or "Not stated yet"),
        Fact(FINISH, day(project.deadline) if project.deadline else "Not stated yet"),
    )


def _stated(project: Project) -> str:
    return money(project.budget, project.currency) if project.budget is not None else "Not stated yet"


def _contacts(project: Project) -> str:
    """Name everybody who speaks for a side, the leads first."""
    people = sorted((m for m in project.members if m.side in _SIDES), key=lambda m: not m.lead)
    return "\n".join(map(_contact, people))


def _contact(member: Member) -> str:
    return f"{member.name}, {_SIDES[member.side]}" + (" (lead)" if member.lead else "")


def _signature(project: Project, side: str) -> Signature:
    label = {"marketing": "For marketing", "it": "For IT"}[side]
    lead = next((m for m in project.members if m.lead and m.side in (side, "both")), None)
    return Signature(label, lead.name if lead else "")
