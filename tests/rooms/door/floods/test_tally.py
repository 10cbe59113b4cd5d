"""Counting what was seen lately."""

from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.door.floods.tally import Tally


def test_what_was_seen_long_ago_is_forgotten() -> None:
    tally = Tally(seconds=60)
    for _ in range(10):
        tally.add(b"a", at=0)

    assert tally.of(b"a", at=30) == 10
    assert tally.of(b"a", at=90) == 5
    assert tally.of(b"a", at=121) == 0


@given(moments=st.lists(st.floats(min_value=0, max_value=600), max_size=80))
def test_it_never_says_more_than_was_seen_nor_less_than_in_this_window(moments: list[float]) -> None:
    tally = Tally(seconds=60)
    moments.sort()

    for number, moment in enumerate(moments, start=1):
        told = tally.add(b"a", at=moment)
        this_window = sum(1 for other in moments[:number] if other // 60 == moment // 60)
        assert this_window <= told <= number


def test_ever_new_networks_fill_no_memory_and_hide_no_flood() -> None:
    tally = Tally(seconds=60, most=100)
    for number in range(1000):
        tally.add(b"flood", at=1)
        tally.add(number.to_bytes(4, "big"), at=1)

    assert tally.of(b"flood", at=1) == 1000
    assert len(tally._now) <= 101


def test_a_crowd_that_comes_twice_fills_no_memory_and_hides_no_flood() -> None:
    tally = Tally(seconds=3600, most=100)

    for number in range(2000):
        tally.note(b"flood", at=0)
        for _ in range(2):
            tally.note(str(number).encode(), at=0)
        assert len(tally._now) <= 100

    assert tally.of(b"flood", at=0) == 2000


def test_once_full_there_is_room_for_many_before_all_are_looked_through_again() -> None:
    tally = Tally(seconds=3600, most=100)

    for number in range(101):
        for _ in range(3):
            tally.note(str(number).encode(), at=0)

    assert len(tally._now) <= 51
