"""The plain formats: Markdown that reads well, JSON that programs can rely on."""

import json
import re
from dataclasses import replace

import pytest

from translator.core.specification.model import (
    Bullets,
    Cell,
    Chart,
    Fact,
    Paragraph,
    Prose,
    Run,
    Section,
    Signature,
    Specification,
    Table,
)  # fmt: skip
from translator.export import EXPORTERS
from translator.export.to_json import to_json
from translator.export.to_markdown import to_markdown

SMALL = Specification(
    title="Personal offers",
    subtitle="Specification",
    status="DRAFT",
    prepared_on="2026-11-21",
    missing=("No budget is stated.",),
    facts=(Fact("Date", "21 November 2026"),),
    sections=(
        Section(
            anchor="use-cases",
            title="Use cases",
            blocks=(
                Prose("Show an *offer*.\n\n# Loud", "quote", ((9, 14),)),
                Bullets(((Run(text="one"),), (Run(text="two", bold=True),))),
                Table(
                    caption="Lines",
                    head=("No.", "What"),
                    rows=((Cell(((Run(text="UC1-F-01"),),), anchor="UC1-F-01"), Cell(((Run(text="a | b"),),))),),
                    widths=(20, 80),
                ),
            ),
            sections=(
                Section(
                    anchor="deep", title="Deep", blocks=(Paragraph((Run(text="See "), Run(text="it", ref="deep"))),)
                ),
            ),
        ),
    ),
    signatures=(Signature("For marketing", "Ada Berg"), Signature("For IT")),
)  # fmt: skip
GOLDEN = """\
# Personal offers

Specification

**DRAFT**

- Date: 21 November 2026

A draft until this is done:

- No budget is stated.

## 1 Use cases <a id="use-cases"></a>

> Show an *<mark>offer</mark>*.
>
> **Loud**

- one
- **two**

*Table 1: Lines*

| No. | What |
| --- | --- |
| <a id="UC1-F-01"></a>UC1-F-01 | a \\| b |

### 1.1 Deep <a id="deep"></a>

See [it](#deep)

## 2 Signatures <a id="signatures"></a>

**For marketing:** Ada Berg

**For IT:**
"""


def test_a_small_document_reads_like_this_in_markdown():
    assert to_markdown(SMALL).decode() == GOLDEN


@pytest.mark.parametrize("text", ["<script>x</script>", "| a | b |", "# x", "- x", "1. x", "[x](javascript:y)", "a\nb"])
def test_texts_cannot_change_the_structure_of_the_markdown(text):
    table = Table(caption="T", head=("A", "B"), rows=((Cell(((Run(text=text),),)), Cell((), text)),), widths=(50, 50))
    spec = replace(SMALL, sections=(Section(anchor="s", title=text, blocks=(Paragraph((Run(text=text),)), table)),))
    written = to_markdown(spec).decode()
    assert "<script" not in written
    assert re.findall(r"^#+ ", written, re.MULTILINE) == ["# ", "## ", "## "]
    row = written.split("| --- | --- |\n")[1].split("\n")[0]
    assert len(re.findall(r"(?<!\\)\|", row)) == 3


def test_a_chart_is_its_alternative_text_in_markdown():
    chart = Chart(title="Cost", unit="EUR", rows=(("UC1", 1.0, 2.0, 3.0),), alt="Between 1 and 3.")
    written = to_markdown(replace(SMALL, sections=(Section(anchor="s", title="S", blocks=(chart,)),))).decode()
    assert "*Figure 1: Cost.* Between 1 and 3." in written


def test_every_requirement_is_in_every_format(spec):
    for write, _ in EXPORTERS.values():
        assert write(spec)
    markdown, content = to_markdown(spec).decode(), json.loads(to_json(spec))
    assert len(content["requirements"]) == 41
    for requirement in content["requirements"]:
        assert f'<a id="{requirement["id"]}"></a>' in markdown
        assert requirement["trace"]


def test_json_says_what_it_is_and_holds_the_content_under_plain_names(spec):
    content = json.loads(to_json(spec))
    assert content["format"] == "translator-specification/1"
    assert content["status"] == "DRAFT"
    assert content["project"]["budget"] == 30_000_000
    assert {"use_cases", "requirements", "exclusions", "open_questions", "decisions", "sections"} <= set(content)
    assert content["use_cases"][0]["options"][0]["one_off"] == [4_000_000, 6_000_000, 9_000_000]


def test_a_lone_surrogate_breaks_neither():
    spec = replace(SMALL, title="a \ud800 b")
    assert json.loads(to_json(spec))["title"].startswith("a ")
    assert to_markdown(spec).decode().startswith("# a  b")
