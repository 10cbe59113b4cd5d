"""Who goes together: a party is one unit, everybody else is one alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.domain.offers import PartyRule
from standby.planning.operation import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Positions of the members among the people, in the order of their ids."""

    members: tuple[int, ...]

    @property
    def is_single(self) -> bool:
        return len(self.members) == 1


def units_of(people: Sequence[Person]) -> tuple[Unit, ...]:
    """Units in the order of their smallest member; a party whose members all say may_split is no party."""
    parties: dict[str, list[int]] = {}
    for position, person in enumerate(people):
        if person.offer.party:
            parties.setdefault(person.offer.party, []).append(position)
    kept = [members for members in parties.values() if not _may_split(people, members)]
    led = {members[0]: members for members in kept}
    led_by_others = {position for members in kept for position in members[1:]}
    return tuple(
        Unit(members=tuple(led.get(position, (position,))))
        for position in range(len(people))
        if position not in led_by_others
    )


def _may_split(people: Sequence[Person], members: list[int]) -> bool:
    return all(people[position].offer.party_rule is PartyRule.MAY_SPLIT for position in members)
