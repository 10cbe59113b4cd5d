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
from pathlib import Path

from standby.domain.errors import Fault, UnusableInput
from standby.identity import SAME_NAME_THRESHOLD, name_score

_NEEDED = ("name1", "name2")
_ADDED = ("score", "same")
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
    header, rows = _read(arguments.pairs)
    same = _write(arguments.out, header, rows)
    scored = Scored(pairs=len(rows), same=same, seconds=round(time.monotonic() - started, 3))
    _say(scored, as_json=arguments.json)
    return 0


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows, or every fault that a person has to mend first."""
    table = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    rows: list[list[str]] = []
    faults: list[Fault] = []
    try:
        header = next(table, [])
        faults += _header_faults(header, file=path.name)
        line = table.line_num + 1
        for row in table:
            if row and len(row) != len(header):
                faults.append(Fault(file=path.name, line=line, what=f"has {len(row)} fields instead of {len(header)}."))
            if row:
                rows.append(row)
            line = table.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file=path.name, line=table.line_num, what=f"is not CSV: {error}."))
    if faults:
        raise UnusableInput(tuple(faults))
    return header, rows


def _text(path: Path) -> str:
    """UTF-8, with or without a mark at the beginning (FORMATS.md)."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error
    except UnicodeDecodeError as error:
        raise UnusableInput((Fault(file=path.name, what="is not UTF-8.", remedy="Save it as UTF-8."),)) from error


def _header_faults(header: list[str], *, file: str) -> Iterator[Fault]:
    for column in _NEEDED:
        if header.count(column) != 1:
            yield Fault(file=file, line=1, what=f"needs one column {column}.")
    for column in _ADDED:
        if column in header:
            yield Fault(file=file, line=1, what=f"has a column {column} already.", remedy="Rename or remove it.")


def _write(path: Path, header: list[str], rows: list[list[str]]) -> int:
    """Writes the rows with their scores, and says how many pairs are one person."""
    one, other = header.index("name1"), header.index("name2")
    same = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, *_ADDED])
        for number, row in enumerate(rows, start=1):
            score = name_score(row[one], row[other])
            is_same = score >= SAME_NAME_THRESHOLD
            same += is_same
            writer.writerow([*row, f"{score:.6f}", int(is_same)])
            if number % _PROGRESS_EVERY == 0:
                print(f"{number} of {len(rows)} pairs", file=sys.stderr)
    return same


def _say(scored: Scored, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(scored)))
        return
    print(f"{scored.pairs} pairs, {scored.same} of them one person, in {scored.seconds} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
