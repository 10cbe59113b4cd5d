"""Invents operations of any size from a seed, with the shape of the reference operation.

Twenty roles, everybody also a helper; four languages; one window each; twelve home towns; a car for 28 of a
hundred; a quarter in parties of two to five who go together; sixty days; tight beds, reception and bus seats. There
are about 0.45 places a person.

    python -m benchmarks.planning.generator DIR --people 20000 --needs 300 --seed 2
"""

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from standby.formats.rows import as_csv

DAY_ZERO = date(2020, 10, 7)
DAYS = 60
PLACES_A_PERSON = 0.45
LANGUAGES = ("hy", "ru", "en", "fr")
SPEAK = (0.95, 0.7, 0.25, 0.03)
STAYS = (5, 7, 10, 14)
HOMES = (40, 12, 9, 8, 7, 6, 5, 4, 3, 3, 2, 1)

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """How often a role is offered and wanted, how many a need wants, and whether it talks to people."""

    code: str
    offered: float
    wanted: float
    heads: int
    talks: bool = False


ROLES = (
    Role(code="9629", offered=0.42, wanted=0.2, heads=60),
    Role(code="8322", offered=0.12, wanted=0.1, heads=20),
    Role(code="4321", offered=0.08, wanted=0.1, heads=25),
    Role(code="5120", offered=0.05, wanted=0.07, heads=12),
    Role(code="2221", offered=0.05, wanted=0.1, heads=8, talks=True),
    Role(code="7111", offered=0.06, wanted=0.07, heads=20),
    Role(code="2643", offered=0.03, wanted=0.05, heads=5, talks=True),
    Role(code="2512", offered=0.035, wanted=0.03, heads=4),
    Role(code="4110", offered=0.045, wanted=0.03, heads=6, talks=True),
    Role(code="5311", offered=0.03, wanted=0.03, heads=8, talks=True),
    Role(code="7411", offered=0.015, wanted=0.03, heads=5),
    Role(code="2240", offered=0.012, wanted=0.05, heads=5, talks=True),
    Role(code="2211", offered=0.02, wanted=0.07, heads=4, talks=True),
    Role(code="2634", offered=0.008, wanted=0.02, heads=3, talks=True),
    Role(code="8332", offered=0.01, wanted=0.03, heads=6),
    Role(code="2635", offered=0.006, wanted=0.01, heads=3, talks=True),
    Role(code="2142", offered=0.008, wanted=0.02, heads=3),
    Role(code="2212", offered=0.0015, wanted=0.01, heads=2, talks=True),
    Role(code="2269", offered=0.0015, wanted=0.005, heads=2, talks=True),
    Role(code="3522", offered=0.003, wanted=0.005, heads=2),
)
CODES = [role.code for role in ROLES]
NURSE, DOCTOR, SURGEON, ANAESTHETIST, TRUCK, DRIVER = map(CODES.index, ("2221", "2211", "2212", "2269", "8332", "8322"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need while its limits are not yet drawn; days count from day zero."""

    site: int
    first: int
    days: int
    role: int
    level: int
    language: str
    heads: int
    priority: int


def shares(values: tuple[float, ...] | tuple[int, ...]) -> npt.NDArray[np.float64]:
    return np.array(values, np.float64) / sum(values)


def generate(*, people: int, needs: int, seed: int) -> dict[str, bytes]:
    """The files of an operation, by name."""
    draw = np.random.default_rng(seed)
    homes, rows = _people(draw, people)
    regions, wanted = _needs(draw, needs, places=PLACES_A_PERSON * people)
    return {
        "people.csv": rows,
        "needs.csv": _needs_csv(wanted),
        "policy.toml": b"rest_days = 2\nweights = [100, 30, 10, 3, 1]\nnotice_hours = 48\n",
        **_limits(draw, wanted, regions=regions, homes=np.bincount(homes, minlength=len(HOMES)) / people),
    }


def _people(draw: np.random.Generator, count: int) -> tuple[Ints, bytes]:
    levels, speaks = _levels(draw, count), draw.random((count, len(LANGUAGES))) < np.array(SPEAK)
    first = np.where(draw.random(count) < 0.5, 0, np.minimum(draw.geometric(0.06, count), DAYS - 8))
    length = draw.choice([7, 10, 14, 21, 28, 30, 45, 60], count, p=[0.18, 0.14, 0.22, 0.14, 0.1, 0.1, 0.05, 0.07])
    last = np.minimum(first + length, DAYS) - 1
    stay = draw.choice([5, 7, 10, 14, 30], count, p=[0.08, 0.25, 0.25, 0.3, 0.12])
    home = draw.choice(len(HOMES), count, p=shares(HOMES))
    drives = draw.random(count) < 0.28
    seats = np.where(drives, draw.choice([0, 1, 2, 3, 4], count, p=[0.15, 0.2, 0.25, 0.3, 0.1]), -1)
    party = _parties(draw, count)
    for members in party:
        for column in (first, last, stay, home):
            column[members] = column[members[0]]
        seats[members[1:]] = -1
    party_of = {int(member): f"G{number:06}" for number, members in enumerate(party) for member in members}
    rows = (
        (
            f"P{n:07}",
            _roles(levels[n]),
            ";".join(code for code, known in zip(LANGUAGES, speaks[n], strict=True) if known),
            day(first[n]),
            day(last[n]),
            stay[n],
            f"H{home[n]:02}",
            party_of.get(n, ""),
            "" if seats[n] < 0 else seats[n],
            "2020-10-01",
        )
        for n in range(count)
    )
    header = "person_id roles languages first_day last_day max_stay_days home party seats registered_at"
    return home, as_csv(header.split(), rows)


def _levels(draw: np.random.Generator, count: int) -> npt.NDArray[np.int8]:
    """By person and role: one main role, for a third another, and what follows from them (a doctor can nurse)."""
    levels = np.zeros((count, len(ROLES)), np.int8)
    offered = shares(tuple(role.offered for role in ROLES))
    everybody = np.arange(count)
    levels[everybody, draw.choice(len(ROLES), count, p=offered)] = draw.choice([1, 2, 3], count, p=[0.5, 0.35, 0.15])
    second = np.flatnonzero(draw.random(count) < 0.3)
    also = draw.choice(len(ROLES), len(second), p=offered)
    levels[second, also] = np.maximum(levels[second, also], draw.choice([1, 2], len(second), p=[0.75, 0.25]))
    levels[:, 0] = 1
    specialist = (levels[:, SURGEON] > 0) | (levels[:, ANAESTHETIST] > 0)
    levels[specialist, DOCTOR] = np.maximum(levels[specialist, DOCTOR], 2)
    levels[levels[:, DOCTOR] > 0, NURSE] = np.maximum(levels[levels[:, DOCTOR] > 0, NURSE], 1)
    levels[levels[:, TRUCK] > 0, DRIVER] = 3
    return levels


def _roles(levels: npt.NDArray[np.int8]) -> str:
    return ";".join(f"{CODES[role]}:{levels[role]}:v" for role in np.flatnonzero(levels))


def _parties(draw: np.random.Generator, count: int) -> list[Ints]:
    """About a quarter of all, in parties of two to five."""
    order, parties, taken = draw.permutation(count), [], 0
    while taken < count * 0.25 - 6:
        size = int(draw.choice([2, 3, 4, 5], p=[0.55, 0.2, 0.15, 0.1]))
        parties.append(order[taken : taken + size])
        taken += size
    return parties


def _needs(draw: np.random.Generator, count: int, *, places: float) -> tuple[Ints, list[Need]]:
    """The region of each site, and the needs; the needs of a site that begin together are asked together."""
    sites = max(4, int(count / 7.5))
    main_language = draw.choice(["ru", "hy", "en", "fr"], sites, p=[0.6, 0.28, 0.09, 0.03])
    needs: list[Need] = []
    while len(needs) < count:
        for site in draw.permutation(sites):
            needs.extend(_asked_together(draw, int(site), str(main_language[site])))
    needs = needs[:count]
    scale = places / sum(need.heads for need in needs)
    return np.arange(sites) // 40, [_scaled(need, scale) for need in needs]


def _asked_together(draw: np.random.Generator, site: int, language: str) -> list[Need]:
    first, days = int(draw.integers(0, DAYS - 5)), int(draw.choice(STAYS, p=[0.2, 0.35, 0.25, 0.2]))
    wanted = shares(tuple(role.wanted for role in ROLES))
    roles = draw.choice(len(ROLES), int(draw.integers(1, 6)), replace=False, p=wanted)
    priority = int(draw.choice(5, p=[0.1, 0.2, 0.35, 0.25, 0.1]))
    return [
        Need(
            site=site,
            first=first,
            days=days if first + days <= DAYS else 5,
            role=int(role),
            level=1 if role == 0 else int(draw.choice([1, 2, 3], p=[0.55, 0.35, 0.1])),
            language=language if ROLES[role].talks and draw.random() < 0.8 else "",
            heads=max(1, int(ROLES[role].heads * draw.lognormal(0, 0.5))),
            priority=min(5, max(1, priority + int(draw.integers(0, 3)))),
        )
        for role in roles
    ]


def _scaled(need: Need, scale: float) -> Need:
    return Need(
        site=need.site,
        first=need.first,
        days=need.days,
        role=need.role,
        level=need.level,
        language=need.language,
        heads=max(1, int(need.heads * scale)),
        priority=need.priority,
    )


def _needs_csv(needs: list[Need]) -> bytes:
    header = "need_id site_id role level languages verified first_day last_day headcount priority"
    rows = (
        (
            f"N{number:05}",
            f"S{need.site:04}",
            CODES[need.role],
            need.level,
            need.language,
            "no",
            day(need.first),
            day(need.first + need.days - 1),
            need.heads,
            need.priority,
        )
        for number, need in enumerate(needs)
    )
    return as_csv(header.split(), rows)


def _limits(
    draw: np.random.Generator, needs: list[Need], *, regions: Ints, homes: npt.NDArray[np.float64]
) -> dict[str, bytes]:
    sites, count = len(regions), int(regions.max()) + 1
    present, arriving = np.zeros((sites, DAYS), np.int64), np.zeros((count, DAYS), np.int64)
    for need in needs:
        present[need.site, need.first : need.first + need.days] += need.heads
        arriving[regions[need.site], need.first] += need.heads
    usual = present.max(axis=1, keepdims=True) * draw.uniform(0.7, 1.15, (sites, 1))
    beds = np.ceil(usual * draw.choice([1, 1, 1, 0.9], (sites, DAYS))).astype(np.int64)
    busy = np.maximum(1, np.percentile(arriving, 95, axis=1, keepdims=True))
    reception = np.ceil(busy * draw.uniform(0.85, 1.15, (count, DAYS))).astype(np.int64)
    buses = homes[:, None] * arriving.sum(axis=0).mean() * draw.choice([0, 0.3, 0.6, 1.2], (len(HOMES), DAYS))
    everyday = [(f"S{site:04}", f"R{regions[site]:02}", beds[site].max()) for site in range(sites)]
    return {
        "sites.csv": as_csv(("site_id", "region", "beds"), everyday),
        "beds.csv": _by_day("site_id day beds", "S{:04}", beds),
        "reception.csv": _by_day("region day arrivals", "R{:02}", reception),
        "transport.csv": _by_day("home day seats", "H{:02}", buses.astype(np.int64)),
    }


def _by_day(header: str, name: str, table: Ints) -> bytes:
    rows = ((name.format(owner), day(when), table[owner, when]) for owner, when in np.ndindex(*table.shape))
    return as_csv(header.split(), rows)


def day(number: int) -> date:
    return DAY_ZERO + timedelta(days=int(number))


def main() -> None:
    parser = argparse.ArgumentParser(description="Invent an operation.")
    parser.add_argument("directory", type=Path)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--needs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.directory.mkdir(parents=True, exist_ok=True)
    made = generate(people=arguments.people, needs=arguments.needs, seed=arguments.seed)
    for name, content in made.items():
        (arguments.directory / name).write_bytes(content)


if __name__ == "__main__":
    main()
