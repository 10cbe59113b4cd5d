"""The site as one ASGI application: sign-ups by JSON go to the surge lane, everything else to the pages."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from django.conf import settings

from standby.rooms.door.floods.watch import flood_watch
from standby.site.asgi_request import Receive, Scope, Send
from standby.site.bridge import Bridge, WsgiApplication
from standby.site.clock import now
from standby.site.surge import ROUTE, SurgeLane

AsgiApplication: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def site(pages: WsgiApplication, *, threads: int) -> AsgiApplication:
    """`pages` is Django as WSGI; `threads` is how many pages are drawn at once in this process."""
    bridge = Bridge(pages, threads=threads)
    lane = SurgeLane(clock=now, watch=flood_watch(), proxies=settings.STANDBY_PROXIES)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        takes = lane if scope["method"] == "POST" and scope["path"] == ROUTE else bridge
        await takes(scope, receive, send)

    return application
