"""What the browser gets lies in this repository, unchanged, and nothing of it breaks the content security policy."""

import re
from pathlib import Path

import pytest

from tests.architecture.vendor import VENDOR, faults, read_lock

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))


def short(path):
    return str(path.relative_to(ROOT))


def test_every_vendored_file_is_the_one_in_the_lock_and_has_its_licence():
    assert len(read_lock()) >= 5
    assert faults() == []


def test_a_changed_and_an_added_vendored_file_are_noticed(monkeypatch):
    changed = VENDOR / "htmx.org" / read_lock()["htmx.org"]["version"] / "htmx.min.js"
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: whole(path) + (b" " if path == changed else b""))
    assert faults() == [f"{changed}: changed"]


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_a_template_has_no_inline_style_script_or_foreign_asset(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<[^>]*\sstyle=", text)
    assert not re.search(r"<[^>{]*\son[a-z]+\s*=", text)
    assert not re.search(r"<(style|script)\b", text)
    assert not re.search(r"\b(src|href)=[\"']?(https?:)?//", text)
    assert not re.search(r"hx-on|hx-vals=[\"']js:|hx-trigger=\"[^\"]*\[", text)
    assert "|safe" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_the_assets_that_a_template_names_exist(path):
    for name in re.findall(r"(?:asset|stylesheet|script)\('([^']+)'", path.read_text(encoding="utf-8")):
        assert (ROOT / "static" / name).is_file(), name


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_a_template_stays_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("path", STYLES, ids=short)
def test_a_style_sheet_leans_on_files_of_ours_only(path):
    for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text(encoding="utf-8")):
        if not address.startswith("data:"):
            assert (path.parent / address).resolve().is_file(), address
    assert "@import" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STYLES, ids=short)
def test_colours_are_named_in_the_tokens_and_nowhere_else(path):
    if path.name not in ("tokens.css", "print.css"):
        plain = re.sub(r"url\([^)]*\)|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", plain) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=short)
def test_a_script_of_ours_runs_no_text_as_code_and_fetches_from_nowhere_else(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|document\.write", text)
    assert not re.search(r"https?://", text)


def test_only_one_script_knows_the_events_of_the_page_library():
    knowing = [path.name for path in SCRIPTS if "htmx:" in path.read_text(encoding="utf-8")]
    assert knowing == ["net.js"]
