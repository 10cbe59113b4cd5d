"""Was it you who registered again? Asked on the page of whoever was here first, and answered by a button."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.callup.actions.joining import say_it_was_me
from standby.rooms.door.holders import OwnPage, for_holder
from standby.rooms.operations.installation import installation
from standby.rooms.people.actions.judging import deny_join
from standby.rooms.people.actions.reaching import note_reached
from standby.rooms.people.queries.held_joins import questions_to


@for_holder
@require_POST
def joined(request: HttpRequest, own: OwnPage, ref: str) -> HttpResponse:
    """Somebody else's question is as little there as one that was answered already."""
    wish = request.POST.get("was", "")
    if wish not in {"me", "not_me"} or ref not in {one.ref for one in questions_to(person_id=own.person.id)}:
        raise Http404
    try:
        _answer(own, ref, was_me=wish == "me")
    except StandbyError:
        # Somebody at the desk was quicker: the page shows how it stands now.
        return redirect("door:status")
    note_reached(person_id=own.person.id, how="page", by=own.actor, now=own.now)
    return redirect("door:status")


def _answer(own: OwnPage, ref: str, *, was_me: bool) -> None:
    operation, person_id, by, now = own.operation, own.person.id, own.actor, own.now
    if was_me:
        url = installation().public_url
        say_it_was_me(operation=operation, ref=ref, person_id=person_id, public_url=url, by=by, now=now)
    else:
        deny_join(operation=operation, ref=ref, person_id=person_id, by=by, now=now)
