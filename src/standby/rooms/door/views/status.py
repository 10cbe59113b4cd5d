"""Where do I stand? One page for each person, opened by their own link or receipt code; every deed is a POST."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from standby.domain.catalogue import all_crisis_roles, find_roles
from standby.domain.errors import StandbyError
from standby.rooms.callup.actions.answering import accept, decline, offer_again, withdraw
from standby.rooms.callup.queries.next_ones import is_next
from standby.rooms.callup.queries.of_person import calls_of
from standby.rooms.callup.queries.promises import wish_of
from standby.rooms.door.floods.words import say_held
from standby.rooms.door.forms.status import CodeForm, OfferForm, initial_of, role_choices_of, role_key
from standby.rooms.door.forms.word import word_form
from standby.rooms.door.holders import OwnPage, for_holder, let_in, let_out, own_page
from standby.rooms.door.joining.late import settle_behind
from standby.rooms.door.joining.pledge_words import say_pledges
from standby.rooms.door.saying import answer_for
from standby.rooms.operations.requests import moment_of
from standby.rooms.people.actions.completing import complete_offer
from standby.rooms.people.actions.reaching import note_reached
from standby.rooms.people.queries.access import holder_of_link, holder_of_receipt
from standby.rooms.people.queries.contacts import contacts_of
from standby.rooms.people.queries.held import held_behind
from standby.rooms.people.queries.held_joins import questions_to
from standby.rooms.people.queries.history import history_of
from standby.rooms.people.queries.parties import party_of
from standby.rooms.people.queries.pledges import pledges_of
from standby.rooms.places.queries.homes import homes_of
from standby.rooms.welfare.queries.own import duties_of

_CONFLICT = 409


def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """The token leaves the address at once. Opening is no deed: mail scanners open links too."""
    holder = holder_of_link(token, now=moment_of(request))
    if holder is None:
        return redirect("door:status")
    let_in(request, holder)
    return redirect("door:status")


def status(request: HttpRequest) -> HttpResponse:
    """One's own card; whoever was not let in is asked for their code."""
    own = own_page(request)
    if own is None:
        return _ask_for_code(request)
    return _card(request, own)


def _ask_for_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        held = held_behind(code)
        if held is not None:
            return render(request, "door/code.html", {"form": form, "held": say_held(held)})
        settle_behind(code, now=moment_of(request))
        holder = holder_of_receipt(code, now=moment_of(request))
        if holder is not None:
            let_in(request, holder)
            own = own_page(request)
            if own is not None:
                note_reached(person_id=own.person.id, how="page", by=own.actor, now=own.now)
            return redirect("door:status")
        form.add_error("code", _("This code opens no page. Look at your slip again, or ask us for a new one."))
    return render(request, "door/code.html", {"form": form})


def _card(request: HttpRequest, own: OwnPage, *, refusal: str = "") -> HttpResponse:
    language = get_language() or own.person.language
    calls = calls_of(operation=own.operation, person=own.person, language=language, now=own.now)
    party = party_of(operation_id=own.operation.id, label=own.person.party)
    wish = wish_of(person_id=own.person.id)
    context = {
        "operation": own.operation,
        "person": own.person,
        "answer": answer_for(
            own.person,
            calls,
            operation=own.operation,
            now=own.now,
            party=party,
            wish=wish,
            contacts=() if own.person.is_confirmed else contacts_of(person_id=own.person.id),
            is_next=is_next(person_id=own.person.id),
        ),
        "party": party,
        "word_form": word_form(wish),
        "pledges": say_pledges(pledges_of(person_id=own.person.id)),
        "calls": calls,
        "duties": duties_of(operation=own.operation, person_id=own.person.id, language=language, now=own.now),
        "questions": questions_to(person_id=own.person.id),
        "insurance": _in(own.operation.insurance, language),
        "terms": _in(own.operation.terms, language),
        "entries": history_of(person_id=own.person.id),
        "refusal": refusal,
    }
    return render(request, "door/status.html", context, status=_CONFLICT if refusal else 200)


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


