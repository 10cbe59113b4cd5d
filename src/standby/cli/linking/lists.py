"""Reads lists as people keep them into a crowd to be linked."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from standby.cli.linking.long_lists import LONG, LongList, long_list
from standby.cli.linking.place_columns import with_places
from standby.cli.linking.places import RowPlace, RowPlaces
from standby.cli.linking.row_records import Reader, Sample
from standby.domain.errors import Fault, UnusableInput
from standby.exchange import Field, guess_mapping, read_table
from standby.exchange import Mapping as Columns
from standby.exchange.limits import Limits
from standby.identity import Record, usual_region
from standby.identity.linking import Crowd, CrowdBuilder, Intake

Choices = Mapping[str, Field | None]

_GIGABYTE = 1024**3
_LIMITS = Limits(size=_GIGABYTE, unpacked=_GIGABYTE, rows=5_000_000, cells=100_000_000)

# A list of its own for each processor, up to two: more would read the file more often than it is worth.
_SIDE_BY_SIDE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """One file and what its columns were read for."""

    file: str
    columns: Columns
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLists:
    lists: tuple[ReadList, ...]
    places: RowPlaces
    crowd: Crowd
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A file whose columns are known; its rows are read when the country of its phones is known too."""

    path: Path
    columns: Columns
    sample: Sample
    source: Reader | LongList


def read_lists(paths: Iterable[Path], *, choices: Choices, region: str = "", long_from: int = LONG) -> ReadLists:
    """`region`: the country of phones without a country code; empty to take that of most others.

    `long_from`: bytes from which on a list is read as a stream.
    """
    opened = sorted((_open(path, choices, long_from) for path in paths), key=lambda one: one.path.stem)
    _refuse_unknown_columns(opened, choices)
    likeliest = region or usual_region(phone for one in opened for phone in one.sample.phones)
    builder, rows = CrowdBuilder(), array("i")
    counts = [_take(one, builder, rows, likeliest) for one in opened]
    names = tuple(sorted(builder.list_names))
    rank = np.array([names.index(name) for name in builder.list_names], np.int32)
    list_of, numbers = rank[builder.list_of] if len(builder) else builder.list_of, np.array(rows, np.int32)
    order = np.lexsort((numbers, list_of))
    places = RowPlaces(names=names, list_of=list_of[order], rows=numbers[order])
    _refuse_double_rows(places)
    return ReadLists(
        lists=tuple(
            ReadList(file=one.path.name, columns=one.columns, rows=count)
            for one, count in zip(opened, counts, strict=True)
        ),
        places=places,
        crowd=builder.built(places.ids, order=order),
        region=likeliest,
    )


def read_records(path: Path) -> tuple[dict[RowPlace, Record], str]:
    """The rows of one list in order, and the country of most of its phones."""
    opened = _open(path, {}, _LIMITS.size)
    if not isinstance(opened.source, Reader):
        raise TypeError("A list that is asked for whole is read whole.")
    found = {RowPlace(list_name=record.list_id, row=number): record for number, record in opened.source.records()}
    return {place: found[place] for place in sorted(found)}, usual_region(opened.sample.phones)


def read_choices(path: Path) -> Choices:
    """A map file: an object of JSON, each column's name with the field it is read for, or null to leave it out."""
    try:
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise UnusableInput((Fault(file=path.name, what=f"cannot be read: {error.strerror}."),)) from error
    except ValueError as error:
        raise UnusableInput((Fault(file=path.name, what="is not JSON in UTF-8."),)) from error
    if not isinstance(told, dict):
        raise UnusableInput((Fault(file=path.name, what="is not an object of columns and fields."),))
    faults = tuple(_choice_faults(told, file=path.name))
    if faults:
        raise UnusableInput(faults)
    return {column: Field(field) if field else None for column, field in told.items()}


def _choice_faults(told: dict[str, object], *, file: str) -> Iterator[Fault]:
    fields = {field.value for field in Field}
    for column, field in told.items():
        if field not in (None, "") and field not in fields:
            yield Fault(
                file=file, field=column, what=f"{field} is no field.", remedy=f"Fields: {', '.join(sorted(fields))}."
            )


def _open(path: Path, choices: Choices, long_from: int) -> _Opened:
    if not path.is_file():
        raise UnusableInput((Fault(file=path.name, what="is not a file."),))
    found = long_list(path, longer_than=long_from)
    table = found.head if found else read_table(path, limits=_LIMITS)
    columns = with_places(guess_mapping(table)).corrected(
        {name: field for name, field in choices.items() if name in table.columns}
    )
    reader = Reader(table=table, columns=columns, list_name=path.stem)
    return _Opened(
        path=path, columns=columns, sample=reader.sample(), source=found.read_by(reader) if found else reader
    )


def _take(opened: _Opened, builder: CrowdBuilder, rows: "array[int]", region: str) -> int:
    """Reads the rows of one file; says how many. The halves of a long list are read side by side."""
    before = len(builder)
    if isinstance(opened.source, Reader):
        numbers, told = opened.source.whole()
        Intake(builder, default_region=region).take(told)
        rows.extend(numbers)
        return len(builder) - before
    source = opened.source
    with ProcessPoolExecutor(_SIDE_BY_SIDE, mp_context=get_context("fork")) as pool:
        shares = [pool.submit(source.share, share, _SIDE_BY_SIDE, region) for share in range(_SIDE_BY_SIDE)]
        for share in shares:
            part, part_numbers = share.result()
            builder.adopt(part)
            rows.extend(part_numbers)
    return len(builder) - before


def _refuse_unknown_columns(opened: Iterable[_Opened], choices: Choices) -> None:
    known = {guess.column for one in opened for guess in one.columns.columns}
    unknown = tuple(
        Fault(field=name, what="is a column of none of the lists.") for name in choices if name not in known
    )
    if unknown:
        raise UnusableInput(unknown)


def _refuse_double_rows(places: RowPlaces) -> None:
    """Two files of one name, or of one list by its column, would leave nobody knowing which row is meant."""
    twice = (np.diff(places.list_of) == 0) & (np.diff(places.rows) == 0)
    names = [places.names[number] for number in np.unique(places.list_of[1:][twice]).tolist()]
    if names:
        remedy = "Rename one of the files."
        raise UnusableInput(
            tuple(Fault(what=f"Two files hold rows of the list {name}.", remedy=remedy) for name in names)
        )
