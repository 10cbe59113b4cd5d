"""Two gateways in a process of their own, SMTP and HTTP, as quick as plain Python is.

    python -m benchmarks.channels.gateways FOLDER

Ports are written to FOLDER/ports. Every reference that was taken is added to FOLDER/mail or FOLDER/sms, a line each and
before it is answered for: what was taken and not answered for counts as taken, as it does at a real gateway.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Ledger:
    """References in the order in which they came, repeats included."""

    def __init__(self, path: Path) -> None:
        self._file: TextIO = path.open("w", encoding="ascii", buffering=1)

    def note(self, ref: str) -> None:
        self._file.write(f"{ref}\n")


def smtp(ledger: Ledger) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 bench\r\n")
        while line := await reader.readline():
            match line[:4].upper():
                case b"EHLO":
                    writer.write(b"250-bench\r\n250 8BITMIME\r\n")
                case b"DATA":
                    writer.write(b"354 Go on\r\n")
                    mail = await reader.readuntil(b"\r\n.\r\n")
                    ledger.note(_between(mail, b"Message-ID: <", b"@"))
                    writer.write(b"250 OK\r\n")
                case b"QUIT":
                    writer.write(b"221 Bye\r\n")
                    return
                case _:
                    writer.write(b"250 OK\r\n")

    return talk


def sendsms(ledger: Ledger) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(_between(head, b"Content-Length: ", b"\r")))
            ledger.note(_between(head, b"Idempotency-Key: ", b"\r"))
            writer.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 24\r\n\r\n0: Accepted for delivery")

    return talk


def _until_gone(talk: Talk) -> Talk:
    """A sender that was killed ends its conversation where it stands."""

    async def until_gone(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await talk(reader, writer)
        writer.close()

    return until_gone


def _between(text: bytes, before: bytes, after: bytes) -> str:
    start = text.index(before) + len(before)
    return text[start : text.index(after, start)].decode("ascii")


async def serve(folder: Path) -> None:
    talks = {"mail": smtp(Ledger(folder / "mail")), "sms": sendsms(Ledger(folder / "sms"))}
    servers = [await asyncio.start_server(_until_gone(talk), "127.0.0.1", 0) for talk in talks.values()]
    ports = [str(server.sockets[0].getsockname()[1]) for server in servers]
    (folder / "ports.new").write_text(" ".join(ports), encoding="ascii")
    (folder / "ports.new").rename(folder / "ports")
    await asyncio.gather(*(server.serve_forever() for server in servers))


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
