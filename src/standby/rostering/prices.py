"""Prices of the shifts that prove a good bound, found by column generation.

Prices are smoothed between the best ones so far and the newest (Wentges 1997): the raw ones swing.
"""

from collections.abc import Callable, Iterable

import numpy as np

from standby.rostering.master import Master
from standby.rostering.model import SCALE, Ints, Model
from standby.rostering.pricing import Market, Offer, offer_at

_SMOOTHING = 0.5
_FIRST_PRICE = 0.6
_CLOSE_ENOUGH = 2e-3
_MOST_ROUNDS = 60


def find_prices(market: Market, master: Master, *, may_go_on: Callable[[float], bool]) -> Offer:
    """The best bound found. `may_go_on` is asked before each round, and told how far this has come, from 0 to 1."""
    model = market.model
    best = _best_of(offer_at(market, price) for price in _first_prices(model))
    newest = best
    for number in range(_MOST_ROUNDS):
        added = master.add(newest.duties)
        master.solve()
        if best.upper - master.objective <= best.upper * _CLOSE_ENOUGH or not may_go_on(number / _MOST_ROUNDS):
            break
        smoothing = _SMOOTHING if added else 0.0
        price = smoothing * best.price + (1 - smoothing) * master.prices
        newest = offer_at(market, np.rint(price).astype(np.int64))
        best = _best_of((best, newest))
    return best


def _best_of(offers: Iterable[Offer]) -> Offer:
    return min(offers, key=lambda offer: offer.upper)


def _first_prices(model: Model) -> tuple[Ints, ...]:
    """Where people are scarce, a head costs nearly all that it is worth; where they are not, everything is filled."""
    full = model.weight * SCALE
    return np.rint(full * _FIRST_PRICE).astype(np.int64), full
