"""Sites: adding one, changing one, its beds day by day, and who speaks for it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from standby.domain.days import Days
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.accounts.queries import StaffRow, staff_of, user_by_ref
from standby.rooms.look.days import page_language
from standby.rooms.places.actions.adding import add_site
from standby.rooms.places.actions.changing import change_site
from standby.rooms.places.actions.contacts import end_site_contact, name_site_contact
from standby.rooms.places.actions.limiting import set_beds
from standby.rooms.places.forms.site import NewSiteForm, SiteForm, site_initial
from standby.rooms.places.queries.by_day import beds_by_day
from standby.rooms.places.queries.contacts import Contact, contacts_of_sites, scope_of
from standby.rooms.places.queries.regions import regions_of
from standby.rooms.places.queries.sites import SiteView, site_by_ref
from standby.rooms.places.views.ledger import Ledger, Numbers, answer_ledger


@for_duty(Duty.COORDINATOR)
def new_site(request: HttpRequest, desk: Desk) -> HttpResponse:
    regions = regions_of(operation_id=desk.operation.id)
    if not regions:
        return desk_page(request, desk, "places/no_region.html")
    form = NewSiteForm(request.POST or None, languages=desk.operation.languages, regions=regions)
    if form.is_valid():
        new = form.site(code=form.cleaned_data["code"])

        def add() -> str:
            return add_site(operation=desk.operation, new=new, by=desk.actor, now=desk.now).ref

        try:
            ref = do_once(request, desk, action="site.add", do=add)
        except StandbyError as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("places:site", ref=ref)
    return desk_page(request, desk, "places/new_site.html", form=form)


@for_duty(Duty.COORDINATOR)
def site(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = _site(desk, ref)
    form = SiteForm(
        request.POST or None,
        languages=desk.operation.languages,
        regions=regions_of(operation_id=desk.operation.id),
        initial=site_initial(found),
    )
    if form.is_valid():
        changed = form.site(code=found.code)
        change_site(operation=desk.operation, ref=ref, changed=changed, by=desk.actor, now=desk.now)
        return redirect("places:site", ref=ref)
    contacts = contacts_of_sites(operation_id=desk.operation.id).get(found.id, [])
    return desk_page(
        request,
        desk,
        "places/site.html",
        form=form,
        site=found,
        name=found.details.name(page_language()),
        contacts=contacts,
        candidates=_candidates(desk, contacts),
    )


@for_duty(Duty.COORDINATOR)
def beds(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = _site(desk, ref)

    def store(numbers: Numbers) -> None:
        by_day = {(found.id, day): number for day, number in numbers.items()}
        set_beds(operation=desk.operation, beds=by_day, by=desk.actor, now=desk.now)

    def known(days: Days) -> dict[date, int]:
        return beds_by_day(operation_id=desk.operation.id, site_id=found.id, days=days)

    ledger = Ledger(
        title=_("How many beds does %(site)s have each night?") % {"site": found.details.name(page_language())},
        usual=found.beds,
        known=known,
        store=store,
        back=reverse("places:site", args=[ref]),
        note=_("A site that loses beds sends nobody home: the next plan shows who has no bed."),
    )
    return answer_ledger(request, desk, ledger)


@for_duty(Duty.COORDINATOR)
@require_POST
def name_contact(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Names somebody, or with `deed` "end" lets them go."""
    found = _site(desk, ref)
    user = user_by_ref(request.POST.get("user", ""))
    if user is None:
        raise Http404
    deed = end_site_contact if request.POST.get("deed") == "end" else name_site_contact
    deed(operation=desk.operation, site_id=found.id, user_id=user.id, by=desk.actor, now=desk.now)
    return redirect("places:site", ref=ref)


def _candidates(desk: Desk, contacts: list[Contact]) -> list[StaffRow]:
    """Site contacts of the operation who do not speak for this site yet."""
    named = {contact.user_ref for contact in contacts}
    rows = staff_of(operation=desk.operation)
    return [row for row in rows if Duty.SITE_CONTACT in row.duties and row.ref not in named]


def _site(desk: Desk, ref: str) -> SiteView:
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    found = site_by_ref(operation_id=desk.operation.id, ref=ref, scope=scope)
    if found is None:
        raise Http404
    return found
