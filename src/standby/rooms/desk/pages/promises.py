"""To whom we promised a word, and keeping it: all of them at once, or by itself."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.announcing import refuse_without_address
from standby.rooms.callup.actions.ending import lapse_unanswered
from standby.rooms.callup.actions.promising import BATCH, renew_promises, set_renewing
from standby.rooms.callup.queries.promises import (
    calls_ending,
    due_until,
    list_of_due,
    promises_due,
    renewals_under_way,
    renews_by_itself,
)
from standby.rooms.desk.pages.doing import SEES_NAMES
from standby.rooms.operations.installation import installation
from standby.rooms.people.values import PersonView
from standby.sealing import new_ref

_PAGE = 50
# So many are told while the page is awaited; more go to the worker.
AT_ONCE = 200


@for_duty(*SEES_NAMES, Duty.AUDITOR)
def promises(request: HttpRequest, desk: Desk) -> HttpResponse:
    """By code word and reference: no name is opened here."""
    found = list_of_due(operation=desk.operation, now=desk.now)
    page: Page[PersonView] = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    ending = calls_ending(operation_id=desk.operation.id, person_ids=[one.id for one in page.object_list])
    return desk_page(
        request,
        desk,
        "desk/promises.html",
        due=promises_due(operation=desk.operation, now=desk.now),
        page=page,
        rows=[(person, ending.get(person.id)) for person in page.object_list],
        today=desk.operation.today(desk.now),
        is_under_way=renewals_under_way(operation_id=desk.operation.id),
        renews=renews_by_itself(operation_id=desk.operation.id),
        is_coordinator=desk.staff.holds(Duty.COORDINATOR),
    )


@for_duty(Duty.COORDINATOR)
@require_POST
def renew(request: HttpRequest, desk: Desk) -> HttpResponse:
    """ "Nothing has changed", told to everybody whose promise is about to be broken."""
    where = installation()

    def tell_them() -> str:
        occasion, until = new_ref(), due_until(desk.operation, desk.now)
        lapse_unanswered(operation=desk.operation, public_url=where.public_url, now=desk.now)
        if len(list_of_due(operation=desk.operation, now=desk.now)) > min(AT_ONCE, BATCH):
            tasks.renew.defer(
                operation_id=desk.operation.id, until=until.isoformat(), occasion=occasion, by=str(desk.actor)
            )
        else:
            renew_promises(
                operation=desk.operation,
                until=until,
                occasion=occasion,
                after=0,
                public_url=where.public_url,
                by=desk.actor,
                now=desk.now,
            )
        return occasion

    try:
        refuse_without_address(operation=desk.operation, public_url=where.public_url)
        do_once(request, desk, action="promise.renew", do=tell_them)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:promises")


@for_duty(Duty.COORDINATOR)
@require_POST
def by_itself(request: HttpRequest, desk: Desk) -> HttpResponse:
    renews = request.POST.get("renews") == "yes"
    set_renewing(operation=desk.operation, renews=renews, by=desk.actor, now=desk.now)
    return redirect("desk:promises")
