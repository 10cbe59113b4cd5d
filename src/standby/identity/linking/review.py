"""Which pair a person should judge next: the one whose answer changes most."""

from collections.abc import Container
from math import log2

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.people import People, PlacePair
from standby.identity.linking.results import LinkedPair
from standby.identity.linking.settings import Settings


def to_judge(
    found: Blocked, pairs: tuple[LinkedPair, ...], people: People, judged: Container[PlacePair], settings: Settings
) -> tuple[LinkedPair, ...]:
    """Pairs that may be one person and were neither joined nor judged, the most useful first."""
    open_pairs = [
        (-usefulness(pair.probability, places, people), pair)
        for places, pair in zip(found.pairs, pairs, strict=True)
        if pair.probability >= settings.ask and places not in judged and not people.are_one(*places)
    ]
    return tuple(pair for _, pair in sorted(open_pairs, key=lambda item: (item[0], item[1].pair)))


def usefulness(chance: float, places: PlacePair, people: People) -> float:
    """How unsure the pair is, times the registrations that the answer would join or keep apart."""
    affected = sum(len(people.members[people.person_of[place]]) for place in places)
    return _doubt(chance) * affected


def _doubt(chance: float) -> float:
    """The entropy of a yes or no in bits: 1 at even chances, 0 when sure."""
    if not 0 < chance < 1:
        return 0.0
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)
