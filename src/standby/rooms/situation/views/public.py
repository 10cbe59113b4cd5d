"""What everybody reads: a notice, all there ever were, and how to check that one is ours."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from standby.rooms.operations.queries import OperationView, all_operations, operation_by_id
from standby.rooms.operations.requests import moment_of
from standby.rooms.situation.queries import Doubtful, NoticeView, notice_by_ref, notices_page
from standby.rooms.situation.saying import SaidNotice, say_notice
from standby.rooms.vault.ring import signing_ring

_CONFLICT = 409


def archive(request: HttpRequest) -> HttpResponse:
    page, operations = notices_page(number=request.GET.get("page")), all_operations()
    zones = {operation.id: operation.time_zone for operation in operations}
    now = moment_of(request)
    rows = [
        say_notice(view, zone=zones[view.operation_id], now=now) if isinstance(view, NoticeView) else None
        for view in page.notices
    ]
    return render(request, "situation/archive.html", {"page": page.links, "rows": rows, "operation": _only(operations)})


def notice(request: HttpRequest, ref: str) -> HttpResponse:
    view = notice_by_ref(ref=ref)
    if view is None:
        raise Http404
    if isinstance(view, Doubtful):
        return render(request, "situation/doubtful.html", status=_CONFLICT)
    operation = operation_by_id(view.operation_id)
    return render(
        request,
        "situation/notice.html",
        {
            "operation": operation,
            "notice": say_notice(view, zone=operation.time_zone, now=moment_of(request)),
            "chain": _chain(request, view, operation),
            "key": signing_ring().key(view.signature.key_id),
        },
    )


def verify(request: HttpRequest) -> HttpResponse:
    keys = list(reversed(signing_ring().keys))
    return render(request, "situation/verify.html", {"keys": keys, "operation": _only(all_operations())})


def _chain(request: HttpRequest, view: NoticeView, operation: OperationView) -> list[SaidNotice]:
    """What replaced it, up to the newest: at most as many steps as there are corrections."""
    found, now = [], moment_of(request)
    step: NoticeView | Doubtful | None = view
    while isinstance(step, NoticeView) and step.replaced_by:
        step = notice_by_ref(ref=step.replaced_by)
        if isinstance(step, NoticeView):
            found.append(say_notice(step, zone=operation.time_zone, now=now))
    return found


def _only(operations: list[OperationView]) -> OperationView | None:
    return operations[0] if len(operations) == 1 else None
