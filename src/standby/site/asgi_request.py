"""A request as ASGI hands it over: its headers, its body, and the same as WSGI wants it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, Protocol, TypeAlias, cast
from urllib.parse import unquote_to_bytes

Scope: TypeAlias = MutableMapping[str, Any]  # ASGI types it no closer; it is read in this file alone
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
RawHeaders: TypeAlias = list[tuple[bytes, bytes]]
Environ: TypeAlias = dict[str, object]

_SLOWEST_SECONDS = 60


class Source(Protocol):
    """What WSGI reads a body from."""

    def read(self, size: int = -1, /) -> bytes: ...


def headers_of(scope: Scope) -> Mapping[bytes, str]:
    """By their names in small letters; of one that was sent twice the last."""
    return {name: value.decode("latin-1") for name, value in cast(RawHeaders, scope["headers"])}


def remote_address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


async def gather(receive: Receive, *, most: int) -> tuple[bytes, bool]:
    """The body up to a little over `most` bytes, and whether that was all of it."""
    pieces: list[bytes] = []
    size = 0
    while size <= most:
        message = await receive()
        piece = cast(bytes, message.get("body", b""))
        pieces.append(piece)
        size += len(piece)
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return b"".join(pieces), True
    return b"".join(pieces), False


class Upload:
    """A long body whose rest is asked for piece by piece, from the thread that reads it."""

    def __init__(self, beginning: bytes, receive: Receive, loop: asyncio.AbstractEventLoop) -> None:
        self._kept = bytearray(beginning)
        self._receive = receive
        self._loop = loop
        self._is_over = False

    def read(self, size: int = -1, /) -> bytes:
        while not self._is_over and (size < 0 or len(self._kept) < size):
            asked = asyncio.run_coroutine_threadsafe(gather(self._receive, most=0), self._loop)
            piece, self._is_over = asked.result(_SLOWEST_SECONDS)
            self._kept += piece
        end = len(self._kept) if size < 0 else size
        piece, self._kept = bytes(self._kept[:end]), self._kept[end:]
        return piece


def environ_of(scope: Scope, source: Source, *, length: int) -> Environ:
    """As PEP 3333 wants it. Headers with an underscore are left out: they would pass for those with a dash."""
    server = scope.get("server") or ("localhost", 80)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": _path(scope).decode("latin-1"),
        "QUERY_STRING": cast(bytes, scope.get("query_string", b"")).decode("latin-1"),
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "REMOTE_ADDR": remote_address(scope),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": source,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in cast(RawHeaders, scope["headers"]):
        if b"_" not in name:
            _add(environ, name.decode("latin-1").upper().replace("-", "_"), value.decode("latin-1"))
    return environ | {"CONTENT_LENGTH": str(length)}


def _add(environ: Environ, name: str, value: str) -> None:
    key = name if name == "CONTENT_TYPE" else f"HTTP_{name}"
    separator = "; " if name == "COOKIE" else ","
    environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value


def _path(scope: Scope) -> bytes:
    """The bytes that were sent: a server may already have read them as UTF-8, which they need not be."""
    raw = scope.get("raw_path")
    return unquote_to_bytes(raw) if raw else str(scope["path"]).encode()
