"""Simulates whether enough come, under policies of calling, and prints what was promised beside what happened.

python -m benchmarks.planning.turnout --seeds 1-9

Needs of 3 to 60 people, four at each site. Yes and coming are drawn with correlated shocks: of each need's own, or one
for each site. The plain factor calls so many for each hundred needed; one wave and two waves know the truth's law, or
have learned it from earlier answers, having begun with a wrong assumption.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from standby.planning.turnout import (
    Answering,
    Batch,
    FirstWave,
    Turnout,
    enough_yeses,
    learn,
    least_to_call,
    plan_waves,
    pooled,
    second_wave,
)

RISK = 0.05
HEADCOUNTS = (3, 3, 5, 8, 10, 15, 30, 60)
NEEDS_AT_A_SITE = 4
TRUTH = Answering(yes=Turnout(chance=0.75, together=0.05), comes=Turnout(chance=14 / 15, together=0.05))
WRONG = Answering(yes=Turnout(chance=0.9, together=0.01), comes=Turnout(chance=0.97, together=0.01))
Shares = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Of all needs: the share that fell short, and calls and journeys in vain for each hundred people needed."""

    short: float
    calls: float
    in_vain: float


@dataclass(slots=True, kw_only=True)
class Tally:
    needs: int = 0
    needed: int = 0
    short: int = 0
    calls: int = 0
    in_vain: int = 0

    def add(self, *, headcount: int, called: int, came: int) -> None:
        self.needs += 1
        self.needed += headcount
        self.short += came < headcount
        self.calls += called
        self.in_vain += max(0, came - headcount)

    def outcome(self) -> Outcome:
        return Outcome(
            short=self.short / self.needs,
            calls=100 * self.calls / self.needed,
            in_vain=100 * self.in_vain / self.needed,
        )


Site = tuple[int, Sequence[Shares]]
Policy = Callable[[Site, np.random.Generator], list[tuple[int, int]]]


