"""Who may: every route of a project, with the roles that may use it and what is sent there.

What stands here is the promise; test_matrix.py holds the application to it.
"""

from dataclasses import dataclass, field

from two_houses import OPTION, TOMORROW, WORDS

LEAD, MARKETING, IT, READER, STRANGER, NOBODY = ROLES = ("ana", "mia", "ivo", "rita", "olga", "")
MEMBERS = {LEAD, MARKETING, IT, READER}
WRITERS = {LEAD, MARKETING}
SIDES = {LEAD, MARKETING, IT}
ABSENT = "0" * 16
CASE, PROJECT = "/projects/<pid>/use-cases/<int:number>", "/projects/<pid>"


@dataclass(frozen=True)
class Expected:
    """Hold who may, what is sent, and what the variables of the address are (`things` by name, else as they stand).

    `refused` is what members without the right are told. `kept`: even for those who may, nothing is stored.
    """

    may: set = field(default_factory=lambda: MEMBERS)
    sent: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    refused: int = 403
    kept: bool = False


def row(name):
    return {"row_id": name}


def asked(scope):
    return {"scope": scope, "question_id": "channels"}


V1, V2, V3 = ({"version": str(number)} for number in (1, 2, 3))
NEED = {"need": "freshness"}
LATEST = "the latest"
SEEN = {"version": LATEST}
JUDGED = {"version": "0", "verdict": "yes", "note": ""}
ADDED = {**WORDS, "category": "functional"}
PICKED = {"letter": "A", "version-A": "1", "reason": "It is quick."}
REJECTED = {"signal": "signal"}
MARKED = {"mark-words": "savings", "mark-means": "actor:audience"}
UNKNOWN = {"how": "skip", "version": "0"}
QUESTION, OF_PROJECT = {"question_id": "audience"}, {"question_id": "hosting"}
TERM, LATENCY = {"term": "Uplift here", "definition": "What is more."}, {"key": "latency"}
RECOVER = {"key": "standard.recover/time"}
FIRST, LINE = {"of": 1}, {"of": "drafted"}
CONFIRMED = {"confirm": "channels", "version-channels": "1"}

