"""Logging in, one's own account, and who works here."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.actions import add_user_with_password, appoint, change_own_password, end_duty
from standby.rooms.accounts.doors import Desk, choose_operation, for_duty
from standby.rooms.accounts.forms import LogInForm, NewUserForm, PasswordForm
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.accounts.queries import operations_of, staff_of, user_by_ref
from standby.rooms.operations.queries import operation_by_ref


class LogIn(LoginView):
    template_name = "accounts/log_in.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True


class LogOut(LogoutView):
    http_method_names = ["post"]  # noqa: RUF012  # as the view declares it


@login_required
def no_duty(request: HttpRequest) -> HttpResponse:
    """For somebody whose duties have all ended, or never began."""
    return render(request, "accounts/no_duty.html", {})


@for_duty()
def mine(request: HttpRequest, desk: Desk) -> HttpResponse:
    user = _user(request)
    return desk_page(
        request, desk, "accounts/mine.html", form=PasswordForm(), operations=operations_of(user), user_account=user
    )


@for_duty()
@require_POST
def change_password(request: HttpRequest, desk: Desk) -> HttpResponse:
    form, user = PasswordForm(request.POST), _user(request)
    if form.is_valid():
        try:
            change_own_password(user=user, **form.cleaned_data, by=desk.actor, now=desk.now)
        except StandbyError as refusal:
            form.add_error("new", str(refusal))
        else:
            update_session_auth_hash(request, user)
            return redirect("accounts:mine")
    return desk_page(request, desk, "accounts/mine.html", form=form, operations=operations_of(user), user_account=user)


@for_duty()
@require_POST
def change_operation(request: HttpRequest, _: Desk) -> HttpResponse:
    operation = operation_by_ref(request.POST.get("operation", ""))
    if operation is None or operation not in operations_of(_user(request)):
        raise Http404
    return choose_operation(request, operation=operation)


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def staff(request: HttpRequest, desk: Desk) -> HttpResponse:
    rows = staff_of(operation=desk.operation)
    return desk_page(request, desk, "accounts/staff.html", rows=rows, form=NewUserForm(), duties=Duty.choices)


@for_duty(Duty.COORDINATOR)
@require_POST
def add_staff(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The new password is shown once, on this very page, and stored nowhere in words."""
    form, made = NewUserForm(request.POST), None
    if form.is_valid():
        try:
            made = add_user_with_password(
                login=form.cleaned_data["login"],
                duty=Duty(form.cleaned_data["duty"]),
                operation=desk.operation,
                by=desk.actor,
                now=desk.now,
            )
        except StandbyError as refusal:
            form.add_error("login", str(refusal))
    rows = staff_of(operation=desk.operation)
    return desk_page(request, desk, "accounts/staff.html", rows=rows, form=form, made=made, duties=Duty.choices)


@for_duty(Duty.COORDINATOR)
@require_POST
def change_duty(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Gives or ends a duty; a coordinator cannot end their own, so that one is always left."""
    user = user_by_ref(ref)
    if user is None or request.POST.get("duty") not in Duty.values:
        raise Http404
    duty = Duty(request.POST["duty"])
    try:
        if request.POST.get("deed") == "end":
            end_duty(user=user, operation=desk.operation, duty=duty, by=desk.staff, now=desk.now)
        else:
            appoint(user=user, operation=desk.operation, duty=duty, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("accounts:staff")


def _user(request: HttpRequest) -> User:
    """The door has made sure that somebody has logged in."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user
