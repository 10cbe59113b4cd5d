"""Who goes first is let pass, and nobody waits for it for ever."""

import asyncio

import pytest

from standby.site.precedence import Precedence

_LONG, _SHORT = 60.0, 0.01


def test_nobody_waits_where_nobody_goes_first() -> None:
    async def run() -> None:
        async with asyncio.timeout(_LONG / 2):
            await Precedence(patience=_LONG).let_pass()

    asyncio.run(run())


def test_it_waits_until_the_last_page_is_drawn() -> None:
    told: list[str] = []

    async def let_pass(precedence: Precedence) -> None:
        await precedence.let_pass()
        told.append("passed")

    async def run() -> None:
        precedence = Precedence(patience=_LONG)
        with precedence.first():
            with precedence.first():
                waiting = asyncio.create_task(let_pass(precedence))
                await asyncio.sleep(0)
            await asyncio.sleep(0)
            told.append("drawn")
        await waiting

    asyncio.run(run())

    assert told == ["drawn", "passed"]


def test_a_page_that_failed_no_longer_goes_first() -> None:
    async def run() -> None:
        precedence = Precedence(patience=_LONG)
        with pytest.raises(ValueError, match="broken"), precedence.first():
            raise ValueError("broken")
        async with asyncio.timeout(_LONG / 2):
            await precedence.let_pass()

    asyncio.run(run())


def test_a_page_that_takes_long_is_not_waited_for() -> None:
    async def run() -> None:
        precedence = Precedence(patience=_SHORT)
        with precedence.first():
            async with asyncio.timeout(_LONG):
                await precedence.let_pass()

    asyncio.run(run())
