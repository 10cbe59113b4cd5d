"""A place came free: who could take it next, called in one click."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.replacing import call_next
from standby.rooms.callup.queries.replacements import next_in_line, places_free
from standby.rooms.needs.queries.planning import NeedView, need_by_ref
from standby.rooms.operations.installation import installation
from standby.rooms.people.queries.persons import people_by_id


@for_duty(Duty.COORDINATOR)
def free_place(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The next eligible people, who waited longest first; as many as there are places are chosen already."""
    need = need_by_ref(operation=desk.operation, ref=ref, now=desk.now)
    if need is None:
        raise Http404
    if request.method == "POST":
        return _call(request, desk, need)
    free = places_free(operation=desk.operation, need=need, today=desk.operation.today(desk.now))
    line = next_in_line(operation=desk.operation, need=need, now=desk.now) if free and need.is_open else []
    people = people_by_id(operation_id=desk.operation.id, ids=[one.id for one in line])
    return desk_page(
        request,
        desk,
        "callup/free_place.html",
        need=need,
        free=free,
        line=[(people[one.id], number < free) for number, one in enumerate(line)],
    )


def _call(request: HttpRequest, desk: Desk, need: NeedView) -> HttpResponse:
    def call_them() -> str:
        called = call_next(
            operation=desk.operation,
            need_ref=need.ref,
            person_refs=request.POST.getlist("person"),
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return str(called)

    try:
        do_once(request, desk, action="call.next", do=call_them)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:calls")
