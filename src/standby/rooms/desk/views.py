"""The first page of the day, and one search across scripts."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from standby.domain.catalogue import title
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.queries.filling import Filling
from standby.rooms.desk.queries import Today, today
from standby.rooms.desk.search import search_everything
from standby.rooms.look.charts import Fill, FillChart, Hour, SurgeChart
from standby.rooms.look.days import say_day_shortly
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.counting import HourCount

_SEES_PEOPLE = (Duty.COORDINATOR, Duty.REGISTRAR, Duty.VERIFIER)


@for_duty()
def today_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A site contact's day begins at their own sites; everybody else's with what needs a decision."""
    if not desk.staff.holds(*_SEES_PEOPLE, Duty.AUDITOR):
        return redirect("desk:needs")
    found = today(operation=desk.operation, now=desk.now)
    return desk_page(
        request,
        desk,
        "desk/today.html",
        today=found,
        sees_door=desk.staff.holds(Duty.COORDINATOR, Duty.AUDITOR),
        at_risk=_risk_chart(found),
        surge=_surge_chart(found.surge, desk.operation),
    )


@for_duty(*_SEES_PEOPLE)
def search_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    """By POST only: a name that is searched for never stands in an address. Asked by GET, the page explains itself."""
    text = request.POST.get("q", "").strip()[:100]
    found = search_everything(operation=desk.operation, text=text, by=desk.actor, now=desk.now)
    return desk_page(request, desk, "desk/search.html", text=text, found=found)


def _risk_chart(found: Today) -> FillChart | None:
    if not found.at_risk:
        return None
    missing = sum(filling.missing for filling in found.at_risk)
    message = ngettext(
        "%(missing)s person is missing in the needs that begin soonest",
        "%(missing)s people are missing in the needs that begin soonest",
        missing,
    ) % {"missing": missing}
    return FillChart(key="at-risk", title=message, what=_("Need"), fills=[_fill(filling) for filling in found.at_risk])


def _fill(filling: Filling) -> Fill:
    need = filling.need
    name = _("%(role)s, %(site)s, from %(day)s") % {
        "role": title(need.role, need.tags[0] if need.tags else "", language=get_language() or "en"),
        "site": need.site_code,
        "day": say_day_shortly(need.days.first),
    }
    return Fill(name=name, filled=filling.sure, expected=filling.expected, goal=need.headcount)


def _surge_chart(hours: Sequence[HourCount], operation: OperationView) -> SurgeChart | None:
    if not hours:
        return None
    return SurgeChart(
        key="surge",
        title=_("Sign-ups and answers, hour by hour"),
        zone=operation.time_zone,
        hours=[Hour(starts_at=hour.starts_at, sign_ups=hour.sign_ups, answers=hour.answers) for hour in hours],
    )
