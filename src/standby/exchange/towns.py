"""The towns of a list that are no place the operation knows: each is said once, and remembered for what comes next."""

from collections import Counter
from dataclasses import dataclass

from standby.exchange.fields import Field
from standby.exchange.folding import fold, tidy
from standby.exchange.mapping import Mapping
from standby.exchange.tables import Table
from standby.exchange.value_shapes import PlaceFinder


@dataclass(frozen=True, slots=True, kw_only=True)
class TownValue:
    """One town in its commonest spelling, and how many rows set out from it."""

    value: str
    count: int

    @property
    def key(self) -> str:
        return town_key(self.value)


def town_key(town: str) -> str:
    """The same for the same town, however it is spelled."""
    return fold(tidy(town))


def unknown_towns(table: Table, mapping: Mapping, *, homes: PlaceFinder) -> tuple[TownValue, ...]:
    """The commonest first. A row with several columns for its town is unknown when none of them is a place."""
    columns = [table.columns.index(column) for column in mapping.columns_of(Field.HOME)]
    countries = [table.columns.index(column) for column in mapping.columns_of(Field.HOME_COUNTRY)]
    spellings: dict[str, Counter[str]] = {}
    for row in table.rows:
        towns = [town for at in columns if (town := tidy(row.cells[at]))]
        country = next((said for at in countries if (said := tidy(row.cells[at]))), "")
        if towns and town_key(towns[0]) and not any(homes(town, country) for town in towns):
            spellings.setdefault(town_key(towns[0]), Counter())[towns[0]] += 1
    values = [_value(counts) for counts in spellings.values()]
    return tuple(sorted(values, key=lambda value: (-value.count, value.key)))


def _value(counts: Counter[str]) -> TownValue:
    return TownValue(value=min(counts, key=lambda written: (-counts[written], written)), count=counts.total())
