"""Who cannot be reached, by which channel, and what to do about it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.messages.queries.failing import Failing, count_failing, page_of_failing
from standby.rooms.people.queries.persons import people_by_ref
from standby.rooms.people.values import PersonView

_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    failing: Failing
    person: PersonView


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
def failing(request: HttpRequest, desk: Desk) -> HttpResponse:
    """By code word: names and numbers are opened on the person's own card."""
    page = Paginator(range(count_failing(operation_id=desk.operation.id)), _PAGE).get_page(request.GET.get("page"))
    found = page_of_failing(operation_id=desk.operation.id, offset=max(0, page.start_index() - 1), limit=_PAGE)
    people = people_by_ref(operation_id=desk.operation.id, refs=[one.recipient for one in found])
    lines = [_Line(failing=one, person=people[one.recipient]) for one in found if one.recipient in people]
    return desk_page(request, desk, "callup/failing.html", page=page, lines=lines)
