"""Letting somebody work on without their rest, and giving it back."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused, WrongOrder
from standby.domain.spans import Span, minute_of
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.vault.actions import key_for, seal_payload
from standby.rooms.welfare.models import RestOverride
from standby.rooms.welfare.places import why_place
from standby.rooms.welfare.queries.stints import readings_of
from standby.sealing import new_ref

# EU law gives rest back "as soon as possible"; a fortnight is the period in which hours are averaged.
_LATEST = timedelta(days=14)


@transaction.atomic
def allow_in_red(
    *, operation: OperationView, person: PersonView, why: str, rest_on: date, by: Actor, now: datetime
) -> str:
    """Who, why, and the day on which the rest is given back: without all three nobody works on."""
    today = operation.today(now)
    if not why.strip():
        raise Refused(gettext("Say why nobody else can do it."))
    if not today < rest_on <= today + _LATEST:
        raise Refused(gettext("Give the rest back on a day after today and within 14 days."))
    if RestOverride.objects.filter(person_id=person.id, closed_at__isnull=True).exists():
        raise WrongOrder(gettext("Rest is owed to them already. Give that back first."))
    ref = new_ref()
    RestOverride.objects.create(
        ref=ref,
        operation_id=operation.id,
        person_id=person.id,
        sealed_why=seal_payload({"why": why.strip()}, key=key_for(person.ref), place=why_place(ref)),
        rest_on=rest_on,
        at=now,
        by=str(by),
    )
    detail: dict[str, str | int | bool | None] = {"rest_on": rest_on.isoformat()}
    journal(operation=operation.ref, actor=by, action="rest.override", now=now, subject=person.ref, detail=detail)
    return ref


@transaction.atomic
def note_given_back(*, operation: OperationView, override_ref: str, by: Actor, now: datetime) -> None:
    """Closes an override once its day is over and nobody signed them in on it; else the day was no rest."""
    rows = RestOverride.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.filter(operation_id=operation.id, ref=override_ref, closed_at__isnull=True).first()
    if row is None:
        raise WrongOrder(gettext("This rest was given back already."))
    if operation.today(now) <= row.rest_on:
        raise WrongOrder(gettext("The day of this rest is not over yet."))
    if _worked_on(operation, row.person_id, row.rest_on, now=now):
        raise Refused(gettext("They worked on that day. Ask them again and set another day: the rest is still owed."))
    row.closed_at, row.closed_by = now, str(by)
    row.save(update_fields=["closed_at", "closed_by"])
    journal(operation=operation.ref, actor=by, action="rest.give_back", now=now, subject=row.person.ref)


@transaction.atomic
def set_rest_day(*, operation: OperationView, override_ref: str, rest_on: date, by: Actor, now: datetime) -> None:
    """Another day, where the first did not become one of rest; the journal keeps both."""
    rows = RestOverride.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.filter(operation_id=operation.id, ref=override_ref, closed_at__isnull=True).first()
    if row is None:
        raise WrongOrder(gettext("This rest was given back already."))
    today = operation.today(now)
    if not today < rest_on <= today + _LATEST:
        raise Refused(gettext("Give the rest back on a day after today and within 14 days."))
    row.rest_on = rest_on
    row.save(update_fields=["rest_on"])
    detail = {"rest_on": rest_on.isoformat()}
    journal(
        operation=operation.ref, actor=by, action="rest.another_day", now=now, subject=row.person.ref, detail=detail
    )


def _worked_on(operation: OperationView, person_id: int, day: date, *, now: datetime) -> bool:
    reading = readings_of(operation=operation, person_ids=[person_id], now=now).get(person_id)
    if reading is None:
        return False
    first = datetime.combine(day, time(), tzinfo=operation.zone)
    span = Span.between(first, datetime.combine(day + timedelta(days=1), time(), tzinfo=operation.zone))
    return any(stint.span.within(span.start, span.end) for stint in reading.until(minute_of(now)))
