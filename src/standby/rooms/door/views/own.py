"""One's own data: seen, corrected, taken along, erased."""

import json

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from standby.domain.catalogue import TagKind, all_tags
from standby.domain.errors import StandbyError
from standby.domain.roles import needs_licence
from standby.domain.statuses import ENDED_STATUSES, SILENT_STATUSES, PersonStatus
from standby.exchange.calendars import write_calendar
from standby.exchange.contact_cards import write_card
from standby.rooms.audit.actions import journal
from standby.rooms.callup.actions.answering import withdraw
from standby.rooms.door.forms.own import EraseForm, OwnContactForm, OwnLicenceForm
from standby.rooms.door.forms.status import role_choices_of, role_key
from standby.rooms.door.holders import OwnPage, for_holder, let_out
from standby.rooms.door.joining.pledge_words import say_pledges
from standby.rooms.door.queries.kept import duties_of, kept_as_json, kept_of
from standby.rooms.people.actions.completing import change_contact
from standby.rooms.people.actions.erasing import erase_person
from standby.rooms.people.actions.photos import KEPT_DAYS, keep_photo, take_photo_back
from standby.rooms.people.actions.stating import state_licence
from standby.rooms.people.queries.licences import licences_of
from standby.rooms.people.queries.persons import details_of, person_by_ref

# Whoever is looked for, hurt or held back is erased by a human who knows why they stand there.
_BY_A_HUMAN = SILENT_STATUSES | {PersonStatus.SUSPENDED}


@for_holder
def kept(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """Everything, in words; that they looked is in the journal, as it is of everybody who looks."""
    found = kept_of(own, language=_language(own))
    _journal(own, "own.look")
    context = _context(own) | {
        "kept": found,
        "pledges": say_pledges(found.pledges),
        "may_erase": own.person.status not in _BY_A_HUMAN,
    }
    return render(request, "door/own/kept.html", context)


@for_holder
def as_json(_request: HttpRequest, own: OwnPage) -> HttpResponse:
    content = kept_as_json(own, kept_of(own, language=_language(own)))
    _journal(own, "own.take_along")
    return _file(json.dumps(content, ensure_ascii=False, indent=2), name="standby.json", kind="application/json")


@for_holder
def as_card(_request: HttpRequest, own: OwnPage) -> HttpResponse:
    details = details_of([own.person.id]).get(own.person.id)
    if details is None:
        return redirect("door:kept")
    card = write_card(details, language=own.person.language, made_at=own.now)
    return _file(card, name="standby.vcf", kind="text/vcard")


@for_holder
def as_calendar(_request: HttpRequest, own: OwnPage) -> HttpResponse:
    found = kept_of(own, language=_language(own))
    events = duties_of(found, own=own, title=_("Away"), note=_("What it is stands on your own page."))
    calendar = write_calendar(events, name=_("Away"), made_at=own.now)
    return _file(calendar, name="standby.ics", kind="text/calendar")


@for_holder
def contact(request: HttpRequest, own: OwnPage) -> HttpResponse:
    details = details_of([own.person.id])[own.person.id]
    initial = {
        "name": details.full_name,
        "phone": next(iter(details.phones), ""),
        "email": next(iter(details.emails), ""),
    }
    form = OwnContactForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if changed := form.changed(details):
            change_contact(operation=own.operation, person=own.person, **changed, by=own.actor, now=own.now)
        return redirect("door:kept")
    return render(request, "door/own/contact.html", _context(own) | {"form": form})


@for_holder
def licences(request: HttpRequest, own: OwnPage) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OwnLicenceForm(*sent, choices=_licence_choices(own), length=int(request.META.get("CONTENT_LENGTH") or 0))
    if request.method == "POST" and form.is_valid():
        try:
            _state(own, form)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("door:licences")
    found = licences_of(person_id=own.person.id)
    context = _context(own) | {"form": form, "licences": found, "kept_days": KEPT_DAYS}
    return render(request, "door/own/licences.html", context)


@for_holder
@require_POST
def photo_gone(_request: HttpRequest, own: OwnPage, ref: str) -> HttpResponse:
    take_photo_back(operation=own.operation, person=own.person, credential_ref=ref, by=own.actor, now=own.now)
    return redirect("door:licences")


@transaction.atomic
def _state(own: OwnPage, form: OwnLicenceForm) -> None:
    ref = state_licence(operation=own.operation, person=own.person, licence=form.licence(), by=own.actor, now=own.now)
    if photo := form.cleaned_data["photo"]:
        keep_photo(
            operation=own.operation, person=own.person, credential_ref=ref, photo=photo, by=own.actor, now=own.now
        )


@for_holder
def erase(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """Withdraws first whatever still stands. Nothing here can be undone, so it asks for a tick."""
    if own.person.status in _BY_A_HUMAN:
        return redirect("door:kept")
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _erase(own)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            let_out(request)
            return render(request, "door/own/erased.html", {"operation": own.operation})
    return render(request, "door/own/erase.html", _context(own) | {"form": form})


def _erase(own: OwnPage) -> None:
    if own.person.status not in ENDED_STATUSES:
        withdraw(operation=own.operation, person=own.person, by=own.actor, now=own.now)
    person = person_by_ref(operation_id=own.operation.id, ref=own.person.ref) or own.person
    erase_person(operation=own.operation, person=person, by=own.actor, now=own.now)


def _licence_choices(own: OwnPage) -> list[tuple[str, str]]:
    """For the roles they offer that need one, then the classes of a driving licence."""
    language = _language(own)
    offered = role_choices_of(own.person.offer, language=language)
    # Which speciality it names is read from the licence by whoever checks it.
    roles = {
        role_key(key.partition("/")[0], ""): title for key, title in offered if needs_licence(key.partition("/")[0])
    }
    classes = [tag for tag in all_tags().values() if tag.kind is TagKind.LICENCE_CLASS]
    return [("", _("Choose")), *roles.items(), *((role_key("", tag.key), tag.title(language)) for tag in classes)]


def _context(own: OwnPage) -> dict[str, object]:
    return {"operation": own.operation, "person": own.person}


def _language(own: OwnPage) -> str:
    return get_language() or own.person.language


def _journal(own: OwnPage, action: str) -> None:
    journal(operation=own.operation.ref, actor=own.actor, action=action, now=own.now, subject=own.person.ref)


def _file(content: str, *, name: str, kind: str) -> HttpResponse:
    return HttpResponse(
        content.encode(),
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
