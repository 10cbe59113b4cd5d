"""Whom do we and another organisation both know? Asked, answered and read without showing a list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.identity.between import LEAST_PHRASE, MOST_ITEMS, is_installed
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.people.actions.overlapping import (
    MOST_IN_ALL,
    MOST_WITH_ONE,
    Proposal,
    agree_to_overlap,
    propose_overlap,
    read_overlap,
    refuse_overlap,
    take_file,
)
from standby.rooms.people.models import Overlap
from standby.rooms.people.queries.overlaps import found_in, newest_overlaps, overlap_by_ref

_MOST_BYTES = 4_000_000


@for_duty(Duty.COORDINATOR)
def overlaps(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits and what was found; proposing one, with a file where the other asks."""
    if request.method == "POST":
        return _propose(request, desk)
    return desk_page(
        request,
        desk,
        "desk/overlaps.html",
        rows=[(row, row.proposed_by == str(desk.actor)) for row in newest_overlaps(operation_id=desk.operation.id)],
        is_installed=is_installed(),
        least=LEAST_PHRASE,
        most=MOST_ITEMS,
        most_with_one=MOST_WITH_ONE,
        most_in_all=MOST_IN_ALL,
    )


def _propose(request: HttpRequest, desk: Desk) -> HttpResponse:
    def do() -> str:
        proposal = Proposal(
            partner=request.POST.get("partner", "")[:120],
            basis=request.POST.get("basis", "")[:400],
            phrase=request.POST.get("phrase", ""),
            question=_file(request),
        )
        return propose_overlap(operation=desk.operation, proposal=proposal, by=desk.actor, now=desk.now).ref

    try:
        do_once(request, desk, action="overlap.propose", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:overlaps")


@for_duty(Duty.COORDINATOR)
def overlap(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Whom both know, by code word; for the desk that asked and nobody else."""
    row = _row_or_404(desk, ref)
    if row.state != "read":
        raise Http404
    return desk_page(request, desk, "desk/overlap.html", row=row, people=found_in(row))


@for_duty(Duty.COORDINATOR)
@require_POST
def decide(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A second person agrees or refuses; an answer that came in is read."""
    _row_or_404(desk, ref)
    deed = request.POST.get("deed", "")

    def do() -> str:
        match deed:
            case "agree":
                agree_to_overlap(operation=desk.operation, ref=ref, by=desk.actor, now=desk.now)
            case "refuse":
                refuse_overlap(operation=desk.operation, ref=ref, by=desk.actor, now=desk.now)
            case "read":
                read_overlap(operation=desk.operation, ref=ref, answer=_file(request), by=desk.actor, now=desk.now)
            case _:
                raise Http404
        return ref

    try:
        do_once(request, desk, action=f"overlap.{deed}", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:overlap", ref) if deed == "read" else redirect("desk:overlaps")


@for_duty(Duty.COORDINATOR)
@require_POST
def take(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    row = _row_or_404(desk, ref)
    try:
        content = take_file(operation=desk.operation, ref=ref, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    name = "question" if row.is_ours else "answer"
    headers = {"Content-Disposition": f'attachment; filename="standby-{name}.bin"'}
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def _row_or_404(desk: Desk, ref: str) -> Overlap:
    row = overlap_by_ref(operation_id=desk.operation.id, ref=ref)
    if row is None:
        raise Http404
    return row


def _file(request: HttpRequest) -> bytes:
    """Empty where none was chosen, and one that is too large is cut off, so that it is no question and no answer."""
    uploaded = request.FILES.get("file")
    return uploaded.read(_MOST_BYTES) if uploaded is not None else b""
