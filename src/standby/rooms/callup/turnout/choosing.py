"""What the coordinators chose for one need."""

from collections.abc import Mapping
from datetime import date

from standby.rooms.callup.turnout.foreseeing import Chosen
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import PolicyView

_HOURS_OF_A_DAY = 24


def chosen_for(need: NeedView, *, policy: PolicyView, risks: Mapping[str, int], today: date) -> Chosen:
    """The need's own risk where it has one, else the operation's."""
    return Chosen(
        risk=risks.get(need.request_ref, policy.shortfall_risk),
        waves=policy.waves if has_time_for_two(need, policy=policy, today=today) else 1,
        at_least=policy.at_least_to_call(role=need.role, needed=need.headcount),
    )


def has_time_for_two(need: NeedView, *, policy: PolicyView, today: date) -> bool:
    """Whether both waves can answer, one after the other, before the day on which people are needed."""
    days = -(-2 * policy.answer_hours // _HOURS_OF_A_DAY)
    return (need.days.first - today).days > days
