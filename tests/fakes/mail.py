"""A mail server on this machine that answers as it is told: a real conversation by SMTP, nothing leaves the machine."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A mail that the server took: who it returns to, whom it is for, what it says."""

    return_path: str
    to: str
    mail: EmailMessage


@dataclass(slots=True, kw_only=True)
class FakeMailServer:
    """Takes all mail but that to addresses in `answers`, which get that answer ("550 No such user").

    `hangs_up_after` mails it drops the connection without a word, once: as a server does that is restarted.
    """

    port: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)
    hangs_up_after: int | None = None
    taken: list[Taken] = field(default_factory=list)

    # The names, the arguments and the order are those that aiosmtpd calls.
    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.hangs_up_after is not None and len(self.taken) >= self.hangs_up_after:
            self.hangs_up_after = None
            if server.transport is not None:
                server.transport.close()
            return "421 Closing"
        mail = message_from_bytes(_content(envelope), policy=policy.default)
        self.taken.append(Taken(return_path=envelope.mail_from or "", to=envelope.rcpt_tos[0], mail=mail))
        return "250 OK"


@contextmanager
def mail_server(**told: object) -> Iterator[FakeMailServer]:
    """One that listens on a free port of the loopback as long as it is needed."""
    handler = FakeMailServer(port=_free_port(), **told)  # type: ignore[arg-type]  # passes on what the dataclass takes
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


def _content(envelope: Envelope) -> bytes:
    content = envelope.content or b""
    return content.encode() if isinstance(content, str) else content


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def failure_notice(
    *, return_path: str, action: str = "failed", status: str = "5.1.1", recipient: str = "gone@example.org"
) -> bytes:
    """A delivery status notification as RFC 3464 shows it."""
    return (
        "From: MAILER-DAEMON@mx.example.org\r\n"
        f"To: {return_path}\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"\r\n'
        "\r\n--cut\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n"
        "--cut\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        "\r\n--cut--\r\n"
    ).encode()
