"""Goes through the needs that are short, and fills what a move can fill."""

from standby.planning.kernels.compiler import compiled
from standby.planning.kernels.replace import Trail, fill_by_chain
from standby.planning.kernels.room import fill_by_room, rivals_of
from standby.planning.kernels.rules import has_room
from standby.planning.kernels.seats import fill_by_seat
from standby.planning.kernels.state import State
from standby.planning.kernels.turns import everybody_lodged
from standby.planning.model.instance import Instance, Ints


@compiled
def fill_short_needs(
    instance: Instance, state: State, trail: Trail, tried: Ints, order: Ints, worth: Ints, search: int, most_looks: int
) -> tuple[int, int]:
    """One round over the needs of `order`; the gain in worth, and the number of the last search."""
    gain, since, lodged = 0, search, everybody_lodged(instance)
    for need in order:
        while state.left[need] > 0 and worth[need] > 0:
            search += 1
            step = _fill_one(instance, state, trail, tried, need, worth, search, since, most_looks, lodged)
            if step == 0:
                break
            gain, since = gain + step, search
    return int(gain), int(search)


@compiled
def _fill_one(
    instance: Instance,
    state: State,
    trail: Trail,
    tried: Ints,
    need: int,
    worth: Ints,
    search: int,
    since: int,
    most_looks: int,
    lodged: int,
) -> int:
    """Fill one place by the first move that can; the gain, or 0."""
    step = fill_by_chain(instance, state, trail, search, since, need, worth, most_looks, lodged)
    if step == 0 and not has_room(instance, state, need, 1, 1):
        step = fill_by_room(instance, state, need, worth, rivals_of(instance, need))
    elif step == 0 and fill_by_seat(instance, state, need, tried, search):
        step = worth[need]
    return int(step)
