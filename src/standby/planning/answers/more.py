"""More of a limit as a change of the operation: what those who are fixed use beyond it is asked for on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from standby.domain.days import Days
from standby.planning.model.build import Model
from standby.planning.plan import Excess
from standby.planning.what_if.operation_changes import MoreArrivals, MoreBeds, MorePlaces, MoreSeats

_Key = tuple[str, str, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreOfLimits:
    """`over`: by rule, place and day what is used beyond a limit already."""

    model: Model
    over: Mapping[_Key, int]

    @classmethod
    def of(cls, model: Model, conflicts: tuple[Excess, ...]) -> "MoreOfLimits":
        return cls(model=model, over={(excess.rule, excess.place, excess.day): excess.over for excess in conflicts})

    def places(self, need: int, more: int) -> MorePlaces:
        return MorePlaces(need_id=self.model.needs[need].need_id, more=more)

    def beds(self, need: int, more: int) -> MoreBeds:
        """On every day of a need."""
        wanted = self.model.needs[need]
        over = max(self.over.get(("beds", wanted.site_id, day), 0) for day in wanted.days) if self.over else 0
        return MoreBeds(site_id=wanted.site_id, days=wanted.days, more=more + over)

    def arrivals(self, need: int, more: int) -> MoreArrivals:
        """On the day on which a need begins."""
        rows = self.model.rows
        region, day = rows.reception.keys[int(self.model.instance.needs[need]["reception"]) - rows.first_reception]
        over = self.over.get(("reception", region, day), 0)
        return MoreArrivals(region=region, days=Days(first=day, last=day), more=more + over)

    def seats(self, row: int, more: int) -> MoreSeats:
        """From the home and on the day of a row of limits."""
        home, region, day = self.model.rows.seats.keys[row - self.model.rows.first_seat]
        over = self.over.get(("seats", f"{home};{region}" if region else home, day), 0)
        return MoreSeats(home=home, region=region, days=Days(first=day, last=day), more=more + over)
