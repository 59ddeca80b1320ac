"""The two forms of the sign-in library, in our words.

In: what people type. Out: forms that the library's own pages validate. A sign-in never says which of the two was
wrong, the address or the password, and never leads anywhere but to a page of ours.
"""

import re
from typing import Any

from flask import Response, after_this_request
from flask_security.forms import ChangePasswordForm, LoginForm

# One slash and then neither another slash nor a backslash: browsers take both for the name of another host.
_OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")


class OwnLoginForm(LoginForm):
    """Ask for e-mail and password; there is no cookie that remembers people beyond their session."""

    remember = None

    def validate(self, **kwargs: Any) -> bool:
        """Check the two; a refusal answers 422."""
        self.email.data = (self.email.data or "").strip()
        if not _OWN_PAGE.fullmatch(self.next.data or ""):
            self.next.data = ""
        return _told(super().validate(**kwargs))


class OwnChangePasswordForm(ChangePasswordForm):
    """Ask for the old password once and for the new one twice."""

    def validate(self, **kwargs: Any) -> bool:
        """Check all three; a refusal answers 422."""
        return _told(super().validate(**kwargs))


def _told(valid: bool) -> bool:
    """Pass the verdict on, and let the answer of a refused form say so."""

    @after_this_request
    def refused(response: Response) -> Response:
        if not valid:
            response.status_code = 422
        return response

    return valid
