"""Invents a flood as the studies of spontaneous volunteers describe one: many who live near, many short activities.

Twenty-five places along a river, eight activities at each, twenty days: 4,000 activity-times of one day each, and
10,000 volunteers who come for a day or some, know one to three of the activities, sleep at home and walk or cycle.
There is about as much work as there are hands, unevenly spread, and the dykes come first. The sizes are those of the
largest published instances; the generator is our own, so no figure can be held against theirs.

    python -m benchmarks.planning.flood DIR --seed 2
"""

import argparse
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt

from standby.formats.rows import as_csv

DAY_ZERO = date(2013, 6, 3)
DAYS, PLACES = 20, 25
# Code, share of volunteers who know it, people wanted, and the odds of the five priorities.
ACTIVITIES = (
    ("9629", 1.0, 16, (0.3, 0.3, 0.2, 0.1, 0.1)),
    ("9312", 0.35, 14, (0.3, 0.3, 0.2, 0.1, 0.1)),
    ("8322", 0.25, 5, (0.1, 0.3, 0.3, 0.2, 0.1)),
    ("5120", 0.2, 6, (0.0, 0.2, 0.4, 0.3, 0.1)),
    ("4321", 0.15, 6, (0.0, 0.1, 0.3, 0.4, 0.2)),
    ("4110", 0.12, 3, (0.0, 0.2, 0.3, 0.3, 0.2)),
    ("2221", 0.05, 2, (0.5, 0.3, 0.2, 0.0, 0.0)),
    ("7411", 0.04, 2, (0.3, 0.3, 0.2, 0.1, 0.1)),
)


def generate_flood(*, seed: int, people: int = 10_000) -> dict[str, bytes]:
    """The files of an operation, by name."""
    draw = np.random.default_rng(seed)
    return {
        "people.csv": _people(draw, people),
        "sites.csv": as_csv(("site_id", "region", "beds"), [(f"S{place:02}", "R0", "") for place in range(PLACES)]),
        "needs.csv": _needs(draw, scale=people / 10_000),
        "policy.toml": b"rest_days = 0\nweights = [100, 30, 10, 3, 1]\nnotice_hours = 4\n",
    }


def _people(draw: np.random.Generator, count: int) -> bytes:
    knows = draw.random((count, len(ACTIVITIES))) < np.array([share for _, share, _, _ in ACTIVITIES])
    # The wave of help swells and ebbs; most come for a day or two.
    first = np.clip(draw.normal(DAYS * 0.4, DAYS * 0.25, count), 0, DAYS - 1).astype(np.int64)
    last = np.minimum(first + draw.geometric(0.3, count), DAYS) - 1
    party = np.where(draw.random(count) < 0.12, np.arange(count) // 3, -1)
    rows = (
        (
            f"P{n:06}",
            ";".join(f"{code}:1" for (code, *_), known in zip(ACTIVITIES, knows[n], strict=True) if known),
            f"{_day(first[n if party[n] < 0 else _leader(party, n)])}",
            f"{_day(last[n if party[n] < 0 else _leader(party, n)])}",
            "own",
            "own",
            f"G{party[n]:05}" if party[n] >= 0 else "",
            _day(max(0, int(first[n]) - 1)),
        )
        for n in range(count)
    )
    header = "person_id roles first_day last_day travel lodging party registered_at"
    return as_csv(header.split(), rows)


def _leader(party: npt.NDArray[np.int64], member: int) -> int:
    """The first of a party, whose days all of it share; its members follow one another."""
    while member > 0 and party[member - 1] == party[member]:
        member -= 1
    return member


def _needs(draw: np.random.Generator, *, scale: float) -> bytes:
    tide = 0.4 + 1.2 * np.exp(-((np.arange(DAYS) - 7.0) ** 2) / 18)
    rows = []
    for number, (day, place, activity) in enumerate(product(range(DAYS), range(PLACES), range(len(ACTIVITIES)))):
        code, _, heads, odds = ACTIVITIES[activity]
        wanted = max(1, round(heads * tide[day] * scale * draw.lognormal(0, 0.5)))
        priority = 1 + int(draw.choice(5, p=odds))
        when = _day(day)
        rows.append((f"N{number:05}", f"S{place:02}", code, 1, when, when, wanted, priority))
    return as_csv(["need_id", "site_id", "role", "level", "first_day", "last_day", "headcount", "priority"], rows)


def _day(number: int) -> date:
    return DAY_ZERO + timedelta(days=int(number))


def main() -> None:
    parser = argparse.ArgumentParser(description="Invent a flood.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.directory.mkdir(parents=True, exist_ok=True)
    for name, content in generate_flood(seed=arguments.seed).items():
        (arguments.directory / name).write_bytes(content)


if __name__ == "__main__":
    main()
