"""A plan beside the plan: what is different, first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standby.planning.operation import Errand, NeedId, PersonId
from standby.planning.plan import Call, CallReason, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDifference:
    """One need that is filled otherwise, or asks otherwise; nothing before it was there, nothing after it is gone."""

    need_id: NeedId
    headcount_before: int
    headcount: int
    filled_before: int
    filled: int

    @property
    def gained(self) -> int:
        return self.filled - self.filled_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`called`: people called by the other plan alone; `not_called`: by the first alone; `moved`: by both, to
    different needs.
    """

    before: Plan
    after: Plan
    called: tuple[PersonId, ...]
    not_called: tuple[PersonId, ...]
    moved: tuple[PersonId, ...]
    needs: tuple[NeedDifference, ...]


def compare(before: Plan, after: Plan, *, errands: Mapping[NeedId, Errand]) -> Comparison:
    """`errands`: what people are told of each need. To two needs that are one errand nobody is moved."""
    old, new = _errands_of(before.calls, errands), _errands_of(after.calls, errands)
    return Comparison(
        before=before,
        after=after,
        called=tuple(sorted(new.keys() - old.keys())),
        not_called=tuple(sorted(old.keys() - new.keys())),
        moved=tuple(sorted(person for person in old.keys() & new.keys() if old[person] != new[person])),
        needs=_differences(before, after),
    )


def _errands_of(calls: Iterable[Call], errands: Mapping[NeedId, Errand]) -> dict[PersonId, frozenset[Errand]]:
    found: dict[PersonId, set[Errand]] = {}
    for call in calls:
        if call.reason is CallReason.NEEDED:
            found.setdefault(call.person_id, set()).add(errands[call.need_id])
    return {person: frozenset(of_person) for person, of_person in found.items()}


def _differences(before: Plan, after: Plan) -> tuple[NeedDifference, ...]:
    """The greatest loss first, then the greatest gain."""
    old = {fill.need_id: (fill.headcount, fill.filled) for fill in before.needs}
    new = {fill.need_id: (fill.headcount, fill.filled) for fill in after.needs}
    found = [
        NeedDifference(
            need_id=need_id,
            headcount_before=old.get(need_id, (0, 0))[0],
            headcount=new.get(need_id, (0, 0))[0],
            filled_before=old.get(need_id, (0, 0))[1],
            filled=new.get(need_id, (0, 0))[1],
        )
        for need_id in old.keys() | new.keys()
        if old.get(need_id) != new.get(need_id)
    ]
    return tuple(sorted(found, key=lambda one: (min(0, one.gained), -abs(one.gained), one.need_id)))
