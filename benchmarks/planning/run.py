"""Plans the reference operation's shape from several seeds, ours beside first come, first served, and prints the table.

python -m benchmarks.planning.run --people 20000 --needs 300 --seeds 1-10
"""

import argparse
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from benchmarks.planning.generator import generate
from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.planning import Limits, first_come, from_files, solve


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One operation: what was proven, what first come reached, and the seconds each part took."""

    seed: int
    value: int
    bound: int
    gap: float
    first_come: int
    read: float
    solve: float
    first_come_solve: float
    processor: float

    @property
    def first_come_gap(self) -> float:
        return 1 - self.first_come / self.bound


def rows(*, people: int, needs: int, seeds: range, limits: Limits) -> Iterator[Row]:
    for seed in seeds:
        files = generate(people=people, needs=needs, seed=seed)
        marks = [time.perf_counter()]
        operation = from_files(files)
        marks.append(time.perf_counter())
        before_solving = time.process_time()
        proof = solve(operation, limits=limits).proof
        processor = time.process_time() - before_solving
        marks.append(time.perf_counter())
        first_come(operation)
        marks.append(time.perf_counter())
        read, solving, first = (after - before for before, after in pairwise(marks))
        yield Row(
            seed=seed, value=proof.value, bound=proof.bound, gap=proof.gap, first_come=proof.first_come, read=read,
            solve=solving, first_come_solve=first, processor=processor,
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the planner.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--needs", type=int, default=300)
    parser.add_argument("--seeds", default="1-10", help="first-last")
    parser.add_argument("--rounds", type=int, default=Limits().rounds)
    arguments = parser.parse_args()
    first, last = map(int, arguments.seeds.split("-"))
    solve(from_files(generate(people=200, needs=20, seed=0)))  # Compiles, so that no figure holds the compiler.
    limits, found = Limits(rounds=arguments.rounds), []
    print("| seed | value | bound | gap | first come | gap of first come | read s | solve s | of it processor s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for row in rows(people=arguments.people, needs=arguments.needs, seeds=range(first, last + 1), limits=limits):
        found.append(row)
        print(
            f"| {row.seed} | {row.value} | {row.bound} | {row.gap:.2%} | {row.first_come} | "
            f"{row.first_come_gap:.2%} | {row.read:.2f} | {row.solve:.2f} | {row.processor:.2f} |",
            flush=True,
        )
    gaps, seconds = [row.gap for row in found], [row.solve for row in found]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nGap: median {median(gaps):.2%}, worst {max(gaps):.2%}. Solving: median {median(seconds):.2f} s, ", end="")
    print(f"worst {max(seconds):.2f} s. Peak memory {peak:.0f} MB.")


if __name__ == "__main__":
    main()
