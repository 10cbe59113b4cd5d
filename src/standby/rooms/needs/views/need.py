"""One need: everything asked, what may be done with it now, and what happened before."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse

from standby.domain.catalogue import family, role, title
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.look.marks import Mark
from standby.rooms.look.timeline import Entry
from standby.rooms.needs.actions.keeping import may_open_again
from standby.rooms.needs.forms.assessing import AssessForm
from standby.rooms.needs.forms.choices import language_name, tag_choices
from standby.rooms.needs.models import NeedState, Risk
from standby.rooms.needs.queries.pages import RequestPage, history_of_request, request_page
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.needs.words import deed_words, priority_words, state_mark
from standby.rooms.places.queries.contacts import SEE_SITES, scope_of
from standby.rooms.places.queries.sites import site_by_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What whoever looks may do with the need as it stands."""

    may_assess: bool
    may_approve: bool
    waits_for_second: bool
    proposed_by_me: bool
    may_renew: bool
    may_pause: bool
    may_open_again: bool
    may_end: bool


@for_duty(*SEE_SITES)
def need(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return need_page(request, desk, found_need(desk, ref))


def found_need(desk: Desk, ref: str) -> RequestPage:
    """The need, if whoever looks may see its site; else there is no such page."""
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    found = request_page(operation=desk.operation, ref=ref, scope=scope, now=desk.now)
    if found is None:
        raise Http404
    return found


def need_page(
    request: HttpRequest, desk: Desk, found: RequestPage, *, refusal: str = "", form: AssessForm | None = None
) -> HttpResponse:
    language = page_language()
    site = site_by_ref(
        operation_id=desk.operation.id,
        ref=found.site_ref,
        scope=scope_of(staff=desk.staff, operation_id=desk.operation.id),
    )
    history = history_of_request(operation=desk.operation, ref=found.ref)
    page = desk_page(
        request,
        desk,
        "needs/need.html",
        need=found,
        mark=_mark(found),
        site=site,
        site_name=site.details.name(language) if site else "",
        role_title=title(found.role, found.asked.tag, language=language),
        level_sentence=_level_sentence(found, language),
        tags=[word for key, word in tag_choices() if key in found.tags],
        languages=[[language_name(code) for code in condition.split("|")] for condition in found.languages],
        texts={name: found.asked.text(name, language) for name in ("task", "if_nobody_comes")},
        provided=found.asked.provided_in(language),
        hazards=found.asked.hazards_in(language),
        priority_words=priority_words(found.priority) if found.priority else "",
        open=_open(desk, found),
        form=form or _assess_form(found),
        entries=[Entry(at=deed.at, text=f"{deed.who}: {deed_words(deed.action)}") for deed in history],
        refusal=refusal,
    )
    page.status_code = HTTPStatus.CONFLICT if refusal else HTTPStatus.OK
    return page


def _mark(found: RequestPage) -> Mark:
    return state_mark(found.state, is_stale=found.is_stale, is_over=found.is_over)


def _level_sentence(found: RequestPage, language: str) -> str:
    try:
        known = role(found.role, found.asked.tag)
    except KeyError:
        return ""
    return family(known.family).level(found.level, language)


def _assess_form(found: RequestPage) -> AssessForm:
    initial = {"risk": found.risk, "priority": found.priority}
    return AssessForm(is_risk_zone=found.is_risk_zone, initial=initial)


def _open(desk: Desk, found: RequestPage) -> Open:
    decides = desk.staff.holds(Duty.COORDINATOR)
    keeps = decides or desk.staff.holds(Duty.SITE_CONTACT)
    is_ended = found.is_over or found.state in (NeedState.CANCELLED, NeedState.CLOSED)
    is_open = found.state in OPEN_STATES and not is_ended
    is_ready = found.state is NeedState.RISK_ASSESSED and found.has_supervisor
    return Open(
        may_assess=decides and not is_ended,
        may_approve=decides and is_ready and not is_ended,
        waits_for_second=found.proposal is not None and found.risk is not Risk.LOW,
        proposed_by_me=found.proposal is not None and found.proposal.proposed_by_id == desk.staff.id,
        may_renew=keeps and is_open,
        may_pause=keeps and is_open,
        may_open_again=keeps
        and found.state is NeedState.PAUSED
        and not is_ended
        and may_open_again(operation=desk.operation, request_ref=found.ref, by=desk.staff),
        may_end=decides and not is_ended,
    )
