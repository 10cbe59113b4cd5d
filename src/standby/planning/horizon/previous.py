"""The plan before this one: its calls, its needs and its prices, to begin from."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from standby.domain.errors import Fault, UnusableInput
from standby.planning.operation import NeedId, PersonId, PlaceId, Region, SiteId
from standby.planning.plan import Plan, Prices

_FILES = ("calls.csv", "needs.csv", "proof.json")
SCALE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What the last plan leaves: whom it called, how many each need that it knew was short, what it charged."""

    calls: tuple[tuple[PersonId, NeedId], ...]
    short: Mapping[NeedId, int]
    prices: Prices

    @classmethod
    def of(cls, plan: Plan) -> "Previous":
        return cls(
            calls=tuple((call.person_id, call.need_id) for call in plan.calls),
            short={need.need_id: need.short for need in plan.needs},
            prices=plan.proof.prices,
        )


def read_previous(folder: Path) -> Previous:
    """The plan in a folder that `standby plan` wrote; raises UnusableInput."""
    try:
        texts = {name: (folder / name).read_text(encoding="utf-8-sig") for name in _FILES}
        return Previous(
            calls=tuple((PersonId(row["person_id"]), NeedId(row["need_id"])) for row in _rows(texts["calls.csv"])),
            short={NeedId(row["need_id"]): int(row["short"]) for row in _rows(texts["needs.csv"])},
            prices=_prices(json.loads(texts["proof.json"])["prices"]),
        )
    except OSError as error:
        fault = Fault(file=str(error.filename), what=f"The last plan cannot be read: {error.strerror}.")
        raise UnusableInput((fault,)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        fault = Fault(file=str(folder), what="This is no plan that could be begun from; leave out --warm.")
        raise UnusableInput((fault,)) from error


def _rows(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(io.StringIO(text, newline=""))


def _prices(given: Mapping[str, Any]) -> Prices:
    if given["scale"] != SCALE:
        raise ValueError("Prices of another scale say nothing here.")
    return Prices(
        scale=SCALE,
        need={NeedId(need): _whole(cost) for need, cost in given["need"].items()},
        bed={(SiteId(site), day): cost for site, day, cost in _by_day(given["bed"])},
        reception={(Region(region), day): cost for region, day, cost in _by_day(given["reception"])},
        seat=_seats(given["seat"]),
    )


def _seats(given: Mapping[str, object]) -> dict[tuple[PlaceId, Region, date], int]:
    """By home and day, or by home, region and day."""
    found: dict[tuple[PlaceId, Region, date], int] = {}
    for home, inner in given.items():
        if not isinstance(inner, dict):
            raise TypeError("Prices of seats stand by home.")
        for key, value in inner.items():
            if isinstance(value, dict):
                found |= {(PlaceId(home), Region(key), _day(day)): _whole(cost) for day, cost in value.items()}
            else:
                found[PlaceId(home), Region(""), _day(key)] = _whole(value)
    return found


def _by_day(given: Mapping[str, object]) -> list[tuple[str, date, int]]:
    if not all(isinstance(costs, dict) for costs in given.values()):
        raise TypeError("Prices stand by day.")
    return [
        (place, _day(day), _whole(cost))
        for place, costs in given.items()
        if isinstance(costs, dict)
        for day, cost in costs.items()
    ]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _whole(cost: object) -> int:
    if not isinstance(cost, int) or isinstance(cost, bool) or cost < 0:
        raise ValueError("A price is a whole number from 0 up.")
    return cost
