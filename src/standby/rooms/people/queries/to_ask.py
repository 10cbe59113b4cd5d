"""Who gave a telephone at the door and has to show that it is theirs, because no e-mail of theirs can."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.people.models import ContactClaim, Person
from standby.rooms.people.queries.persons import view_of
from standby.rooms.people.values import PersonView

# Somebody else's number may be typed at the door: it is not written to more often than this.
_MOST_A_DAY = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A claim that waits to be asked about, and whose it is."""

    claim_id: int
    person: PersonView


def numbers_to_ask(*, operation_id: int, email_failed: Collection[str], limit: int, now: datetime) -> list[ToAsk]:
    """Who waits longest first, each number once. `email_failed`: references of people whose e-mail came back."""
    rows = _never_asked(operation_id).exclude(blind__in=_asked_enough(operation_id, now)).order_by("id")
    has_email = ContactClaim.objects.filter(registration_id=OuterRef("registration_id"), kind="email")
    rows = rows.filter(~Exists(has_email) | Q(registration__registrationperson__person__ref__in=list(email_failed)))
    found: dict[bytes, tuple[int, int]] = {}
    for claim_id, blind, person_id in rows.values_list("id", "blind", "registration__registrationperson__person_id")[
        :limit
    ]:
        found.setdefault(bytes(blind), (claim_id, person_id))
    people = Person.objects.select_related("status_change").in_bulk([person_id for _, person_id in found.values()])
    return [ToAsk(claim_id=claim_id, person=view_of(people[person_id])) for claim_id, person_id in found.values()]


def _never_asked(operation_id: int) -> QuerySet[ContactClaim]:
    person = "registration__registrationperson__person"
    return ContactClaim.objects.filter(
        **{f"{person}__contact_confirmed_at__isnull": True, f"{person}__erased_at__isnull": True},
        operation_id=operation_id,
        kind="phone",
        asked_at__isnull=True,
        confirmed_at__isnull=True,
    ).exclude(**{f"{person}__status__in": ENDED_STATUSES})


def _asked_enough(operation_id: int, now: datetime) -> list[bytes]:
    lately = ContactClaim.objects.filter(operation_id=operation_id, kind="phone", asked_at__gt=now - _DAY)
    counted = lately.values("blind").annotate(times=Count("id")).filter(times__gte=_MOST_A_DAY)
    return [bytes(blind) for blind in counted.values_list("blind", flat=True)]
