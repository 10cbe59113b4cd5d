"""How many people could take each need, counted no further than anything asks."""

import numpy as np

from standby.planning.kernels.supply import supply_of_needs
from standby.planning.model.instance import Instance, Ints
from standby.planning.search.growing import SCARCE_TIMES

# Suited people looked at in all; more than their share are as good as any number.
_LOOKS = 8_000_000


def counted_supply(instance: Instance) -> Ints:
    enough = _LOOKS // max(1, len(instance.needs))
    most = np.maximum(np.ceil(SCARCE_TIMES * instance.heads_left).astype(np.int64), enough)
    return supply_of_needs(instance, most)
