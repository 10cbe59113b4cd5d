"""Prices of one model on the rows of another; what they prove there is worked out anew, so that any use is safe."""

from collections.abc import Set as AbstractSet

import numpy as np

from standby.planning.model.build import Model
from standby.planning.model.instance import NO_LIMIT, Ints
from standby.planning.model.needs import heads_uncalled
from standby.planning.operation import NeedId, SiteId
from standby.planning.plan import Prices
from standby.planning.relaxation.prices import SCALE, closed_at


def prices_on(model: Model, prices: Prices, *, known: AbstractSet[NeedId]) -> Ints:
    """By row. A need that the prices did not know costs its whole weight: as if it were filled at nobody's expense."""
    rows, instance = model.rows, model.instance
    price = np.zeros(len(instance.left), np.int64)
    whole = (SCALE * instance.needs["weight"]).tolist()
    for number, need in enumerate(model.needs):
        price[number] = prices.need.get(need.need_id, 0) if need.need_id in known else whole[number]
    _put_beds(model, prices, price)
    for number, arrival in enumerate(rows.reception.keys):
        price[rows.first_reception + number] = prices.reception.get(arrival, 0)
    for number, seat in enumerate(rows.seats.keys):
        price[rows.first_seat + number] = prices.seat.get(seat, 0)
    price[instance.left >= NO_LIMIT] = 0
    return closed_at(instance, price, uncalled=heads_uncalled(model.needs, fixed=model.fixed))


def in_coin(prices: Prices, *, times: int) -> Prices:
    """The same prices where weights count so many times as much."""
    return Prices(
        scale=prices.scale,
        need={key: cost * times for key, cost in prices.need.items()},
        bed={key: cost * times for key, cost in prices.bed.items()},
        reception={key: cost * times for key, cost in prices.reception.items()},
        seat={key: cost * times for key, cost in prices.seat.items()},
    )


def _put_beds(model: Model, prices: Prices, price: Ints) -> None:
    """A row stands for a run of days; it takes the price of whichever of them had one."""
    starts: dict[SiteId, dict[int, int]] = {}
    for number, need in enumerate(model.needs):
        record = model.instance.needs[number]
        starts.setdefault(need.site_id, {})[need.days.first.toordinal()] = int(record["bed_low"])
        starts[need.site_id][need.days.last.toordinal() + 1] = int(record["bed_high"])
    for (site, day), cost in prices.bed.items():
        cuts = [cut for cut in starts.get(site, {}) if cut <= day.toordinal()]
        row = starts[site][max(cuts)] if cuts else -1
        if (
            0 <= row - model.rows.first_bed < len(model.rows.beds.keys)
            and model.rows.beds.keys[row - model.rows.first_bed][0] == site
        ):
            price[row] += cost
