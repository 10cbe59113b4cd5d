"""The crowd: who of those with a skill could come to a need as far as dates go.

Whoever looks for somebody looks at thousands, most of whom are not free at that time. The records of the crowd are
small and stand side by side, so that those are passed over some twenty times faster than by the rule itself.
"""

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.rules import may_be_away
from standby.planning.model.instance import Instance


@lean
def those_alone(instance: Instance, skill: int) -> tuple[int, int]:
    """From and to which place of the crowd stand those of a skill who go alone, in the order of their ids."""
    record = instance.skills[skill]
    return record["crowd_low"], record["crowd_alone"]


@lean
def everybody(instance: Instance, skill: int) -> tuple[int, int]:
    """From and to which place of the crowd stand all of a skill."""
    record = instance.skills[skill]
    return record["crowd_low"], record["crowd_high"]


@lean
def suited_at(instance: Instance, place: int, need: int) -> int:
    """The person at a place of the crowd whose skill meets what the need asks, if rule 2 lets them go; otherwise -1."""
    someone, record = instance.crowd[place], instance.needs[need]
    way = instance.ways[someone["home"], record["region"]]
    first, last = record["first"] - way, record["last"] + way
    if first < someone["first"] or last > someone["last"] or last - first + 1 > someone["stay"]:
        return -1
    if someone["windows"] > 1 and not may_be_away(instance, someone["person"], first, last):
        return -1
    return int(someone["person"])
