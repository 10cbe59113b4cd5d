"""Storing people who are new here, each told at once where they stand."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from standby.domain.code_words import code_word
from standby.domain.offers import Offer
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.people.codecs import offer_to_json
from standby.rooms.people.models import OfferVersion, Person, StatusChange
from standby.rooms.vault.actions import make_keys
from standby.rooms.vault.copying import copy_rows, next_ids
from standby.sealing import new_ref

_DRAWS = 63 * 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A person about to be made, and their first answer.

    Until `is_confirmed` they are not written to: nobody has shown that the address is theirs.
    """

    language: str
    offer: Offer
    status: PersonStatus
    reason: Reason
    next_word_on: date | None
    registered_at: datetime
    has_email: bool = False
    has_phone: bool = False
    is_confirmed: bool = True
    gives_only: bool = False


def store_newcomers(newcomers: Sequence[Newcomer], *, operation_id: int, by: Actor, now: datetime) -> list[int]:
    """Their ids, in the same order."""
    ids, answer_ids = next_ids(Person, len(newcomers)), next_ids(StatusChange, len(newcomers))
    refs = [new_ref() for _ in newcomers]
    make_keys(refs)
    copy_rows(
        Person,
        (
            {"id": person_id, "ref": ref, "operation_id": operation_id, "status_change_id": answer_id}
            | _columns(newcomer, now=now)
            for newcomer, person_id, ref, answer_id in zip(newcomers, ids, refs, answer_ids, strict=True)
        ),
    )
    _store_answers(newcomers, ids, answer_ids, operation_id=operation_id, by=by, now=now)
    stored = {person_id: offer_to_json(newcomer.offer) for newcomer, person_id in zip(newcomers, ids, strict=True)}
    store_offers(stored, operation_id=operation_id, why="registration", by=by, now=now)
    return ids


def _columns(person: Newcomer, *, now: datetime) -> dict[str, object]:
    return {
        "code_word": code_word(language=person.language, draw=secrets.randbelow(_DRAWS)),
        "sealed": b"",
        "language": person.language,
        "has_email": person.has_email,
        "has_phone": person.has_phone,
        "contact_confirmed_at": now if person.is_confirmed else None,
        "gives_only": person.gives_only,
        "party": person.offer.party,
        "status": person.status.value,
        "reason": person.reason.value,
        "next_word_on": person.next_word_on,
        "offer": offer_to_json(person.offer),
        "is_complete": person.offer.is_complete,
        "registered_at": person.registered_at,
        "created_at": now,
    }


def _store_answers(
    newcomers: Sequence[Newcomer],
    ids: Sequence[int],
    answer_ids: Sequence[int],
    *,
    operation_id: int,
    by: Actor,
    now: datetime,
) -> None:
    """The first status of each: committed with the person, it is told (`actions.statuses` tells every later one)."""
    rows = (
        {
            "id": answer_id,
            "operation_id": operation_id,
            "person_id": person_id,
            "status": person.status.value,
            "reason": person.reason.value,
            "at": now,
            "by": str(by),
            "next_word_on": person.next_word_on,
            "occasion": "registered",
        }
        for person, person_id, answer_id in zip(newcomers, ids, answer_ids, strict=True)
    )
    copy_rows(StatusChange, rows)


def store_offers(
    offers: Mapping[int, dict[str, object]], *, operation_id: int, why: str, by: Actor, now: datetime
) -> None:
    """One more version of what each of these people can be counted on for, by their ids."""
    rows = (
        {
            "operation_id": operation_id,
            "person_id": person_id,
            "offer": offer,
            "made_at": now,
            "made_by": str(by),
            "why": why,
        }
        for person_id, offer in offers.items()
    )
    copy_rows(OfferVersion, rows)
