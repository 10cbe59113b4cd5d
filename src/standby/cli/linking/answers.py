"""Writes what linking came to: people.csv, pairs.csv, review.csv and report.json (FORMATS.md)."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from standby import __version__
from standby.cli.linking.lists import ReadList, ReadLists
from standby.cli.linking.places import RowPlace
from standby.identity import RecordId
from standby.identity.linking import Linked, LinkedPair, PairClass, Settings

_PAIR_COLUMNS = ("list_a", "row_a", "list_b", "row_b", "probability", "class", "why")
_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    read: float
    link: float


def write_people(out: Path, linked: Linked, place_of: dict[RecordId, RowPlace]) -> None:
    """One line a row of a list, in order; people are numbered by their first row."""
    people = sorted(sorted(place_of[record] for record in records) for records in linked.people)
    rows = [(place, f"p{number}") for number, places in enumerate(people, start=1) for place in places]
    lines = [(place.list_name, place.row, person) for place, person in sorted(rows)]
    _write(out / "people.csv", ("list", "row", "person_id"), lines)


def write_pairs(path: Path, pairs: Iterable[LinkedPair], place_of: dict[RecordId, RowPlace]) -> None:
    """In the order given, the two places of a pair in theirs."""
    _write(path, _PAIR_COLUMNS, (_pair_line(pair, place_of) for pair in pairs))


def _pair_line(pair: LinkedPair, place_of: dict[RecordId, RowPlace]) -> tuple[object, ...]:
    one, other = sorted(place_of[record] for record in pair.pair)
    why = ";".join(str(reason) for reason in pair.why)
    chance = f"{pair.probability:.6f}"
    return one.list_name, one.row, other.list_name, other.row, chance, pair.pair_class.value, why


def report(lists: ReadLists, linked: Linked, settings: Settings, seconds: Seconds, *, seed: int) -> dict[str, object]:
    by_class = Counter(pair.pair_class for pair in linked.pairs)
    return {
        "format": _FORMAT,
        "version": __version__,
        "seed": seed,
        "counts": {
            "lists": dict(sorted(Counter(place.list_name for place in lists.records).items())),
            "records": len(lists.records),
            "people": len(linked.people),
            "joined_records": sum(len(records) for records in linked.people if len(records) > 1),
            "pairs": len(linked.pairs),
            "classes": {kind.value: by_class[kind] for kind in PairClass},
            "review": len(linked.review),
        },
        "thresholds": {"join": settings.join, "ask": settings.ask, "largest_block": settings.largest_block},
        "blocks_skipped": {kind.value: count for kind, count in linked.skipped.items()},
        "columns": {one.file: read_for(one) for one in lists.lists},
        "phone_region": lists.region,
        "seconds": {"read": seconds.read, "link": seconds.link},
    }


def read_for(one: ReadList) -> dict[str, str]:
    """What each column was read for, or why it was left out."""
    return {
        guess.column: guess.field.value
        if guess.field
        else f"left out: {guess.left_out.value if guess.left_out else ''}"
        for guess in one.columns.columns
    }


def write_report(out: Path, told: dict[str, object]) -> None:
    (out / "report.json").write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _write(path: Path, header: Iterable[str], lines: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(lines)
