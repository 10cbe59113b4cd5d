"""Parties pass over rotations that cannot be their choice: held against looking at every one."""

import numpy as np
from hypothesis import given
from tests.planning.operations import operations

from standby.planning import Operation
from standby.planning.first_come import empty_state
from standby.planning.kernels.lists import members_of
from standby.planning.kernels.party import Passed, at_most, call_party, nothing_passed, seat_members, suits_party
from standby.planning.kernels.skipping import nothing_skipped
from standby.planning.kernels.state import State
from standby.planning.kernels.turns import everybody_lodged
from standby.planning.model.build import build
from standby.planning.model.instance import Instance, Ints
from standby.planning.search.supply import counted_supply


def parties(instance: Instance) -> list[Ints]:
    size = instance.units["high"] - instance.units["low"]
    found = [members_of(instance, unit) for unit in np.flatnonzero(size > 1).tolist()]
    return [members for members in found if instance.people["skill"][members[0]] >= 0]


def nothing_alike(instance: Instance) -> Passed:
    """Every rotation is its own twin, so that none is passed over for another."""
    count = len(instance.rotations)
    return Passed(nothing_skipped(count), np.arange(count), np.zeros(count, np.int64))


def called_in_turn(instance: Instance, passed: Passed) -> State:
    state, worth = empty_state(instance, counted_supply(instance)), instance.needs["weight"].copy()
    for members in parties(instance):
        call_party(instance, state, members, worth, passed, everybody_lodged(instance))
    return state


@given(operation=operations())
def test_what_is_passed_over_for_a_twin_would_not_have_been_taken(operation: Operation) -> None:
    instance = build(operation).instance

    passing = called_in_turn(instance, nothing_passed(instance))

    assert passing.left.tolist() == called_in_turn(instance, nothing_alike(instance)).left.tolist()


@given(operation=operations())
def test_twins_keep_whoever_goes_away_for_the_same_days(operation: Operation) -> None:
    instance = build(operation).instance
    twin = nothing_passed(instance).twin
    first, last, region = (instance.rotations[name] for name in ("first", "last", "region"))

    assert (first[twin] == first).all()
    assert (last[twin] == last).all()
    assert (instance.ways[:, region[twin]] == instance.ways[:, region]).all()


@given(operation=operations())
def test_nobody_is_worth_more_seated_than_was_hoped_for(operation: Operation) -> None:
    instance = build(operation).instance
    worth = instance.needs["weight"].copy()

    for members in parties(instance):
        for rotation in range(len(instance.rotations)):
            if suits_party(instance, members, rotation):
                seating = np.empty(len(members), np.int64)
                hoped = at_most(instance, instance.left, members, rotation, worth)
                assert hoped >= seat_members(instance, instance.left, members, rotation, worth, seating)
