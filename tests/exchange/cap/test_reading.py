"""Reading an alert back: only what we wrote ourselves is taken, and nothing in it is ever followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import UnusableInput
from standby.exchange.cap import read_alert, write_alert
from tests.exchange.cap.alerts import ALERT

XML = write_alert(ALERT)
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><alert>&b;</alert>'
OUTSIDE = '<!doctype a [<!ENTITY a SYSTEM "file:///etc/hostname">]><alert>&a;</alert>'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no xml",
        "<alert/>",
        BOMB,
        OUTSIDE,
        XML.replace("urn:oasis:names:tc:emergency:cap:1.2", "urn:oasis:names:tc:emergency:cap:1.1"),
        XML.replace("<status>Actual", "<status>Perhaps"),
        XML.replace("2026-10-05T16:00:00", "yesterday"),
        XML.replace("<scope>", "<references>one,two</references><scope>"),
        XML[:-20],
    ],
)
def test_what_is_no_alert_of_ours_is_refused(text: str) -> None:
    with pytest.raises(UnusableInput):
        read_alert(text)


@given(st.text(max_size=60), st.integers(0, len(XML)))
def test_whatever_is_put_into_an_alert_is_read_or_refused(text: str, place: int) -> None:
    try:
        read = read_alert(XML[:place] + text + XML[place:])
    except UnusableInput:
        return
    assert read.infos
