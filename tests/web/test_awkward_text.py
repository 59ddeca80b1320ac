"""Awkward text in every field of every form: no server error, no broken page, and a Word file that opens."""

import json
import re
from io import BytesIO
from urllib.parse import quote, urlencode

import pytest
from docx import Document
from lxml import html
from two_houses import OPTION, WORDS

from translator.core.text import clean_text
from translator.services.write import use_case_view
from translator.web.desk import desk

TEXTS = {
    "nul": "before\0after",
    "bell and escape": "ring\a \x1b[31mred",
    "vertical tab and form feed": "one\x0btwo\x0cthree",
    "c1 controls": "a\x80b\x9fc",
    "line endings": "one\r\ntwo\rthree\nfour\u2028five\u2029six\x85seven",
    "non-characters": "a\ufffeb\uffffc\ufdd0d\U0001fffee",
    "lone surrogates": "high \ud83d low \ude00 end",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 and back",
    "overriding direction": "invoice\u202egnp.exe\u202c \u2066isolated\u2069",
    "emoji with joiners": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f4 \U0001f44d\U0001f3fd",
    "combining marks": "Z" + "\u0336\u0301\u0489" * 60,
    "byte order mark": "\ufeffstart",
    "nothing but blanks": " \t\u00a0\u2003\u200b ",
    "astral letters": "\U0001d49c\U0001d4b7\U00020000",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;]]><!--",
    "word's own markup": '</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/>',
    "markdown": "# Head\n\n> quote\n\n- [link](javascript:alert(1))\n\n| a | b |\n|---|---|\n`x`\n***",
    "markdown that nests": "> " * 60 + "deep " + "*" * 301,
    "markdown that nests deeper than any parser follows": "- " * 4_900 + "deep",
    "brackets": "[" * 9_900 + "](",
    "templates": "{{ 7*7 }} {% for x in y %} ${7*7} #{7*7} %s %(x)s {0.__class__}",
    "formula": '=HYPERLINK("http://example.org","x") +1-1@SUM(A1)',
    "sql": "'; DROP TABLE project; -- \\' \" \\",
    "one long word": "x" * 9_900,
    "twenty thousand characters": "Send an offer to every customer. " * 606 + "ab",
    "digits without end": "9" * 5_000,
}  # fmt: skip
# Several short ones go into a field together, a line each; a long one alone.
_SHORT = [name for name, text in TEXTS.items() if len(text) < 4_000]
_BATCHES = [_SHORT[start : start + 4] for start in range(0, len(_SHORT), 4)] + [[n] for n in TEXTS if n not in _SHORT]
BATCHES = {", ".join(names): "\n".join(TEXTS[name] for name in names) for names in _BATCHES}
LIMITS = {"name": 190, "title": 190, "owner": 190, "label": 190, "sentence": 990, "narrative": 50_000}
PROSE = 9_990
CASE = "{pid}/use-cases/1"
# Every form: who, the page with it, where it leads, its fields of text, and what else it needs.
FORMS = {
    "facts": ("ana", "{pid}/facts", "{pid}/facts", ("name", "objective", "problem", "success", "proof"), {}),
    "project": ("ana", "/projects", "/projects", ("name",), {}),
    "use case": ("ana", CASE, CASE, ("title", "narrative", "measure"), {}),
    "answer": ("ana", f"{CASE}/answer/audience", f"{CASE}/answer/audience", ("value", "values", "text"), {}),
    "unknown": ("ana", f"{CASE}/answer/people", f"{CASE}/answer/people", ("owner",), {"how": "unknown"}),
    "ask it": ("ana", f"{CASE}/requirements", f"{CASE}/ask-it", ("note",), {}),
    "add": (
        "ana", f"{CASE}/requirements/add", f"{CASE}/requirements/add", ("sentence", "plain", "fit", "rationale"),
        {"category": "data", "priority": "must"},
    ),
    "edit": ("ana", "{edit}", "{edit}", ("sentence", "plain", "fit"), {"priority": "must"}),
    "option": (
        "ivo", f"{CASE}/options/add", f"{CASE}/options/add", ("name", "how", "risk_note", "gives_up"), {"risk": "low"}
    ),
    "option again": (
        "ivo", f"{CASE}/options/A", f"{CASE}/options/A", ("name", "how", "risk_note", "gives_up"), {"risk": "low"}
    ),
    "choice": ("ana", f"{CASE}/options", f"{CASE}/options", ("reason",), {"letter": "A"}),
    "verdict": ("ivo", f"{CASE}/review", "{judge}", ("note",), {"verdict": "yes if"}),
    "ask": ("ivo", "{pid}/questions/ask", "{pid}/questions/ask", ("text", "owner"), {}),
    "answer asked": ("ana", "{pid}/questions/asked/1", "{pid}/questions/asked/1", ("answer",), {}),
    "decision": ("ana", "{pid}/decisions", "{pid}/decisions", ("what", "owner"), {}),
    "settle": ("ana", "{pid}/decisions/1", "{pid}/decisions/1", ("outcome", "reason"), {}),
    "invite": ("ana", "{pid}/people", "{pid}/people/invite", ("label",), {"side": "reader"}),
}  # fmt: skip


