"""Letting somebody in red work on: who, why, and the day on which the rest is given back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.sites import SiteView
from standby.rooms.welfare.actions.overriding import allow_in_red
from standby.rooms.welfare.forms import OverrideForm
from standby.rooms.welfare.queries.hours import Worker, hours_at
from standby.rooms.welfare.views.sites import KEEPERS, found_site


@for_duty(*KEEPERS)
def override(request: HttpRequest, desk: Desk, ref: str, code: str) -> HttpResponse:
    site = found_site(desk, ref)
    worker, form = _worker_at(desk, site, code), OverrideForm(posted(request))
    if request.method == "POST" and form.is_valid():
        why, rest_on = form.cleaned_data["why"], form.cleaned_data["rest_on"]

        def do() -> str:
            return allow_in_red(
                operation=desk.operation, person=worker.person, why=why, rest_on=rest_on, by=desk.actor, now=desk.now
            )

        try:
            do_once(request, desk, action="rest.override", do=do)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("welfare:hours", ref=site.ref)
    name = site.details.name(page_language())
    return desk_page(request, desk, "welfare/override.html", site=site, name=name, worker=worker, form=form)


def _worker_at(desk: Desk, site: SiteView, ref: str) -> Worker:
    found = hours_at(operation=desk.operation, site_id=site.id, now=desk.now)
    worker = next((one for one in found.workers if one.person.ref == ref), None)
    if worker is None:
        raise Http404
    return worker
