"""The surge lane of one web process: sign-ups by JSON, gathered, committed together, answered afterwards."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus

from django.db import InterfaceError, OperationalError, connection

from standby.domain.errors import Unavailable
from standby.rooms.door.api.answers import Answer
from standby.rooms.door.api.bodies import MOST_BYTES
from standby.rooms.door.api.doors import Doors, doors_at
from standby.rooms.door.api.languages import language_of
from standby.rooms.door.api.posted import Posted
from standby.rooms.door.api.sign_ups import answer_entry, read_post, unavailable_in
from standby.rooms.door.api.storing import Entry, Told, store_entries
from standby.rooms.door.floods.watch import FloodWatch
from standby.rooms.door.lane import Lane
from standby.site.asgi_request import Receive, Scope, Send, gather, headers_of, remote_address
from standby.site.attempts import believed_address
from standby.site.bridge import send_page
from standby.site.precedence import Precedence

ROUTE = "/api/v1/sign-ups"
# How long an operation's questions and the state of its door are not asked for anew.
_FRESH_SECONDS = 1.0
_log = logging.getLogger("standby.requests")


class SurgeLane:
    """`clock` says what time it is, `proxies` how many of one's own stand in front, `precedence` who goes first."""

    def __init__(
        self, *, clock: Callable[[], datetime], watch: FloodWatch, proxies: int, precedence: Precedence
    ) -> None:
        self._clock = clock
        self._watch = watch
        self._proxies = proxies
        self._precedence = precedence
        self._lane: Lane[Entry, Told] = Lane(self._store)
        self._doors: Doors | None = None
        self._read_at = -_FRESH_SECONDS
        self._told: Counter[HTTPStatus] = Counter()
        self._logged_at = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, _ = await gather(receive, most=MOST_BYTES)
        await self._precedence.let_pass()
        answer = await self._answer(self._posted(scope, body))
        self._note(answer.status)
        await send_page(send, status=answer.status, headers=answer.raw_headers, content=answer.body)

    def close(self) -> None:
        """Gives its connection to the database back."""
        self._lane.close(last=_give_back)

    async def run(self, ask: Callable[[], None]) -> None:
        """Something to be done in the thread that writes."""
        await self._lane.run(ask)

    async def _answer(self, posted: Posted) -> Answer:
        try:
            read = read_post(posted, doors=await self._current_doors(), watch=self._watch, now=self._clock())
            return read if isinstance(read, Answer) else answer_entry(read, await self._lane.take_in(read))
        except Unavailable:
            return unavailable_in(posted.language)

    def _posted(self, scope: Scope, body: bytes) -> Posted:
        sent = headers_of(scope)
        forwarded = sent.get(b"x-forwarded-for", "")
        return Posted(
            body=body,
            content_type=sent.get(b"content-type", ""),
            key=sent.get(b"idempotency-key", ""),
            proof=sent.get(b"proof", ""),
            language=language_of(sent.get(b"accept-language", "")),
            address=believed_address(remote=remote_address(scope), forwarded=forwarded, proxies=self._proxies),
        )

    async def _current_doors(self) -> Doors:
        if self._doors is None or time.monotonic() - self._read_at > _FRESH_SECONDS:
            # Noted before: whoever comes meanwhile goes on with the former ones.
            self._read_at = time.monotonic()
            self._doors = await self._lane.run(self._read_doors)
        return self._doors

    def _read_doors(self) -> Doors:
        with _asked_again():
            return doors_at(self._clock())

    def _store(self, entries: Sequence[Entry]) -> list[Told]:
        with _asked_again():
            return store_entries(entries, now=self._clock())

    def _note(self, status: HTTPStatus) -> None:
        """One line a second at most: thousands would cost more than what they tell."""
        self._told[status] += 1
        if (at := time.monotonic()) - self._logged_at >= 1:
            self._logged_at = at
            said = ", ".join(f"{number} × {status.value}" for status, number in sorted(self._told.items()))
            _log.info("POST api:sign_ups answered %s", said)
            self._told.clear()


def _give_back() -> None:
    """The connection of the thread it is called in."""
    connection.close()


@contextmanager
def _asked_again() -> Iterator[None]:
    """A connection that broke is given up, so that the next transaction gets another."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        connection.close()
        raise Unavailable("The database does not answer.") from error
