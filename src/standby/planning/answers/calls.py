"""Who is called, from a finished plan and from what is fixed."""

from operator import attrgetter

import numpy as np

from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.plan import Call, CallReason


def calls_of(model: Model, state: State) -> tuple[Call, ...]:
    """In the order of person, first day and need."""
    fixed = [
        Call(
            person_id=deployment.person.person_id,
            need_id=deployment.need.need_id,
            days=deployment.days,
            reason=CallReason.FIXED,
        )
        for deployment in model.fixed.deployments
    ]
    made = state.nodes[state.nodes["person"] >= 0] if len(state.nodes) else state.nodes
    made = made[np.lexsort((made["need"], model.instance.needs["first"][made["need"]], made["person"]))]
    new = [
        Call(
            person_id=model.people[person].person_id,
            need_id=model.needs[need].need_id,
            days=model.needs[need].days,
            reason=CallReason.NEEDED,
        )
        for person, need in np.column_stack([made["person"], made["need"]]).tolist()
    ]
    return tuple(sorted([*fixed, *new], key=attrgetter("person_id", "days.first", "need_id"))) if fixed else tuple(new)
