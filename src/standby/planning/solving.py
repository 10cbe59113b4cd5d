"""From an operation to a plan with its proof."""

from collections.abc import Sequence
from dataclasses import replace

from standby import __version__
from standby.domain.statuses import Reason
from standby.planning.answers.calls import calls_of
from standby.planning.answers.conflicts import conflicts_of
from standby.planning.answers.more import MoreOfLimits
from standby.planning.answers.needs import NeedAnswers
from standby.planning.answers.people import PersonAnswers
from standby.planning.answers.prices import published
from standby.planning.fingerprint import fingerprint
from standby.planning.first_come import call_first_come, value_called
from standby.planning.horizon.entering import Pair
from standby.planning.horizon.frozen import unmoved
from standby.planning.horizon.looking import look_ahead
from standby.planning.horizon.previous import Previous
from standby.planning.limits import Limits, OnProgress, Stage, say_nothing
from standby.planning.model.build import Model, build
from standby.planning.operation import Operation
from standby.planning.plan import Call, KeptFree, Plan, Proof, StandBy, Tier
from standby.planning.search.search import Found
from standby.planning.tiers.lifting import lift_alike
from standby.planning.tiers.proving import TierProofs
from standby.planning.tiers.settling import settle
from standby.planning.tiers.table import Table, table_of
from standby.planning.writing.operation_files import operation_files


def solve(
    operation: Operation,
    *,
    seed: int | None = None,
    limits: Limits | None = None,
    previous: Previous | None = None,
    on_progress: OnProgress = say_nothing,
) -> Plan:
    """The best plan found under all the hard rules, and the proof of how good it is.

    With a `previous` plan its calls and prices are taken over, and only what no longer holds is made anew.

    The same operation, seed and limits give the same plan, whatever order its people and needs come in.
    """
    model = build(operation)
    seen = look_ahead(model, previous=previous, limits=limits or Limits(), on_progress=on_progress)
    found = seen.found
    on_progress(Stage.SETTLING, 0.8)
    table = table_of(model, found.price)
    before = value_called(model.instance, found.state)
    movable = unmoved(model.instance, seen.unmoved)
    settle(movable, found.state, table, supply=found.supply)
    lift_alike(model, movable, found.state, table)
    found = replace(found, value=found.value + value_called(model.instance, found.state) - before)
    on_progress(Stage.ANSWERING, 0.9)
    plan = answered(model, found, table, seed=operation.policy.seed if seed is None else seed)
    on_progress(Stage.ANSWERING, 1.0)
    return _with_kept_free(plan, seen.held) if operation.forecast else plan


def _with_kept_free(plan: Plan, held: Sequence[Pair]) -> Plan:
    """Nothing in the operation keeps these from a need, so no rule is their reason, and nothing would call them."""
    kept = {person_id for person_id, _ in held}
    return replace(
        plan,
        stand_by=tuple(
            StandBy(person_id=one.person_id, reason=Reason.NO_NEED_NOW) if one.person_id in kept else one
            for one in plan.stand_by
        ),
        kept_free=tuple(sorted(KeptFree(need_id=need_id, person_id=person_id) for person_id, need_id in held)),
    )


def answered(model: Model, found: Found, table: Table, *, seed: int) -> Plan:
    """What was found as a plan: an answer for everybody and every need, and the proof."""
    conflicts = conflicts_of(model.operation, model.fixed)
    limits_said = MoreOfLimits.of(model, conflicts)
    people = PersonAnswers(model=model, state=found.state, supply=found.supply, limits=limits_said)
    return Plan(
        calls=calls_of(model, found.state),
        stand_by=people.all(),
        needs=NeedAnswers.of(model, found.state, supply=found.supply, limits=limits_said).all(),
        conflicts=conflicts,
        proof=_proof(model, found, table, seed=seed),
    )


def _proof(model: Model, found: Found, table: Table, *, seed: int) -> Proof:
    operation = model.operation
    first = Tier(name="need", value=found.value, bound=found.bound, is_most=True)
    return Proof(
        version=__version__,
        seed=seed,
        input_sha256=operation.input_sha256 or fingerprint(operation_files(operation)),
        value=found.value,
        bound=found.bound,
        first_come=found.first_come,
        tiers=TierProofs(model=model, state=found.state, table=table).all(first=first),
        prices=published(model, found.price),
        stopped_by=found.stopped_by,
    )


def first_come(operation: Operation) -> tuple[Call, ...]:
    """Whom first come, first served would call: the baseline of FORMATS.md, those who are fixed included."""
    model = build(operation)
    return calls_of(model, call_first_come(model))
