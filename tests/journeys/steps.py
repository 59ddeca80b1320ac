"""The steps that journeys share, each as a person would do it: by the words on the page."""

from pathlib import Path

from playwright.sync_api import Page, expect

PASSWORD = "correct horse battery staple"
NARRATIVE = (
    "When a customer leaves a filled basket in our web shop, send one reminder e-mail two hours later, only to people "
    "who opted in. We have about 40,000 customers a month who do this. Show the products they left behind and their "
    "size. We will not use SMS. If they buy in the meantime, nothing is sent."
)


def create_first_account(page: Page, name: str, email: str) -> None:
    """Set the installation up and land on the projects page."""
    page.goto("/")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1, name="Projects")).to_be_visible()


def start_project(page: Page, name: str) -> str:
    """Start a project, state its facts, and return its address."""
    page.goto("/projects")
    page.get_by_label("What is the new project called?").fill(name)
    page.get_by_role("button", name="Start a project").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    address = page.url.split("?")[0].rstrip("/")
    page.goto(f"{address}/facts")
    page.get_by_label("Commercial objective").fill("Win back half of the baskets that people leave behind.")
    page.get_by_label("What problem does it solve?").fill("Seven of ten baskets are left behind, and we say nothing.")
    page.get_by_label("What does success look like in 12 months?").fill("Three of ten come back and buy.")
    page.get_by_label("How will we know?").fill("Finance compares with a control group each quarter.")
    page.get_by_label("Budget").fill("180.000 €")
    page.get_by_label("Deadline").fill("2027-09-30")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("€180,000")).to_be_visible()
    return address


def describe(page: Page, project: str) -> None:
    """Write a use case, wait for the word Saved, and go on to the questions."""
    page.goto(project)
    page.get_by_role("button", name="Write the first use case").click()
    page.get_by_label("A short title").fill("Remind them of the basket")
    page.get_by_label("In a few sentences").fill(NARRATIVE)
    page.get_by_label("How will you know that it works?").fill("Three of ten come back; today it is one of ten.")
    expect(page.locator("#saved")).to_contain_text("Saved ")
    page.get_by_role("button", name="Save and continue").click()


def answer_everything(page: Page) -> int:
    """Confirm what was read, then answer each question as well as a test can; return how many were asked."""
    confirm = page.get_by_role("button", name="right, continue")
    if confirm.count():
        confirm.click()
    asked = 0
    while page.get_by_role("heading", level=1).inner_text() != "Check your answers":
        assert asked < 80, f"the questions do not end: {page.url}"
        asked += 1
        _answer_one(page)
        waiting = page.get_by_role("link", name="Confirm what we read")
        if waiting.count():
            waiting.click()
            page.get_by_role("button", name="right, continue").click()
    return asked


def _answer_one(page: Page) -> None:
    here = page.url
    form = page.locator("main form").first
    choices = form.locator("input[type=radio], input[type=checkbox]")
    if choices.count():
        choices.first.check()
    elif form.locator("textarea").count():
        form.locator("textarea").first.fill("The marketing team of the shop, in the agreed way.")
    else:
        form.locator("input:not([type=hidden]):not([name=owner]):not([name=due])").first.fill("30")
    form.get_by_role("button", name="Continue").click()
    assert page.url != here or not page.locator(".error-summary").count(), page.locator("main").inner_text()[:600]


def download(page: Page, project: str, words: str, folder: Path) -> Path:
    """Download a file of the document page and return where it lies."""
    page.goto(f"{project}/document")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=words).first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
