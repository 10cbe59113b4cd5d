"""One person's card, and what may be done for them at the desk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.domain.statuses import ENDED_STATUSES, PersonStatus
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.answering import offer_again, withdraw
from standby.rooms.desk.card import card_of
from standby.rooms.desk.deciding import erase, put_back, take_away
from standby.rooms.desk.forms import ContactForm
from standby.rooms.desk.pages.doing import KEEPS_PEOPLE, SEES_NAMES, person_or_404
from standby.rooms.desk.pages.slip import slip_page
from standby.rooms.operations.installation import installation
from standby.rooms.people.actions.access import make_receipt, revoke_codes
from standby.rooms.people.actions.completing import change_contact
from standby.rooms.people.actions.confirming import vouch_for
from standby.rooms.people.values import PersonView

_BACK_AGAIN = (PersonStatus.WITHDRAWN, PersonStatus.DECLINED)


@for_duty(*SEES_NAMES, Duty.AUDITOR)
def person(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Everything that is known; each look is journalled. An auditor sees no name and nothing that was said."""
    return _card(request, desk, person_or_404(desk, ref), ContactForm())


@for_duty(*KEEPS_PEOPLE)
@require_POST
def correct(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A name, telephone or e-mail as the person says it themself."""
    found, form = person_or_404(desk, ref), ContactForm(request.POST)
    if not form.is_valid():
        return _card(request, desk, found, form)

    def do() -> None:
        change_contact(operation=desk.operation, person=found, **form.cleaned_data, by=desk.actor, now=desk.now)

    return _deed(request, desk, ref, "contact.change", do)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def take_registration(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Takes one registration away; the card then offers to give it back."""
    person_or_404(desk, ref)
    taken = request.POST.get("registration", "")

    def do() -> str:
        other = take_away(
            operation=desk.operation,
            registration_refs=[taken],
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return other.ref

    try:
        do_once(request, desk, action="person.split", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect(f"{reverse('desk:person', args=[ref])}?taken={taken}")


@for_duty(*KEEPS_PEOPLE)
@require_POST
def give_registration_back(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    person_or_404(desk, ref)

    def do() -> None:
        put_back(
            operation=desk.operation,
            registration_ref=request.POST.get("registration", ""),
            to_ref=ref,
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )

    return _deed(request, desk, ref, "person.give_back", do)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def withdraw_for(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """They rang, or stand here, and take their offer back."""
    found = person_or_404(desk, ref)

    def do() -> None:
        withdraw(operation=desk.operation, person=found, by=desk.actor, now=desk.now)

    return _deed(request, desk, ref, "person.withdraw", do)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def offer_again_for(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Undo, for whoever withdrew or declined and is there again."""
    found = person_or_404(desk, ref)

    def do() -> None:
        offer_again(operation=desk.operation, person=found, by=desk.actor, now=desk.now)

    return _deed(request, desk, ref, "person.offer_again", do)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def vouch(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """They signed up at the door, and somebody here has spoken to them: from now on plans count on them."""
    found = person_or_404(desk, ref)

    def do() -> str:
        return vouch_for(operation=desk.operation, person=found, by=desk.actor, now=desk.now).ref

    return redirect("desk:person", ref=do_once(request, desk, action="person.vouch", do=do))


@for_duty(*KEEPS_PEOPLE)
@require_POST
def revoke(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Their links and codes open nothing any more: a telephone was lost, a slip was left somewhere."""
    found = person_or_404(desk, ref)

    def do() -> None:
        revoke_codes(operation=desk.operation, person_id=found.id, person_ref=ref, by=desk.actor, now=desk.now)

    return _deed(request, desk, ref, "codes.revoke", do)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def receipt(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A slip with a new code, shown this once; an older slip stops working."""
    found, codes = person_or_404(desk, ref), list[str]()

    def do() -> str:
        made = make_receipt(operation=desk.operation, person_id=found.id, person_ref=ref, by=desk.actor, now=desk.now)
        codes.append(made)
        return ref

    do_once(request, desk, action="receipt.make", do=do)
    if not codes:
        return redirect("desk:person", ref=ref)
    return slip_page(request, desk, found, code=codes[0])


@for_duty(Duty.COORDINATOR)
def erase_person(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Says what will be gone, and does it when it is sent: it is the one deed here without an undo."""
    found = person_or_404(desk, ref)
    if request.method != "POST":
        return desk_page(request, desk, "desk/erase.html", person=found, has_offer=found.status not in ENDED_STATUSES)

    def do() -> str:
        erase(operation=desk.operation, person=found, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action="person.erase", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return desk_page(request, desk, "desk/erased.html", ref=ref)


def _deed(request: HttpRequest, desk: Desk, ref: str, action: str, do: Callable[[], None]) -> HttpResponse:
    """Does it once and shows the card again; a refusal is shown with what to do."""

    def done() -> str:
        do()
        return ref

    try:
        do_once(request, desk, action=action, do=done)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:person", ref=ref)


def _card(request: HttpRequest, desk: Desk, found: PersonView, form: ContactForm) -> HttpResponse:
    card = card_of(
        operation=desk.operation,
        person=found,
        is_opened=desk.staff.holds(*SEES_NAMES),
        language=get_language() or "en",
        by=desk.actor,
        now=desk.now,
    )
    return desk_page(
        request,
        desk,
        "desk/person.html",
        card=card,
        form=form,
        keeps_people=desk.staff.holds(*KEEPS_PEOPLE),
        may_erase=desk.staff.holds(Duty.COORDINATOR),
        has_offer=found.status not in ENDED_STATUSES,
        may_come_back=found.status in _BACK_AGAIN,
        taken=request.GET.get("taken", ""),
    )
