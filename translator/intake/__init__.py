"""The files that people bring: use cases in five formats, and answers for them."""

from translator.intake.answers import Answers, read_answers
from translator.intake.intake import ENDINGS, Intake, read_use_cases

__all__ = ["ENDINGS", "Answers", "Intake", "read_answers", "read_use_cases"]
