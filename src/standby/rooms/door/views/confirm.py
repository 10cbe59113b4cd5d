"""An e-mail is shown to be somebody's own: by a button, since scanners of mail open links too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.door.holders import let_in
from standby.rooms.operations.queries import operation_by_id
from standby.rooms.operations.requests import moment_of
from standby.rooms.people.actions.confirming import confirm_contact
from standby.rooms.people.actions.reaching import note_reached
from standby.rooms.people.queries.access import Holder, holder_of_confirmation
from standby.rooms.people.queries.persons import person_by_ref


def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Shown as often as it is opened; sent, it lets whoever holds the letter in to their page."""
    now = moment_of(request)
    holder = holder_of_confirmation(token, now=now)
    if holder is None or request.method != "POST":
        return render(request, "door/join/confirm.html", {"is_known": holder is not None})
    person = person_by_ref(operation_id=holder.operation_id, ref=holder.person_ref)
    if person is None:
        return render(request, "door/join/confirm.html", {"is_known": False})
    by = Actor(kind=ActorKind.VOLUNTEER, ref=person.ref)
    operation = operation_by_id(holder.operation_id)
    found = confirm_contact(operation=operation, person=person, kind="email", how="link", by=by, now=now)
    let_in(request, Holder(code_id=holder.code_id, person_ref=found.ref, operation_id=holder.operation_id))
    note_reached(person_id=found.id, how="page", by=by, now=now)
    return redirect("door:status")
