"""The surge over time: who came, who was answered, who waits."""

import pytest
from tests.look.charts.surges import chart_of


def test_those_who_wait_are_those_who_came_without_an_answer() -> None:
    chart = chart_of((100, 0), (50, 120), (0, 10))

    assert [total.waiting for total in chart.totals] == [100, 30, 20]
    assert (chart.now.came, chart.now.answered) == (150, 130)


def test_an_answer_before_the_question_is_refused() -> None:
    with pytest.raises(ValueError, match="before they came"):
        chart_of((1, 0), (0, 2))


def test_a_surge_without_an_hour_is_refused() -> None:
    with pytest.raises(ValueError, match="empty page"):
        chart_of()


def test_fewer_than_no_people_are_refused() -> None:
    with pytest.raises(ValueError, match="zero"):
        chart_of((-1, 0))
