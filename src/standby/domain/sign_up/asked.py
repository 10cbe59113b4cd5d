"""What the questions were asked against: the day, the towns, how the door stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from standby.domain.door import DoorState

# The number in E.164, or None for what no network could dial. An address in its plain form, or None.
ReadPhone = Callable[[str], str | None]
ReadEmail = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`homes` are place ids of the operation; `door` says of whom offers are taken at the moment."""

    today: date
    languages: frozenset[str]
    homes: frozenset[str]
    read_phone: ReadPhone = field(repr=False)
    read_email: ReadEmail = field(repr=False)
    door: DoorState = field(default_factory=DoorState)
