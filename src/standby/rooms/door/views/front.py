"""The public front: what this is, and the way to one's own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from standby.rooms.operations.queries import all_operations


def front(request: HttpRequest) -> HttpResponse:
    running = [operation for operation in all_operations() if operation.is_open]
    only = running[0] if len(running) == 1 else None
    return render(request, "door/front.html", {"operations": running, "operation": only})
