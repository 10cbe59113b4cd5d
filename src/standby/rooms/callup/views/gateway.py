"""What gateways tell us: what became of a message, and what somebody answered.

No address here holds a number or a text, and none is logged but by its name. Whoever cannot prove that they are the
gateway gets "no such page".
"""

import codecs
import json
from base64 import b64decode
from collections.abc import Mapping
from hmac import compare_digest

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from standby.rooms.callup.actions.replying import take_reply
from standby.rooms.callup.chat import welcome
from standby.rooms.messages.actions.choosing import open_chat
from standby.rooms.messages.actions.recording import record
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.models import Channel
from standby.rooms.messages.places import report_token
from standby.rooms.messages.reports import read_report
from standby.rooms.operations.installation import installation
from standby.rooms.operations.requests import moment_of

_FORM = "application/x-www-form-urlencoded"
_START = "/start "


@csrf_exempt
def sms_report(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    """A delivery report. It says nothing that a repeat of it would change."""
    if not compare_digest(token, report_token(ref)):
        raise Http404
    said = request.POST if request.method == "POST" else request.GET
    receipt = read_report(ref, said.get("state", ""))
    if receipt is not None:
        record(receipt=receipt, now=moment_of(request))
    return HttpResponse(status=204)


@csrf_exempt
@require_POST
def sms_reply(request: HttpRequest) -> HttpResponse:
    """A short message that came in, as Kannel's post-url brings it or as a form."""
    if not _proves(_password(request), installation().sms.reply_secret):
        raise Http404
    take_reply(incoming=_incoming(request), now=moment_of(request))
    return HttpResponse(status=204)


@csrf_exempt
@require_POST
def telegram(request: HttpRequest) -> HttpResponse:
    """An update of the bot: a code that opens a chat, or an answer. Everything but a person's own words is ignored."""
    if not _proves(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), installation().telegram.secret):
        raise Http404
    chat, text, update = _message(request.body)
    if not chat:
        return HttpResponse(status=204)
    if text.startswith(_START):
        opened = open_chat(token=text.removeprefix(_START).strip(), chat=chat, now=moment_of(request))
        # Answered in the response, as their interface allows, so that nothing has to be called from here.
        return JsonResponse({"method": "sendMessage", "chat_id": int(chat), "text": welcome(opened)})
    incoming = Incoming(channel=Channel.TELEGRAM, sender=chat, text=text.removeprefix("/"), moment=update)
    take_reply(incoming=incoming, now=moment_of(request))
    return HttpResponse(status=204)


def _proves(given: str, secret: str) -> bool:
    """Without a secret of ours nobody can prove anything."""
    return bool(secret) and compare_digest(given.encode(), secret.encode())


def _password(request: HttpRequest) -> str:
    """Of HTTP Basic; the name is of no account."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return b64decode(given, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def _incoming(request: HttpRequest) -> Incoming:
    if request.content_type == _FORM:
        said: Mapping[str, str] = request.POST.dict()
        sender, text, moment = said.get("from", ""), said.get("text", ""), said.get("id", "")
    else:
        sender, text = request.headers.get("X-Kannel-From", ""), _decoded(request)
        moment = request.headers.get("X-Kannel-Time", "")
    if not sender:
        raise Http404
    return Incoming(channel=Channel.SMS, sender=sender, text=text, moment=moment)


def _decoded(request: HttpRequest) -> str:
    """In the character set that the gateway names; signs that it has not are left out rather than the message lost."""
    name = (request.content_params or {}).get("charset", "utf-8")
    try:
        codec = codecs.lookup(name)
    except LookupError:
        codec = codecs.lookup("utf-8")
    return codec.decode(request.body, "replace")[0]


def _message(body: bytes) -> tuple[str, str, str]:
    """The chat, the text and the number of an update; empty where it is no message in a chat with one person."""
    try:
        update = json.loads(body)
    except ValueError:
        return "", "", ""
    message = _inner(update, "message")
    chat = _inner(message, "chat")
    if chat.get("type") != "private" or not isinstance(chat.get("id"), int):
        return "", "", ""
    return str(chat["id"]), str(message.get("text", "")), str(update.get("update_id", ""))


def _inner(of: object, name: str) -> Mapping[str, object]:
    found = of.get(name) if isinstance(of, Mapping) else None
    return found if isinstance(found, Mapping) else {}
