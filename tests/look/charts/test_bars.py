"""Bars against a line: to scale, from zero, with every word on the paper."""

import pytest

from standby.rooms.look.charts import Bar, BarChart


def bar(value: float, goal: float) -> Bar:
    return Bar(name="e-mail, one day of travel", value=value, goal=goal, figures="foretold 70 · happened 60", cells=())


def test_bars_and_lines_share_one_scale_that_starts_at_zero() -> None:
    chart = BarChart(key="truth", title="Foretold and happened", columns=(), rows=[bar(40, 80), bar(20, 10)])

    first, second = chart.bars

    assert (first.parts[0].x, first.parts[0].width, first.goal_x) == (0, 50, 100)
    assert (second.parts[0].width, second.goal_x) == (25, 12.5)
    assert second.name[0][0] > first.bottom
    assert chart.height == second.bottom


def test_a_word_and_its_number_stay_on_one_line() -> None:
    chart = BarChart(key="truth", title="Foretold and happened", columns=(), rows=[bar(1, 1)])

    assert all("happened\u00a060" in line for _, line in chart.bars[0].figures if "happened" in line)


def test_an_empty_chart_has_no_height_and_nothing_is_below_zero() -> None:
    assert BarChart(key="truth", title="", columns=(), rows=[]).height == 0
    with pytest.raises(ValueError, match="zero"):
        bar(-1, 0)
