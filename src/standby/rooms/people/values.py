"""What this room hands to those above it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from standby.domain.offers import Offer, PersonalDetails
from standby.domain.statuses import PersonStatus, Reason


class Hold(StrEnum):
    """Why a sign-up waits for a person's look before it is settled."""

    NOT = ""
    NETWORK = "network"  # very many came from the same network
    CONTACT = "contact"  # the same telephone or address was given again and again
    DROPPED = "dropped"  # somebody looked: it came from no person; nothing of it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A registration that comes in. `row` counts the records of its list from 1; 0 where there is no list.

    `fingerprint` and the values of `row_keys` (kind, value) are personal: they are hashed with the secret before they
    are stored. `continues` is the reference of the registration that the same row had in the list's last version.
    """

    row: int
    details: PersonalDetails
    offer: Offer
    language: str
    registered_at: datetime
    fingerprint: bytes
    row_keys: tuple[tuple[int, bytes], ...] = ()
    is_under_age: bool = False
    is_affiliated: bool = False
    continues: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of registering: by row, the registration; and which of them are new here."""

    by_row: Mapping[int, int]
    new: tuple[int, ...]
    people_made: int
    joined: int
    doubtful: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person without anything that identifies them."""

    id: int
    ref: str
    code_word: str
    language: str
    status: PersonStatus
    reason: Reason
    since: datetime | None
    next_word_on: date | None
    occasion: str
    offer: Offer
    is_complete: bool
    has_email: bool
    has_phone: bool
    party: str
    registered_at: datetime
    # Whether a contact was shown to be theirs, or somebody vouched; until then no plan counts on them.
    is_confirmed: bool = True
    gives_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A person with their details opened: for a page that shows them, and for nothing longer than that."""

    person: PersonView
    details: PersonalDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStatus:
    """Where one person is to stand from now on. `next_word_on` may be None only for those who hear no more."""

    person_id: int
    status: PersonStatus
    reason: Reason
    next_word_on: date | None
