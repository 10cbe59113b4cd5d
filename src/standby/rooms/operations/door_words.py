"""The door in words, as everybody reads it: first how it stands, then what the coordinators wrote, then the roles."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from standby.domain.catalogue import title
from standby.domain.door import DoorState, Setting, SwitchState
from standby.rooms.look.days import page_language, say_moment
from standby.rooms.look.own_words import OwnWords, own_words
from standby.rooms.operations.queries import OperationView

_SHAPES = {
    SwitchState.OPEN: "called",
    SwitchState.QUEUE: "answered",
    SwitchState.PAUSED: "waits",
    SwitchState.CLOSED: "stopped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSetting:
    """One line at the door: a mark, a sentence of the house, and the coordinators' own where they wrote one."""

    shape: str
    word: str
    sentence: str
    own: OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDoor:
    """`roles` holds what differs from the whole; `is_plain` where the door is open and there is nothing to say."""

    whole: SaidSetting
    roles: Sequence[SaidSetting]
    since: str
    is_plain: bool


def say_door(door: DoorState, *, operation: OperationView) -> SaidDoor:
    """In the language of the page."""
    whole = _said(door.whole, say_setting(door.whole, zone=operation.time_zone), operation)
    roles = [
        _said(setting, say_role(code, setting, zone=operation.time_zone), operation)
        for code, setting in door.roles.items()
    ]
    return SaidDoor(
        whole=whole,
        roles=roles,
        since=say_moment(door.whole.since, operation.time_zone) if door.whole.since else "",
        is_plain=door.whole.state is SwitchState.OPEN and not roles and not whole.own.text,
    )


def _said(setting: Setting, sentence: str, operation: OperationView) -> SaidSetting:
    return SaidSetting(
        shape=_SHAPES[setting.state],
        word=state_word(setting.state),
        sentence=sentence,
        own=own_words(setting.words, languages=operation.languages),
    )


def state_word(state: SwitchState) -> str:
    match state:
        case SwitchState.OPEN:
            return pgettext("the door", "open")
        case SwitchState.QUEUE:
            return pgettext("the door", "open, with a queue")
        case SwitchState.PAUSED:
            return pgettext("the door", "paused")
        case SwitchState.CLOSED:
            return pgettext("the door", "closed")


def say_setting(setting: Setting, *, zone: str) -> str:
    """How the door stands for everybody."""
    match setting.state:
        case SwitchState.OPEN:
            return _("You can offer help here.")
        case SwitchState.QUEUE:
            return _(
                "You can offer help here. Very many do: yours is stored at once, looked at later, and we tell you."
            )
        case SwitchState.PAUSED if setting.until is not None:
            moment = say_moment(setting.until, zone)
            return _("We take no new offers just now. Please come back from %(moment)s.") % {"moment": moment}
        case _:
            return _("We take no more offers. Thank you to everyone who came forward.")


def say_role(code: str, setting: Setting, *, zone: str) -> str:
    """How it stands for one role, where that differs."""
    role = title(code, language=page_language())
    match setting.state:
        case SwitchState.OPEN:
            return _("%(role)s: welcome.") % {"role": role}
        case SwitchState.QUEUE:
            return _("%(role)s: you can offer help; we look at it later, and tell you.") % {"role": role}
        case SwitchState.PAUSED if setting.until is not None:
            moment = say_moment(setting.until, zone)
            return _("%(role)s: please come back from %(moment)s.") % {"role": role, "moment": moment}
        case _:
            return _("%(role)s: no more are needed for now. Thank you.") % {"role": role}
