"""Moving registrations from one person to another, and bringing up to date all that follows from them."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Min

from standby.domain.offers import PersonalDetails
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.persons import merged_offer_of, renew_offers
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import Credential, JoinEvent, Person, Pledge, RegistrationPerson, StatusChange
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.sealed import credential_place
from standby.rooms.people.values import NewStatus
from standby.rooms.vault.actions import key_for, seal_payload
from standby.rooms.vault.queries import open_payload

# Where somebody stood before they were taken for another, and stands again when that was wrong: nobody who withdrew,
# or whom no message may reach, is offered anew by a mistake of ours.
_STAYS = {
    PersonStatus.WITHDRAWN,
    PersonStatus.DECLINED,
    PersonStatus.NOT_ACCEPTED,
    PersonStatus.SUSPENDED,
    PersonStatus.THANKED,
    PersonStatus.UNACCOUNTED,
    PersonStatus.INJURED,
    PersonStatus.EVACUATED,
}
_HEARS_AGAIN = {PersonStatus.DECLINED, PersonStatus.STAND_BY, PersonStatus.OFFERED}


def owners_of(registration_ids: Sequence[int]) -> dict[int, int]:
    """Whose registrations these are now, locked until the deed is done."""
    rows = RegistrationPerson.objects.select_for_update().filter(registration_id__in=registration_ids)
    return dict(rows.values_list("registration_id", "person_id"))


def registrations_of(person_id: int) -> list[int]:
    rows = RegistrationPerson.objects.filter(person_id=person_id).order_by("registration_id")
    return list(rows.values_list("registration_id", flat=True))


def move(
    *,
    operation_id: int,
    registration_ids: Sequence[int],
    to: int,
    why: str,
    pair_ref: str = "",
    by: Actor,
    now: datetime,
) -> None:
    """Gives registrations, and the licences they claim, to another person; each move is one more JoinEvent."""
    before = owners_of(registration_ids)
    events = [
        JoinEvent(
            operation_id=operation_id,
            registration_id=registration_id,
            person_id=to,
            previous_id=before[registration_id],
            why=why,
            evidence={"pair": pair_ref} if pair_ref else {},
            at=now,
            by=str(by),
        )
        for registration_id in registration_ids
    ]
    JoinEvent.objects.bulk_create(events)
    RegistrationPerson.objects.filter(registration_id__in=registration_ids).update(person_id=to)
    _move_licences(registration_ids, to=to)
    Pledge.objects.filter(registration_id__in=registration_ids).update(person_id=to)


def _move_licences(registration_ids: Sequence[int], *, to: int) -> None:
    """A licence is sealed under its holder's key: with another holder it is sealed anew."""
    new_holder = Person.objects.get(id=to)
    key = key_for(new_holder.ref)
    for row in Credential.objects.filter(registration_id__in=registration_ids).select_related("person"):
        place = credential_place(row.ref)
        claimed = open_payload(row.sealed, key=key_for(row.person.ref), place=place) if row.sealed else {}
        row.sealed, row.person = seal_payload(claimed, key=key, place=place), new_holder
        row.save(update_fields=["sealed", "person"])


def bring_up_to_date(
    *, operation: OperationView, person_ids: Sequence[int], why: str, by: Actor, now: datetime
) -> None:
    """What these people offer, how they are reached and since when they are registered, by what is theirs now."""
    renew_offers(
        operation_id=operation.id,
        offers={person_id: merged_offer_of(person_id) for person_id in person_ids},
        why=why,
        by=by,
        today=operation.today(now),
        now=now,
    )
    details = details_of(person_ids)
    for row in Person.objects.select_for_update().filter(id__in=person_ids).order_by("id"):
        known = details.get(row.id, PersonalDetails())
        row.has_email, row.has_phone = bool(known.emails), bool(known.phones)
        row.registered_at = _first_registered(row)
        row.save(update_fields=["has_email", "has_phone", "registered_at"])
        _settle_completeness(operation, row, by=by, now=now)


def stand_again(*, operation: OperationView, person_id: int, by: Actor, now: datetime) -> None:
    """Somebody who was taken for another is themself again: where they stood before, or standing by."""
    before = StatusChange.objects.filter(person_id=person_id).exclude(status=PersonStatus.DUPLICATE)
    last = before.order_by("-id").first()
    status, reason = PersonStatus.STAND_BY, Reason.NO_NEED_NOW
    if last is not None and last.status in _STAYS:
        status, reason = PersonStatus(last.status), Reason(last.reason)
    _tell(operation, person_id, status, reason, occasion="split", by=by, now=now)


def _settle_completeness(operation: OperationView, row: Person, *, by: Actor, now: datetime) -> None:
    """Only between the two states that say nothing but whether an offer is complete."""
    if row.status == PersonStatus.OFFERED and row.is_complete:
        _tell(operation, row.id, PersonStatus.STAND_BY, Reason.NO_NEED_NOW, occasion="completed", by=by, now=now)
    elif row.status == PersonStatus.STAND_BY and not row.is_complete:
        _tell(operation, row.id, PersonStatus.OFFERED, Reason.INCOMPLETE, occasion="incomplete", by=by, now=now)


def _first_registered(row: Person) -> datetime:
    rows = RegistrationPerson.objects.filter(person_id=row.id)
    first: datetime | None = rows.aggregate(first=Min("registration__registered_at"))["first"]
    return first or row.registered_at


def _tell(
    operation: OperationView,
    person_id: int,
    status: PersonStatus,
    reason: Reason,
    *,
    occasion: str,
    by: Actor,
    now: datetime,
) -> None:
    hears_again = status in _HEARS_AGAIN
    new = NewStatus(
        person_id=person_id,
        status=status,
        reason=reason,
        next_word_on=operation.next_word_on(now) if hears_again else None,
    )
    tell(operation_id=operation.id, statuses=[new], occasion=occasion, by=by, now=now)
