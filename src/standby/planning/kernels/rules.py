"""The hard rules of FORMATS.md as questions about one person and one need.

Rules 1 to 3 are about the person; `has_room` and `has_seat` are rules 5 and 6 about what is left.
"""

from standby.planning.kernels.compiler import lean
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance


@lean
def way_of(instance: Instance, person: int, need: int) -> int:
    """Whole days of travel each way."""
    return int(instance.ways[instance.people[person]["home"], instance.needs[need]["region"]])


@lean
def may_be_away(instance: Instance, person: int, first: int, last: int) -> bool:
    """Rule 2 for one absence; days away in all are `is_clear`'s to judge, and left out of the bound."""
    people = instance.people
    if last - first + 1 > people[person]["max_stay"]:
        return False
    for window in range(people[person]["window_low"], people[person]["window_high"]):
        if instance.windows[window]["first"] <= first and last <= instance.windows[window]["last"]:
            return True
    return False


@lean
def is_suited(instance: Instance, person: int, need: int) -> bool:
    """Rules 1 and 2: skilled for it, and free for it if for nothing else."""
    people, needs = instance.people, instance.needs
    skill = people[person]["skill"]
    if skill < 0 or not instance.meets[skill, needs[need]["requirement"]]:
        return False
    way = way_of(instance, person, need)
    return may_be_away(instance, person, needs[need]["first"] - way, needs[need]["last"] + way)


@lean
def is_clear(instance: Instance, state: State, person: int, first: int, last: int) -> bool:
    """Rules 2 and 3 beside the calls that the person has: rest between, and days away in all."""
    people, needs = instance.people, instance.needs
    if state.away[person]["days"] + last - first + 1 > people[person]["max_total"]:
        return False
    node = state.away[person]["first_call"]
    while node >= 0:
        need = state.nodes[node]["need"]
        way = way_of(instance, person, need)
        begins, ends = needs[need]["first"] - way, needs[need]["last"] + way
        if not (first > ends + instance.rest_days or last + instance.rest_days < begins):
            return False
        node = state.nodes[node]["next_call"]
    return True


@lean
def is_clear_for(instance: Instance, state: State, person: int, need: int) -> bool:
    """Whether somebody suited for the need is clear of every other call."""
    way = way_of(instance, person, need)
    return is_clear(instance, state, person, instance.needs[need]["first"] - way, instance.needs[need]["last"] + way)


@lean
def is_free(instance: Instance, state: State, person: int, need: int) -> bool:
    """Suited for the need and clear of every other call."""
    return is_suited(instance, person, need) and is_clear_for(instance, state, person, need)


@lean
def has_room(instance: Instance, state: State, need: int, heads: int, lodged: int) -> bool:
    """Whether the need, the reception and the beds can take so many, of whom so many need a bed."""
    needs = instance.needs
    if state.left[need] < heads or state.left[needs[need]["reception"]] < heads:
        return False
    for row in range(needs[need]["bed_low"], needs[need]["bed_high"]):  # noqa: SIM110  a kernel has no generators
        if state.left[row] < lodged:
            return False
    return True


@lean
def has_seat(instance: Instance, state: State, person: int, need: int) -> bool:
    """Whether somebody can get there: a driver brings seats, a passenger takes one."""
    effect = instance.people[person]["effect"]
    seat = instance.seat_rows[instance.people[person]["home"], instance.needs[need]["departure"]]
    return bool(seat < 0 or effect >= 0 or state.left[seat] + effect >= 0)


@lean
def can_spare_seats(instance: Instance, state: State, person: int, need: int) -> bool:
    """Whether the others of that day still have seats when this person does not go."""
    effect = instance.people[person]["effect"]
    seat = instance.seat_rows[instance.people[person]["home"], instance.needs[need]["departure"]]
    return bool(seat < 0 or effect <= 0 or state.left[seat] >= effect)


@lean
def may_call(instance: Instance, state: State, person: int, need: int) -> bool:
    """All the rules at once, for somebody who goes alone."""
    return may_join(instance, state, person, need) and is_suited(instance, person, need)


@lean
def may_join(instance: Instance, state: State, person: int, need: int) -> bool:
    """All the other rules for somebody suited who goes alone."""
    return (
        has_room(instance, state, need, 1, instance.people[person]["lodged"])
        and has_seat(instance, state, person, need)
        and is_clear_for(instance, state, person, need)
    )
