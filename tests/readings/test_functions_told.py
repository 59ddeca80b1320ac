"""What a narrative asks the system to do is drafted, each thing once, and not all of it is a must."""

import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from translator.content.load import load_bank
from translator.core.answers import AnswerSheet
from translator.core.bank.model import Bank, Scope
from translator.core.prompts import assume
from translator.core.reading.read import read
from translator.core.requirements.draft import draft
from translator.core.requirements.model import Draft
from translator.core.terms import Priority
from translator.core.text import UseCase

HERE = Path(__file__).parent
FILES = (*HERE.glob("*.yaml"), *HERE.glob("fresh/*.yaml"), *HERE.glob("learnt/*.yaml"))
# DSDM, "MoSCoW Prioritisation": no more than 60 per cent of the effort.
MOST_MUSTS = 0.6
MOST_DOUBLES = 0.06
ALIKE = 0.5
EMPTY = frozenset(
    """the a an of to in on for by with and or shall system supplier that this is are be as at from each it its which
    when if then so not no use case marketing words rule person people one those other than any all has have was were
    who what""".split()  # noqa: SIM905 - a list of words reads best as words
)


@cache
def bank() -> Bank:
    return load_bank()


@cache
def lines(text: str) -> tuple[Draft, ...]:
    reading = read(text, bank().lexicon)
    case = UseCase(number=1, title="A use case", narrative=text)
    return draft(bank(), Scope.USE_CASE, case, reading, assume(bank(), reading, AnswerSheet()))


@cache
def all_lines() -> tuple[tuple[Draft, ...], ...]:
    rows = (row for path in sorted(FILES) for row in yaml.safe_load(path.read_text("utf-8")))
    return tuple(lines(row["text"]) for row in rows)


def template_of(line: Draft) -> str:
    return line.key.partition(":")[0]


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("Receptionists look a patient up by phone number and see the next visit.", "told.look_up"),
        ("Guests scan a code on the bottle and read where the grapes grew.", "told.scan"),
        ("Diners photograph the bill to take part in the draw.", "told.upload"),
        ("Visitors redeem the voucher at the snack bar.", "told.claim"),
        ("Tell walkers near a mountain hut which tables are free.", "told.near"),
        ("When frost is expected, warn the growers of that valley.", "told.feed"),
        ("Give a free dessert if the bill is over 80 EUR.", "told.filter"),
        ("Please split the choir list into sopranos, altos and friends.", "told.segment"),
        ("Let people choose topics for the parish letter.", "told.topics"),
        ("A change of address has to stick everywhere.", "told.everywhere"),
        ("Suggest a wine matched to what they drank last time.", "told.choose"),
        ("Text the tenants with a link to pay.", "told.step"),
        ("If the card is declined, retry quietly before anybody writes.", "told.again"),
        ("The coaches need a list of who has not trained for a month.", "told.own_list"),
        ("Spot riders who are about to leave the club.", "told.pattern"),
        ("Complaints about noise should go straight to the caretaker.", "told.route"),
        ("Show the price next to the rating.", "told.beside"),
        ("The auditor must see who has signed the poster.", "told.trail"),
    ],
)
def test_what_the_system_is_asked_to_do_is_a_line_of_its_own(text: str, template: str) -> None:
    assert template in {template_of(line) for line in lines(text)}


def test_a_wish_that_nothing_else_carries_stands_in_its_own_words() -> None:
    said = [line.sentence for line in lines("Our bakers should hum while they knead.") if "hum while" in line.sentence]
    assert said == [
        "The system shall make this possible, in marketing's words: “Our bakers should hum while they knead”."
    ]


def test_a_wish_that_only_names_the_goal_is_none() -> None:
    assert not [line for line in lines("We want 20% more bookings by May.") if template_of(line) == "told.wish"]


def test_only_what_has_a_name_is_a_data_item() -> None:
    items = [
        re.findall("“(.*?)”", line.sentence)[0]
        for use_case in all_lines()
        for line in use_case
        if template_of(line) == "data.hold"
    ]
    pieces = [item for item in items if re.search(r"\b(?:who|which|they|it|we|has|have|is|are|was|than)\b|\d", item)]
    assert len(items) > len(all_lines())
    assert pieces == []


def test_a_wait_inside_what_starts_it_is_said_once() -> None:
    found = lines("Owners should get a text when six months since the last visit have passed.")
    assert sum("six months" in line.sentence or "6 months" in line.sentence for line in found) == 1


def test_hardly_two_lines_of_a_use_case_say_the_same() -> None:
    doubles: Counter[tuple[str, str]] = Counter()
    for use_case in all_lines():
        told = [(template_of(line), words(line.sentence)) for line in use_case]
        for (one, mine), (other, theirs) in combinations(told, 2):
            if one != other and len(mine & theirs) >= ALIKE * len(mine | theirs):
                doubles[one, other] += 1
    assert doubles.total() <= MOST_DOUBLES * len(all_lines()), doubles.most_common(5)


def test_at_most_six_in_ten_lines_are_musts() -> None:
    weights = Counter(line.priority for use_case in all_lines() for line in use_case)
    assert weights[Priority.MUST] <= MOST_MUSTS * weights.total()
    standard = Counter(line.priority for line in draft(bank(), Scope.PROJECT, None, None, AnswerSheet()))
    assert standard[Priority.MUST] <= MOST_MUSTS * standard.total()


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("The porter should ring a bell for each guest.", Priority.MUST),
        ("Ideally the porter rings a bell for each guest.", Priority.COULD),
        ("Maybe the porter should ring a bell for each guest.", Priority.COULD),
    ],
)
def test_a_wish_that_nothing_else_carries_is_a_must_unless_it_is_hedged(text: str, priority: Priority) -> None:
    (wish,) = (line for line in lines(text) if template_of(line) == "told.wish")
    assert wish.priority is priority


def words(sentence: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z0-9']+", sentence.casefold()) if w not in EMPTY)
