"""A feed of Atom (RFC 4287): what was published, the newest first, in one language."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from standby.domain.errors import Refused
from standby.exchange.xml_text import add, document, unfit_signs

NAMESPACE = "http://www.w3.org/2005/Atom"
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where something stands. Of two links of one kind (`rel`), each has a type or a language of its own."""

    address: str
    rel: str = "alternate"
    media_type: str = "text/html"
    language: str = ""

    def __post_init__(self) -> None:
        if not _IRI.fullmatch(self.address):
            raise Refused(f"A feed leads to full addresses only; {self.address!r} is none.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing published. `id` never changes and belongs to nothing else; `language` is that of its words."""

    id: str
    title: str
    published: datetime
    updated: datetime
    author: str
    summary: str
    language: str
    category: str = ""
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check_texts(self.title, self.author, self.summary, self.language, self.category)
        if not self.title.strip() or not self.author.strip():
            raise Refused("An entry of a feed has a title and an author.")
        if self.published.tzinfo is None or self.updated.tzinfo is None:
            raise Refused("The moments of an entry stand in a zone.")
        _check_alternates(self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`updated` is when anything in it changed last; a feed without entries has a moment too."""

    id: str
    title: str
    updated: datetime
    language: str
    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        _check_id(self.id)
        _check_texts(self.title, self.language)
        if self.updated.tzinfo is None:
            raise Refused("The moment of a feed stands in a zone.")
        if len({entry.id for entry in self.entries}) != len(self.entries):
            raise Refused("Each entry of a feed stands in it once.")
        _check_alternates(self.links)


def write_feed(feed: Feed) -> str:
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    add(root, "id", feed.id)
    _add_text(root, "title", feed.title)
    add(root, "updated", _moment(feed.updated))
    _add_links(root, feed.links)
    for entry in feed.entries:
        _add_entry(root, entry)
    return document(root)


def _add_entry(root: ET.Element, said: Entry) -> None:
    entry = ET.SubElement(root, "entry", {"xml:lang": said.language})
    add(entry, "id", said.id)
    _add_text(entry, "title", said.title)
    add(entry, "published", _moment(said.published))
    add(entry, "updated", _moment(said.updated))
    add(ET.SubElement(entry, "author"), "name", said.author)
    if said.category:
        ET.SubElement(entry, "category", term=said.category)
    _add_links(entry, said.links)
    _add_text(entry, "summary", said.summary)


def _add_text(parent: ET.Element, name: str, text: str) -> None:
    """Plain text, never markup: a reader shows it as it was written."""
    add(parent, name, text, type="text")


def _add_links(parent: ET.Element, links: Iterable[Link]) -> None:
    for link in links:
        attributes = {"rel": link.rel, "type": link.media_type, "href": link.address}
        ET.SubElement(parent, "link", attributes | ({"hreflang": link.language} if link.language else {}))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _check_id(text: str) -> None:
    if not _IRI.fullmatch(text):
        raise Refused(f"The id in a feed is a full IRI; {text!r} is none.")


def _check_texts(*texts: str) -> None:
    for text in texts:
        if signs := unfit_signs(text):
            raise Refused(f"A feed cannot hold {', '.join(signs)}.")


def _check_alternates(links: Iterable[Link]) -> None:
    """RFC 4287, 4.2.4: no two alternates with the same type and language."""
    kinds = [(link.media_type, link.language) for link in links if link.rel == "alternate"]
    if len(set(kinds)) != len(kinds):
        raise Refused("Two alternates of a feed differ in type or language.")
