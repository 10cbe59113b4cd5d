"""What a button of the desk does: once for each form, however often the form is sent."""

from collections.abc import Callable

from django.http import HttpRequest

from standby.rooms.accounts.doors import Desk
from standby.rooms.look.once import KEY_FIELD, new_key
from standby.rooms.operations.actions import once


def do_once(request: HttpRequest, desk: Desk, *, action: str, do: Callable[[], str]) -> str:
    """`do` returns what the answer needs to be given again: the reference of what was made."""
    return once(
        key=request.POST.get(KEY_FIELD) or new_key(),
        operation_id=desk.operation.id,
        actor=desk.actor,
        action=action,
        now=desk.now,
        do=do,
    )
