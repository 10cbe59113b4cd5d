"""The exercise's first plan: computed, approved by two, announced, and some first answers."""

import random
from collections.abc import Mapping
from datetime import datetime

from standby.cli.loading.founding import LOADER
from standby.domain.errors import Refused
from standby.exercise import Exercise
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.actions.answering import accept, decline
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.callup.models import PlanState
from standby.rooms.callup.planner import CommandPlanner
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.reaching import note_reached
from standby.rooms.people.queries.persons import people_by_id

_ANSWERED, _ACCEPTS = 0.12, 0.88


def announce_first_plan(
    exercise: Exercise, *, operation: OperationView, staff: Mapping[str, Staff], now: datetime
) -> None:
    """Everybody gets an answer. Raises Refused when the plan could not be made or proven."""
    first, second = staff["coordinator"], staff["coordinator-2"]
    plan = ask_for_plan(operation=operation, seed=exercise.policy.seed, by=first.actor, now=now)
    plan = compute_plan(operation=operation, plan_ref=plan.ref, planner=CommandPlanner(), clock=installation().clock)
    if plan.state != PlanState.READY:
        raise Refused(plan.failure)
    approve_plan(operation=operation, plan_ref=plan.ref, by=first, now=now)
    approve_plan(operation=operation, plan_ref=plan.ref, by=second, now=now)
    announce(operation=operation, plan_ref=plan.ref, public_url=installation().public_url, by=second.actor, now=now)


def answer_some(exercise: Exercise, *, operation: OperationView, now: datetime) -> None:
    """Some of those who are called answer, most of them yes; the others still think about it."""
    dice = random.Random(f"answers {exercise.seed}")  # noqa: S311  # an exercise, the same for the same seed
    held = sorted(holding_calls(operation_id=operation.id), key=lambda holding: holding.call_id)
    answering = [holding for holding in held if dice.random() < _ANSWERED]
    people = people_by_id(operation_id=operation.id, ids={holding.person_id for holding in answering})
    for holding in answering:
        person = people[holding.person_id]
        note_reached(person_id=person.id, how="page", by=LOADER, now=now)
        if dice.random() < _ACCEPTS:
            accept(
                operation=operation,
                person=person,
                call_ref=holding.call_ref,
                terms_version=operation.terms_version,
                by=LOADER,
                now=now,
            )
        else:
            decline(operation=operation, person=person, call_ref=holding.call_ref, by=LOADER, now=now)
