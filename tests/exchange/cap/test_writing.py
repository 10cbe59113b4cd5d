"""Alerts as XML: valid by the schema and by the prose, the same to the byte, and nothing lost on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from xmlschema import XMLSchema

from standby.domain.errors import Refused
from standby.exchange.cap import Alert, read_alert, write_alert
from tests.exchange.cap.alerts import ALERT, ENGLISH, GOLDEN, UPDATE, alerts
from tests.exchange.cap.prose import broken_rules

VECTORS = Path(__file__).resolve().parents[2] / "vectors" / "cap"
SCHEMAS = {name: XMLSchema(VECTORS / name) for name in ("cap12.xsd", "cap12_extended.xsd")}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_known_alert_is_written_to_the_byte(name: str) -> None:
    assert write_alert(GOLDEN[name]) == (VECTORS / f"{name}.cap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", SCHEMAS)
@given(alert=alerts())
def test_every_alert_is_valid_by_the_schema(schema: str, alert: Alert) -> None:
    SCHEMAS[schema].validate(write_alert(alert))


@given(alerts())
def test_every_alert_keeps_what_the_standard_says_in_prose(alert: Alert) -> None:
    assert broken_rules(write_alert(alert)) == []


@given(alerts())
def test_what_is_written_is_read_back_the_same(alert: Alert) -> None:
    assert read_alert(write_alert(alert)) == alert


@given(alerts())
def test_the_same_alert_is_the_same_bytes(alert: Alert) -> None:
    assert write_alert(read_alert(write_alert(alert))) == write_alert(alert)


def test_markup_is_text_like_any_other() -> None:
    info = replace(ENGLISH, headline="<b>Do</b> & <!-- not --> ]]> come")

    xml = write_alert(replace(ALERT, infos=(info,)))

    assert "<b>" not in xml
    assert read_alert(xml).infos[0].headline == info.headline


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (("standby.example.org</sender>", "standby example</sender>"), "sender"),
        (("+04:00</sent>", "+00:00</sent>"), "sent"),
        (("<msgType>Alert", "<msgType>Update"), "references"),
        (("<status>Actual", "<status>Exercise"), "exercise"),
        (("<language>hy", "<language>en"), "twice"),
        (("https://", "/"), "address"),
        (("&amp; Friends", "&nbsp; Friends"), "entity"),
    ],
)
def test_the_examiner_sees_what_is_broken(broken: tuple[str, str], rule: str) -> None:
    """An examiner that finds nothing would prove nothing."""
    xml = write_alert(ALERT)
    assert broken[0] in xml
    spoilt = xml.replace(*broken)
    declared = '<!DOCTYPE alert [<!ENTITY nbsp "x">]>'
    spoilt = spoilt.replace("<alert", f"{declared}<alert", 1) if "&nbsp;" in spoilt else spoilt

    assert any(rule in found for found in broken_rules(spoilt))


def test_a_later_alert_points_at_the_earlier_by_sender_identifier_and_moment() -> None:
    assert (
        "<references>standby.example.org,standby-0123456789ABCDEF,2026-10-05T16:00:00+04:00</references>"
        in write_alert(UPDATE)
    )


def test_an_alert_with_a_sign_that_xml_cannot_hold_cannot_be_built() -> None:
    for sign in ("\x00", "\x0b", "\x1f", "\r", "\ud800", "\ufffe"):
        with pytest.raises(Refused, match="cannot hold"):
            replace(ENGLISH, description=f"a{sign}b")
