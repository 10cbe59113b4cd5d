"""Acknowledging sign-ups: hundreds at once, each stored before anybody is told so, none of them twice."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from typing import TypeAlias

from standby.domain.errors import Refused
from standby.domain.party_codes import parse_party_code, party_code
from standby.domain.sign_up import FirstAnswer, PartySide, SignUp, first_answer
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.blinds import code_blind, party_blind
from standby.rooms.people.models import Party, ReceivedSignUp
from standby.rooms.people.sealed import sign_up_place
from standby.rooms.people.sign_up_codec import sign_up_to_json
from standby.rooms.people.values import Hold
from standby.rooms.vault.actions import hour_key
from standby.rooms.vault.copying import run_bound
from standby.rooms.vault.queries import blind
from standby.sealing import seal_each
from standby.sealing.derived import derived_receipt_code

LONGEST_KEY = 200
_PARTY_BITS = 45
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A sign-up as it was sent; `key` is the form's own, by which a repeat is known.

    `held` says why it waits for a person's look, `network` is then the hash of where it came from.
    """

    key: str
    sign_up: SignUp
    held: Hold = Hold.NOT
    network: bytes = b""

    def __post_init__(self) -> None:
        if not 1 <= len(self.key) <= LONGEST_KEY:
            raise Refused(f"The key of a form has 1 to {LONGEST_KEY} characters.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What whoever signed up is given. `party_code` is for whoever began a party, to hand on to the others."""

    code: str
    party_code: str
    answer: FirstAnswer
    next_word_on: date | None
    is_repeat: bool = False
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class SpentKey:
    """The key was used already, for other answers: nothing is stored, and nothing of the first is told."""


Acknowledged: TypeAlias = Receipt | SpentKey


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slip:
    """A sign-up made ready to be stored."""

    key: bytes
    content: bytes
    text: bytes
    receipt: Receipt
    held: Hold
    network: bytes


def receive_sign_ups(*, operation: OperationView, sent: Sequence[Sent], now: datetime) -> list[Acknowledged]:
    """One statement, one row each; the answers stand in the order of `sent`.

    The same key with the same answers gets the same receipt, however often and however many processes it comes to.
    Acknowledge nothing before this has returned, and call it inside no transaction: the statement commits by itself.
    """
    if not sent:
        return []
    slips = [_slip(item, operation=operation, now=now) for item in sent]
    fresh = _store(slips, operation=operation, now=now)
    known = _known([slip.key for slip in slips if slip.key not in fresh], operation_id=operation.id)
    return [_answer(slip, fresh, known) for slip in slips]


def receipt_again(*, operation: OperationView, key: str) -> Receipt | None:
    """For whoever sends a form again whose answers are gone already: its key alone, which nobody can guess, tells that
    it is theirs."""
    row = ReceivedSignUp.objects.filter(operation_id=operation.id, key=_key_blind(key, operation)).first()
    if row is None:
        return None
    of_form = bytes(row.key), bytes(row.content)
    code = party_code_of(key=of_form[0], content=of_form[1])
    label = party_blind(parse_party_code(code) or "", operation_id=operation.id)
    began_party = Party.objects.filter(operation_id=operation.id, code=label).exists()
    return Receipt(
        code=derived_receipt_code(_draws(b"".join(of_form))),
        party_code=code if began_party else "",
        answer=FirstAnswer(status=PersonStatus(row.status), reason=Reason(row.reason)),
        next_word_on=row.next_word_on,
        is_repeat=True,
        is_held=Hold(row.held) is not Hold.NOT,
    )


def receipt_hash(receipt: Receipt) -> bytes:
    """What a receipt is known by when it is settled."""
    return code_blind(receipt.code.replace("-", ""))


def _key_blind(key: str, operation: OperationView) -> bytes:
    return blind(key, purpose=f"sign-up {operation.id}")


def party_code_of(*, key: bytes, content: bytes) -> str:
    """The code that whoever sent this form hands on: it follows from the form, so that it need not be kept."""
    draw = int.from_bytes(blind(key + content, purpose="party of sign-up"), "big")
    return party_code(draw & (1 << _PARTY_BITS) - 1)


def _slip(item: Sent, *, operation: OperationView, now: datetime) -> _Slip:
    text = _as_json(sign_up_to_json(item.sign_up)).encode()
    key = _key_blind(item.key, operation)
    content = blind(text, purpose="content of sign-up")
    answer = first_answer(item.sign_up)
    is_first = item.sign_up.party.side is PartySide.FIRST
    receipt = Receipt(
        code=derived_receipt_code(_draws(key + content)),
        party_code=party_code_of(key=key, content=content) if is_first else "",
        answer=answer,
        next_word_on=operation.next_word_on(now) if answer.hears_again else None,
        is_held=item.held is not Hold.NOT,
    )
    return _Slip(key=key, content=content, text=text, receipt=receipt, held=item.held, network=item.network)


def _draws(of: bytes) -> Iterator[bytes]:
    return (blind(of + number.to_bytes(2, "big"), purpose="receipt of sign-up") for number in count())


# Of two processes that are sent the same form at once the second waits for the first, and stores nothing.
_STORE = """
INSERT INTO people_receivedsignup (
    operation_id, received_at, sealed_under, key, content, receipt, sealed, status, reason, next_word_on, held, network
)
SELECT %s, %s, %s, * FROM unnest(
    %b::bytea[], %b::bytea[], %b::bytea[], %b::bytea[], %b::text[], %b::text[], %b::date[], %b::text[], %b::bytea[]
)
ON CONFLICT (operation_id, key) DO NOTHING RETURNING key
"""


def _store(slips: Sequence[_Slip], *, operation: OperationView, now: datetime) -> dict[bytes, bytes]:
    """Key and content of those that were not known."""
    subject = hour_of(operation, now)
    data_key = hour_key(subject)
    first = {slip.key: slip for slip in reversed(slips)}
    # In one order everywhere, so that nobody waits for somebody who waits for them.
    rows = [first[key] for key in sorted(first)]
    columns = (
        [slip.key for slip in rows],
        [slip.content for slip in rows],
        [receipt_hash(slip.receipt) for slip in rows],
        seal_each(key=data_key, values=((sign_up_place(slip.key), slip.text) for slip in rows)),
        [slip.receipt.answer.status.value for slip in rows],
        [slip.receipt.answer.reason.value for slip in rows],
        [slip.receipt.next_word_on for slip in rows],
        [slip.held.value for slip in rows],
        [slip.network for slip in rows],
    )
    stored = run_bound(_STORE, [operation.id, now, subject, *columns])
    return {key: first[key].content for (key,) in stored if isinstance(key, bytes)}


def hour_of(operation: OperationView, now: datetime) -> str:
    """The subject of the key under which everything is sealed that comes in within one hour."""
    return f"sign-ups {operation.ref} {now:%Y%m%d%H}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    content: bytes
    answer: FirstAnswer
    next_word_on: date | None
    is_held: bool


def _known(keys: Sequence[bytes], *, operation_id: int) -> dict[bytes, _Known]:
    if not keys:
        return {}
    rows = ReceivedSignUp.objects.filter(operation_id=operation_id, key__in=keys)
    fields = rows.values_list("key", "content", "status", "reason", "next_word_on", "held")
    return {
        bytes(key): _Known(
            content=bytes(content),
            answer=FirstAnswer(status=PersonStatus(status), reason=Reason(reason)),
            next_word_on=next_word_on,
            is_held=Hold(held) is not Hold.NOT,
        )
        for key, content, status, reason, next_word_on, held in fields
    }


def _answer(slip: _Slip, fresh: dict[bytes, bytes], known: Mapping[bytes, _Known]) -> Acknowledged:
    before = known.get(slip.key)
    if before is not None:
        if before.content != slip.content:
            return SpentKey()
        return replace(
            slip.receipt,
            answer=before.answer,
            next_word_on=before.next_word_on,
            is_repeat=True,
            is_held=before.is_held,
        )
    return slip.receipt if fresh[slip.key] == slip.content else SpentKey()
