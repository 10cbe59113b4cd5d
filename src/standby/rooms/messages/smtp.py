"""E-mail by SMTP: one conversation for a batch, and for each letter what the server said."""

import smtplib
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.utils import formatdate
from smtplib import SMTP

from standby.rooms.messages.letters import Outcome, Parcel, Receipt

_PERMANENT = 500


class SmtpTransport:
    """Speaks to one server. Undeliverable mail returns to `bounces+<reference>@…`, so it names its letter."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        sender: str,
        user: str = "",
        password: str = "",
        starttls: bool = False,
        timeout: float = 20,
    ) -> None:
        self._host, self._port, self._sender = host, port, sender
        self._user, self._password, self._starttls, self._timeout = user, password, starttls, timeout

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        waiting = list(parcels)
        try:
            with SMTP(self._host, self._port, timeout=self._timeout) as server:
                self._greet(server)
                while waiting:
                    yield self._hand_over(server, waiting[0])
                    waiting.pop(0)
        except (smtplib.SMTPException, OSError) as error:
            for parcel in waiting:
                yield Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=type(error).__name__)

    def _greet(self, server: SMTP) -> None:
        if self._starttls:
            server.starttls()
        if self._user:
            server.login(self._user, self._password)

    def _hand_over(self, server: SMTP, parcel: Parcel) -> Receipt:
        try:
            server.send_message(
                self._envelope(parcel), from_addr=self._return_path(parcel.ref), to_addrs=[parcel.address]
            )
        except smtplib.SMTPRecipientsRefused as error:
            code, _ = error.recipients[parcel.address]
            return _refusal(parcel, code)
        except smtplib.SMTPResponseException as error:
            return _refusal(parcel, error.smtp_code)
        except (ValueError, smtplib.SMTPNotSupportedError):
            return Receipt(ref=parcel.ref, outcome=Outcome.BOUNCED, code="address")
        return Receipt(ref=parcel.ref, outcome=Outcome.ACCEPTED, code="250")

    def _envelope(self, parcel: Parcel) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = parcel.address
        message["Subject"] = parcel.subject
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = f"<{parcel.ref}@{self._domain}>"
        # Nobody's out-of-office note and no mailing list should answer a machine.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(parcel.body)
        return message

    @property
    def _domain(self) -> str:
        return self._sender.rsplit("@", 1)[-1].rstrip(">")

    def _return_path(self, ref: str) -> str:
        return f"bounces+{ref}@{self._domain}"


def _refusal(parcel: Parcel, code: int) -> Receipt:
    outcome = Outcome.BOUNCED if code >= _PERMANENT else Outcome.DEFERRED
    return Receipt(ref=parcel.ref, outcome=outcome, code=str(code))
