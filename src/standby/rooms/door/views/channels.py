"""How shall we write to you? Chosen on one's own page; Telegram only after reading what it gives away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.callup.reaching import may_open_chats, usable_channels
from standby.rooms.door.forms.channels import ChannelForm
from standby.rooms.door.holders import OwnPage, for_holder
from standby.rooms.messages.actions.choosing import choose_channel, close_chat, invite_to_telegram
from standby.rooms.messages.channels import usual_channel
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.choices import choice_of, has_chat
from standby.rooms.operations.installation import installation


@for_holder
def channels(request: HttpRequest, own: OwnPage) -> HttpResponse:
    possible, choice = _possible(own), choice_of(recipient=own.person.ref)
    first = choice.first or usual_channel(possible - choice.stopped)
    form = ChannelForm(request.POST if request.method == "POST" else None, possible=possible, first=first)
    if request.method == "POST" and form.is_valid():
        try:
            choose_channel(
                operation=own.operation, recipient=own.person.ref, first=form.first, by=own.actor, now=own.now
            )
        except StandbyError as refusal:
            form.add_error("first", str(refusal))
        else:
            return redirect("door:channels")
    return _page(request, own, form=form)


@for_holder
@require_POST
def open_telegram(request: HttpRequest, own: OwnPage) -> HttpResponse:
    """A code for the bot, shown this once."""
    if not may_open_chats(own.operation, installation()):
        return redirect("door:channels")
    code = invite_to_telegram(operation=own.operation, recipient=own.person.ref, now=own.now)
    context = {"operation": own.operation, "person": own.person, "code": code, "bot": installation().telegram.name}
    return render(request, "door/telegram.html", context)


@for_holder
@require_POST
def leave_telegram(_: HttpRequest, own: OwnPage) -> HttpResponse:
    close_chat(operation=own.operation, recipient=own.person.ref, by=own.actor, now=own.now)
    return redirect("door:channels")


def _page(request: HttpRequest, own: OwnPage, *, form: ChannelForm) -> HttpResponse:
    context = {
        "operation": own.operation,
        "person": own.person,
        "form": form,
        "choice": choice_of(recipient=own.person.ref),
        "has_chat": has_chat(recipient=own.person.ref),
        "may_open_chats": may_open_chats(own.operation, installation()),
    }
    return render(request, "door/channels.html", context)


def _possible(own: OwnPage) -> frozenset[Channel]:
    """What there is an address for, and paper."""
    usable = usable_channels(own.operation, installation())
    there = {Channel.PAPER}
    if own.person.has_email:
        there.add(Channel.EMAIL)
    if own.person.has_phone:
        there.add(Channel.SMS)
    if has_chat(recipient=own.person.ref):
        there.add(Channel.TELEGRAM)
    return usable & there
