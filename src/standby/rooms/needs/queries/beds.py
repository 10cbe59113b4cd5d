"""Whether a site has beds for what it asks: a warning, because people may have a place of their own to sleep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from standby.domain.days import Days
from standby.rooms.needs.models import Need
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.places.queries.by_day import beds_by_day


@dataclass(frozen=True, slots=True, kw_only=True)
class BedShortage:
    """The first night with too few beds: how many there are, and how many other open needs ask for already."""

    day: date
    beds: int
    asked_already: int
    nights: int


def bed_shortage(*, operation_id: int, site_id: int, usual: int | None, days: Days, people: int) -> BedShortage | None:
    """None where every night has a bed for everybody asked for; `usual` None = no limit."""
    by_day = beds_by_day(operation_id=operation_id, site_id=site_id, days=days)
    others = list(_others(operation_id=operation_id, site_id=site_id, days=days))
    short: list[BedShortage] = []
    for day in days:
        beds = by_day.get(day, usual)
        asked = sum(headcount for other, headcount in others if day in other)
        if beds is not None and asked + people > beds:
            short.append(BedShortage(day=day, beds=beds, asked_already=asked, nights=0))
    if not short:
        return None
    first = short[0]
    return BedShortage(day=first.day, beds=first.beds, asked_already=first.asked_already, nights=len(short))


def _others(*, operation_id: int, site_id: int, days: Days) -> Iterator[tuple[Days, int]]:
    rows = Need.objects.filter(
        operation_id=operation_id,
        request__site_id=site_id,
        request__state__in=OPEN_STATES,
        first_day__lte=days.last,
        last_day__gte=days.first,
    )
    for first, last, headcount in rows.values_list("first_day", "last_day", "headcount"):
        yield Days(first=first, last=last), headcount
