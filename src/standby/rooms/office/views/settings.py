"""The settings of an operation: what was decided, and one page for each thing that can be changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, posted, refusal_page
from standby.rooms.office.forms.facts import FactsForm, facts_now
from standby.rooms.office.forms.languages import language_name
from standby.rooms.office.forms.policy import PolicyForm, policy_now
from standby.rooms.office.forms.terms import TermsForm, terms_now
from standby.rooms.office.steps import Step, way_of
from standby.rooms.operations.actions import (
    change_facts,
    change_policy,
    change_terms,
    close_operation,
    reopen_operation,
)
from standby.rooms.operations.queries import OperationView


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def settings(request: HttpRequest, desk: Desk) -> HttpResponse:
    return desk_page(
        request,
        desk,
        "office/settings.html",
        way=way_of(desk.operation),
        may_change=desk.staff.holds(Duty.COORDINATOR),
        languages=[language_name(code) for code in desk.operation.languages],
        texts=_texts(desk.operation),
    )


def _texts(operation: OperationView) -> list[tuple[str, str, str]]:
    """Language, insurance and terms, where something is written."""
    return [
        (language_name(code), operation.insurance.get(code, ""), operation.terms.get(code, ""))
        for code in operation.languages
        if code in operation.insurance or code in operation.terms
    ]


@for_duty(Duty.COORDINATOR)
def facts(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = FactsForm(posted(request), initial=facts_now(desk.operation))
    if request.method == "POST" and form.is_valid():
        try:
            change_facts(operation=desk.operation, facts=form.said, by=desk.actor, now=desk.now)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _onwards(desk)
    return desk_page(request, desk, "office/facts.html", form=form)


@for_duty(Duty.COORDINATOR)
def policy(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = PolicyForm(posted(request), initial=policy_now(desk.operation.policy))
    if request.method == "POST" and form.is_valid():
        try:
            change = form.change(before=desk.operation.policy)
            change_policy(operation=desk.operation, change=change, by=desk.actor, now=desk.now)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _onwards(desk)
    return desk_page(request, desk, "office/policy.html", form=form, way=way_of(desk.operation, here=Step.POLICY))


@for_duty(Duty.COORDINATOR)
def terms(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Another text is another version: what somebody accepted before stays what they accepted."""
    form = TermsForm(posted(request), languages=desk.operation.languages, initial=terms_now(desk.operation))
    if request.method == "POST" and form.is_valid():
        change_terms(
            operation=desk.operation,
            terms=form.texts("terms"),
            insurance=form.texts("insurance"),
            by=desk.actor,
            now=desk.now,
        )
        return _onwards(desk)
    return desk_page(request, desk, "office/terms.html", form=form, way=way_of(desk.operation, here=Step.TERMS))


@for_duty(Duty.COORDINATOR)
@require_POST
def close(request: HttpRequest, desk: Desk) -> HttpResponse:
    try:
        close_operation(operation=desk.operation, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("operations:settings")


@for_duty(Duty.COORDINATOR)
@require_POST
def reopen(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Undo of `close`."""
    try:
        reopen_operation(operation=desk.operation, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("operations:settings")


def _onwards(desk: Desk) -> HttpResponse:
    """Back to the first user's way while it is not walked to its end; to the settings after."""
    is_on_the_way = not way_of(desk.operation).is_finished
    return redirect("operations:start" if is_on_the_way else "operations:settings")
