"""Where somebody stands the moment they have signed up: told with the receipt, before anybody has looked."""

from dataclasses import dataclass

from standby.domain.sign_up.answers import SignUp
from standby.domain.statuses import PersonStatus, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    status: PersonStatus
    reason: Reason

    @property
    def hears_again(self) -> bool:
        return self.status is not PersonStatus.NOT_ACCEPTED


_NOT = PersonStatus.NOT_ACCEPTED


def first_answer(sign_up: SignUp) -> FirstAnswer:
    """It depends on nothing but what they said: no list is asked, so it cannot tell who else is known.

    A complete offer stands by; its reason stays incomplete until the contact is confirmed, for until then no plan may
    count on it.
    """
    if not sign_up.is_of_age:
        return FirstAnswer(status=_NOT, reason=Reason.UNDER_AGE)
    if sign_up.is_affiliated:
        return FirstAnswer(status=_NOT, reason=Reason.AFFILIATED_ELSEWHERE)
    if sign_up.gives_only:
        return FirstAnswer(status=PersonStatus.STAND_BY, reason=Reason.SKILL_NOT_NEEDED)
    if not sign_up.offer.is_complete:
        return FirstAnswer(status=PersonStatus.OFFERED, reason=Reason.INCOMPLETE)
    return FirstAnswer(status=PersonStatus.STAND_BY, reason=Reason.INCOMPLETE)
