"""One registration as the identity engine sees it, and what it is compared by."""

from dataclasses import dataclass
from typing import NewType

from standby.identity.births import BirthDate, birth_date
from standby.identity.contacts import email_key, phone_key
from standby.identity.folds import fold
from standby.identity.heard import HeardName, heard
from standby.identity.names import parse_name

RecordId = NewType("RecordId", str)
Pair = tuple[RecordId, RecordId]


def pair_of(one: RecordId, other: RecordId) -> Pair:
    """Two records in the one order in which a pair is remembered."""
    if one == other:
        raise ValueError(f"A pair has two records; {one!r} was given twice.")
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LicenceNumber:
    """Numbers contradict each other within one `kind` only: two drivers' do, a driver's and a doctor's do not."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a list. Names in the script they came in; phones in E.164 or as given; `birth_date` ISO or as given."""

    id: RecordId
    list_id: str = ""
    given: str = ""
    surname: str = ""
    patronymic: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birth_date: str = ""
    licences: tuple[LicenceNumber, ...] = ()
    home: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """A record read once, so that a thousand comparisons need not read it again."""

    id: RecordId
    list_id: str
    name: HeardName
    phones: frozenset[str]
    emails: frozenset[str]
    birth: BirthDate | None
    licences: frozenset[LicenceNumber]
    home: str


def identifiers(record: Record, *, default_region: str = "") -> Identifiers:
    phones = (phone_key(phone, default_region=default_region) for phone in record.phones)
    emails = (email_key(email) for email in record.emails)
    return Identifiers(
        id=record.id,
        list_id=record.list_id,
        name=heard(
            parse_name(name=record.name, given=record.given, surname=record.surname, patronymic=record.patronymic)
        ),
        phones=frozenset(phone for phone in phones if phone),
        emails=frozenset(email for email in emails if email),
        birth=birth_date(record.birth_date),
        home=" ".join(fold(record.home)),
        licences=frozenset(plain_licence(licence) for licence in record.licences if plain_licence(licence).number),
    )


def plain_licence(licence: LicenceNumber) -> LicenceNumber:
    """Letters and digits only: AB 12-34 and ab1234 are one number."""
    number = "".join(sign for sign in licence.number.upper() if sign.isalnum())
    return LicenceNumber(kind=licence.kind.strip().lower(), number=number)
