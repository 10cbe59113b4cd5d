"""Blank forms on paper: printed with numbers, and which of them have not come back."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.enquiry.actions.papers import print_forms
from standby.rooms.enquiry.forms import PrintForm
from standby.rooms.enquiry.queries.papers import batches_of, sheets_of
from standby.rooms.enquiry.views.queues import AT_THE_DESK

_LANGUAGES = dict(settings.LANGUAGES)


@for_duty(*AT_THE_DESK)
def papers(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = PrintForm(posted(request), initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data

        def print_them() -> str:
            return print_forms(
                operation=desk.operation,
                language=asked["language"],
                copies=asked["copies"],
                by=desk.actor,
                now=desk.now,
            ).ref

        try:
            return redirect("enquiry:sheets", ref=do_once(request, desk, action="forms.print", do=print_them))
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
    batches = [(batch, _LANGUAGES.get(batch.language, "")) for batch in batches_of(operation_id=desk.operation.id)]
    return desk_page(request, desk, "enquiry/papers.html", form=form, batches=batches)


@for_duty(*AT_THE_DESK)
def sheets(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """One A4 page a form."""
    found = sheets_of(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    language, numbers = found
    return desk_page(request, desk, "enquiry/sheets.html", language=language, numbers=numbers)
