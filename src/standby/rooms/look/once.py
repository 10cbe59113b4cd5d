"""A form sent twice is done once: every form carries a key of its own."""

import secrets

KEY_FIELD = "idempotency_key"


def new_key() -> str:
    """A key nobody can guess, new for each time a form is shown."""
    return secrets.token_urlsafe(16)
