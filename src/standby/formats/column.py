"""A column of a table: parses each distinct text once and notes what it cannot use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from standby.formats.faults import FaultList

Value = TypeVar("Value")


@dataclass(slots=True, kw_only=True)
class Column(Generic[Value]):
    """Calling it with a cell gives the value, or the value of `fallback` and one more fault.

    Equal cells give the same object: a million people share a few thousand offers.
    """

    file: str
    name: str
    parse: Callable[[str], Value]
    fallback: Value
    faults: FaultList
    known: dict[str, Value] = field(default_factory=dict)

    def __call__(self, text: str, line: int) -> Value:
        try:
            return self.known[text]
        except KeyError:
            return self._parsed(text, line)

    def _parsed(self, text: str, line: int) -> Value:
        try:
            value = self.parse(text)
        except ValueError as error:
            self.faults.add(file=self.file, line=line, field=self.name, what=str(error))
            return self.fallback
        self.known[text] = value
        return value


@dataclass(slots=True, kw_only=True)
class KeyColumn:
    """Ids that must differ from row to row; `seen` keeps the line of each."""

    file: str
    name: str
    parse: Callable[[str], str]
    faults: FaultList
    seen: dict[str, int] = field(default_factory=dict)

    def __call__(self, text: str, line: int) -> str:
        """The id, or an empty text and one more fault."""
        try:
            key = self.parse(text)
        except ValueError as error:
            self.faults.add(file=self.file, line=line, field=self.name, what=str(error))
            return ""
        if key in self.seen:
            self.faults.add(
                file=self.file, line=line, field=self.name, what=f"{key} stands already in line {self.seen[key]}."
            )
            return ""
        self.seen[key] = line
        return key
