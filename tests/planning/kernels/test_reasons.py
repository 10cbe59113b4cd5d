"""Why somebody is not called, held against looking at every need by every rule."""

import numpy as np
from hypothesis import given
from tests.planning.operations import operations

from standby.planning.first_come import call_first_come
from standby.planning.kernels import reasons
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import suits_party
from standby.planning.kernels.rules import has_room, is_suited, may_be_away
from standby.planning.kernels.state import State
from standby.planning.model.build import build
from standby.planning.model.instance import Instance
from standby.planning.operation import Operation


def why_not(instance: Instance, state: State, person: int) -> int:
    if state.away["first_call"][person] >= 0:
        return reasons.CALLED
    someone, needs = instance.people[person], instance.needs
    asked = [n for n in range(len(needs)) if instance.left[n] > 0 and instance.meets[someone["skill"]][_asks(needs, n)]]
    suited = [need for need in asked if is_suited(instance, person, need)]
    if not suited:
        near = any(may_be_away(instance, person, needs["first"][need], needs["last"][need]) for need in asked)
        return reasons.TOO_FAR if near else reasons.DATES
    members = members_of(instance, someone["unit"])
    if not (someone["alone"] or any(suits_party(instance, members, turn) for turn in range(len(instance.rotations)))):
        return reasons.NO_WAY_TOGETHER
    if not any(state.left[need] > 0 for need in suited):
        return reasons.ALL_FILLED
    if not any(has_room(instance, state, need, 1, someone["lodged"]) for need in suited):
        return reasons.FULL
    return reasons.NO_SEAT if someone["alone"] else reasons.NOT_SPLIT


def _asks(needs: np.ndarray, need: int) -> int:
    return int(needs["requirement"][need])


@given(operation=operations())
def test_the_reason_is_the_first_rule_that_leaves_no_need(operation: Operation) -> None:
    model = build(operation)
    instance, state = model.instance, call_first_come(model)
    people = np.flatnonzero(instance.people["skill"] >= 0)
    why = np.zeros(len(people), np.int64)

    reasons.why_not_called(instance, state, people, why)

    assert why.tolist() == [why_not(instance, state, person) for person in people.tolist()]
