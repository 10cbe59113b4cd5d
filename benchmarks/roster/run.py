"""Our roster beside CP-SAT and two rules for paper, on the same sites in one run: `./standby bench roster`.

CP-SAT runs in a process of its own: its package and the one our linear programmes are solved with cannot be loaded
into one. It knows the same rules (docs/reference/roster.md) and is given ten times the time we took, two workers.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.roster.generator import site
from standby.rostering import Problem, problem_files, solve
from standby.rostering.by_hand import by_hand, weightiest_first
from standby.rostering.model import build

_SEEDS = 9
_PEER = Path(__file__).parent / "cp_sat.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One site: the bound we prove, what each way covers of it, and how long each took."""

    seed: int
    heads: int
    bound: int
    ours: int
    seconds: float
    by_hand: int
    weightiest: int
    peer: int | None
    peer_bound: int | None
    peer_seconds: float

    def gap(self, value: int) -> float:
        return (self.bound - value) / self.bound


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks/roster/run.py", description=__doc__)
    parser.add_argument("--seeds", type=int, default=_SEEDS)
    parser.add_argument("--no-peer", action="store_true", help="without CP-SAT")
    given = parser.parse_args(argv)
    print("seed  heads   bound   gap ours      s   by hand  weightiest first   CP-SAT      s  its own gap")
    rows = [_measured(seed, with_peer=not given.no_peer) for seed in range(1, given.seeds + 1)]
    gaps, seconds = [row.gap(row.ours) for row in rows], [row.seconds for row in rows]
    print(f"median gap {statistics.median(gaps):.2%}, worst {max(gaps):.2%}; median {statistics.median(seconds):.2f} s")
    return 0


def _measured(seed: int, *, with_peer: bool) -> Row:
    problem = site(seed=seed)
    began = time.monotonic()
    roster = solve(problem)
    seconds = time.monotonic() - began
    peer, peer_bound, peer_seconds = _peer(problem, seconds=10 * seconds) if with_peer else (None, None, 0.0)
    model = build(problem)
    row = Row(
        seed=seed,
        heads=sum(shift.headcount for shift in problem.shifts),
        bound=roster.proof.bound,
        ours=roster.proof.value,
        seconds=seconds,
        by_hand=by_hand(model).value,
        weightiest=weightiest_first(model).value,
        peer=peer,
        peer_bound=peer_bound,
        peer_seconds=peer_seconds,
    )
    print(_line(row), flush=True)
    return row


def _line(row: Row) -> str:
    peer, own = ("-", "-")
    if row.peer is not None and row.peer_bound:
        peer, own = f"{row.gap(row.peer):.2%}", f"{1 - row.peer / row.peer_bound:.2%}"
    return (
        f"{row.seed:4}  {row.heads:5}  {row.bound:6}  {row.gap(row.ours):8.2%}  {row.seconds:5.2f}  "
        f"{row.gap(row.by_hand):8.2%}  {row.gap(row.weightiest):16.2%}  {peer:>7}  {row.peer_seconds:5.1f}  {own:>11}"
    )


def _peer(problem: Problem, *, seconds: float) -> tuple[int | None, int | None, float]:
    with TemporaryDirectory() as folder:
        for name, content in problem_files(problem).items():
            (Path(folder) / name).write_bytes(content)
        began = time.monotonic()
        command = [sys.executable, str(_PEER), folder, str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    return answer["value"], answer["bound"], time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
