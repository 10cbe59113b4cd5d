"""Every address of the site. A room's own addresses stand in its urls.py."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

_DESK_ROOMS = ("accounts", "audit", "enquiry", "needs", "operations", "people", "places", "situation", "welfare")


def _room(prefix: str, name: str) -> list[URLPattern | URLResolver]:
    module = f"standby.rooms.{name}.urls"
    return [path(prefix, include(module))] if find_spec(module) else []


urlpatterns = [
    path("language/", set_language, name="set_language"),
    *(route for name in _DESK_ROOMS for route in _room(f"desk/{name}/", name)),
    path("gateway/", include("standby.rooms.callup.urls_gateway")),
    path("desk/lists/", include("standby.rooms.door.urls_lists")),
    path("desk/held/", include("standby.rooms.door.urls_held")),
    path("", include("standby.rooms.enquiry.urls_public")),
    path("api/", include("standby.rooms.door.api.urls")),
    path("notices/", include("standby.rooms.situation.urls_public")),
    *_room("desk/", "office"),
    *_room("desk/", "callup"),
    *_room("desk/", "desk"),
    *_room("", "door"),
]

handler400 = "standby.site.errors.bad_request"
handler403 = "standby.site.errors.forbidden"
handler404 = "standby.site.errors.not_found"
handler500 = "standby.site.errors.failed"
