"""Signing in and out, now or later from paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused, WrongOrder
from standby.domain.rest import Colour
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView
from standby.rooms.welfare.models import Signing, SigningKind
from standby.rooms.welfare.queries.overrides import open_overrides
from standby.rooms.welfare.queries.stints import clock_in, readings_of
from standby.rooms.welfare.queries.there import people_at

# What stood on paper is a fact and is always written down; this old it can no longer matter to anybody's rest.
_OLDEST = timedelta(days=16)
# Signed "now" on a slow page is still now.
_NOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSigning:
    """`at` is when it happened by the clock, or None for now."""

    person_ref: str
    is_in: bool
    is_driving: bool = False
    at: datetime | None = None


@transaction.atomic
def sign(*, operation: OperationView, site_id: int, new: NewSigning, by: Actor, now: datetime) -> str:
    """Somebody comes or goes. Whoever is in red is not let in now without an override; from paper all is noted."""
    person = _person_at(operation, site_id, new.person_ref, now=now)
    at = now if new.at is None else new.at
    if at > now:
        raise Refused(gettext("This hour is still to come. Look at the day and the hour again."))
    if at < now - _OLDEST:
        raise Refused(gettext("This is more than 16 days ago. Look at the day again."))
    if new.is_in and at > now - _NOW:
        _refuse_in_red(operation, person, now=now)
    _refuse_twice(operation, person, new, at=at, now=now)
    row = Signing.objects.create(
        operation_id=operation.id,
        site_id=site_id,
        person_id=person.id,
        kind=SigningKind.IN if new.is_in else SigningKind.OUT,
        is_driving=new.is_in and new.is_driving,
        at=at,
        noted_at=now,
        by=str(by),
    )
    detail: dict[str, str | int | bool | None] = {"later": new.at is not None}
    journal(
        operation=operation.ref, actor=by, action=f"duty.sign_{row.kind}", now=now, subject=person.ref, detail=detail
    )
    return row.ref


@transaction.atomic
def take_signing_back(*, operation: OperationView, site_id: int, signing_ref: str, by: Actor, now: datetime) -> None:
    """It was a mistake: both stay to be read, and the clock forgets the first."""
    rows = Signing.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.filter(operation_id=operation.id, site_id=site_id, ref=signing_ref, takes_back=None).first()
    if row is None or Signing.objects.filter(takes_back=row).exists():
        raise WrongOrder(gettext("This was taken back already."))
    Signing.objects.create(
        operation_id=operation.id,
        site_id=site_id,
        person_id=row.person_id,
        kind=SigningKind.TAKEN_BACK,
        at=row.at,
        noted_at=now,
        by=str(by),
        takes_back=row,
    )
    journal(operation=operation.ref, actor=by, action="duty.sign_back", now=now, subject=row.person.ref)


def _person_at(operation: OperationView, site_id: int, ref: str, *, now: datetime) -> PersonView:
    person = person_by_ref(operation_id=operation.id, ref=ref)
    there = {one.person.id for one in people_at(operation=operation, site_id=site_id, now=now)}
    if person is None or person.id not in there:
        raise Refused(gettext("They are not called to this site, or have not accepted. Ask the desk."))
    return person


def _refuse_in_red(operation: OperationView, person: PersonView, *, now: datetime) -> None:
    reading = readings_of(operation=operation, person_ids=[person.id], now=now).get(person.id)
    if reading is None or clock_in(reading, operation=operation, now=now).colour is not Colour.RED:
        return
    if person.id not in open_overrides(operation_id=operation.id, person_ids=[person.id]):
        raise Refused(
            gettext("They have to rest now. If nobody else can do it, say why and when the rest is given back.")
        )


def _refuse_twice(
    operation: OperationView, person: PersonView, new: NewSigning, *, at: datetime, now: datetime
) -> None:
    """Only what is signed now is judged by what stands: from paper, sheets come in any order."""
    if new.at is not None:
        if Signing.objects.filter(person_id=person.id, at=at, taken_back_by=None).exclude(kind="taken_back").exists():
            raise WrongOrder(gettext("This hour stands there already."))
        return
    reading = readings_of(operation=operation, person_ids=[person.id], now=now).get(person.id)
    is_on_duty = reading is not None and reading.on_duty_since is not None
    is_change = new.is_in and reading is not None and reading.is_driving is not new.is_driving
    if is_on_duty is new.is_in and not (is_on_duty and is_change):
        raise WrongOrder(gettext("They are signed in already.") if new.is_in else gettext("They are not signed in."))
