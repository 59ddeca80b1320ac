"""Links and holes: from words and answers to lines, and what leads nowhere with the reason."""

from dataclasses import replace

import pytest
from tiny_bank import (
    CHANNELS,
    EMAIL,
    NO_TEXT,
    ORDERS,
    PEOPLE,
    QUESTIONS,
    SIZE,
    TEMPLATES,
    USE_CASE,
    WITHIN,
    condition,
    question,
    reading,
    signal,
    tiny_bank,
)

from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import QuestionType, Scope, Suggest
from translator.core.dossier import Chapter, Work
from translator.core.prompts import assume, prompts_for
from translator.core.reading.model import Kind, Rejection
from translator.core.requirements.draft import draft
from translator.core.requirements.exclusions import exclusions
from translator.core.requirements.follow import follow
from translator.core.requirements.model import Edit, Status
from translator.core.requirements.trace import ground
from translator.core.terms import Category
from translator.core.tracing.holes import HoleKind, answer_holes, holes_of, line_holes
from translator.core.tracing.links import answer_threads, links_of

BANK = tiny_bank()


def said(name, **over):
    return Answer(question=name, state=AnswerState.STATED, said_by="Ana", **over)


def chapter(*, bank=BANK, read=None, answers=(), edits=(), rejections=()):
    found = read or reading()
    sheet = AnswerSheet(tuple(answers))
    counts = assume(bank, found, sheet)
    drafts = draft(bank, Scope.USE_CASE, USE_CASE, found, counts)
    return Chapter(
        work=Work(use_case=USE_CASE, answers=sheet, edits=tuple(edits), rejections=tuple(rejections)),
        reading=found,
        prompts=prompts_for(bank, Scope.USE_CASE, found, sheet),
        requirements=follow(drafts, edits),
        exclusions=exclusions(USE_CASE, found),
        open_questions=(),
        answers=counts,
    )


def links(bank=BANK, **over):
    return links_of(bank, chapter(bank=bank, **over))


def thread(found, words):
    return next(t for t in found.words if t.text == words)


def hole(bank=BANK, words="", **over):
    return next(h for h in holes_of(bank, links(bank, **over)) if words in h.text)


def dropped(key, number=1, category=Category.FUNCTIONAL):
    return Edit(key=key, use_case=2, category=category, number=number, status=Status.DROPPED)


def test_every_piece_of_evidence_leads_to_the_lines_and_answers_that_it_caused():
    found = links()
    assert [t.text for t in found.words] == ["email", "text", "within 2 hours", "5,000 customers", "order history"]
    assert [r.key for r in thread(found, "email").lines] == ["send:email"]
    assert thread(found, "email").questions == (CHANNELS.text,)
    assert [r.key for r in thread(found, "5,000 customers").lines] == ["speed"]
    assert [r.key for r in thread(found, "order history").lines] == ["hold:order-history"]


def test_both_directions_say_the_same():
    found = links()
    there = {(t.text, r.id) for t in found.words for r in t.lines}
    back = {(s.text, r.id) for r in found.chapter.requirements for s in r.trace if s.span is not None}
    assert there == back


def test_words_that_rule_something_out_lead_to_an_exclusion_and_to_no_line():
    ruled_out = thread(links(), "text")
    assert (ruled_out.ruled_out, ruled_out.lines, ruled_out.leads_nowhere) == (True, (), False)


def test_an_answer_leads_to_the_lines_that_it_or_its_words_fill():
    found = {a.said.question.id: [r.key for r in a.lines] for a in links(answers=[said("cap", number=2)]).answers}
    assert found == {"channels": ["send:email"], "people": ["speed"], "cap": ["limit"], "wait": ["speed"]}


def test_a_text_of_which_everything_was_used_has_no_hole():
    assert holes_of(BANK, links()) == ()


def test_words_that_nothing_in_the_bank_is_about_are_a_hole():
    read = reading(EMAIL, signal(Kind.SYSTEM, "shop", "order"))
    assert hole(words="order", read=read).why == "The question bank has no line and no question about it."


def test_words_that_name_what_is_ruled_out_are_a_hole_with_that_reason():
    read = reading(replace(NO_TEXT, span=replace(NO_TEXT.span, end=40)), signal(Kind.SYSTEM, "sms", "text"))
    found = [h for h in holes_of(BANK, links(read=read)) if h.kind is HoleKind.WORDS]
    assert [(h.text, h.why) for h in found] == [("text", "It only names what the text rules out.")]


