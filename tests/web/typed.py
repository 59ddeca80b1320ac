"""What people type into the describe page and the larger forms."""

from translator.services.option_form import POINTS

TEXT = "When a customer leaves the loan calculator, send an e-mail within 2 hours. Not by SMS."


def option_fields(name="Buy it", one_off=("30.000 €", "40k", "50,000"), **over):
    fields = {"name": name, "risk": "low", "how": "", "risk_note": "", "gives_up": "", "meets-rest": "fully"}
    for part, values in (("one_off", one_off), ("yearly", ("1000", "2000", "3000")), ("weeks", ("4", "6", "9"))):
        fields |= {f"{part}_{point}": value for point, value in zip(POINTS, values, strict=True)}
    return fields | over


def judge_the_rest(visitor, case, **more):
    """Say yes to all that nobody has judged, as the button of the page does."""
    rows = visitor.page(f"{case}/review").xpath("//details//input[@name='rows']/@value")[0]
    return visitor.post(f"{case}/review/rest", rows=rows, **more)


def drafts(page):
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('translator.draft'))")


def write(page, text):
    page.locator("#narrative").fill("")
    page.locator("#narrative").press_sequentially(text, delay=2)
