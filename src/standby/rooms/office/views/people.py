"""The second coordinator: somebody else has to approve what needs two people."""

from django.http import HttpRequest, HttpResponse

from standby.domain.errors import StandbyError
from standby.rooms.accounts.actions import add_user_with_password
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.office.forms.people import SecondForm
from standby.rooms.office.steps import Step, way_of


@for_duty(Duty.COORDINATOR)
def second(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The password made for them is shown on this page once, and stored nowhere in words."""
    form, made = SecondForm(posted(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            made = add_user_with_password(
                login=form.cleaned_data["login"],
                duty=Duty.COORDINATOR,
                operation=desk.operation,
                by=desk.actor,
                now=desk.now,
            )
        except StandbyError as refusal:
            form.add_error("login", str(refusal))
    way = way_of(desk.operation, here=Step.SECOND)
    return desk_page(request, desk, "office/second.html", form=form, made=made, way=way)
