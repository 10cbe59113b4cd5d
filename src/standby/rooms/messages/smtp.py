"""E-mail by SMTP: a few conversations for a batch, and for each letter what the server said."""

import re
import smtplib
from base64 import encodebytes
from collections.abc import Iterable, Iterator
from email.header import Header
from email.utils import formataddr, formatdate, parseaddr
from functools import lru_cache
from smtplib import SMTP

from standby.rooms.messages.lanes import in_lanes
from standby.rooms.messages.letters import Outcome, Parcel, Receipt
from standby.rooms.operations.installation import MailServer

_PERMANENT = 500
_EOL = re.compile(r"\r\n|\r|\n")
# One address and nothing beside it: no second recipient, and no header that somebody wrote into theirs.
_ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~.-]+@[\w.-]+", re.ASCII)


class SmtpTransport:
    """Speaks to one server. Undeliverable mail returns to `bounces+<reference>@…`, so it names its letter."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        return in_lanes(parcels, lanes=self._server.connections, opened=lambda: _SmtpLane(self._server))


class _SmtpLane:
    """One conversation; once it broke off, what is left for it is put off without asking again."""

    def __init__(self, told: MailServer) -> None:
        self._told, self._sender = told, told.sender
        self._server: SMTP | None = None
        self._broke_off = ""

    def send(self, parcel: Parcel) -> Receipt:
        if not self._broke_off:
            try:
                return self._hand_over(self._server or self._greet(), parcel)
            except (smtplib.SMTPException, OSError) as error:
                self._broke_off = type(error).__name__
        return Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=self._broke_off)

    def close(self) -> None:
        if self._server is None:
            return
        try:
            self._server.quit()
        except (smtplib.SMTPException, OSError):
            self._server.close()

    def _greet(self) -> SMTP:
        self._server = SMTP(self._told.host, self._told.port, timeout=self._told.timeout)
        if self._told.starttls:
            self._server.starttls()
        if self._told.user:
            self._server.login(self._told.user, self._told.password)
        return self._server

    def _hand_over(self, server: SMTP, parcel: Parcel) -> Receipt:
        if not _ADDRESS.fullmatch(parcel.address):
            return Receipt(ref=parcel.ref, outcome=Outcome.BOUNCED, code="address")
        try:
            server.sendmail(self._return_path(parcel.ref), [parcel.address], self._written(parcel))
        except smtplib.SMTPRecipientsRefused as error:
            code, _ = error.recipients[parcel.address]
            return _refusal(parcel, code)
        except smtplib.SMTPResponseException as error:
            return _refusal(parcel, error.smtp_code)
        return Receipt(ref=parcel.ref, outcome=Outcome.ACCEPTED, code="250")

    def _written(self, parcel: Parcel) -> bytes:
        """The mail as it travels: plain text of one part, which Python's mail library takes ten times as long over."""
        head = {
            "From": _encoded_address(self._sender),
            "To": parcel.address,
            "Subject": _encoded(parcel.subject),
            "Date": formatdate(usegmt=True),
            "Message-ID": f"<{parcel.ref}@{self._domain}>",
            # Nobody's out-of-office note and no mailing list should answer a machine.
            "Auto-Submitted": "auto-generated",
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=utf-8",
            "Content-Transfer-Encoding": "base64",
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        body = encodebytes(_EOL.sub("\r\n", parcel.body).encode()).replace(b"\n", b"\r\n")
        return lines.encode("ascii") + b"\r\n" + body

    @property
    def _domain(self) -> str:
        return self._sender.rsplit("@", 1)[-1].rstrip(">")

    def _return_path(self, ref: str) -> str:
        return f"bounces+{ref}@{self._domain}"


def _refusal(parcel: Parcel, code: int) -> Receipt:
    outcome = Outcome.BOUNCED if code >= _PERMANENT else Outcome.DEFERRED
    return Receipt(ref=parcel.ref, outcome=outcome, code=str(code))


@lru_cache(maxsize=64)
def _encoded(subject: str) -> str:
    """Subjects are few: no person's name or word stands in one."""
    return Header(" ".join(subject.split()), "utf-8").encode(linesep="\r\n")


@lru_cache(maxsize=4)
def _encoded_address(sender: str) -> str:
    return formataddr(parseaddr(sender))
