"""The site as one ASGI application: sign-ups by JSON go to the surge lane, everything else to the pages,
the desk's first.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from django.conf import settings

from standby.rooms.door.floods.watch import flood_watch
from standby.site.asgi_request import Receive, Scope, Send
from standby.site.bridge import Bridge, WsgiApplication
from standby.site.clock import now
from standby.site.precedence import Precedence
from standby.site.surge import ROUTE, SurgeLane

_DESK = "/desk/"
AsgiApplication: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def site(pages: WsgiApplication, *, threads: int) -> AsgiApplication:
    """`pages` is Django as WSGI; `threads` is how many pages are drawn at once in this process."""
    bridge = Bridge(pages, threads=threads)
    precedence = Precedence()
    lane = SurgeLane(clock=now, watch=flood_watch(), proxies=settings.STANDBY_PROXIES, precedence=precedence)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] == "POST" and scope["path"] == ROUTE:
            await lane(scope, receive, send)
        elif scope["path"].startswith(_DESK):
            with precedence.first():
                await bridge(scope, receive, send)
        else:
            await bridge(scope, receive, send)

    return application
