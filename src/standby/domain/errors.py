"""The one family of errors.

StandbyError
├── Refused            what was asked breaks a rule of the domain; trying the same again cannot help
│   ├── NotAllowed     this user may not do it
│   ├── WrongOrder     a step was taken before the one it rests on (a pass before an acceptance)
│   └── Conflict       somebody else changed the matter meanwhile; look again, then decide again
├── UnusableInput      a file, a row or a field cannot be used; says where and what to do
└── Unavailable        something outside did not answer; trying again later can help
"""

from dataclasses import dataclass
from typing import ClassVar


class StandbyError(Exception):
    """Base of all; `code` is for machines, the message is one plain sentence for people."""

    code: ClassVar[str] = "error"
    can_retry: ClassVar[bool] = False


class Refused(StandbyError):
    code = "refused"


class NotAllowed(Refused):
    code = "not_allowed"


class WrongOrder(Refused):
    code = "wrong_order"


class Conflict(Refused):
    code = "conflict"
    can_retry = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong with what was given: where it stands, what is wrong, what to do.

    `row` counts records from 1, the header not counted; `line` is the physical line of the file, the header
    being 1 (FORMATS.md). Either may be None where a fault concerns the file as a whole.
    """

    what: str
    remedy: str = ""
    file: str = ""
    line: int | None = None
    row: int | None = None
    field: str = ""

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line is not None else "")
        field = f"{self.field}: " if self.field else ""
        parts = [f"{place}: " if place else "", field, self.what, f" {self.remedy}" if self.remedy else ""]
        return "".join(parts)


class UnusableInput(StandbyError):
    """Carries every fault found, not only the first, so that a list is mended once."""

    code = "unusable_input"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class Unavailable(StandbyError):
    code = "unavailable"
    can_retry = True
