"""Prices in whole thousandths of a weight, one a row of limits, and the bound that they prove."""

import numpy as np

from standby.planning.kernels.certificate import Worth, worth_of_units
from standby.planning.kernels.skipping import skip_needs, skip_rotations
from standby.planning.model.instance import NO_LIMIT, Instance, Ints
from standby.planning.relaxation.core import Core
from standby.planning.relaxation.program import Solution

SCALE = 1000


def prices_of(instance: Instance, core: Core, solution: Solution) -> Ints:
    """The duals of the core, rounded; the price of a need is what is left of its weight after all the others."""
    dual, needs = solution.row_price, instance.needs
    price = np.zeros(len(instance.left))
    price[core.limits] = np.maximum(0, dual[core.first_limit : core.first_limit + len(core.limits)])
    heads = np.flatnonzero(core.program.column < len(needs))
    charged = np.bincount(
        core.program.column[heads],
        weights=(core.program.entry * dual[core.program.row])[heads],
        minlength=len(needs),
    )
    price[: len(needs)] = np.maximum(0, needs["weight"] - charged)
    return np.rint(SCALE * price).astype(np.int64)


def worth_at(instance: Instance, price: Ints) -> Worth:
    needs = instance.needs
    nights = np.concatenate([[0], np.cumsum(price)])
    before_beds = SCALE * needs["weight"] - price[: len(needs)] - price[needs["reception"]]
    bed_nights = nights[needs["bed_high"]] - nights[needs["bed_low"]]
    at_most = before_beds + _most_for_seats(instance, price)
    if instance.people["lodged"].all():
        at_most -= bed_nights
    return Worth(
        before_beds=before_beds,
        bed_nights=bed_nights,
        price=price,
        skip=skip_needs(instance, at_most > 0),
        skip_rotation=skip_rotations(instance, at_most > 0),
    )


def _most_for_seats(instance: Instance, price: Ints) -> Ints:
    """By need, the most that anybody could earn by bringing seats."""
    if not price.size or not instance.seat_rows.size or not len(instance.people):
        return np.zeros(len(instance.needs), np.int64)
    dearest = np.where(instance.seat_rows >= 0, price[instance.seat_rows], 0).max(axis=0)
    return np.asarray(dearest[instance.needs["departure"]] * max(0, instance.people["effect"].max()))


def closed_at(instance: Instance, price: Ints, *, uncalled: Ints) -> Ints:
    """The prices with those of needs that take nobody new at the whole of their weight.

    FORMATS.md can be read both ways as to whether such a need stands in the bound's schedules. At this price nobody
    gains by it, so both readings prove the same bound; its empty places cost the bound their weight.
    """
    closed = (instance.heads_left < uncalled) | ((instance.heads_left == 0) & (uncalled == 0))
    priced = price.copy()
    priced[: len(closed)] = np.where(closed, SCALE * instance.needs["weight"], price[: len(closed)])
    return priced


def proven(instance: Instance, price: Ints, *, uncalled: Ints, fixed_value: int) -> int:
    """The bound of FORMATS.md: no plan under the hard rules is worth more; `uncalled` is what is left of each
    headcount.
    """
    left = np.concatenate([uncalled, instance.left[len(uncalled) :]])
    priced = np.flatnonzero(price)
    if (left[priced] >= NO_LIMIT).any():
        raise ValueError("A limit that does not exist has no price.")
    of_limits = sum(int(price[row]) * int(left[row]) for row in priced)
    total = SCALE * fixed_value + of_limits + worth_of_units(instance, worth_at(instance, price))
    return int(total // SCALE)
