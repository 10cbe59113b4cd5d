"""Goes through what a plan is for after the search, with nobody called: the way to have those kernels compiled.

Nothing of it depends on what the search finds, so that one process can compile the search and another one this.
"""

import numpy as np

from standby.planning.first_come import empty_state
from standby.planning.horizon.frozen import unmoved
from standby.planning.model.build import build
from standby.planning.operation import Operation
from standby.planning.plan import Plan, StoppedBy
from standby.planning.search.search import Found
from standby.planning.search.supply import counted_supply
from standby.planning.solving import answered
from standby.planning.tiers.settling import settle
from standby.planning.tiers.table import table_of


def rehearse_answers(operation: Operation) -> Plan:
    """Settle and answer a plan that calls nobody; its bound is nothing that anybody proved."""
    model = build(operation)
    instance, supply = model.instance, counted_supply(model.instance)
    price, state = np.zeros(len(instance.left), np.int64), empty_state(instance, supply)
    table = table_of(model, price)
    settle(unmoved(instance, np.zeros(len(model.people), np.bool_)), state, table, supply=supply)
    nobody = Found(
        state=state, price=price, supply=supply, value=0, bound=0, first_come=0, stopped_by=StoppedBy.WORK
    )  # fmt: skip
    return answered(model, nobody, table, seed=operation.policy.seed)
