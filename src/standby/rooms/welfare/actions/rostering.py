"""Making the roster of a site in the background, and publishing it."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from standby.domain.errors import Conflict, StandbyError, WrongOrder
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.actions import require_open
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import ids_by_ref
from standby.rooms.welfare.models import RosterDuty, RosterRevision, RosterState, Shift
from standby.rooms.welfare.queries.shifts import shifts_of
from standby.rooms.welfare.queries.there import people_at
from standby.rooms.welfare.rosterer import Rosterer
from standby.rooms.welfare.site_files import site_problem
from standby.rostering import problem_files

_UNDER_WAY = [RosterState.QUEUED, RosterState.RUNNING]
_LONGEST = timedelta(minutes=15)
_CUT_OFF = "Computing was cut off. Ask for the roster again."
Clock = Callable[[], datetime]


@transaction.atomic
def ask_for_roster(*, operation: OperationView, site_id: int, by: Actor, now: datetime) -> str:
    """A new revision, queued; one at a time for each site."""
    require_open(operation)
    revisions = RosterRevision.objects.filter(operation_id=operation.id, site_id=site_id)
    cut_off = revisions.filter(state__in=_UNDER_WAY, asked_at__lt=now - _LONGEST)
    cut_off.update(state=RosterState.FAILED, failure=_CUT_OFF, finished_at=now)
    if revisions.filter(state__in=_UNDER_WAY).exists():
        raise Conflict(gettext("A roster is being made already. Wait for it."))
    if not shifts_of(operation_id=operation.id, site_id=site_id, since=now).exists():
        raise WrongOrder(gettext("There is no shift to give out yet. Add shifts first."))
    last = revisions.aggregate(last=Max("number"))["last"] or 0
    row = RosterRevision.objects.create(
        operation_id=operation.id, site_id=site_id, number=last + 1, asked_by=str(by), asked_at=now
    )
    journal(operation=operation.ref, actor=by, action="roster.ask", now=now, subject=row.ref)
    return row.ref


def compute_roster(*, operation: OperationView, roster_ref: str, rosterer: Rosterer, clock: Clock) -> None:
    """Reads the site, makes its roster, has it checked, and stores it whole; a failure is stored in plain words.

    Done again after its worker was killed it begins anew; done again after it had ended it changes nothing.
    """
    row = RosterRevision.objects.get(operation_id=operation.id, ref=roster_ref)
    if row.state not in _UNDER_WAY:
        return
    row.state = RosterState.RUNNING
    row.save(update_fields=["state"])
    with tempfile.TemporaryDirectory(prefix="roster-") as scratch:
        given, out = Path(scratch) / "site", Path(scratch) / "roster"
        given.mkdir()
        problem = site_problem(operation=operation, site_id=row.site_id, now=clock())
        for name, content in problem_files(problem).items():
            (given / name).write_bytes(content)
        try:
            rosterer.make(given, out=out)
        except StandbyError as error:
            row.state, row.failure, row.finished_at = RosterState.FAILED, str(error), clock()
            row.save(update_fields=["state", "failure", "finished_at"])
            return
        row.files = _zipped({"site": given, "roster": out})
        _store(row, out, now=clock())


@transaction.atomic
def publish_roster(*, operation: OperationView, site_id: int, roster_ref: str, by: Actor, now: datetime) -> None:
    """From now on people read these duties on their own pages; what had begun before stays as it was."""
    rows = RosterRevision.objects.select_for_update().filter(operation_id=operation.id, site_id=site_id)
    row = rows.filter(ref=roster_ref).first()
    newest = rows.order_by("-number").first()
    if row is None or row.state != RosterState.READY or newest is None or newest.ref != roster_ref:
        raise Conflict(gettext("A newer roster stands there. Look again."))
    before = rows.filter(state=RosterState.PUBLISHED).first()
    if before is not None:
        _carry_over(before, row)
        before.state = RosterState.OVERTAKEN
        before.save(update_fields=["state"])
    there = {one.person.id for one in people_at(operation=operation, site_id=site_id, now=now)}
    row.duties.exclude(person_id__in=there).filter(shift__starts_at__gt=now).delete()
    row.state, row.published_at, row.published_by = RosterState.PUBLISHED, now, str(by)
    row.save(update_fields=["state", "published_at", "published_by"])
    detail: dict[str, str | int | bool | None] = {"number": row.number, "duties": row.duties.count()}
    journal(operation=operation.ref, actor=by, action="roster.publish", now=now, subject=row.ref, detail=detail)


def _carry_over(before: RosterRevision, row: RosterRevision) -> None:
    """Duties that had begun when the new roster was asked for: it could not give them out again."""
    begun = before.duties.filter(shift__starts_at__lte=row.asked_at).values_list("shift_id", "person_id")
    RosterDuty.objects.bulk_create(
        RosterDuty(operation_id=row.operation_id, roster=row, shift_id=shift_id, person_id=person_id)
        for shift_id, person_id in begun
    )


@transaction.atomic
def _store(row: RosterRevision, out: Path, *, now: datetime) -> None:
    people = ids_by_ref(operation_id=row.operation_id)
    shifts = dict(Shift.objects.filter(site_id=row.site_id).values_list("ref", "id"))
    duties = [
        RosterDuty(
            operation_id=row.operation_id,
            roster=row,
            shift_id=shifts[one["shift_id"]],
            person_id=people[one["person_id"]],
        )
        for one in _rows(out / "duties.csv")
    ]
    RosterDuty.objects.bulk_create(duties)
    objective = json.loads((out / "proof.json").read_text(encoding="utf-8"))["objective"]
    row.places = sum(int(one["headcount"]) for one in _rows(out / "shifts.csv"))
    row.filled, row.state, row.finished_at = len(duties), RosterState.READY, now
    row.value, row.bound, row.by_hand = (objective[name] for name in ("value", "bound", "by_hand"))
    row.save()
    older = RosterRevision.objects.filter(site_id=row.site_id, number__lt=row.number, state=RosterState.READY)
    older.update(state=RosterState.OVERTAKEN)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _zipped(folders: Mapping[str, Path]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, folder in folders.items():
            for path in sorted(folder.iterdir()):
                archive.writestr(f"{name}/{path.name}", path.read_bytes())
    return buffer.getvalue()
