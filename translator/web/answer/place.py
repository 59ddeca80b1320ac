"""Where the answer pages of one scope are, and where they lead."""

from dataclasses import dataclass

from translator.services.answer import AnswerView


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Hold the addresses of one scope: a use case by its number, or the project with 0."""

    pid: str
    scope: int

    @property
    def root(self) -> str:
        """Return the address of the answer pages."""
        return f"{self.above}/answer"

    @property
    def above(self) -> str:
        """Return the address of what is asked about."""
        project = f"/projects/{self.pid}"
        return f"{project}/use-cases/{self.scope}" if self.scope else project

    @property
    def here(self) -> str:
        """Return the step of the navigation."""
        return "answer" if self.scope else "questions"

    @property
    def check(self) -> str:
        """Return the address of the check-your-answers page."""
        return f"{self.root}/check"

    @property
    def onward(self) -> str:
        """Return where a person goes from a finished sheet."""
        return f"{self.above}/requirements" if self.scope else f"{self.above}/document"

    def question(self, question_id: str) -> str:
        """Return the address of one question."""
        return f"{self.root}/{question_id}"

    def after(self, view: AnswerView, came_from: str = "", answered: str = "") -> str:
        """Return where to go after an answer: back where one came from, else to the next question that is open.

        `came_from` is "check", "confirm", or the question before; `answered` the question that was answered now.
        What the document needs is asked first; once the last of that is answered, the check page says so.
        """
        if came_from == "check":
            return f"{self.check}#{answered}"
        if came_from == "confirm" and view.to_confirm:
            return self.root
        waiting = sorted((p for p in view.to_ask if p.answer is None), key=lambda p: not p.question.must)
        before = view.prompt(answered)
        last_needed = before is not None and before.question.must and waiting and not waiting[0].question.must
        if not waiting or last_needed:
            return self.check
        return self.question(waiting[0].question.id) + (f"?from={answered}" if answered else "")

    def needed(self, view: AnswerView) -> str:
        """Return the next question that the document cannot do without, or the check page when there is none."""
        waiting = (p.question.id for p in view.to_ask if p.question.must)
        found = next(waiting, None)
        return self.question(found) if found else self.check

    def before(self, view: AnswerView, came_from: str) -> str:
        """Return where the Back link of a question leads."""
        if came_from == "check":
            return self.check
        if view.prompt(came_from):
            return self.question(came_from)
        return self.root if view.to_confirm else self.above
