"""Letters on paper: print the next ones, and say which were handed over."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.actions.enveloping import in_envelopes
from standby.rooms.messages.actions.printing import letters_handed, print_letters
from standby.rooms.messages.queries.paper import pile_of, printed_letters
from standby.rooms.people.queries.persons import people_by_ref

_A_RUN = 100


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
def paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    pile = pile_of(operation_id=desk.operation.id)
    people = people_by_ref(operation_id=desk.operation.id, refs=[recipient for _, recipient in pile.printed])
    printed = [(ref, people[recipient]) for ref, recipient in pile.printed if recipient in people]
    return desk_page(
        request, desk, "callup/paper.html", waiting=pile.waiting, printed=printed, next_run=min(_A_RUN, pile.waiting)
    )


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
@require_POST
def print_run(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The next letters, one a page, each in its person's language; `again` prints the whole pile that lies here.

    A page that is loaded again shows the letters of its own run and takes no others.
    """

    def take() -> str:
        print_letters(operation=desk.operation, limit=_A_RUN, by=desk.actor, now=desk.now)
        return desk.now.isoformat()

    again = bool(request.POST.get("again"))
    run = None if again else datetime.fromisoformat(do_once(request, desk, action="letters.print", do=take))
    letters = printed_letters(operation_id=desk.operation.id, run=run)
    envelopes = in_envelopes(operation=desk.operation, letters=letters, by=desk.actor, now=desk.now)
    return desk_page(request, desk, "callup/paper_print.html", envelopes=envelopes)


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
@require_POST
def handed(request: HttpRequest, desk: Desk) -> HttpResponse:
    def hand_over() -> str:
        refs = request.POST.getlist("letter")
        return str(letters_handed(operation=desk.operation, refs=refs, by=desk.actor, now=desk.now))

    do_once(request, desk, action="letters.handed", do=hand_over)
    return redirect("messages:paper")
