"""A plan made from the last one: its calls and prices are taken over, and only what no longer holds is made anew."""

from dataclasses import dataclass

import numpy as np

from standby.planning.first_come import empty_state, value_called
from standby.planning.horizon.entering import enter
from standby.planning.horizon.previous import Previous
from standby.planning.horizon.pricing import prices_on
from standby.planning.kernels.state import State
from standby.planning.limits import Limits, OnProgress, Stage
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.needs import heads_uncalled
from standby.planning.plan import gap_of
from standby.planning.relaxation.prices import proven
from standby.planning.search.construct import Turns, call_up_to
from standby.planning.search.growing import first_prices
from standby.planning.search.improve import Improver
from standby.planning.search.search import Found, fixed_value_of
from standby.planning.search.stopping import Stopping
from standby.planning.search.supply import counted_supply

# Where the old prices leave the plan further from its bound than this, new ones are found.
STALE_GAP = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """Prices by row, and the bound that they prove."""

    price: Ints
    bound: int


def repair(model: Model, previous: Previous, *, limits: Limits, on_progress: OnProgress) -> Found:
    """As `search` does it, but from the last plan and from what was announced; first come is left to the caller."""
    instance, fixed_value = model.instance, fixed_value_of(model)
    supply = counted_supply(instance)
    on_progress(Stage.PRICING, 0.2)
    certificate = certified(model, prices_on(model, previous.prices, known=previous.short.keys()))
    on_progress(Stage.CALLING, 0.3)
    told = [(row.person_id, row.need_id) for row in model.operation.announced if not row.is_fixed]
    state, turns = empty_state(instance, supply), Turns.of(instance)
    enter(model, state, told)
    enter(model, state, previous.calls)
    orders = (turns.drivers, turns.parties, turns.passengers)
    call_up_to(instance, state, instance.heads_left, orders, instance.needs["weight"].copy())
    on_progress(Stage.IMPROVING, 0.5)
    stopping = Stopping(instance=instance, limits=limits, fixed_value=fixed_value, bound=certificate.bound)
    Improver.of(instance).improve(state, target=_worth_a_look(model, state, previous), stopping=stopping)
    value = fixed_value + value_called(instance, state)
    certificate = renewed(model, supply, certificate, value=value)
    return Found(
        state=state,
        price=certificate.price,
        supply=supply,
        value=value,
        bound=certificate.bound,
        first_come=0,
        stopped_by=stopping.reason(state),
    )


def _worth_a_look(model: Model, state: State, previous: Previous) -> Ints:
    """Up to how many each need may be filled: what was as short in the last plan was looked at then."""
    left = state.left[: len(model.needs)]
    before = np.array([previous.short.get(need.need_id, 0) for need in model.needs], np.int64)
    return np.asarray(np.where(left > before, model.instance.heads_left, model.instance.heads_left - left))


def certified(model: Model, price: Ints) -> Priced:
    uncalled = heads_uncalled(model.needs, fixed=model.fixed)
    bound = proven(model.instance, price, uncalled=uncalled, fixed_value=fixed_value_of(model))
    return Priced(price=price, bound=bound)


def renewed(model: Model, supply: Ints, old: Priced, *, value: int) -> Priced:
    """The better of the old prices, as they are, and new ones where the old have become poor."""
    if gap_of(value=value, bound=old.bound) <= STALE_GAP:
        return old
    uncalled = heads_uncalled(model.needs, fixed=model.fixed)
    new = certified(model, first_prices(model.instance, supply, uncalled=uncalled).price)
    return min(old, new, key=lambda certificate: certificate.bound)
