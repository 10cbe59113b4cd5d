"""What linking lists comes to."""

from dataclasses import dataclass

from standby.identity.linking.blocking import BlockKind
from standby.identity.linking.classes import PairClass
from standby.identity.linking.explaining import Reason
from standby.identity.records import Pair, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPair:
    """Two records worth a look. `why` has codes and weights only: it can be shown and stored without the values."""

    pair: Pair
    probability: float
    pair_class: PairClass
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """`people`: the records of every person, in order, those who have one record included.

    `review`: what a person should judge, the most useful first. `skipped`: blocks that were too large, by kind.
    """

    people: tuple[tuple[RecordId, ...], ...]
    pairs: tuple[LinkedPair, ...]
    review: tuple[LinkedPair, ...]
    skipped: dict[BlockKind, int]
