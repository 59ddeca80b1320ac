"""The commands, run as somebody types them, on files made here."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from translator import create_app
from translator.content.load import load_bank
from translator.core.bank.model import Topic
from translator.services.desk import Person
from translator.services.projects import list_projects
from translator.web.desk import desk

ROOT = Path(__file__).parents[2]
MARKDOWN = """# Remind them of the basket

When a customer leaves a filled basket, send one e-mail two hours later, only to people who opted in. No SMS.

# Tell sales about a lead

When a prospect opens the price page three times in a week, alert the sales team within 15 minutes.
"""


@pytest.fixture
def run(tmp_path):
    """Give a function that runs `flask --app translator ...` on a folder of its own."""
    runner = create_app(instance=tmp_path / "instance").test_cli_runner()

    def command(*words, given="", ok=True):
        done = runner.invoke(args=[str(word) for word in words], input=given)
        assert (done.exit_code == 0) is ok, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return command


def test_the_commands_are_there_for_whoever_types_them(tmp_path):
    flask = [str(Path(sys.executable).parent / "flask"), "--app", "translator", "read"]
    environment = {**os.environ, "TRANSLATOR_INSTANCE": str(tmp_path / "instance")}
    line = json.dumps({"id": 1, "text": "Send an e-mail every week."})
    done = subprocess.run(flask, cwd=ROOT, env=environment, input=line, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["id"] == 1
    assert not done.stderr


def test_read_gives_one_line_a_narrative_with_evidence_that_is_in_the_text(run):
    texts = ["Send an e-mail to 10k contacts every week, but no SMS.", "", "\x00 \U0001f600 مرحبا"]
    given = "".join(json.dumps({"id": f"n{i}", "text": text}) + "\n" for i, text in enumerate(texts))
    rows = [json.loads(line) for line in run("read", given=given).stdout.splitlines()]
    assert [row["id"] for row in rows] == ["n0", "n1", "n2"]
    assert rows[1]["signals"] == rows[2]["signals"] == []
    found = {(s["kind"], s["value"], s["negated"]) for s in rows[0]["signals"]}
    assert ("channel", "email", False) in found
    assert ("channel", "sms", True) in found
    for signal in rows[0]["signals"]:
        assert texts[0][signal["start"] : signal["end"]] == signal["evidence"]


def test_read_says_which_line_is_not_what_it_takes(run):
    done = run("read", given='{"id": 1, "text": "A text."}\nnonsense\n', ok=False)
    assert "Line 2" in done.stderr


@pytest.mark.parametrize("ending", ["docx", "html", "md", "json"])
def test_translate_writes_every_format_with_every_requirement_traced(run, tmp_path, ending):
    source, out = tmp_path / "cases.md", tmp_path / f"spec.{ending}"
    source.write_text(MARKDOWN, encoding="utf-8")
    said = run("translate", source, "-o", out).stderr
    assert "2 use cases" in said
    if ending == "docx":
        text = "\n".join(c.text for t in docx.Document(out).tables for row in t.rows for c in row.cells)
    else:
        text = out.read_text(encoding="utf-8")
    assert {"UC1-F-01", "UC2-F-01", "UC1-D-01"} <= set(re.findall(r"UC\d-[FDI]-\d\d", text))
    assert "two hours later" in text


def test_translate_takes_answers_and_leaves_what_nobody_said_open(run, tmp_path):
    source, answers = tmp_path / "cases.md", tmp_path / "answers.json"
    source.write_text(MARKDOWN, encoding="utf-8")
    answers.write_text(json.dumps({"UC1": {"people": {"value": 40000, "unit": "people"}}}), encoding="utf-8")
    run("translate", source, "-o", tmp_path / "spec.md", "--answers", answers)
    text = (tmp_path / "spec.md").read_text(encoding="utf-8")
    assert "40,000" in text
    assert "DRAFT" in text
    run("translate", source, "-o", tmp_path / "without.md")
    assert "40,000" not in (tmp_path / "without.md").read_text(encoding="utf-8")


def test_translate_writes_the_edition_for_bidders_where_it_is_asked_for(run, tmp_path):
    source, out = tmp_path / "cases.md", tmp_path / "spec.md"
    source.write_text(MARKDOWN, encoding="utf-8")
    run("translate", source, "-o", out, "--edition", "bidders")
    text = out.read_text(encoding="utf-8")
    assert "DRAFT FOR BIDDERS" in text
    assert "Money and time asked" not in text
    assert "two hours later" in text
    assert "edition" in run("translate", source, "-o", out, "--edition", "none", ok=False).stderr


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cases.docx", b"not a Word file", "Word"),
        ("cases.pdf", b"%PDF", ".docx"),
        ("cases.txt", b"   ", "no use case"),
        ("cases.jsonl", b"{", "line 1"),
    ],
)
def test_translate_refuses_a_file_it_cannot_read_in_one_plain_sentence(run, tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    done = run("translate", tmp_path / name, "-o", tmp_path / "out.docx", ok=False)
    assert says.casefold() in done.stderr.casefold()
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out.docx").exists()


def test_a_csv_with_formulas_is_text_in_the_document(run, tmp_path):
    (tmp_path / "cases.csv").write_text(
        'title,text\n"=HYPERLINK(""http://evil"")","Send an e-mail to members. =1+1"\n', encoding="utf-8"
    )
    run("translate", tmp_path / "cases.csv", "-o", tmp_path / "out.docx")
    document = docx.Document(io.BytesIO((tmp_path / "out.docx").read_bytes()))
    assert "=HYPERLINK" in "\n".join(p.text for p in document.paragraphs)
    assert not [r for r in document.part.rels.values() if r.is_external and "evil" in r.target_ref]


def test_check_content_counts_what_is_there_and_finds_no_fault(run):
    said = run("check-content").stdout
    assert int(re.search(r"(\d+) questions", said)[1]) >= 40
    assert "no fault" in said


def test_a_created_user_owns_a_sample_that_export_writes(run, tmp_path):
    run("upgrade")
    run("create-user", "--name", "Ana", "--email", "ana@example.org", "--password", "correct horse battery")
    done = run(
        "create-user", "--name", "Ana", "--email", "ana@example.org", "--password", "correct horse battery", ok=False
    )
    assert "already" in done.stderr
    assert (tmp_path / "instance/translator.db").stat().st_mode & 0o077 == 0
    run("create-user", "--email", "ana@example.org", "--password", "another long one", "--reset")
    run("create-user", "--email", "nobody@example.org", "--password", "another long one", "--reset", ok=False)
    link = run("password-link", "ANA@example.org")
    assert "/new-password/1." in link.stdout
    assert "For Ana <ana@example.org>" in link.stderr
    run("password-link", "nobody@example.org", ok=False)
    run("export", "nothing-here", "-o", tmp_path / "x.docx", ok=False)
    with create_app(instance=tmp_path / "instance").app_context():
        (sample,) = list_projects(desk(), Person(id=1, name="Ana", email="ana@example.org"))
    run("export", sample.id, "-o", tmp_path / "sample.docx")
    words = "\n".join(p.text for p in docx.Document(tmp_path / "sample.docx").paragraphs)
    assert "FOR SIGNATURE" in words


def test_coverage_counts_each_topic_and_misses_none_that_several_requests_ask_for(run):
    said = run("coverage").stdout
    assert re.search(r"(?m)^  availability \(core\) +1 +1 +2$", said), said
    assert re.search(r"(?m)^  core: 100% of \d+ covered .* 0 missing$", said), said
    assert re.search(r"(?m)^  others: (?:9\d|100)% of \d+ covered", said), said
    assert re.search(r"(?m)^  lines that answer to no topic: 0 of \d+$", said), said
    for group in ("functional", "data", "infrastructure", "services"):
        assert f"\n{group}\n" in said


def test_coverage_fails_when_the_bank_is_silent_on_a_core_topic(run, monkeypatch):
    bank = load_bank()
    silent = replace(bank, topics=(*bank.topics, Topic(name="telepathy", group="functional", core=True)))
    monkeypatch.setattr("translator.cli.load_bank", lambda: silent)
    done = run("coverage", ok=False)
    assert "telepathy (core)" in done.output
    assert "A core topic is missing." in done.output
