"""Chains of replacements keep every limit and gain what they say, beds or no beds."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from tests.planning.operations import operations

from standby.domain.offers import Lodging
from standby.planning import Operation
from standby.planning.first_come import call_first_come, value_called
from standby.planning.kernels.replace import fill_by_chain, has_its_bed, new_trail
from standby.planning.kernels.rules import has_room
from standby.planning.kernels.state import State
from standby.planning.kernels.turns import everybody_lodged
from standby.planning.model.build import build
from standby.planning.model.instance import Instance


def lodged(operation: Operation) -> Operation:
    people = (replace(one, offer=replace(one.offer, lodging=Lodging.NEED)) for one in operation.people)
    return replace(operation, people=tuple(people))


def filled(instance: Instance, state: State, *, lodged: int) -> list[tuple[int, bool]]:
    """What each need gained from one chain, and whether it had a bed left before."""
    trail, worth, gained = new_trail(len(instance.needs)), instance.needs["weight"].copy(), []
    for search, need in enumerate(np.argsort(-worth, kind="stable").tolist()):
        had_bed = has_room(instance, state, need, 1, 1)
        gained.append((fill_by_chain(instance, state, trail, search, search, need, worth, 1_000, lodged), had_bed))
    return gained


@given(operation=operations())
def test_a_chain_gains_what_it_says_and_keeps_every_limit(operation: Operation) -> None:
    model = build(operation)
    instance, state = model.instance, call_first_come(model)
    before = value_called(instance, state)

    gained = filled(instance, state, lodged=everybody_lodged(instance))

    assert value_called(instance, state) == before + sum(gain for gain, _ in gained)
    assert (state.left >= np.minimum(0, instance.left)).all()


@given(operation=operations().map(lodged))
def test_a_place_without_a_bed_is_filled_by_somebody_who_was_called_already(operation: Operation) -> None:
    model = build(operation)
    instance, state = model.instance, call_first_come(model)
    trail, worth = new_trail(len(instance.needs)), instance.needs["weight"].copy()

    for need in range(len(instance.needs)):
        has_bed, called = has_room(instance, state, need, 1, 1), _calls(state)
        gain = fill_by_chain(instance, state, trail, need, need, need, worth, 1_000, 1)

        assert has_bed or _calls(state) == called
        assert has_bed or gain < max(1, worth[need])


def _calls(state: State) -> int:
    return int((state.nodes["person"] >= 0).sum())


@given(operation=operations())
def test_a_need_with_beds_left_lacks_none_of_anybody(operation: Operation) -> None:
    model = build(operation)
    instance, state = model.instance, call_first_come(model)
    needs = range(len(instance.needs))

    open_beds = [need for need in needs if (state.left[_beds(instance, need)] > 0).all()]

    assert all(has_its_bed(instance, state, need, other) for need in open_beds for other in needs)


def _beds(instance: Instance, need: int) -> slice:
    return slice(int(instance.needs["bed_low"][need]), int(instance.needs["bed_high"][need]))
