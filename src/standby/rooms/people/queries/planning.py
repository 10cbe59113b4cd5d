"""The people a plan may count on, and everybody who has to be told."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.offers import Offer
from standby.domain.statuses import ENDED_STATUSES, PersonStatus, Reason
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import Person


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
    status: PersonStatus
    reason: Reason


def people_to_plan(*, operation_id: int) -> list[Plannable]:
    """Everyone whose offer still stands and who has not declined, in the order of their references."""
    ended = [*ENDED_STATUSES, PersonStatus.DECLINED]
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).exclude(status__in=ended)
    return [
        Plannable(id=row_id, ref=ref, offer=offer_from_json(offer), party=party, registered_at=registered_at)
        for row_id, ref, offer, party, registered_at in rows.order_by("ref").values_list(
            "id", "ref", "offer", "party", "registered_at"
        )
    ]


def everyone_to_tell(*, operation_id: int) -> list[Standing]:
    """Everyone but those who have stopped: an announcement tells each of these."""
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).exclude(status__in=ENDED_STATUSES)
    return [
        Standing(
            id=row_id,
            ref=ref,
            language=language,
            has_email=has_email,
            status=PersonStatus(status),
            reason=Reason(reason),
        )
        for row_id, ref, language, has_email, status, reason in rows.order_by("id").values_list(
            "id", "ref", "language", "has_email", "status", "reason"
        )
    ]


def ids_by_ref(*, operation_id: int) -> dict[str, int]:
    return dict(Person.objects.filter(operation_id=operation_id).values_list("ref", "id"))
