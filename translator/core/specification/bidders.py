"""Chapters on vendor and contract: the profile that every bidder fills in, and the terms that the contract holds."""

from translator.core.bank.model import Bank
from translator.core.dossier import Translation
from translator.core.requirements.model import Requirement
from translator.core.specification.compose import para, section, table
from translator.core.specification.delivery import gathered
from translator.core.specification.matters import Matter, left_over, matters_table
from translator.core.specification.model import Section
from translator.core.specification.topics import CONTRACT, VENDOR

_PROFILE_LINES = (
    "Company, ownership, place of registration, accounts of the past years",
    "Number of customers and staff, and since when in this field",
    "Two references of similar size and purpose, with contacts",
    "People who will do the work: name, role, experience, share of their time",
    "Roadmap of the next 12 months for the functions asked for here",
    "Subprocessors, with place and purpose",
    "Certificates on security and privacy, with date",
    "Security incidents and court cases of the past years",
    "Insurance: insurer, cover, sum",
    "Ties to the client, to other bidders or to those who wrote this document",
    "Enclosed: model contract, agreement on processing, service levels, drawing of the architecture",
)
_FOR_BIDDERS = (
    "For the bidder to fill in; the same form for everyone. These lines are standard for this kind of document."
)
TERMS = (
    Matter("Whose contract", "contract_base", ""),
    Matter("Parts of the contract", "", "contract terms"),
    Matter("First term", "contract", ""),
    Matter("After the first term", "renew", ""),
    Matter("Notice", "end_early", ""),
    Matter("Prices later", "price_later", "price changes"),
    Matter("Payments", "pay_when", "payment terms"),
    Matter("Liability", "liability", "liability"),
    Matter("Insurance", "insurance", "insurance"),
    Matter("Rights in the work", "who_owns", "intellectual property"),
    Matter("Data", "", "data ownership"),
    Matter("Claims of others", "", "claims of third parties"),
    Matter("Further companies", "helpers", "subprocessors"),
    Matter("Law and courts", "law_place", "governing law"),
)


def vendor_chapter(live: tuple[Requirement, ...]) -> Section:
    """Lay out the profile form, and point to what is required of the company itself."""
    rows = ((line, "") for line in _PROFILE_LINES)
    form = table("Vendor profile, to be filled in by the bidder", "Asked | Reply", (45, 55), rows, form=True)
    required = gathered(live, VENDOR)
    return section("vendor", "Vendor profile", *required, para(_FOR_BIDDERS, style="note"), form)


def contract_chapter(bank: Bank, translation: Translation, live: tuple[Requirement, ...]) -> Section:
    """State the terms that the contract will hold, each with its source, and point to what is required of it."""
    terms = matters_table(bank, translation, live, "Terms of the contract", TERMS)
    return section("contract", "Contract", *((terms,) if terms else ()), *gathered(left_over(live, TERMS), CONTRACT))
