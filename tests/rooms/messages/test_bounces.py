"""Delivery status notifications, good and bad."""

from datetime import datetime

import pytest
from tests.fakes.mail import failure_notice
from tests.rooms.messages.conftest import Queues

from standby.domain.errors import UnusableInput
from standby.rooms.messages.bounces import read_notification, take_back
from standby.rooms.messages.letters import Outcome
from standby.rooms.messages.models import MessageState

ADDRESS = "bounces+0123456789ABCDEF@relief.example.org"


def test_a_failure_is_a_bounce() -> None:
    receipt = read_notification(failure_notice(return_path=ADDRESS))

    assert (receipt.ref, receipt.outcome, receipt.code) == ("0123456789ABCDEF", Outcome.BOUNCED, "5.1.1")


def test_an_address_written_small_names_the_same_letter() -> None:
    assert read_notification(failure_notice(return_path=ADDRESS.lower())).ref == "0123456789ABCDEF"


def test_a_notice_of_delay_is_no_bounce() -> None:
    notice = failure_notice(return_path=ADDRESS, action="delayed", status="4.4.1")

    assert read_notification(notice).outcome is Outcome.DEFERRED


def test_a_notice_of_delay_changes_nothing(queues: Queues, now: datetime) -> None:
    message = queues()

    take_back(failure_notice(return_path=f"bounces+{message.ref}@x.example.org", action="delayed"), now=now)

    message.refresh_from_db()
    assert message.state == MessageState.QUEUED


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not addressed to bounces"),
        (b"\xff\x00 nonsense", "not addressed to bounces"),
        (f"To: {ADDRESS}\r\n\r\nI am out of the office.\r\n".encode(), "no delivery status notification"),
        (failure_notice(return_path="info@relief.example.org"), "not addressed to bounces"),
        (b"x" * (1024 * 1024 + 1), "larger than any"),
    ],
    ids=["empty", "nonsense", "out of office", "another address", "huge"],
)
def test_other_mail_is_refused_and_changes_nothing(content: bytes, sentence: str, now: datetime) -> None:
    with pytest.raises(UnusableInput, match=sentence):
        take_back(content, now=now)


def test_a_letter_that_we_never_wrote_is_said_so(db: None, now: datetime) -> None:
    with pytest.raises(UnusableInput, match="No letter of this installation"):
        take_back(failure_notice(return_path=ADDRESS), now=now)
