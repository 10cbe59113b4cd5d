"""The JSON interface as the ordinary site serves it; where the surge lane runs, it takes sign-ups in instead."""

from collections.abc import Callable
from functools import wraps

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from standby.rooms.door.api.answers import Answer
from standby.rooms.door.api.bodies import MOST_BYTES, BodyFault, read_body
from standby.rooms.door.api.document import say_document
from standby.rooms.door.api.doors import doors_at
from standby.rooms.door.api.languages import language_of
from standby.rooms.door.api.listing import list_operations, list_roles
from standby.rooms.door.api.posted import Posted
from standby.rooms.door.api.said import (
    say_body_fault,
    say_later,
    say_no_such_address,
    say_unavailable,
    say_wrong_method,
)
from standby.rooms.door.api.sign_ups import answer_entry, read_post
from standby.rooms.door.api.standing import say_standing
from standby.rooms.door.api.storing import store_entries
from standby.rooms.door.floods.watch import flood_watch
from standby.rooms.operations.requests import address_of, moment_of

Ask = Callable[[HttpRequest], Answer]
View = Callable[[HttpRequest], HttpResponse]


def endpoint(method: str) -> Callable[[Ask], View]:
    """One address of the interface: no cookie is read or set, so no form can be forged against it."""

    def decorate(ask: Ask) -> View:
        @csrf_exempt
        @wraps(ask)
        def view(request: HttpRequest) -> HttpResponse:
            with override(language_of(request.headers.get("Accept-Language", ""))):
                return _response(_asked(request, ask, method))

        return view

    return decorate


def _asked(request: HttpRequest, ask: Ask, method: str) -> Answer:
    if request.method != method and not (method == "GET" and request.method == "HEAD"):
        return say_wrong_method(method)
    length = str(request.META.get("CONTENT_LENGTH", ""))
    if length.isdecimal() and int(length) > MOST_BYTES:
        return say_body_fault(BodyFault.TOO_LARGE)
    try:
        return ask(request)
    except (OperationalError, InterfaceError):
        return say_unavailable()


def _response(answer: Answer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, headers=dict(answer.all_headers))


@endpoint("POST")
def sign_ups(request: HttpRequest) -> Answer:
    """One at a time; the lane (site/surge.py) does the same for many."""
    now = moment_of(request)
    posted = Posted(
        body=request.body,
        content_type=request.headers.get("Content-Type", ""),
        key=request.headers.get("Idempotency-Key", ""),
        proof=request.headers.get("Proof", ""),
        language=language_of(request.headers.get("Accept-Language", "")),
        address=address_of(request),
    )
    read = read_post(posted, doors=doors_at(now), watch=flood_watch(), now=now)
    return read if isinstance(read, Answer) else answer_entry(read, store_entries([read], now=now)[0])


@endpoint("GET")
def operations(request: HttpRequest) -> Answer:
    return list_operations(doors_at(moment_of(request)))


@endpoint("POST")
def status(request: HttpRequest) -> Answer:
    """The code comes in the body: an address stands in logs and histories."""
    now, watch = moment_of(request), flood_watch()
    if later := watch.gate.knock(watch.network(address_of(request), now=now), at=now.timestamp()):
        return say_later(later.seconds)
    body = read_body(request.body, content_type=request.headers.get("Content-Type", ""))
    return say_body_fault(body) if isinstance(body, BodyFault) else say_standing(body, now=now)


@endpoint("GET")
def roles(request: HttpRequest) -> Answer:
    return list_roles(request.GET.get("search", ""))


@endpoint("GET")
def openapi(_request: HttpRequest) -> Answer:
    return say_document()


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """A program is answered in JSON here as well."""
    with override(language_of(request.headers.get("Accept-Language", ""))):
        return _response(say_no_such_address())
