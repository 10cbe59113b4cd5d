"""Calendars and contact cards that other programs read: escaped, folded, and nothing of one value runs into another."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days
from standby.domain.offers import PersonalDetails
from standby.exchange.calendars import Event, write_calendar
from standby.exchange.contact_cards import write_card
from standby.exchange.content_lines import escaped, written

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def unfolded(text: str) -> list[str]:
    """As RFC 5545, 3.1, has a reader do it."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def plain(value: str) -> str:
    """The escapes of RFC 5545, 3.3.11, taken back, one sign after the other."""
    out, signs = [], iter(value)
    for sign in signs:
        meant = next(signs) if sign == "\\" else sign
        out.append("\n" if sign == "\\" and meant in "nN" else meant)
    return "".join(out)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")) | st.just("\n")))
def test_what_is_written_is_read_back(text: str) -> None:
    content = written([f"SUMMARY:{escaped(text)}"])

    [line] = unfolded(content)

    assert all(len(part.encode()) <= 75 for part in content.split("\r\n"))
    assert plain(line.removeprefix("SUMMARY:")) == "\n".join(text.splitlines())


def test_no_value_begins_a_line_of_its_own() -> None:
    text = "Away\r\nATTENDEE:mailto:a@example.org\x00\u2028X:1"

    assert "\r" not in escaped(text)
    assert "\n" not in escaped(text)
    assert "\x00" not in escaped(text)


def test_a_call_takes_its_days_the_journey_included() -> None:
    days = Days(first=date(2026, 10, 9), last=date(2026, 10, 12))
    event = Event(uid="C1.O1@standby", title="Away", note="On your page.", days=days, is_certain=False)

    lines = unfolded(write_calendar([event], name="Away", made_at=NOW))

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert {"DTSTART;VALUE=DATE:20261009", "DTEND;VALUE=DATE:20261013", "STATUS:TENTATIVE"} <= set(lines)


def test_a_card_holds_the_name_in_its_parts_and_every_contact() -> None:
    details = PersonalDetails(
        given="Անահիտ", surname="Testyan; née Proba", phones=("+37400000001", "12 34"), emails=("a@example.org",)
    )

    lines = unfolded(write_card(details, language="hy", made_at=NOW))

    assert "N:Testyan\\; née Proba;Անահիտ;;;" in lines
    assert {"TEL;VALUE=uri:tel:+37400000001", "TEL:12 34", "EMAIL:a@example.org", "LANG:hy"} <= set(lines)


def test_a_name_that_nobody_divided_stands_whole() -> None:
    lines = unfolded(write_card(PersonalDetails(name="Anahit Testyan"), language="en", made_at=NOW))

    assert {"FN:Anahit Testyan", "N:;Anahit Testyan;;;"} <= set(lines)
