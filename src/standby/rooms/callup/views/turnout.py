"""Will enough come, how sure must that be for one need, and did as many come as was foretold?"""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.risking import choose_for_request
from standby.rooms.callup.forms import NeedRiskForm
from standby.rooms.callup.queries.foreseen import turnout_of_plan
from standby.rooms.callup.queries.plans import newest_computed
from standby.rooms.callup.queries.risks import risks_by_request
from standby.rooms.callup.turnout.believing import belief_of
from standby.rooms.callup.turnout.foreseeing import Foreseen
from standby.rooms.callup.turnout.saying import say_calling
from standby.rooms.callup.turnout.totals import totals_of
from standby.rooms.callup.turnout.truth import truth_of
from standby.rooms.callup.views.names import site_names
from standby.rooms.callup.views.turnout_charts import truth_chart, turnout_chart
from standby.rooms.needs.queries.planning import NeedView, need_by_ref, needs_by_id

READS = (Duty.COORDINATOR, Duty.AUDITOR)
_PAGE = 40
_CHARTED = 12


@for_duty(*READS)
def turnout(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Of the newest plan: the riskiest needs first."""
    plan = newest_computed(operation_id=desk.operation.id)
    rows = _rows(desk, plan.id) if plan else []
    sites = site_names(desk, {need.site_id for need, _ in rows})
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    return desk_page(
        request,
        desk,
        "callup/turnout.html",
        plan=plan,
        totals=totals_of(foreseen for _, foreseen in rows),
        chart=turnout_chart(rows[:_CHARTED], sites),
        page=page,
        shown=[(need, sites.get(need.site_id, need.site_code), foreseen) for need, foreseen in page.object_list],
        answers=belief_of(operation=desk.operation).yes.people,
        is_coordinator=desk.staff.holds(Duty.COORDINATOR),
    )


@for_duty(Duty.COORDINATOR)
def need_turnout(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """One need: what was foretold of it, and the risk that is chosen for its request alone."""
    need = need_by_ref(operation=desk.operation, ref=ref, now=desk.now)
    if need is None:
        raise Http404
    own = risks_by_request(operation_id=desk.operation.id).get(need.request_ref)
    form = NeedRiskForm(request.POST or None, initial={"risk": own or ""})
    if request.method == "POST" and form.is_valid():
        try:
            choose_for_request(operation=desk.operation, need=need, risk=form.chosen(), by=desk.actor, now=desk.now)
        except StandbyError as refusal:
            return refusal_page(request, desk, refusal)
        return redirect("callup:need_turnout", ref=ref)
    return desk_page(request, desk, "callup/need_turnout.html", need=need, form=form, **_of_need(desk, need))


@for_duty(*READS)
def foretold(request: HttpRequest, desk: Desk) -> HttpResponse:
    truth = truth_of(operation=desk.operation, today=desk.operation.today(desk.now))
    charts = [
        truth_chart(key, calibration)
        for key, calibration in (("answers", truth.answers), ("arrivals", truth.arrivals))
        if calibration is not None
    ]
    return desk_page(request, desk, "callup/foretold.html", truth=truth, charts=charts)


def _of_need(desk: Desk, need: NeedView) -> dict[str, object]:
    plan = newest_computed(operation_id=desk.operation.id)
    foreseen = turnout_of_plan(plan_id=plan.id, need_ids=[need.id]).get(need.id) if plan else None
    return {
        "plan": plan,
        "site": site_names(desk, {need.site_id}).get(need.site_id, need.site_code),
        "sentences": say_calling(foreseen, waves_chosen=desk.operation.policy.waves) if foreseen else [],
        "usual": desk.operation.policy.shortfall_risk,
    }


def _rows(desk: Desk, plan_id: int) -> Sequence[tuple[NeedView, Foreseen]]:
    foreseen = turnout_of_plan(plan_id=plan_id)
    needs = needs_by_id(operation=desk.operation, ids=foreseen, now=desk.now)
    rows = [(needs[need_id], one) for need_id, one in foreseen.items() if need_id in needs]
    return sorted(rows, key=lambda row: (-row[1].risk, row[0].priority, row[0].code))
