"""What if, asked and answered of whole needs, though a plan's files have two rows of some."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from standby.rooms.callup.insurance import codes_in, places_in

Outcome = dict[str, object]
_NUMBERS = "headcount_before", "headcount", "filled_before", "filled"
_FEWER = re.compile(r"need:([^:]+):(?:-(\d+)|(cancelled))")


def asked_of_rows(changes: Iterable[str], operation: Path) -> list[str]:
    """A need that is cancelled, or keeps no place, calls nobody beyond its places either."""
    places, insured = places_in(operation), _insurances(operation)
    found: list[str] = []
    for change in changes:
        found.append(change)
        fewer = _FEWER.fullmatch(change)
        if fewer and fewer[1] in insured and (fewer[3] or int(fewer[2]) >= places[fewer[1]]):
            found.append(f"need:{insured[fewer[1]]}:cancelled")
    return found


def _insurances(operation: Path) -> dict[str, str]:
    return {code: row_id for row_id, code in codes_in(operation).items() if row_id != code}


def answered_of_needs(outcome: Outcome, *, operation: Path, plan: Path) -> Outcome:
    """The differences of needs, the greatest loss first, from those of their rows; `plan` holds the other plan."""
    codes = codes_in(operation)
    differing_rows = {
        str(row["need_id"]): Counter({name: int(row[name]) for name in _NUMBERS})
        for row in cast("list[dict[str, int | str]]", outcome["needs"])
    }
    rows = _as_in(plan) | differing_rows
    touched = {codes.get(row_id, row_id) for row_id in differing_rows}
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for row_id, numbers in rows.items():
        sums[codes.get(row_id, row_id)].update(numbers)
    found = [{"need_id": code, **{name: sums[code][name] for name in _NUMBERS}} for code in touched]
    return outcome | {"needs": sorted(filter(_differs, found), key=_greatest_loss)}


def helps_of_needs(outcome: Outcome, *, operation: Path) -> Outcome:
    """Each change with the number of needs, not of rows, in which it fills more places."""
    codes = codes_in(operation)
    helps = [
        {name: row[name] for name in ("change", "worth", "people")}
        | {"needs": len({codes.get(row_id, row_id) for row_id in cast("list[str]", row["gaining"])})}
        for row in cast("list[dict[str, object]]", outcome["helps"])
    ]
    return outcome | {"helps": helps}


def _as_in(plan: Path) -> dict[str, Counter[str]]:
    """Of every row of the other plan: what does not differ is before what it is after."""
    with (plan / "needs.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["need_id"]: Counter({name: int(row[name.removesuffix("_before")]) for name in _NUMBERS})
            for row in csv.DictReader(file)
        }


def _differs(row: Mapping[str, object]) -> bool:
    return (row["headcount_before"], row["filled_before"]) != (row["headcount"], row["filled"])


def _greatest_loss(row: Mapping[str, object]) -> tuple[int, int, str]:
    gained = int(str(row["filled"])) - int(str(row["filled_before"]))
    return min(0, gained), -abs(gained), str(row["need_id"])
