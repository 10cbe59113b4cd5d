"""Registrations as the identity engine sees them."""

from standby.domain.offers import PersonalDetails
from standby.identity import LicenceNumber, Record, RecordId


def record_of(record_id: RecordId, details: PersonalDetails, *, list_id: str = "") -> Record:
    return Record(
        id=record_id,
        list_id=list_id,
        given=details.given,
        surname=details.surname,
        patronymic=details.patronymic,
        name=details.name,
        phones=details.phones,
        emails=details.emails,
        birth_date=details.birth_date,
        licences=tuple(
            LicenceNumber(kind=claim.role or claim.tag, number=claim.number)
            for claim in details.licences
            if claim.number
        ),
    )
