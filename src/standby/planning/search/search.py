"""The search for a plan: from prices to a target, from the target to calls, and then better calls."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from standby.planning.first_come import call_first_come, value_called
from standby.planning.kernels.state import State
from standby.planning.limits import Limits, OnProgress, Stage
from standby.planning.model.build import Model
from standby.planning.model.instance import Instance, Ints
from standby.planning.model.needs import heads_uncalled
from standby.planning.plan import StoppedBy, gap_of
from standby.planning.relaxation.prices import proven
from standby.planning.search.construct import Turns, call_up_to
from standby.planning.search.growing import Grower, first_plan, most_attempts
from standby.planning.search.improve import Improver
from standby.planning.search.stopping import Stopping
from standby.planning.search.supply import counted_supply
from standby.planning.whole.solving import plan_whole

# With so large a gap allowed, moves are tried on the first attempt already: they nearly always suffice.
_LOOSE = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best plan found, the prices and the bound they prove, and what first come, first served reaches."""

    state: State
    price: Ints
    supply: Ints
    value: int
    bound: int
    first_come: int
    stopped_by: StoppedBy


def search(model: Model, *, limits: Limits, on_progress: OnProgress, is_all: bool = True) -> Found:
    """The best plan found. `is_all` says that nothing is left out of the model or added to it: only then does a gap
    that first come, first served proves in it say what the plan will prove.
    """
    on_progress(Stage.COMPARING, 0.0)
    supply = counted_supply(model.instance)
    with ThreadPoolExecutor(max_workers=1) as beside:
        # Nothing that is searched for depends on it, and its kernel lets others work: on two cores it takes no time.
        comparing = beside.submit(call_first_come, model, supply=supply)
        return _search_beside(model, comparing, supply, limits=limits, on_progress=on_progress, is_all=is_all)


def _search_beside(
    model: Model, comparing: Future[State], supply: Ints, *, limits: Limits, on_progress: OnProgress, is_all: bool
) -> Found:
    """The search, while what first come, first served reaches is still worked out."""
    instance, fixed_value = model.instance, fixed_value_of(model)
    on_progress(Stage.PRICING, 0.2)
    uncalled = heads_uncalled(model.needs, fixed=model.fixed)
    grower = Grower.of(instance, supply, uncalled=uncalled)
    on_progress(Stage.CALLING, 0.3)
    if is_all and limits.gap > 0:
        bound = proven(instance, grower.priced.price, uncalled=uncalled, fixed_value=fixed_value)
        baseline = comparing.result()
        value = fixed_value + value_called(instance, baseline)
        if gap_of(value=value, bound=bound) <= limits.gap:
            return Found(
                state=baseline,
                price=grower.priced.price,
                supply=supply,
                value=value,
                bound=bound,
                first_come=value,
                stopped_by=StoppedBy.GAP,
            )
    is_loose = limits.gap >= _LOOSE and limits.clock is None
    tried = _try(grower, limits, fixed_value, attempts=1 if is_loose else most_attempts(instance))
    on_progress(Stage.IMPROVING, 0.5)
    if is_loose and tried.stopping.reason(tried.state) is StoppedBy.DONE:
        tried = max(tried, _try(grower, limits, fixed_value, attempts=most_attempts(instance)), key=_Tried.value)
    tried = max(tried, _try_whole(grower, tried), key=_Tried.value)
    price, state, bound, stopping = tried.price, tried.state, tried.stopping.bound, tried.stopping
    baseline = comparing.result()
    if value_called(instance, baseline) > value_called(instance, state):
        state = baseline
    return Found(
        state=state,
        price=price,
        supply=supply,
        value=fixed_value + value_called(instance, state),
        bound=bound,
        first_come=fixed_value + value_called(instance, baseline),
        stopped_by=stopping.reason(state),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """A plan that no move makes better, or that is good enough, and the prices of its proof."""

    state: State
    price: Ints
    stopping: Stopping

    def value(self) -> int:
        return value_called(self.stopping.instance, self.state)


def _try(grower: Grower, limits: Limits, fixed_value: int, *, attempts: int) -> _Tried:
    instance, first = grower.instance, first_plan(grower, gap=limits.gap, attempts=attempts)
    price, state = first.priced.price, first.state
    bound = proven(instance, price, uncalled=grower.uncalled, fixed_value=fixed_value)
    stopping = Stopping(instance=instance, limits=limits, fixed_value=fixed_value, bound=bound)
    _improve(instance, state, first.target, stopping)
    return _Tried(state=state, price=price, stopping=stopping)


def _try_whole(grower: Grower, tried: _Tried) -> _Tried:
    """A small operation once more, as a whole; moves go on from there."""
    if tried.stopping.reason(tried.state) is not StoppedBy.DONE:
        return tried
    state = plan_whole(grower.instance, grower.supply)
    if state is None:
        return tried
    again = replace(tried, state=state)
    _improve(grower.instance, state, grower.instance.heads_left, again.stopping)
    return again


def _improve(instance: Instance, state: State, target: Ints, stopping: Stopping) -> None:
    """First towards the core's target, so that light needs leave beds and people to heavy ones; then beyond it."""
    improver, turns = Improver.of(instance), Turns.of(instance)
    improver.improve(state, target=target, stopping=stopping)
    orders = (turns.drivers, turns.parties, turns.passengers)
    call_up_to(instance, state, instance.heads_left, orders, instance.needs["weight"].copy())
    improver.improve(state, target=instance.heads_left, stopping=stopping)


def fixed_value_of(model: Model) -> int:
    """Σ weight of those who are fixed, beyond the headcount too: they are there."""
    heads = model.fixed.heads
    return sum(model.operation.weight_of(need) * heads[need.need_id] for need in model.needs)
