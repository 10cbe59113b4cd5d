"""How often somebody wants to hear that nothing has changed: chosen on their own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.rooms.callup.actions.wishing import wish_for_words
from standby.rooms.door.forms.word import WordForm
from standby.rooms.door.holders import OwnPage, for_holder
from standby.rooms.people.actions.reaching import note_reached


@for_holder
@require_POST
def wish(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """Whatever is none of the choices changes nothing."""
    form = WordForm(request.POST)
    if form.is_valid():
        wish_for_words(operation=own.operation, person=own.person, wish=form.wish(), by=own.actor, now=own.now)
        note_reached(person_id=own.person.id, how="page", by=own.actor, now=own.now)
    return redirect("door:status")
