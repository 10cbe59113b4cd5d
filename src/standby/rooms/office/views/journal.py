"""The journal: read, searched by subject, proved whole, and taken away as a table."""

import re
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from standby.exchange.writing import write_csv_for_people
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.accounts.queries import logins
from standby.rooms.audit.actions import journal
from standby.rooms.audit.queries import ChainState, Entry, recent, verify_chain, whole
from standby.rooms.office.journal_words import Line, line_of, staff_ref

_PAGE = 100
_HEADER = ("number", "at", "who", "actor", "what", "action", "subject", "detail")
# Only a reference may stand in an address: what else is typed here could be a name.
_REFERENCE = re.compile(r"[0-9A-HJKMNP-TV-Z]{16}")
_SEQUENCE = re.compile(r"[0-9]{1,12}")


@for_duty(Duty.AUDITOR, Duty.COORDINATOR)
def journal_page(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk)


def _page(request: HttpRequest, desk: Desk, **more: object) -> HttpResponse:
    subject, before = request.GET.get("subject", ""), request.GET.get("before", "")
    subject = subject if _REFERENCE.fullmatch(subject) else ""
    entries = recent(
        operation=desk.operation.ref,
        subject=subject,
        before=int(before) if _SEQUENCE.fullmatch(before) else None,
        limit=_PAGE + 1,
    )
    older = entries[_PAGE - 1].sequence if len(entries) > _PAGE else None
    context = {"lines": _lines(entries[:_PAGE]), "subject": subject, "older": older, "is_newest": not before}
    return desk_page(request, desk, "office/journal.html", **context, **more)


def _lines(entries: Iterable[Entry]) -> list[Line]:
    entries = list(entries)
    known = logins({ref for entry in entries if (ref := staff_ref(entry.actor))})
    return [line_of(entry, logins=known) for entry in entries]


@for_duty(Duty.AUDITOR, Duty.COORDINATOR)
@require_POST
def about(request: HttpRequest, desk: Desk) -> HttpResponse:
    """By POST, so that a name typed by mistake never stands in an address; a reference may."""
    subject = request.POST.get("subject", "").strip().upper()
    if _REFERENCE.fullmatch(subject):
        return redirect(f"{reverse('audit:journal')}?subject={subject}")
    return _page(request, desk, is_no_reference=bool(subject))


@for_duty(Duty.AUDITOR, Duty.COORDINATOR)
@require_POST
def check(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Reads every entry of the operation and of the installation's accounts, and says whether all of them fit."""
    state = _both(verify_chain(operation=desk.operation.ref), verify_chain(operation=""))
    detail = {"entries": state.entries, "whole": state.broken_at is None}
    journal(operation=desk.operation.ref, actor=desk.actor, action="journal.check", now=desk.now, detail=detail)
    return _page(request, desk, chain=state)


def _both(ours: ChainState, accounts: ChainState) -> ChainState:
    broken_at = ours.broken_at if ours.broken_at is not None else accounts.broken_at
    return ChainState(entries=ours.entries + accounts.entries, broken_at=broken_at)


@for_duty(Duty.AUDITOR, Duty.COORDINATOR)
@require_POST
def export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """References, codes and counts only: no name is in the journal, so none is in the file."""
    del request
    journal(operation=desk.operation.ref, actor=desk.actor, action="journal.export", now=desk.now)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="journal.csv"'
    response.write("\ufeff")
    write_csv_for_people(_HEADER, _cells(whole(operation=desk.operation.ref)), response)  # type: ignore[arg-type]
    return response


def _cells(entries: Iterable[Entry]) -> Iterable[tuple[str, ...]]:
    entries = list(entries)
    for entry, line in zip(entries, _lines(entries), strict=True):
        yield (
            str(entry.sequence),
            entry.at.isoformat(),
            line.who,
            entry.actor,
            line.what,
            entry.action,
            entry.subject,
            entry.detail,
        )
