"""What a clock says to people: which limit, in words."""

from collections.abc import Callable

from django.utils.translation import gettext

from standby.domain.rest import Clock, Colour, Limit
from standby.rooms.look.marks import Mark, Shape

_HOUR = 60


def clock_mark(clock: Clock) -> Mark:
    if clock.colour is Colour.RED:
        return Mark(shape=Shape.STOPPED, word=gettext("has to rest now"))
    if clock.colour is Colour.AMBER:
        return Mark(shape=Shape.NEEDS_YOU, word=gettext("needs rest soon"))
    if clock.is_on_duty:
        return Mark(shape=Shape.ANSWERED, word=gettext("on duty"))
    return Mark(shape=Shape.WAITS, word=gettext("not on duty"))


def say_limit(clock: Clock) -> str:
    """The limit that is nearest, with what is used of it; empty while nothing is near."""
    worst = clock.worst
    if worst is None or clock.colour is Colour.GREEN:
        return ""
    return _SENTENCES[worst.limit]() % {"used": hours(worst.used), "allowed": hours(worst.allowed)}


def hours(minutes: int) -> str:
    """As on a clock.

    >>> hours(450)
    '7:30'
    """
    return f"{minutes // _HOUR}:{minutes % _HOUR:02}"


_SENTENCES: dict[Limit, Callable[[], str]] = {
    Limit.SPAN: lambda: gettext("%(used)s hours since they came; %(allowed)s are the most in a day."),
    Limit.NIGHT: lambda: gettext("%(used)s hours at night; %(allowed)s are the most."),
    Limit.HOURS: lambda: gettext("%(used)s hours in 14 days; %(allowed)s are the most."),
    Limit.DAY_OFF: lambda: gettext("%(used)s hours since their last day off; %(allowed)s are the most."),
    Limit.DRIVING: lambda: gettext("%(used)s hours at the wheel today; %(allowed)s are the most."),
    Limit.DRIVING_BREAK: lambda: gettext(
        "%(used)s hours at the wheel without a break of 45 minutes; %(allowed)s are the most."
    ),
}
