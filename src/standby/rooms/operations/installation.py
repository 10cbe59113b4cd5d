"""What this installation is: handed over once by the site, so that nothing below it looks for settings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mail is handed over; an empty host means that none leaves."""

    host: str = ""
    port: int = 25
    sender: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    connections: int = 1
    timeout: float = 20


class SmsStyle(StrEnum):
    """How a gateway for short messages wants to be told."""

    # Kannel: the text is the body, all else stands in X-Kannel headers.
    KANNEL = "kannel"
    # A form with the names of sendsms's parameters.
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsGateway:
    """Where short messages are handed over; an empty address means that none leaves.

    `reply_secret` is what the gateway proves itself with when it brings an answer; without it none is taken.
    """

    url: str = ""
    style: SmsStyle = SmsStyle.KANNEL
    sender: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    reply_secret: str = field(default="", repr=False)
    connections: int = 4
    timeout: float = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramBot:
    """`name` is what people look for; `url` is Telegram's, or that of a Bot API server of one's own.

    Without a token none leaves; without `secret` no answer is taken.
    """

    token: str = field(default="", repr=False)
    name: str = ""
    url: str = "https://api.telegram.org"
    secret: str = field(default="", repr=False)
    connections: int = 2
    timeout: float = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """`public_url` is what personal links carry, without a slash at its end; empty where none was given."""

    clock: Callable[[], datetime]
    public_url: str = ""
    mail: MailServer = MailServer()
    sms: SmsGateway = SmsGateway()
    telegram: TelegramBot = TelegramBot()


_current: dict[str, Installation] = {}


def install(installation: Installation) -> None:
    _current["installation"] = installation


def installation() -> Installation:
    return _current["installation"]
