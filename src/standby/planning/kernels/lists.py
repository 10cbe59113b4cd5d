"""The lists of an instance, by what they are lists of."""

from standby.planning.kernels.compiler import compiled
from standby.planning.model.instance import Instance, Ints


@compiled
def members_of(instance: Instance, unit: int) -> Ints:
    """Those who go together, in the order of their ids."""
    record = instance.units[unit]
    return instance.lists[record["low"] : record["high"]]


@compiled
def needs_of_rotation(instance: Instance, rotation: int) -> Ints:
    record = instance.rotations[rotation]
    return instance.lists[record["low"] : record["high"]]


@compiled
def needs_of_skill(instance: Instance, skill: int) -> Ints:
    """In the order of their first days."""
    record = instance.skills[skill]
    return instance.lists[record["need_low"] : record["need_high"]]


@compiled
def people_of_skill(instance: Instance, skill: int) -> Ints:
    """Those who go alone."""
    record = instance.skills[skill]
    return instance.lists[record["person_low"] : record["person_high"]]


@compiled
def skills_for(instance: Instance, need: int) -> Ints:
    """The skills that meet what a need asks, the least wanted first."""
    record = instance.needs[need]
    return instance.lists[record["candidate_low"] : record["candidate_high"]]
