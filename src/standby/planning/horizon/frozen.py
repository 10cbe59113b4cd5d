"""Inside the notice period nothing changes: whoever was told to leave within it goes where they were told."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from standby.planning.first_come import empty_state
from standby.planning.horizon.entering import Pair, enter
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.model.crowd import without
from standby.planning.model.fixed import Fixed
from standby.planning.model.instance import NO_LIMIT, Flags, Instance
from standby.planning.operation import Announcement, PlaceId, Region
from standby.planning.search.supply import counted_supply

_HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """The calls that stay, and the model of what is left to be decided beside them."""

    kept: tuple[Pair, ...]
    model: Model


def freeze(model: Model) -> Freezing:
    """Keeps all that was announced to anybody who leaves within the notice hours, as far as the hard rules allow it.

    Whoever is kept is called nowhere else by this plan. A policy with `change_within_notice` keeps nobody.
    """
    near = _near(model)
    if not near:
        return Freezing(kept=(), model=model)
    state = empty_state(model.instance, counted_supply(model.instance))
    kept = enter(model, state, near)
    return Freezing(kept=tuple(kept), model=_beside(model, state, kept))


def _near(model: Model) -> list[Pair]:
    """Every soft row of each unit of which somebody leaves within the notice hours."""
    operation = model.operation
    soft = [row for row in operation.announced if not row.is_fixed]
    if operation.policy.change_within_notice or not soft:
        return []
    number = {person.person_id: position for position, person in enumerate(model.people)}
    regions = {site.site_id: site.region for site in operation.sites}
    region = {need.need_id: regions[need.site_id] for need in model.needs}
    unit = model.instance.people["unit"]
    near = {
        int(unit[number[row.person_id]])
        for row in soft
        if _leaves_soon(model, row, number[row.person_id], region[row.need_id])
    }
    return [(row.person_id, row.need_id) for row in soft if int(unit[number[row.person_id]]) in near]


def _leaves_soon(model: Model, row: Announcement, person: int, region: Region) -> bool:
    operation = model.operation
    way = operation.routes.get((PlaceId(model.people[person].offer.home), region), 0)
    days = row.days.first.toordinal() - way - operation.as_of.toordinal()
    return bool(days * _HOURS_A_DAY < operation.policy.notice_hours)


def _beside(model: Model, state: State, kept: list[Pair]) -> Model:
    """What the kept calls use is taken off every limit, as for those who are fixed; they themselves are not moved."""
    heads = Counter(model.fixed.heads)
    heads.update(need for _, need in kept)
    fixed = Fixed(
        deployments=model.fixed.deployments,
        heads=heads,
        beds=model.fixed.beds,
        arrivals=model.fixed.arrivals,
        seats=model.fixed.seats,
    )
    instance = unmoved(model.instance, state.away["first_call"] >= 0)
    left = np.where(instance.left >= NO_LIMIT, NO_LIMIT, state.left)
    return replace(model, fixed=fixed, instance=instance._replace(left=left))


def unmoved(instance: Instance, who: Flags) -> Instance:
    """The same operation in which these people are suited for nothing, and give way to nobody."""
    people = instance.people.copy()
    people["skill"] = np.where(who, -1, people["skill"])
    people["alone"] = np.where(who, 0, people["alone"])
    return instance._replace(people=people, crowd=without(instance.crowd, who))
