"""The full model behind the desk: which pair to judge next, and what the judgements so far would change.

All registrations are opened in memory, linked, and let go; what is stored are places in a queue, chances and counts.
The model joins nobody before a person has seen what it would change and has applied it; then every join is one that
the desk can take back, and whoever shares no contact is held like anybody else (`held_joins`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, StandbyError
from standby.domain.statuses import PersonStatus
from standby.identity import Pair, Record, RecordId
from standby.identity.linking import Linked, LinkedPair, PairClass, link
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor, system
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.judging import Judged, Verdict, judge_pair
from standby.rooms.people.models import (
    DoubtfulPair,
    MatchRun,
    PairJudgement,
    Person,
    Registration,
    RegistrationPerson,
)
from standby.rooms.people.queries.contacts import without_unproven
from standby.rooms.people.queries.held_joins import HOLDS_A_CALL
from standby.rooms.people.queries.verdicts import Apart, are_apart, people_apart, verdicts_among
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations

WHY = "model"
# Nobody judges more in a day; the next run finds the next ones.
MOST_ASKED = 500
# Above it one process has not the memory to hold everybody: the careful rule alone finds doubts there.
MOST_REGISTRATIONS = 200_000
_BATCH = 5000
_BY = "model"

People = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Everybody:
    """All registrations of people who are there, and what was judged of them."""

    records: Sequence[Record]
    owners: Mapping[int, int]
    apart: Apart
    labels: Mapping[Pair, PairClass]
    before: Mapping[Pair, PairClass]
    last_registration: int
    last_judgement: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What one fit of the model comes to, by pairs of people: with the two registrations that say it best."""

    sure: Mapping[People, LinkedPair]
    asked: Mapping[People, LinkedPair]


@transaction.atomic
def weigh_pairs(*, operation: OperationView, now: datetime) -> MatchRun | None:
    """Puts the pairs in order and counts what applying the judgements would change; None where nothing is new."""
    if not _has_news(operation.id):
        return None
    everybody = _everybody(operation.id)
    linked = link(everybody.records, labels=everybody.before)
    seen = _seen(linked, everybody)
    then = seen if everybody.labels == everybody.before else _seen(_taught(everybody), everybody)
    _put_in_order(operation.id, seen, linked, now=now)
    return MatchRun.objects.create(
        operation_id=operation.id,
        at=now,
        registrations=len(everybody.records),
        pairs=len(linked.pairs),
        skipped=sum(linked.skipped.values()),
        judged=len(everybody.labels),
        last_registration=everybody.last_registration,
        last_judgement=everybody.last_judgement,
        sure=len(then.sure),
        asked=len(then.asked),
        more_sure=len(then.sure.keys() - seen.sure.keys()),
        fewer_sure=len(seen.sure.keys() - then.sure.keys()),
        more_asked=len(then.asked.keys() - seen.asked.keys()),
        fewer_asked=len(seen.asked.keys() - then.asked.keys()),
    )


