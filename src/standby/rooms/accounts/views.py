"""Logging in, one's own account, and who works here."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.actions import (
    add_user_with_password,
    appoint,
    change_own_password,
    close_account,
    end_duty,
    reopen_account,
)
from standby.rooms.accounts.doors import Desk, choose_operation, for_duty
from standby.rooms.accounts.forms import LogInForm, NewUserForm, PasswordForm
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.accounts.queries import member_by_ref, operations_of, staff_of
from standby.rooms.operations.queries import any_operation, operation_by_ref


class LogIn(LoginView):
    template_name = "accounts/log_in.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True


class LogOut(LogoutView):
    http_method_names = ["post"]  # noqa: RUF012  # as the view declares it


@login_required
def no_duty(request: HttpRequest) -> HttpResponse:
    """For somebody whose duties have all ended, or never began; without any operation, the way to the first."""
    if not any_operation():
        return redirect("operations:found")
    return render(request, "accounts/no_duty.html", {})


@for_duty()
def mine(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _mine(request, desk, PasswordForm())


def _mine(request: HttpRequest, desk: Desk, form: PasswordForm) -> HttpResponse:
    user = _user(request)
    return desk_page(
        request,
        desk,
        "accounts/mine.html",
        form=form,
        operations=operations_of(user),
        user_account=user,
        is_coordinator=desk.staff.holds(Duty.COORDINATOR),
        is_auditor=desk.staff.holds(Duty.AUDITOR),
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
    return _mine(request, desk, form)


@for_duty()
@require_POST
def change_operation(request: HttpRequest, _: Desk) -> HttpResponse:
    operation = operation_by_ref(request.POST.get("operation", ""))
    if operation is None or operation not in operations_of(_user(request)):
        raise Http404
    return choose_operation(request, operation=operation)


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def staff(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _staff(request, desk, NewUserForm())


def _staff(request: HttpRequest, desk: Desk, form: NewUserForm, **more: object) -> HttpResponse:
    return desk_page(
        request,
        desk,
        "accounts/staff.html",
        rows=staff_of(operation=desk.operation),
        form=form,
        duties=Duty.choices,
        may_change=desk.staff.holds(Duty.COORDINATOR),
        **more,
    )


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
    return _staff(request, desk, form, made=made)


@for_duty(Duty.COORDINATOR)
@require_POST
def change_duty(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Gives or ends a duty; a coordinator cannot end their own, so that one is always left."""
    user = _member(ref, desk)
    if request.POST.get("duty") not in Duty.values:
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


@for_duty(Duty.COORDINATOR)
@require_POST
def close(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    try:
        close_account(user=_member(ref, desk), operation=desk.operation, by=desk.staff, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("accounts:staff")


@for_duty(Duty.COORDINATOR)
@require_POST
def reopen(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Undo of `close`."""
    try:
        reopen_account(user=_member(ref, desk), operation=desk.operation, by=desk.staff, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("accounts:staff")


def _member(ref: str, desk: Desk) -> User:
    """Somebody of this operation; a reference from elsewhere is no such page."""
    user = member_by_ref(ref, operation=desk.operation)
    if user is None:
        raise Http404
    return user


def _user(request: HttpRequest) -> User:
    """The door has made sure that somebody has logged in."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user
