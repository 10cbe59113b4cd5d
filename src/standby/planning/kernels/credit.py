"""Settles seats that are owed: drivers are called to places that have to be filled anyway; at last calls are taken
back.
"""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.disaggregate import may_call_on_credit
from standby.planning.kernels.order import order_of
from standby.planning.kernels.rules import has_room
from standby.planning.kernels.seats import free_a_seat
from standby.planning.kernels.state import State, call, release
from standby.planning.kernels.turns import everybody_lodged
from standby.planning.model.instance import Instance, Ints

MANY = 1 << 40


@lean
def settle_by_drivers(instance: Instance, state: State, driver_ptr: Ints, drivers: Ints) -> int:
    """Where seats are owed, call drivers of that home to needs with places left; how many came.

    `drivers` go alone and are listed by home from `driver_ptr` on, in the order in which they are asked.
    """
    count = 0
    for need in range(len(instance.needs)):
        departure = instance.needs[need]["departure"]
        for home in range(driver_ptr.size - 1):
            seat = instance.seat_rows[home, departure]
            if seat < 0 or state.left[seat] >= 0 or not has_room(instance, state, need, 1, 0):
                continue
            for position in range(driver_ptr[home], driver_ptr[home + 1]):
                if state.left[seat] >= 0 or state.left[need] <= 0:
                    break
                if may_call_on_credit(instance, state, drivers[position], need):
                    call(instance, state, drivers[position], need)
                    count += 1
    return count


@compiled
def provide_seats(
    instance: Instance, state: State, groups: Ints, driver_ptr: Ints, drivers: Ints, share: Ints, total: int
) -> int:
    """Call drivers to days for which passengers would find too few seats; how many came.

    `groups` numbers the departures that draw on the same seats. Of the places left on such days each home is
    expected to fill as many as `share` of `total` people live there. The poorest days are served first.
    """
    count, skill = 0, np.empty(drivers.size, np.int64)
    for position in range(drivers.size):
        skill[position] = instance.people[drivers[position]]["skill"]
    lodged = everybody_lodged(instance)
    wanted = _places_by_group(instance, state, groups)
    for group in order_of(_plenty(instance, state, groups, wanted)):
        for home in range(driver_ptr.size - 1):
            low, high = driver_ptr[home], driver_ptr[home + 1]
            few = share[home], total
            count += _provide(
                instance, state, groups, group, home, drivers[low:high], skill[low:high], few, wanted, lodged
            )
    return count


@compiled
def _places_by_group(instance: Instance, state: State, groups: Ints) -> Ints:
    wanted = np.zeros(groups.size, np.int64)
    for need in range(len(instance.needs)):
        wanted[groups[instance.needs[need]["departure"]]] += max(0, state.left[need])
    return wanted


@compiled
def _plenty(instance: Instance, state: State, groups: Ints, wanted: Ints) -> Ints:
    """By group, thousandths of a seat for each place left; departures without a limit of seats have plenty."""
    plenty = np.full(groups.size, MANY, np.int64)
    for departure in range(groups.size):
        group = groups[departure]
        if wanted[group] > 0 and plenty[group] == MANY and instance.seat_rows[0, departure] >= 0:
            seats = 0
            for home in range(instance.seat_rows.shape[0]):
                seats += max(0, state.left[instance.seat_rows[home, departure]])
            plenty[group] = 1000 * seats // wanted[group]
    return plenty


@lean
def _provide(
    instance: Instance,
    state: State,
    groups: Ints,
    group: int,
    home: int,
    drivers: Ints,
    skill: Ints,
    few: tuple[int, int],
    wanted: Ints,
    lodged: int,
) -> int:
    """Call drivers of one home to needs of one group while seats are few. `skill` is that of each driver, and `lodged`
    1 where everybody needs a bed: most drivers cannot do what a need asks, and nothing else is looked up for those.
    """
    count = 0
    share, total = few
    for need in range(len(instance.needs)):
        departure = instance.needs[need]["departure"]
        seat = instance.seat_rows[home, departure]
        if groups[departure] != group or seat < 0 or not has_room(instance, state, need, 1, 0):
            continue
        requirement, is_open = instance.needs[need]["requirement"], has_room(instance, state, need, 1, lodged)
        for position in range(drivers.size):
            if not is_open or state.left[seat] * total >= share * wanted[group]:
                break
            if skill[position] < 0 or not instance.meets[skill[position], requirement]:
                continue
            if may_call_on_credit(instance, state, drivers[position], need):
                call(instance, state, drivers[position], need)
                is_open = has_room(instance, state, need, 1, lodged)
                wanted[group] -= 1
                count += 1
    return count


@lean
def settle_by_giving_up(instance: Instance, state: State) -> int:
    """Let passengers give way to others where seats are still owed, and take calls back where nobody can; how many
    were taken back.
    """
    count, before = 0, -1
    # A party that is taken back takes the seats of its own driver along: somebody else's may be owed then.
    while count > before:
        before = count
        for departure in range(instance.seat_rows.shape[1]):
            for home in range(instance.seat_rows.shape[0]):
                seat = instance.seat_rows[home, departure]
                while seat >= 0 and state.left[seat] < 0:
                    if not free_a_seat(instance, state, home, seat):
                        count += _give_up_lightest(instance, state, seat)
    return count


@lean
def _give_up_lightest(instance: Instance, state: State, seat: int) -> int:
    """Take back the call worth least among those that use this limit of seats, with all of its party."""
    people, needs = instance.people, instance.needs
    found, least = -1, 0
    for need in range(len(needs)):
        node = state.roster[need]
        while node >= 0:
            person = state.nodes[node]["person"]
            if (
                people[person]["effect"] < 0
                and instance.seat_rows[people[person]["home"], needs[need]["departure"]] == seat
            ):
                cost = needs[need]["weight"] * (
                    instance.units[people[person]["unit"]]["high"] - instance.units[people[person]["unit"]]["low"]
                )
                if found < 0 or cost < least:
                    found, least = node, cost
                if people[person]["alone"]:
                    break
            node = state.nodes[node]["next_in_roster"]
    return _take_back(instance, state, found)


@lean
def _take_back(instance: Instance, state: State, node: int) -> int:
    """Of a party the calls of every member to that rotation."""
    rotation = instance.needs[state.nodes[node]["need"]]["rotation"]
    count = 0
    unit = instance.units[instance.people[state.nodes[node]["person"]]["unit"]]
    for position in range(unit["low"], unit["high"]):
        member = instance.lists[position]
        step = state.away[member]["first_call"]
        while step >= 0:
            following = state.nodes[step]["next_call"]
            if instance.needs[state.nodes[step]["need"]]["rotation"] == rotation:
                release(instance, state, step)
                count += 1
            step = following
    return count
