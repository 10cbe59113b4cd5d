"""Who acted, as a value: the journal must outlive every account and every person."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A member of staff or a volunteer by reference, or the system by the name of its task."""

    kind: ActorKind
    ref: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.ref}"


def system(task: str) -> Actor:
    return Actor(kind=ActorKind.SYSTEM, ref=task)


def actor_from(written: str) -> Actor:
    """The actor that was stored as text."""
    kind, _, ref = written.partition(":")
    return Actor(kind=ActorKind(kind), ref=ref)
