"""The people of an operation as arrays."""

from collections.abc import Iterable, Sequence

import numpy as np

from standby.domain.days import Days
from standby.domain.offers import Lodging, Offer, Travel
from standby.planning.model.availability import free_windows
from standby.planning.model.fixed import Fixed
from standby.planning.model.instance import NO_LIMIT, Flags, Ints, Records, records
from standby.planning.model.lists import flattened
from standby.planning.model.units import Unit
from standby.planning.operation import Operation, Person


def is_incomplete(person: Person, operation: Operation) -> bool:
    """Not plannable: no role, no window, or a seat wanted from nowhere."""
    offer = person.offer
    from_nowhere = operation.transport is not None and offer.travel is Travel.SEAT and not offer.home
    return not offer.is_complete or from_nowhere


def plannable(operation: Operation, people: Sequence[Person], units: Sequence[Unit], fixed: Fixed) -> Flags:
    """Who may be called at all: every member of a unit or none.

    A unit that already serves is not called again by this plan: the bound that is published counts units that are not
    fixed (FORMATS.md), so a second call of a fixed one would be worth more than the bound allows for.
    """
    serving = {deployment.person.person_id for deployment in fixed.deployments}
    may = np.array([not (is_incomplete(p, operation) or p.person_id in serving) for p in people], bool)
    for unit in units:
        if not unit.is_single:
            may[list(unit.members)] = may[list(unit.members)].all()
    return may


def people_records(
    operation: Operation,
    *,
    people: Sequence[Person],
    units: Sequence[Unit],
    homes: dict[str, int],
    skill: Ints,
    fixed: Fixed,
) -> tuple[Records, Records]:
    """The people, and their windows."""
    offers = [person.offer for person in people]
    ptr, days = flattened(_windows(operation, people, fixed))
    unit_ptr, members = flattened([unit.members for unit in units])
    size = np.diff(unit_ptr)
    unit_of, alone = np.empty(len(people), np.int64), np.empty(len(people), np.int64)
    unit_of[members] = np.repeat(np.arange(len(units)), size)
    alone[members] = np.repeat(size == 1, size)
    columns = {
        "skill": skill,
        "home": _column(homes[offer.home] for offer in offers),
        "effect": _column(map(_effect, offers)),
        "lodged": _column(int(offer.lodging is Lodging.NEED) for offer in offers),
        "max_stay": _column(_limit(offer.max_stay_days) for offer in offers),
        "max_total": _column(_limit(offer.max_total_days) for offer in offers),
        "window_low": ptr[:-1] // 2,
        "window_high": ptr[1:] // 2,
        "unit": unit_of,
        "alone": alone,
    }
    return records(columns), records({"first": days[0::2], "last": days[1::2]})


def _column(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _effect(offer: Offer) -> int:
    """On the seats of the day they leave (rule 6)."""
    if offer.travel is Travel.OWN:
        return 0
    return -1 if offer.seats is None else offer.seats


def _limit(days: int | None) -> int:
    return NO_LIMIT if days is None else days


def _windows(operation: Operation, people: Sequence[Person], fixed: Fixed) -> list[tuple[int, ...]]:
    """First and last days in turn, person by person; equal offers share the work."""
    rest_days, known = operation.policy.rest_days, dict[object, tuple[int, ...]]()
    absences: dict[str, list[Days]] = {}
    for deployment in fixed.deployments:
        absences.setdefault(deployment.person.person_id, []).append(deployment.absence)
    windows = []
    for person in people:
        own = absences.get(person.person_id, [])
        key = (id(person.offer.windows), person.offer.rested_from) if not own else person.person_id
        if key not in known:
            free = free_windows(person.offer, absences=own, rest_days=rest_days)
            known[key] = tuple(day for window in free for day in window)
        windows.append(known[key])
    return windows
