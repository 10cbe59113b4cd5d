"""Writes what linking came to: people.csv, pairs.csv, review.csv and report.json (FORMATS.md)."""

import csv
import io
import json
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from standby import __version__
from standby.cli.linking.lists import ReadList, ReadLists
from standby.cli.linking.pair_lines import Bytes, PairLines, Texts
from standby.cli.linking.places import RowPlaces
from standby.identity.linking import CLASSES, Linked, PairTable, Settings

_PAIR_COLUMNS = "list_a,row_a,list_b,row_b,probability,class,why\n"
_FORMAT = 1

# A page that is written while the next ones are made stays in the processor's own memory.
_AT_ONCE = 5_000
_AHEAD = 8
_SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    read: float
    link: float


def write_people(out: Path, linked: Linked, places: RowPlaces) -> None:
    """One line a row of a list, in order; people are numbered by their first row."""
    people = linked.people.person_of.tolist()
    beginnings = _beginnings(places)
    with (out / "people.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("list,row,person_id\n")
        file.writelines(f"{start}p{person + 1}\n" for start, person in zip(beginnings, people, strict=True))


def write_pairs(path: Path, pairs: PairTable, places: RowPlaces) -> None:
    """In the order given; the two places of a pair are in theirs."""
    lines = PairLines(
        places=Texts.of(_beginnings(places)),
        classes=Texts.of(pair_class.value for pair_class in CLASSES),
        whys=Texts.of(";".join(map(str, reasons)) for reasons in pairs.reasons),
    )

    def page(first: int) -> Bytes:
        rows = slice(first, first + _AT_ONCE)
        classes, kinds = pairs.classes[rows].astype(np.int64), pairs.kinds[rows].astype(np.int64)
        return lines.lines(pairs.ones[rows], pairs.others[rows], pairs.probabilities[rows], classes, kinds)

    with path.open("wb") as file, ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        file.write(_PAIR_COLUMNS.encode())
        waiting: deque[Future[Bytes]] = deque()
        for first in range(0, len(pairs), _AT_ONCE):
            waiting.append(pool.submit(page, first))
            if len(waiting) > _AHEAD:
                file.write(waiting.popleft().result().data)
        for one in waiting:
            file.write(one.result().data)


def _beginnings(places: RowPlaces) -> list[str]:
    """Of each record its list and row, as a line of CSV begins."""
    names = [_quoted(name) for name in places.names]
    return [f"{names[name]},{row}," for name, row in zip(places.list_of.tolist(), places.rows.tolist(), strict=True)]


def _quoted(text: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([text])
    return line.getvalue()


def report(lists: ReadLists, linked: Linked, settings: Settings, seconds: Seconds, *, seed: int) -> dict[str, object]:
    people = linked.people.person_of
    records = np.bincount(people)
    classes = np.bincount(linked.pairs.classes, minlength=len(CLASSES)).tolist()
    return {
        "format": _FORMAT,
        "version": __version__,
        "seed": seed,
        "counts": {
            "lists": lists.places.counts,
            "records": len(lists.places),
            "people": len(records),
            "joined_records": int(records[records > 1].sum()),
            "pairs": len(linked.pairs),
            "classes": {kind.value: count for kind, count in zip(CLASSES, classes, strict=True)},
            "review": len(linked.review),
        },
        "thresholds": {
            "join": settings.join,
            "join_by_little": settings.join_by_little,
            "join_by_name": round(linked.by_name, 6),
            "ask": settings.ask,
            "largest_block": settings.largest_block,
        },
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
