"""The first region and the first site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.office.actions import add_first_site
from standby.rooms.office.forms.places import FirstSiteForm
from standby.rooms.office.steps import Step, way_of


@for_duty(Duty.COORDINATOR)
def first_site(request: HttpRequest, desk: Desk) -> HttpResponse:
    way = way_of(desk.operation, here=Step.SITE)
    form = FirstSiteForm(posted(request), languages=desk.operation.languages)
    if request.method == "POST" and form.is_valid() and _added(desk, form):
        return redirect("operations:start")
    return desk_page(request, desk, "office/first_site.html", form=form, way=way)


def _added(desk: Desk, form: FirstSiteForm) -> bool:
    given = form.cleaned_data
    try:
        add_first_site(
            operation=desk.operation,
            region=given["region"],
            is_risk_zone=given["is_risk_zone"],
            arrivals=given["arrivals"],
            site=form.site,
            by=desk.actor,
            now=desk.now,
        )
    except StandbyError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
