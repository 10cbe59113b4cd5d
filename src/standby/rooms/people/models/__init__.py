"""The tables of this room, one file a noun."""

from standby.rooms.people.models.access import PersonalCode
from standby.rooms.people.models.credential import Credential, CredentialJudgement, CredentialPhoto, CredentialState
from standby.rooms.people.models.join import (
    DoubtfulPair,
    HeldJoin,
    JoinEvent,
    JoinVouch,
    MatchRun,
    PairJudgement,
    RegistrationPerson,
    SecondLook,
)
from standby.rooms.people.models.overlap import Overlap
from standby.rooms.people.models.person import OfferVersion, Person
from standby.rooms.people.models.registration import (
    DoorLook,
    ListRow,
    ListVersion,
    MatchKey,
    NameKey,
    Registration,
    RowKey,
    SearchPrefix,
    SourceList,
)
from standby.rooms.people.models.sign_up import ContactClaim, HeldCounts, Party, Pledge, ReceivedSignUp, RefusedOffers
from standby.rooms.people.models.status import CrowdCounts, Reached, StandingWeek, StatusChange

__all__ = [
    "ContactClaim",
    "Credential",
    "CredentialJudgement",
    "CredentialPhoto",
    "CredentialState",
    "CrowdCounts",
    "DoorLook",
    "DoubtfulPair",
    "HeldCounts",
    "HeldJoin",
    "JoinEvent",
    "JoinVouch",
    "ListRow",
    "ListVersion",
    "MatchKey",
    "MatchRun",
    "NameKey",
    "OfferVersion",
    "Overlap",
    "PairJudgement",
    "Party",
    "Person",
    "PersonalCode",
    "Pledge",
    "Reached",
    "ReceivedSignUp",
    "RefusedOffers",
    "Registration",
    "RegistrationPerson",
    "RowKey",
    "SearchPrefix",
    "SecondLook",
    "SourceList",
    "StandingWeek",
    "StatusChange",
]
