"""Short messages through a gateway by HTTP, in the manner of Kannel's sendsms (docs/decisions/0018-sms-gateway.md).

Everything travels in the body or in headers of a POST, never in the address: gateways and proxies keep addresses in
their logs. `ref` goes along three times over, so that a gateway can drop a repeat: as `Idempotency-Key`, in Kannel's
meta-data, and in the address to which delivery reports come back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlencode

from standby.domain.sms_parts import coding_of
from standby.rooms.messages.http_lane import Answered, HttpLane, NotAnswered, NotAsked
from standby.rooms.messages.lanes import in_lanes
from standby.rooms.messages.letters import Outcome, Parcel, Receipt
from standby.rooms.messages.numbers import is_number
from standby.rooms.operations.installation import SmsGateway, SmsStyle

# Delivered to the phone, not delivered, refused by the SMSC.
DLR_MASK = 1 + 2 + 16
_TAKEN = range(200, 300)
# The request itself is wrong for this one message; every other refusal may be about us, and is tried again.
_HOPELESS = {400, 413, 414, 422}
_FORBIDDEN = 403


class SmsTransport:
    """`report_url` gives the address for delivery reports of a message, empty where none can come back."""

    def __init__(self, gateway: SmsGateway, *, report_url: Callable[[str], str]) -> None:
        self._gateway, self._report_url = gateway, report_url

    def deliver(self, parcels: Iterable[Parcel]) -> Iterator[Receipt]:
        return in_lanes(parcels, lanes=self._gateway.connections, opened=self._lane)

    def _lane(self) -> "_SmsLane":
        return _SmsLane(self._gateway, report_url=self._report_url)


class _SmsLane:
    def __init__(self, gateway: SmsGateway, *, report_url: Callable[[str], str]) -> None:
        self._gateway, self._report_url = gateway, report_url
        self._http = HttpLane(gateway.url, timeout=gateway.timeout)

    def send(self, parcel: Parcel) -> Receipt:
        if not is_number(parcel.address):
            return Receipt(ref=parcel.ref, outcome=Outcome.BOUNCED, code="address")
        body, headers = _WRITTEN[self._gateway.style](self._gateway, parcel, self._report_url(parcel.ref))
        try:
            return _receipt(parcel, self._http.post(body, headers=headers))
        except NotAsked as error:
            return Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=str(error))
        except NotAnswered as error:
            return Receipt(ref=parcel.ref, outcome=Outcome.DEFERRED, code=str(error), may_have_gone=True)

    def close(self) -> None:
        self._http.close()


def _receipt(parcel: Parcel, answered: Answered) -> Receipt:
    outcome = Outcome.DEFERRED
    if answered.status in _TAKEN:
        outcome = Outcome.ACCEPTED
    elif answered.status in _HOPELESS or _is_unroutable(answered):
        outcome = Outcome.BOUNCED
    return Receipt(ref=parcel.ref, outcome=outcome, code=str(answered.status))


def _is_unroutable(answered: Answered) -> bool:
    """Kannel says 403 both for a wrong password, which is our fault, and for a number that no SMSC serves."""
    return answered.status == _FORBIDDEN and b"not routable" in answered.body.lower()


def _as_kannel(gateway: SmsGateway, parcel: Parcel, report_url: str) -> tuple[bytes, Mapping[str, str]]:
    headers = {
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Kannel-Username": gateway.user,
        "X-Kannel-Password": gateway.password,
        "X-Kannel-From": gateway.sender,
        "X-Kannel-To": parcel.address,
        "X-Kannel-Coding": str(coding_of(parcel.body).value),
        "X-Kannel-Meta-Data": f"?standby?ref={parcel.ref}",
        "Idempotency-Key": parcel.ref,
    }
    if report_url:
        headers |= {"X-Kannel-DLR-Mask": str(DLR_MASK), "X-Kannel-DLR-Url": report_url}
    return parcel.body.encode(), headers


def _as_form(gateway: SmsGateway, parcel: Parcel, report_url: str) -> tuple[bytes, Mapping[str, str]]:
    fields = {
        "username": gateway.user,
        "password": gateway.password,
        "from": gateway.sender,
        "to": parcel.address,
        "text": parcel.body,
        "charset": "UTF-8",
        "coding": str(coding_of(parcel.body).value),
        "meta-data": f"?standby?ref={parcel.ref}",
    }
    if report_url:
        fields |= {"dlr-mask": str(DLR_MASK), "dlr-url": report_url}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": parcel.ref}
    return urlencode(fields).encode(), headers


_WRITTEN = {SmsStyle.KANNEL: _as_kannel, SmsStyle.FORM: _as_form}
