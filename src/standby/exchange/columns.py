"""Where each field of a list stands, and how its dates are written."""

from collections.abc import Iterable
from dataclasses import dataclass

from standby.exchange.dates import DayOrder, day_order
from standby.exchange.fields import DATED, Field
from standby.exchange.folding import fold
from standby.exchange.mapping import Mapping
from standby.exchange.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column that is read: its place in a row, its header, and its order of day and month if it holds dates."""

    place: int
    header: str
    order: DayOrder = DayOrder.DAY_FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of every field; several columns of one field in the order in which they are believed."""

    by_field: dict[Field, tuple[Column, ...]]

    def of(self, field: Field) -> tuple[Column, ...]:
        return self.by_field.get(field, ())


def columns_of(table: Table, mapping: Mapping) -> Columns:
    """Where a mapping says that a table's fields stand."""
    orders = _orders(table, mapping)
    by_field: dict[Field, tuple[Column, ...]] = {}
    for field in Field:
        names = _by_precision(mapping.columns_of(field))
        columns = [
            Column(place=table.columns.index(name), header=name, order=orders.get(name, DayOrder.DAY_FIRST))
            for name in names
        ]
        if columns:
            by_field[field] = tuple(columns)
    return Columns(by_field=by_field)


def _by_precision(names: Iterable[str]) -> list[str]:
    """Home L3 is the village, Home L1 the province: the village first. Others stay as they stand."""

    def coarseness(name: str) -> int:
        last = fold(name).split(" ")[-1]
        return -int(last[1:]) if last.startswith("l") and last[1:].isdigit() else 0

    return sorted(names, key=coarseness)


def _orders(table: Table, mapping: Mapping) -> dict[str, DayOrder]:
    """Each column's own evidence; a column that says nothing follows the others of the list, else day first."""
    dated = [guess.column for guess in mapping.columns if guess.field in DATED or guess.field is Field.DAYS]
    found = {name: day_order(table.values(name)) for name in dated}
    known = [order for order in found.values() if order is not None]
    usual = max(known, key=known.count) if known else DayOrder.DAY_FIRST
    return {name: order or usual for name, order in found.items()}
