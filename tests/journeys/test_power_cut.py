"""What the page called saved is there after the server was killed in the same moment and started again."""

from playwright.sync_api import expect
from steps import NARRATIVE, create_first_account


def test_words_that_the_page_called_saved_outlive_a_power_cut(person, serving):
    ana = person()
    create_first_account(ana, "Ana Example", "ana@example.org")
    ana.get_by_label("What is the new project called?").fill("Baskets")
    ana.get_by_role("button", name="Start a project").click()
    ana.get_by_role("button", name="Write the first use case").click()
    ana.get_by_label("A short title").fill("Remind them of the basket")
    ana.get_by_label("In a few sentences").fill(NARRATIVE)
    expect(ana.locator("#saved")).to_contain_text("Saved ")
    serving.kill()
    serving.start()
    ana.reload()
    expect(ana.get_by_label("In a few sentences")).to_have_value(NARRATIVE)
    expect(ana.get_by_label("A short title")).to_have_value("Remind them of the basket")
    expect(ana.locator("#draft")).to_be_hidden()  # it came from the server, not from what this browser kept
