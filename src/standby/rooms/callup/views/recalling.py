""" "Do not set out, turn back": chosen, counted, and only then told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.ending import recall
from standby.rooms.callup.queries.recalling import SCOPES, people_in_scope, recallable
from standby.rooms.operations.installation import installation


@for_duty(Duty.COORDINATOR)
def recall_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    """First what to recall; then how many people that is, with the two buttons; then the deed, by POST."""
    if request.method == "POST":
        return _recall(request, desk)
    scope, subject = request.GET.get("scope", ""), request.GET.get("of", "")
    if scope and scope not in SCOPES:
        raise Http404
    people = people_in_scope(operation_id=desk.operation.id, scope=scope, subject=subject) if scope else None
    choices = [recallable(operation_id=desk.operation.id, scope=name) for name in SCOPES[:-1]]
    return desk_page(
        request,
        desk,
        "callup/recall.html",
        scope=scope,
        subject=subject,
        people=people,
        everybody=people_in_scope(operation_id=desk.operation.id, scope="operation", subject=""),
        choices=dict(zip(("needs", "sites", "regions"), choices, strict=True)),
    )


def _recall(request: HttpRequest, desk: Desk) -> HttpResponse:
    def turn_back() -> str:
        row = recall(
            operation=desk.operation,
            scope=request.POST.get("scope", ""),
            subject=request.POST.get("of", "")[:64],
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return row.ref

    try:
        do_once(request, desk, action="recall", do=turn_back)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:call_sheet")
