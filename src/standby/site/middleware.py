"""What stands around every page."""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from standby.domain.errors import StandbyError
from standby.rooms.operations.installation import installation
from standby.site.attempts import client_address
from standby.site.errors import answer_to

GetResponse = Callable[[HttpRequest], HttpResponseBase]
_requests = logging.getLogger("standby.requests")
_PUBLIC = ("/static/", "/healthz")


class RequestLog:
    """One line a request: method, route (its name, never the address: that may carry a token), status, milliseconds."""

    def __init__(self, get_response: GetResponse, clock: Callable[[], float] = time.perf_counter) -> None:
        self._get_response = get_response
        self._clock = clock

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = self._clock()
        response = self._get_response(request)
        if not request.path.startswith(_PUBLIC):
            milliseconds = (self._clock() - began) * 1000
            _requests.info("%s %s %d %.0f ms", request.method, _route(request), response.status_code, milliseconds)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, StandbyError):
            return answer_to(request, error)
        if isinstance(error, Http404):
            return None  # an answer, not a failure: the line of the request says 404
        _requests.error("%s %s failed", request.method, _route(request), exc_info=error)
        return None


class Health:
    """`/healthz` answers before sessions, languages and host names are looked at, and says nothing but yes or no."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path != "/healthz":
            return self._get_response(request)
        return _plain("ok", 200) if _database_answers() else _plain("not ready", 503)


class PrivatePages:
    """Nothing but assets may be kept by a browser or a proxy: any page may show a person."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class RequestClock:
    """Tells the views what time it is and where a request comes from, once a request: `request.now`, `.caller`."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.now = installation().clock()  # type: ignore[attr-defined]  # Django's way of telling views something
        request.caller = client_address(request)  # type: ignore[attr-defined]
        return self._get_response(request)


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match and match.view_name else "(no route)"


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
