"""The tables of this room, one file a noun."""

from standby.rooms.people.models.access import PersonalCode
from standby.rooms.people.models.credential import Credential, CredentialJudgement, CredentialState
from standby.rooms.people.models.join import DoubtfulPair, JoinEvent, PairJudgement, RegistrationPerson
from standby.rooms.people.models.person import OfferVersion, Person
from standby.rooms.people.models.registration import (
    ListRow,
    ListVersion,
    MatchKey,
    Registration,
    RowKey,
    SearchPrefix,
    SourceList,
)
from standby.rooms.people.models.status import Reached, StatusChange

__all__ = [
    "Credential",
    "CredentialJudgement",
    "CredentialState",
    "DoubtfulPair",
    "JoinEvent",
    "ListRow",
    "ListVersion",
    "MatchKey",
    "OfferVersion",
    "PairJudgement",
    "Person",
    "PersonalCode",
    "Reached",
    "Registration",
    "RegistrationPerson",
    "RowKey",
    "SearchPrefix",
    "SourceList",
    "StatusChange",
]
