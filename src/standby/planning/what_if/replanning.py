"""Planning again from a plan that stands: what still holds is kept, and made better; it is never worth less.

That an answer is true ("with one more bed there, this person would be called") rests on it.
"""

from collections.abc import Sequence

import numpy as np

from standby.planning.first_come import call_first_come, empty_state, value_called
from standby.planning.kernels.state import State
from standby.planning.limits import Limits
from standby.planning.model.build import Model, build
from standby.planning.model.instance import Instance, Ints
from standby.planning.model.needs import heads_uncalled
from standby.planning.operation import Operation
from standby.planning.plan import Call, Plan
from standby.planning.relaxation.prices import proven
from standby.planning.search.construct import Turns, call_up_to
from standby.planning.search.growing import Grower, first_plan, most_attempts
from standby.planning.search.improve import Improver
from standby.planning.search.search import Found, fixed_value_of
from standby.planning.search.stopping import Stopping
from standby.planning.search.supply import counted_supply
from standby.planning.solving import answered
from standby.planning.tiers.table import table_of
from standby.planning.what_if.carrying import carry_calls

# No plan is worth so much: where no bound is known, only a lack of moves stops the work.
_NO_BOUND = 1 << 60


def replan(operation: Operation, *, previous: Sequence[Call], limits: Limits | None = None) -> Plan:
    """The plan of a changed operation that keeps as much as can be kept of the calls of another."""
    model = build(operation)
    found = _proven(model, previous=previous, limits=limits or Limits())
    return answered(model, found, table_of(model, found.price), seed=operation.policy.seed)


def carried_on(model: Model, *, previous: Sequence[Call]) -> State:
    """The same, without its proof: whom to call."""
    stopping = Stopping(instance=model.instance, limits=Limits(), fixed_value=fixed_value_of(model), bound=_NO_BOUND)
    return _state(model, previous, counted_supply(model.instance), stopping)


def _proven(model: Model, *, previous: Sequence[Call], limits: Limits) -> Found:
    instance, fixed = model.instance, fixed_value_of(model)
    supply, uncalled = counted_supply(instance), heads_uncalled(model.needs, fixed=model.fixed)
    grower = Grower.of(instance, supply, uncalled=uncalled)
    price = first_plan(grower, gap=limits.gap, attempts=most_attempts(instance)).priced.price
    bound = proven(instance, price, uncalled=uncalled, fixed_value=fixed)
    stopping = Stopping(instance=instance, limits=limits, fixed_value=fixed, bound=bound)
    state = _state(model, previous, supply, stopping)
    return Found(
        state=state,
        price=price,
        supply=supply,
        value=fixed + value_called(instance, state),
        bound=bound,
        first_come=fixed + value_called(instance, call_first_come(model)),
        stopped_by=stopping.reason(state),
    )


def _state(model: Model, previous: Sequence[Call], supply: Ints, stopping: Stopping) -> State:
    state = empty_state(model.instance, supply)
    carry_calls(model, state, previous)
    _improve(model.instance, state, stopping)
    return state


def _improve(instance: Instance, state: State, stopping: Stopping) -> None:
    """Whoever can come now is called; then the moves that any plan is made better by."""
    turns, everything = Turns.of(instance), np.asarray(instance.heads_left)
    orders = (turns.drivers, turns.parties, turns.passengers)
    call_up_to(instance, state, everything, orders, instance.needs["weight"].copy())
    Improver.of(instance).improve(state, target=everything, stopping=stopping)
