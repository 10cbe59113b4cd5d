"""`standby import`: lists come into an operation by the same steps as at the desk.

Without --yes everything is worked out and shown, and nothing is stored.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from standby.domain.errors import Fault, Refused, UnusableInput
from standby.exchange import Outcome
from standby.rooms.audit.actors import system
from standby.rooms.door.actions.confirming import import_upload
from standby.rooms.door.actions.whole import or_nothing, prepare_list
from standby.rooms.door.models import Upload
from standby.rooms.door.queries.pages import shown_of_upload
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView, all_operations, operation_by_ref

_BY = system("import")
_COUNTS = ("rows", "usable", "incomplete", "under_age", "unusable", "refused", "repeated")
_CHANGES = ("new", "changed", "unchanged", "missing")
_PEOPLE = ("people", "joined", "doubtful")
_STEP = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked on the command line, for one file."""

    file: Path
    title: str
    keeper: str
    purpose: str
    is_confirmed: bool


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(
        prog="standby import",
        description="Bring lists into an operation. Without --yes: show what would become of them, and store nothing.",
    )
    result.add_argument("lists", nargs="+", type=Path, metavar="LIST", help="CSV, XLSX, XLS or ODS")
    result.add_argument("--operation", required=True, metavar="OP", help="its reference, or its name")
    result.add_argument("--title", help="what the list is called here (default: the file's name without its ending)")
    result.add_argument("--keeper", default="", help="the organisation that keeps it; needed for a list that is new")
    result.add_argument("--purpose", default="", help="what it was compiled for; needed for a list that is new")
    result.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    result.add_argument("--yes", action="store_true", help="store the lists")
    return result


def main(argv: list[str]) -> int:
    asked = parser()
    told = asked.parse_args(argv)
    if told.title and len(told.lists) > 1:
        asked.error("--title names one list; bring the others by themselves")
    operation = _operation(told.operation)
    brought = []
    for file in told.lists:
        one = _Asked(
            file=file,
            title=told.title or file.stem,
            keeper=told.keeper,
            purpose=told.purpose,
            is_confirmed=told.yes,
        )
        brought.append(_bring(one, operation))
        if not told.json:
            print(_sentences(brought[-1]))
    if told.json:
        print(json.dumps({"operation": operation.ref, "lists": brought}, ensure_ascii=False, indent=2))
    return 0


def _operation(named: str) -> OperationView:
    found = operation_by_ref(named) or next((one for one in all_operations() if one.name == named), None)
    if found is None:
        raise Refused(f"There is no operation with the reference or name {named!r} here.")
    return found


def _bring(asked: _Asked, operation: OperationView) -> dict[str, object]:
    """Stored when that was asked for; else all of it is undone again, whatever it came to."""
    if asked.is_confirmed:
        return _numbers(asked, _work(asked, operation))
    with transaction.atomic():
        upload = _work(asked, operation)
        transaction.set_rollback(True)
    return _numbers(asked, upload)


def _work(asked: _Asked, operation: OperationView) -> Upload:
    now = installation().clock()
    upload = prepare_list(
        operation=operation,
        title=asked.title,
        keeper=asked.keeper,
        purpose=asked.purpose,
        filename=asked.file.name,
        content=_content(asked.file),
        by=_BY,
        now=now,
        on_progress=_Teller(f"{asked.file.name}: reading"),
    )
    _print_faults(asked.file.name, upload)
    if asked.is_confirmed:
        with or_nothing(operation=operation, upload=upload, by=_BY, now=now):
            import_upload(
                operation=operation,
                upload=upload,
                public_url=installation().public_url,
                by=_BY,
                now=now,
                on_progress=_Teller(f"{asked.file.name}: storing"),
            )
        upload.refresh_from_db()
    return upload


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        fault = Fault(file=file.name, what=f"The file cannot be read ({error.strerror}).", remedy="Check its name.")
        raise UnusableInput((fault,)) from error


class _Teller:
    """Says on standard error how far the work is, in a few lines and never more."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._next = 0.0

    def __call__(self, fraction: float) -> None:
        if fraction >= self._next:
            print(f"{self._what} … {fraction:.0%}", file=sys.stderr)
            self._next = fraction + _STEP


def _print_faults(file: str, upload: Upload) -> None:
    """Why rows cannot be used, one line each."""
    for row in shown_of_upload(upload).troubled:
        if row.outcome is Outcome.UNUSABLE:
            for found in row.troubles:
                print(found.fault(file=file, line=row.line, row=row.number), file=sys.stderr)


def _numbers(asked: _Asked, upload: Upload) -> dict[str, object]:
    names = (*_COUNTS, *_CHANGES, *(_PEOPLE if asked.is_confirmed else ()))
    counts = {name: upload.counts[name] for name in names}
    return {"file": asked.file.name, "list": asked.title, "stored": asked.is_confirmed, **counts}


def _sentences(said: dict[str, object]) -> str:
    first = (
        f"{said['file']}: {said['usable']} of {said['rows']} rows can be used, {said['incomplete']} are incomplete,"
        f" {said['under_age']} under age, {said['unusable']} cannot be used, {said['refused']} are refused,"
        f" {said['repeated']} repeat another row."
    )
    changes = (
        f"Against the last version: {said['new']} new, {said['changed']} changed, {said['unchanged']} as before,"
        f" {said['missing']} missing."
    )
    if not said["stored"]:
        return f"{first}\n{changes}\nNothing is stored yet. Give --yes to store it."
    people = f"{said['people']} people are new, {said['joined']} rows joined people who were known,"
    return f"{first}\n{changes}\n{people} {said['doubtful']} pairs wait for somebody to look."
