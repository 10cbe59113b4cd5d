"""Sign-ups that a flood came along with: looked at by where they came from, let through or dropped many at once."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.door.floods.words import say_why_held
from standby.rooms.door.forms.held import GROUP, HeldVerdict, group_value, judged_groups
from standby.rooms.people.actions.holding import drop_held, release_held
from standby.rooms.people.queries.held import HeldView
from standby.rooms.people.queries.held_lately import held_lately

# More would be long to read, and to send over a bad network.
_SHOWN = 50
_JUDGES = (Duty.COORDINATOR, Duty.REGISTRAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One network as the page names it: by a few letters that mean nothing outside."""

    view: HeldView
    value: str
    name: str
    why: str


@for_duty(*_JUDGES, Duty.AUDITOR)
def held(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The largest groups: what was judged makes room for the next."""
    lane = held_lately(operation_id=desk.operation.id, now=desk.now)
    shown = lane.groups[:_SHOWN]
    return desk_page(
        request,
        desk,
        "door/held.html",
        rows=[_row(view) for view in shown],
        everybody=lane.in_all,
        more_follow=sum(view.sign_ups for view in shown) < lane.in_all,
        may_judge=desk.staff.holds(*_JUDGES),
        group_field=GROUP,
    )


@for_duty(*_JUDGES)
@require_POST
def judge(request: HttpRequest, desk: Desk) -> HttpResponse:
    def do() -> str:
        verdict, groups = judged_groups(request.POST)
        act = release_held if verdict is HeldVerdict.RELEASE else drop_held
        return str(act(operation=desk.operation, groups=groups, by=desk.actor, now=desk.now))

    try:
        do_once(request, desk, action="sign_up.judge", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("held:held")


def _row(view: HeldView) -> HeldRow:
    return HeldRow(view=view, value=group_value(view), name=view.network.hex()[:6].upper(), why=say_why_held(view.why))
