"""What every deed at the desk has in common: a form sent twice is done once, and a refusal is an answer."""

from collections.abc import Callable

from django.http import Http404, HttpRequest

from standby.rooms.accounts.doors import Desk
from standby.rooms.accounts.models import Duty
from standby.rooms.look.once import KEY_FIELD, new_key
from standby.rooms.operations.actions import once
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

SEES_NAMES = (Duty.COORDINATOR, Duty.REGISTRAR, Duty.VERIFIER)
KEEPS_PEOPLE = (Duty.COORDINATOR, Duty.REGISTRAR)


def do_once(request: HttpRequest, desk: Desk, action: str, do: Callable[[], str]) -> str:
    """What `do` came to, also when this very form was sent before."""
    return once(
        key=request.POST.get(KEY_FIELD) or new_key(),
        operation_id=desk.operation.id,
        actor=desk.actor,
        action=action,
        now=desk.now,
        do=do,
    )


def person_or_404(desk: Desk, ref: str) -> PersonView:
    person = person_by_ref(operation_id=desk.operation.id, ref=ref)
    if person is None:
        raise Http404
    return person
