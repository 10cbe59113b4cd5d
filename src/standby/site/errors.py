"""The calm pages for when something went wrong: what happened, what to do, how to reach a human."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, **_why: object) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, **_why: object) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, **_why: object) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def failed(_request: HttpRequest) -> HttpResponse:
    """Needs neither the database nor the session: either may be what failed."""
    return render(None, "errors/500.html", status=500)


def forged(request: HttpRequest, **_why: object) -> HttpResponse:
    """A form that did not come from our own page, or from one that lay open too long."""
    return render(request, "errors/csrf.html", status=403)
