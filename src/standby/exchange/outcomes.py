"""What becomes of every row of a list, shown before anything is stored."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from standby.domain.offers import Offer, PersonalDetails
from standby.exchange.keys import RowKey
from standby.exchange.problems import Trouble


class Outcome(StrEnum):
    USABLE = "usable"
    INCOMPLETE = "incomplete"  # becomes a person, who is asked for what is missing
    UNDER_AGE = "under_age"  # becomes a person with an answer, never planned
    UNUSABLE = "unusable"  # not stored; the report says why
    REFUSED = "refused"  # a combat offer: counted, shown once, never stored or reported


STORED = frozenset({Outcome.USABLE, Outcome.INCOMPLETE, Outcome.UNDER_AGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """One row: what it came to, what is wrong with it, and the values to store if it is stored.

    `fingerprint` is the same for the same content in any order, encoding or column order; `keys` recognise the person
    in the next version of the list. Both are personal data until they are hashed with a secret. `repeats` is the number
    of an earlier row with the same content.
    """

    number: int
    line: int
    outcome: Outcome
    details: PersonalDetails
    offer: Offer
    troubles: tuple[Trouble, ...] = ()
    home_text: str = ""
    affiliation: str = ""
    list_name: str = ""
    registered_at: datetime | None = None
    fingerprint: bytes = b""
    keys: tuple[RowKey, ...] = ()
    repeats: int | None = None

    @property
    def is_stored(self) -> bool:
        return self.outcome in STORED and self.repeats is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All rows of a list as they would be taken in; nothing is stored yet."""

    file: str
    rows: tuple[RowOutcome, ...]

    def count(self, outcome: Outcome) -> int:
        return self.counts[outcome]

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(row.outcome for row in self.rows)

    @property
    def stored(self) -> Iterator[RowOutcome]:
        """The rows that become registrations when a person confirms."""
        return (row for row in self.rows if row.is_stored)

    @property
    def reported(self) -> Iterator[RowOutcome]:
        """The rows with something to say about them; a refused offer is never among them."""
        return (row for row in self.rows if row.troubles and row.outcome is not Outcome.REFUSED)
