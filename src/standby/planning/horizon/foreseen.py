"""Needs that are only forecast: scarce people are held back for them, at the probability that they come."""

from dataclasses import replace

import numpy as np

from standby.planning.horizon.entering import Pair
from standby.planning.kernels.state import State
from standby.planning.model.build import Model, build
from standby.planning.operation import Operation

WHOLE = 100


def foreseen(model: Model) -> Model:
    """The operation with what is forecast among its needs: a place there is worth its weight times its probability.

    Weights count a hundredfold in it, so that they stay whole numbers.
    """
    operation = model.operation
    if not operation.forecast:
        return model
    percent = {forecast.need.need_id: forecast.percent for forecast in operation.forecast}
    ahead = build(
        replace(
            operation,
            needs=(*operation.needs, *(forecast.need for forecast in operation.forecast)),
            forecast=(),
            policy=replace(
                operation.policy,
                as_of=operation.as_of,
                weights=tuple(WHOLE * weight for weight in operation.policy.weights),
            ),
        )
    )
    needs = ahead.instance.needs.copy()
    share = np.array([percent.get(need.need_id, WHOLE) for need in ahead.needs], np.int64)
    needs["weight"] = needs["weight"] * share // WHOLE
    return replace(ahead, instance=ahead.instance._replace(needs=needs))


def held_back(ahead: Model, state: State, operation: Operation) -> list[Pair]:
    """Who is kept free, and for what of all that is forecast."""
    forecast = {row.need.need_id for row in operation.forecast}
    return [pair for pair in _calls(ahead, state) if pair[1] in forecast]


def real_calls(ahead: Model, state: State, operation: Operation) -> list[Pair]:
    """The calls that are no forecast. A party that would go to both stays at home for both."""
    forecast = {row.need.need_id for row in operation.forecast}
    return [pair for pair in _calls(ahead, state) if pair[1] not in forecast]


def _calls(ahead: Model, state: State) -> list[Pair]:
    made = state.nodes[state.nodes["person"] >= 0]
    return [
        (ahead.people[person].person_id, ahead.needs[need].need_id)
        for person, need in zip(made["person"].tolist(), made["need"].tolist(), strict=True)
    ]
