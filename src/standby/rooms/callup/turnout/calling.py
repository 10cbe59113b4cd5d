"""What a plan is given to fill: for every need the number to call, with beds and arrivals for those who will come."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from standby.planning.turnout import Answering
from standby.rooms.callup.queries.counting import counts_by_need
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.callup.queries.risks import risks_by_request
from standby.rooms.callup.turnout.believing import Belief, belief_of
from standby.rooms.callup.turnout.cells import cell_of, channels_by_person, distance_between
from standby.rooms.callup.turnout.choosing import chosen_for
from standby.rooms.callup.turnout.foreseeing import Foreseen, NeedCount, after_planning, foresee
from standby.rooms.callup.turnout.limits import Comers, is_certain, limits_for_calling
from standby.rooms.messages.models import Channel
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable
from standby.rooms.places.queries.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """How many people offer each role, by channel and home; and the channel and home of each person by reference."""

    by_role: Mapping[str, Mapping[tuple[Channel, str], int]]
    of_person: Mapping[str, tuple[Channel, str]]
    routes: Mapping[tuple[str, str], int]

    def who_could(self, need: NeedView) -> dict[str, int]:
        return self._cells(self.by_role.get(need.role, {}), need)

    def who_is(self, refs: Iterable[str], need: NeedView) -> dict[str, int]:
        return self._cells(Counter(self.of_person[ref] for ref in refs if ref in self.of_person), need)

    def _cells(self, people: Mapping[tuple[Channel, str], int], need: NeedView) -> dict[str, int]:
        cells: Counter[str] = Counter()
        for (channel, home), number in people.items():
            cells[cell_of(channel, distance_between(home, need.region_code, routes=self.routes))] += number
        return dict(cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """By the need's code. `limits` are those a plan may use up by calling."""

    foreseen: Mapping[str, Foreseen]
    limits: Limits
    belief: Belief
    kinds: Kinds

    def to_call(self, need: NeedView) -> int:
        return self.foreseen[need.code].call

    def after(self, need: NeedView, refs: Sequence[str]) -> Foreseen:
        """What is to be expected of the very people whom a plan found for a need."""
        law = self.belief.of_mix(self.kinds.who_is(refs, need)) if refs else None
        return after_planning(self.foreseen[need.code], planned=len(refs), answering=law)


def calling_for(
    *,
    operation: OperationView,
    needs: Sequence[NeedView],
    people: Sequence[Plannable],
    limits: Limits,
    holding: Sequence[Holding],
    today: date,
) -> Calling:
    belief, kinds = belief_of(operation=operation), _kinds(operation, people, limits)
    laws = {need.code: belief.of_mix(kinds.who_could(need)) for need in needs}
    counts = counts_by_need(operation_id=operation.id)
    risks = risks_by_request(operation_id=operation.id)
    foreseen = {
        need.code: foresee(
            headcount=need.headcount,
            count=counts.get(need.id, NeedCount()),
            chosen=chosen_for(need, policy=operation.policy, risks=risks, today=today),
            answering=laws[need.code],
        )
        for need in needs
    }
    return Calling(
        foreseen=foreseen,
        limits=_limits(operation, needs, limits, holding, laws, foreseen),
        belief=belief,
        kinds=kinds,
    )


def _limits(
    operation: OperationView,
    needs: Sequence[NeedView],
    limits: Limits,
    holding: Sequence[Holding],
    laws: Mapping[str, Answering],
    foreseen: Mapping[str, Foreseen],
) -> Limits:
    """Where the plain factor alone decides, everybody who is called takes a whole place, as ever."""
    if not operation.policy.shortfall_risk:
        return limits
    comers = [
        Comers(need=need, turnout=laws[need.code].at_once, risk=foreseen[need.code].chosen_risk / 100) for need in needs
    ]
    return limits_for_calling(limits, comers=comers, certain=[held for held in holding if is_certain(held)])


def _kinds(operation: OperationView, people: Sequence[Plannable], limits: Limits) -> Kinds:
    channels = channels_by_person(operation=operation)
    by_role: dict[str, Counter[tuple[Channel, str]]] = defaultdict(Counter)
    of_person = {}
    for person in people:
        kind = channels.get(person.id, Channel.CALL), person.offer.home or ""
        of_person[person.ref] = kind
        for role in {offered.code for offered in person.offer.roles}:
            by_role[role][kind] += 1
    return Kinds(by_role=by_role, of_person=of_person, routes=limits.routes)
