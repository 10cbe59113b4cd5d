"""The first passwords: random for this installation, shown by `up` while they hold, kept in a file only root or the
user who runs Standby can read. While one is left the site listens on this machine alone.
"""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from standby.cli.running.installation import Installation
from standby.domain.errors import Fault, UnusableInput


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLogin:
    """`duty` says what the login is for, in words for the person who reads the terminal."""

    login: str
    password: str
    duty: str


def new_password() -> str:
    """Sixteen letters and digits in groups of four, none of which is mistaken for another: 79 bits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    groups = ("".join(secrets.choice(alphabet) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def read(installation: Installation) -> tuple[FirstLogin, ...]:
    path = installation.first_logins
    if not path.exists():
        return ()
    try:
        return tuple(FirstLogin(**entry) for entry in json.loads(path.read_text(encoding="utf-8")))
    except (json.JSONDecodeError, TypeError) as error:
        fault = Fault(file=str(path), what="This is not a list of first logins.", remedy="Remove the file.")
        raise UnusableInput((fault,)) from error


def write(installation: Installation, logins: Sequence[FirstLogin]) -> None:
    """The whole list, or no file where nothing is left."""
    path = installation.first_logins
    if not logins:
        path.unlink(missing_ok=True)
        return
    unfinished = path.with_suffix(".unfinished")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump([asdict(login) for login in logins], file, indent=2)
    unfinished.replace(path)
