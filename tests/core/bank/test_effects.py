"""Effects: a person is told what an answer is for, before giving it."""

from tiny_bank import tiny_bank

from translator.content.load import load_bank
from translator.core.bank.effects import Effects, effects


def test_an_answer_decides_lines_and_further_questions():
    found = effects(tiny_bank(), "channels")
    assert found.lines >= 1
    assert found.questions >= 1
    assert found.in_words.startswith("topic (")


def test_it_is_said_in_one_line_that_names_three_topics_at_most():
    some = Effects(topics=("speed", "alerts"), lines=2, questions=0)
    assert some.in_words == "speed and alerts (2 lines of the document)"
    many = Effects(topics=("a", "b", "c", "d", "e"), lines=7, questions=1)
    assert many.in_words == (
        "a, b, c and 2 more topics (7 lines of the document), and whether 1 more question may follow"
    )
    one = Effects(topics=("speed",), lines=1, questions=0)
    assert one.in_words == "speed (1 line of the document)"
    assert Effects(topics=(), lines=0, questions=2).in_words == "whether 2 more questions may follow"


def test_every_question_of_the_shipped_bank_says_what_it_decides():
    bank = load_bank()
    assert [q.id for q in bank.questions if not effects(bank, q.id).in_words] == []
