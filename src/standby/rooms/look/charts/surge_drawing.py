"""Where each line, bar and word of the surge chart stands on the paper.

Above: the two sums, people who signed up and people who were answered; between them the gap, named. Below: the same
hour by hour. Both drawings are stretched to the width of the page; words are not, so they stay readable on a phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from standby.rooms.look.charts.labels import Label, TextLine, set_down
from standby.rooms.look.charts.scale import Scale
from standby.rooms.look.charts.surge import Hour, SurgeChart
from standby.rooms.look.days import say_hour
from standby.rooms.look.numbers import say_number

# A stretched drawing has units of its own; these are fine enough for any page.
UNITS = 1000

_TOTALS_TOP = 10
_TOTALS_HEIGHT = 220
_HOURS_TOP = 270
_HOURS_HEIGHT = 90
_AXIS_Y = _HOURS_TOP + _HOURS_HEIGHT + 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SurgeDrawing:
    """What `components/surge_chart.html` sets down, line for line."""

    came: str
    answered: str
    gap: str
    bars: tuple[str, ...]
    answers_by_hour: str
    words: tuple[TextLine, ...]
    first_hour: str
    last_hour: str
    totals_top: int = _TOTALS_TOP
    totals_height: int = _TOTALS_HEIGHT
    hours_top: int = _HOURS_TOP
    hours_height: int = _HOURS_HEIGHT
    axis_y: int = _AXIS_Y

    @property
    def height(self) -> float:
        """As low as the hours at the foot or the words beside them go."""
        return max(_AXIS_Y, *(word.y for word in self.words)) + 8


def drawn(chart: SurgeChart) -> SurgeDrawing:
    """The drawing of a surge."""
    totals = chart.totals
    up = Scale(highest=chart.now.came, length=UNITS)
    came = _line([total.came for total in totals], up=up)
    answered = _line([total.answered for total in totals], up=up)
    by_hour = Scale(highest=max(max(hour.sign_ups, hour.answers) for hour in chart.hours), length=UNITS)
    return SurgeDrawing(
        came=came,
        answered=answered,
        gap=" ".join([came, *reversed(answered.split())]),
        bars=_bars(chart.hours, up=by_hour),
        answers_by_hour=_steps(chart.hours, up=by_hour),
        words=(*_words_of_totals(chart), *_words_of_hours(chart)),
        first_hour=say_hour(chart.hours[0].starts_at.astimezone(ZoneInfo(chart.zone))),
        last_hour=say_hour(chart.hours[-1].starts_at.astimezone(ZoneInfo(chart.zone))),
    )


def _line(values: Sequence[int], *, up: Scale) -> str:
    """Points of a line through sums, from zero people before the first hour."""
    along = Scale(highest=len(values), length=UNITS)
    return " ".join(f"{along(place):g},{UNITS - up(value):g}" for place, value in enumerate([0, *values]))


def _bars(hours: Sequence[Hour], *, up: Scale) -> tuple[str, ...]:
    """A path for each hour's sign-ups, standing on the zero line."""
    along = Scale(highest=len(hours), length=UNITS)
    return tuple(
        f"M{along(place + 0.1):g} {UNITS}V{UNITS - up(hour.sign_ups):g}H{along(place + 0.9):g}V{UNITS}Z"
        for place, hour in enumerate(hours)
        if hour.sign_ups
    )


def _steps(hours: Sequence[Hour], *, up: Scale) -> str:
    """A path that steps from hour to hour at the height of the answers given."""
    along = Scale(highest=len(hours), length=UNITS)
    steps = "".join(f"V{UNITS - up(hour.answers):g}H{along(place + 1):g}" for place, hour in enumerate(hours))
    return f"M0 {UNITS}{steps}"


def _words_of_totals(chart: SurgeChart) -> tuple[TextLine, ...]:
    now = chart.now
    down = Scale(highest=now.came, length=_TOTALS_HEIGHT)
    return set_down(
        [
            Label(text=_("signed up: %(people)s") % {"people": say_number(now.came)}, at=_TOTALS_TOP),
            Label(
                text=_("waiting for an answer: %(people)s") % {"people": say_number(now.waiting)},
                at=_TOTALS_TOP + down(now.waiting / 2),
                kind="waiting",
            ),
            Label(
                text=_("answered: %(people)s") % {"people": say_number(now.answered)},
                at=_TOTALS_TOP + down(now.waiting),
                kind="answered",
            ),
        ],
        top=0,
    )


def _words_of_hours(chart: SurgeChart) -> tuple[TextLine, ...]:
    most = max(hour.sign_ups for hour in chart.hours)
    return set_down(
        [
            Label(
                text=_("bars: sign-ups an hour, at most %(people)s") % {"people": say_number(most)},
                at=_HOURS_TOP,
                kind="aside",
            ),
            Label(text=_("line: answers an hour"), at=_HOURS_TOP + _HOURS_HEIGHT, kind="aside"),
        ],
        top=_HOURS_TOP - 10,
    )
