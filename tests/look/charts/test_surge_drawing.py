"""Where the lines and words of a surge stand."""

from django.utils.translation import override
from hypothesis import given
from tests.look.charts.surges import chart_of, surges

from standby.rooms.look.charts import SurgeChart
from standby.rooms.look.charts.surge_drawing import UNITS, drawn


def _points(line: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (point.split(",") for point in line.split())]


@given(chart=surges())
def test_the_line_of_answers_never_rises_above_the_line_of_those_who_came(chart: SurgeChart) -> None:
    drawing = drawn(chart)

    for (x, came), (same_x, answered) in zip(_points(drawing.came), _points(drawing.answered), strict=True):
        assert x == same_x
        assert 0 <= came <= answered <= UNITS


@given(chart=surges())
def test_the_gap_is_closed_along_both_lines(chart: SurgeChart) -> None:
    drawing = drawn(chart)

    outline = _points(drawing.gap)
    assert outline[: len(outline) // 2] == _points(drawing.came)
    assert outline[len(outline) // 2 :] == _points(drawing.answered)[::-1]


@given(chart=surges())
def test_the_words_beside_the_lines_stay_on_the_paper(chart: SurgeChart) -> None:
    drawing = drawn(chart)

    assert all(0 < word.y < drawing.height for word in drawing.words)


def test_the_gap_is_named_and_counted() -> None:
    with override("en"):
        words = " ".join(word.text for word in drawn(chart_of((7500, 88))).words)

    assert "signed up: 7,500" in words
    assert "waiting for an answer: 7,412" in words
    assert "answered: 88" in words


def test_the_hours_are_those_of_the_place() -> None:
    with override("en"):
        drawing = drawn(chart_of((1, 0), (1, 0)))

    assert (drawing.first_hour, drawing.last_hour) == ("28 Sep 09:00", "28 Sep 10:00")


def test_hours_in_which_nobody_came_have_no_bar() -> None:
    assert len(drawn(chart_of((10, 0), (0, 5), (3, 3))).bars) == 2
