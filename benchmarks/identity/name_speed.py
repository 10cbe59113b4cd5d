"""What a pair of names takes: names never seen before, names seen before, and a whole list, in processor time.

    python -m benchmarks.identity.name_speed PAIRS.csv

PAIRS.csv has the columns name1 and name2. Tables and compiled code are loaded before the clock starts. How fast the
machine is just then is told beside: what a loop of ten million additions takes.
"""

import argparse
import csv
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept
from standby.identity import name_score, name_scores

Pairs = list[tuple[str, str]]
_ADDITIONS = "x = 0\nfor i in range(10**7): x += i"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pairs", type=Path)
    arguments.add_argument("--batch-first", action="store_true", help="the whole list before pair by pair")
    given = arguments.parse_args()
    pairs = read_pairs(given.pairs)
    name_score("Анна Петросян", "Anna Petrosyan")
    print(f"{len(pairs)} pairs; ten million additions take {seconds(additions):.2f} s of processor")
    if given.batch_first:
        tell("a list, new names", pairs, lambda: list(name_scores(pairs)))
    tell("one by one, " + ("seen names" if given.batch_first else "new names"), pairs, lambda: one_by_one(pairs))
    tell("one by one, seen names", pairs, lambda: one_by_one(pairs))
    tell("a list, seen names", pairs, lambda: list(name_scores(pairs)))
    print(f"standby names, its start apart: {command(given.pairs, pairs):.1f} µs a pair")


def read_pairs(path: Path) -> Pairs:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["name1"], row["name2"]) for row in csv.DictReader(file)]


def one_by_one(pairs: Pairs) -> list[float]:
    return [name_score(one, other) for one, other in pairs]


def tell(what: str, pairs: Pairs, score: Callable[[], list[float]]) -> None:
    scores: list[float] = []
    taken = seconds(lambda: scores.extend(score()))
    digest = hashlib.sha256(repr(scores).encode()).hexdigest()[:12]
    print(f"{what}: {taken / len(pairs) * 1e6:.1f} µs a pair, scores {digest}")


def additions() -> None:
    """As statements of a module, whose names are looked up by name."""
    exec(_ADDITIONS, {})  # noqa: S102 - a constant of this file


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def command(path: Path, pairs: Pairs) -> float:
    """Microseconds of processor a pair from file to file, less what one pair takes."""
    with tempfile.TemporaryDirectory() as folder:
        one, out = Path(folder) / "one.csv", Path(folder) / "out.csv"
        one.write_text("name1,name2\nАнна Петросян,Anna Petrosyan\n", encoding="utf-8")
        run(one, out)
        start, whole = run(one, out), run(path, out)
    return (whole - start) / len(pairs) * 1e6


def run(pairs: Path, out: Path) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "standby.cli", "names", pairs, "--out", out], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
