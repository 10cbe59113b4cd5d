"""Settling sign-ups that were acknowledged: each becomes a registration and a person of its own.

Nobody is joined here with anybody who is known: that waits until a contact is shown to be theirs (`confirming`). So
neither a page nor a count can tell whoever signs up that somebody else did.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import connection, transaction

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, system
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.asking import ask_to_confirm
from standby.rooms.people.actions.giving import give
from standby.rooms.people.actions.newcomers import Newcomer, store_newcomers
from standby.rooms.people.actions.parties import with_parties
from standby.rooms.people.actions.persons import claim_licences, claims_anything
from standby.rooms.people.actions.pledging import store_pledges
from standby.rooms.people.actions.recognising import await_look
from standby.rooms.people.actions.registering import register
from standby.rooms.people.models import Person, PersonalCode, ReceivedSignUp, Registration
from standby.rooms.people.sealed import sign_up_place
from standby.rooms.people.settled import Opened, Settled
from standby.rooms.people.sign_up_codec import sign_up_from_json
from standby.rooms.people.values import Incoming
from standby.rooms.vault.actions import erase_keys
from standby.rooms.vault.queries import keys_of, open_payload

BY = "sign-up"
# The rule lets no telephone through that is written without its country.
_REGION = ""
# So long a form that is sent again gets the same receipt.
_REPEATS = timedelta(days=7)


@transaction.atomic(durable=True)
def settle_sign_ups(
    *,
    operation: OperationView,
    public_url: str,
    now: datetime,
    limit: int = 500,
    only: Collection[bytes] = (),
) -> int:
    """The oldest that wait, or `only` those with these receipt hashes; how many were settled.

    Rows that somebody else settles at this moment are passed over. Done again it does nothing. Its commit does not wait
    for the disk: whatever a power cut took of it is settled again from the row that was acknowledged, which is safe.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO off")
    opened = _opened(_waiting(operation.id, limit=limit, only=only))
    ready = with_parties(opened, operation_id=operation.id, now=now)
    if not ready:
        return 0
    by = system(BY)
    settled = _settled(ready, operation=operation, by=by, now=now)
    _claim(settled, operation_id=operation.id, now=now)
    _hand_out_codes(settled, operation_id=operation.id)
    store_pledges(settled, operation_id=operation.id, now=now)
    ask_to_confirm(settled, operation=operation, public_url=public_url, now=now)
    rows = ReceivedSignUp.objects.filter(id__in=[item.opened.row.id for item in settled])
    rows.update(sealed=b"", settled_at=now)
    journal(operation=operation.ref, actor=by, action="person.sign_up", now=now, detail={"people": len(settled)})
    return len(settled)


@transaction.atomic
def forget_settled(*, operation_id: int, now: datetime) -> int:
    """Keys of hours whose sign-ups are all settled, and rows nobody sends again; how many rows."""
    rows = ReceivedSignUp.objects.filter(operation_id=operation_id)
    subjects = set(rows.filter(received_at__lt=now - timedelta(hours=2)).values_list("sealed_under", flat=True))
    still_needed = set(rows.filter(settled_at__isnull=True).values_list("sealed_under", flat=True))
    erase_keys(subjects - still_needed)
    number, _ = rows.filter(settled_at__isnull=False, received_at__lt=now - _REPEATS).delete()
    return number


def _waiting(operation_id: int, *, limit: int, only: Collection[bytes]) -> list[ReceivedSignUp]:
    rows = ReceivedSignUp.objects.select_for_update(skip_locked=True)
    rows = rows.filter(operation_id=operation_id, settled_at__isnull=True, held="")
    return list((rows.filter(receipt__in=list(only)) if only else rows).order_by("id")[:limit])


def _opened(rows: Sequence[ReceivedSignUp]) -> list[Opened]:
    keys = keys_of({row.sealed_under for row in rows}) if rows else {}
    opened = []
    for row in rows:
        stored = open_payload(row.sealed, key=keys[row.sealed_under], place=sign_up_place(bytes(row.key)))
        opened.append(Opened(row=row, sign_up=sign_up_from_json(stored)))
    return opened


def _settled(opened: Sequence[Opened], *, operation: OperationView, by: Actor, now: datetime) -> list[Settled]:
    incoming = [_incoming(item, place) for place, item in enumerate(opened)]
    by_row, new_ids = register(
        operation_id=operation.id,
        source_list_id=None,
        incoming=incoming,
        default_region=_REGION,
        now=now,
        on_progress=lambda _: None,
        contacts_are_proven=False,
    )
    person_ids = store_newcomers([_newcomer(item) for item in opened], operation_id=operation.id, by=by, now=now)
    owners = {by_row[place]: person_id for place, person_id in enumerate(person_ids)}
    give(((row_id, owners[row_id], "first") for row_id in new_ids), operation_id=operation.id, by=by, now=now)
    await_look(new_ids, operation_id=operation.id)
    registrations = dict(Registration.objects.filter(id__in=new_ids).values_list("id", "ref"))
    people = dict(Person.objects.filter(id__in=person_ids).values_list("id", "ref"))
    return [
        Settled(
            opened=item,
            registration_id=by_row[place],
            registration_ref=registrations[by_row[place]],
            person_id=person_id,
            person_ref=people[person_id],
        )
        for place, (item, person_id) in enumerate(zip(opened, person_ids, strict=True))
    ]


def _incoming(item: Opened, place: int) -> Incoming:
    """The key makes the fingerprint: who says what somebody said before is not led to that person's page."""
    sign_up = item.sign_up
    return Incoming(
        row=place,
        details=sign_up.details,
        offer=replace(sign_up.offer, party=item.party.ref if item.party else ""),
        language=sign_up.language,
        registered_at=item.row.received_at,
        fingerprint=bytes(item.row.key),
        is_under_age=not sign_up.is_of_age,
        is_affiliated=sign_up.is_affiliated,
    )


def _newcomer(item: Opened) -> Newcomer:
    return Newcomer(
        language=item.sign_up.language,
        offer=item.offer,
        status=item.answer.status,
        reason=item.answer.reason,
        next_word_on=item.row.next_word_on,
        registered_at=item.row.received_at,
        is_confirmed=False,
        gives_only=item.sign_up.gives_only,
    )


def _claim(settled: Sequence[Settled], *, operation_id: int, now: datetime) -> None:
    claiming = [item for item in settled if claims_anything(item.opened.sign_up.details, item.opened.offer)]
    people = Person.objects.in_bulk([item.person_id for item in claiming])
    registrations = Registration.objects.only("id").in_bulk([item.registration_id for item in claiming])
    claims = [
        (
            people[item.person_id],
            registrations[item.registration_id],
            item.opened.sign_up.details,
            item.opened.offer,
        )
        for item in claiming
    ]
    claim_licences(operation_id=operation_id, claims=claims, now=now)


def _hand_out_codes(settled: Sequence[Settled], *, operation_id: int) -> None:
    """The receipt that each holds already leads to their page from now on."""
    PersonalCode.objects.bulk_create(
        PersonalCode(
            operation_id=operation_id,
            person_id=item.person_id,
            kind="receipt",
            blind=bytes(item.opened.row.receipt),
            made_at=item.opened.row.received_at,
        )
        for item in settled
    )
