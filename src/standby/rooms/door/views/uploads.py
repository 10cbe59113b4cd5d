"""A file that waits: how far it is, what would become of it, and the word that stores it or lets it go."""

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.exchange import Outcome
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.door.actions import confirming, uploading
from standby.rooms.door.models import Upload, UploadState
from standby.rooms.door.queries.missing import missing_people
from standby.rooms.door.queries.pages import (
    parts_of,
    report_of,
    rows_of_part,
    said_faults,
    said_troubles,
    shown_of_upload,
    town_rows,
    troubled_rows,
)
from standby.rooms.door.queries.uploads import fraction_of, upload_by_ref
from standby.rooms.door.tasks import WORKING, go_to_work

_A_PAGE = 50
_WHOLE = 100
_PAGES = {
    UploadState.MAPPING: "lists:columns",
    UploadState.OCCUPATIONS: "lists:occupations",
    UploadState.PREVIEW: "lists:preview",
}


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def upload(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Leads to wherever the file is waiting."""
    found = upload_or_404(desk, ref)
    state = UploadState(found.state)
    if state in _PAGES:
        return redirect(_PAGES[state], ref)
    template = {UploadState.DONE: "door/lists/done.html", UploadState.FAILED: "door/lists/failed.html"}
    return desk_page(
        request,
        desk,
        template.get(state, "door/lists/working.html"),
        upload=found,
        faults=said_faults(found),
        **_progress_of(found),
    )


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def progress(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The piece of the page that is fetched again while work goes on."""
    found = upload_or_404(desk, ref)
    return desk_page(request, desk, "door/lists/progress.html", upload=found, **_progress_of(found))


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def preview(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What would become of the list, in sentences, then row by row; nothing is stored yet."""
    found = upload_or_404(desk, ref)
    if found.state != UploadState.PREVIEW:
        return redirect("lists:upload", ref)
    shown, part = shown_of_upload(found), request.GET.get("show", Outcome.UNUSABLE.value)
    rows = rows_of_part(shown, part)
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    here = slice(page.start_index() - 1 if rows else 0, page.end_index())
    return desk_page(
        request,
        desk,
        "door/lists/preview.html",
        upload=found,
        shown=shown,
        has_towns=bool(town_rows(found)),
        part=part,
        parts=parts_of(found.counts, shown),
        page=page,
        troubles=said_troubles(troubled_rows(shown, part)[here]),
        missing=missing_people(shown.missing[here] if part == "missing" else (), source_list=found.source_list),
    )


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def report(_: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """For the keeper of the list, to mend it by."""
    found = upload_or_404(desk, ref)
    if found.state != UploadState.PREVIEW:
        raise Http404
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="report-{found.ref}.csv"'
    response.write(report_of(found))
    return response


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
@require_POST
def confirm(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = upload_or_404(desk, ref)
    # Sent twice, the second finds the import under way and follows it.
    if found.state in {UploadState.IMPORTING, UploadState.DONE}:
        return redirect("lists:upload", ref)
    try:
        with transaction.atomic():
            confirming.confirm(operation=desk.operation, upload=found, by=desk.actor, now=desk.now)
            go_to_work(found)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("lists:upload", ref)


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
@require_POST
def cancel(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Deletes the file and all that was read from it at once."""
    found = upload_by_ref(ref, operation_id=desk.operation.id)
    if found is None:
        return redirect("lists:lists")
    try:
        uploading.cancel(operation=desk.operation, upload=found, by=desk.actor, now=desk.now)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("lists:lists")


def upload_or_404(desk: Desk, ref: str) -> Upload:
    found = upload_by_ref(ref, operation_id=desk.operation.id)
    if found is None:
        raise Http404
    return found


def _progress_of(found: Upload) -> dict[str, object]:
    return {"done": round(fraction_of(found) * _WHOLE), "total": _WHOLE, "is_working": found.state in WORKING}
