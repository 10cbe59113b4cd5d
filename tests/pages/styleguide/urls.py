"""Routes of the styleguide, with stand-ins under the names that the frames look for."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.i18n import set_language
from tests.pages.styleguide.views import answer_slowly, show

from standby.site import errors


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"")


def _room(prefix: str, name: str, *routes: str) -> object:
    patterns = [path(f"{route}/" if route != "today" else "", _nothing, name=route) for route in routes]
    return path(prefix, include((patterns, name)))


urlpatterns = [
    path("language/", set_language, name="set_language"),
    path("desk/callup/plan/staff/", show, {"name": "staff"}),
    path("slow/", answer_slowly),
    *(path(f"{name}/", show, {"name": name}) for name in ("public", "staff", "sheet", "reading", "broken")),
    _room("desk/lists/", "lists", "lists"),
    _room("desk/people/", "people", "people"),
    _room("desk/callup/", "callup", "plan", "calls"),
    _room("desk/accounts/", "accounts", "mine", "log_out"),
    _room("desk/", "desk", "today", "search", "licences", "needs"),
]
handler404 = errors.not_found
