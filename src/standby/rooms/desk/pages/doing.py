"""What every deed at the desk has in common: who may see names, who keeps people, and whom it is about."""

from django.http import Http404

from standby.rooms.accounts.doors import Desk
from standby.rooms.accounts.models import Duty
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

SEES_NAMES = (Duty.COORDINATOR, Duty.REGISTRAR, Duty.VERIFIER)
KEEPS_PEOPLE = (Duty.COORDINATOR, Duty.REGISTRAR)


def person_or_404(desk: Desk, ref: str) -> PersonView:
    person = person_by_ref(operation_id=desk.operation.id, ref=ref)
    if person is None:
        raise Http404
    return person
