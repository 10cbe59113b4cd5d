"""The first user's way: an operation is founded, then one question after another until people can be called."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, choose_operation, for_duty
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.accounts.queries import may_found
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.office.actions import found_and_lead
from standby.rooms.office.forms.facts import FoundingForm
from standby.rooms.office.steps import Step, way_of
from standby.rooms.operations.queries import any_operation, operation_by_ref
from standby.rooms.operations.requests import moment_of


@login_required
def found(request: HttpRequest) -> HttpResponse:
    """Opens to whoever set the installation up while there is no operation, then to coordinators."""
    user = request.user
    if not isinstance(user, User) or not may_found(user):
        raise Http404
    form = FoundingForm(posted(request), initial={"languages": ["hy", "ru", "en", "az"], "time_zone": "Asia/Yerevan"})
    if request.method == "POST" and form.is_valid() and _founded(request, user, form):
        return redirect("operations:start")
    return render(request, "office/found.html", {"form": form, "is_first": not any_operation()})


def _founded(request: HttpRequest, user: User, form: FoundingForm) -> bool:
    """Works in the new operation from now on; a refusal is written on the form."""
    try:
        ref = found_and_lead(key=request.POST.get(KEY_FIELD, ""), new=form.new, user=user, now=moment_of(request))
    except StandbyError as refusal:
        form.add_error(None, str(refusal))
        return False
    operation = operation_by_ref(ref)
    if operation is None:
        raise Http404
    choose_operation(request, operation=operation)
    return True


@for_duty(Duty.COORDINATOR)
def start(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is still to do before people can be called, and the next of it."""
    user = request.user
    has_first_password = isinstance(user, User) and user.has_first_password
    way = way_of(desk.operation)
    return desk_page(request, desk, "office/start.html", way=way, has_first_password=has_first_password)


@for_duty(Duty.COORDINATOR)
def first_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The last step leads to the lists, where the questions about one are asked."""
    return desk_page(request, desk, "office/first_list.html", way=way_of(desk.operation, here=Step.LIST))
