"""Who is missing where, what to do today, and how good the plan is."""

from collections.abc import Mapping, Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.accounts.queries import open_proposal
from standby.rooms.audit.actions import journal
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.approving import PLAN_PROPOSAL
from standby.rooms.callup.actions.planning import ask_for_plan
from standby.rooms.callup.models import PlanState
from standby.rooms.callup.quality import quality_of
from standby.rooms.callup.queries.change import KINDS, Change, change_of
from standby.rooms.callup.queries.plan_needs import PlannedNeed, missing_of, needs_of_plan
from standby.rooms.callup.queries.plans import (
    PlanSummary,
    conflicts_of,
    files_of,
    newest_plan,
    plan_by_ref,
    plans_of,
)
from standby.rooms.callup.saying import say_stage
from standby.rooms.callup.summing import summary_of_gaps
from standby.rooms.callup.turnout.totals import totals_of
from standby.rooms.callup.views.charts import charts_of
from standby.rooms.callup.views.expected import expected_of
from standby.rooms.callup.views.names import site_names
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.people.queries.persons import count_by_status, people_by_id

READS = (Duty.COORDINATOR, Duty.AUDITOR)
_PAGE = 50
_GAPS = 20
_HUNDRED = 100
_DECIDABLE = {PlanState.READY, PlanState.PROPOSED, PlanState.APPROVED}


@for_duty(*READS)
def plan(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The newest plan; before the first one, what is still wanting for one."""
    newest = newest_plan(operation_id=desk.operation.id)
    if newest is None:
        return desk_page(request, desk, "callup/no_plan.html", **_ingredients(desk))
    return _plan_page(request, desk, newest)


@for_duty(*READS)
def revision(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _plan_page(request, desk, _plan(desk, ref))


@for_duty(Duty.COORDINATOR)
@require_POST
def compute(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Queued for the worker, which may be away: it waits there, and the page says so.

    `notice=changes` is the decision that calls within the notice hours may change too.
    """
    changes_notice = request.POST.get("notice") == "changes"

    def ask() -> str:
        row = ask_for_plan(operation=desk.operation, seed=0, by=desk.actor, now=desk.now, changes_notice=changes_notice)
        tasks.compute.defer(operation_id=desk.operation.id, plan_ref=row.ref)
        return row.ref

    try:
        do_once(request, desk, action="plan.ask", do=ask)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:plan")


@for_duty(*READS)
def progress(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The piece that the page fetches again while the plan is being computed."""
    found = _plan(desk, ref)
    return desk_page(request, desk, "callup/progress.html", plan=found, **_progress(found))


@for_duty(*READS)
def files(_: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What was planned and the plan, for whoever would rather check than believe: `standby check operation plan`."""
    found, content = _plan(desk, ref), files_of(operation_id=desk.operation.id, ref=ref)
    if not content:
        raise Http404
    journal(operation=desk.operation.ref, actor=desk.actor, action="plan.files", now=desk.now, subject=ref)
    headers = {"Content-Disposition": f'attachment; filename="plan-{found.number}.zip"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)


@for_duty(*READS)
def changed(request: HttpRequest, desk: Desk, ref: str, kind: str) -> HttpResponse:
    """Those who are newly called, keep their call, or are no longer called, by code word."""
    if kind not in KINDS:
        raise Http404
    found = _plan(desk, ref)
    ids = change_of(operation_id=desk.operation.id, plan=found).people(kind)
    page = Paginator(ids, _PAGE).get_page(request.GET.get("page"))
    people = people_by_id(operation_id=desk.operation.id, ids=page.object_list)
    shown = [people[person_id] for person_id in page.object_list if person_id in people]
    return desk_page(request, desk, "callup/changed.html", plan=found, kind=kind, page=page, people=shown)


def _plan(desk: Desk, ref: str) -> PlanSummary:
    found = plan_by_ref(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    return found


def _plan_page(request: HttpRequest, desk: Desk, found: PlanSummary) -> HttpResponse:
    if not found.is_computed:
        return desk_page(request, desk, "callup/computing.html", plan=found, **_progress(found), **_others(desk))
    needs = needs_of_plan(operation=desk.operation, plan_id=found.id, now=desk.now)
    sites = site_names(desk, {one.need.site_id for one in needs})
    gaps = Paginator(_rows(missing_of(needs), sites), _GAPS)
    return desk_page(
        request,
        desk,
        "callup/plan.html",
        plan=found,
        gaps=gaps.get_page(request.GET.get("page")),
        summary=summary_of_gaps(needs, sites),
        totals=totals_of(one.foreseen for one in needs if one.foreseen),
        charts=charts_of(needs, sites) if needs else [],
        conflicts=conflicts_of(plan_id=found.id),
        quality=quality_of(found),
        expected=expected_of(desk, found),
        notice_hours=desk.operation.policy.notice_hours,
        change=_change(desk, found),
        proposal=open_proposal(operation_id=desk.operation.id, kind=PLAN_PROPOSAL, subject=found.ref),
        **_others(desk),
    )


def _rows(gaps: Sequence[PlannedNeed], sites: Mapping[int, str]) -> list[tuple[PlannedNeed, str]]:
    """Each unfilled need with the name of its site."""
    return [(gap, sites.get(gap.need.site_id, gap.need.site_code)) for gap in gaps]


def _change(desk: Desk, found: PlanSummary) -> Change | None:
    """Against what holds now; of a plan that was decided long ago it would say nothing true."""
    return change_of(operation_id=desk.operation.id, plan=found) if found.state in _DECIDABLE else None


def _others(desk: Desk) -> dict[str, object]:
    return {"plans": plans_of(operation_id=desk.operation.id), "is_coordinator": desk.staff.holds(Duty.COORDINATOR)}


def _ingredients(desk: Desk) -> dict[str, object]:
    people = sum(count_by_status(operation_id=desk.operation.id).values())
    needs = len(needs_to_plan(operation=desk.operation, now=desk.now))
    return {"people": people, "needs": needs, "is_coordinator": desk.staff.holds(Duty.COORDINATOR)}


def _progress(found: PlanSummary) -> dict[str, object]:
    return {"sentence": say_stage(found.stage), "done": round(found.fraction * _HUNDRED), "total": _HUNDRED}