@pytest.fixture
def fill(request, house, ivo, ana):
    """Give a function that types one text into all text fields of a form, and `more` over what else it sends."""
    pid = f"/projects/{house['pid']}"
    add, ask = f"{pid}/use-cases/1/options/add", f"{pid}/questions/ask"
    assert ivo.post(add, **OPTION).status_code == ivo.post(ask, text="How many?").status_code == 302
    assert ana.post(f"{pid}/decisions", what="Who approves?").status_code == 302
    ana.post(f"{pid}/use-cases/1/requirements/add", **WORDS, category="data")
    # A line of Ana's own: no text that is typed later makes it go away.
    (line,) = ana.page(f"{pid}/use-cases/1/requirements").xpath("//article[contains(., 'shall greet')]/@id")
    row = int(line[1:])
    places = {"pid": pid, "edit": f"{pid}/requirements/{row}/edit", "judge": f"{pid}/use-cases/1/review/{row}"}

    def send(form, text, **more):
        name, page, action, fields, needed = FORMS[form]
        visitor, page, action = request.getfixturevalue(name), page.format(**places), action.format(**places)
        texts = {field: text[: LIMITS.get(field, PROSE)] for field in fields}
        sent = {**hidden_fields(visitor.page(page), action, page), **needed, **texts, **more}
        body = urlencode(sent, errors="surrogatepass")
        kind = "application/x-www-form-urlencoded"
        return visitor.client.post(action, data=body, content_type=kind)

    return send


def hidden_fields(page, action, own_address):
    forms = [f for f in page.xpath("//form[@method='post']") if (f.get("action") or own_address) == action]
    return {field.get("name"): field.get("value") for f in forms[:1] for field in f.xpath(".//input[@type='hidden']")}


@pytest.mark.parametrize("what", BATCHES)
def test_any_text_in_any_field_is_taken_or_refused_in_words_and_the_word_file_opens(app, house, ana, fill, what):
    for form in FORMS:
        answer = fill(form, BATCHES[what])
        assert answer.status_code in (200, 302, 303, 422), f"{form}: {answer.status_code}"
    for ending in ("docx", "html", "md", "json"):
        made = ana.get(f"/projects/{house['pid']}/document.{ending}")
        assert made.status_code == 200, ending
        if ending == "docx":
            assert len(Document(BytesIO(made.data)).tables) > 3
    with app.app_context():
        kept = use_case_view(desk(), house["ana"], house["pid"], 1).narrative
    # A form cannot carry half a character: what arrives of one is its number, written out.
    arrived = re.sub("[\ud800-\udfff]", lambda half: quote(half[0].encode("utf-8", "surrogatepass")), BATCHES[what])
    assert kept == clean_text(arrived).text


# Fields that a person does not write in: what a page itself puts there, choices, numbers, days.
NOT_TEXT = {
    "facts": ("currency", "budget", "deadline", "version"),
    "use case": ("version", "next"),
    "unknown": ("due", "version", "how"),
    "add": ("category", "priority", "once"),
    "edit": ("priority", "version"),
    "option": ("risk", "one_off_likely", "yearly_pessimistic", "weeks_optimistic", "meets-rest", "once"),
    "option again": ("version", "risk", "one_off_likely"),
    "choice": ("letter", "version-A"),
    "verdict": ("verdict", "version"),
    "ask": ("scope", "due", "once"),
    "answer asked": ("version",),
    "decision": ("scope", "due", "once"),
    "invite": ("side", "lead", "once"),
}


@pytest.mark.parametrize("what", ["nul", "markup", "digits without end"])
def test_any_text_where_none_is_written_is_never_a_server_error(fill, what):
    for form, fields in NOT_TEXT.items():
        for field in fields:
            answer = fill(form, "Words", **{field: TEXTS[what]})
            assert answer.status_code < 500, f"{form}: {field}"


@pytest.mark.parametrize("what", BATCHES)
def test_any_text_as_a_signal_an_address_or_a_sign_in_is_never_a_server_error(house, ana, stranger, what):
    text = BATCHES[what]
    pid = f"/projects/{house['pid']}"
    readable = text.encode("utf-8", "replace").decode()
    signals = (json.dumps(["channel", text, text]), json.dumps([text] * 3), readable, "[" * 100_000)
    answers = [ana.post(f"{pid}/use-cases/1/reject", signal=signal) for signal in signals]
    answers += [ana.post(f"{pid}/use-cases/1/reading", narrative=readable, measure=readable)]
    answers += [ana.post(f"{pid}/requirements/accept-all", **{f"seen-{readable}": "1", "seen-1": readable})]
    answers += [
        stranger.sign_in(readable, password=readable),
        stranger.post("/login", email="a@b.example", next=readable),
    ]
    part = urlencode({"": readable})[1:1_500]
    answers += [ana.get(f"{path}{part}") for path in ("/projects/", f"{pid}/answer/", f"{pid}/use-cases/", "/invite/")]
    answers += [
        ana.get(f"{pid}/use-cases/1/answer/audience?from={part}"),
        ana.get(f"{pid}/questions/ask?use-case={part}"),
    ]
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
    for answer in answers:
        html.fromstring(answer.text or "<p></p>")
