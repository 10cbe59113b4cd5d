"""Asking for a plan, and computing it in the background."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from standby.domain.errors import Conflict, StandbyError
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.storing import store_plan
from standby.rooms.callup.beginning import begin_from
from standby.rooms.callup.files import PlanInput, write_choices, write_input
from standby.rooms.callup.models import PlanNeed, PlanRevision, PlanState
from standby.rooms.callup.one_need import as_one_need
from standby.rooms.callup.planner import Planner
from standby.rooms.callup.queries.holding import holding_calls
from standby.rooms.callup.queries.risks import risks_by_request
from standby.rooms.callup.results import PlanResult, read_result, zipped
from standby.rooms.callup.turnout.calling import Calling, calling_for
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.needs.queries.forecasts import forecasts_in_force
from standby.rooms.needs.queries.planning import NeedView, needs_to_plan
from standby.rooms.operations.actions import require_open
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import people_to_plan
from standby.rooms.places.queries.limits import limits_of
from standby.rooms.places.queries.points import points_of

_LONGEST = timedelta(minutes=15)
_UNDER_WAY = [PlanState.QUEUED, PlanState.RUNNING]
_READING = 0.02
Clock = Callable[[], datetime]


@transaction.atomic
def ask_for_plan(
    *, operation: OperationView, seed: int, by: Actor, now: datetime, changes_notice: bool = False
) -> PlanRevision:
    """A new revision, queued. While one is being computed another is refused: they would read the same people.

    `changes_notice`: calls may change also where people leave within the notice hours, which nothing else decides.
    """
    require_open(operation)
    revisions = PlanRevision.objects.select_for_update().filter(operation_id=operation.id)
    busy = revisions.filter(state__in=_UNDER_WAY).first()
    if busy is not None:
        raise Conflict(gettext("Plan %(number)s is being computed. Wait for it.") % {"number": busy.number})
    last = PlanRevision.objects.filter(operation_id=operation.id).aggregate(last=Max("number"))["last"] or 0
    row = PlanRevision.objects.create(
        operation_id=operation.id,
        number=last + 1,
        seed=seed,
        as_of=operation.today(now),
        changes_notice=changes_notice,
        asked_by=str(by),
        asked_at=now,
    )
    detail = {"number": row.number} | ({"changes_notice": True} if changes_notice else {})
    journal(operation=operation.ref, actor=by, action="plan.ask", now=now, subject=row.ref, detail=detail)
    return row


def compute_plan(*, operation: OperationView, plan_ref: str, planner: Planner, clock: Clock) -> PlanRevision:
    """Reads the operation, plans it, has the plan checked, and stores it whole; a failure is stored in plain words.

    Done again after its worker was killed it begins anew; done again after it had ended it changes nothing.
    """
    row = PlanRevision.objects.get(operation_id=operation.id, ref=plan_ref)
    if row.state not in _UNDER_WAY:
        return row
    _show(row, "reading", _READING)
    with _folders() as (given, out):
        plan_input = read_input(operation=operation, plan=row, now=clock())
        calling = calling_of(plan_input)
        to_call = {need.code: calling.to_call(need) for need in plan_input.needs}
        written = replace(plan_input, limits=calling.limits, to_call=to_call)
        write_input(given, written)
        last = _last_announced(row, given.with_name("last"), written)
        try:
            planner.plan(given, out=out, seed=row.seed, tell=lambda stage, share: _show(row, stage, share), last=last)
            result = _of_needs(read_result(out), written)
        except StandbyError as error:
            return _fail(row, str(error), now=clock())
        row.files, row.digests = zipped(given=given, out=out), _digests_of(plan_input)
    needs = {need.code: need for need in plan_input.needs}
    store_plan(row=row, result=result, needs=needs, foreseen=_foreseen(calling, result, needs), now=clock())
    return row


@transaction.atomic
def fail_abandoned(*, operation: OperationView, now: datetime) -> int:
    """Plans whose computing was cut off (the machine stopped) are said to have failed, so that another can be asked."""
    rows = PlanRevision.objects.select_for_update(skip_locked=True).filter(operation_id=operation.id)
    ids = list(rows.filter(state__in=_UNDER_WAY, asked_at__lt=now - _LONGEST).values_list("id", flat=True))
    return PlanRevision.objects.filter(id__in=ids).update(state=PlanState.FAILED, failure=_CUT_OFF, finished_at=now)


_CUT_OFF = "Computing was cut off. Ask for the plan again."


def read_input(*, operation: OperationView, plan: PlanRevision, now: datetime) -> PlanInput:
    """The operation as it stands, read in one transaction."""
    with transaction.atomic():
        rules = _read_rules(operation=operation, plan=plan, now=now)
        people = list(people_to_plan(operation_id=operation.id))
        known = {person.id for person in people}
        return replace(rules, people=people, holding=[held for held in rules.holding if held.person_id in known])


def digest_of_input(*, operation: OperationView, plan: PlanRevision, now: datetime) -> Mapping[str, str]:
    """SHA-256 of each file but those about people, as it would be written now: what changed since a plan was made."""
    return _digests_of(_read_rules(operation=operation, plan=plan, now=now))


def calling_of(given: PlanInput) -> Calling:
    """How many a plan is to call, from what the operation's answers have taught by now."""
    return calling_for(
        operation=given.operation,
        needs=given.needs,
        people=given.people,
        limits=given.limits,
        holding=given.holding,
        today=given.as_of,
    )


