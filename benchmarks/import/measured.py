"""How long a list takes from its file to stored people, beside the plainest way to store the same rows.

The baseline is what anybody would write: csv.DictReader and one `create` a row, with nothing sealed, folded, compared
or joined. Both run in one process, one after the other, on one database.
"""

import csv
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from standby.exchange import read_table
from standby.exercise import make_exercise, write_lists
from standby.rooms.audit.actors import system
from standby.rooms.door.actions.whole import bring_list
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Registration

_BY = system("bench")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds on the wall, and of the processor in this process alone: those a busy machine does not lengthen."""

    wall: float
    processor: float


def measure(*, folder: Path, scale: float) -> None:
    now = datetime.now(UTC)
    write_lists(make_exercise(seed=1, today=now.date(), scale=scale), folder)
    rows = _as_plain_csv(folder / "union.xlsx", folder / "plain.csv")
    new = NewOperation(name="Bench", lead_organisation="Bench", help_contact="nobody", is_exercise=True)
    operation = found_operation(new=new, by=_BY, now=now)
    first = _measured(lambda: _bring(operation, folder / "union.xlsx"))
    again = _measured(lambda: _bring(operation, folder / "union-2.xlsx"))
    plain = _measured(lambda: _store_plainly(operation, folder / "plain.csv"))
    _say(f"{rows} rows, from the file to stored people", first)
    _say("its next version", again)
    _say("baseline: DictReader, one create a row, in plain text", plain)
    print(
        f"ratio to the baseline: {first.wall / plain.wall:.2f} wall, {first.processor / plain.processor:.2f} processor"
    )


def _bring(operation: OperationView, file: Path) -> None:
    bring_list(
        operation=operation,
        title="A union's list",
        keeper="A union",
        purpose="help after the earthquake",
        filename=file.name,
        content=file.read_bytes(),
        by=_BY,
        now=datetime.now(UTC),
        on_progress=lambda _: None,
    )


def _as_plain_csv(workbook: Path, out: Path) -> int:
    table = read_table(workbook)
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([table.columns, *(row.cells for row in table.rows)])
    return len(table.rows)


@transaction.atomic
def _store_plainly(operation: OperationView, file: Path) -> None:
    now = datetime.now(UTC)
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            Registration.objects.create(
                operation_id=operation.id,
                source_list=None,
                fingerprint=str(number).encode(),
                sealed=json.dumps(row).encode(),
                offer=row,
                language="en",
                registered_at=now,
                recorded_at=now,
            )


def _measured(work: Callable[[], None]) -> Measured:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Measured(wall=time.perf_counter() - wall, processor=time.process_time() - processor)


def _say(what: str, measured: Measured) -> None:
    print(f"{what}: {measured.wall:.1f} s wall, {measured.processor:.1f} s processor")
