"""Opening calls and ending them; each step of a call is one more CallEvent."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext

from standby.domain.days import Days
from standby.domain.errors import Conflict
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.models import Call, CallEvent, CallState
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.places.queries.limits import travel_days

_BATCH = 5000


@transaction.atomic
def open_calls(
    *,
    operation: OperationView,
    wanted: Sequence[tuple[int, NeedView]],
    announcement_id: int | None,
    by: Actor,
    now: datetime,
) -> list[Call]:
    """Calls people to needs. Raises Conflict when somebody would have to be in two places."""
    homes = _homes(operation, {person_id for person_id, _ in wanted})
    ways = travel_days(operation_id=operation.id)
    answer_by = now + timedelta(hours=operation.policy.answer_hours)
    rows = [
        Call(
            operation_id=operation.id,
            person_id=person_id,
            need_id=need.id,
            announcement_id=announcement_id,
            first_day=need.days.first,
            last_day=need.days.last,
            absence=_range(need.days.widened(ways.get((homes.get(person_id, ""), need.region_code), 0))),
            called_at=now,
            answer_by=answer_by,
        )
        for person_id, need in wanted
    ]
    try:
        with transaction.atomic():
            made = Call.objects.bulk_create(rows, batch_size=_BATCH)
    except IntegrityError as error:
        raise Conflict(gettext("Somebody is called to another place on these days already. Look again.")) from error
    note(made, by=by, now=now)
    return made


@transaction.atomic
def release_calls(*, calls: Sequence[Holding], state: CallState, by: Actor, now: datetime) -> None:
    """Ends calls that hold: their places are free from now on."""
    rows = list(Call.objects.select_for_update().filter(id__in=[call.call_id for call in calls]).order_by("id"))
    for row in rows:
        row.state = state
    Call.objects.bulk_update(rows, ["state"], batch_size=_BATCH)
    note(rows, by=by, now=now)


def note(calls: Sequence[Call], *, by: Actor, now: datetime) -> None:
    CallEvent.objects.bulk_create(
        [CallEvent(operation_id=call.operation_id, call=call, state=call.state, at=now, by=str(by)) for call in calls],
        batch_size=_BATCH,
    )


def _homes(operation: OperationView, person_ids: set[int]) -> dict[int, str]:
    people = people_by_id(operation_id=operation.id, ids=person_ids)
    return {person_id: person.offer.home for person_id, person in people.items()}


def _range(days: Days) -> DateRange:
    return DateRange(days.first, days.last, "[]")
