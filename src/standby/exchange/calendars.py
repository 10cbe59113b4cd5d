"""A calendar of whole days as iCalendar (RFC 5545): what somebody takes into the calendar of their own telephone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from standby.domain.days import Days
from standby.exchange.content_lines import escaped, written

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Days that are taken. `uid` stays the same when it is exported again; `is_certain`: both sides have said yes."""

    uid: str
    title: str
    note: str
    days: Days
    is_certain: bool


def write_calendar(events: Iterable[Event], *, name: str, made_at: datetime) -> str:
    """With CRLF, to be stored as UTF-8. The day after the last one ends an event, as the standard counts."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Standby//Standby//EN", "METHOD:PUBLISH"]
    lines = [*head, f"X-WR-CALNAME:{escaped(name)}"]
    for event in events:
        lines += _event(event, made_at)
    return written([*lines, "END:VCALENDAR"])


def _event(event: Event, made_at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}",
        f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.days.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.days.last + _ONE_DAY:%Y%m%d}",
        f"SUMMARY:{escaped(event.title)}",
        f"DESCRIPTION:{escaped(event.note)}",
        f"STATUS:{'CONFIRMED' if event.is_certain else 'TENTATIVE'}",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]
