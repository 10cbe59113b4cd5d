"""Who needs rest now? For the coordinator and for whoever keeps a site."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.domain.rest import Colour
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.contacts import SEE_SITES, scope_of
from standby.rooms.welfare.actions.overriding import note_given_back, set_rest_day
from standby.rooms.welfare.forms import RestDayForm
from standby.rooms.welfare.queries.hours import Tired, who_needs_rest
from standby.rooms.welfare.views.sites import CONFLICT, KEEPERS


@for_duty(*SEE_SITES)
def rest(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk)


@for_duty(*KEEPERS)
@require_POST
def given_back(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    def do() -> None:
        note_given_back(operation=desk.operation, override_ref=code, by=desk.actor, now=desk.now)

    return _answer(request, desk, code, action="rest.give_back", do=do)


@for_duty(*KEEPERS)
@require_POST
def another_day(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    _found(desk, code)
    form = RestDayForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, refusal=gettext("Give the rest back on a day after today and within 14 days."))
    day = form.cleaned_data["rest_on"]

    def do() -> None:
        set_rest_day(operation=desk.operation, override_ref=code, rest_on=day, by=desk.actor, now=desk.now)

    return _answer(request, desk, code, action="rest.another_day", do=do)


def _answer(request: HttpRequest, desk: Desk, code: str, *, action: str, do: Callable[[], None]) -> HttpResponse:
    """Only for rest owed to somebody at a site of theirs; the same form sent again finds its work done."""

    def done() -> str:
        _found(desk, code)
        do()
        return code

    try:
        do_once(request, desk, action=action, do=done)
    except StandbyError as refusal:
        return _page(request, desk, refusal=str(refusal))
    return redirect("welfare:rest")


def _found(desk: Desk, code: str) -> None:
    if code not in {one.worker.override.ref for one in _tired(desk) if one.worker.override}:
        raise Http404


def _tired(desk: Desk) -> list[Tired]:
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    return who_needs_rest(operation=desk.operation, scope=scope, now=desk.now)


def _page(request: HttpRequest, desk: Desk, *, refusal: str = "") -> HttpResponse:
    tired, language = _tired(desk), page_language()
    page = desk_page(
        request,
        desk,
        "welfare/rest.html",
        tired=[(one, one.site.details.name(language)) for one in tired],
        red=sum(one.worker.clock.colour is Colour.RED for one in tired),
        amber=sum(one.worker.clock.colour is Colour.AMBER for one in tired),
        owed=sum(one.worker.override is not None for one in tired),
        today=desk.operation.today(desk.now),
        may_keep=desk.staff.holds(*KEEPERS),
        refusal=refusal,
    )
    page.status_code = CONFLICT if refusal else page.status_code
    return page
