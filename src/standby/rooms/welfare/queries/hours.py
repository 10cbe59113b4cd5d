"""Hours at a site: who is on duty, how long each worked on each day, and whose clock is amber or red."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from standby.domain.rest import Clock, Colour, Reading
from standby.domain.spans import Span, minute_of, moment_of_minute
from standby.rooms.callup.queries.at_site import who_answered_for_a_site
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.places.queries.contacts import SiteScope
from standby.rooms.places.queries.sites import SiteView, sites_of
from standby.rooms.welfare.queries.overrides import OpenOverride, open_overrides
from standby.rooms.welfare.queries.stints import clock_in, clocks_of, readings_of, who_signed
from standby.rooms.welfare.queries.there import Present, first_names, people_at, with_names

_DAYS_SHOWN = 7
_GREEN = Clock(measures=(), is_on_duty=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody at a site with their clock; `minutes` by day, as `HoursPage.days` has them."""

    person: PersonView
    first_name: str
    clock: Clock
    minutes: Sequence[int]
    on_duty_since: datetime | None
    free_at: datetime | None
    override: OpenOverride | None = None

    @property
    def needs_rest(self) -> bool:
        return self.clock.colour is not Colour.GREEN or self.override is not None

    @property
    def total(self) -> int:
        return sum(self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursPage:
    days: Sequence[date]
    workers: Sequence[Worker]

    @property
    def on_duty(self) -> int:
        return sum(worker.clock.is_on_duty for worker in self.workers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tired:
    """Somebody whose clock is amber or red, or whose rest is owed, and the site where they are."""

    worker: Worker
    site: SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiredness:
    """Of everybody at a site: how many have to rest now, and how many have used four fifths of what is allowed."""

    red: int
    amber: int


def count_tired(*, operation: OperationView, now: datetime) -> Tiredness:
    """At all sites together, in three queries: as `who_needs_rest` colours them."""
    signed = who_signed(operation_id=operation.id, now=now)
    if not signed:
        return Tiredness(red=0, amber=0)
    there = who_answered_for_a_site(operation_id=operation.id, person_ids=signed, today=operation.today(now))
    colours = Counter(clock.colour for clock in clocks_of(operation=operation, person_ids=there, now=now).values())
    return Tiredness(red=colours[Colour.RED], amber=colours[Colour.AMBER])


def hours_at(*, operation: OperationView, site_id: int, now: datetime) -> HoursPage:
    """Whoever needs rest first stands first."""
    today = operation.today(now)
    days = [today - timedelta(days=back) for back in range(_DAYS_SHOWN - 1, -1, -1)]
    present = with_names(people_at(operation=operation, site_id=site_id, now=now))
    return HoursPage(days=days, workers=_workers(present, operation=operation, days=days, now=now))


def who_needs_rest(*, operation: OperationView, scope: SiteScope, now: datetime) -> list[Tired]:
    """At every site that whoever asks may see: red before amber, then those whose rest is owed."""
    found: list[Tired] = []
    for site in sites_of(operation_id=operation.id, scope=scope):
        present = people_at(operation=operation, site_id=site.id, now=now)
        workers = _workers(present, operation=operation, days=[], now=now)
        found.extend(Tired(worker=worker, site=site) for worker in workers if worker.needs_rest)
    return _named(sorted(found, key=lambda one: _urgency(one.worker)))


def _named(found: list[Tired]) -> list[Tired]:
    """Names are opened for those who are shown, and for nobody else."""
    names = first_names([one.worker.person for one in found])
    return [
        Tired(worker=replace(one.worker, first_name=names.get(one.worker.person.id, "")), site=one.site)
        for one in found
    ]


def _workers(
    present: Sequence[Present], *, operation: OperationView, days: Sequence[date], now: datetime
) -> list[Worker]:
    ids = [one.person.id for one in present]
    readings = readings_of(operation=operation, person_ids=ids, now=now)
    overrides = open_overrides(operation_id=operation.id, person_ids=ids)
    workers = [
        _worker(one, readings.get(one.person.id), overrides, operation=operation, days=days, now=now) for one in present
    ]
    return sorted(workers, key=_urgency)


def _worker(
    present: Present,
    reading: Reading | None,
    overrides: Mapping[int, OpenOverride],
    *,
    operation: OperationView,
    days: Sequence[date],
    now: datetime,
) -> Worker:
    clock = clock_in(reading, operation=operation, now=now) if reading else _GREEN
    since = reading.on_duty_since if reading else None
    return Worker(
        person=present.person,
        first_name=present.first_name,
        clock=clock,
        minutes=_by_day(reading, days, operation=operation, now=now) if reading else [0] * len(days),
        on_duty_since=_local(since, operation),
        free_at=_local(clock.free_at, operation),
        override=overrides.get(present.person.id),
    )


def _by_day(reading: Reading, days: Sequence[date], *, operation: OperationView, now: datetime) -> list[int]:
    stints = reading.until(minute_of(now))
    spans = [_day(day, operation) for day in days]
    return [sum(stint.span.within(span.start, span.end) for stint in stints) for span in spans]


def _day(day: date, operation: OperationView) -> Span:
    """From midnight to midnight by the clocks of the place: 23 or 25 hours where they change."""
    first = datetime.combine(day, time(), tzinfo=operation.zone)
    return Span.between(first, datetime.combine(day + timedelta(days=1), time(), tzinfo=operation.zone))


def _local(minute: int | None, operation: OperationView) -> datetime | None:
    return None if minute is None else moment_of_minute(minute).astimezone(operation.zone)


def _urgency(worker: Worker) -> tuple[int, float, str]:
    worst = worker.clock.worst
    order = {Colour.RED: 0, Colour.AMBER: 1, Colour.GREEN: 2}
    return order[worker.clock.colour], -(worst.used / worst.allowed if worst else 0.0), worker.person.code_word
