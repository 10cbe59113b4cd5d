"""Pages of corrections: what each column holds, what each occupation stands for, and which home a town means."""

from collections.abc import Mapping

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from standby.domain.errors import StandbyError
from standby.exchange import RoleChoice
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.door.actions.mapping import CORRECTABLE, ask_for_preview, choose_roles, choose_towns, correct_columns
from standby.rooms.door.actions.reading import said_of_towns
from standby.rooms.door.forms.lists import ColumnsForm
from standby.rooms.door.forms.occupations import lines_of, said_in
from standby.rooms.door.forms.towns import TownsForm
from standby.rooms.door.models import Upload
from standby.rooms.door.queries.pages import OccupationRow, column_rows, head_of_upload, occupation_rows, town_rows
from standby.rooms.door.role_names import all_titles
from standby.rooms.door.tasks import go_to_work
from standby.rooms.door.views.uploads import upload_or_404
from standby.rooms.places.queries.homes import homes_of

_A_PAGE = 40


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def columns(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    upload = upload_or_404(desk, ref)
    if upload.state not in CORRECTABLE:
        return redirect("lists:upload", ref)
    head = head_of_upload(upload)
    rows = column_rows(upload, head)
    form = ColumnsForm(request.POST if request.method == "POST" else None, columns=[row.guess for row in rows])
    if form.is_valid():
        try:
            correct_columns(operation=desk.operation, upload=upload, choices=form.corrections(), now=desk.now)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("lists:occupations", ref)
    together = list(zip(rows, form, strict=True))
    notes = [note.trouble.said(gettext) for note in head.table.notes if note.row is None]
    return desk_page(request, desk, "door/lists/columns.html", upload=upload, notes=notes, rows=together, form=form)


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def occupations(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    upload = upload_or_404(desk, ref)
    if upload.state not in CORRECTABLE:
        return redirect("lists:upload", ref)
    rows = occupation_rows(upload)
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    lines = lines_of(page.object_list, said=request.POST if request.method == "POST" else None)
    if request.method == "POST" and not any(line.wrong for line in lines):
        return _choose(request, desk, upload, page, said=said_in(lines))
    return desk_page(
        request,
        desk,
        "door/lists/occupations.html",
        upload=upload,
        page=page,
        lines=lines,
        unknown=sum(row.choice is None for row in rows),
        titles=all_titles(),
    )


def _choose(
    request: HttpRequest, desk: Desk, upload: Upload, page: Page[OccupationRow], *, said: Mapping[str, RoleChoice]
) -> HttpResponse:
    """Keeps what was said on this page; then the next page, or the preview with the guesses for the rest."""
    with transaction.atomic():
        choose_roles(upload=upload, choices=said)
        if request.POST.get("then") == "next" and page.has_next():
            return redirect(f"{reverse('lists:occupations', args=[upload.ref])}?page={page.next_page_number()}")
        if town_rows(upload):
            return redirect("lists:towns", upload.ref)
        ask_for_preview(upload=upload, now=desk.now)
        go_to_work(upload)
    return redirect("lists:upload", upload.ref)


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def towns(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Which home is meant by a town that sounds like none."""
    upload = upload_or_404(desk, ref)
    if upload.state not in CORRECTABLE:
        return redirect("lists:upload", ref)
    rows = town_rows(upload)
    form = TownsForm(
        request.POST if request.method == "POST" else None,
        towns=rows,
        said=said_of_towns(upload),
        homes=homes_of(operation_id=desk.operation.id),
    )
    if form.is_valid():
        with transaction.atomic():
            choose_towns(upload=upload, choices=form.choices())
            ask_for_preview(upload=upload, now=desk.now)
            go_to_work(upload)
        return redirect("lists:upload", ref)
    lines = list(zip(rows, form, strict=False))
    return desk_page(request, desk, "door/lists/towns.html", upload=upload, rows=rows, lines=lines, form=form)
