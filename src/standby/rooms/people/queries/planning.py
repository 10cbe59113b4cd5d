"""The people a plan may count on, and everybody who has to be told."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from standby.domain.offers import Offer
from standby.domain.statuses import ENDED_STATUSES, SILENT_STATUSES, PersonStatus, Reason
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import Person
from standby.rooms.people.queries.held_joins import counted_as_another
from standby.rooms.people.queries.parties import waiting_parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Plannable:
    """A person as a plan sees them. `party` is unique within the operation, empty for who comes alone."""

    id: int
    ref: str
    offer: Offer
    party: str
    registered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Somebody who has to be told where they stand, and where they stood before."""

    id: int
    ref: str
    language: str
    has_email: bool
    has_phone: bool
    status: PersonStatus
    reason: Reason


def people_to_plan(*, operation_id: int) -> Iterator[Plannable]:
    """Everyone whose offer still stands and who has not declined, in the order of their references.

    Whoever has not shown that their contact is theirs, or waits for companions who have not, is there without a day:
    a plan gives them the reason that they are incomplete. Whoever was judged to be somebody who is there is left out.
    """
    ended = [*ENDED_STATUSES, PersonStatus.DECLINED]
    rows = _there(operation_id).filter(~counted_as_another(), gives_only=False).exclude(status__in=ended)
    rows = rows.order_by("ref")
    return _plannable(rows, waiting=waiting_parties(operation_id=operation_id))


def people_in_status(*, operation_id: int, status: PersonStatus) -> Iterator[Plannable]:
    """Who waited longest first."""
    return _plannable(
        _there(operation_id).filter(~counted_as_another(), status=status).order_by("registered_at", "id"),
        waiting=waiting_parties(operation_id=operation_id),
    )


def everyone_to_tell(*, operation_id: int) -> list[Standing]:
    """Everyone but those who have stopped: an announcement tells each of these."""
    return _standing(_there(operation_id).exclude(status__in=ENDED_STATUSES))


def standing_to_tell(*, operation_id: int, ids: Iterable[int]) -> list[Standing]:
    """Of these people those whom an announcement tells."""
    return _standing(_there(operation_id).filter(id__in=list(ids)).exclude(status__in=ENDED_STATUSES))


def standing_of(*, operation_id: int, ids: Sequence[int]) -> list[Standing]:
    """These people as they stand now, but for those whom no automatic message may reach any more."""
    return _standing(_there(operation_id).filter(id__in=ids).exclude(status__in=SILENT_STATUSES))


def ids_by_ref(*, operation_id: int) -> dict[str, int]:
    return dict(Person.objects.filter(operation_id=operation_id).values_list("ref", "id"))


def _there(operation_id: int) -> QuerySet[Person]:
    return Person.objects.filter(operation_id=operation_id, erased_at__isnull=True)


def _plannable(rows: QuerySet[Person], *, waiting: Collection[str]) -> Iterator[Plannable]:
    fields = rows.values_list("id", "ref", "offer", "party", "registered_at", "contact_confirmed_at")
    for row_id, ref, stored, label, registered_at, confirmed_at in fields.iterator(chunk_size=2000):
        counts = confirmed_at is not None and label not in waiting
        offer = offer_from_json(stored)
        yield Plannable(
            id=row_id,
            ref=ref,
            offer=offer if counts else replace(offer, windows=()),
            party=label if counts else "",
            registered_at=registered_at,
        )


def _standing(rows: QuerySet[Person]) -> list[Standing]:
    return [
        Standing(
            id=row_id,
            ref=ref,
            language=language,
            has_email=has_email,
            has_phone=has_phone,
            status=PersonStatus(status),
            reason=Reason(reason),
        )
        for row_id, ref, language, has_email, has_phone, status, reason in rows.order_by("id").values_list(
            "id", "ref", "language", "has_email", "has_phone", "status", "reason"
        )
    ]
