"""A table crosses from one process to another unchanged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import Fault
from standby.exchange import Kind, Note, Origin, Row, Table
from standby.exchange.problems import Problem, trouble
from standby.exchange.table_json import fault_from_json, fault_to_json, table_from_json, table_to_json

TEXT = st.text(max_size=8)
NOTES = st.builds(
    Note,
    trouble=st.builds(trouble, st.sampled_from(Problem), field=TEXT, limit=st.integers(0, 9), sheets=TEXT),
    line=st.none() | st.integers(1, 99),
    row=st.none() | st.integers(1, 99),
)
ORIGINS = st.builds(
    Origin,
    file=TEXT,
    kind=st.sampled_from(Kind),
    encoding=TEXT,
    delimiter=TEXT,
    sheet=TEXT,
    other_sheets=st.lists(TEXT, max_size=3).map(tuple),
    header_line=st.none() | st.integers(1, 9),
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(TEXT, min_size=1, max_size=4, unique=True))
    cells = st.lists(TEXT, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = st.lists(st.builds(Row, number=st.integers(1, 99), line=st.integers(1, 99), cells=cells), max_size=4)
    notes = st.lists(NOTES, max_size=3)
    return Table(origin=draw(ORIGINS), columns=tuple(columns), rows=tuple(draw(rows)), notes=tuple(draw(notes)))


@given(_tables())
def test_a_table_comes_back(table: Table) -> None:
    assert table_from_json(json.loads(json.dumps(table_to_json(table)))) == table


@given(st.builds(Fault, what=TEXT, remedy=TEXT, file=TEXT, line=st.none() | st.integers(1, 9), field=TEXT))
def test_a_fault_comes_back(fault: Fault) -> None:
    assert fault_from_json(json.loads(json.dumps(fault_to_json(fault)))) == fault


def test_a_table_whose_rows_do_not_fit_its_columns_cannot_be() -> None:
    origin = Origin(file="list.csv", kind=Kind.TEXT)

    with pytest.raises(ValueError, match="more or fewer cells"):
        Table(origin=origin, columns=("a", "b"), rows=(Row(number=1, line=2, cells=("x",)),))
    with pytest.raises(ValueError, match="one name"):
        Table(origin=origin, columns=("a", "a"), rows=())