def test_words_that_wait_for_a_persons_word_say_which_question_takes_them_up():
    asks = replace(CHANNELS, suggest=(Suggest(kind="channel", assumed=False, values={"email": "email"}),))
    bank = tiny_bank((asks, *QUESTIONS[1:]))
    found = hole(bank, "email")
    assert (found.ref, found.why) == ("channels", f"It suggests an answer that nobody has confirmed: {CHANNELS.text}")


def test_a_figure_that_an_open_question_does_not_take_says_which_question_that_is():
    found = hole(words="5,000", read=reading(EMAIL, replace(SIZE, quantity=None)))
    assert (found.ref, found.why) == (
        "people", f"It was not taken for an answer to a question that is still open: {PEOPLE.text}",
    )  # fmt: skip


def test_words_to_whose_question_a_person_gave_an_answer_of_their_own_are_no_hole():
    found = links(answers=[said("people", number=7_000, unit="people")])
    assert thread(found, "5,000 customers").told == (PEOPLE.text,)
    assert not [h for h in holes_of(BANK, found) if "5,000" in h.text]


def test_words_and_answers_whose_lines_were_dropped_are_settled_and_name_them():
    edits = [dropped("hold:order-history", category=Category.DATA)]
    found = hole(words="order history", edits=edits)
    assert (found.settled, found.why) == (True, "Somebody dropped what it led to: UC2-D-01.")
    about_cap = hole(words="cap", answers=[said("cap", number=2)], edits=[dropped("limit")])
    assert (about_cap.settled, about_cap.why) == (True, "Somebody dropped what it led to: UC2-F-01.")


def test_what_somebody_said_was_not_meant_is_a_settled_hole_while_it_stands_in_the_text():
    rejections = [Rejection(Kind.SYSTEM, "shop", "customers"), Rejection(Kind.SYSTEM, "shop", "a shop")]
    found = [h for h in holes_of(BANK, links(rejections=rejections)) if h.settled]
    assert [(h.text, h.why) for h in found] == [("customers", "Somebody said that it was not meant.")]


@pytest.mark.parametrize(
    ("when", "why"),
    [(None, "The question bank drafts no line from it."), ("asks", "It only decides which questions are asked.")],
)
def test_an_answer_that_changed_no_line_is_a_hole_and_a_needed_one_comes_first(when, why):
    mood = question("mood", QuestionType.TEXT, must=True)
    more = (
        question("more", QuestionType.TEXT, when=condition({"answered": "mood"}))
        if when
        else question("more", QuestionType.TEXT)
    )
    bank = tiny_bank((*QUESTIONS, mood, more))
    answers = [said("more", values=("much",)), said("mood", values=("calm",))]
    first, *_ = [h for h in holes_of(bank, links(bank, answers=answers)) if h.kind is HoleKind.ANSWER]
    assert (first.ref, first.must, first.why) == ("mood", True, why)


def test_an_answer_under_which_no_line_is_called_for_says_so():
    read = reading(ORDERS)
    found = hole(words="channels", read=read, answers=[said("channels", values=("pigeon",))])
    assert (found.kind, found.why) == (HoleKind.ANSWER, "With this answer no line is called for.")


def test_a_line_of_a_persons_own_is_a_settled_hole_that_names_them():
    mine = Edit(
        key="hand:F9", use_case=2, category=Category.FUNCTIONAL, number=9, status=Status.ADDED, person="Ana",
        sentence="The system shall sing.",
    )  # fmt: skip
    (found,) = line_holes(chapter(edits=[mine]).requirements)
    assert (found.ref, found.settled, found.why) == (
        "UC2-F-09", True, "Written by Ana; no words and no answer call for it.",
    )  # fmt: skip


def test_a_line_that_only_a_rule_calls_for_is_a_hole_unless_it_is_standard():
    always = replace(TEMPLATES[-1], id="always", scope=Scope.USE_CASE, standard=False)
    bank = tiny_bank(templates=(*TEMPLATES, always, replace(always, id="usual", standard=True)))
    (found,) = [h for h in holes_of(bank, links(bank)) if h.kind is HoleKind.LINE]
    assert found.why == "A rule of the question bank calls for it, whatever the text says."


def test_an_answer_of_the_project_leads_to_lines_of_any_use_case():
    answers = AnswerSheet((said("hosting", values=("ours",)),))
    threads = answer_threads(ground(BANK, None, None, answers), chapter().requirements)
    assert [h.why for h in answer_holes(BANK, threads)] == ["The question bank drafts no line from it."]


def test_the_waiting_time_is_quoted_once_for_all_that_rests_on_it():
    assert [r.key for r in thread(links(), WITHIN.evidence).lines] == ["speed"]
