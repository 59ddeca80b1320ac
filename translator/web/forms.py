"""What a form holds: the values to show in it and the sentences about what cannot be used.

In: the request, or stored values. Out: one value that the macros of templates/macros/form.html read. Absent and
empty are not the same: a save must only carry fields that were on the page.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from flask import request

from translator.core.errors import InputError
from translator.services.errors import InputErrors

_KEY_BYTES = 24
_KEY_LENGTH = 32


def fresh_key() -> str:
    """Return a key for one showing of a form that makes something."""
    return secrets.token_urlsafe(_KEY_BYTES)


@dataclass(frozen=True, slots=True)
class Form:
    """Hold the values of a form by field name, and at most one sentence of error a field."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def typed(cls) -> "Form":
        """Return what was sent with this request, exactly as typed."""
        return cls({name: tuple(values) for name, values in request.form.lists() if name != "csrf_token"})

    @classmethod
    def of(cls, **values: Any) -> "Form":
        """Return a form filled with stored values; None shows as empty, a sequence as several choices."""
        return cls({name: _shown(value) for name, value in values.items()})

    def text(self, name: str, default: str = "") -> str:
        """Return one value, `default` when the field was not sent."""
        found = self.values.get(name)
        return found[0] if found else default

    def given(self, name: str) -> str | None:
        """Return one value, None when the field was not on the page."""
        found = self.values.get(name)
        return found[0] if found else None

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value sent under a name, in the order of the page."""
        return self.values.get(name, ())

    def ticked(self, name: str) -> bool:
        """Tell whether a checkbox was ticked."""
        return bool(self.text(name))

    def number(self, name: str) -> int:
        """Return a whole number that the page itself put there; InputError when it is gone."""
        try:
            return int(self.text(name))
        except ValueError as error:
            raise InputError("This page was not complete. Load it again; your text is kept here.") from error

    @property
    def once(self) -> str:
        """Return what names this very sending of a form that makes something, "" when the form carries no key.

        The same form sent again with the same words has the same name; other words are another sending.
        """
        key = self.text("once")
        if len(key) < _KEY_LENGTH:
            return ""
        said = json.dumps([request.path, sorted(self.values.items())])
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def version(self) -> int:
        """Return the version that the page was made from."""
        return self.number("version")

    def pick(self, *names: str) -> dict[str, str]:
        """Return those of the named fields that were on the page."""
        return {name: self.values[name][0] for name in names if name in self.values}

    def refused(self, error: InputError | InputErrors) -> "Form":
        """Return the same form with what is wrong in it."""
        errors: Iterable[InputError] = error.errors if isinstance(error, InputErrors) else (error,)
        return replace(self, errors={**self.errors, **{e.field: e.message for e in errors}})

    def error(self, name: str) -> str:
        """Return the sentence to show at a field, "" when there is none."""
        return self.errors.get(name, "")


def _shown(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    if value is None:
        return ("",)
    if isinstance(value, bool):
        return ("yes",) if value else ()
    return (value.isoformat() if isinstance(value, date) else str(value),)
