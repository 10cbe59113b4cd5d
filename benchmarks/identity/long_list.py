"""One long list, linked by `standby link` with a kept model and by Splink on DuckDB, one after the other in one run.

    python -m benchmarks.identity.long_list LIST.csv --model MODEL.json --folder OUT

LIST is made by `crowd`, MODEL kept by `standby link ANOTHER.csv --out … --save-model MODEL.json`. Splink (its packages:
requirements-splink.lock) is set up as its users do it: Jaro–Winkler levels of names with their frequencies, exact
telephones and mailboxes, dates, five rules that bring pairs together, trained on the list itself without labels.
Seconds by the clock and of the processor, memory of the largest process; what each joined is held against the labels.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

_THRESHOLD = 0.95
_TO_GB = 1024**2
_SAMPLED = 1e6
_SEED = 1
_RULES = (("phone",), ("email",), ("given", "surname"), ("surname", "dob"), ("given", "dob"))
_READ = ("unique_id", "given", "surname", "patronymic", "phone", "email", "dob", "city")
_TRAINED_BY = (("given", "surname"), ("dob",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    seconds: float
    processor: float
    gigabytes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Of all pairs of registrations that were made one person, and of all that are one."""

    precision: float
    recall: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("list", type=Path)
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--splink-to", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.splink_to is not None:
        _splink(given.list, given.splink_to)
        return
    if given.model is None or given.folder is None:
        arguments.error("--model and --folder are needed")
    given.folder.mkdir(parents=True, exist_ok=True)
    _compare(given.list, given.model, given.folder)


def _compare(path: Path, model: Path, folder: Path) -> None:
    people = _column(path, "cluster")
    ours = folder / "ours"
    link = ("-m", "standby.cli", "link", str(path), "--out", str(ours), "--model", str(model), "--json")
    # The first time compiles what compares, and keeps it.
    _run(link)
    taken = _run(link)
    joined = _joined(people, _ours(ours / "people.csv", len(people)))
    print(f"{len(people):,} rows ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f})")
    print(f"Standby: {_told(taken)}; {_said(joined)}", flush=True)
    theirs = folder / "splink.json"
    taken_there = _run(("-m", "benchmarks.identity.long_list", str(path), "--splink-to", str(theirs)))
    told = json.loads(theirs.read_text(encoding="utf-8"))
    print(f"Splink on DuckDB: {_told(taken_there)} ({told['steps']}); {_said(_joined(people, told['people']))}")
    print(f"Standby took {taken.seconds / taken_there.seconds:.2f} of its time.")


def _run(arguments: Sequence[str]) -> Taken:
    started = time.monotonic()
    process = subprocess.Popen((sys.executable, *arguments), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(arguments)} ended with {process.returncode}.")
    return Taken(
        seconds=time.monotonic() - started,
        processor=usage.ru_utime + usage.ru_stime,
        gigabytes=usage.ru_maxrss / _TO_GB,
    )


def _told(taken: Taken) -> str:
    return f"{taken.seconds:.1f} s, {taken.processor:.1f} s of the processor, {taken.gigabytes:.2f} GB"


def _said(joined: Joined) -> str:
    return f"joined with precision {joined.precision:.4f} and recall {joined.recall:.3f}"


def _column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def _ours(path: Path, number: int) -> list[str]:
    """By row of the list."""
    found = [""] * number
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[int(row["row"]) - 1] = row["person_id"]
    return found


def _joined(people: Sequence[str], found: Sequence[str]) -> Joined:
    right = _pairs(Counter(zip(people, found, strict=True)))
    return Joined(precision=right / max(1, _pairs(Counter(found))), recall=right / max(1, _pairs(Counter(people))))


def _pairs(sizes: Counter[tuple[str, str]] | Counter[str]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _splink(path: Path, out: Path) -> None:
    # Its packages are wanted in this process alone.
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415
    from splink.comparison_library import DateOfBirthComparison, ExactMatch, JaroWinklerAtThresholds  # noqa: PLC0415

    began = time.monotonic()
    database = DuckDBAPI()
    names = [
        JaroWinklerAtThresholds(column, [0.92, 0.88, 0.7]).configure(term_frequency_adjustments=True)
        for column in ("given", "surname")
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=[
            *names,
            JaroWinklerAtThresholds("patronymic", [0.92, 0.7]),
            ExactMatch("phone"),
            ExactMatch("email"),
            DateOfBirthComparison("dob", input_is_string=True),
            ExactMatch("city").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in _RULES],
    )
    linker = Linker(database.register(_table(path)), settings, log_level=None)
    read = time.monotonic()
    linker.training.estimate_u_using_random_sampling(max_pairs=_SAMPLED, seed=_SEED)
    for columns in _TRAINED_BY:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    trained = time.monotonic()
    predicted = linker.inference.predict(threshold_match_probability=_THRESHOLD, warning_mode="never")
    compared = time.monotonic()
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, _THRESHOLD).as_dict()
    ended = time.monotonic()
    moments = {
        "read": read - began,
        "trained": trained - read,
        "compared": compared - trained,
        "joined": ended - compared,
    }
    steps = ", ".join(f"{step} {seconds:.1f}" for step, seconds in moments.items())
    group_of = dict(zip(groups["unique_id"], groups["cluster_id"], strict=True))
    people = [str(group_of[number]) for number in _column(path, "unique_id")]
    out.write_text(json.dumps({"steps": steps, "people": people}), encoding="utf-8")


def _table(path: Path) -> object:
    arrow = import_module("pyarrow.csv")
    options = arrow.ConvertOptions(
        column_types=dict.fromkeys(_READ, "string"), include_columns=_READ, strings_can_be_null=True
    )
    return arrow.read_csv(path, convert_options=options)


if __name__ == "__main__":
    main()
