"""What became of the calls so far: who said yes in time, and who of them came, by batch, channel and distance.

A batch is everybody who was called to one need at one moment: they share their weather. A batch counts once nobody in
it is still to answer, else those who answer quickly, who mostly say yes, would stand for all. Whom we let go or called
back ourselves says nothing of whether they would have come.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from standby.planning.turnout import Batch
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.turnout.cells import cell_of, channels_by_person, distance_between
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.limits import travel_days

_PENDING = {CallState.CALLED, CallState.INTERESTED}
_SAID_NO = {CallState.DECLINED, CallState.LAPSED, CallState.WITHDRAWN}
_CAME = {CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY, CallState.RELIEVED}
_STAYED_AWAY = {CallState.DECLINED, CallState.WITHDRAWN, CallState.DID_NOT_ARRIVE}

Rounds = tuple[tuple[Batch, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Both steps, in rounds of one day each, the earliest first."""

    answers: Rounds
    arrivals: Rounds

    @property
    def all_answers(self) -> list[Batch]:
        return [batch for batches in self.answers for batch in batches]

    @property
    def all_arrivals(self) -> list[Batch]:
        return [batch for batches in self.arrivals for batch in batches]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """One call; `said_yes` and `came` are None where that is not known, or was not theirs to say."""

    need_id: int
    called_at: datetime
    first_day: date
    cell: str
    said_yes: bool | None
    came: bool | None


def history_of(*, operation: OperationView) -> History:
    calls, open_batches = _ended_calls(operation), _open_batches(operation)
    answered = [call for call in calls if (call.need_id, call.called_at) not in open_batches]
    said: _Tally = defaultdict(lambda: defaultdict(Counter))
    came: _Tally = defaultdict(lambda: defaultdict(Counter))
    for call in answered:
        if call.said_yes is not None:
            said[call.called_at.date()][call.need_id, call.called_at, call.cell][call.said_yes] += 1
    for call in calls:
        if call.came is not None:
            came[call.first_day][call.need_id, call.called_at, call.cell][call.came] += 1
    return History(answers=_rounds(said), arrivals=_rounds(came))


_Key = tuple[int, datetime, str]
_Tally = defaultdict[date, defaultdict[_Key, Counter[bool]]]


def _rounds(tally: _Tally) -> Rounds:
    return tuple(
        tuple(
            Batch(cell=key[2], asked=counted[True] + counted[False], did=counted[True])
            for key, counted in sorted(tally[day].items())
        )
        for day in sorted(tally)
    )


def _open_batches(operation: OperationView) -> set[tuple[int, datetime]]:
    pending = Call.objects.filter(operation_id=operation.id, state__in=_PENDING)
    return set(pending.order_by().values_list("need_id", "called_at").distinct())


def _ended_calls(operation: OperationView) -> Sequence[_Known]:
    """Those that somebody answered, or whose time ran out: of the others nothing is known yet."""
    rows = list(
        Call.objects.filter(operation_id=operation.id)
        .exclude(state__in=_PENDING)
        .order_by("id")
        .values_list(
            "need_id",
            "need__request__site__region__code",
            "called_at",
            "first_day",
            "person_id",
            "person__offer__home",
            "state",
            "terms_version",
        )
    )
    channels = channels_by_person(operation=operation, ids={row[4] for row in rows})
    routes = travel_days(operation_id=operation.id)
    return [
        _Known(
            need_id=need_id,
            called_at=called_at,
            first_day=first_day,
            cell=cell_of(channels[person_id], distance_between(home or "", region, routes=routes)),
            said_yes=_said_yes(CallState(state), terms_version),
            came=_came(CallState(state), terms_version),
        )
        for need_id, region, called_at, first_day, person_id, home, state, terms_version in rows
        if person_id in channels
    ]


def _said_yes(state: CallState, terms_version: int | None) -> bool | None:
    """Whoever ever said yes has a version of the terms they said it to."""
    if terms_version is not None:
        return True
    return False if state in _SAID_NO else None


def _came(state: CallState, terms_version: int | None) -> bool | None:
    if terms_version is None:
        return None
    if state in _CAME:
        return True
    return False if state in _STAYED_AWAY else None
