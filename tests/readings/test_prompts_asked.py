"""Ask little: over all narratives beside this file, how many prompts a person meets before IT can start.

Each needed answer counts as one prompt, and so does each confirmation of what was read in the text. Questions that
would only help are not counted: they stay on offer, and nobody has to open them.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median

import yaml

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerSheet, AnswerState
from translator.core.bank.model import Scope
from translator.core.left import left_in
from translator.core.prompts import prompts_for
from translator.core.reading.read import Reader

HERE = Path(__file__).parent
MOST = 12


@cache
def asked():
    """Return for each narrative how many prompts were needed, and how many more were on offer at the end."""
    bank = load_bank()
    reader = Reader(bank.lexicon)
    texts = [
        row["text"]
        for path in sorted((*HERE.glob("*.yaml"), *HERE.glob("fresh/*.yaml")))
        for row in yaml.safe_load(path.read_text("utf-8"))
    ]
    return [until_ready(bank, reader.read(text)) for text in texts]


def until_ready(bank, heard):
    sheet, many = AnswerSheet(), 0
    while True:
        prompts = prompts_for(bank, Scope.USE_CASE, heard, sheet)
        needed = [prompt for prompt in prompts if prompt.needed]
        assert bool(needed) is bool(left_in(prompts).for_marketing)
        if not needed:
            return many, sum(prompt.open for prompt in prompts)
        many += len(needed)
        for prompt in needed:
            sheet = sheet.with_answer(answer_to(prompt))


def answer_to(prompt):
    """Answer as a sensible person would: what was read is right, else the first choice, else some words."""
    if prompt.suggestion is not None:
        return replace(prompt.suggestion, state=AnswerState.CONFIRMED)
    question = prompt.question
    values = (question.choices[0].id,) if question.choices else ("some words",)
    return Answer(question=question.id, state=AnswerState.STATED, values=values, number=2, unit="hour")


def test_nine_of_ten_use_cases_are_ready_for_it_after_at_most_twelve_prompts():
    many = sorted(needed for needed, _ in asked())
    assert len(many) >= 150
    assert many[int(0.9 * len(many))] <= MOST
    assert median(many) <= 11
    assert many[-1] <= 14


def test_more_questions_stay_on_offer_and_not_too_many():
    offered = sorted(more for _, more in asked())
    assert offered[0] > 0
    assert median(offered) <= 30
