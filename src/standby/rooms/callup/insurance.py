"""A need for which more people are called than it asks for is two rows of a plan's files: its places, its insurance.

A place counts twice as much as a call beyond the headcount, whatever the priority (docs/decisions/0030). Everywhere but
in the files the two rows are one need.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PRIORITIES = 5
_MORE = ".more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """How many a plan is to call in each row of a need; without insurance `more_id` is empty."""

    code: str
    places: int
    more: int = 0
    more_id: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.code, self.more_id) if self.more_id else (self.code,)


def rows_of(wanted: Mapping[str, tuple[int, int]]) -> dict[str, Rows]:
    """By a need's code, from its headcount and how many to call. No id is another need's code.

    >>> rows_of({"N1": (10, 18)})["N1"]
    Rows(code='N1', places=10, more=8, more_id='N1.more')
    """
    taken, rows = set(wanted), {}
    for code, (headcount, to_call) in wanted.items():
        more_id = ""
        if to_call > headcount:
            more_id = _free_id(code, taken)
            taken.add(more_id)
        rows[code] = Rows(code=code, places=min(headcount, to_call), more=max(0, to_call - headcount), more_id=more_id)
    return rows


def _free_id(code: str, taken: set[str]) -> str:
    more_id = code + _MORE
    while more_id in taken:
        more_id += _MORE
    return more_id


def weights_of_both(weights: Sequence[int]) -> list[int]:
    """For the places twice as much as for the insurance, whose priorities come after those of the places."""
    return [*(2 * weight for weight in weights), *weights]


def insurance_priority(priority: int) -> int:
    return priority + PRIORITIES


def laid(held: Iterable[tuple[str, str]], rows: Mapping[str, Rows]) -> dict[tuple[str, str], str]:
    """The row of each person and code: places go to whoever comes first, the others are insurance."""
    found: dict[tuple[str, str], str] = {}
    taken: Counter[str] = Counter()
    for person, code in held:
        if (person, code) not in found:
            of_need = rows[code]
            found[person, code] = code if taken[code] < of_need.places else of_need.more_id or code
            taken[code] += 1
    return found


def codes_in(folder: Path) -> dict[str, str]:
    """By the id of each row of a folder's needs.csv, the need it belongs to: an insurance follows its places."""
    codes: dict[str, str] = {}
    last = ""
    for row in _needs(folder):
        if int(row["priority"]) <= PRIORITIES:
            last = row["need_id"]
        codes[row["need_id"]] = last
    return codes


def places_in(folder: Path) -> dict[str, int]:
    """By need, how many places a folder's needs.csv has."""
    return {row["need_id"]: int(row["headcount"]) for row in _needs(folder) if int(row["priority"]) <= PRIORITIES}


def _needs(folder: Path) -> list[dict[str, str]]:
    with (folder / "needs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
