"""How many people could take each need, alone or in a party."""

from standby.planning.kernels.supply import supply_of_needs
from standby.planning.model.crowd import alike_in_dates
from standby.planning.model.instance import Instance, Ints


def counted_supply(instance: Instance) -> Ints:
    return supply_of_needs(instance, alike_in_dates(instance.crowd))
