"""Where a person stands, why, and which step may follow which (DESIGN.md, "Vocabulary")."""

from enum import StrEnum


class PersonStatus(StrEnum):
    OFFERED = "offered"
    DUPLICATE = "duplicate"
    STAND_BY = "stand_by"
    CALLED = "called"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TRAVELLING = "travelling"
    ARRIVED = "arrived"
    BRIEFED = "briefed"
    ON_DUTY = "on_duty"
    RESTING = "resting"
    RELIEVED = "relieved"
    THANKED = "thanked"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    UNACCOUNTED = "unaccounted"
    INJURED = "injured"
    EVACUATED = "evacuated"
    DIED = "died"


class Reason(StrEnum):
    """Why a person stands where they stand; a status always carries one."""

    NO_NEED_NOW = "no_need_now"
    SKILL_NOT_NEEDED = "skill_not_needed"
    SKILL_NOT_VERIFIED = "skill_not_verified"
    LANGUAGE = "language"
    DATES = "dates"
    TOO_FAR = "too_far"
    SITE_FULL = "site_full"
    PARTY_CANNOT_STAY_TOGETHER = "party_cannot_stay_together"
    REST = "rest"
    LAPSED = "lapsed"
    SECURITY_HOLD = "security_hold"
    UNDER_AGE = "under_age"
    INCOMPLETE = "incomplete"
    AFFILIATED_ELSEWHERE = "affiliated_elsewhere"
    NEEDED = "needed"
    FIXED = "fixed"
    KEPT_FREE = "kept_free"


# The dead and the missing stop the machine: no automatic message ever follows one of these.
SILENT_STATUSES = frozenset({PersonStatus.UNACCOUNTED, PersonStatus.INJURED, PersonStatus.EVACUATED, PersonStatus.DIED})

# On the way or at work: a plan keeps these as they are (FORMATS.md, rule 7).
FIXED_STATUSES = frozenset({PersonStatus.TRAVELLING, PersonStatus.ARRIVED, PersonStatus.BRIEFED, PersonStatus.ON_DUTY})

# Not to be planned at all.
ENDED_STATUSES = frozenset(
    {
        PersonStatus.DUPLICATE,
        PersonStatus.WITHDRAWN,
        PersonStatus.NOT_ACCEPTED,
        PersonStatus.SUSPENDED,
        PersonStatus.THANKED,
    }
    | SILENT_STATUSES
)

_S = PersonStatus
_ANYWHERE = frozenset({_S.WITHDRAWN, _S.SUSPENDED, _S.DUPLICATE}) | SILENT_STATUSES
_NEXT: dict[PersonStatus, frozenset[PersonStatus]] = {
    _S.OFFERED: frozenset({_S.STAND_BY, _S.CALLED, _S.NOT_ACCEPTED}),
    _S.STAND_BY: frozenset({_S.STAND_BY, _S.CALLED, _S.NOT_ACCEPTED, _S.THANKED, _S.OFFERED}),
    _S.CALLED: frozenset({_S.CALLED, _S.ACCEPTED, _S.DECLINED, _S.STAND_BY}),
    _S.ACCEPTED: frozenset({_S.ACCEPTED, _S.TRAVELLING, _S.ARRIVED, _S.DECLINED, _S.STAND_BY, _S.CALLED}),
    _S.DECLINED: frozenset({_S.STAND_BY, _S.CALLED, _S.THANKED, _S.NOT_ACCEPTED}),
    _S.TRAVELLING: frozenset({_S.ARRIVED, _S.STAND_BY, _S.RELIEVED}),
    # Back to accepted when the arrival was somebody else's.
    _S.ARRIVED: frozenset({_S.BRIEFED, _S.RELIEVED, _S.STAND_BY, _S.ACCEPTED}),
    _S.BRIEFED: frozenset({_S.ON_DUTY, _S.RELIEVED}),
    _S.ON_DUTY: frozenset({_S.RESTING, _S.RELIEVED}),
    _S.RESTING: frozenset({_S.ON_DUTY, _S.RELIEVED}),
    _S.RELIEVED: frozenset({_S.THANKED, _S.STAND_BY, _S.CALLED}),
    _S.THANKED: frozenset({_S.STAND_BY, _S.OFFERED}),
    _S.NOT_ACCEPTED: frozenset({_S.OFFERED, _S.STAND_BY}),
    _S.WITHDRAWN: frozenset({_S.OFFERED, _S.STAND_BY}),
    _S.SUSPENDED: frozenset({_S.STAND_BY, _S.NOT_ACCEPTED}),
    # Whoever was taken for another, and is not, stands where they stood before.
    _S.DUPLICATE: frozenset({_S.STAND_BY, _S.OFFERED, _S.DECLINED, _S.NOT_ACCEPTED, _S.THANKED}),
    _S.UNACCOUNTED: frozenset({_S.ARRIVED, _S.ON_DUTY, _S.RELIEVED, _S.STAND_BY}),
    _S.INJURED: frozenset({_S.RELIEVED, _S.STAND_BY, _S.THANKED}),
    _S.EVACUATED: frozenset({_S.RELIEVED, _S.STAND_BY, _S.THANKED}),
    _S.DIED: frozenset(),
}


def may_follow(*, before: PersonStatus, after: PersonStatus) -> bool:
    """Whether a person at `before` may be moved to `after`; correcting a status to itself is no move.

    >>> may_follow(before=PersonStatus.STAND_BY, after=PersonStatus.TRAVELLING)
    False
    """
    if before is PersonStatus.DIED:
        return False
    return after in _NEXT[before] or (after in _ANYWHERE and after is not before)
