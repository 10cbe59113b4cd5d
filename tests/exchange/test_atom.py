"""Feeds of Atom: what RFC 4287 demands, and words that come through as they were written."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from standby.domain.errors import Refused
from standby.exchange.atom import Entry, Feed, Link, write_feed
from tests.exchange.cap.alerts import FILLED, TEXTS
from tests.exchange.parsed import parsed

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = datetime(2026, 10, 5, 16, 0, tzinfo=timezone(timedelta(hours=4)))
PAGE = Link(address="https://standby.example.org/notices/A/")
ENTRY = Entry(
    id="urn:uuid:7f0a8a5c-0000-5000-8000-000000000001",
    title="Do not come",
    published=MOMENT,
    updated=MOMENT,
    author="Mountain Relief",
    summary="The road is full.",
    language="hy",
    category="do_not_come",
    links=(PAGE, Link(address="https://standby.example.org/notices/A.cap.xml", media_type="application/cap+xml")),
)
SELF = Link(address="https://standby.example.org/notices/hy.atom", rel="self", media_type="application/atom+xml")
FEED = Feed(id=SELF.address, title="Notices", updated=MOMENT, language="hy", links=(SELF, PAGE), entries=(ENTRY,))


def _one(parent: ET.Element, name: str) -> ET.Element:
    (found,) = parent.findall(ATOM + name)
    return found


def test_a_feed_has_what_the_standard_demands() -> None:
    root = parsed(write_feed(FEED))

    assert root.tag == f"{ATOM}feed"
    for parent in (root, _one(root, "entry")):
        for name in ("id", "title", "updated"):
            assert _one(parent, name).text
    assert _one(_one(_one(root, "entry"), "author"), "name").text == "Mountain Relief"
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]


def test_moments_are_written_as_rfc_3339_in_utc() -> None:
    assert _one(parsed(write_feed(FEED)), "updated").text == "2026-10-05T12:00:00Z"


def test_the_language_of_an_entry_stands_on_it() -> None:
    xml = write_feed(replace(FEED, language="ru"))

    assert re.findall(r'xml:lang="(\w+)"', xml) == ["ru", "hy"]


def test_an_entry_without_a_kind_names_none() -> None:
    assert "<category" not in write_feed(replace(FEED, entries=(replace(ENTRY, category=""),)))


def test_a_feed_with_nothing_in_it_is_a_feed() -> None:
    root = parsed(write_feed(replace(FEED, entries=())))

    assert root.findall(f"{ATOM}entry") == []


@given(FILLED, TEXTS)
def test_words_come_through_as_plain_text(title: str, summary: str) -> None:
    entry = _one(parsed(write_feed(replace(FEED, entries=(replace(ENTRY, title=title, summary=summary),)))), "entry")

    assert (_one(entry, "title").text, _one(entry, "title").get("type")) == (title, "text")
    assert (_one(entry, "summary").text or "") == summary


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": "no iri"}, "IRI"),
        ({"title": ""}, "title and an author"),
        ({"author": " "}, "title and an author"),
        ({"summary": "\x00"}, r"U\+0000"),
        ({"updated": datetime(2026, 10, 5)}, "zone"),  # noqa: DTZ001  # the very fault
        ({"links": (PAGE, PAGE)}, "alternates"),
    ],
)
def test_an_entry_that_breaks_a_rule_cannot_be_built(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        replace(ENTRY, **wrong)  # type: ignore[arg-type]  # the test says what it means


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"id": ""}, "IRI"),
        ({"title": "\x01"}, r"U\+0001"),
        ({"updated": datetime(2026, 10, 5)}, "zone"),  # noqa: DTZ001
        ({"entries": (ENTRY, ENTRY)}, "once"),
        ({"links": (PAGE, PAGE)}, "alternates"),
    ],
)
def test_a_feed_that_breaks_a_rule_cannot_be_built(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        replace(FEED, **wrong)  # type: ignore[arg-type]


def test_a_link_is_a_full_address() -> None:
    with pytest.raises(Refused, match="full addresses"):
        Link(address="/notices/")


def test_moments_in_utc_stay_where_they_are() -> None:
    assert "2026-10-05T12:00:00Z" in write_feed(replace(FEED, updated=MOMENT.astimezone(UTC)))
