"""The lists of an instance, by what they are lists of."""

from standby.planning.kernels.compiler import compiled, lean
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


@lean
def places_of_rotation(instance: Instance, rotation: int) -> tuple[int, int]:
    """From and to which place of `lists` stand the needs of a rotation."""
    record = instance.rotations[rotation]
    return record["low"], record["high"]


@lean
def some_need_of(instance: Instance, rotation: int) -> int:
    """Whichever need of a rotation: they have their site and days, and so all limits but that of heads, in common."""
    return int(instance.lists[instance.rotations[rotation]["low"]])


@lean
def places_of_skills(instance: Instance, need: int) -> tuple[int, int]:
    """From and to which place of `lists` stand the skills that meet what a need asks, the least wanted first."""
    record = instance.needs[need]
    return record["candidate_low"], record["candidate_high"]
