"""An ASGI server's part, played by hand."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from standby.site.asgi_request import Message, Receive, Scope, Send


@dataclass(slots=True)
class Answered:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        return b"".join(self.pieces)


def scope(
    method: str, path: str, *, headers: Mapping[str, str] | None = None, raw: bytes = b"", query: bytes = b""
) -> Scope:
    sent = {"host": "127.0.0.1", **(headers or {})}
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": raw or path.encode(),
        "query_string": query,
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in sent.items()],
        "client": ("192.0.2.7", 4711),
        "server": ("127.0.0.1", 8000),
    }


def receiving(pieces: Sequence[bytes], *, breaks_off: bool = False) -> Receive:
    """Hands a body over piece by piece; one that breaks off ends before its last."""
    messages: list[Message] = [
        {"type": "http.request", "body": piece, "more_body": place < len(pieces) - 1 or breaks_off}
        for place, piece in enumerate(pieces)
    ]
    messages.append({"type": "http.disconnect"})
    waiting = iter(messages)

    async def receive() -> Message:
        await asyncio.sleep(0)
        return next(waiting)

    return receive


def sending(answered: Answered) -> Send:
    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        if message["type"] == "http.response.start":
            answered.status = message["status"]
            answered.headers = {name.decode(): value.decode("latin-1") for name, value in message["headers"]}
        else:
            answered.pieces.append(message.get("body", b""))

    return send
