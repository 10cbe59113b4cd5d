"""Plans invented operations from several seeds: ours beside first come, first served and, where asked for, the peers.

python -m benchmarks.planning.run --people 20000 --needs 300 --seeds 1-10
python -m benchmarks.planning.run --flood --seeds 1-9
python -m benchmarks.planning.run --people 2000 --needs 40 --peers 60 --chart docs/explanation/planning.svg

CP-SAT is wanted for the last: pip install -r benchmarks/planning/requirements.txt
"""

import argparse
import resource
from pathlib import Path
from statistics import median

from benchmarks.planning.chart import chart
from benchmarks.planning.flood import generate_flood
from benchmarks.planning.generator import generate
from benchmarks.planning.measuring import Row, measure
from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.planning import Limits, from_files, solve


def main() -> None:
    arguments = _arguments()
    first, last = map(int, arguments.seeds.split("-"))
    solve(from_files(generate(people=200, needs=20, seed=0)))  # Compiles, so that no figure holds the compiler.
    limits, found = Limits(rounds=arguments.rounds), []
    print("| seed | value | bound | gap | first come | gap of first come | read s | solve s | of it processor s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for seed in range(first, last + 1):
        files = _files(arguments, seed)
        row = measure(files, seed=seed, limits=limits, peer_seconds=arguments.peers)
        found.append(row)
        print(
            f"| {row.seed} | {row.value} | {row.bound} | {row.gap:.3%} | {row.first_come} | "
            f"{row.gap_of(row.first_come):.2%} | {row.read:.2f} | {row.solve:.2f} | {row.processor:.2f} |",
            flush=True,
        )
    _summarise(found)
    if arguments.chart:
        arguments.chart.write_text(chart(_gaps(found), title="What is left undone, of the bound"), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the planner.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--needs", type=int, default=300)
    parser.add_argument("--flood", action="store_true", help="10,000 volunteers and 4,000 activity-times instead")
    parser.add_argument("--seeds", default="1-10", help="first-last")
    parser.add_argument("--rounds", type=int, default=Limits().rounds)
    parser.add_argument("--peers", type=float, default=0.0, metavar="SECONDS", help="how long each peer may take")
    parser.add_argument("--chart", type=Path, help="where to draw the gaps, as SVG")
    return parser.parse_args()


def _files(arguments: argparse.Namespace, seed: int) -> dict[str, bytes]:
    if arguments.flood:
        return generate_flood(seed=seed)
    return generate(people=arguments.people, needs=arguments.needs, seed=seed)


def _summarise(found: list[Row]) -> None:
    gaps, seconds, processor = zip(*((row.gap, row.solve, row.processor) for row in found), strict=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nGap: median {median(gaps):.3%}, worst {max(gaps):.3%}. Solving: median {median(seconds):.2f} s, ", end="")
    print(f"worst {max(seconds):.2f} s; of the processor {median(processor):.2f} s. Peak memory {peak:.0f} MB.\n")
    if not found[0].peers:
        return
    print("| way of planning | gap, median | worst | plans found | seconds, median |\n|---|---|---|---|---|")
    for name in found[0].peers:
        outcomes = [row.peers[name] for row in found]
        reached = _gaps(found)[name]
        middle, worst = (f"{median(reached):.2%}", f"{max(reached):.2%}") if reached else ("-", "-")
        plans = f"{len(reached)} of {len(found)}"
        print(f"| {name} | {middle} | {worst} | {plans} | {median(one.seconds for one in outcomes):.1f} |")


def _gaps(found: list[Row]) -> dict[str, list[float]]:
    """By way of planning; operations for which a peer found no plan are left out."""
    peers = {name: [gap for row in found if (gap := _peer(row, name)) is not None] for name in found[0].peers}
    ours = {"Standby": [row.gap for row in found], "first come, first served": [_first_come(row) for row in found]}
    return ours | peers


def _peer(row: Row, name: str) -> float | None:
    return row.gap_of(row.peers[name].value)


def _first_come(row: Row) -> float:
    return 1 - row.first_come / row.bound


if __name__ == "__main__":
    main()
