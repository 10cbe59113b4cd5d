"""Telling everyone at once: each person of the operation gets one dated status with a reason, or nobody does."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.domain.statuses import PersonStatus
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.approving import refuse_if_overtaken
from standby.rooms.callup.actions.calling import open_calls, release_calls
from standby.rooms.callup.actions.holding_back import hold_second_wave
from standby.rooms.callup.actions.promising import spare
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.deciding import Decision, Word
from standby.rooms.callup.letters import Occasion
from standby.rooms.callup.models import Announcement, Call, CallState, PlanRevision, PlanState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.decision import decision_for_everyone
from standby.rooms.callup.queries.promises import KeptWish, all_wishes
from standby.rooms.messages.actions import cancel_waiting
from standby.rooms.needs.queries.planning import needs_by_id
from standby.rooms.operations.actions import require_open
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import lock_people, tell
from standby.rooms.people.queries.planning import everyone_to_tell, standing_to_tell
from standby.rooms.people.values import NewStatus


@transaction.atomic
def announce(*, operation: OperationView, plan_ref: str, public_url: str, by: Actor, now: datetime) -> Announcement:
    """Makes a plan that two people approved the word that counts.

    Calls are opened, kept or taken back; everybody is told, with a reason and the day of the next word; their messages
    are queued: one transaction, which the database refuses as long as anybody is left out. Of two coordinators who
    announce at once the second is told so.
    """
    require_open(operation)
    _one_at_a_time(operation)
    plan = PlanRevision.objects.select_for_update().get(operation_id=operation.id, ref=plan_ref)
    _refuse_unless_ready(operation=operation, plan=plan, public_url=public_url, now=now)
    _hold_still(operation)
    decision = decision_for_everyone(operation_id=operation.id, plan_id=plan.id, asked_at=plan.asked_at)
    announcement = _write_down(operation=operation, plan=plan, decision=decision, by=by, now=now)
    _change_calls(operation=operation, announcement=announcement, decision=decision, by=by, now=now)
    wishes = all_wishes(operation_id=operation.id)
    unchanged = _unchanged(operation, decision, people=wishes)
    second = hold_second_wave(operation=operation, announcement=announcement, decision=decision, now=now)
    changes = _tell_everyone(
        operation=operation,
        announcement=announcement,
        decision=decision,
        wishes=wishes,
        second=second,
        by=by,
        now=now,
    )
    same = {person_id: changes[person_id] for person_id in unchanged if person_id not in second}
    spared = spare(same, wishes=wishes, today=operation.today(now))
    _write_to_everyone(
        operation=operation,
        announcement=announcement,
        decision=decision,
        spared=spared,
        second=second,
        public_url=public_url,
        now=now,
    )
    _refuse_unless_everybody_is_told()
    plan.state = PlanState.ANNOUNCED
    plan.save(update_fields=["state"])
    detail = {"plan": plan.number, "told": announcement.told, "called": announcement.called}
    journal(operation=operation.ref, actor=by, action="announce", now=now, subject=announcement.ref, detail=detail)
    return announcement


def refuse_without_address(*, operation: OperationView, public_url: str) -> None:
    """An exercise's letters never leave the machine; those of a real operation have to lead somewhere."""
    if not operation.is_exercise and not public_url:
        raise Refused(
            gettext(
                "Personal links need the address at which people reach this system. Nobody was told. "
                "Start it again with --public-url and announce then."
            )
        )


def _one_at_a_time(operation: OperationView) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"announce {operation.ref}"])


def _refuse_unless_ready(*, operation: OperationView, plan: PlanRevision, public_url: str, now: datetime) -> None:
    if plan.state == PlanState.ANNOUNCED:
        raise Conflict(gettext("Plan %(number)s is announced already.") % {"number": plan.number})
    if plan.state != PlanState.APPROVED:
        raise WrongOrder(gettext("Plan %(number)s is not approved by two people yet.") % {"number": plan.number})
    refuse_without_address(operation=operation, public_url=public_url)
    refuse_if_overtaken(operation=operation, plan=plan, now=now)


def _hold_still(operation: OperationView) -> None:
    """Whoever answers or withdraws now waits until everybody is told; calls before people, as every answer does."""
    calls = Call.objects.select_for_update().filter(operation_id=operation.id, state__in=HOLDING_STATES)
    list(calls.order_by("id").values_list("id"))
    lock_people(operation_id=operation.id)


