"""The public front: what everybody should know, how the door stands, and the way to one's own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from standby.rooms.operations.door_words import SaidDoor, say_door
from standby.rooms.operations.queries import OperationView, all_operations
from standby.rooms.operations.requests import moment_of
from standby.rooms.operations.switches import door_state
from standby.rooms.situation.queries import notices_in_force
from standby.rooms.situation.saying import SaidNotice, say_notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """An operation as the front page tells of it."""

    operation: OperationView
    door: SaidDoor
    notices: Sequence[SaidNotice]


def front(request: HttpRequest) -> HttpResponse:
    now = moment_of(request)
    running = [_running(operation, now) for operation in all_operations() if operation.is_open]
    only = running[0].operation if len(running) == 1 else None
    return render(request, "door/front.html", {"running": running, "operation": only})


def _running(operation: OperationView, now: datetime) -> Running:
    door = door_state(operation_id=operation.id, now=now)
    notices = [
        say_notice(view, zone=operation.time_zone, now=now)
        for view in notices_in_force(operation_id=operation.id, now=now)
    ]
    return Running(operation=operation, door=say_door(door, operation=operation), notices=notices)
