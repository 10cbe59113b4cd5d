"""Where those who are fixed alone already exceed a limit (rule 7)."""

from collections.abc import Iterator

from standby.planning.model.fixed import Fixed
from standby.planning.operation import Operation
from standby.planning.plan import Excess


def conflicts_of(operation: Operation, fixed: Fixed) -> tuple[Excess, ...]:
    """Every excess, ordered by rule, place and day; seats counted by region name home and region, joined by `;`."""
    found = (
        *_heads(operation, fixed),
        *_beds(operation, fixed),
        *_arrivals(operation, fixed),
        *_seats(operation, fixed),
    )
    return tuple(sorted(found, key=lambda excess: (excess.rule, excess.place, str(excess.day or ""))))


def _heads(operation: Operation, fixed: Fixed) -> Iterator[Excess]:
    for need in operation.needs:
        over = fixed.heads[need.need_id] - need.headcount
        if over > 0:
            yield Excess(rule="headcount", place=need.need_id, day=None, over=over)


def _beds(operation: Operation, fixed: Fixed) -> Iterator[Excess]:
    everyday = {site.site_id: site.beds for site in operation.sites}
    for (site_id, day), used in fixed.beds.items():
        beds = operation.beds.get((site_id, day), everyday[site_id])
        if beds is not None and used > beds:
            yield Excess(rule="beds", place=site_id, day=day, over=used - beds)


def _arrivals(operation: Operation, fixed: Fixed) -> Iterator[Excess]:
    for (region, day), used in fixed.arrivals.items():
        arrivals = operation.arrivals.get((region, day))
        if arrivals is not None and used > arrivals:
            yield Excess(rule="reception", place=region, day=day, over=used - arrivals)


def _seats(operation: Operation, fixed: Fixed) -> Iterator[Excess]:
    if operation.transport is None:
        return
    for (home, region, day), used in fixed.seats.items():
        over = used - operation.transport.seats.get((home, region, day), 0)
        if over > 0:
            yield Excess(rule="seats", place=f"{home};{region}" if region else home, day=day, over=over)
