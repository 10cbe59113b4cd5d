"""The calm pages for when something went wrong: what happened, what to do, how to reach a human."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from standby.domain.errors import Conflict, NotAllowed, Refused, StandbyError, Unavailable, UnusableInput

_PAGES = {400: "errors/400.html", 403: "errors/403.html", 409: "errors/409.html"}


def answer_to(request: HttpRequest, error: StandbyError) -> HttpResponse:
    """A refusal that no room turned into a page of its own: still an answer, never "something broke"."""
    match error:
        case NotAllowed():
            status = HTTPStatus.FORBIDDEN
        case Conflict() | Refused():
            status = HTTPStatus.CONFLICT
        case UnusableInput():
            status = HTTPStatus.BAD_REQUEST
        case Unavailable():
            return render(request, "errors/500.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        case _:
            return failed(request)
    return render(request, _PAGES[status], {"answer": gettext(str(error))}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "errors/400.html", status=HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "errors/403.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "errors/404.html", status=HTTPStatus.NOT_FOUND)


def failed(_request: HttpRequest) -> HttpResponse:
    """Drawn without the request, its session and its database: any of them may be what failed."""
    return render(None, "errors/500.html", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that did not come from our own page, or from one that lay open too long."""
    return render(request, "errors/csrf.html", status=HTTPStatus.FORBIDDEN)


def locked_out(request: HttpRequest, *_told: object) -> HttpResponse:
    """Too many wrong passwords from one place for one login."""
    return render(request, "errors/429.html", status=HTTPStatus.TOO_MANY_REQUESTS)
