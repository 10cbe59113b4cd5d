"""The lane: answered after the transaction, in one's own words, nobody forgotten."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import Unavailable
from standby.rooms.door.lane import Lane


@dataclass
class Ledger:
    """Stands in for the database: what was written together, in order. A number below zero cannot be stored."""

    batches: list[tuple[int, ...]] = field(default_factory=list)
    may_write: threading.Event = field(default_factory=threading.Event)
    is_away: bool = False

    def commit(self, items: Sequence[int]) -> list[str]:
        self.may_write.wait(5)
        if self.is_away:
            raise Unavailable("away")
        if any(item < 0 for item in items):
            raise ValueError("cannot be stored")
        self.batches.append(tuple(items))
        return [f"stored {item}" for item in items]


@pytest.fixture
def ledger() -> Ledger:
    opened = Ledger()
    opened.may_write.set()
    return opened


async def _all(lane: Lane[int, str], items: Sequence[int]) -> list[str | BaseException]:
    return await asyncio.gather(*(lane.take_in(item) for item in items), return_exceptions=True)


def _taken_in(ledger: Ledger, items: Sequence[int], *, largest: int = 256) -> list[str | BaseException]:
    lane: Lane[int, str] = Lane(ledger.commit, largest=largest)
    try:
        return asyncio.run(_all(lane, items))
    finally:
        lane.close()


@given(items=st.lists(st.integers(min_value=0), max_size=60), largest=st.integers(min_value=1, max_value=70))
def test_everyone_hears_of_their_own_and_nothing_is_written_twice(items: list[int], largest: int) -> None:
    ledger = Ledger()
    ledger.may_write.set()

    told = _taken_in(ledger, items, largest=largest)

    assert told == [f"stored {item}" for item in items]
    assert [item for batch in ledger.batches for item in batch] == items
    assert all(len(batch) <= largest for batch in ledger.batches)


def test_what_comes_in_during_a_transaction_goes_into_the_next_one_together() -> None:
    ledger = Ledger()
    lane: Lane[int, str] = Lane(ledger.commit)

    async def surge() -> list[str]:
        first = asyncio.ensure_future(lane.take_in(0))
        await asyncio.sleep(0.05)
        others = [asyncio.ensure_future(lane.take_in(number)) for number in range(1, 40)]
        await asyncio.sleep(0.05)
        assert not first.done()
        ledger.may_write.set()
        return await asyncio.gather(first, *others)

    asyncio.run(surge())

    assert ledger.batches == [(0,), tuple(range(1, 40))]


def test_nobody_is_told_before_it_is_written() -> None:
    ledger = Ledger()
    lane: Lane[int, str] = Lane(ledger.commit)

    async def impatient() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lane.take_in(1), 0.05)
        ledger.may_write.set()

    asyncio.run(impatient())
    lane.close()


def test_one_that_cannot_be_stored_fails_alone(ledger: Ledger) -> None:
    told = _taken_in(ledger, [1, -1, 2])

    assert told[0] == "stored 1"
    assert isinstance(told[1], ValueError)
    assert told[2] == "stored 2"


def test_while_the_database_is_away_everyone_is_told_so_and_nothing_is_tried_one_by_one(ledger: Ledger) -> None:
    ledger.is_away = True

    told = _taken_in(ledger, [1, 2, 3])

    assert all(isinstance(one, Unavailable) for one in told)
    assert ledger.batches == []


def test_after_the_database_was_away_it_goes_on(ledger: Ledger) -> None:
    lane: Lane[int, str] = Lane(ledger.commit)

    async def again() -> str:
        ledger.is_away = True
        await asyncio.gather(lane.take_in(1), return_exceptions=True)
        ledger.is_away = False
        return await lane.take_in(2)

    assert asyncio.run(again()) == "stored 2"


def test_whoever_left_keeps_nobody_else_from_hearing() -> None:
    ledger = Ledger()
    lane: Lane[int, str] = Lane(ledger.commit)

    async def one_leaves() -> str:
        leaver = asyncio.ensure_future(lane.take_in(1))
        stayer = asyncio.ensure_future(lane.take_in(2))
        await asyncio.sleep(0.02)
        leaver.cancel()
        ledger.may_write.set()
        return await stayer

    assert asyncio.run(one_leaves()) == "stored 2"


def test_more_than_may_wait_are_not_promised_an_answer() -> None:
    ledger = Ledger()
    lane: Lane[int, str] = Lane(ledger.commit, most_waiting=2)

    async def crowd() -> list[str | BaseException]:
        waiting = asyncio.ensure_future(_all(lane, range(5)))
        await asyncio.sleep(0.02)
        ledger.may_write.set()
        return await waiting

    told = asyncio.run(crowd())

    assert sum(isinstance(one, Unavailable) for one in told) == 3
    assert "stored 0" in told
