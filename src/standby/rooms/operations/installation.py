"""What this installation is: handed over once by the site, so that nothing below it looks for settings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mail is handed over; an empty host means that none leaves."""

    host: str = ""
    port: int = 25
    sender: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """`public_url` is what personal links carry, without a slash at its end; empty where none was given."""

    clock: Callable[[], datetime]
    public_url: str = ""
    mail: MailServer = MailServer()


_current: dict[str, Installation] = {}


def install(installation: Installation) -> None:
    _current["installation"] = installation


def installation() -> Installation:
    return _current["installation"]
