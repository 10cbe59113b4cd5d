"""An alert as the XML of CAP 1.2: the elements in the order of the schema, the same alert always the same bytes."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import datetime, timedelta

from standby.exchange.cap.alert import Alert, Info, Pair, Reference
from standby.exchange.xml_text import add, document

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


def write_alert(alert: Alert) -> str:
    root = ET.Element("alert", xmlns=NAMESPACE)
    add(root, "identifier", alert.identifier)
    add(root, "sender", alert.sender)
    add(root, "sent", write_moment(alert.sent))
    add(root, "status", alert.status)
    add(root, "msgType", alert.message_type)
    add(root, "scope", "Public")
    _add_said(root, [("note", alert.note), ("references", " ".join(map(write_reference, alert.references)))])
    for info in alert.infos:
        _add_info(root, info)
    return document(root)


def write_moment(moment: datetime) -> str:
    """Section 3.3.2: the offset in figures, never a "Z"; UTC itself is "-00:00".

    >>> from datetime import UTC
    >>> write_moment(datetime(2026, 10, 5, 12, tzinfo=UTC))
    '2026-10-05T12:00:00-00:00'
    """
    text = moment.isoformat(timespec="seconds")
    return text if moment.utcoffset() != timedelta(0) else f"{text[:-6]}-00:00"


def write_reference(reference: Reference) -> str:
    return f"{reference.sender},{reference.identifier},{write_moment(reference.sent)}"


def _add_info(root: ET.Element, said: Info) -> None:
    info = ET.SubElement(root, "info")
    add(info, "language", said.language)
    for category in said.categories:
        add(info, "category", category)
    add(info, "event", said.event)
    for response_type in said.response_types:
        add(info, "responseType", response_type)
    add(info, "urgency", said.urgency)
    add(info, "severity", said.severity)
    add(info, "certainty", said.certainty)
    _add_said(info, [("audience", said.audience)])
    _add_pairs(info, "eventCode", said.event_codes)
    add(info, "effective", write_moment(said.effective))
    add(info, "expires", write_moment(said.expires))
    add(info, "senderName", said.sender_name)
    add(info, "headline", said.headline)
    add(info, "description", said.description)
    _add_said(info, [("instruction", said.instruction), ("web", said.web), ("contact", said.contact)])
    _add_pairs(info, "parameter", said.parameters)


def _add_said(parent: ET.Element, texts: Iterable[Pair]) -> None:
    for name, text in texts:
        if text:
            add(parent, name, text)


def _add_pairs(parent: ET.Element, name: str, pairs: Iterable[Pair]) -> None:
    for value_name, value in pairs:
        pair = ET.SubElement(parent, name)
        add(pair, "valueName", value_name)
        add(pair, "value", value)