@for_holder
@require_POST
def read_it(_: HttpRequest, own: OwnPage) -> HttpResponse:
    """Whoever says that they have read it was reached."""
    return _reached(own)


@for_holder
@require_POST
def accept_call(request: HttpRequest, own: OwnPage, ref: str) -> HttpResponse:
    """`terms` is the version that stood on the page: what was read is what is accepted."""
    version = request.POST.get("terms", "")
    try:
        accept(
            operation=own.operation,
            person=own.person,
            call_ref=ref,
            terms_version=int(version) if version.isdecimal() else 0,
            by=own.actor,
            now=own.now,
        )
    except StandbyError as refusal:
        return _card(request, own, refusal=str(refusal))
    return _reached(own)


@for_holder
@require_POST
def decline_call(request: HttpRequest, own: OwnPage, ref: str) -> HttpResponse:
    try:
        decline(operation=own.operation, person=own.person, call_ref=ref, by=own.actor, now=own.now)
    except StandbyError as refusal:
        return _card(request, own, refusal=str(refusal))
    return _reached(own)


@for_holder
@require_POST
def withdraw_offer(request: HttpRequest, own: OwnPage) -> HttpResponse:
    try:
        withdraw(operation=own.operation, person=own.person, by=own.actor, now=own.now)
    except StandbyError as refusal:
        return _card(request, own, refusal=str(refusal))
    return _reached(own)


@for_holder
@require_POST
def come_back(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """Undo for whoever declined or withdrew."""
    try:
        offer_again(operation=own.operation, person=own.person, by=own.actor, now=own.now)
    except StandbyError as refusal:
        return _card(request, own, refusal=str(refusal))
    return _reached(own)


@for_holder
@require_POST
def leave(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """For whoever looks from somebody else's telephone."""
    del own
    let_out(request)
    return redirect("door:front")


@for_holder
def complete(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """What can you do, and when? Pressing "Look for it" finds roles in one's own words; nothing is stored by it."""
    language = get_language() or own.person.language
    form = _offer_form(request, own, language)
    if request.method == "POST" and "look" not in request.POST and form.is_valid():
        try:
            complete_offer(
                operation=own.operation,
                person=own.person,
                offer=form.offer(own.person.offer),
                by=own.actor,
                now=own.now,
            )
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _reached(own)
    return render(request, "door/complete.html", {"operation": own.operation, "person": own.person, "form": form})


def _offer_form(request: HttpRequest, own: OwnPage, language: str) -> OfferForm:
    homes = [(home.code, home.names.get(language) or home.code) for home in homes_of(operation_id=own.operation.id)]
    today = own.operation.today(own.now)
    choices = dict(role_choices_of(own.person.offer, language=language))
    if request.method != "POST":
        initial = initial_of(own.person.offer, language=language)
        return OfferForm(role_choices=list(choices.items()), home_choices=homes, today=today, initial=initial)
    choices |= _found(request.POST.get("words", ""), language)
    choices |= _chosen(request.POST.getlist("roles"), language)
    if "look" in request.POST:
        return OfferForm(
            role_choices=list(choices.items()), home_choices=homes, today=today, initial=_as_typed(request)
        )
    return OfferForm(request.POST, role_choices=list(choices.items()), home_choices=homes, today=today)


def _found(words: str, language: str) -> dict[str, str]:
    roles = find_roles(words[:200], language=language, limit=8) if words.strip() else ()
    return {role_key(role.code, role.tag): role.title(language) for role in roles}


def _chosen(keys: list[str], language: str) -> dict[str, str]:
    """What was ticked before stays on the page, if it is a role we know."""
    known = {role_key(role.code, role.tag): role.title(language) for role in all_crisis_roles()}
    return {key: known[key] for key in keys if key in known}


def _as_typed(request: HttpRequest) -> dict[str, object]:
    many = {"roles", "languages"}
    return {name: request.POST.getlist(name) if name in many else value for name, value in request.POST.items()}


def _reached(own: OwnPage) -> HttpResponse:
    """Whoever does something here has read where they stand."""
    note_reached(person_id=own.person.id, how="page", by=own.actor, now=own.now)
    return redirect("door:status")
