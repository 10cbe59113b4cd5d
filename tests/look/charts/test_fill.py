"""How full each need is."""

from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.look.charts import Fill, FillChart

_people = st.integers(0, 5000)
_fills = st.builds(Fill, name=st.just("Drivers"), filled=_people, expected=_people, goal=_people)


def _chart(*fills: Fill) -> FillChart:
    return FillChart(key="roles", title="Doctors are missing", what="Role", fills=fills)


def test_who_is_missing_is_what_neither_the_sure_nor_the_expected_fill() -> None:
    assert Fill(name="Doctors", filled=6, expected=2, goal=14).missing == 6


def test_over_calling_leaves_nobody_missing_and_the_bar_goes_beyond_the_goal() -> None:
    drivers = Fill(name="Drivers", filled=30, expected=8, goal=25)

    assert drivers.missing == 0
    assert drivers.reach == 38


@given(fills=st.lists(_fills, min_size=1, max_size=8))
def test_parts_of_a_bar_follow_each_other_from_zero_and_stay_on_the_paper(fills: list[Fill]) -> None:
    for bar in _chart(*fills).bars:
        ends = [0.0]
        for part in bar.parts:
            assert part.x == pytest.approx(ends[-1], abs=0.02)
            ends.append(part.x + part.width)
        assert ends[-1] <= 100.02
        assert 0 <= bar.goal_x <= 100


@given(fills=st.lists(_fills, min_size=2, max_size=8))
def test_bars_stand_below_each_other(fills: list[Fill]) -> None:
    chart = _chart(*fills)

    for upper, lower in pairwise(chart.bars):
        assert upper.bottom < lower.name[0][0]
    assert chart.height >= chart.bars[-1].figures[-1][0]


def test_the_figures_are_said_beside_the_bar() -> None:
    with override("en"):
        (bar,) = _chart(Fill(name="Doctors", filled=1206, expected=2, goal=1400)).bars

    words = " ".join(line for _, line in bar.figures).replace("\u00a0", " ")
    assert words == "filled 1,206 · expected 2 · missing 192 · goal 1,400"


def test_a_long_name_takes_as_many_lines_as_it_needs() -> None:
    (bar,) = _chart(Fill(name="Անեսթեզիոլոգ-ռեանիմատոլոգներ, շրջանային հիվանդանոց", filled=0, expected=0, goal=1)).bars

    assert len(bar.name) == 2


def test_a_chart_without_needs_takes_no_room() -> None:
    assert _chart().height == 0


def test_fewer_than_no_people_are_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        Fill(name="Doctors", filled=-1, expected=0, goal=1)
