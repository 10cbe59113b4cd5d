"""What changes for people when a plan is announced: who is newly called, who keeps a call, who is no longer called."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.domain.statuses import PersonStatus
from standby.rooms.callup.deciding import Decision
from standby.rooms.callup.queries.decision import decision_for_called
from standby.rooms.callup.queries.plans import PlanSummary
from standby.rooms.people.queries.audience import audience_of

KINDS = ("new", "kept", "ended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """People by id; each stands in one of the three. `kept` hold at least one call from before, and none anew."""

    new: Sequence[int]
    kept: Sequence[int]
    ended: Sequence[int]

    def people(self, kind: str) -> Sequence[int]:
        return {"new": self.new, "kept": self.kept, "ended": self.ended}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Exactly what announcing a plan now would do."""

    told: int
    change: Change
    called: int
    standing_by: int


def change_of(*, operation_id: int, plan: PlanSummary) -> Change:
    return _change(decision_for_called(operation_id=operation_id, plan_id=plan.id, asked_at=plan.asked_at))


def outlook_of(*, operation_id: int, plan: PlanSummary) -> Outlook:
    decision = decision_for_called(operation_id=operation_id, plan_id=plan.id, asked_at=plan.asked_at)
    stands = [word.status for word in decision.words.values()]
    audience = audience_of(operation_id=operation_id, without=list(decision.words))
    return Outlook(
        told=audience.people,
        change=_change(decision),
        called=stands.count(PersonStatus.CALLED),
        standing_by=stands.count(PersonStatus.STAND_BY) + audience.waiting,
    )


def _change(decision: Decision) -> Change:
    new = {person_id for person_id, _ in decision.fresh}
    kept = {holding.person_id for holding in decision.kept} - new
    ended = {holding.person_id for holding in decision.released} - new - kept
    return Change(new=sorted(new), kept=sorted(kept), ended=sorted(ended))
