"""What the engine proposes: which registrations are one person, which a person has to judge, what was left out."""

from dataclasses import dataclass
from enum import StrEnum

from standby.identity.comparison import Comparison
from standby.identity.records import Pair, RecordId


class Verdict(StrEnum):
    """What a person decided about a pair; remembered for ever."""

    SAME = "same"
    NOT_THE_SAME = "not_the_same"


class JoinReason(StrEnum):
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    JUDGED_SAME = "judged_same"


class DoubtReason(StrEnum):
    """Why a pair waits for a person, in the order of what is asked first."""

    JOINS_CONTRADICT = "joins_contradict"
    """Each join looks certain, but together they make one person of records that exclude each other."""
    FATHERS_DIFFER = "fathers_differ"
    BIRTH_DATES_DIFFER = "birth_dates_differ"
    LICENCES_DIFFER = "licences_differ"
    SURNAMES_DIFFER = "surnames_differ"
    GIVEN_NAMES_DIFFER_SLIGHTLY = "given_names_differ_slightly"
    GIVEN_NAME_MISSING = "given_name_missing"
    SAME_LICENCE = "same_licence"
    SAME_NAME_AND_BIRTH_DATE = "same_name_and_birth_date"


class KeyKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    LICENCE = "licence"
    NAME_AND_BIRTH = "name_and_birth"
    NAME = "name"
    CONSONANTS = "consonants"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    pair: Pair
    reason: JoinReason
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    pair: Pair
    reason: DoubtReason
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedBlock:
    """A key so many records share that it tells nothing: counted, so that nobody thinks these were compared."""

    kind: KeyKind
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """`groups`: the records of each person who has more than one. All in order of record ids: no list comes first."""

    groups: tuple[tuple[RecordId, ...], ...] = ()
    certain: tuple[Join, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    skipped: tuple[SkippedBlock, ...] = ()
