"""The shifts of a site, and who stands in them by the roster that was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from standby.domain.catalogue import title
from standby.rooms.look.days import page_language
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.welfare.models import RosterDuty, RosterState, Shift
from standby.rooms.welfare.queries.there import first_names

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShift:
    """Somebody on a shift: first name and code word, and nothing else."""

    person_ref: str
    code_word: str
    first_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    ref: str
    role_title: str
    starts_at: datetime
    ends_at: datetime
    headcount: int
    is_night: bool
    is_driving: bool
    is_over: bool
    people: Sequence[OnShift]

    @property
    def missing(self) -> int:
        return max(0, self.headcount - len(self.people))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftDay:
    day: date
    shifts: Sequence[ShiftLine]


def shift_days(*, operation: OperationView, site_id: int, now: datetime, is_named: bool = True) -> list[ShiftDay]:
    """From yesterday on, by the local day on which they begin; on paper without names."""
    rows = list(shifts_of(operation_id=operation.id, site_id=site_id, since=now - _A_DAY))
    on = _on_shifts(operation.id, [row.id for row in rows], is_named=is_named)
    days: dict[date, list[ShiftLine]] = {}
    for row in rows:
        line = _line(row, on.get(row.id, []), operation=operation, now=now)
        days.setdefault(line.starts_at.date(), []).append(line)
    return [ShiftDay(day=day, shifts=lines) for day, lines in sorted(days.items())]


def shifts_of(*, operation_id: int, site_id: int, since: datetime) -> QuerySet[Shift]:
    """Those that stand, and begin later, the earliest first."""
    rows = Shift.objects.filter(operation_id=operation_id, site_id=site_id, starts_at__gt=since)
    return rows.filter(withdrawn_at__isnull=True).select_related("request").order_by("starts_at", "request__code", "id")


def published_duties(*, operation_id: int, person_ids: Iterable[int], since: datetime) -> list[RosterDuty]:
    """Of the rosters that people were shown last, at whatever site."""
    rows = RosterDuty.objects.filter(
        operation_id=operation_id,
        person_id__in=list(person_ids),
        roster__state=RosterState.PUBLISHED,
        shift__ends_at__gt=since,
        shift__withdrawn_at__isnull=True,
    )
    return list(rows.select_related("shift__request").order_by("shift__starts_at"))


def _on_shifts(operation_id: int, shift_ids: Sequence[int], *, is_named: bool) -> dict[int, list[OnShift]]:
    rows = RosterDuty.objects.filter(
        operation_id=operation_id, shift_id__in=shift_ids, roster__state=RosterState.PUBLISHED
    )
    pairs = list(rows.values_list("shift_id", "person_id"))
    people = people_by_id(operation_id=operation_id, ids={person for _, person in pairs})
    names = first_names(list(people.values())) if is_named else {}
    found: dict[int, list[OnShift]] = {}
    for shift_id, person_id in pairs:
        if person_id in people:
            one = people[person_id]
            on = OnShift(person_ref=one.ref, code_word=one.code_word, first_name=names.get(person_id, ""))
            found.setdefault(shift_id, []).append(on)
    return {shift_id: sorted(on, key=lambda one: one.code_word) for shift_id, on in found.items()}


def _line(row: Shift, people: Sequence[OnShift], *, operation: OperationView, now: datetime) -> ShiftLine:
    tag = row.request.tags[0] if row.request.tags else ""
    return ShiftLine(
        ref=row.ref,
        role_title=title(row.request.role, tag, language=page_language()),
        starts_at=row.starts_at.astimezone(operation.zone),
        ends_at=row.ends_at.astimezone(operation.zone),
        headcount=row.headcount,
        is_night=row.is_night,
        is_driving=row.is_driving,
        is_over=row.starts_at <= now,
        people=people,
    )
