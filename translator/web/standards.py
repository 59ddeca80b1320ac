"""The standard pack of a project: values that IT sets its own way, and topics that the project does without."""

from flask import Blueprint, flash, redirect
from flask.typing import ResponseReturnValue

from translator.core.errors import InputError
from translator.services import standards as errands
from translator.services.errors import InputErrors
from translator.web.desk import desk, me
from translator.web.forms import Form
from translator.web.frame import project_page, say_saved

pages = Blueprint("standards", __name__)

VALUES = "/projects/<pid>/standards"
TOPICS = "/projects/<pid>/topics"
GROUPS = ("functional", "data", "infrastructure", "services")


@pages.get(VALUES)
def values(pid: str) -> str:
    """Show the values of the standard pack."""
    view = errands.standards_view(desk(), me(), pid)
    return project_page(pid, "standards/values.html", here="shared", view=view)


@pages.get(f"{VALUES}/<path:key>")
def value(pid: str, key: str, form: Form | None = None) -> str:
    """Show one value, to be set."""
    view = errands.standards_view(desk(), me(), pid)
    row = view.value(key)
    filled = form or Form.of(value=row.own.value if row.own else "", reason=row.own.reason if row.own else "")
    return project_page(pid, "standards/value.html", here="shared", view=view, row=row, form=filled)


@pages.post(f"{VALUES}/<path:key>")
def set_value(pid: str, key: str) -> ResponseReturnValue:
    """Set a value, or let the house's own stand again."""
    form = Form.typed()
    try:
        if form.text("unset"):
            errands.unset_value(desk(), me(), pid, key, form.version)
            flash("The value of the house stands again.")
        else:
            words = {"value": form.text("value"), "reason": form.text("reason")}
            say_saved(
                "Value set. The lines that hold it say so.",
                errands.set_value(desk(), me(), pid, key, form.version, **words),
            )
    except (InputError, InputErrors) as error:
        return value(pid, key, form.refused(error)), 422
    return redirect(f"/projects/{pid}/standards")


@pages.get(TOPICS)
def topics(pid: str) -> str:
    """Show the topics of requests for proposals, what each brings here, and which are ruled out."""
    view = errands.standards_view(desk(), me(), pid)
    groups = [(group, [row for row in view.topics if row.topic.group == group]) for group in GROUPS]
    return project_page(pid, "standards/topics.html", here="shared", view=view, groups=groups)


@pages.get(f"{TOPICS}/<topic>")
def one_topic(pid: str, topic: str, form: Form | None = None) -> str:
    """Show one topic, to be ruled out or taken in again."""
    view = errands.standards_view(desk(), me(), pid)
    row = view.topic(topic)
    filled = form or Form.of(reason=row.ruled_out.reason if row.ruled_out else "")
    return project_page(pid, "standards/topic.html", here="shared", view=view, row=row, form=filled)


@pages.post(f"{TOPICS}/<topic>")
def rule_out(pid: str, topic: str) -> ResponseReturnValue:
    """Rule a topic out with a reason, or take it in again."""
    form = Form.typed()
    try:
        if form.text("take_in"):
            errands.take_in(desk(), me(), pid, topic, form.version)
            flash(f"“{topic.capitalize()}” is in again.")
        else:
            saved = errands.rule_out(desk(), me(), pid, topic, form.version, reason=form.text("reason"))
            say_saved(f"“{topic.capitalize()}” is ruled out; the document says why.", saved)
    except (InputError, InputErrors) as error:
        return one_topic(pid, topic, form.refused(error)), 422
    return redirect(f"/projects/{pid}/topics")
