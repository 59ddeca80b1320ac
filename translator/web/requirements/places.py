"""Places: where what the check says about a project can be settled, as addresses.

In: a CheckView. Out: what the templates of the check need beside it.
"""

from typing import Any

from translator.core.quality.part import SetFinding
from translator.services.check import CheckView
from translator.services.lines import RequirementRow
from translator.web.requirements.blueprint import list_address

_UNEXPLAINED = "unexplained"


def checked(view: CheckView | None, pid: str) -> dict[str, Any]:
    """Return the check for a template: its view, the places of each finding about the whole, the address of a line."""

    def line_address(row: RequirementRow) -> str:
        return list_address(pid, row.scope, row.row_id)

    found = [_places(view, finding) for finding in view.whole] if view else []
    return {"check": view, "places": found, "line_address": line_address}


def _places(view: CheckView, finding: SetFinding) -> list[tuple[str, str]]:
    root = f"/projects/{view.project_id}"
    found = []
    if finding.question:
        case = "" if finding.of_project or not finding.use_case else f"/use-cases/{finding.use_case}"
        found.append(("Answer", f"{root}{case}/answer/{finding.question}"))
    if finding.code == _UNEXPLAINED:
        found.append(("Open the glossary", f"{root}/glossary"))
    lines = (view.line(name) for name in finding.lines)
    found += [(row.requirement.id, list_address(view.project_id, row.scope, row.row_id)) for row in lines if row]
    return found
