"""The desk goes before a surge: a process does one thing at a time, and a surge alone would keep it busy."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# Longer than most pages of the desk take to draw; whoever signs up does not notice it.
_PATIENCE = 0.1


class Precedence:
    """Of one process, used from its event loop alone. `patience` is in seconds."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._going_first = 0
        self._is_free = asyncio.Event()
        self._is_free.set()

    @contextmanager
    def first(self) -> Iterator[None]:
        """While somebody's page is drawn."""
        self._going_first += 1
        self._is_free.clear()
        try:
            yield
        finally:
            self._going_first -= 1
            if not self._going_first:
                self._is_free.set()

    async def let_pass(self) -> None:
        """Returns once nobody goes first, and after the patience in any case: who waits is answered too."""
        if self._is_free.is_set():
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                await self._is_free.wait()
