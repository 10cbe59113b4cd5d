"""What short messages may cost, what they cost in this hour, and what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.callup.forms import MoneyForm, money_now
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.spending import budget_of, sms_waiting, spent
from standby.rooms.messages.transports import has_gateway
from standby.rooms.operations.installation import installation


@for_duty(Duty.COORDINATOR)
def money(request: HttpRequest, desk: Desk) -> HttpResponse:
    budget = budget_of(operation_id=desk.operation.id)
    form = MoneyForm(posted(request), initial=money_now(budget))
    if request.method == "POST" and form.is_valid():
        try:
            _decide(desk, form)
        except StandbyError as refusal:
            form.add_error("parts_an_hour", str(refusal))
        else:
            return redirect("messages:money")
    return desk_page(
        request,
        desk,
        "callup/money.html",
        form=form,
        budget=budget,
        spent=spent(operation_id=desk.operation.id, now=desk.now),
        waiting=sms_waiting(operation_id=desk.operation.id),
        has_gateway=has_gateway(desk.operation, Channel.SMS, installation()),
    )


def _decide(desk: Desk, form: MoneyForm) -> None:
    change_budget(
        operation=desk.operation,
        price=form.part_price(),
        parts_an_hour=form.cleaned_data["parts_an_hour"],
        by=desk.actor,
        now=desk.now,
    )