def _foreseen(calling: Calling, result: PlanResult, needs: Mapping[str, NeedView]) -> dict[str, Foreseen]:
    """Of each need, by the people whom the plan found for it."""
    found: dict[str, list[str]] = {code: [] for code in needs}
    for called in result.calls:
        found[called.need_code].append(called.person_ref)
    return {code: calling.after(need, found[code]) for code, need in needs.items()}


def _digests_of(given: PlanInput) -> dict[str, str]:
    """Of what people decided, not of the numbers that followed from it: those change with every answer."""
    with _folders() as (folder, _):
        write_input(folder, given)
        write_choices(folder, given, risks=risks_by_request(operation_id=given.operation.id))
        return _digests(folder)


def _read_rules(*, operation: OperationView, plan: PlanRevision, now: datetime) -> PlanInput:
    """Everything but the people. A need that the plan knew stays, also when whoever held a place in it has left."""
    holding = holding_calls(operation_id=operation.id)
    known = set(PlanNeed.objects.filter(plan=plan).values_list("need_id", flat=True))
    return PlanInput(
        operation=operation,
        as_of=plan.as_of,
        seed=plan.seed,
        people=(),
        needs=needs_to_plan(operation=operation, now=now, kept=known | {held.need_id for held in holding}),
        limits=limits_of(operation_id=operation.id),
        points=points_of(operation_id=operation.id),
        holding=holding,
        forecasts=forecasts_in_force(operation=operation, now=now),
        changes_notice=plan.changes_notice,
    )


def _of_needs(result: PlanResult, written: PlanInput) -> PlanResult:
    needs = {need.code: need for need in written.needs}
    return as_one_need(result, rows=written.rows, needs=needs, weights=written.operation.policy.weights)


def _last_announced(row: PlanRevision, folder: Path, written: PlanInput) -> Path | None:
    """The files of the plan that people were last told of, which the new one begins from; None before the first."""
    announced = PlanRevision.objects.filter(operation_id=row.operation_id, state=PlanState.ANNOUNCED)
    files = announced.order_by("-number").values_list("files", flat=True).first()
    if not files:
        return None
    return begin_from(bytes(files), folder, rows=written.rows, announced=written.laid)


@contextmanager
def _folders() -> Iterator[tuple[Path, Path]]:
    """One for the operation, made, and one for the plan, to be made by the planner; both gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="plan-") as scratch:
        given = Path(scratch) / "operation"
        given.mkdir()
        yield given, Path(scratch) / "plan"


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def _fail(row: PlanRevision, why: str, *, now: datetime) -> PlanRevision:
    row.state, row.failure, row.finished_at = PlanState.FAILED, why, now
    row.save(update_fields=["state", "failure", "finished_at"])
    return row


def _show(row: PlanRevision, stage: str, fraction: float) -> None:
    row.state, row.stage, row.fraction = PlanState.RUNNING, stage[:40], min(1.0, fraction)
    row.save(update_fields=["state", "stage", "fraction"])
