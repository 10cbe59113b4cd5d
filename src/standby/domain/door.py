"""The door of an operation: whether offers are taken, of everybody and of those who offer one role.

>>> from datetime import UTC, datetime
>>> monday = datetime(2026, 10, 5, tzinfo=UTC)
>>> said = [("", Setting(state=SwitchState.OPEN)), ("8322", Setting(state=SwitchState.CLOSED))]
>>> door = door_of(said, now=monday)
>>> door.of_offer(["8322"]).state.value, door.of_offer(["8322", "2221"]).state.value
('closed', 'open')
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

# Stands for the operation as a whole where a role's code could stand.
EVERYBODY = ""


class SwitchState(StrEnum):
    """How far the door stands open, from wide to shut."""

    OPEN = "open"  # taken, and settled as usual
    QUEUE = "queue"  # taken, settled later, and told so
    PAUSED = "paused"  # not taken until a moment that is named
    CLOSED = "closed"  # no more, with thanks

    @property
    def strictness(self) -> int:
        return _STRICTNESS[self]


_STRICTNESS = {state: place for place, state in enumerate(SwitchState)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What was decided about the door. `words` are the coordinators' own public sentence, by language.

    Without `since` nobody has decided anything yet: a new operation is open.
    """

    state: SwitchState = SwitchState.OPEN
    since: datetime | None = None
    until: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if (self.state is SwitchState.PAUSED) != (self.until is not None):
            raise ValueError("A pause, and nothing but a pause, says until when.")

    @property
    def takes_offers(self) -> bool:
        return self.state in {SwitchState.OPEN, SwitchState.QUEUE}

    def at(self, now: datetime) -> "Setting":
        """A pause whose moment has come is over: people were told to come back then, so they are taken."""
        if self.until is None or now < self.until:
            return self
        return Setting(state=SwitchState.OPEN, since=self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorState:
    """The door at one moment. `roles` holds, by role code, what differs from `whole`."""

    whole: Setting = field(default_factory=Setting)
    roles: Mapping[str, Setting] = field(default_factory=dict)

    def of_role(self, code: str) -> Setting:
        return self.roles.get(code, self.whole)

    def of_offer(self, codes: Iterable[str]) -> Setting:
        """The widest of the roles offered: a nurse who also drives is a nurse. Without roles, as for everybody."""
        return min(
            (self.of_role(code) for code in codes),
            key=lambda setting: setting.state.strictness,
            default=self.whole,
        )

    @property
    def takes_anybody(self) -> bool:
        return any(setting.takes_offers for setting in (self.whole, *self.roles.values()))

    @property
    def closed_roles(self) -> tuple[str, ...]:
        return tuple(code for code, setting in self.roles.items() if setting.state is SwitchState.CLOSED)


def door_of(said: Sequence[tuple[str, Setting]], *, now: datetime) -> DoorState:
    """What holds now. `said` is the newest setting of everybody and of each role, in the order they were decided.

    A later word about a role holds, whatever was said of everybody before: "closed, but nurses are welcome". A later
    word about everybody only ever makes a role stricter: a role shut by itself stays shut when the door opens again.
    """
    settings = {code: setting.at(now) for code, setting in said}
    order = [code for code, _ in said]
    whole = settings.get(EVERYBODY, Setting())
    since_whole = order.index(EVERYBODY) if EVERYBODY in settings else -1
    roles = {
        code: setting
        for place, (code, setting) in enumerate(settings.items())
        if place > since_whole or setting.state.strictness > whole.state.strictness
    }
    return DoorState(
        whole=whole, roles={code: roles[code] for code in sorted(roles) if roles[code].state != whole.state}
    )
