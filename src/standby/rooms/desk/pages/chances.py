"""Is what we tell people of their chance of a call true?"""

from django.http import HttpRequest, HttpResponse

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.desk.chances import foretelling_of


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def chances(request: HttpRequest, desk: Desk) -> HttpResponse:
    return desk_page(request, desk, "desk/chances.html", foretelling=foretelling_of(operation_id=desk.operation.id))