def _write_down(
    *, operation: OperationView, plan: PlanRevision, decision: Decision, by: Actor, now: datetime
) -> Announcement:
    last = Announcement.objects.filter(operation_id=operation.id).aggregate(last=Max("number"))["last"] or 0
    stands = [word.status for word in decision.words.values()]
    return Announcement.objects.create(
        operation_id=operation.id,
        plan=plan,
        number=last + 1,
        at=now,
        by=str(by),
        next_word_on=operation.next_word_on(now),
        told=len(stands),
        called=stands.count(PersonStatus.CALLED),
        standing_by=stands.count(PersonStatus.STAND_BY),
    )


def _change_calls(
    *, operation: OperationView, announcement: Announcement, decision: Decision, by: Actor, now: datetime
) -> None:
    release_calls(calls=decision.released, state=CallState.RELEASED, by=by, now=now)
    needs = needs_by_id(operation=operation, ids={need_id for _, need_id in decision.fresh}, now=now)
    open_calls(
        operation=operation,
        wanted=[(person_id, needs[need_id]) for person_id, need_id in decision.fresh],
        announcement_id=announcement.id,
        by=by,
        now=now,
    )


def _unchanged(operation: OperationView, decision: Decision, *, people: Collection[int]) -> list[int]:
    """Those of these people who stand where they stood; asked before anybody is told."""
    standing = standing_to_tell(operation_id=operation.id, ids=people)
    return [person.id for person in standing if decision.words[person.id] == Word.of(person)]


def _tell_everyone(
    *,
    operation: OperationView,
    announcement: Announcement,
    decision: Decision,
    wishes: Mapping[int, KeptWish],
    second: Collection[int],
    by: Actor,
    now: datetime,
) -> Mapping[int, int]:
    """The ids of the words by person. Whoever wants to hear seldom is promised the next one as seldom.

    The second wave hears when the first has answered.
    """
    soonest = operation.today(now + timedelta(hours=operation.policy.answer_hours))
    next_ones = dict.fromkeys(second, min(soonest, operation.next_word_on(now)))
    answer_by = {**_answer_by(operation=operation, decision=decision, now=now), **next_ones}
    today, days = operation.today(now), operation.policy.next_word_days
    wished = {person_id: kept.wish.promise(today=today, days=days) for person_id, kept in wishes.items()}
    statuses = [
        NewStatus(
            person_id=person_id,
            status=word.status,
            reason=word.reason,
            next_word_on=answer_by.get(person_id) or wished.get(person_id, announcement.next_word_on),
        )
        for person_id, word in decision.words.items()
    ]
    return tell(operation_id=operation.id, statuses=statuses, occasion=announcement.ref, by=by, now=now)


def _answer_by(*, operation: OperationView, decision: Decision, now: datetime) -> Mapping[int, date]:
    """The day on which the first of each person's unanswered calls ends: those who are called hear again by then."""
    soonest = now + timedelta(hours=operation.policy.answer_hours)
    ends = {person_id: soonest for person_id, _ in decision.fresh}
    for holding in decision.kept:
        if holding.state in {CallState.CALLED, CallState.INTERESTED}:
            ends[holding.person_id] = min(holding.answer_by, ends.get(holding.person_id, holding.answer_by))
    latest = operation.next_word_on(now)
    return {person_id: min(latest, operation.today(max(moment, now))) for person_id, moment in ends.items()}


def _refuse_unless_everybody_is_told() -> None:
    """The database's own check, asked before the commit so that its no is a sentence and not a broken page."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS callup_everyone_told IMMEDIATE")
            cursor.execute("SET CONSTRAINTS callup_everyone_told DEFERRED")
    except IntegrityError as error:
        raise Conflict(gettext("People were registered at this very moment. Nobody was told. Press again.")) from error


def _write_to_everyone(
    *,
    operation: OperationView,
    announcement: Announcement,
    decision: Decision,
    spared: Collection[int],
    second: Collection[int],
    public_url: str,
    now: datetime,
) -> None:
    """What still waits in the outbox is overtaken by this word. Whoever wants to hear only of changes is spared it."""
    people = [person for person in everyone_to_tell(operation_id=operation.id) if person.id not in spared]
    cancel_waiting(recipients=[person.ref for person in people], now=now)
    write_to(
        operation=operation,
        people=[person for person in people if person.id not in second],
        occasion=announcement.ref,
        public_url=public_url,
        released=frozenset(holding.person_id for holding in decision.released),
        now=now,
    )
    write_to(
        operation=operation,
        people=[person for person in people if person.id in second],
        occasion=announcement.ref,
        cause=Occasion.NEXT,
        public_url=public_url,
        now=now,
    )
