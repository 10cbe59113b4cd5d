"""Surges to draw: counts of sign-ups and answers, hour by hour."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from standby.rooms.look.charts import Hour, SurgeChart

_START = datetime(2020, 9, 28, 5, 0, tzinfo=UTC)


def chart_of(*counts: tuple[int, int]) -> SurgeChart:
    """One hour for each pair of sign-ups and answers."""
    hours = [
        Hour(starts_at=_START + timedelta(hours=place), sign_ups=sign_ups, answers=answers)
        for place, (sign_ups, answers) in enumerate(counts)
    ]
    return SurgeChart(key="surge", title="7,000 wait", zone="Asia/Yerevan", hours=hours)


@st.composite
def surges(draw: st.DrawFn) -> SurgeChart:
    """Any surge in which nobody is answered before they came."""
    counts: list[tuple[int, int]] = []
    waiting = 0
    for sign_ups in draw(st.lists(st.integers(0, 3000), min_size=1, max_size=48)):
        answers = draw(st.integers(0, waiting + sign_ups))
        waiting += sign_ups - answers
        counts.append((sign_ups, answers))
    return chart_of(*counts)
