"""Lists from which what is closed is skipped, so that a million people do not each look at every need that is full.

`skip` holds for each place of a list the place to go on from: itself where it is open. Chains of closed places are
shortened as they are followed (path halving), so following them costs next to nothing.
"""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.model.instance import Flags, Instance, Ints


@lean
def next_open(skip: Ints, place: int) -> int:
    """The first place from `place` on that is open."""
    while skip[place] != place:
        skip[place] = skip[skip[place]]
        place = skip[place]
    return place


@compiled
def nothing_skipped(size: int) -> Ints:
    """Everything is open; one more place stands behind the last."""
    return np.arange(size + 1)


@compiled
def skip_needs(instance: Instance, is_open: Flags) -> Ints:
    """For the lists of needs by skill: only the needs of `is_open` are not skipped."""
    skip = nothing_skipped(instance.lists.size)
    for skill in range(len(instance.skills)):
        low, high = instance.skills[skill]["need_low"], instance.skills[skill]["need_high"]
        for place in range(high - 1, low - 1, -1):
            if not is_open[instance.lists[place]]:
                skip[place] = skip[place + 1] if place + 1 < high else high
    return skip


@compiled
def skip_rotations(instance: Instance, is_open: Flags) -> Ints:
    """For the rotations in order: only those with a need of `is_open` are not skipped."""
    rotations = instance.rotations
    skip = nothing_skipped(len(rotations))
    for rotation in range(len(rotations) - 1, -1, -1):
        found = False
        for place in range(rotations[rotation]["low"], rotations[rotation]["high"]):
            found = found or is_open[instance.lists[place]]
        if not found:
            skip[rotation] = skip[rotation + 1]
    return skip
