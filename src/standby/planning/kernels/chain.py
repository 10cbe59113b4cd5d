"""The best set of absences of one unit: none overlap, rest lies between, nobody is away longer than they may be.

Choices are given in the order of their first days for the first member; `first` and `last` have a row a choice and
a column a member, because members from different homes are away for different days.
"""

import numpy as np

from standby.planning.kernels.compiler import compiled, lean
from standby.planning.kernels.order import first_above
from standby.planning.model.instance import Flags, Ints

# Steps after which a search stops and keeps its best. Only limits on days in all, or parties of many homes, take
# more than one step a choice.
MOST_STEPS = 20_000


@compiled
def best_from(first: Ints, last: Ints, value: Ints, rest_days: int) -> Ints:
    """The most that the choices from each position on can give to one member, days away in all left out.

    It is exact for one person without such a limit, and a bound otherwise.
    """
    count = value.size
    best = np.zeros(count + 1, np.int64)
    for choice in range(count - 1, -1, -1):
        after = first_above(first, last[choice] + rest_days)
        best[choice] = max(best[choice + 1], value[choice] + best[after])
    return best


@compiled
def best_chain(first: Ints, last: Ints, value: Ints, most_days: Ints, rest_days: int) -> Flags:
    """Which choices to take for the most value; found by trying the better half first and leaving hopeless ones."""
    count = value.size
    bound = best_from(first[:, 0], last[:, 0], value, rest_days)
    if most_days.size == 1:
        straight = _straight_way(first[:, 0], last[:, 0], bound, most_days[0], rest_days)
        if straight.size:
            return straight
    chosen, best_chosen = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    turns = np.zeros(count + 1, np.int64)
    current, best, steps, choice = 0, 0, 0, 0
    days_left = most_days.copy()
    while choice >= 0:
        if turns[choice] == 0:
            steps += 1
            if current > best:
                best = current
                best_chosen[:] = chosen
            if choice == count or current + bound[choice] <= best or steps > MOST_STEPS:
                choice -= 1
                continue
        elif chosen[choice]:
            chosen[choice] = False
            current -= value[choice]
            days_left += last[choice] - first[choice] + 1
        if turns[choice] == 2:
            turns[choice] = 0
            choice -= 1
            continue
        takes = (turns[choice] == 0) == (bound[choice] > bound[choice + 1])
        turns[choice] += 1
        if takes:
            if not _follows(first, last, chosen, choice, days_left, rest_days):
                continue
            chosen[choice] = True
            current += value[choice]
            days_left -= last[choice] - first[choice] + 1
        choice += 1
        turns[choice] = 0
    return best_chosen


@compiled
def _straight_way(first: Ints, last: Ints, bound: Ints, days_left: int, rest_days: int) -> Flags:
    """For one member, what the search below comes to first: the bound itself. Nothing where too many days are taken."""
    chosen, choice = np.zeros(bound.size - 1, np.bool_), 0
    while choice < chosen.size and bound[choice] > 0:
        if bound[choice] > bound[choice + 1]:
            days_left -= last[choice] - first[choice] + 1
            if days_left < 0:
                return chosen[:0]
            chosen[choice] = True
            choice = first_above(first, last[choice] + rest_days)
        else:
            choice += 1
    return chosen


@lean
def _follows(first: Ints, last: Ints, chosen: Flags, choice: int, days_left: Ints, rest_days: int) -> bool:
    """Whether every member has rested since the choice before, and days left to be away."""
    before = choice - 1
    while before >= 0 and not chosen[before]:
        before -= 1
    for member in range(days_left.size):
        if last[choice, member] - first[choice, member] + 1 > days_left[member]:
            return False
        if before >= 0 and first[choice, member] <= last[before, member] + rest_days:
            return False
    return True
