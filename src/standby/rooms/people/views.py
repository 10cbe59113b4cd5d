"""Who stands where: counts in sentences, and the people behind each of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.audit.actions import journal
from standby.rooms.people.queries.crowd import statuses_lately
from standby.rooms.people.queries.persons import PeopleList, count_by_reason, named
from standby.rooms.people.values import NamedPerson, PersonView
from standby.rooms.people.words import reason_word, status_word

SEES_NAMES = (Duty.COORDINATOR, Duty.REGISTRAR, Duty.VERIFIER)
_ON_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many stand at a status, or for a reason; `key` is what the address says."""

    key: str
    word: str
    people: int
    is_chosen: bool


@for_duty(*SEES_NAMES, Duty.AUDITOR)
def people(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Fifty at a time, in the order they came in. An auditor sees references, nobody's name."""
    status, reason = _chosen(request.GET)
    statuses = statuses_lately(operation_id=desk.operation.id, now=desk.now)
    everybody = sum(statuses.values())
    counted = 0 if reason else statuses.get(status, 0) if status else everybody
    found = PeopleList(operation_id=desk.operation.id, status=status, reason=reason, counted=counted)
    page: Page[PersonView] = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("page"))
    return desk_page(
        request,
        desk,
        "people/people.html",
        everybody=everybody,
        statuses=_by_status(statuses, chosen=status),
        reasons=_by_reason(desk, status, chosen=reason) if status else [],
        status=status,
        page=page,
        rows=_rows(desk, page),
        sees_names=desk.staff.holds(*SEES_NAMES),
    )


def _chosen(query: QueryDict) -> tuple[PersonStatus | None, Reason | None]:
    """What an address asks for, as far as there is such a status and such a reason."""
    status, reason = query.get("status", ""), query.get("reason", "")
    return (
        PersonStatus(status) if status in set(PersonStatus) else None,
        Reason(reason) if reason in set(Reason) else None,
    )


def _rows(desk: Desk, page: Page[PersonView]) -> list[NamedPerson] | list[dict[str, PersonView]]:
    """Only the page that is shown is opened, and that it was looked at is journalled."""
    shown = list(page.object_list)
    if not desk.staff.holds(*SEES_NAMES):
        return [{"person": person} for person in shown]
    if shown:
        detail = {"people": len(shown), "page": page.number}
        journal(operation=desk.operation.ref, actor=desk.actor, action="people.look", now=desk.now, detail=detail)
    return named(shown)


def _by_status(statuses: Mapping[PersonStatus, int], *, chosen: PersonStatus | None) -> list[Count]:
    return [
        Count(key=status.value, word=status_word(status), people=statuses[status], is_chosen=status is chosen)
        for status in PersonStatus
        if status in statuses
    ]


def _by_reason(desk: Desk, status: PersonStatus, *, chosen: Reason | None) -> list[Count]:
    reasons = count_by_reason(operation_id=desk.operation.id, status=status)
    return [
        Count(key=reason.value, word=reason_word(reason), people=number, is_chosen=reason is chosen)
        for reason, number in sorted(reasons.items(), key=lambda item: -item[1])
    ]
