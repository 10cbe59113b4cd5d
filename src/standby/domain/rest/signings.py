"""From coming and going, as it was signed, to what was worked."""

from collections.abc import Iterable
from dataclasses import dataclass

from standby.domain.rest.clock import Reading
from standby.domain.rest.duties import Stint
from standby.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Signed:
    """Somebody came, or went, at this minute; whoever comes twice changed their work: to the wheel, or away from it."""

    at: int
    is_in: bool
    is_driving: bool = False


def reading_of(signed: Iterable[Signed]) -> Reading:
    """In order of time. Going without having come is nothing; coming without going is being on duty now."""
    stints, came = [], None
    for one in sorted(signed):
        if came is not None and one.at > came.at:
            stints.append(Stint(span=Span(start=came.at, end=one.at), is_driving=came.is_driving))
        came = one if one.is_in else None
    if came is None:
        return Reading(stints=tuple(stints))
    return Reading(stints=tuple(stints), on_duty_since=came.at, is_driving=came.is_driving)
