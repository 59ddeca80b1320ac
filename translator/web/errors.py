"""Every error as a page: this file alone knows status codes.

In: the errors of the services and of the framework. Out: a page that says what happened in plain words, what to do
now, and what was typed. Requests without a page load get the same status; static/js/net.js finds the words.
"""

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from translator.core.errors import ContentFault, InputError
from translator.services.errors import Conflict, InputErrors, NotAllowed, NotFound
from translator.storage.errors import StoreFault
from translator.web.forms import Form
from translator.web.frame import project_page

_PAGES = {400, 401, 403, 404, 405, 413, 429, 500, 503}
# Never shown again, never sent again by a page of ours.
_SECRETS = {"password", "new_password", "new_password_confirm"}

# Fields of conflicts as their own forms ask for them.
_LABELS = {
    "sentence": "What the system shall do", "plain": "In plain words", "fit": "Measured by", "verdict": "Can IT do it?",
    "outcome": "What was decided", "reason": "Why", "answer": "Your answer", "success": "Success in 12 months",
}  # fmt: skip
_CHOICES = {
    "verdict": (("yes", "Yes"), ("yes if", "Yes, if"), ("no", "No")),
    "risk": (("low", "Low"), ("medium", "Medium"), ("high", "High")),
    "priority": (
        ("must", "Must"),
        ("should", "Should"),
        ("could", "Could"),
        ("won't", "Won\N{RIGHT SINGLE QUOTATION MARK}t"),
    ),
}


def install(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(Conflict, _conflict)
    app.register_error_handler(InputError, _refused)
    app.register_error_handler(InputErrors, _refused)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(StoreFault, _not_ready)
    app.register_error_handler(ContentFault, _not_ready)
    app.register_error_handler(HTTPException, _any)


def back_address() -> str:
    """Return the page this request came from, as a path of ours; the request's own path when nobody says."""
    said = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    if said.netloc == request.host and said.path.startswith("/"):
        return said.path
    return request.path


def _not_found(_: Exception) -> ResponseReturnValue:
    return render_template("errors/404.html"), 404


def _not_allowed(error: NotAllowed) -> ResponseReturnValue:
    return render_template("errors/403.html", error=error, back=back_address(), typed=_typed()), 403


def _conflict(error: Conflict) -> ResponseReturnValue:
    """Show both texts. Saving again sends everything that was typed, with the version that now stands."""
    form = Form.typed()
    editable = [clash for clash in error.clashes if form.given(clash.field) is not None]
    hidden = {
        name: values
        for name, values in form.values.items()
        if name not in {"version", *(clash.field for clash in editable)} and name not in _SECRETS
    }
    part = request.headers.get("HX-Request") is not None
    shown: dict[str, Any] = {"error": error, "editable": editable, "hidden": hidden, "back": back_address()}
    shown |= {"labels": _LABELS, "choices": _CHOICES}
    place = request.view_args or {}
    if part:
        page = render_template("errors/conflict_part.html", **shown)
    elif "pid" in place:
        page = project_page(place["pid"], "errors/conflict.html", here="", number=place.get("number", 0), **shown)
    else:
        page = render_template("errors/conflict.html", **shown)
    response = make_response(page, 409)
    if part:
        response.headers.update(
            {"HX-Retarget": "#conflict", "HX-Reswap": "innerHTML show:window:top", "HX-Reselect": "unset"}
        )
    return response


def _refused(error: InputError | InputErrors) -> ResponseReturnValue:
    """Show what no view showed beside its field: the sentences, and what was typed."""
    form = Form.typed().refused(error)
    return render_template("errors/refused.html", form=form, back=back_address(), typed=_typed()), 422


def _stale(_: CSRFError) -> ResponseReturnValue:
    """Offer what was typed again when the page was too old or the session has ended: nothing is lost."""
    response = make_response(render_template("errors/stale.html", typed=_typed(), back=back_address()), 400)
    if current_user.is_authenticated:
        response.headers["X-CSRFToken"] = generate_csrf()
    return response


def _not_ready(error: StoreFault | ContentFault) -> ResponseReturnValue:
    return Response(f"Translator is not ready. {error}\n", 503, mimetype="text/plain")


def _any(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004 - a redirect is no error
        return error
    if code == 401 and request.method == "POST":  # noqa: PLR2004
        return render_template("errors/stale.html", typed=_typed(), back=back_address()), 401
    page = code if code in _PAGES else 500 if code >= 500 else 400  # noqa: PLR2004
    return render_template(f"errors/{page}.html", error=error, typed=_typed()), code


def _typed() -> dict[str, tuple[str, ...]]:
    """Return what was typed, without secrets, to be offered again."""
    try:
        sent = Form.typed().values if request.method not in ("GET", "HEAD") else {}
    except RequestEntityTooLarge:
        return {}
    return {name: values for name, values in sent.items() if name not in _SECRETS}
