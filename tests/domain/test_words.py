"""How often people want to hear that nothing has changed."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.words import NO_WISH, Wish

TODAY = date(2026, 10, 5)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def test_whoever_wished_nothing_is_spared_nothing() -> None:
    assert not NO_WISH.spares(written_on=TODAY, today=TODAY)
    assert NO_WISH.promise(today=TODAY, days=3) == date(2026, 10, 8)


def test_whoever_wants_changes_only_is_spared_every_word_that_says_the_same() -> None:
    assert Wish(only_changes=True).spares(written_on=None, today=TODAY)


def test_the_first_word_is_written_and_the_next_not_too_soon() -> None:
    wish = Wish(every_days=7)

    assert not wish.spares(written_on=None, today=TODAY)
    assert wish.spares(written_on=TODAY, today=TODAY + timedelta(days=6))
    assert not wish.spares(written_on=TODAY, today=TODAY + timedelta(days=7))


@pytest.mark.parametrize("wish", [{"every_days": -1}, {"every_days": 7, "only_changes": True}])
def test_a_wish_says_one_thing(wish: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="number of days"):
        Wish(**wish)  # type: ignore[arg-type]  # what a careless caller would write


@given(every=st.integers(0, 30), days=st.integers(1, 30), looked_at=st.lists(DAYS, max_size=30))
def test_nobody_is_written_to_more_often_than_they_wish(every: int, days: int, looked_at: list[date]) -> None:
    wish, written = Wish(every_days=every), list[date]()
    for today in sorted(looked_at):
        if not wish.spares(written_on=written[-1] if written else None, today=today):
            written.append(today)

    assert all(later - earlier >= timedelta(days=every) for earlier, later in pairwise(written))


@given(every=st.integers(0, 30), days=st.integers(1, 30))
def test_a_promise_that_is_kept_on_its_eve_is_written(every: int, days: int) -> None:
    wish = Wish(every_days=every)
    eve = wish.promise(today=TODAY, days=days) - timedelta(days=1 if days > 1 or every else 0)

    assert not wish.spares(written_on=TODAY, today=eve)
