"""Debian's Kannel between us and a made-up operator: what we write arrives, in the parts that we counted."""

from pathlib import Path

import pytest
from tests.fakes.kannel import RunningKannel, running_kannel

from standby.domain.sms_parts import count_parts
from standby.rooms.messages.letters import Outcome, Parcel
from standby.rooms.messages.sms import SmsTransport
from standby.rooms.operations.installation import SmsGateway

pytestmark = [pytest.mark.long, pytest.mark.kannel]
SECRET = "a-secret-of-the-tests"
LONG = "խնձոր 10: Սպասեք մեր կանչին, խնդրում ենք չճանապարհվել։ " * 2


def _sends(kannel: RunningKannel, *parcels: Parcel, password: str) -> list[Outcome]:
    gateway = SmsGateway(url=kannel.sendsms, user="standby", password=password, sender="Relief", connections=1)
    transport = SmsTransport(gateway, report_url=lambda ref: f"{kannel.ours}/gateway/sms/report/{ref}/t/?state=%d")
    return [receipt.outcome for receipt in transport.deliver(parcels)]


def test_kannel_carries_messages_reports_and_answers(tmp_path: Path) -> None:
    latin = Parcel(ref="R1", address="+37400000001", subject="", body="rose 11: stand by")
    armenian = Parcel(ref="R2", address="+37400000002", subject="", body=LONG)

    with running_kannel(tmp_path, secret=SECRET) as kannel:
        taken = _sends(kannel, latin, armenian, password="tests")
        refused = _sends(kannel, latin, password="wrong")
        kannel.answer("decline", sender="+37400000001")
        arrived = kannel.wait(lambda: len(kannel.calls) >= 3)

    assert (taken, refused) == ([Outcome.ACCEPTED, Outcome.ACCEPTED], [Outcome.DEFERRED])
    assert arrived
    assert b"rose 11: stand by" in kannel.messages
    assert kannel.messages.count(b"+37400000002 udh") == count_parts(LONG) == 2
    reports = {call.path for call in kannel.calls if call.method == "GET"}
    assert reports == {f"/gateway/sms/report/{ref}/t/?state=1" for ref in ("R1", "R2")}
    (answer,) = [call for call in kannel.calls if call.method == "POST"]
    assert (answer.path, answer.body, answer.headers["X-Kannel-From"]) == (
        "/gateway/sms/reply/",
        b"decline",
        "+37400000001",
    )
    assert answer.headers["Authorization"].startswith("Basic ")
