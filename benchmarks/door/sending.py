"""Sends sign-ups over many connections at once, as browsers and programs would, and remembers each answer.

A process of its own: what it costs is not the site's. It solves puzzles when it is asked, and comes back with the same
key when it was told to.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.door.offers import Appeal, Request
from standby.rooms.door.floods.proof import solve

_ROUTE = "/api/v1/sign-ups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one request; `receipt` is empty where none was given."""

    key: str
    status: int
    receipt: str
    is_held: bool
    is_machine: bool
    is_bad: bool
    milliseconds: float


class Connection:
    """One connection kept open; opened again when the site closes it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, request: Request, *, proof: str) -> tuple[int, bytes]:
        try:
            return await self._post(request, proof=proof)
        except (OSError, asyncio.IncompleteReadError, ValueError, IndexError):
            self._streams = None
            return 0, b""

    async def _post(self, request: Request, *, proof: str) -> tuple[int, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(_head(request, proof) + request.body)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return int(head[9:12]), await reader.readexactly(length)


def _head(request: Request, proof: str) -> bytes:
    return (
        f"POST {_ROUTE} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Idempotency-Key: {request.key}\r\nX-Forwarded-For: {request.address}\r\n"
        f"{f'Proof: {proof}' if proof else 'Accept: */*'}\r\nContent-Length: {len(request.body)}\r\n\r\n"
    ).encode()


async def _send(connection: Connection, request: Request) -> Told:
    """Until it is answered: a line that broke and a database that is away are tried again under the same key."""
    proof, began = "", time.perf_counter()
    while True:
        status, body = await connection.post(request, proof=proof)
        if status in {0, 503}:
            await asyncio.sleep(0.1)
            began = time.perf_counter()
            continue
        content = json.loads(body)
        if status == 429 and content["code"] == "proof_needed" and not proof and not request.gives_up:
            proof = solve(content["challenge"], key=request.key) if request.proves else "none"
            began = time.perf_counter()
            continue
        return Told(
            key=request.key,
            status=status,
            receipt=content.get("receipt_code", ""),
            is_held=content.get("held", False),
            is_machine=request.is_machine,
            is_bad=request.is_bad,
            milliseconds=(time.perf_counter() - began) * 1000,
        )


async def _work(port: int, waiting: Iterator[Request], told: list[Told]) -> None:
    connection = Connection(port)
    told.extend([await _send(connection, request) for request in waiting])


async def _all(port: int, requests: Iterator[Request], *, connections: int) -> list[Told]:
    told: list[Told] = []
    await asyncio.gather(*(_work(port, requests, told) for _ in range(connections)))
    return told


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("--connections", type=int, default=128)
    parser.add_argument("--seed", type=int, default=2020)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(argv)
    appeal = Appeal(seed=asked.seed, today=date.today())  # noqa: DTZ011 - whichever: days lie weeks ahead
    began = time.perf_counter()
    told = asyncio.run(_all(asked.port, appeal.requests(asked.number), connections=asked.connections))
    seconds = time.perf_counter() - began
    asked.out.write_text(json.dumps({"seconds": seconds, "told": [asdict(one) for one in told]}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
