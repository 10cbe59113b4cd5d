"""`standby names PAIRS.csv --out SCORES.csv`: is it the same person, by the names alone?

Adds to each row `score` (0 to 1) and `same` (1 from the shipped threshold on); every other column passes through.
"""

import argparse
import csv
import io
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput
from standby.identity import SAME_NAME_THRESHOLD, name_scores

_NEEDED = ("name1", "name2")
_ADDED = ("score", "same")
_SAME, _NOT_THE_SAME = "1", "0"

# Pairs that are in memory as rows of cells at one time.
_AT_ONCE = 10_000
_PROGRESS_EVERY = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    pairs: int
    same: int
    seconds: float


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby names", description="Score pairs of names: the same person or not?")
    result.add_argument("pairs", type=Path, metavar="PAIRS.csv", help="a table with the columns name1 and name2")
    result.add_argument("--out", type=Path, required=True, metavar="SCORES.csv")
    result.add_argument("--json", action="store_true", help="print the counts as JSON")
    return result


def main(argv: list[str]) -> int:
    arguments = parser().parse_args(argv)
    started = time.monotonic()
    content = _content(arguments.pairs)
    pairs = _checked(content, file=arguments.pairs.name)
    same = _write(arguments.out, content, pairs)
    scored = Scored(pairs=pairs, same=same, seconds=round(time.monotonic() - started, 3))
    _say(scored, as_json=arguments.json)
    return 0


def _content(path: Path) -> bytes:
    """Kept as it is and read twice: as rows of cells a long list would take ten times as much memory."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error


def _lines(content: bytes) -> io.TextIOWrapper:
    """UTF-8, with or without a mark at the beginning (FORMATS.md)."""
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")


def _checked(content: bytes, *, file: str) -> int:
    """How many pairs there are, or every fault that a person has to mend first."""
    try:
        pairs, faults = _pairs_and_faults(content, file=file)
    except UnicodeDecodeError as error:
        raise UnusableInput((Fault(file=file, what="is not UTF-8.", remedy="Save it as UTF-8."),)) from error
    if faults:
        raise UnusableInput(tuple(faults))
    return pairs


def _pairs_and_faults(content: bytes, *, file: str) -> tuple[int, list[Fault]]:
    table = csv.reader(_lines(content), strict=True)
    pairs = 0
    faults: list[Fault] = []
    try:
        header = next(table, [])
        faults += _header_faults(header, file=file)
        line = table.line_num + 1
        for row in table:
            if row and len(row) != len(header):
                faults.append(Fault(file=file, line=line, what=f"has {len(row)} fields instead of {len(header)}."))
            pairs += bool(row)
            line = table.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file=file, line=table.line_num, what=f"is not CSV: {error}."))
    return pairs, faults


def _header_faults(header: list[str], *, file: str) -> Iterator[Fault]:
    for column in _NEEDED:
        if header.count(column) != 1:
            yield Fault(file=file, line=1, what=f"needs one column {column}.")
    for column in _ADDED:
        if column in header:
            yield Fault(file=file, line=1, what=f"has a column {column} already.", remedy="Rename or remove it.")


def _write(path: Path, content: bytes, pairs: int) -> int:
    """Writes the rows with their scores, and says how many pairs are one person."""
    table = csv.reader(_lines(content), strict=True)
    header = next(table)
    waiting = filter(None, table)
    done = same = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, *_ADDED])
        while rows := list(islice(waiting, _AT_ONCE)):
            found = _verdicts(header, rows)
            writer.writerows([*row, score, verdict] for row, (score, verdict) in zip(rows, found, strict=True))
            done += len(rows)
            same += sum(verdict == _SAME for _, verdict in found)
            if done % _PROGRESS_EVERY == 0:
                print(f"{done} of {pairs} pairs", file=sys.stderr)
    return same


def _verdicts(header: list[str], rows: list[list[str]]) -> list[tuple[str, str]]:
    """What is added to each row."""
    one, other = header.index("name1"), header.index("name2")
    scores = name_scores((row[one], row[other]) for row in rows)
    return [(f"{score:.6f}", _SAME if score >= SAME_NAME_THRESHOLD else _NOT_THE_SAME) for score in scores]


def _say(scored: Scored, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(scored)))
        return
    print(f"{scored.pairs} pairs, {scored.same} of them one person, in {scored.seconds} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
