"""What the verifier of the exercise has already looked at: a few of the licences claimed on the lists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standby.exercise.dice import Dice, Odds
from standby.exercise.kept import KeptList, RowKind
from standby.exercise.volunteers import Volunteer

_SHARE_JUDGED = 0.15


class Finding(StrEnum):
    """The states of a credential that a look at it can lead to (DESIGN.md)."""

    SEEN = "seen"
    PRIMARY_VERIFIED = "primary_verified"
    REFUSED = "refused"


_FINDINGS = Odds(tuple(Finding), (0.06, 0.90, 0.04))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLicence:
    """The claim on one row of one list (rows count from 1, below the header), and what was found."""

    list: str
    row: int
    role: str
    tag: str
    issuer: str
    number: str
    expires_on: date
    finding: Finding


def judge_some(
    lists: tuple[KeptList, ...], *, volunteers: tuple[Volunteer, ...], seed: int, today: date
) -> tuple[JudgedLicence, ...]:
    """About one in seven of the claims that have a number and have not expired, each person once."""
    dice = Dice(seed=seed, name="licences")
    by_id = {volunteer.id: volunteer for volunteer in volunteers}
    judged: dict[str, JudgedLicence] = {}
    for kept in lists:
        for number, row in enumerate(kept.rows, start=1):
            if row.kind is not RowKind.FIRST or row.person in judged or not dice.chance(_SHARE_JUDGED):
                continue
            found = _judge(by_id[row.person], kept=kept, row=number, today=today, dice=dice)
            if found is not None:
                judged[row.person] = found
    return tuple(judged.values())


def _judge(volunteer: Volunteer, *, kept: KeptList, row: int, today: date, dice: Dice) -> JudgedLicence | None:
    licence = volunteer.licence
    if licence is None or licence.number not in kept.rows[row - 1].cells:
        return None
    if not licence.number or licence.expires_on is None or licence.expires_on <= today:
        return None
    return JudgedLicence(
        list=kept.id,
        row=row,
        role=licence.role,
        tag=licence.tag,
        issuer=licence.issuer,
        number=licence.number,
        expires_on=licence.expires_on,
        finding=dice.draw(_FINDINGS),
    )
