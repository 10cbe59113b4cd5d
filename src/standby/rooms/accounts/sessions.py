"""How long somebody who works here stays logged in: an hour untouched, half a day at most (OWASP ASVS 7.3)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from standby.rooms.operations.requests import moment_of

LONGEST_PAUSE = timedelta(hours=1)
LONGEST_SESSION = timedelta(hours=12)
# A page that asks for its progress every second must not write the session every second.
_NOTED_EVERY = timedelta(minutes=1)
_BEGAN, _SEEN = "began", "seen"

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class SessionLimits:
    """Logs out whoever left their desk, or has been logged in since the morning. Volunteers' pages have no login."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            _end_if_over(request, now=moment_of(request))
        response = self._get_response(request)
        # After the view: the login itself is where the time begins.
        if request.user.is_authenticated:
            _note(request, now=moment_of(request))
        return response


def _end_if_over(request: HttpRequest, *, now: datetime) -> None:
    began, seen = _kept(request, _BEGAN, default=now), _kept(request, _SEEN, default=now)
    if now - began >= LONGEST_SESSION or now - seen >= LONGEST_PAUSE:
        logout(request)


def _note(request: HttpRequest, *, now: datetime) -> None:
    if _SEEN not in request.session or now - _kept(request, _SEEN, default=now) >= _NOTED_EVERY:
        began = _kept(request, _BEGAN, default=now)
        request.session[_BEGAN], request.session[_SEEN] = began.isoformat(), now.isoformat()


def _kept(request: HttpRequest, name: str, *, default: datetime) -> datetime:
    text = request.session.get(name)
    return datetime.fromisoformat(text) if text else default


def _begin_anew(*, request: HttpRequest, **_told: object) -> None:
    """A login begins the day anew, also in a browser where somebody was logged in before."""
    for name in (_BEGAN, _SEEN):
        request.session.pop(name, None)


user_logged_in.connect(_begin_anew, dispatch_uid="a login begins the session's time")
