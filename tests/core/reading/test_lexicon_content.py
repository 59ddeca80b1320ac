"""The lexicon as content: what ships is sound, and a fault names file, line and key."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from translator.content.lexicon_load import FOLDER, load_lexicon
from translator.core.errors import ContentFault
from translator.core.reading.lexicon import SIGNAL_KINDS, Lexicon
from translator.core.reading.read import Reader

SCHEMA = json.loads((FOLDER.parent / "schema" / "lexicon.schema.json").read_text("utf-8"))
OWN_SHAPE = {"spelling.yaml", "units.yaml", "classes.yaml"}
FILES = sorted(p.name for p in FOLDER.glob("*.yaml") if p.name not in OWN_SHAPE)
CHANNELS = frozenset({"email", "sms", "push", "website", "app", "phone", "in-store", "print", "tv", "chatbot"})


@pytest.mark.parametrize("name", FILES)
def test_every_file_fits_the_schema(name: str) -> None:
    page = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(page)] == []


def test_every_kind_of_signal_has_concepts(lexicon: Lexicon) -> None:
    kinds = {c.kind for c in lexicon.concepts}
    assert kinds >= SIGNAL_KINDS
    assert {c.value for c in lexicon.concepts if c.kind == "channel"} >= CHANNELS


def test_a_plain_form_is_understood_as_its_own_concept_or_a_firmer_one(lexicon: Lexicon, reader: Reader) -> None:
    deaf = [
        (concept.id, form)
        for concept in lexicon.concepts
        if concept.kind in ("channel", "system", "consent") and not concept.weak
        for form in concept.forms
        if form.replace(" ", "").isalpha() and not reader.read(f"Use the {form} here.").signals
    ]
    assert deaf == []


def broken(tmp_path: Path, name: str, old: str, new: str) -> ContentFault:
    folder = tmp_path / "lexicon"
    shutil.copytree(FOLDER, folder)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentFault) as caught:
        load_lexicon(folder)
    return caught.value


def test_an_unknown_key_is_refused_with_file_line_and_key(tmp_path: Path) -> None:
    fault = broken(tmp_path, "channels.yaml", "    forms: fax\n", "    froms: fax\n")
    assert fault.file == "channels.yaml"
    assert fault.line > 3
    assert fault.key == "concepts.fax.froms"


def test_an_unknown_role_is_refused(tmp_path: Path) -> None:
    fault = broken(tmp_path, "actors.yaml", "role: partner", "role: friend")
    assert "friend" in fault.message


def test_an_unknown_word_class_is_refused(tmp_path: Path) -> None:
    fault = broken(tmp_path, "channels.yaml", "    forms: fax\n", '    forms: "fax to {nowhere}"\n')
    assert "{nowhere}" in fault.message


def test_brackets_that_do_not_match_are_refused(tmp_path: Path) -> None:
    fault = broken(tmp_path, "channels.yaml", "    forms: fax\n", '    forms: "by [fax"\n')
    assert "brackets" in fault.message


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    fault = broken(tmp_path, "channels.yaml", "    forms: fax\n", "    forms: {fax\n")
    assert (fault.file, fault.line > 3) == ("channels.yaml", True)


def test_two_concepts_of_one_name_are_refused(tmp_path: Path) -> None:
    fault = broken(tmp_path, "people.yaml", "  by occupation:", "  customers:")
    assert "two concepts" in fault.message
