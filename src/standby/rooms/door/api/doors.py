"""The operations as the interface knows them at a moment: who runs, how each door stands, what each asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from standby.domain.sign_up import Asked
from standby.rooms.door.asking import asked_in
from standby.rooms.operations.queries import OperationView, all_operations


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDoor:
    """One operation and what its questions are asked against."""

    operation: OperationView
    asked: Asked

    @property
    def takes_anybody(self) -> bool:
        return self.operation.is_open and self.asked.door.takes_anybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """By reference, those that are over included: whoever comes too late is told so."""

    by_ref: Mapping[str, OpenDoor]

    running: tuple[OpenDoor, ...]

    def find(self, ref: str | None) -> OpenDoor | None:
        """The one named; without a name the only one that runs."""
        if ref is not None:
            return self.by_ref.get(ref)
        return self.running[0] if len(self.running) == 1 else None


def doors_at(now: datetime) -> Doors:
    """Three small queries for each operation: read once in a while, not for each request."""
    doors = [OpenDoor(operation=operation, asked=asked_in(operation, now=now)) for operation in all_operations()]
    return Doors(
        by_ref={door.operation.ref: door for door in doors},
        running=tuple(door for door in doors if door.operation.is_open),
    )
