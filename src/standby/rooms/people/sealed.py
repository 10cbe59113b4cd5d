"""Opening and closing what identifies: each registration under a key of its own, each person under theirs."""

from collections.abc import Iterable, Mapping

from standby.domain.offers import PersonalDetails
from standby.rooms.people.codecs import details_from_json, details_to_json
from standby.rooms.people.models import Person, Registration
from standby.rooms.vault.actions import seal_payload
from standby.rooms.vault.queries import keys_of, open_payload
from standby.sealing import DataKey


def registration_place(ref: str) -> str:
    return f"people_registration|sealed|{ref}"


def person_place(ref: str) -> str:
    return f"people_person|sealed|{ref}"


def credential_place(ref: str) -> str:
    return f"people_credential|sealed|{ref}"


def photo_place(ref: str) -> str:
    return f"people_credentialphoto|sealed|{ref}"


def sign_up_place(key: bytes) -> str:
    return f"people_receivedsignup|sealed|{key.hex()}"


def overlap_place(ref: str) -> str:
    return f"people_overlap|sealed|{ref}"


def pledge_place(ref: str) -> str:
    return f"people_pledge|sealed|{ref}"


def seal_details(details: PersonalDetails, *, key: DataKey, place: str) -> bytes:
    return seal_payload(details_to_json(details), key=key, place=place)


def open_registrations(rows: Iterable[Registration]) -> dict[int, PersonalDetails]:
    """Details by registration id; a registration whose key was erased is absent."""
    rows = list(rows)
    keys = keys_of(row.ref for row in rows)
    return {
        row.id: details_from_json(open_payload(row.sealed, key=keys[row.ref], place=registration_place(row.ref)))
        for row in rows
        if row.ref in keys
    }


def open_own_words(rows: Iterable[Person]) -> Mapping[int, PersonalDetails]:
    """What people wrote about themselves on their own pages, by person id; absent where they wrote nothing."""
    written = [row for row in rows if row.sealed]
    keys = keys_of(row.ref for row in written)
    return {
        row.id: details_from_json(open_payload(row.sealed, key=keys[row.ref], place=person_place(row.ref)))
        for row in written
        if row.ref in keys
    }
