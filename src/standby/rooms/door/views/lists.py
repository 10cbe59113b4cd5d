"""The lists that have come in, and bringing another one."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.door.actions.uploading import RefusedList, bring_new_list, receive_file
from standby.rooms.door.forms.lists import FileForm, NewListForm
from standby.rooms.door.models import Upload
from standby.rooms.door.queries.uploads import waiting_uploads
from standby.rooms.door.refusing import texts_for_the_owner
from standby.rooms.door.tasks import go_to_work
from standby.rooms.look.once import KEY_FIELD
from standby.rooms.operations.actions import once
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import organisation_names
from standby.rooms.people.models import SourceList
from standby.rooms.people.queries.lists import list_by_ref, lists_of, versions_of

_CONFLICT = 409


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def lists(request: HttpRequest, desk: Desk) -> HttpResponse:
    found = lists_of(operation_id=desk.operation.id)
    return desk_page(
        request,
        desk,
        "door/lists/lists.html",
        lists=found,
        read=sum(one.newest is not None for one in found),
        waiting=waiting_uploads(operation_id=desk.operation.id),
    )


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def bring(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A list that nobody has brought yet; what it was compiled for is looked at before the file."""
    form = NewListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _received(request, desk, lambda: _bring(desk, form))
        except RefusedList:
            return _refused(request, desk)
        except StandbyError as refusal:
            form.say(refusal)
    return desk_page(request, desk, "door/lists/bring.html", form=form, keepers=organisation_names())


@for_duty(Duty.REGISTRAR, Duty.COORDINATOR)
def one_list(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What came of each version; the next one is brought here."""
    source_list = list_by_ref(operation_id=desk.operation.id, ref=ref)
    if source_list is None:
        raise Http404
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and source_list.part_of is None and form.is_valid():
        try:
            return _received(request, desk, lambda: _bring_next(desk, source_list, form))
        except StandbyError as refusal:
            form.say(refusal)
    versions = versions_of(list_id=source_list.id)
    return desk_page(request, desk, "door/lists/list.html", list=source_list, versions=versions, form=form)


def _bring(desk: Desk, form: NewListForm) -> Upload:
    filename, content = form.chosen_file()
    return bring_new_list(
        operation=desk.operation,
        title=form.cleaned_data["title"],
        keeper=form.cleaned_data["keeper"],
        purpose=form.cleaned_data["purpose"],
        filename=filename,
        content=content,
        by=desk.actor,
        now=desk.now,
    )


def _bring_next(desk: Desk, source_list: SourceList, form: FileForm) -> Upload:
    filename, content = form.chosen_file()
    return receive_file(
        operation=desk.operation,
        source_list=source_list,
        filename=filename,
        content=content,
        by=desk.actor,
        now=desk.now,
    )


def _received(request: HttpRequest, desk: Desk, receive: Callable[[], Upload]) -> HttpResponse:
    """The file is sealed and its reading queued in one transaction, and once however often the form is sent."""

    def receive_and_read() -> str:
        upload = receive()
        go_to_work(upload)
        return upload.ref

    ref = once(
        key=request.POST.get(KEY_FIELD, ""),
        operation_id=desk.operation.id,
        actor=desk.actor,
        action="list.bring",
        now=desk.now,
        do=receive_and_read,
    )
    return redirect("lists:upload", ref)


def _refused(request: HttpRequest, desk: Desk) -> HttpResponse:
    address = f"{installation().public_url or request.build_absolute_uri('/').rstrip('/')}/"
    texts = texts_for_the_owner(desk.operation, address=address)
    response = desk_page(request, desk, "door/lists/refused.html", texts=texts)
    response.status_code = _CONFLICT
    return response
