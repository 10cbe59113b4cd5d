"""The coordinators' switch: the door open, with a queue, paused or closed, for everybody or for one role."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.catalogue import all_crisis_roles, other_roles
from standby.domain.door import EVERYBODY, DoorState, Setting, SwitchState, door_of
from standby.domain.errors import Refused, WrongOrder
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.models import Operation, Switch
from standby.rooms.operations.queries import OperationView

MOST_LETTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchChange:
    """What a coordinator sets. `until` belongs to a pause: the moment people are asked to come back at."""

    state: SwitchState
    role: str = EVERYBODY
    until: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.role != EVERYBODY and self.role not in known_codes():
            raise Refused(gettext("We know no role %(code)s. Choose one of the list.") % {"code": self.role})
        if self.state is SwitchState.PAUSED and self.until is None:
            raise Refused(gettext("Say when people may come back: a pause without an end would be silence."))
        if self.state is not SwitchState.PAUSED and self.until is not None:
            raise Refused(gettext("Only a pause has a moment to come back at. Leave it empty, or choose the pause."))
        _check_words(self.words.values())

    @property
    def setting(self) -> Setting:
        return Setting(state=self.state, until=self.until, words=dict(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """One decision of the past, for the history: who (as the journal writes it), when, about what."""

    role: str
    setting: Setting
    by: str
    at: datetime


@transaction.atomic
def set_switch(*, operation: OperationView, change: SwitchChange, by: Actor, now: datetime) -> DoorState:
    """The door as it stands after it; what was said last, said again, adds nothing."""
    row = Operation.objects.select_for_update().get(id=operation.id)
    if not row.is_open:
        raise WrongOrder(gettext("This operation is closed. Open it again in its settings first."))
    if change.until is not None and change.until <= now:
        raise Refused(gettext("The moment to come back is over already. Choose a later one."))
    if not set(change.words) <= set(operation.languages):
        raise Refused(gettext("Write the sentence in the languages of the operation only."))
    if _last(operation.id) != (change.role, change.setting):
        _add(operation.id, change.role, change.setting, by=by, now=now)
        detail = {"role": change.role or "everybody", "state": change.state.value}
        journal(operation=operation.ref, actor=by, action="switch.set", now=now, subject=operation.ref, detail=detail)
    return door_state(operation_id=operation.id, now=now)


def shut_for_good(*, operation: OperationView, by: Actor, now: datetime) -> None:
    """Of an operation that is over; part of closing it, which is what the journal tells."""
    _add(operation.id, EVERYBODY, Setting(state=SwitchState.CLOSED), by=by, now=now)


def open_as_before(*, operation: OperationView, by: Actor, now: datetime) -> None:
    """Undoes `shut_for_good`: what was decided last before it is decided again."""
    before = Switch.objects.filter(operation_id=operation.id, role=EVERYBODY).order_by("-id")[1:2]
    setting = _setting(before[0]).at(now) if before else Setting()
    _add(operation.id, EVERYBODY, setting, by=by, now=now)


def door_state(*, operation_id: int, now: datetime) -> DoorState:
    """How the door stands at `now`, in one query. A new operation is open for everybody."""
    newest = Switch.objects.filter(operation_id=operation_id).order_by("role", "-id").distinct("role")
    rows = sorted(newest, key=lambda row: row.id)
    return door_of([(row.role, _setting(row)) for row in rows], now=now)


def switch_history(*, operation_id: int, limit: int = 100) -> list[Switched]:
    """What was decided about the door, the newest first."""
    rows = Switch.objects.filter(operation_id=operation_id).order_by("-id")[:limit]
    return [Switched(role=row.role, setting=_setting(row), by=row.by, at=row.at) for row in rows]


def known_codes() -> frozenset[str]:
    """Every role that can be switched; those of combat are no roles here."""
    return frozenset(role.code for role in (*all_crisis_roles(), *other_roles()))


def _check_words(texts: Iterable[str]) -> None:
    for text in texts:
        if not text.strip():
            raise Refused(gettext("The public sentence is empty. Write it, or leave that language out."))
        if len(text) > MOST_LETTERS:
            raise Refused(
                gettext("The public sentence has %(letters)s letters. Make it %(most)s at most.")
                % {"letters": len(text), "most": MOST_LETTERS}
            )
        if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text):
            raise Refused(gettext("The public sentence holds a line break or a control sign. Write it as one line."))


def _add(operation_id: int, role: str, setting: Setting, *, by: Actor, now: datetime) -> None:
    Switch.objects.create(
        operation_id=operation_id,
        role=role,
        state=setting.state,
        until=setting.until,
        words=dict(setting.words),
        by=str(by),
        at=now,
    )


def _last(operation_id: int) -> tuple[str, Setting]:
    """Without its moment, to be compared with what is wanted; a new operation is open for everybody."""
    row = Switch.objects.filter(operation_id=operation_id).order_by("-id").first()
    return (row.role, replace(_setting(row), since=None)) if row else (EVERYBODY, Setting())


def _setting(row: Switch) -> Setting:
    return Setting(state=SwitchState(row.state), since=row.at, until=row.until, words=row.words)
