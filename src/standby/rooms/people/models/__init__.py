"""The tables of this room, one file a noun."""

from standby.rooms.people.models.access import PersonalCode
from standby.rooms.people.models.credential import Credential, CredentialJudgement, CredentialState
from standby.rooms.people.models.join import DoubtfulPair, JoinEvent, PairJudgement, RegistrationPerson
from standby.rooms.people.models.person import OfferVersion, Person
from standby.rooms.people.models.registration import (
    Contact,
    ListRow,
    ListVersion,
    Registration,
    SearchPrefix,
    SourceList,
)
from standby.rooms.people.models.status import Reached, StatusChange

__all__ = [
    "Contact",
    "Credential",
    "CredentialJudgement",
    "CredentialState",
    "DoubtfulPair",
    "JoinEvent",
    "ListRow",
    "ListVersion",
    "OfferVersion",
    "PairJudgement",
    "Person",
    "PersonalCode",
    "Reached",
    "Registration",
    "RegistrationPerson",
    "SearchPrefix",
    "SourceList",
    "StatusChange",
]
