"""A faulty bank: each fault names file, line and key, and nothing is swallowed."""

import shutil
from pathlib import Path

import pytest

from translator.content.load import ROOT, read_bank
from translator.core.errors import ContentFault
from translator.core.reading.lexicon import Lexicon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("questions", "templates", "manifests"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("glossary.yaml", "quality.yaml", "needs.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first `old` in a file and return the line it stands on."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(folder: Path):
    return [(f.file, f.line, f.key, f.message) for f in read_bank(folder, lambda: Lexicon(concepts=()))[1]]


def the_one(folder: Path):
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


def test_an_untouched_copy_has_no_fault(folder):
    assert faults(folder) == []


def test_an_unknown_key_is_refused(folder):
    change(folder, "questions/people.yaml", "weight: 88", "weight: 88\ncolour: red")
    file, _, _, message = the_one(folder)
    assert file == "questions/people.yaml"
    assert "'colour' was unexpected" in message


def test_a_wrong_value_names_its_line(folder):
    line = change(folder, "questions/people.yaml", "weight: 88", "weight: 880")
    assert the_one(folder)[:3] == ("questions/people.yaml", line, "weight")


def test_a_key_that_stands_twice_is_refused(folder):
    line = change(folder, "questions/people.yaml", "weight: 88", "weight: 88\nweight: 89")
    assert the_one(folder) == ("questions/people.yaml", line + 1, "weight", "stands twice")


def test_a_file_that_is_not_yaml_is_refused(folder):
    (folder / "questions/people.yaml").write_text("scope: [use case\n", encoding="utf-8")
    file, line, _, message = the_one(folder)
    assert (file, line) == ("questions/people.yaml", 2)
    assert message.startswith("is not YAML")


def test_a_file_that_is_not_utf_8_is_refused(folder):
    (folder / "questions/people.yaml").write_bytes(b"scope: \xff")
    assert the_one(folder)[3].startswith("cannot be read")


def test_a_dangling_id_names_template_file_and_line(folder):
    line = change(folder, "templates/functional_pressure.yaml", "{answered: most_contacts}", "{answered: no}")
    file, at, key, message = the_one(folder)
    assert (file, at, key) == ("templates/functional_pressure.yaml", line, "templates[0].when")
    assert message == "template pressure.cap: there is no question 'no'"


def test_a_condition_outside_the_language_names_its_line(folder):
    line = change(folder, "questions/measure.yaml", "when: {always: true}", "when: {python: 1 + 1}")
    assert the_one(folder) == ("questions/measure.yaml", line, "when", "unknown condition 'python'")


def test_a_circle_of_questions_is_found(folder):
    change(folder, "questions/total_people.yaml", "when: {always: true}", "when: {answered: total_later}")
    found = faults(folder)
    assert {f[0] for f in found} == {"questions/total_people.yaml", "questions/total_later.yaml"}
    assert all("never asked" in f[3] for f in found)


def test_a_poor_sentence_is_found_with_its_reason(folder):
    line = change(
        folder,
        "templates/infrastructure_links.yaml",
        "the system shall respond with {rule}.",
        "the system should respond with {rule}.",
    )
    found = faults(folder)
    assert {f[:3] for f in found} == {("templates/infrastructure_links.yaml", line, "templates[0].sentence")}
    assert any("binding" in f[3] for f in found)


def test_a_question_that_the_manifest_does_not_name_is_found(folder):
    shutil.copy(folder / "questions/people.yaml", folder / "questions/stray.yaml")
    file, _, key, message = the_one(folder)
    assert (file, key) == ("manifests/bank.yaml", "questions")
    assert message == "does not name questions/stray.yaml"


def test_a_question_that_is_named_and_missing_is_found(folder):
    (folder / "questions/green.yaml").unlink()
    assert the_one(folder)[:1] + the_one(folder)[3:] == ("questions/green.yaml", "is not there")


def test_a_question_listed_for_the_other_scope_is_found(folder):
    line = change(folder, "questions/green.yaml", "scope: project", "scope: use case")
    assert the_one(folder)[:3] == ("questions/green.yaml", line, "scope")


def test_yes_and_no_stay_words(folder):
    change(folder, "questions/leave_out.yaml", "{id: nobody,", "{id: no,")
    found = faults(folder)
    assert any("'leave_out' has no choice 'nobody'" in f[3] for f in found)
    assert not any("choices" in f[2] for f in found)


def test_a_faulty_lexicon_is_reported_with_the_rest(folder):
    def broken() -> Lexicon:
        raise ContentFault("lexicon/data.yaml", 3, "concepts", "is wrong")

    bank, found = read_bank(folder, broken)
    assert bank is None
    assert [f.line for f in found] == [3]


def test_a_question_that_the_check_of_the_whole_leans_on_has_to_be_there(folder):
    line = change(folder, "quality.yaml", "  retention: keep", "  retention: keeep")
    file, at, key, message = the_one(folder)
    assert (file, at, key) == ("quality.yaml", line, "asked_by.retention")
    assert "there is no question 'keeep'" in message
