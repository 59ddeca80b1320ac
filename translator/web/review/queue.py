"""IT's queue: what waits, across every project in which this person is IT."""

from flask import render_template

from translator.services.projects import list_projects
from translator.services.review import queue as waiting
from translator.web.desk import desk, me
from translator.web.review.blueprint import pages


@pages.get("/queue")
def queue() -> str:
    """Show the use cases and the questions that wait for IT."""
    view = waiting(desk(), me())
    mine = [card for card in list_projects(desk(), me()) if card.my_side in ("it", "both")]
    return render_template("review/queue.html", view=view, projects=mine, today=desk().today, place="queue")
