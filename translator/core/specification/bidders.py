"""Chapters 15 to 17: the forms that every bidder fills in, and how replies are compared."""

from translator.core.requirements.model import Requirement
from translator.core.specification.compose import link, para, section, table, unstated
from translator.core.specification.delivery import gathered
from translator.core.specification.model import Section
from translator.core.specification.topics import VENDOR
from translator.core.terms import Priority

# The lines that quotes for marketing technology are usually split into; the same for everyone, so that they compare.
_PRICE_LINES = (
    "Licence or subscription",
    "Set-up and configuration",
    "Integrations",
    "Data migration",
    "Training",
    "Support and service levels",
    "Use beyond the volumes stated here (price per unit)",
    "Return of the data at the end of the contract",
)
_PROFILE_LINES = (
    "Company, ownership, place of registration",
    "Number of customers and staff, and since when in this field",
    "Two references of similar size and purpose, with contacts",
    "Roadmap of the next 12 months for the functions asked for here",
    "Subprocessors, with place and purpose",
    "Certificates on security and privacy, with date",
)
_FOR_BIDDERS = (
    "For the bidder to fill in; the same form for everyone. These lines are standard for this kind of document."
)


def vendor_chapter(live: tuple[Requirement, ...]) -> Section:
    """Lay out the profile form, and point to what is required on contract, hosting and price."""
    rows = ((line, "") for line in _PROFILE_LINES)
    form = table("Vendor profile, to be filled in by the bidder", "Asked | Reply", (45, 55), rows, form=True)
    required = gathered(live, VENDOR)
    return section("vendor", "Vendor profile", *required, para(_FOR_BIDDERS, style="note"), form)


def pricing_chapter() -> Section:
    """Lay out the pricing form: the same lines and years for every bidder."""
    rows = ((line, "", "", "", "", "") for line in (*_PRICE_LINES, "Total"))
    head = "Line | One-off | Year 1 | Year 2 | Year 3 | Basis"
    form = table("Pricing form, to be filled in by the bidder", head, (32, 13, 13, 13, 13, 16), rows, form=True)
    return section("pricing", "Pricing form", para(_FOR_BIDDERS, style="note"), form)


def evaluation_chapter(live: tuple[Requirement, ...]) -> Section:
    """Say what counts: the musts, the use cases as demonstration script, and the weights once they are stated."""
    musts = sum(r.priority is Priority.MUST for r in live)
    are = "requirement is a must" if musts == 1 else "requirements are musts"
    text = f"{musts:,} {are}: a bid that misses one names what it offers instead. The use cases of section "
    return section(
        "evaluation",
        "Evaluation",
        para(text, link("use-cases", "Use cases"), " are the script of the demonstration."),
        unstated("the weights of price, fit and delivery, before replies arrive", "Marketing and IT"),
    )
