"""One row on its way to an outcome: its cells by field, what was wrong with them, and what it says."""

import re

from standby.exchange.columns import Column, Columns
from standby.exchange.fields import REPEATABLE, Field
from standby.exchange.folding import tidy
from standby.exchange.problems import Problem, Trouble, trouble
from standby.exchange.tables import Row

_FORMULA = re.compile(r"^(?:[=@]|[+\-](?=.*[A-Za-z(|!]))")
_BLANKS = frozenset({"n/a", "na", "null", "none given", "нет данных", "н/д", "չկա տվյալ", "?"})
# An address or a signed number may begin with a plus or an at sign without being a formula.
_MAY_BEGIN_SO = frozenset({Field.PHONE, Field.VEHICLE, Field.OWN_TRAVEL, Field.OWN_LODGING, Field.UNDER_AGE})


class RowReading:
    """Collects while a row is read; whoever reads a field asks here for its cells and reports what is wrong."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self._row, self._columns = row, columns
        self.troubles: list[Trouble] = []
        self.said: dict[str, list[str]] = {}

    def cells(self, field: Field) -> list[tuple[str, Column]]:
        """The filled cells of a field; a formula is reported and counts as empty."""
        found = []
        for column in self._columns.of(field):
            cell = self._row.cells[column.place]
            if not cell:
                continue
            # Where a cell may hold several values, they often stand on lines of their own.
            cell = tidy(cell.replace("\n", "; ") if field in REPEATABLE else cell)
            if cell.lower() in _BLANKS or not _says_something(cell):
                continue
            if field not in _MAY_BEGIN_SO and _FORMULA.match(cell):
                self.report(Problem.FORMULA, field)
                continue
            found.append((cell, column))
        return found

    def cell(self, field: Field) -> tuple[str, Column] | None:
        """The first filled cell of a field."""
        return next(iter(self.cells(field)), None)

    def text(self, field: Field) -> str:
        """The first filled cell of a field as text, noted as said."""
        found = self.cell(field)
        if found is None:
            return ""
        self.note(field, found[0])
        return found[0]

    def report(self, problem: Problem, field: Field, **values: str | int) -> None:
        self.troubles.append(trouble(problem, field=field.value, **values))

    def note(self, field: Field, canonical: str) -> None:
        """What the row says for a field, in a form that does not depend on how it was written."""
        self.said.setdefault(field.value, []).append(canonical)


def _says_something(cell: str) -> bool:
    return cell[:1].isalnum() or any(letter.isalnum() for letter in cell) or cell in {"+", "✓", "✔", "☑", "√"}
