"""Lines that people would sign: real narratives, read for real, drafted without a single confirmation."""

import re

import pytest

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Scope
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import translate
from translator.core.project import Project
from translator.core.prompts import prompts_for
from translator.core.reading.read import read
from translator.core.text import UseCase

BANK = load_bank()
TEXTS = (
    (
        "Members who have not visited the zoo for six months get a friendly e-mail with one talk that suits them. We"
        " write at most once a month. Nobody who unsubscribed, and no school groups. Today we lose many of them."
    ),
    (
        "When a guest has checked out, send a thank-you text message the next day, in English or French. Legal has to"
        " sign off every template. No calls after 8pm."
    ),
    (
        "Every Monday our sales people get a list of dealers who ordered less than last quarter. Only dealers in Spain."
        " We keep our CRM. About 600 dealers."
    ),
    (
        "Show visitors on our homepage the three products they looked at last, within 200 milliseconds, and fall back"
        " to bestsellers if we know nothing. Opt-in for cookies is needed."
    ),
    (
        "Two weeks before a car insurance renewal the customer gets an e-mail. The call centre can only handle 300"
        " calls a day. Over half of spend goes to call agents today."
    ),
    "We need one view of each patient from the booking system and the app. Health data must stay in Switzerland.",
    "Score every subscriber for the risk of leaving, each night. Start small with one region for four weeks.",
    "Members collect points for each visit. At most one reward per person per day. Staff need training before summer.",
    "Our agency and five local teams share product pictures; claims must be approved by regulatory before use.",
    "As soon as a parcel is late, tell the customer by WhatsApp or push. Only if they agreed to service messages.",
)
QUOTE = re.compile(r"“([^“”]*)”")


def lines(text, measure=""):
    work = Work(use_case=UseCase(number=1, title="Ours", narrative=text, measure=measure))
    return translate(BANK, Dossier(project=Project(name="Ours"), works=(work,))).chapters[0]


def folded(words):
    return " ".join(words.split()).casefold().replace("'", "’")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_what_stands_as_marketings_words_was_written_by_them(text):
    for requirement in lines(text).requirements:
        _, given, words = requirement.sentence.partition("in marketing's words: ")
        for quote in QUOTE.findall(words) if given else ():
            assert folded(quote) in folded(text), requirement.sentence


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_a_rule_is_quoted_so_that_it_says_something_by_itself(text):
    for requirement in lines(text).requirements:
        for quote in QUOTE.findall(requirement.sentence) if "observe this" in requirement.sentence else ():
            assert len(quote.split()) >= 3, requirement.sentence


@pytest.mark.parametrize("word", ["friendly", "Today", "over half of spend", "four weeks"])
def test_a_tone_a_complaint_about_today_or_the_length_of_a_test_is_no_requirement(word):
    for text in TEXTS:
        for requirement in lines(text).requirements:
            assert f"“{word}”".casefold() not in requirement.sentence.casefold()


def test_a_measure_stands_in_a_sentence_that_somebody_would_sign():
    said = "Visits of lapsed members per year, from 6,100 to 9,500; Sandra looks at it"
    found = [r.sentence for r in lines(TEXTS[0], said).requirements if r.key == "measure.report"]
    assert found == [
        (
            "The system shall report the figures in an agreed rhythm for this measure of success, "
            f"in marketing's words: “{said}”."
        )
    ]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_no_use_case_needs_more_than_ten_answers(text):
    prompts = lines(text).prompts
    assert sum(p.question.must for p in prompts) <= 10
    assert sum(not p.question.must for p in prompts) <= 24


def test_an_alert_to_colleagues_asks_nothing_about_the_permission_of_customers():
    sheet = AnswerSheet((Answer(question="outcome", state=AnswerState.STATED, values=("staff",)),))
    heard = read("When a teacher fills in the form on our site, tell the education team straight away.", BANK.lexicon)
    asked = {p.question.id for p in prompts_for(BANK, Scope.USE_CASE, heard, sheet)}
    assert asked.isdisjoint(
        {"permission", "leave_out", "most_contacts", "quiet_hours", "offer", "languages", "content_varies"}
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30])
def test_what_is_left_hardly_grows_while_somebody_answers(text):
    heard, sheet = read(text, BANK.lexicon), AnswerSheet()
    first = None
    for _ in range(60):
        waiting = [p for p in prompts_for(BANK, Scope.USE_CASE, heard, sheet) if p.open]
        first = len(waiting) if first is None else first
        assert len(waiting) <= first + 3
        if not waiting:
            return
        sheet = sheet.with_answer(answer_to(waiting[0]))


def answer_to(prompt):
    if prompt.suggestion is not None:
        return prompt.suggestion
    question = prompt.question
    values = (question.choices[0].id,) if question.choices else ("words",)
    return Answer(question=question.id, state=AnswerState.STATED, values=values, number=2, unit="hour")
