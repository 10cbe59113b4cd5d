"""An alert read back from the XML that `write_alert` made.

It reads what stands in our own archive. A document type is refused before anything is parsed, so there is no entity to
expand and nothing to fetch, whoever put the text there.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime

from standby.domain.errors import Fault, Refused, UnusableInput
from standby.exchange.cap.alert import Alert, Info, Pair, Reference
from standby.exchange.cap.codes import Category, Certainty, MessageType, ResponseType, Severity, Status, Urgency
from standby.exchange.cap.writing import NAMESPACE

_PREFIX = f"{{{NAMESPACE}}}"


def read_alert(text: str) -> Alert:
    """Raises UnusableInput for what is no alert as we write them."""
    if "<!DOCTYPE" in text.upper():
        raise _unusable("An alert has no document type.")
    try:
        return _alert(ET.fromstring(text))  # noqa: S314  # no document type, so no entities: see above
    except (ET.ParseError, Refused, ValueError) as error:
        raise _unusable(str(error)) from error


def _alert(root: ET.Element) -> Alert:
    return Alert(
        identifier=_text(root, "identifier"),
        sender=_text(root, "sender"),
        sent=datetime.fromisoformat(_text(root, "sent")),
        status=Status(_text(root, "status")),
        message_type=MessageType(_text(root, "msgType")),
        note=_text(root, "note"),
        references=tuple(_reference(part) for part in _text(root, "references").split()),
        infos=tuple(_info(info) for info in root.iter(f"{_PREFIX}info")),
    )


def _reference(text: str) -> Reference:
    sender, identifier, sent = text.split(",")
    return Reference(sender=sender, identifier=identifier, sent=datetime.fromisoformat(sent))


def _info(info: ET.Element) -> Info:
    return Info(
        language=_text(info, "language"),
        categories=tuple(Category(text) for text in _all(info, "category")),
        event=_text(info, "event"),
        response_types=tuple(ResponseType(text) for text in _all(info, "responseType")),
        urgency=Urgency(_text(info, "urgency")),
        severity=Severity(_text(info, "severity")),
        certainty=Certainty(_text(info, "certainty")),
        audience=_text(info, "audience"),
        event_codes=tuple(_pairs(info, "eventCode")),
        effective=datetime.fromisoformat(_text(info, "effective")),
        expires=datetime.fromisoformat(_text(info, "expires")),
        sender_name=_text(info, "senderName"),
        headline=_text(info, "headline"),
        description=_text(info, "description"),
        instruction=_text(info, "instruction"),
        web=_text(info, "web"),
        contact=_text(info, "contact"),
        parameters=tuple(_pairs(info, "parameter")),
    )


def _text(parent: ET.Element, name: str) -> str:
    return parent.findtext(f"{_PREFIX}{name}") or ""


def _all(parent: ET.Element, name: str) -> Iterator[str]:
    return (child.text or "" for child in parent.iter(f"{_PREFIX}{name}"))


def _pairs(parent: ET.Element, name: str) -> Iterator[Pair]:
    return ((_text(pair, "valueName"), _text(pair, "value")) for pair in parent.iter(f"{_PREFIX}{name}"))


def _unusable(what: str) -> UnusableInput:
    return UnusableInput((Fault(what=what, remedy="Take the alert from where it was published."),))
