"""A sign-up on its way from what was acknowledged to a registration and a person."""

from dataclasses import dataclass, replace

from standby.domain.offers import Offer
from standby.domain.sign_up import FirstAnswer, SignUp
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.people.models import Party, ReceivedSignUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What waits to be settled, opened, with the party it belongs to."""

    row: ReceivedSignUp
    sign_up: SignUp
    party: Party | None = None

    @property
    def answer(self) -> FirstAnswer:
        """What was promised with the receipt."""
        return FirstAnswer(status=PersonStatus(self.row.status), reason=Reason(self.row.reason))

    @property
    def offer(self) -> Offer:
        """As it stands with the person: the party by its label."""
        return replace(self.sign_up.offer, party=self.party.label if self.party else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A sign-up with the registration and the person that were made of it."""

    opened: Opened
    registration_id: int
    registration_ref: str
    person_id: int
    person_ref: str
