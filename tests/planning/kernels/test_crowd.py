"""The crowd, held against the rule that it stands for."""

import numpy as np
from hypothesis import given
from tests.planning.operations import operations

from standby.planning import Operation
from standby.planning.horizon.frozen import unmoved
from standby.planning.kernels.crowd import everybody, suited_at, those_alone
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.supply import supply_of_needs
from standby.planning.model.build import build
from standby.planning.model.crowd import alike_in_dates
from standby.planning.model.instance import Instance


def suited(instance: Instance, need: int) -> list[int]:
    return [person for person in range(len(instance.people)) if is_suited(instance, person, need)]


def found(instance: Instance, need: int) -> list[int]:
    record, places = instance.needs[need], []
    for skill in instance.lists[record["candidate_low"] : record["candidate_high"]].tolist():
        low, high = everybody(instance, skill)
        places += [suited_at(instance, place, need) for place in range(low, high)]
    return sorted(person for person in places if person >= 0)


@given(operation=operations())
def test_whoever_is_suited_is_found_in_the_crowd_once(operation: Operation) -> None:
    instance = build(operation).instance
    needs = range(len(instance.needs))

    assert [found(instance, need) for need in needs] == [suited(instance, need) for need in needs]


@given(operation=operations())
def test_those_who_go_alone_stand_before_members_of_parties(operation: Operation) -> None:
    instance = build(operation).instance

    for skill in range(len(instance.skills)):
        low, high = those_alone(instance, skill)
        crowd = instance.crowd[low : everybody(instance, skill)[1]]["person"]
        assert instance.people["alone"][crowd].tolist() == [1] * (high - low) + [0] * (len(crowd) - high + low)


@given(operation=operations())
def test_whoever_is_not_to_be_moved_is_suited_for_nothing(operation: Operation) -> None:
    instance = build(operation).instance
    nobody = unmoved(instance, np.ones(len(instance.people), np.bool_))

    assert [found(nobody, need) for need in range(len(nobody.needs))] == [[] for _ in nobody.needs]


@given(operation=operations())
def test_as_many_are_counted_as_are_suited(operation: Operation) -> None:
    instance = build(operation).instance
    needs = range(len(instance.needs))

    supply = supply_of_needs(instance, alike_in_dates(instance.crowd))

    assert supply.tolist() == [len(suited(instance, need)) for need in needs]


@given(operation=operations())
def test_those_who_are_alike_are_suited_for_the_same_needs_as_far_as_dates_go(operation: Operation) -> None:
    instance = build(operation).instance
    may_come: dict[int, set[tuple[bool, ...]]] = {}
    for place, kind in enumerate(alike_in_dates(instance.crowd).tolist()):
        answers = tuple(suited_at(instance, place, need) >= 0 for need in range(len(instance.needs)))
        may_come.setdefault(kind, set()).add(answers)

    assert all(len(answers) == 1 for answers in may_come.values())
