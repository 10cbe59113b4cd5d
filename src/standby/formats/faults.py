"""Collects everything wrong with the files of an operation, so that they are mended once."""

from dataclasses import dataclass, field

from standby.domain.errors import Fault, UnusableInput


@dataclass(slots=True, kw_only=True)
class FaultList:
    """Faults in the order they were met; `settle` refuses the input if there is one."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, *, file: str, line: int | None, what: str, field: str = "") -> None:
        self.faults.append(Fault(file=file, line=line, field=field, what=what))

    def settle(self) -> None:
        if self.faults:
            raise UnusableInput(tuple(self.faults))


def shown(text: str) -> str:
    """A cell as a fault quotes it: on one line and never long.

    >>> shown("two\\nlines")
    "'two\\\\nlines'"
    """
    return repr(text if len(text) <= 40 else text[:40] + "…")
