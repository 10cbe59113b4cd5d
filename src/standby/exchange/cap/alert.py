"""An alert of CAP 1.2, valid once built: what the schema asks, and what only the standard's prose asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from standby.domain.errors import Refused
from standby.exchange.cap.codes import Category, Certainty, MessageType, ResponseType, Severity, Status, Urgency
from standby.exchange.xml_text import unfit_signs

# Section 3.2.1: no spaces, no commas, no restricted characters; a reference is put together with commas and spaces.
_NAME = re.compile(r"[^\s,<&]+")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_ABSOLUTE = re.compile(r"https?://[^\s<>]+")

# A pair of a name and a value, as eventCode and parameter are written.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An earlier message, as another one points at it."""

    sender: str
    identifier: str
    sent: datetime

    def __post_init__(self) -> None:
        _check_name(self.sender, "sender")
        _check_name(self.identifier, "identifier")
        _check_moment(self.sent, "sent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """The alert in one language. Texts that do not apply stay empty and are not written."""

    language: str
    categories: tuple[Category, ...]
    event: str
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    effective: datetime
    expires: datetime
    headline: str
    description: str
    sender_name: str
    response_types: tuple[ResponseType, ...] = ()
    audience: str = ""
    event_codes: tuple[Pair, ...] = ()
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        if not _LANGUAGE.fullmatch(self.language):
            raise Refused(f"{self.language!r} names no language as RFC 3066 does.")
        if not self.categories:
            raise Refused("An alert belongs to at least one category.")
        for name in ("event", "headline", "description", "sender_name"):
            if not getattr(self, name).strip():
                raise Refused(f"The {name} of an alert cannot be empty.")
        _check_moment(self.effective, "effective")
        _check_moment(self.expires, "expires")
        if self.expires <= self.effective:
            raise Refused("An alert expires after it takes effect.")
        if self.web and not _ABSOLUTE.fullmatch(self.web):
            raise Refused("The web address of an alert is a full one, with its scheme.")
        _check_texts(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A public alert: new, or one that replaces or cancels those it refers to."""

    identifier: str
    sender: str
    sent: datetime
    status: Status
    message_type: MessageType
    infos: tuple[Info, ...]
    note: str = ""
    references: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        _check_name(self.identifier, "identifier")
        _check_name(self.sender, "sender")
        _check_moment(self.sent, "sent")
        if not self.infos or len({info.language for info in self.infos}) != len(self.infos):
            raise Refused("An alert says itself once in each of its languages, and at least in one.")
        if bool(self.references) != (self.message_type is not MessageType.ALERT):
            raise Refused("An update or a cancellation refers to earlier messages, a new alert to none.")
        if self.status is Status.EXERCISE and not self.note.strip():
            raise Refused("An exercise says in its note that it is one.")
        _check_texts(self)

    @property
    def reference(self) -> Reference:
        """How a later message points at this one."""
        return Reference(sender=self.sender, identifier=self.identifier, sent=self.sent)


def _check_name(text: str, name: str) -> None:
    if not _NAME.fullmatch(text) or unfit_signs(text):
        raise Refused(f"The {name} of an alert holds no space, comma, < or &; {text!r} cannot be one.")


def _check_moment(moment: datetime, name: str) -> None:
    if moment.tzinfo is None or moment.microsecond:
        raise Refused(f"The moment {name} of an alert is a whole second in a zone.")
    offset = moment.utcoffset()
    if offset is None or offset.seconds % 60:
        raise Refused(f"The zone of {name} differs from UTC by whole minutes.")


def _check_texts(value: Alert | Info) -> None:
    for field in fields(value):
        for text in _texts(getattr(value, field.name)):
            if signs := unfit_signs(text):
                raise Refused(f"The {field.name} of an alert cannot hold {', '.join(signs)}.")


def _texts(value: object) -> Iterator[str]:
    """Every text within a field: itself, or those of its pairs."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Sequence):
        for part in value:
            yield from _texts(part)
