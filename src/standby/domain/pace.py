"""How long a person in a queue will wait: measured, with an honest range, or not said at all."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean, stdev

# Before so many were served today nobody can say how long it takes.
FEWEST_SERVED = 3
_STEP = timedelta(minutes=5)
# Nine in ten waits lie between the two ends, as far as the people to come take as long as those who came.
_NINE_IN_TEN = 1.645


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """From `least` to `most`, in whole steps of five minutes: nobody waits by the second."""

    least: timedelta
    most: timedelta

    def __post_init__(self) -> None:
        if not timedelta(0) <= self.least < self.most:
            raise ValueError("A wait has a beginning and an end after it.")


def expected_wait(*, ahead: int, counters: int, took: Sequence[timedelta]) -> Wait | None:
    """For somebody with `ahead` people before them; `took` is how long each of the last ones was served.

    The counters share those ahead, and one of them has to become free. What is not known of the mean itself (it is
    measured on few) widens the range as much as the scatter of the people ahead does. None before three were served.

    >>> expected_wait(ahead=10, counters=2, took=[timedelta(minutes=4)] * 5)
    Wait(least=datetime.timedelta(seconds=1200), most=datetime.timedelta(seconds=1500))
    """
    if len(took) < FEWEST_SERVED:
        return None
    minutes = [one.total_seconds() / 60 for one in took]
    mean, scatter = fmean(minutes), stdev(minutes)
    services = (ahead + 1) / max(1, counters)
    spread = _NINE_IN_TEN * scatter * math.sqrt(services / max(1, counters) + services**2 / len(minutes))
    least = mean * ahead / max(1, counters) - spread
    return _in_steps(timedelta(minutes=max(0.0, least)), timedelta(minutes=mean * services + spread))


def _in_steps(least: timedelta, most: timedelta) -> Wait:
    """Rounded outwards."""
    first, last = least // _STEP, -(-most // _STEP)
    return Wait(least=first * _STEP, most=max(last, first + 1) * _STEP)
