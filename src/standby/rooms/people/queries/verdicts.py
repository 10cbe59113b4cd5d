"""What people decided about pairs: remembered for ever, also when a row comes again in the next version of its list."""

from collections.abc import Collection, Mapping

from standby.identity import Pair, RecordId, Verdict, pair_of
from standby.rooms.people.models import DoubtfulPair

# What waits to be confirmed is not the same yet: no later row brings the two together.
_VERDICTS = {"same": Verdict.SAME, "not_same": Verdict.NOT_THE_SAME, "held": Verdict.NOT_THE_SAME}
# Two people, by their ids, the smaller first.
Apart = frozenset[tuple[int, int]]


def verdicts_among(*, operation_id: int, registration_ids: Collection[int]) -> dict[Pair, Verdict]:
    rows = DoubtfulPair.objects.filter(operation_id=operation_id, verdict__in=_VERDICTS)
    among = rows.filter(first_id__in=registration_ids, second_id__in=registration_ids)
    return {
        _pair(first, second): _VERDICTS[verdict]
        for first, second, verdict in among.values_list("first_id", "second_id", "verdict")
    }


def people_apart(decided: Mapping[Pair, Verdict], *, owners: Mapping[int, int]) -> Apart:
    """Those of whom somebody said, by any of their registrations, that they are two people."""
    return frozenset(
        _in_order(owners[int(first)], owners[int(second)])
        for (first, second), verdict in decided.items()
        if verdict is Verdict.NOT_THE_SAME and int(first) in owners and int(second) in owners
    )


def are_apart(one: int | None, other: int | None, apart: Apart) -> bool:
    return one is not None and other is not None and _in_order(one, other) in apart


def carried_on(*, continues: Mapping[int, int], owners: Mapping[int, int], apart: Apart) -> dict[Pair, Verdict]:
    """Verdicts for new versions of rows: whoever a row's person was told apart from, its new version is as well."""
    others: dict[int, set[int]] = {}
    for one, other in apart:
        others.setdefault(one, set()).add(other)
        others.setdefault(other, set()).add(one)
    registrations: dict[int, list[int]] = {}
    for registration_id, person_id in owners.items() if others else ():
        registrations.setdefault(person_id, []).append(registration_id)
    return {
        _pair(new, theirs): Verdict.NOT_THE_SAME
        for new, before in continues.items()
        for stranger in others.get(owners.get(before, 0), ())
        for theirs in registrations[stranger]
    }


def _pair(first: int, second: int) -> Pair:
    return pair_of(RecordId(str(first)), RecordId(str(second)))


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
