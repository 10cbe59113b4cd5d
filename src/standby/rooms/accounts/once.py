"""A deed at the desk, done once however often its form is sent."""

from collections.abc import Callable

from django.http import HttpRequest

from standby.rooms.accounts.doors import Desk
from standby.rooms.look.once import KEY_FIELD, new_key
from standby.rooms.operations.actions import once


def do_once(request: HttpRequest, desk: Desk, *, action: str, do: Callable[[], str]) -> str:
    """The outcome that `do` names; the same form sent again gets the same outcome. A form without a key is new."""
    return once(
        key=request.POST.get(KEY_FIELD) or new_key(),
        operation_id=desk.operation.id,
        actor=desk.actor,
        action=action,
        now=desk.now,
        do=do,
    )
