"""What every page of the staff carries: who sits here, and in which operation."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk

_CONFLICT = 409


def desk_page(request: HttpRequest, desk: Desk, template: str, **context: object) -> HttpResponse:
    return render(request, template, {"operation": desk.operation, "desk": desk, **context})


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: also an empty one that was sent, and nothing on a page that is only looked at."""
    return request.POST if request.method == "POST" else None


def refusal_page(request: HttpRequest, desk: Desk, refusal: StandbyError) -> HttpResponse:
    """A refusal is an answer: what is wrong and what to do next, and nothing has changed."""
    context = {"operation": desk.operation, "desk": desk, "answer": str(refusal)}
    return render(request, "errors/409.html", context, status=_CONFLICT)
