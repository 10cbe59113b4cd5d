"""Numbers: given on paper, called to a counter, called again, missed, put back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions import tickets as deeds
from standby.rooms.enquiry.codes import shown_ticket_code
from standby.rooms.enquiry.models import Ticket
from standby.rooms.enquiry.queries.queues import Standing, ticket_by_ref
from standby.rooms.enquiry.saying import say_ahead, say_wait
from standby.rooms.enquiry.views.queues import AT_THE_DESK, queue_or_404, to_counter
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView


class _Deed(Protocol):
    def __call__(self, *, operation: OperationView, ticket_ref: str, by: Actor, now: datetime) -> Ticket: ...


_DEEDS: Mapping[str, _Deed] = {
    "again": deeds.call_again,
    "missed": deeds.miss,
    "back": deeds.put_back,
    "served": deeds.finish,
}
_LANGUAGES = dict(settings.LANGUAGES)


@for_duty(*AT_THE_DESK)
@require_POST
def give(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """One press a person: the button says the language of the paper."""
    found, language = queue_or_404(desk, ref), request.POST.get("language", "")
    if language not in _LANGUAGES:
        raise Http404

    def give_one() -> str:
        return deeds.give_ticket(
            operation=desk.operation, queue_ref=found.ref, language=language, by=desk.actor, now=desk.now
        ).ref

    try:
        ticket = do_once(request, desk, action="give_ticket", do=give_one)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("enquiry:slip", ref=ticket)


@for_duty(*AT_THE_DESK)
def slip(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The paper to tear off: a number, a code, and what is known of the wait."""
    found = _ticket_or_404(desk, ref)
    with translation.override(found.ticket.language):
        ahead, wait = say_ahead(found.ahead), say_wait(found.wait)
    return desk_page(
        request,
        desk,
        "enquiry/slip.html",
        found=found,
        code=shown_ticket_code(found.ticket.code),
        ahead=ahead,
        wait=wait,
        public_url=installation().public_url,
        languages=settings.LANGUAGES,
    )


@for_duty(*AT_THE_DESK)
@require_POST
def call(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found, written = queue_or_404(desk, ref), request.POST.get("counter", "")
    counter = int(written) if written.isdecimal() and len(written) <= len(str(deeds.MOST_COUNTERS)) else 0

    def call_one() -> str:
        return deeds.call_next(
            operation=desk.operation, queue_ref=found.ref, counter=counter, by=desk.actor, now=desk.now
        ).ref

    try:
        do_once(request, desk, action="call_ticket", do=call_one)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return to_counter(found.ref, counter)


@for_duty(*AT_THE_DESK)
@require_POST
def deed(request: HttpRequest, desk: Desk, ref: str, kind: str) -> HttpResponse:
    found = _ticket_or_404(desk, ref)
    if kind not in _DEEDS:
        raise Http404
    written = request.POST.get("counter", "")
    try:
        _DEEDS[kind](operation=desk.operation, ticket_ref=ref, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return to_counter(found.queue.ref, int(written) if written.isdecimal() else None)


def _ticket_or_404(desk: Desk, ref: str) -> Standing:
    found = ticket_by_ref(operation=desk.operation, ref=ref, now=desk.now)
    if found is None:
        raise Http404
    return found
