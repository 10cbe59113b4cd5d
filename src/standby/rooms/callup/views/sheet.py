"""The call sheet: people who were told and not reached, rung one after the other; slips for who has no telephone."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.speaking import accept_by_voice, decline_by_voice, hand_slip, report
from standby.rooms.callup.models import SpokenOutcome
from standby.rooms.callup.queries.next_ones import is_next
from standby.rooms.callup.queries.of_person import calls_of
from standby.rooms.callup.queries.sheet import lines_for, read_sheet
from standby.rooms.callup.script import script_for
from standby.rooms.operations.installation import installation
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

_LONGEST_NUMBER = 7  # digits of a page that anybody means
# What one button reports; to accept takes the page with the terms.
_BUTTONS = {
    SpokenOutcome.SPOKE,
    SpokenOutcome.NO_ANSWER,
    SpokenOutcome.WRONG_NUMBER,
    SpokenOutcome.CALL_BACK,
    SpokenOutcome.DECLINED,
}


@for_duty(Duty.COORDINATOR)
def call_sheet(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _sheet(request, desk, "callup/sheet.html")


@for_duty(Duty.COORDINATOR)
def printed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The same page of the sheet on paper, with room to write."""
    return _sheet(request, desk, "callup/sheet_print.html")


@for_duty(Duty.COORDINATOR)
@require_POST
def spoken(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What came of ringing one person."""
    person, change_id = _person(desk, ref), _whole(request, "change")
    outcome = request.POST.get("outcome", "")
    if outcome not in {button.value for button in _BUTTONS}:
        raise Http404

    def tell() -> str:
        if outcome == SpokenOutcome.DECLINED:
            decline_by_voice(operation=desk.operation, person=person, change_id=change_id, by=desk.actor, now=desk.now)
        else:
            report(
                operation=desk.operation,
                person=person,
                change_id=change_id,
                outcome=SpokenOutcome(outcome),
                by=desk.actor,
                now=desk.now,
            )
        return ref

    return _do(request, desk, action="person.spoken", do=tell)


@for_duty(Duty.COORDINATOR)
def terms(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Informed consent by voice: the caller reads all of it aloud in the person's language before "accepted" counts."""
    person = _person(desk, ref)
    if request.method == "POST":
        return _accept(request, desk, person)
    (line,) = lines_for(operation=desk.operation, people=[person], by=desk.actor, now=desk.now)
    calls = calls_of(operation=desk.operation, person=person, language=person.language, now=desk.now)
    return desk_page(
        request,
        desk,
        "callup/terms.html",
        line=line,
        calls=[call for call in calls if call.needs_answer],
        insurance=_in(desk.operation.insurance, person.language),
        terms=_in(desk.operation.terms, person.language),
    )


@for_duty(Duty.COORDINATOR)
@require_POST
def slip(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A receipt slip to hand over, in the person's language; its code is shown on this sheet and nowhere again."""
    person = _person(desk, ref)
    try:
        code = hand_slip(operation=desk.operation, person=person, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return desk_page(
        request,
        desk,
        "callup/slip.html",
        person=person,
        code=code,
        script=script_for(person, operation=desk.operation, is_next=is_next(person_id=person.id)),
        address=f"{installation().public_url}/status/",
    )


def _sheet(request: HttpRequest, desk: Desk, template: str) -> HttpResponse:
    number = request.GET.get("page", "1")
    page, lines = read_sheet(
        operation=desk.operation,
        number=int(number) if number.isdecimal() and len(number) < _LONGEST_NUMBER else 1,
        by=desk.actor,
        now=desk.now,
    )
    return desk_page(request, desk, template, page=page, lines=lines)


def _accept(request: HttpRequest, desk: Desk, person: PersonView) -> HttpResponse:
    def say_yes() -> str:
        accept_by_voice(
            operation=desk.operation,
            person=person,
            change_id=_whole(request, "change"),
            terms_version=_whole(request, "terms"),
            by=desk.actor,
            now=desk.now,
        )
        return person.ref

    return _do(request, desk, action="person.accepted_by_voice", do=say_yes)


def _do(request: HttpRequest, desk: Desk, *, action: str, do: Callable[[], str]) -> HttpResponse:
    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:call_sheet")


def _person(desk: Desk, ref: str) -> PersonView:
    person = person_by_ref(operation_id=desk.operation.id, ref=ref)
    if person is None:
        raise Http404
    return person


def _whole(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() else 0


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
