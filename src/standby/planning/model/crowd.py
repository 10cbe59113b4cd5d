"""Who could be asked for each skill, in few bytes: a kernel that looks for somebody goes through all of them."""

import numpy as np

from standby.planning.model.instance import Flags, Ints, Records

_FIELDS = "person", "home", "first", "last", "windows", "stay"
_DTYPE = np.dtype([(name, np.int32) for name in _FIELDS])
_LONGEST = np.iinfo(np.int32).max
# Nobody is away for less than a day.
_NEVER = -1


def crowd_of(people: Records, windows: Records, *, skills: int) -> tuple[dict[str, Ints], Records]:
    """By skill where its part begins, where members of parties begin in it, and where it ends; and the crowd."""
    skill, alone = people["skill"], people["alone"]
    person = np.lexsort((1 - alone, skill)).astype(np.int64)
    person = person[skill[person] >= 0]
    count = np.bincount(skill[person], minlength=skills)
    high = np.cumsum(count).astype(np.int64)
    of_those_alone = np.bincount(skill[person], weights=alone[person], minlength=skills).astype(np.int64)
    low = high - count
    columns = {"crowd_low": low, "crowd_alone": low + of_those_alone, "crowd_high": high}
    return columns, _records(people[person], windows, person)


def _records(people: Records, windows: Records, person: Ints) -> Records:
    crowd = np.zeros(len(person), _DTYPE)
    crowd["person"], crowd["home"] = person, people["home"]
    crowd["windows"] = people["window_high"] - people["window_low"]
    crowd["stay"] = np.minimum(people["max_stay"], _LONGEST)
    has_any = crowd["windows"] > 0
    # Windows come in the order of their days; whoever has none ends before they begin.
    crowd["first"][~has_any] = 1
    crowd["first"][has_any] = windows["first"][people["window_low"][has_any]]
    crowd["last"][has_any] = windows["last"][people["window_high"][has_any] - 1]
    return crowd


def alike_in_dates(crowd: Records) -> Ints:
    """A number for each of the crowd; whoever has the same is suited for the same needs, as far as dates go.

    Those with several windows are alike to nobody.
    """
    if not len(crowd):
        return np.zeros(0, np.int64)
    columns = [crowd[name] for name in ("stay", "last", "first", "home")]
    order = np.lexsort(columns)
    is_new = crowd["windows"][order] > 1
    # Whoever stands behind one with several windows begins a kind too: those are no one's equals.
    is_new[1:] |= is_new[:-1].copy()
    for column in columns:
        is_new[1:] |= np.diff(column[order]) != 0
    is_new[0] = False
    alike = np.empty(len(crowd), np.int64)
    alike[order] = np.cumsum(is_new)
    return alike


def without(crowd: Records, who: Flags) -> Records:
    """The crowd in which these people are suited for nothing."""
    left = crowd.copy()
    left["stay"][who[crowd["person"]]] = _NEVER
    return left