EXPECTED = {
    f"GET {PROJECT}": Expected(),
    f"GET {PROJECT}/facts": Expected(),
    f"POST {PROJECT}/facts": Expected({LEAD}, {**V1, "objective": "Sell more."}),
    f"POST {PROJECT}/delete": Expected({LEAD}),
    f"POST {PROJECT}/restore": Expected({LEAD}, parts={"pid": "deleted_pid"}),
    f"POST {PROJECT}/copy": Expected(SIDES),
    f"POST {PROJECT}/use-cases": Expected(WRITERS),
    f"POST {CASE}/delete": Expected(WRITERS),
    f"POST {CASE}/restore": Expected(WRITERS, parts={"number": 2}),
    f"GET {PROJECT}/people": Expected(),
    f"POST {PROJECT}/people/invite": Expected({LEAD}, {"label": "Una", "side": "reader"}),
    f"POST {PROJECT}/people/invitations/<int:invitation>/revoke": Expected({LEAD}),
    f"GET {PROJECT}/people/<int:user>": Expected({LEAD}, refused=404),
    f"POST {PROJECT}/people/<int:user>": Expected({LEAD}, {**V1, "side": "both"}),
    f"POST {PROJECT}/people/<int:user>/remove": Expected({LEAD, MARKETING}),  # Mia, who is that user, may leave
    f"GET {CASE}": Expected(),
    f"POST {CASE}": Expected(WRITERS, {**V3, "narrative": "Send a letter."}),
    f"POST {CASE}/reading": Expected(sent={"narrative": "Send a letter."}, kept=True),
    f"POST {CASE}/reject": Expected(WRITERS, REJECTED),
    f"POST {CASE}/take-back": Expected(WRITERS, {"signal": "rejected"}),
    f"POST {CASE}/mark": Expected(WRITERS, MARKED),
    f"POST {CASE}/mark/take-back": Expected(WRITERS, {"signal": "marked"}),
    f"GET {CASE}/history": Expected(),
    f"POST {CASE}/kept": Expected(sent={"narrative": "Send a letter."}, kept=True),
    f"POST {CASE}/history": Expected(WRITERS, {**V3, "entry": "entry"}),
    f"GET {CASE}/answer": Expected(),
    f"POST {CASE}/answer": Expected(WRITERS, {"confirm": "trigger", "version-trigger": "0"}),
    f"GET {CASE}/answer/check": Expected(),
    f"GET {CASE}/answer/<question_id>": Expected(parts=QUESTION),
    f"POST {CASE}/answer/<question_id>": Expected(WRITERS, UNKNOWN, QUESTION),
    f"GET {PROJECT}/answer": Expected(),
    f"POST {PROJECT}/answer": Expected(WRITERS, {"confirm": "hosting", "version-hosting": "0"}, kept=True),
    f"GET {PROJECT}/answer/check": Expected(),
    f"GET {PROJECT}/answer/<question_id>": Expected(parts=OF_PROJECT),
    f"POST {PROJECT}/answer/<question_id>": Expected(WRITERS, UNKNOWN, OF_PROJECT),
    f"GET {CASE}/requirements": Expected(),
    f"GET {PROJECT}/requirements": Expected(),
    f"POST {CASE}/requirements/accept-all": Expected(SIDES, {"seen-drafted": LATEST, "seen-infrastructure": LATEST}),
    f"POST {PROJECT}/requirements/accept-all": Expected(SIDES, {"seen-shared": LATEST}),
    f"GET {CASE}/requirements/add": Expected(),
    f"GET {PROJECT}/requirements/add": Expected(),
    f"POST {CASE}/requirements/add": Expected(WRITERS, ADDED),
    f"POST {PROJECT}/requirements/add": Expected(WRITERS, ADDED),
    f"POST {CASE}/ask-it": Expected(WRITERS, {"note": "Please look."}),
    f"GET {PROJECT}/check": Expected(),
    f"POST {PROJECT}/requirements/remarks": Expected(sent={"sentence": "The system should sing."}, kept=True),
    f"POST {PROJECT}/requirements/<int:row_id>/reword": Expected(WRITERS, {**SEEN, **WORDS}, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/reword/undo": Expected(
        WRITERS, {**SEEN, "earlier": "The system shall sing."}, row("drafted")
    ),
    f"GET {PROJECT}/requirements/<int:row_id>/edit": Expected(parts=row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/edit": Expected(WRITERS, {**SEEN, **WORDS}, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/accept": Expected(WRITERS, SEEN, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/drop": Expected(WRITERS, SEEN, row("drafted")),
    f"POST {PROJECT}/requirements/<int:row_id>/restore": Expected(WRITERS, SEEN, row("dropped")),
    f"POST {PROJECT}/requirements/<int:row_id>/keep-mine": Expected(WRITERS, SEEN, row("edited")),
    f"POST {PROJECT}/requirements/<int:row_id>/take-draft": Expected(WRITERS, SEEN, row("edited")),
    f"GET {PROJECT}/needs/<need>": Expected(parts=NEED),
    f"POST {PROJECT}/needs/<need>/price": Expected({IT}, {"version": "0", "level": "1 hour"}, NEED),
    f"POST {PROJECT}/needs/<need>/take-over": Expected(
        WRITERS, {**V1, "use_case": "1", "number": "2", "unit": "day"}, NEED
    ),
    f"POST {PROJECT}/conflicts/decide": Expected(SIDES, {"key": "conflict"}),
    f"POST {PROJECT}/requirements/<int:row_id>/still-right": Expected(WRITERS, SEEN, row("suspect")),
    f"POST {PROJECT}/requirements/still-right": Expected(WRITERS, {"seen-suspect": LATEST, "use_case": "0"}),
    f"POST {PROJECT}/requirements/still-right/take-back": Expected(WRITERS, {"entry": "cleared", "use_case": "0"}),
    f"GET {CASE}/trace": Expected(),
    f"GET {PROJECT}/trace": Expected(),
    f"GET {CASE}/options": Expected(),
    f"POST {CASE}/options": Expected(WRITERS, PICKED),
    f"POST {CASE}/options/recommend": Expected({IT}, {"letter": "A"}),
    f"GET {CASE}/options/add": Expected(),
    f"POST {CASE}/options/add": Expected({IT}, OPTION),
    f"GET {CASE}/options/<letter>": Expected(parts={"letter": "A"}),
    f"POST {CASE}/options/<letter>": Expected({IT}, {**V1, **OPTION, "how": "Bought."}, {"letter": "A"}),
    f"POST {CASE}/options/<letter>/delete": Expected({IT}, V1, {"letter": "B"}),
    f"POST {CASE}/options/<letter>/restore": Expected({IT}, V2, {"letter": "C"}),
    f"GET {CASE}/review": Expected(),
    f"GET {PROJECT}/review": Expected(),
    f"POST {CASE}/review/<int:row_id>": Expected({IT}, JUDGED, row("drafted")),
    f"POST {PROJECT}/review/<int:row_id>": Expected({IT}, JUDGED, row("shared")),
    f"POST {CASE}/review/rest": Expected({IT}, {"rows": "drafted"}),
    f"POST {PROJECT}/review/rest": Expected({IT}, {"rows": "shared"}),
    f"POST {CASE}/review/rest/undo": Expected({IT}, {"rows": "judged"}),
    f"POST {PROJECT}/review/rest/undo": Expected({IT}, {"rows": "judged_shared"}),
    f"GET {PROJECT}/questions": Expected(),
    f"GET {PROJECT}/questions/ask": Expected(),
    f"POST {PROJECT}/questions/ask": Expected(SIDES, {"text": "How many?", "scope": "1", "due": TOMORROW}),
    f"GET {PROJECT}/questions/<int:scope>/<question_id>": Expected(parts=asked(1)),
    f"POST {PROJECT}/questions/<int:scope>/<question_id>": Expected(SIDES, {**V1, "values": "email"}, asked(1)),
    f"GET {PROJECT}/questions/asked/<int:row_id>": Expected(parts=row("asked")),
    f"POST {PROJECT}/questions/asked/<int:row_id>": Expected(SIDES, {**V1, "answer": "Two."}, row("asked")),
    f"GET {PROJECT}/decisions": Expected(),
    f"POST {PROJECT}/decisions": Expected(SIDES, {"what": "Who pays?"}),
    f"GET {PROJECT}/decisions/<int:row_id>": Expected(parts=row("decision")),
    f"POST {PROJECT}/decisions/<int:row_id>/take-over": Expected(
        WRITERS, {"about": "conflict", "way": "30 day"}, row("decision"), kept=True
    ),
    f"POST {PROJECT}/decisions/<int:row_id>/take-back": Expected(WRITERS, parts=row("decision"), kept=True),
    f"POST {PROJECT}/decisions/<int:row_id>": Expected(
        SIDES, {**V1, "outcome": "Ana", "reason": "Hers."}, row("decision")
    ),
    f"GET {PROJECT}/glossary": Expected(),
    f"GET {PROJECT}/propose-term": Expected(),
    f"POST {PROJECT}/propose-term": Expected(SIDES, TERM),
    f"GET {PROJECT}/glossary/<key>": Expected(parts=LATENCY),
    f"POST {PROJECT}/glossary/<key>": Expected(SIDES, {"version": "0", "definition": "Delay."}, LATENCY),
    f"POST {PROJECT}/glossary/<key>/agree": Expected(SIDES, {"version": "0"}, LATENCY),
    f"POST {PROJECT}/glossary/<key>/withdraw": Expected(SIDES, V1, {"key": "warm visitor"}),
    f"GET {PROJECT}/standards": Expected(),
    f"GET {PROJECT}/standards/<path:key>": Expected(parts=RECOVER),
    f"POST {PROJECT}/standards/<path:key>": Expected({IT}, {"version": "0", "value": "4 hours"}, RECOVER),
    f"GET {PROJECT}/topics": Expected(),
    f"GET {PROJECT}/topics/<topic>": Expected(parts={"topic": "recovery"}),
    f"POST {PROJECT}/topics/<topic>": Expected(SIDES, {"version": "0", "reason": "Ours does."}, {"topic": "recovery"}),
    f"GET {PROJECT}/keep/use-case/<int:of>": Expected(parts=FIRST),
    f"GET {PROJECT}/keep/answers/<int:of>": Expected(parts=FIRST),
    f"GET {PROJECT}/keep/requirement/<int:of>": Expected(parts=LINE),
    f"POST {PROJECT}/keep/use-case/<int:of>": Expected(SIDES, {"title": "Kept"}, FIRST),
    f"POST {PROJECT}/keep/answers/<int:of>": Expected(SIDES, {"title": "Kept"}, FIRST),
    f"POST {PROJECT}/keep/requirement/<int:of>": Expected(SIDES, {"title": "Kept"}, LINE),
    f"GET {PROJECT}/bank": Expected(),
    f"POST {PROJECT}/bank": Expected({LEAD}, {"seen": "0"}),
    f"GET {PROJECT}/document": Expected(),
    **{f"GET {PROJECT}/document.{ending}": Expected() for ending in ("docx", "html", "md", "json")},
}
# A part of an address that takes one of a few words stands here with all of them.
WRITTEN_OUT = {
    "<any('use-case', 'answers', 'requirement'):what>": ("use-case", "answers", "requirement"),
    "<any('accept', 'drop', 'restore', 'keep-mine', 'take-draft', 'still-right'):action>": (
        "accept", "drop", "restore", "keep-mine", "take-draft", "still-right"
    ),
    "<ending>": ("docx", "html", "md", "json"),
}  # fmt: skip
