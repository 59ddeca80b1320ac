"""A standard value whose question is open stands as proposed, in the line and beside the question, each once."""

from datetime import date

from use_cases_together import MESSAGE, TEXT, said

from translator.content.load import load_bank
from translator.core.answers import Answer, AnswerState
from translator.core.dossier import Dossier, Work
from translator.core.pipeline import specify, translate
from translator.core.project import Project
from translator.core.specification.editions import for_bidders
from translator.core.text import UseCase

ASKED = "How long may it be down after a disaster?"


def document(*unknown, **answers):
    sheet = said(**answers)
    for question in unknown:
        sheet = sheet.with_answer(Answer(question=question, state=AnswerState.UNKNOWN, owner="Ina"))
    work = Work(use_case=UseCase(number=1, title="", narrative=TEXT), answers=said(**MESSAGE))
    bank = load_bank()
    return specify(
        bank, translate(bank, Dossier(project=Project(name="P"), works=(work,), answers=sheet)), date(2026, 11, 22)
    )


def cells(section, at):
    return [" ".join("".join(r.text for r in p) for p in row[at].paragraphs) for row in section.blocks[0].rows]


def part(spec, anchor):
    every = [*spec.sections, *(s for one in spec.sections for s in one.sections)]
    return next(one for one in every if one.anchor == anchor)


def test_a_value_and_its_open_question_name_each_other_once():
    for spec in (document("down_time"), for_bidders(document("down_time"))):
        (line,) = [text for text in cells(part(spec, "infrastructure-shared"), 1) if ASKED in text]
        assert line.count("Proposed: ") == 1
        (row,) = [text for text in cells(part(spec, "open-questions"), 1) if text.startswith(ASKED)]
        assert row.count("is proposed") == 1
        value = line.partition("Proposed: ")[2].partition(",")[0]
        assert f"Until then {value} is proposed" in row
        assert value in line.partition("Proposed: ")[0]


def test_a_value_that_was_answered_or_that_nobody_asked_for_is_not_called_proposed():
    for spec in (document(), document(down_time=(2.0, "hour"))):
        assert not any("Proposed: " in text for text in cells(part(spec, "infrastructure-shared"), 1))
