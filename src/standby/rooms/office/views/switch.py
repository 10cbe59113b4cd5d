"""The switch at the door: how it stands, how it stood before and who set it, and one form that sets it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from standby.domain.door import EVERYBODY
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.accounts.queries import logins
from standby.rooms.look.timeline import Entry
from standby.rooms.office.forms.switch import SwitchForm
from standby.rooms.office.journal_words import staff_ref
from standby.rooms.operations.door_words import say_door, say_role, say_setting
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import Switched, door_state, set_switch, switch_history


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def door(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk, SwitchForm(operation=desk.operation))


@for_duty(Duty.COORDINATOR)
@require_POST
def switch(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = SwitchForm(request.POST, operation=desk.operation)

    def do() -> str:
        set_switch(operation=desk.operation, change=form.change, by=desk.actor, now=desk.now)
        return ""

    if form.is_valid():
        try:
            do_once(request, desk, action="switch.set", do=do)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("operations:door")
    return _page(request, desk, form)


def _page(request: HttpRequest, desk: Desk, form: SwitchForm) -> HttpResponse:
    standing = door_state(operation_id=desk.operation.id, now=desk.now)
    return desk_page(
        request,
        desk,
        "office/door.html",
        door=say_door(standing, operation=desk.operation),
        form=form,
        may_change=desk.staff.holds(Duty.COORDINATOR) and desk.operation.is_open,
        history=_entries(switch_history(operation_id=desk.operation.id), desk.operation),
    )


def _entries(history: list[Switched], operation: OperationView) -> list[Entry]:
    """Who decided what: the house's sentence as people read it, and the coordinators' own beneath."""
    known = logins({ref for switched in history if (ref := staff_ref(switched.by))})
    return [
        Entry(
            at=switched.at,
            text=_("%(who)s · %(whom)s") % {"who": _who(switched.by, known), "whom": _about(switched, operation)},
            more=" · ".join(switched.setting.words.values()),
        )
        for switched in history
    ]


def _who(actor: str, known: dict[str, str]) -> str:
    return known.get(staff_ref(actor)) or _("Standby itself")


def _about(switched: Switched, operation: OperationView) -> str:
    if switched.role != EVERYBODY:
        return say_role(switched.role, switched.setting, zone=operation.time_zone)
    return say_setting(switched.setting, zone=operation.time_zone)
