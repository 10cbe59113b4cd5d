"""How many are called for each hundred needed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from standby.domain.catalogue import title
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.forms import OverCallForm
from standby.rooms.needs.queries.planning import NeedView, needs_to_plan
from standby.rooms.operations.actions import PolicyChange, change_policy
from standby.rooms.operations.queries import OperationView


@for_duty(Duty.COORDINATOR)
def over_call(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Takes effect with the next plan, which counts beds, arrivals and seats for everybody it calls."""
    needs = needs_to_plan(operation=desk.operation, now=desk.now)
    roles = {need.role: title(need.role, "", language=get_language() or "en") for need in needs}
    names = dict(sorted(roles.items(), key=lambda item: item[1]))
    posted = (request.POST,) if request.method == "POST" else ()
    form = OverCallForm(*posted, roles=names, chosen=desk.operation.policy.over_call)
    if posted and form.is_valid():
        _change(desk, form.factors())
        return redirect("callup:plan")
    return desk_page(request, desk, "callup/over_call.html", form=form, **_counts(needs, desk.operation))


def _change(desk: Desk, factors: dict[str, int]) -> None:
    policy = desk.operation.policy
    change = PolicyChange(
        rest_days=policy.rest_days,
        weights=policy.weights,
        notice_hours=policy.notice_hours,
        answer_hours=policy.answer_hours,
        next_word_days=policy.next_word_days,
        stale_hours=policy.stale_hours,
        over_call=factors,
    )
    change_policy(operation=desk.operation, change=change, by=desk.actor, now=desk.now)


def _counts(needs: list[NeedView], operation: OperationView) -> dict[str, int]:
    """People asked for, and people to call for them as the policy stands."""
    to_call = sum(operation.policy.people_to_call(role=need.role, needed=need.headcount) for need in needs)
    return {"asked": sum(need.headcount for need in needs), "to_call": to_call}
