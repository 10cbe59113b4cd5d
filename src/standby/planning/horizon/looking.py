"""Plans with what comes before and after in view: the last plan, the notice period, and what is forecast."""

from dataclasses import dataclass, replace

import numpy as np

from standby.planning.answers.prices import published
from standby.planning.first_come import call_first_come, empty_state, value_called
from standby.planning.horizon.entering import Pair, enter
from standby.planning.horizon.foreseen import WHOLE, foreseen, held_back, real_calls
from standby.planning.horizon.frozen import Freezing, freeze
from standby.planning.horizon.previous import Previous
from standby.planning.horizon.pricing import in_coin, prices_on
from standby.planning.horizon.repair import Priced, certified, renewed, repair
from standby.planning.limits import Limits, OnProgress
from standby.planning.model.build import Model
from standby.planning.model.instance import Flags
from standby.planning.plan import Prices, StoppedBy, gap_of
from standby.planning.search.search import Found, fixed_value_of, search
from standby.planning.search.supply import counted_supply


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found for an operation, and who in it is not to be moved any more: told to leave soon, or held back.

    `held` are those who are held back, each with the forecast need.
    """

    found: Found
    unmoved: Flags
    held: list[Pair]


def look_ahead(model: Model, *, previous: Previous | None, limits: Limits, on_progress: OnProgress) -> Seen:
    """The plan for a model, found in the model that knows of the notice period and of forecast needs too."""
    ahead = foreseen(model)
    freezing = freeze(ahead)
    if previous is None:
        found = search(freezing.model, limits=limits, on_progress=on_progress, is_all=freezing.model is model)
    else:
        times = WHOLE if model.operation.forecast else 1
        begun = replace(previous, prices=in_coin(previous.prices, times=times))
        found = repair(freezing.model, begun, limits=limits, on_progress=on_progress)
    if freezing.model is model:
        if previous is not None:
            found = replace(found, first_come=fixed_value_of(model) + _first_come(model))
        return Seen(found=found, unmoved=np.zeros(len(model.people), np.bool_), held=[])
    seen = _brought_back(model, ahead, freezing, found, previous)
    return replace(seen, found=replace(seen.found, stopped_by=_stopped_by(seen.found, limits)))


def _stopped_by(found: Found, limits: Limits) -> StoppedBy:
    """By the real gap: the search looked at that of a model in which calls are kept and forecasts are needs."""
    if gap_of(value=found.value, bound=found.bound) <= limits.gap:
        return StoppedBy.GAP
    return StoppedBy.DONE if found.stopped_by is StoppedBy.GAP else found.stopped_by


def _brought_back(model: Model, ahead: Model, freezing: Freezing, found: Found, previous: Previous | None) -> Seen:
    """The calls to what is really needed, and what the prices prove of them."""
    supply = counted_supply(model.instance)
    state = empty_state(model.instance, supply)
    kept = enter(model, state, freezing.kept)
    enter(model, state, real_calls(ahead, found.state, model.operation))
    held = held_back(ahead, found.state, model.operation)
    value = fixed_value_of(model) + value_called(model.instance, state)
    priced = _best_priced(model, freezing.model, found, previous)
    priced = renewed(model, supply, priced, value=value)
    back = Found(
        state=state,
        price=priced.price,
        supply=supply,
        value=value,
        bound=priced.bound,
        first_come=fixed_value_of(model) + _first_come(model),
        stopped_by=found.stopped_by,
    )
    return Seen(found=back, unmoved=_are(model, [*held, *kept]), held=held)


def _best_priced(model: Model, ahead: Model, found: Found, previous: Previous | None) -> Priced:
    """The prices of the search ahead or, if they prove more of all that is to be decided, those of the last plan."""
    everything = {need.need_id for need in model.needs}
    candidates = [certified(model, prices_on(model, _in_own_coin(ahead, found, model), known=everything))]
    if previous is not None:
        candidates.append(certified(model, prices_on(model, previous.prices, known=previous.short.keys())))
    return min(candidates, key=lambda priced: priced.bound)


def _first_come(model: Model) -> int:
    return value_called(model.instance, call_first_come(model))


def _are(model: Model, pairs: list[Pair]) -> Flags:
    named = {person for person, _ in pairs}
    return np.array([person.person_id in named for person in model.people], np.bool_)


def _in_own_coin(ahead: Model, found: Found, model: Model) -> Prices:
    """Prices of the model ahead; where it counts weights a hundredfold, they count so too."""
    price = found.price // WHOLE if model.operation.forecast else found.price
    return published(ahead, price)
