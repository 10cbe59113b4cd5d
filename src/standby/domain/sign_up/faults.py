"""What can be wrong with an answer, as codes that stay the same; a room says them in the reader's language."""

from dataclasses import dataclass
from enum import StrEnum

from standby.domain.sign_up.fields import Field


class FaultCode(StrEnum):
    MISSING = "missing"
    TOO_LONG = "too_long"
    UNREADABLE_CHARACTERS = "unreadable_characters"
    EMOJI = "emoji"
    NO_LETTERS = "no_letters"
    HOLDS_A_NUMBER = "holds_a_number"
    PHONE_NOT_UNDERSTOOD = "phone_not_understood"
    EMAIL_NOT_UNDERSTOOD = "email_not_understood"
    NO_CONTACT = "no_contact"
    NOT_A_CHOICE = "not_a_choice"
    TOO_MANY = "too_many"
    NOTHING_OFFERED = "nothing_offered"
    ROLE_NOT_CHOSEN = "role_not_chosen"
    ROLE_CLOSED = "role_closed"
    DOOR_SHUT = "door_shut"
    NOT_A_DAY = "not_a_day"
    DAY_MISSING = "day_missing"
    LAST_BEFORE_FIRST = "last_before_first"
    DAYS_OVER = "days_over"
    TOO_FAR_AHEAD = "too_far_ahead"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    LICENCE_FOR_NOTHING = "licence_for_nothing"
    LICENCE_ENDED = "licence_ended"
    PARTY_CODE_MISTYPED = "party_code_mistyped"
    PARTY_UNKNOWN = "party_unknown"
    PLEDGE_NOT_NAMED = "pledge_not_named"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpFault:
    """One thing to mend. `place` counts repeated answers (the days of a second window) from 1, 0 where there is one.

    `least` and `most` are what the sentence needs to say what would fit. No value of the answer is ever carried.
    """

    code: FaultCode
    field: Field
    place: int = 0
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """Not taken yet: everything there is to mend, in the order of the questions."""

    faults: tuple[SignUpFault, ...]

    def __post_init__(self) -> None:
        if not self.faults:
            raise ValueError("Whoever has to mend something is told what.")
