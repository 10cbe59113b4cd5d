"""The calls of one person, as they may read them: much before accepting, everything after."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.domain.catalogue import title
from standby.domain.days import Days
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.needs.queries.asked import Asked, asked_of
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.places.queries.sites import details_of_sites
from standby.rooms.places.sealed import SiteDetails

_ONE_DAY = timedelta(days=1)
_KNOWS_WHERE = {CallState.ACCEPTED, CallState.TRAVELLING, CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCard:
    """`where` is None until the call is accepted: no site, no address, no meeting point."""

    ref: str
    state: CallState
    role_title: str
    days: Days
    absence: Days
    answer_by: datetime
    needs_answer: bool
    asked: Asked
    task: str
    provided: str
    hazards: str
    where: SiteDetails | None
    site_name: str

    @property
    def is_accepted(self) -> bool:
        return self.where is not None

    @property
    def travels(self) -> bool:
        return self.absence != self.days


def calls_of(*, operation: OperationView, person: PersonView, language: str, now: datetime) -> list[CallCard]:
    """Those that hold, the earliest first."""
    rows = list(
        Call.objects.filter(person_id=person.id, state__in=HOLDING_STATES)
        .select_related("need__request")
        .order_by("first_day")
    )
    asked = asked_of(operation_id=operation.id, request_refs=[row.need.request.ref for row in rows])
    known = {asked[row.need.request.ref].site_id for row in rows if row.state in _KNOWS_WHERE}
    sites = details_of_sites(operation_id=operation.id, ids=known)
    return [_card(row, asked[row.need.request.ref], sites, language=language, now=now) for row in rows]


def _card(row: Call, asked: Asked, sites: dict[int, SiteDetails], *, language: str, now: datetime) -> CallCard:
    state = CallState(row.state)
    where = sites.get(asked.site_id) if state in _KNOWS_WHERE else None
    names = where.names if where else {}
    last_away = row.absence.upper
    return CallCard(
        ref=row.ref,
        state=state,
        role_title=title(asked.role, asked.tag, language=language),
        days=Days(first=row.first_day, last=row.last_day),
        absence=Days(first=row.absence.lower, last=last_away - _ONE_DAY),
        answer_by=row.answer_by,
        needs_answer=state in {CallState.CALLED, CallState.INTERESTED} and row.answer_by >= now,
        asked=asked,
        task=asked.text("task", language),
        provided=asked.provided_in(language),
        hazards=asked.hazards_in(language),
        where=where,
        site_name=names.get(language) or next(iter(names.values()), ""),
    )
