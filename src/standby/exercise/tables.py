"""The small tables that are packaged with the exercise; `tables/SOURCES.md` says where each comes from."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of one packaged CSV file, by column."""
    source = files("standby.exercise") / "tables" / f"{name}.csv"
    return tuple(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


def variants(cell: str) -> tuple[str, ...]:
    """Several ways of writing one thing, kept in one cell between bars."""
    return tuple(cell.split("|"))
