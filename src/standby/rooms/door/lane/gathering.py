"""Group commit: while one transaction is being written, whatever else comes in gathers for the next one.

There is no timer. With one request in a while each is committed at once; with thousands a second the transactions grow
by themselves to what came in during the one before. Nobody is answered before the transaction that holds their item is
written (docs/decisions/0019-surge-lane.md).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from standby.domain.errors import Unavailable

Item = TypeVar("Item")
Result = TypeVar("Result")
Answer = TypeVar("Answer")
# Stores the items in one transaction and answers in their order; Unavailable where the database does not answer.
Commit = Callable[[Sequence[Item]], Sequence[Result]]


class Lane(Generic[Item, Result]):
    """One for each process, used from its event loop alone; the transactions run in a thread of their own.

    `largest` bounds a transaction, `most_waiting` how many may wait: beyond it there is no use in promising an answer.
    """

    def __init__(self, commit: Commit[Item, Result], *, largest: int = 256, most_waiting: int = 4096) -> None:
        self._commit = commit
        self._largest = largest
        self._most_waiting = most_waiting
        self._waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._is_writing = False

    async def take_in(self, item: Item) -> Result:
        """The item's result, once it is committed. Raises what kept it from being so; then nothing is promised."""
        if len(self._waiting) >= self._most_waiting:
            raise Unavailable("More sign-ups wait here than can be written in time.")
        loop = asyncio.get_running_loop()
        told: asyncio.Future[Result] = loop.create_future()
        self._waiting.append((item, told))
        if not self._is_writing:
            self._is_writing = True
            # Not at once: what else arrived in this turn of the loop goes along.
            loop.call_soon(self._write_next)
        return await told

    async def run(self, ask: Callable[[], Answer]) -> Answer:
        """Something small to be asked in the writer's thread, between two transactions."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, ask)

    def close(self, *, last: Callable[[], None] = lambda: None) -> None:
        """Once what is being written is written; `last` is done in the writer's thread."""
        self._writer.submit(last)
        self._writer.shutdown(wait=True)

    def _write_next(self) -> None:
        if not self._waiting:
            self._is_writing = False
            return
        size = min(self._largest, len(self._waiting))
        self._write([self._waiting.popleft() for _ in range(size)])

    def _write(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        writing = asyncio.get_running_loop().run_in_executor(self._writer, self._commit, [item for item, _ in batch])
        writing.add_done_callback(lambda written: self._tell(batch, written))

    def _tell(
        self, batch: list[tuple[Item, asyncio.Future[Result]]], written: asyncio.Future[Sequence[Result]]
    ) -> None:
        error = written.exception()
        if error is not None and len(batch) > 1 and not isinstance(error, Unavailable):
            # One of them cannot be stored. Each by itself, so that it alone is told so.
            self._write_one_by_one(batch)
            return
        self._write_next()
        for place, (_, told) in enumerate(batch):
            if told.done():  # whoever asked has gone
                continue
            if error is not None:
                told.set_exception(error)
            else:
                told.set_result(written.result()[place])

    def _write_one_by_one(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        """The writer takes them in turn; what waits goes on after the last of them."""
        *earlier, last = batch
        for one in earlier:
            self._write_alone(one)
        self._write([last])

    def _write_alone(self, one: tuple[Item, asyncio.Future[Result]]) -> None:
        item, told = one
        writing = asyncio.get_running_loop().run_in_executor(self._writer, self._commit, [item])
        writing.add_done_callback(lambda written: _hand_on(written, told))


def _hand_on(written: asyncio.Future[Sequence[Result]], told: asyncio.Future[Result]) -> None:
    error = written.exception()
    if told.done():
        return
    if error is not None:
        told.set_exception(error)
    else:
        told.set_result(written.result()[0])
