"""Mail that comes back: reading a delivery status notification (RFC 3464) and writing down whose letter it was.

Undeliverable mail is addressed to the return path of its letter, `bounces+<reference>@…`: that names the letter even
where the notification quotes nothing of it.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses

from standby.domain.errors import Fault, UnusableInput
from standby.rooms.messages.actions import record
from standby.rooms.messages.letters import Outcome, Receipt

_RETURN_PATH = re.compile(r"bounces\+([A-Za-z0-9]{1,32})@", re.IGNORECASE)
# Who delivered to us says here whom the mail was for, whatever its own headers say.
_ADDRESSED = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_REPORT = "message/delivery-status"
_MOST_BYTES = 1024 * 1024


def take_back(content: bytes, *, now: datetime) -> Receipt:
    """Records what a notification says of its letter. Raises UnusableInput for mail that is none, or names no letter.

    A notice of delay changes nothing: the server still tries.
    """
    if len(content) > _MOST_BYTES:
        raise _unusable("The mail is larger than any delivery status notification.")
    receipt = read_notification(content)
    if receipt.outcome is Outcome.BOUNCED and record(receipt=receipt, now=now) is None:
        raise _unusable(f"No letter of this installation has the reference {receipt.ref}.")
    return receipt


def read_notification(content: bytes) -> Receipt:
    """What it says of its letter: come back, or still being tried. Some servers write addresses in small letters."""
    mail = message_from_bytes(content, policy=policy.default)
    ref, fields = _reference(mail), list(_recipients(mail))
    if not fields:
        raise _unusable("The mail is no delivery status notification (RFC 3464).")
    has_failed = any(str(one.get("Action", "")).strip().lower() == "failed" for one in fields)
    code = next((found[0] for one in fields if (found := _STATUS.search(str(one.get("Status", ""))))), "")
    return Receipt(ref=ref, outcome=Outcome.BOUNCED if has_failed else Outcome.DEFERRED, code=code)


def _reference(mail: Message) -> str:
    headers = [str(value) for name in _ADDRESSED for value in mail.get_all(name, [])]
    for _, address in getaddresses(headers):
        if found := _RETURN_PATH.match(address):
            return found[1].upper()
    raise _unusable("The mail is not addressed to bounces+<reference>@….")


def _recipients(mail: Message) -> Iterable[Message]:
    """The block of fields of each recipient; the first block is about the mail as a whole (RFC 3464, 2.1)."""
    for part in mail.walk():
        if part.get_content_type() == _REPORT:
            yield from [block for block in part.get_payload() if isinstance(block, Message)][1:]


def _unusable(what: str) -> UnusableInput:
    return UnusableInput((Fault(what=what, remedy="Nothing was changed."),))