@transaction.atomic
def apply_run(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> list[Judged]:
    """Joins whom the model is sure of by now; each join can be taken back, and all of them at once."""
    run = MatchRun.objects.select_for_update().filter(operation_id=operation.id, ref=ref).first()
    newest = MatchRun.objects.filter(operation_id=operation.id).order_by("-id").first()
    if run is None or run != newest or run.applied_at is not None:
        raise Conflict(gettext("This was decided otherwise meanwhile. Look again."))
    everybody = _everybody(operation.id)
    judged = [_join(operation, pair, run, now=now) for pair in _seen(_taught(everybody), everybody).sure.values()]
    made = [one for one in judged if one is not None]
    run.applied_at, run.applied_by, run.joined = now, str(by), len(made)
    run.save(update_fields=["applied_at", "applied_by", "joined"])
    journal(
        operation=operation.ref, actor=by, action="model.apply", now=now, subject=run.ref, detail={"joined": len(made)}
    )
    return made


@transaction.atomic
def undo_run(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> list[Judged]:
    """Takes every join of a run back that still stands, the last one first."""
    run = MatchRun.objects.select_for_update().filter(operation_id=operation.id, ref=ref).first()
    if run is None or run.applied_at is None or run.undone_at is not None:
        raise Refused(gettext("This was decided otherwise meanwhile. Look again."))
    rows = PairJudgement.objects.filter(operation_id=operation.id, by=str(_actor(run)), verdict=Verdict.SAME.value)
    judged = [
        judge_pair(operation=operation, pair_ref=pair_ref, verdict=Verdict.UNDONE, by=by, now=now)
        for pair_ref in rows.filter(pair__verdict__in=["same", "held"])
        .order_by("-id")
        .values_list("pair__ref", flat=True)
    ]
    run.undone_at = now
    run.save(update_fields=["undone_at"])
    journal(operation=operation.ref, actor=by, action="model.undo", now=now, subject=run.ref)
    return judged


def _has_news(operation_id: int) -> bool:
    run = MatchRun.objects.filter(operation_id=operation_id).order_by("-id").first()
    registration, judgement = _newest(operation_id)
    number = Registration.objects.filter(operation_id=operation_id).count()
    if not 1 < number <= MOST_REGISTRATIONS:
        return False
    return run is None or (run.last_registration, run.last_judgement) != (registration, judgement)


def _newest(operation_id: int) -> tuple[int, int]:
    newest = Registration.objects.filter(operation_id=operation_id).aggregate(last=Max("id"))["last"]
    judged = PairJudgement.objects.filter(operation_id=operation_id).aggregate(last=Max("id"))["last"]
    return newest or 0, judged or 0


def _everybody(operation_id: int) -> _Everybody:
    links = RegistrationPerson.objects.filter(operation_id=operation_id, person__erased_at__isnull=True)
    owners = dict(links.values_list("registration_id", "person_id"))
    decided = verdicts_among(operation_id=operation_id, registration_ids=owners.keys())
    labels = _labels(operation_id, owners)
    applied = MatchRun.objects.filter(operation_id=operation_id, applied_at__isnull=False, undone_at__isnull=True)
    known = applied.order_by("-id").values_list("last_judgement", flat=True).first() or 0
    registration, judgement = _newest(operation_id)
    return _Everybody(
        records=_records(sorted(owners)),
        owners=owners,
        apart=people_apart(decided, owners=owners),
        labels={pair: said for pair, (said, _) in labels.items()},
        before={pair: said for pair, (said, at) in labels.items() if at <= known},
        last_registration=registration,
        last_judgement=judgement,
    )


def _records(ids: Sequence[int]) -> list[Record]:
    """Without contacts that anybody could have typed."""
    records: list[Record] = []
    for start in range(0, len(ids), _BATCH):
        rows = list(Registration.objects.filter(id__in=ids[start : start + _BATCH]))
        lists = {row.id: str(row.source_list_id or "") for row in rows}
        opened = without_unproven(open_registrations(rows))
        records += [record_of(RecordId(str(row_id)), said, list_id=lists[row_id]) for row_id, said in opened.items()]
    return records


def _labels(operation_id: int, owners: Mapping[int, int]) -> dict[Pair, tuple[PairClass, int]]:
    """What people judged, and the number of the judgement; what the model joined itself teaches it nothing."""
    rows = PairJudgement.objects.filter(operation_id=operation_id).order_by("id").select_related("pair")
    found: dict[Pair, tuple[PairClass, int]] = {}
    for row in rows:
        pair = (RecordId(str(row.pair.first_id)), RecordId(str(row.pair.second_id)))
        found.pop(pair, None)
        if row.verdict != Verdict.UNDONE.value and not row.by.startswith("system"):
            said = PairClass.SAME if row.verdict == Verdict.SAME.value else PairClass.OTHER
            found[pair] = said, row.id
    return {pair: said for pair, said in found.items() if all(int(record) in owners for record in pair)}


def _taught(everybody: _Everybody) -> Linked:
    return link(everybody.records, labels=everybody.labels)


def _seen(linked: Linked, everybody: _Everybody) -> _Seen:
    person = {record: number for number, group in enumerate(linked.people) for record in group}
    sure = (pair for pair in linked.pairs if person[pair.pair[0]] == person[pair.pair[1]])
    asked = (pair for pair in linked.review if pair.pair not in everybody.labels)
    return _Seen(sure=_of_people(sure, everybody), asked=_of_people(asked, everybody))


def _of_people(pairs: Iterable[LinkedPair], everybody: _Everybody) -> dict[People, LinkedPair]:
    """The first of those of each two people; not of people who are one already, or whom somebody told apart."""
    found: dict[People, LinkedPair] = {}
    for pair in pairs:
        one, other = sorted(everybody.owners[int(record)] for record in pair.pair)
        if one != other and pair.pair not in everybody.labels and not are_apart(one, other, everybody.apart):
            found.setdefault((one, other), pair)
    return found


def _put_in_order(operation_id: int, seen: _Seen, linked: Linked, *, now: datetime) -> None:
    """What the model asks joins what is asked already; what it is sure of either way goes to the end."""
    asked = list(seen.asked.values())[:MOST_ASKED]
    rows = [
        DoubtfulPair(operation_id=operation_id, first_id=first, second_id=second, why=WHY, found_at=now)
        for first, second in map(_ids, asked)
    ]
    DoubtfulPair.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
    chances = {_ids(pair): pair.probability for pair in linked.pairs}
    places = {_ids(pair): place for place, pair in enumerate(asked)}
    ids = DoubtfulPair.objects.filter(operation_id=operation_id, verdict="").values_list("id", "first_id", "second_id")
    columns = [(row_id, chances.get((one, two)), places.get((one, two))) for row_id, one, two in ids]
    with connection.cursor() as cursor:
        cursor.execute(_PUT, [list(column) for column in zip(*columns, strict=True)] if columns else [[], [], []])


_PUT = """
UPDATE people_doubtfulpair AS pair SET chance = new.chance, place = new.place
FROM unnest(%s::bigint[], %s::double precision[], %s::integer[]) AS new(id, chance, place)
WHERE pair.id = new.id
"""


def _ids(pair: LinkedPair) -> People:
    first, second = sorted(int(record) for record in pair.pair)
    return first, second


def _actor(run: MatchRun) -> Actor:
    return system(f"{_BY} {run.ref}")


def _join(operation: OperationView, pair: LinkedPair, run: MatchRun, *, now: datetime) -> Judged | None:
    """None where only a person may join them: a call would be lost, or no message may reach one of them."""
    first, second = _ids(pair)
    owners = RegistrationPerson.objects.filter(registration_id__in=[first, second]).values("person_id")
    statuses = list(Person.objects.filter(id__in=owners).values_list("status", flat=True))
    calls = sum(PersonStatus(status) in HOLDS_A_CALL for status in statuses)
    if len(statuses) < len((first, second)) or calls > 1 or PersonStatus.DUPLICATE in statuses:
        return None
    row, _ = DoubtfulPair.objects.get_or_create(
        first_id=first,
        second_id=second,
        defaults={"operation_id": operation.id, "why": WHY, "found_at": now},
    )
    try:
        with transaction.atomic():
            return judge_pair(operation=operation, pair_ref=row.ref, verdict=Verdict.SAME, by=_actor(run), now=now)
    except StandbyError:
        return None
