"""What people worked, from what was signed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from standby.domain.rest import USUAL_RULES, Clock, Reading, Signed, clock_of, is_night, reading_of
from standby.domain.spans import minute_of, moment_of_minute
from standby.rooms.operations.queries import OperationView
from standby.rooms.welfare.models import Signing, SigningKind

# A little longer than the period of the averaging rule, so that a stint cut by its beginning is seen whole.
_LOOKED_BACK = timedelta(minutes=USUAL_RULES.period) + timedelta(days=2)


def readings_of(*, operation: OperationView, person_ids: Iterable[int], now: datetime) -> dict[int, Reading]:
    """By person id; whoever never signed is absent."""
    rows = Signing.objects.filter(
        operation_id=operation.id,
        person_id__in=list(person_ids),
        kind__in=[SigningKind.IN, SigningKind.OUT],
        taken_back_by__isnull=True,
        at__gt=now - _LOOKED_BACK,
    )
    signed: dict[int, list[Signed]] = {}
    for person_id, kind, at, is_driving in rows.values_list("person_id", "kind", "at", "is_driving"):
        one = Signed(at=minute_of(at), is_in=kind == SigningKind.IN, is_driving=is_driving)
        signed.setdefault(person_id, []).append(one)
    return {person_id: reading_of(found) for person_id, found in signed.items()}


def who_signed(*, operation_id: int, now: datetime) -> set[int]:
    """Everybody who signed in or out at a site lately: nobody else has a clock."""
    rows = Signing.objects.filter(operation_id=operation_id, taken_back_by__isnull=True, at__gt=now - _LOOKED_BACK)
    return set(rows.order_by().values_list("person_id", flat=True).distinct())


def clock_in(reading: Reading, *, operation: OperationView, now: datetime) -> Clock:
    """By the clocks of the place, which say what is night."""
    since = reading.on_duty_since
    if since is not None and since < minute_of(now):
        began = moment_of_minute(since).astimezone(operation.zone)
        reading = replace(reading, is_night=is_night(began, now))
    return clock_of(reading, now=minute_of(now))


def clocks_of(*, operation: OperationView, person_ids: Iterable[int], now: datetime) -> Mapping[int, Clock]:
    found = readings_of(operation=operation, person_ids=person_ids, now=now)
    return {person_id: clock_in(reading, operation=operation, now=now) for person_id, reading in found.items()}
