"""Who signed up with a telephone, has not shown that it is theirs, and can only be asked by a voice."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from standby.domain.statuses import PersonStatus
from standby.rooms.people.models import ContactClaim, Person
from standby.rooms.people.queries.persons import view_of
from standby.rooms.people.values import PersonView

# So long a letter or a short message has time to be answered before somebody is rung.
_PATIENCE = timedelta(hours=24)
# Nobody rings more in a day: the first page need not count further.
MOST_COUNTED = 1000
_STANDING = [PersonStatus.STAND_BY, PersonStatus.OFFERED]


def count_to_confirm(*, operation_id: int, now: datetime) -> int:
    """MOST_COUNTED where there are so many or more."""
    return len(_to_confirm(operation_id, now).values_list("id")[:MOST_COUNTED])


def page_to_confirm(
    *, operation_id: int, now: datetime, limit: int, besides: Collection[int] = ()
) -> Sequence[PersonView]:
    """Who waits longest first; `besides`: ids of those who were tried a moment ago."""
    rows = _to_confirm(operation_id, now).exclude(id__in=besides)
    rows = rows.select_related("status_change").order_by("registered_at", "id")
    return [view_of(row) for row in rows[:limit]]


def _to_confirm(operation_id: int, now: datetime) -> QuerySet[Person]:
    claims = ContactClaim.objects.filter(registration__registrationperson__person_id=OuterRef("id"))
    could_be_written_to = Q(kind="email") | Q(asked_at__isnull=False)
    waits_for_an_answer = claims.filter(could_be_written_to, made_at__gt=now - _PATIENCE)
    return Person.objects.filter(
        Exists(claims.filter(kind="phone")),
        ~Exists(waits_for_an_answer),
        operation_id=operation_id,
        status__in=_STANDING,
        contact_confirmed_at__isnull=True,
        erased_at__isnull=True,
        gives_only=False,
    )
