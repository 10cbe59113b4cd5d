"""From numbers to places on the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.look.charts.scale import Scale, lines_of


@given(highest=st.integers(1, 10**6), value=st.integers(0, 10**6))
def test_a_bar_twice_as_long_means_twice_as_many(highest: int, value: int) -> None:
    scale = Scale(highest=2 * max(highest, value), length=100)

    assert scale(0) == 0
    assert scale(2 * value) == pytest.approx(2 * scale(value), abs=0.02)
    assert 0 <= scale(value) <= 100


def test_a_chart_of_nobody_has_bars_of_no_length() -> None:
    assert Scale(highest=0, length=100)(0) == 0


@pytest.mark.parametrize(("highest", "length"), [(-1, 100), (10, 0)])
def test_a_scale_without_length_or_below_zero_is_refused(highest: int, length: int) -> None:
    with pytest.raises(ValueError, match="scale"):
        Scale(highest=highest, length=length)


@given(text=st.text(alphabet="աբգ де xyz", min_size=1, max_size=80))
def test_no_word_is_lost_when_a_label_is_cut_into_lines(text: str) -> None:
    lines = lines_of(text, width=13)

    assert " ".join(lines).split() == text.split()
    assert lines


def test_lines_end_between_words() -> None:
    assert lines_of("Drivers of heavy goods vehicles", width=13) == ("Drivers of", "heavy goods", "vehicles")
