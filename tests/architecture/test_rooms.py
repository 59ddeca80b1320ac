"""The law of the rooms and the sizes of the house, checked on the sources themselves."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "translator").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CLOCKS = {"now", "today", "utcnow"}


def test_no_room_leans_on_one_that_it_must_not_know():
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "0 broken" in run.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_can_be_read_in_one_sitting(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 50, f"{node.name} is too long"


def test_there_is_something_to_check():
    assert len(SOURCES) > 60
    assert len(TEMPLATES) > 15


@pytest.mark.parametrize("path", sorted((ROOT / "translator/core").rglob("*.py")), ids=lambda p: p.name)
def test_the_core_opens_no_file_and_reads_no_clock(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert name not in CLOCKS | {"open", "input", "print"}, f"line {node.lineno}: {name}()"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_stays_short_and_fetches_nothing_from_elsewhere(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 150
    assert " style=" not in text
    assert "|safe" not in text.replace(" ", "")
    assert "<style" not in text
