"""Lists for the tests of the door: a handful of invented people, as somebody might keep them."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from standby.rooms.audit.actors import Actor
from standby.rooms.door import tasks
from standby.rooms.door.actions.whole import bring_list
from standby.rooms.door.models import Upload
from standby.rooms.door.tasks import WORKING
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.lists import Imported

HEADER = ("Surname", "First name", "Phone", "E-mail", "Birth date", "Occupation", "Languages", "From", "Until")
NURSE = (
    "Testyan",
    "Anahit",
    "+374 00 000001",
    "anahit@example.org",
    "1984-05-02",
    "nurse",
    "hy;ru",
    "2026-10-06",
    "2026-10-30",
)
DRIVER = (
    "Probayan",
    "Tigran",
    "+374 00 000002",
    "tigran@example.org",
    "1990-01-20",
    "driver",
    "hy",
    "2026-10-06",
    "2026-10-20",
)
WELDER = (
    "Пробов",
    "Степан",
    "+7 000 0000003",
    "stepan@example.org",
    "1979-11-11",
    "сварщик",
    "ru",
    "2026-10-08",
    "2026-10-28",
)
WITHOUT_DAYS = ("Numunəyev", "Orxan", "+994 00 0000004", "orxan@example.org", "1988-03-03", "driver", "az", "", "")
WITHOUT_ROLE = ("Օրինակյան", "Սոնա", "+374 00 000005", "", "1993-07-07", "", "hy", "2026-10-06", "2026-10-30")
MINOR = ("Testyan", "Davit", "+374 00 000001", "", "2012-02-02", "helper", "hy", "2026-10-06", "2026-10-30")
TURNED = ("Turnedian", "Ara", "+374 00 000006", "", "1980-01-01", "driver", "hy", "2026-10-30", "2026-10-06")
FIGHTER = (
    "Refusedian",
    "Noone",
    "+374 00 000666",
    "refused@example.org",
    "1985-06-06",
    "sniper",
    "hy",
    "2026-10-06",
    "2026-10-30",
)
EVERYONE = (NURSE, DRIVER, WELDER, WITHOUT_DAYS, WITHOUT_ROLE, MINOR, TURNED, FIGHTER)

Bring = Callable[..., Imported]


def as_csv(
    rows: Sequence[Sequence[str]], *, header: Sequence[str] = HEADER, encoding: str = "utf-8", delimiter: str = ","
) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([header, *rows])
    return out.getvalue().encode(encoding)


@pytest.fixture
def brings(operation: OperationView, machine: Actor, now: datetime) -> Bring:
    """Brings a list of these rows in, from the file to the people."""

    def bring(
        rows: Sequence[Sequence[str]] = EVERYONE,
        *,
        content: bytes | None = None,
        title: str = "The union's list",
        purpose: str = "help after the earthquake",
        filename: str = "list.csv",
    ) -> Imported:
        return bring_list(
            operation=operation,
            title=title,
            keeper="A union",
            purpose=purpose,
            filename=filename,
            content=as_csv(rows) if content is None else content,
            public_url="https://standby.example.org",
            by=machine,
            now=now,
            on_progress=lambda _: None,
        )

    return bring


def work() -> None:
    """Does what waits in the queue, as the worker would."""
    for upload in Upload.objects.filter(state__in=WORKING):
        {"waiting": tasks.read, "converting": tasks.preview, "importing": tasks.take_in}[upload.state](upload.ref)
