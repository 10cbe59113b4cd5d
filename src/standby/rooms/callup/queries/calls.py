"""Calls by state, what became of one, and which places came free."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F

from standby.domain.days import Days
from standby.rooms.callup.models import Call, CallEvent, CallState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.filling import Filling, filling_of
from standby.rooms.needs.queries.planning import NeedView, needs_by_id
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView

UNANSWERED = [CallState.CALLED, CallState.INTERESTED]
_SHOWN = 50
_JOINED = "need__request__site"
_READ = (
    "ref",
    "person_id",
    "first_day",
    "last_day",
    "state",
    "answer_by",
    "need__code",
    "need__request__role",
    "need__request__tags",
    "need__request__site__code",
)
_NEWEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A call in a list, by code word."""

    ref: str
    person: PersonView
    need_code: str
    site_code: str
    role: str
    tag: str
    days: Days
    state: CallState
    answer_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    state: CallState
    at: datetime
    by: str


def count_by_state(*, operation_id: int) -> Mapping[CallState, int]:
    counted = Call.objects.filter(operation_id=operation_id).values("state").annotate(number=Count("id")).order_by()
    return {CallState(row["state"]): row["number"] for row in counted}


def calls_in(*, operation_id: int, states: Sequence[CallState], limit: int = _SHOWN) -> list[CallRow]:
    """Those whose time to answer ends first, first."""
    rows = Call.objects.filter(operation_id=operation_id, state__in=states).select_related(_JOINED).only(*_READ)
    return _rows(operation_id, list(rows.order_by("answer_by", "id")[:limit]))


def call_by_ref(*, operation_id: int, ref: str) -> CallRow | None:
    rows = Call.objects.filter(operation_id=operation_id, ref=ref).select_related(_JOINED).only(*_READ)
    return next(iter(_rows(operation_id, list(rows))), None)


def history_of_call(*, operation_id: int, ref: str) -> list[Step]:
    """The newest step first."""
    rows = CallEvent.objects.filter(operation_id=operation_id, call__ref=ref).order_by("-id")
    return [Step(state=CallState(state), at=at, by=by) for state, at, by in rows.values_list("state", "at", "by")]


def needs_called_to(*, operation: OperationView, now: datetime) -> dict[int, NeedView]:
    """The needs that are not over and to which anybody was ever called, by their id."""
    ids = Call.objects.filter(operation_id=operation.id).values_list("need_id", flat=True).distinct()
    needs, today = needs_by_id(operation=operation, ids=ids, now=now), operation.today(now)
    return {key: need for key, need in needs.items() if need.is_open and need.days.last >= today}


def freed_places(*, operation: OperationView, needs: Mapping[int, NeedView]) -> list[Filling]:
    """Those of `needs` that had been given people and have fewer now than they ask for: the most urgent first."""
    given = Call.objects.filter(operation_id=operation.id).exclude(state__in=HOLDING_STATES)
    ids = given.values_list("need_id", flat=True).distinct()
    free = [filling for filling in filling_of({key: needs[key] for key in ids if key in needs}) if filling.missing]
    return sorted(free, key=lambda one: (one.need.priority, one.need.days.first, -one.missing, one.need.code))


def left_since(*, operation_id: int, since: datetime, limit: int = _NEWEST) -> list[CallRow]:
    """Calls whose person said no, withdrew or did not come since a moment, the newest first."""
    states = [CallState.WITHDRAWN, CallState.DECLINED, CallState.DID_NOT_ARRIVE]
    rows = Call.objects.filter(
        operation_id=operation_id, state__in=states, events__state=F("state"), events__at__gte=since
    )
    ended = rows.select_related(_JOINED).only(*_READ).order_by("-events__id")
    return _rows(operation_id, list(ended[:limit]))


def parties_without_a_member(*, operation_id: int, limit: int = _SHOWN) -> list[tuple[PersonView, int]]:
    """Who left a party whose others still hold calls, and how many those are: the party goes on without them."""
    left = Call.objects.filter(operation_id=operation_id, state__in=[CallState.WITHDRAWN, CallState.DECLINED]).exclude(
        person__party=""
    )
    pairs = dict(left.order_by("-id").values_list("person_id", "person__party")[:limit])
    holding = Call.objects.filter(operation_id=operation_id, state__in=HOLDING_STATES)
    stay = holding.filter(person__party__in=set(pairs.values())).exclude(person_id__in=pairs)
    others = dict(stay.values_list("person__party").annotate(number=Count("person_id", distinct=True)).order_by())
    people = people_by_id(operation_id=operation_id, ids=pairs)
    return [
        (people[person_id], others[party])
        for person_id, party in pairs.items()
        if party in others and person_id in people
    ]


def _rows(operation_id: int, calls: Sequence[Call]) -> list[CallRow]:
    people = people_by_id(operation_id=operation_id, ids={call.person_id for call in calls})
    return [
        CallRow(
            ref=call.ref,
            person=people[call.person_id],
            need_code=call.need.code,
            site_code=call.need.request.site.code,
            role=call.need.request.role,
            tag=next(iter(call.need.request.tags), ""),
            days=Days(first=call.first_day, last=call.last_day),
            state=CallState(call.state),
            answer_by=call.answer_by,
        )
        for call in calls
        if call.person_id in people
    ]
