"""What anybody may see: a screen with numbers, and where one's own number stands."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from standby.rooms.enquiry.codes import read_ticket_code, shown_ticket_code
from standby.rooms.enquiry.forms import TicketCodeForm
from standby.rooms.enquiry.queries.queues import board_of, operation_of_screen, ticket_by_code
from standby.rooms.enquiry.saying import say_ahead, say_wait
from standby.rooms.operations.requests import moment_of

_SECONDS = 10


def screen(request: HttpRequest, token: str) -> HttpResponse:
    """On a wall, where nobody presses anything: the browser is told by a header to ask again, without a script."""
    found = operation_of_screen(token)
    if found is None:
        raise Http404
    operation, queue = found
    board = board_of(queue=queue, day=operation.today(moment_of(request)))
    shown = {"operation": operation, "queue": board.queue, "board": board, "seconds": _SECONDS}
    answer = render(request, "enquiry/screen.html", shown)
    answer.headers["Refresh"] = str(_SECONDS)
    return answer


def ask(request: HttpRequest) -> HttpResponse:
    """For whoever types the code of a ticket instead of its address."""
    form = TicketCodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        code = read_ticket_code(form.cleaned_data["code"])
        if code and ticket_by_code(code=code, now=moment_of(request)) is not None:
            return redirect("enquiry_public:ticket", token=code)
        form.add_error("code", _("This is no code of a ticket. Look at your ticket again, or ask at the desk."))
    return render(request, "enquiry/ask.html", {"form": form})


def ticket(request: HttpRequest, token: str) -> HttpResponse:
    """Where one number stands: nothing on it says whose it is."""
    code = read_ticket_code(token)
    found = ticket_by_code(code=code, now=moment_of(request)) if code else None
    if found is None:
        return redirect("enquiry_public:ask")
    operation, standing = found
    return render(
        request,
        "enquiry/ticket.html",
        {
            "operation": operation,
            "found": standing,
            "code": shown_ticket_code(standing.ticket.code),
            "ahead": say_ahead(standing.ahead),
            "wait": say_wait(standing.wait),
        },
    )
