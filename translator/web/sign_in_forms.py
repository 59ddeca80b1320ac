"""The two forms of the sign-in library, in our words.

In: what people type. Out: forms that the library's own pages validate. A sign-in never says which of the two was
wrong, the address or the password.
"""

from flask_security.forms import ChangePasswordForm, LoginForm


class OwnLoginForm(LoginForm):  # type: ignore[misc]
    """Ask for e-mail and password; there is no cookie that remembers people beyond their session."""

    remember = None


class OwnChangePasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """Ask for the old password once and for the new one twice."""
