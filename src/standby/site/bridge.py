"""The pages of Django inside an ASGI server: each request in one thread, from its first line to its last.

Django's own ASGI handler costs ten times as much a request, and its pages ask the database, which blocks: so they stay
WSGI, and only what has to gather, the surge lane, is asynchronous (docs/decisions/0019-surge-lane.md).
"""

import asyncio
import io
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

from standby.site.asgi_request import (
    Environ,
    Message,
    RawHeaders,
    Receive,
    Scope,
    Send,
    Source,
    Upload,
    environ_of,
    gather,
    headers_of,
)

WsgiApplication: TypeAlias = Callable[[Environ, Callable[..., object]], Iterable[bytes]]

# A form is gathered before it takes a thread, so that a slow network holds none; a list that is uploaded is not.
_MOST_GATHERED = 1024 * 1024
_LONGEST_IN_ONE = 1024 * 1024
_SLOWEST_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a page begins with."""

    status: int
    headers: RawHeaders

    @property
    def length(self) -> int | None:
        return next((int(value) for name, value in self.headers if name == b"content-length"), None)

    @property
    def message(self) -> Message:
        return {"type": "http.response.start", "status": self.status, "headers": self.headers}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    head: _Head
    content: bytes


class Bridge:
    """ASGI on the outside, WSGI within, with a fixed number of threads."""

    def __init__(self, application: WsgiApplication, *, threads: int) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        beginning, is_whole = await gather(receive, most=_MOST_GATHERED)
        length = len(beginning) if is_whole else _declared(scope)
        if length is None:
            await send_page(send, status=411, headers=[(b"content-type", b"text/plain")], content=b"Length Required")
            return
        source: Source = io.BytesIO(beginning) if is_whole else Upload(beginning, receive, loop)
        environ = environ_of(scope, source, length=length)
        page = await loop.run_in_executor(self._threads, self._draw, environ, _from_thread(send, loop))
        if page is not None:
            await send(page.head.message)
            await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else page.content})

    def close(self) -> None:
        self._threads.shutdown(wait=True)

    def _draw(self, environ: Environ, send: Callable[[Message], None]) -> _Page | None:
        """The page in one piece, where it says how long it is; None once a longer one was sent piece by piece."""
        heads: list[_Head] = []

        def start_response(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
            raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
            heads.append(_Head(status=int(status.split(" ", 1)[0]), headers=raw))

        pieces = self._application(environ, start_response)
        try:
            head = heads[-1]
            if head.length is not None and head.length <= _LONGEST_IN_ONE:
                return _Page(head=head, content=b"".join(pieces))
            send(head.message)
            for piece in pieces:
                send({"type": "http.response.body", "body": piece, "more_body": True})
            send({"type": "http.response.body", "body": b""})
            return None
        finally:
            # PEP 3333: also when it failed, and in the same thread, whose connection to the database it gives back.
            if (close := getattr(pieces, "close", None)) is not None:
                close()


async def send_page(send: Send, *, status: int, headers: RawHeaders, content: bytes) -> None:
    """A whole answer, with its length."""
    headers = [*headers, (b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


def _declared(scope: Scope) -> int | None:
    length = headers_of(scope).get(b"content-length", "")
    return int(length) if length.isdecimal() else None


def _from_thread(send: Send, loop: asyncio.AbstractEventLoop) -> Callable[[Message], None]:
    """Sends a piece from a thread, which waits until it was taken: a slow reader fills no memory."""

    def sent(message: Message) -> None:
        asyncio.run_coroutine_threadsafe(_awaited(send(message)), loop).result(_SLOWEST_SECONDS)

    return sent


async def _awaited(waiting: Awaitable[None]) -> None:
    await waiting
