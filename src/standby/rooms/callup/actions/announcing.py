"""Telling everyone at once: each person of the operation gets one dated status with a reason, or nobody does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Max

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.approving import refuse_if_overtaken
from standby.rooms.callup.actions.calling import open_calls, release_calls
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.models import Announcement, CallState, PlanCall, PlanRevision, PlanStandBy, PlanState
from standby.rooms.callup.queries.holding import Holding, holding_calls
from standby.rooms.needs.queries.planning import needs_by_id
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.queries.planning import Standing, everyone_to_tell
from standby.rooms.people.values import NewStatus
from standby.sealing import new_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    """What the plan says of one person."""

    need_ids: Mapping[int, Days]
    reason: Reason


@transaction.atomic
def announce(*, operation: OperationView, plan_ref: str, public_url: str, by: Actor, now: datetime) -> Announcement:
    """Makes a plan that two people approved the word that counts.

    Calls are opened, kept or taken back; everybody is told, with a reason and the day of the next word; their messages
    are queued: one transaction, which the database refuses as long as anybody is left out. Of two coordinators who
    announce at once the second is told so.
    """
    _one_at_a_time(operation)
    plan = PlanRevision.objects.select_for_update().get(operation_id=operation.id, ref=plan_ref)
    _refuse_unless_ready(operation=operation, plan=plan, public_url=public_url, now=now)
    people = everyone_to_tell(operation_id=operation.id)
    planned = _planned(plan)
    ref = new_ref()
    held = _held(operation)
    announcement = _write_down(operation=operation, plan=plan, ref=ref, by=by, now=now)
    released = [
        holding
        for holdings in held.values()
        for holding in holdings
        if not holding.is_fixed and not _keeps(holding, planned.get(holding.person_id))
    ]
    release_calls(calls=released, state=CallState.RELEASED, by=by, now=now)
    _open(operation=operation, announcement=announcement, people=people, planned=planned, held=held, by=by, now=now)
    gone = {holding.call_id for holding in released}
    kept = {
        person_id: [holding for holding in holdings if holding.call_id not in gone]
        for person_id, holdings in held.items()
    }
    statuses = [
        _status(person, planned.get(person.id), held=kept.get(person.id, []), operation=operation, now=now)
        for person in people
    ]
    changes = tell(operation_id=operation.id, statuses=statuses, occasion=ref, by=by, now=now)
    _count(announcement, statuses)
    write_to(
        operation=operation,
        people=people,
        occasion=ref,
        public_url=public_url,
        released=_released_people(released),
        now=now,
    )
    plan.state = PlanState.ANNOUNCED
    plan.save(update_fields=["state"])
    journal(
        operation=operation.ref,
        actor=by,
        action="announce",
        now=now,
        subject=ref,
        detail={"plan": plan.number, "told": len(changes), "called": announcement.called},
    )
    return announcement


def _one_at_a_time(operation: OperationView) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"announce {operation.ref}"])


def _refuse_unless_ready(*, operation: OperationView, plan: PlanRevision, public_url: str, now: datetime) -> None:
    if plan.state == PlanState.ANNOUNCED:
        raise Conflict(f"Plan {plan.number} is announced already.")
    if plan.state != PlanState.APPROVED:
        raise WrongOrder(f"Plan {plan.number} is not approved by two people yet.")
    if not operation.is_exercise and not public_url:
        raise Refused("Personal links need the address people reach this system at. Start it with --public-url.")
    refuse_if_overtaken(operation=operation, plan=plan, now=now)


def _planned(plan: PlanRevision) -> dict[int, _Planned]:
    result = {
        person_id: _Planned(need_ids={}, reason=Reason(reason))
        for person_id, reason in PlanStandBy.objects.filter(plan=plan).values_list("person_id", "reason")
    }
    calls: dict[int, dict[int, Days]] = {}
    rows = PlanCall.objects.filter(plan=plan).values_list("person_id", "need_id", "first_day", "last_day")
    for person_id, need_id, first, last in rows:
        calls.setdefault(person_id, {})[need_id] = Days(first=first, last=last)
    result |= {person_id: _Planned(need_ids=needs, reason=Reason.NEEDED) for person_id, needs in calls.items()}
    return result


def _held(operation: OperationView) -> dict[int, list[Holding]]:
    held: dict[int, list[Holding]] = {}
    for holding in holding_calls(operation_id=operation.id):
        held.setdefault(holding.person_id, []).append(holding)
    return held


def _keeps(holding: Holding, planned: _Planned | None) -> bool:
    return planned is not None and holding.need_id in planned.need_ids


def _open(
    *,
    operation: OperationView,
    announcement: Announcement,
    people: Sequence[Standing],
    planned: Mapping[int, _Planned],
    held: Mapping[int, Sequence[Holding]],
    by: Actor,
    now: datetime,
) -> None:
    """New calls for everybody whom the plan calls and who is still there, beside those they hold already."""
    there = {person.id for person in people if person.status is not PersonStatus.DECLINED}
    wanted = {
        (person_id, need_id): days
        for person_id, plan in planned.items()
        if person_id in there
        for need_id, days in plan.need_ids.items()
    }
    already = {(holding.person_id, holding.need_id) for holdings in held.values() for holding in holdings}
    fresh = {key: days for key, days in wanted.items() if key not in already}
    needs = needs_by_id(operation=operation, ids={need_id for _, need_id in fresh}, now=now)
    open_calls(
        operation=operation,
        wanted=[(person_id, needs[need_id]) for person_id, need_id in sorted(fresh)],
        announcement_id=announcement.id,
        by=by,
        now=now,
    )


def _status(
    person: Standing, planned: _Planned | None, *, held: Sequence[Holding], operation: OperationView, now: datetime
) -> NewStatus:
    next_word_on = operation.next_word_on(now)
    status, reason = _where(person, planned, held)
    if status is PersonStatus.CALLED:
        answer_by = now + timedelta(hours=operation.policy.answer_hours)
        next_word_on = min(next_word_on, operation.today(answer_by))
    return NewStatus(person_id=person.id, status=status, reason=reason, next_word_on=next_word_on)


def _where(person: Standing, planned: _Planned | None, held: Sequence[Holding]) -> tuple[PersonStatus, Reason]:
    if any(holding.is_fixed for holding in held):
        return person.status, Reason.FIXED
    if person.status is PersonStatus.DECLINED:
        return PersonStatus.DECLINED, person.reason
    if planned is None:
        # Came after the plan was made: the next one counts on them.
        return _waiting(person, Reason.NO_NEED_NOW)
    if planned.reason is not Reason.NEEDED:
        return _waiting(person, planned.reason)
    accepted = any(holding.state is CallState.ACCEPTED for holding in held)
    is_answered = accepted and len(held) == len(planned.need_ids)
    return (PersonStatus.ACCEPTED if is_answered else PersonStatus.CALLED), Reason.NEEDED


def _waiting(person: Standing, reason: Reason) -> tuple[PersonStatus, Reason]:
    is_incomplete = reason is Reason.INCOMPLETE and person.status is PersonStatus.OFFERED
    return (PersonStatus.OFFERED if is_incomplete else PersonStatus.STAND_BY), reason


def _write_down(*, operation: OperationView, plan: PlanRevision, ref: str, by: Actor, now: datetime) -> Announcement:
    last = Announcement.objects.filter(operation_id=operation.id).aggregate(last=Max("number"))["last"] or 0
    return Announcement.objects.create(
        ref=ref,
        operation_id=operation.id,
        plan=plan,
        number=last + 1,
        at=now,
        by=str(by),
        next_word_on=operation.next_word_on(now),
        told=0,
        called=0,
        standing_by=0,
    )


def _count(announcement: Announcement, statuses: Sequence[NewStatus]) -> None:
    announcement.told = len(statuses)
    announcement.called = sum(new.status is PersonStatus.CALLED for new in statuses)
    announcement.standing_by = sum(new.status is PersonStatus.STAND_BY for new in statuses)
    announcement.save(update_fields=["told", "called", "standing_by"])


def _released_people(released: Sequence[Holding]) -> frozenset[int]:
    return frozenset(holding.person_id for holding in released)
