"""Whom to ring so that a plan may count on them: they gave a telephone, and nothing else reached them."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.audit.actions import journal
from standby.rooms.callup.actions.speaking import report
from standby.rooms.callup.models import SpokenOutcome
from standby.rooms.callup.queries.spoken import tried_since
from standby.rooms.desk.pages.doing import KEEPS_PEOPLE, person_or_404
from standby.rooms.people.actions.confirming import vouch_for
from standby.rooms.people.queries.persons import named
from standby.rooms.people.queries.to_confirm import MOST_COUNTED, count_to_confirm, page_to_confirm
from standby.rooms.people.queries.unreached import newest_changes

_SHOWN = 25
# Whoever did not answer is tried again after this.
_AGAIN_AFTER = timedelta(hours=4)
_WHERE = {"where": "to be confirmed"}


@for_duty(*KEEPS_PEOPLE)
def to_confirm(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The next to be rung, with name and number; that they were looked at is journalled, one by one."""
    tried = tried_since(operation_id=desk.operation.id, since=desk.now - _AGAIN_AFTER)
    people = named(page_to_confirm(operation_id=desk.operation.id, now=desk.now, limit=_SHOWN, besides=tried))
    for one in people:
        journal(
            operation=desk.operation.ref,
            actor=desk.actor,
            action="person.read",
            now=desk.now,
            subject=one.person.ref,
            detail=_WHERE,
        )
    number = count_to_confirm(operation_id=desk.operation.id, now=desk.now)
    return desk_page(
        request, desk, "desk/to_confirm.html", people=people, number=number, is_more=number == MOST_COUNTED
    )


@for_duty(*KEEPS_PEOPLE)
@require_POST
def confirmed(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """They answered and knew what only they know; then the next."""
    found = person_or_404(desk, ref)

    def do() -> str:
        return vouch_for(operation=desk.operation, person=found, by=desk.actor, now=desk.now).ref

    do_once(request, desk, action="person.vouch", do=do)
    return redirect("desk:to_confirm")


@for_duty(*KEEPS_PEOPLE)
@require_POST
def no_answer(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """They are tried again in some hours; meanwhile the next."""
    found = person_or_404(desk, ref)
    change_id = newest_changes(ids=[found.id])[found.id]

    def do() -> str:
        report(
            operation=desk.operation,
            person=found,
            change_id=change_id,
            outcome=SpokenOutcome.NO_ANSWER,
            by=desk.actor,
            now=desk.now,
        )
        return ref

    do_once(request, desk, action="person.spoken", do=do)
    return redirect("desk:to_confirm")
