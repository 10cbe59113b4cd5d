"""An alert is valid once built: each rule of the standard refuses what breaks it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from standby.domain.errors import Refused
from standby.exchange.cap import MessageType, Status
from tests.exchange.cap.alerts import ALERT, ARMENIAN, ENGLISH, SENT, UPDATE


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"language": "Armenian!"}, "no language"),
        ({"categories": ()}, "category"),
        ({"event": " "}, "event"),
        ({"headline": ""}, "headline"),
        ({"description": "\n"}, "description"),
        ({"sender_name": ""}, "sender_name"),
        ({"expires": SENT}, "expires after"),
        ({"effective": datetime(2026, 10, 5)}, "in a zone"),  # noqa: DTZ001  # the very fault
        ({"effective": SENT + timedelta(microseconds=1)}, "whole second"),
        ({"effective": SENT.astimezone(timezone(timedelta(seconds=61)))}, "whole minutes"),
        ({"web": "/notices/A/"}, "full one"),
        ({"web": "javascript:alert(1)"}, "full one"),
        ({"parameters": (("a", "\x00"),)}, r"parameters .* U\+0000"),
    ],
)
def test_one_language_that_breaks_a_rule_cannot_be_built(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        replace(ENGLISH, **wrong)  # type: ignore[arg-type]  # the test says what it means


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"identifier": "two words"}, "identifier"),
        ({"identifier": ""}, "identifier"),
        ({"sender": "a,b"}, "sender"),
        ({"sender": "a&b"}, "sender"),
        ({"sender": "a\x01b"}, "sender"),
        ({"infos": ()}, "at least in one"),
        ({"infos": (ENGLISH, ENGLISH)}, "once in each"),
        ({"message_type": MessageType.CANCEL}, "refers to earlier"),
        ({"references": UPDATE.references}, "a new alert to none"),
        ({"status": Status.EXERCISE}, "in its note"),
        ({"sent": datetime(2026, 10, 5)}, "in a zone"),  # noqa: DTZ001  # the very fault
        ({"note": "\x07"}, r"note .* U\+0007"),
    ],
)
def test_an_alert_that_breaks_a_rule_cannot_be_built(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        replace(ALERT, **wrong)  # type: ignore[arg-type]


def test_one_language_is_enough_and_utc_is_a_zone() -> None:
    info = replace(ARMENIAN, effective=SENT.astimezone(UTC), web="")

    assert replace(ALERT, infos=(info,)).infos == (info,)
