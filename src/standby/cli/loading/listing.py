"""The exercise's messy lists, brought in as a registrar would, and the licences that its verifier has checked."""

import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from standby.domain.credentials import Standing
from standby.domain.errors import Refused
from standby.exchange import RoleChoice
from standby.exercise import Exercise, write_lists
from standby.exercise.judging import JudgedLicence
from standby.rooms.accounts.queries import Staff
from standby.rooms.door.actions.whole import bring_list
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.licences import Finding, judge_licence
from standby.rooms.people.queries.licences import credential_of_row
from standby.rooms.people.queries.lists import lists_of

# The last list of the exercise is the next version of the first: it is left for the user to bring in.
_FIRST_LISTS = 3


def bring_lists(
    exercise: Exercise,
    *,
    operation: OperationView,
    registrar: Staff,
    now: datetime,
    tell: Callable[[str], object],
) -> None:
    """Each list once; one that is there already is left alone."""
    known = {row.title for row in lists_of(operation_id=operation.id) if row.versions}
    with tempfile.TemporaryDirectory(prefix="exercise-") as folder:
        paths = write_lists(exercise, Path(folder))
        for kept, path in list(zip(exercise.lists, paths, strict=True))[:_FIRST_LISTS]:
            title = kept.keeper.en
            if title in known:
                continue
            tell(title)
            bring_list(
                operation=operation,
                title=title,
                keeper=kept.keeper.en,
                purpose=kept.compiled_for.en,
                filename=path.name,
                content=path.read_bytes(),
                occupations=_choices(exercise),
                by=registrar.actor,
                now=now,
                on_progress=lambda _: None,
            )


def check_licences(exercise: Exercise, *, operation: OperationView, verifier: Staff, now: datetime) -> None:
    """What the verifier has already found; a row that was not taken in has no licence to check."""
    titles = {kept.id: kept.keeper.en for kept in exercise.lists}
    ids = {row.title: row.id for row in lists_of(operation_id=operation.id)}
    for judged in exercise.judged_licences:
        ref = credential_of_row(list_id=ids[titles[judged.list]], row=judged.row, role=judged.role, tag=judged.tag)
        if ref is not None:
            _judge(judged, operation=operation, credential_ref=ref, verifier=verifier, now=now)


def _judge(
    judged: JudgedLicence, *, operation: OperationView, credential_ref: str, verifier: Staff, now: datetime
) -> None:
    finding = Finding(
        standing=Standing(judged.finding.value),
        issuer=judged.issuer,
        number=judged.number,
        expires_on=judged.expires_on,
    )
    try:
        judge_licence(operation=operation, credential_ref=credential_ref, finding=finding, by=verifier.actor, now=now)
    except Refused:
        # A licence that has ended meanwhile: the verifier would write down exactly that.
        ended = Finding(standing=Standing.EXPIRED, expires_on=judged.expires_on)
        judge_licence(operation=operation, credential_ref=credential_ref, finding=ended, by=verifier.actor, now=now)


def _choices(exercise: Exercise) -> Mapping[str, RoleChoice]:
    """What a registrar takes each wording to mean."""
    return {
        occupation.wording: RoleChoice(is_refused=True)
        if occupation.is_refused
        else RoleChoice(codes=(occupation.role,), tags=(occupation.tag,) if occupation.tag else ())
        for occupation in exercise.occupations
    }
