"""The counter: who stands here, who is next, and a number for whoever comes in."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, posted, refusal_page
from standby.rooms.enquiry.actions import queues as deeds
from standby.rooms.enquiry.forms import CounterForm, QueueForm
from standby.rooms.enquiry.queries.queues import QueueView, board_of, queue_by_ref, queues_of

AT_THE_DESK = (Duty.COORDINATOR, Duty.REGISTRAR)
_KINDS = {"shut": deeds.shut_queue, "open": deeds.open_again}


@for_duty(*AT_THE_DESK)
def queues(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = QueueForm(posted(request))
    if request.method == "POST" and form.is_valid():
        place = form.cleaned_data["place"]
        try:
            ref = do_once(
                request,
                desk,
                action="queue.open",
                do=lambda: deeds.open_queue(operation=desk.operation, place=place, by=desk.actor, now=desk.now).ref,
            )
        except StandbyError as refusal:
            form.add_error("place", str(refusal))
        else:
            return redirect("enquiry:queue", ref=ref)
    found = queues_of(operation=desk.operation, now=desk.now)
    return desk_page(request, desk, "enquiry/queues.html", form=form, queues=found)


@for_duty(*AT_THE_DESK)
def queue(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """`?counter=` says where one sits; without it the page asks."""
    found = queue_or_404(desk, ref)
    asked = CounterForm(request.GET if "counter" in request.GET else None)
    counter = asked.cleaned_data["counter"] if asked.is_bound and asked.is_valid() else None
    board = board_of(queue=found, day=desk.operation.today(desk.now))
    return desk_page(
        request,
        desk,
        "enquiry/queue.html",
        board=board,
        queue=board.queue,
        counter=counter,
        counter_form=asked,
        here=board.at(counter) if counter else None,
        languages=settings.LANGUAGES,
        screen=request.build_absolute_uri(reverse("enquiry_public:screen", args=[found.screen_code])),
    )


@for_duty(*AT_THE_DESK)
@require_POST
def open_or_shut(request: HttpRequest, desk: Desk, ref: str, kind: str) -> HttpResponse:
    found = queue_or_404(desk, ref)
    if kind not in _KINDS:
        raise Http404
    try:
        _KINDS[kind](operation=desk.operation, queue_ref=found.ref, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("enquiry:queue", ref=ref)


def queue_or_404(desk: Desk, ref: str) -> QueueView:
    found = queue_by_ref(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    return found


def to_counter(ref: str, counter: int | None) -> HttpResponse:
    """Back to the counter that was asked from."""
    address = reverse("enquiry:queue", args=[ref])
    return redirect(f"{address}?counter={counter}" if counter else address)
