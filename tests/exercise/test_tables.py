"""What is packaged must be whole."""

import pytest

from standby.exercise.tables import table, variants

TABLES = (
    "given_names",
    "homes",
    "languages",
    "occupations",
    "places",
    "regions",
    "site_kinds",
    "sites",
    "surnames",
    "texts",
)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_every_column(name: str) -> None:
    rows = table(name)

    assert rows
    assert all(None not in row and None not in row.values() for row in rows)


def test_variants_stand_between_bars() -> None:
    assert variants("Карен|Гарен") == ("Карен", "Гарен")
