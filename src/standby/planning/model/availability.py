"""When a person may be away: windows, less the time before they have rested, less rest around what is fixed."""

from collections.abc import Iterable

from standby.domain.days import Days
from standby.domain.offers import Offer

Window = tuple[int, int]


def free_windows(offer: Offer, *, absences: Iterable[Days], rest_days: int) -> list[Window]:
    """Ordinals of first and last day of each window left; an absence inside one breaks no rest.

    >>> from datetime import date
    >>> offer = Offer(windows=(Days(first=date(1, 1, 1), last=date(1, 1, 31)),))
    >>> free_windows(offer, absences=[Days(first=date(1, 1, 9), last=date(1, 1, 12))], rest_days=2)
    [(1, 6), (15, 31)]
    """
    earliest = offer.rested_from.toordinal() if offer.rested_from else 1
    windows = [(max(window.first.toordinal(), earliest), window.last.toordinal()) for window in offer.windows]
    for absence in absences:
        first, last = absence.first.toordinal() - rest_days, absence.last.toordinal() + rest_days
        windows = [part for window in windows for part in _without(window, first=first, last=last)]
    return [window for window in windows if window[0] <= window[1]]


def _without(window: Window, *, first: int, last: int) -> tuple[Window, Window]:
    """What stands before and after a cut; either may be empty, its last day before its first."""
    return (window[0], min(window[1], first - 1)), (max(window[0], last + 1), window[1])