def factor(hundredths: int) -> Policy:
    def call(site: Site, random: np.random.Generator) -> list[tuple[int, int]]:
        called = -(-site[0] * hundredths // 100)
        return [(called, _came(called, shares, random)) for shares in site[1]]

    return call


def one_wave(believed: Answering) -> Policy:
    numbers = {size: least_to_call(headcount=size, turnout=believed.at_once, risk=RISK) for size in set(HEADCOUNTS)}

    def call(site: Site, random: np.random.Generator) -> list[tuple[int, int]]:
        return [(numbers[site[0]], _came(numbers[site[0]], shares, random)) for shares in site[1]]

    return call


def two_waves(believed: Answering, *, shared_pool: bool | None = None) -> Policy:
    """`shared_pool`: one second wave for the site, sized as if its needs shared one weather, or as if they did not."""
    tables = {size: _table(size, believed, shared_pool=shared_pool) for size in set(HEADCOUNTS)}

    def call(site: Site, random: np.random.Generator) -> list[tuple[int, int]]:
        table = tables[site[0]]
        left, results = table.pool, []
        for yes, comes in site[1]:
            confirmed = int(random.binomial(table.first, yes))
            held = table.held if shared_pool is None else left
            second = min(int(table.asks[confirmed]), held)
            left -= second
            confirmed += int(random.binomial(second, yes))
            results.append((table.first + second, int(random.binomial(min(confirmed, table.enough), comes))))
        return results

    return call


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    first: int
    held: int
    pool: int
    enough: int
    asks: Sequence[int]


def _table(size: int, believed: Answering, *, shared_pool: bool | None) -> Table:
    waves = plan_waves(headcount=size, answering=believed, risk=RISK)
    firsts = [FirstWave(first=waves.first, headcount=size)] * NEEDS_AT_A_SITE
    pool = pooled(firsts, answering=believed, risk=RISK, shared=bool(shared_pool))
    return Table(
        first=waves.first,
        held=waves.held,
        pool=pool.held,
        enough=enough_yeses(headcount=size, comes=believed.comes, risk=RISK),
        asks=[
            second_wave(confirmed=yes, asked=waves.first, headcount=size, answering=believed, risk=RISK)
            for yes in range(waves.first + 1)
        ],
    )


def _came(called: int, shares: Shares, random: np.random.Generator) -> int:
    return int(random.binomial(random.binomial(called, shares[0]), shares[1]))


def sites(*, number: int, shared: bool, random: np.random.Generator) -> list[Site]:
    found: list[Site] = []
    for place in range(number):
        draws = 1 if shared else NEEDS_AT_A_SITE
        yes = random.beta(*TRUTH.yes.evidence, size=draws).tolist()
        comes = random.beta(*TRUTH.comes.evidence, size=draws).tolist()
        weathers = list(zip(yes, comes, strict=True)) * (NEEDS_AT_A_SITE if shared else 1)
        found.append((HEADCOUNTS[place % len(HEADCOUNTS)], weathers))
    return found


def learned(*, batches: int, random: np.random.Generator) -> Answering:
    """What an operation believes after so many batches of 12, having begun with a wrong assumption."""
    said, came = [], []
    for _ in range(batches):
        yes = int(random.binomial(12, random.beta(*TRUTH.yes.evidence)))
        said.append(Batch(cell="all", asked=12, did=yes))
        came.append(Batch(cell="all", asked=yes, did=int(random.binomial(yes, random.beta(*TRUTH.comes.evidence)))))
    return Answering(yes=learn(said, assumed=WRONG.yes).of("all"), comes=learn(came, assumed=WRONG.comes).of("all"))


def policies(random: np.random.Generator) -> Mapping[str, Policy]:
    strangers = Answering(yes=Turnout(chance=TRUTH.yes.chance), comes=Turnout(chance=TRUTH.comes.chance))
    return {
        "plain factor 100": factor(100),
        "plain factor 150": factor(150),
        "plain factor 200": factor(200),
        "one wave, everybody taken as independent": one_wave(strangers),
        "one wave": one_wave(TRUTH),
        "two waves": two_waves(TRUTH),
        "two waves, a pool for one weather": two_waves(TRUTH, shared_pool=True),
        "two waves, a pool for strangers": two_waves(TRUTH, shared_pool=False),
        "two waves, a wrong assumption": two_waves(WRONG),
        "two waves, learned from 20 batches": two_waves(learned(batches=20, random=random)),
        "two waves, learned from 200 batches": two_waves(learned(batches=200, random=random)),
    }


def measure(*, seed: int, number: int, shared: bool) -> dict[str, Outcome]:
    """Every policy meets the same sites in the same weather."""
    random = np.random.default_rng(seed)
    ours = policies(random)
    world = sites(number=number, shared=shared, random=random)
    found = {}
    for name, policy in ours.items():
        tally = Tally()
        for site in world:
            for called, came in policy(site, random):
                tally.add(headcount=site[0], called=called, came=came)
        found[name] = tally.outcome()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure whether enough come.")
    parser.add_argument("--seeds", default="1-9", help="first-last")
    parser.add_argument("--sites", type=int, default=800, help="of four needs each")
    arguments = parser.parse_args()
    first, last = map(int, arguments.seeds.split("-"))
    for shared in (False, True):
        runs = [measure(seed=seed, number=arguments.sites, shared=shared) for seed in range(first, last + 1)]
        print(f"\nOne weather for each {'site' if shared else 'need'}; chosen risk {RISK:.0%}:\n")
        print("| policy | fell short, median | worst seed | calls a hundred | journeys in vain a hundred |")
        print("|---|---|---|---|---|")
        for name in runs[0]:
            rows = [run[name] for run in runs]
            print(
                f"| {name} | {median(row.short for row in rows):.1%} | {max(row.short for row in rows):.1%} | "
                f"{median(row.calls for row in rows):.0f} | {median(row.in_vain for row in rows):.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
