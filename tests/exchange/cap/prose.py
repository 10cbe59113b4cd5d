"""What CAP 1.2 demands in prose and no schema can: an examiner that shares nothing with the writer.

Each rule cites the section of the OASIS Standard of 1 July 2010. It reads XML, not our values.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import datetime

from tests.exchange.parsed import parsed

_PREFIX = "{urn:oasis:names:tc:emergency:cap:1.2}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
_FORBIDDEN = set(" ,<&\t\n")
_MOMENTS = ("sent", "effective", "onset", "expires")


def broken_rules(xml: str) -> list[str]:
    """The rules that a document breaks; empty for a good one."""
    root = parsed(xml)
    return [
        *_of_names(root),
        *_of_moments(root),
        *_of_references(root),
        *_of_status(root),
        *_of_infos(root),
        *_of_text(xml),
    ]


def _text(parent: ET.Element, name: str) -> str:
    return parent.findtext(_PREFIX + name) or ""


def _of_names(root: ET.Element) -> Iterator[str]:
    """3.2.1: no spaces, commas or restricted characters."""
    for name in ("identifier", "sender"):
        text = _text(root, name)
        if not text or _FORBIDDEN & set(text):
            yield f"{name} holds what it must not: {text!r}"


def _of_moments(root: ET.Element) -> Iterator[str]:
    """3.3.2: no "Z"; UTC is -00:00. 3.2.2: what expires does so after it begins."""
    for name in _MOMENTS:
        for element in root.iter(_PREFIX + name):
            text = element.text or ""
            if not _MOMENT.fullmatch(text) or text.endswith("+00:00"):
                yield f"{name} is not written as 3.3.2 demands: {text}"
    for info in root.iter(f"{_PREFIX}info"):
        begins = _text(info, "onset") or _text(info, "effective") or _text(root, "sent")
        if datetime.fromisoformat(_text(info, "expires")) <= datetime.fromisoformat(begins):
            yield "an info expires before it begins"


def _of_references(root: ET.Element) -> Iterator[str]:
    """3.2.1: sender,identifier,sent, parted by whitespace; an Update or a Cancel names what it is about."""
    parts = _text(root, "references").split()
    if (_text(root, "msgType") in {"Update", "Cancel"}) != bool(parts):
        yield "references and msgType do not go together"
    for part in parts:
        fields = part.split(",")
        if len(fields) != 3 or not _MOMENT.fullmatch(fields[2]):  # sender, identifier, sent
            yield f"no reference: {part}"


def _of_status(root: ET.Element) -> Iterator[str]:
    """3.2.1: an exercise is named in the note; a public alert has neither restriction nor addresses."""
    if _text(root, "status") == "Exercise" and not _text(root, "note").strip():
        yield "an exercise without a note"
    if _text(root, "scope") == "Public" and (_text(root, "restriction") or _text(root, "addresses")):
        yield "a public alert with addresses"


def _of_infos(root: ET.Element) -> Iterator[str]:
    """3.2.2: one sequence for each language; a full address; 3.2.4 in our house: no place on a map, ever."""
    languages = [_text(info, "language") for info in root.iter(f"{_PREFIX}info")]
    if len(set(languages)) != len(languages):
        yield "a language twice"
    for info in root.iter(f"{_PREFIX}info"):
        web = _text(info, "web")
        if web and not web.startswith(("http://", "https://")):
            yield f"the address is not full: {web}"
    if any(next(root.iter(_PREFIX + name), None) is not None for name in ("polygon", "circle", "geocode")):
        yield "a place on a map"


def _of_text(xml: str) -> Iterator[str]:
    """3.3.3 of the standard's notes on XML: UTF-8, and no entities but those of XML itself."""
    if not xml.startswith('<?xml version="1.0" encoding="UTF-8"?>\n'):
        yield "the declaration"
    if set(re.findall(r"&[^;]*;", xml)) - {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}:
        yield "an entity of HTML"
