"""Who comes to one site, when, and how sure that is: for whoever receives them there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from standby.domain.days import Days
from standby.domain.statuses import PersonStatus
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES

_CALLED = (CallState.CALLED, CallState.INTERESTED)
_COMING = (CallState.ACCEPTED, CallState.TRAVELLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """One person called to a site, without their name. `may_arrive` from the first day of their way on."""

    call_ref: str
    person_id: int
    person_ref: str
    code_word: str
    state: CallState
    days: Days
    role: str
    tag: str
    may_arrive: bool
    is_due: bool

    @property
    def status(self) -> PersonStatus:
        """The call's state in the words a person's status has; interested is not an answer yet."""
        return PersonStatus.CALLED if self.state is CallState.INTERESTED else PersonStatus(self.state.value)

    @property
    def is_there(self) -> bool:
        return self.state not in (*_CALLED, *_COMING)

    @property
    def has_answered(self) -> bool:
        return self.state not in _CALLED


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCount:
    called: int
    coming: int
    there: int


def comers_to(*, operation_id: int, site_id: int, today: date) -> list[Comer]:
    """Everybody whose call holds and whose days are not over, who comes first standing first."""
    rows = Call.objects.filter(
        operation_id=operation_id,
        need__request__site_id=site_id,
        state__in=HOLDING_STATES,
        last_day__gte=today,
    ).select_related("person", "need__request")
    return [_comer(row, today=today) for row in rows.order_by("first_day", "id")]


def who_answered_for_a_site(*, operation_id: int, person_ids: Iterable[int], today: date) -> set[int]:
    """Those of them who said yes to a site, whichever, and whose days there are not over."""
    calls = Call.objects.filter(
        operation_id=operation_id,
        person_id__in=list(person_ids),
        state__in=HOLDING_STATES,
        last_day__gte=today,
    ).exclude(state__in=_CALLED)
    return set(calls.order_by().values_list("person_id", flat=True))


def count_comers(comers: Iterable[Comer]) -> SiteCount:
    comers = list(comers)
    there = sum(comer.is_there for comer in comers)
    called = sum(not comer.has_answered for comer in comers)
    return SiteCount(called=called, coming=len(comers) - there - called, there=there)


def _comer(row: Call, *, today: date) -> Comer:
    request, state = row.need.request, CallState(row.state)
    is_coming = state in _COMING
    return Comer(
        call_ref=row.ref,
        person_id=row.person_id,
        person_ref=row.person.ref,
        code_word=row.person.code_word,
        state=state,
        days=Days(first=row.first_day, last=row.last_day),
        role=request.role,
        tag=request.tags[0] if request.tags else "",
        may_arrive=is_coming and row.absence.lower <= today,
        is_due=is_coming and row.first_day <= today,
    )
