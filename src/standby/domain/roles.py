"""Roles by ISCO-08 code, the levels at which they are held, and the offers that are refused at every door."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache


class Level(IntEnum):
    SUPERVISED = 1
    INDEPENDENT = 2
    LEADS_OTHERS = 3


# FORMATS.md, rule 8. Armed forces are 0xxx in ISCO-08; spreadsheets drop the leading zero of 0110, 0210, 0310.
_COMBAT_CODES = frozenset({"110", "210", "310", "3355", "5412", "5413", "5414"})

# Health professionals and associate professionals: a licence is checked before anyone relies on it.
_HEALTH_PREFIXES = ("22", "32")


@lru_cache(maxsize=1 << 12)
def is_combat(code: str) -> bool:
    """Whether an offer with this role code is refused, whole, at every door.

    >>> is_combat("0310"), is_combat("310"), is_combat("2211")
    (True, True, False)
    """
    code = code.strip()
    return code in _COMBAT_CODES or (len(code) == 4 and code.startswith("0"))


def needs_licence(code: str) -> bool:
    """Whether this role is only ever relied on when verified (ISCO sub-major groups 22 and 32)."""
    return code.startswith(_HEALTH_PREFIXES)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedRole:
    """A role somebody offers, at the level they claim; verified once a licence has been checked."""

    code: str
    level: Level = Level.SUPERVISED
    is_verified: bool = False

    def __post_init__(self) -> None:
        if not (len(self.code) == 4 and self.code.isdigit()):
            raise ValueError(f"A role code has exactly four digits; {self.code!r} has not.")

    def __str__(self) -> str:
        return f"{self.code}:{int(self.level)}" + (":v" if self.is_verified else "")
