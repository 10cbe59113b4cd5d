"""Pairs made into people, without chains: one wrong pair must never make two families one.

When records that exclude each other hang together by joins that each look certain, the joins between them are
contested: all of them, because choosing one would be a guess, and the guess would depend on the order of the rows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from standby.identity.records import Pair, RecordId, pair_of

Excludes = Callable[[RecordId, RecordId], bool]
Group = tuple[RecordId, ...]

# More registrations than one person ever makes; beyond it something is wrong with the data and a person has to look.
LARGEST_GROUP = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    groups: tuple[Group, ...]
    contested: frozenset[Pair]


def grouped(pairs: Iterable[Pair], *, exclude: Excludes) -> Grouped:
    """The people whom these joins make, and the joins that were not made because they contradict each other."""
    wanted = frozenset(pairs)
    kept = _uncontested(_uncontested(wanted, exclude, _contested_nearby), exclude, _all_contested)
    return Grouped(groups=components(kept), contested=wanted - kept)


def components(pairs: Iterable[Pair]) -> tuple[Group, ...]:
    """Who hangs together, each in order.

    >>> components([(RecordId("a"), RecordId("b")), (RecordId("c"), RecordId("b")), (RecordId("x"), RecordId("y"))])
    (('a', 'b', 'c'), ('x', 'y'))
    """
    linked = neighbours(pairs)
    found: list[Group] = []
    seen: set[RecordId] = set()
    for start in sorted(linked):
        if start not in seen:
            reached = _reached(start, linked)
            seen |= reached
            found.append(tuple(sorted(reached)))
    return tuple(found)


def neighbours(pairs: Iterable[Pair]) -> dict[RecordId, set[RecordId]]:
    linked: dict[RecordId, set[RecordId]] = defaultdict(set)
    for one, other in pairs:
        linked[one].add(other)
        linked[other].add(one)
    return linked


def _reached(start: RecordId, linked: dict[RecordId, set[RecordId]]) -> set[RecordId]:
    reached, waiting = {start}, [start]
    while waiting:
        new = linked[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached


_Contested = Callable[[frozenset[Pair], dict[RecordId, set[RecordId]]], set[Pair]]


def _uncontested(pairs: frozenset[Pair], exclude: Excludes, contested: _Contested) -> frozenset[Pair]:
    """The pairs without those of contradictory components that `contested` names."""
    of_group = {record: group for group in components(pairs) for record in group}
    inside: dict[Group, set[Pair]] = defaultdict(set)
    for pair in pairs:
        inside[of_group[pair[0]]].add(pair)
    lost: set[Pair] = set()
    for group, joins in inside.items():
        if len(group) > LARGEST_GROUP:
            lost |= joins
        elif apart := neighbours(pair_of(one, other) for one, other in combinations(group, 2) if exclude(one, other)):
            lost |= contested(frozenset(joins), apart)
    return pairs - lost


def _contested_nearby(joins: frozenset[Pair], apart: dict[RecordId, set[RecordId]]) -> set[Pair]:
    """Joins whose two records, with all that hang on either, hold two that exclude each other."""
    linked = neighbours(joins)
    hoods = {pair: linked[pair[0]] | linked[pair[1]] for pair in joins}
    return {pair for pair, hood in hoods.items() if any(apart[record] & hood for record in hood & apart.keys())}


def _all_contested(joins: frozenset[Pair], _apart: dict[RecordId, set[RecordId]]) -> set[Pair]:
    return set(joins)
