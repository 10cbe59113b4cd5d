"""All that is kept of one person, opened for themself: to be read on their own page, and to be taken along."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.domain.days import Days
from standby.domain.offers import PersonalDetails
from standby.domain.sign_up import PledgeKind
from standby.exchange.calendars import Event
from standby.rooms.callup.queries.of_person import CallCard, calls_of
from standby.rooms.door.holders import OwnPage
from standby.rooms.messages.queries.outbox import MessageView, of_person
from standby.rooms.people.codecs import details_to_json, offer_to_json
from standby.rooms.people.queries.card import OfferThen, offers_over_time, registrations_said
from standby.rooms.people.queries.contacts import ContactView, contacts_of
from standby.rooms.people.queries.history import ToldOnce, history_of
from standby.rooms.people.queries.licences import LicenceView, licences_of
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.queries.pledges import PledgeView, pledges_of
from standby.rooms.people.queries.said import Said

FORMAT = "standby-own-data-1"
_ALL = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """`registrations` are the offers as they came in, `told` every answer, both whole."""

    details: PersonalDetails
    contacts: Sequence[ContactView]
    registrations: Sequence[Said]
    offers: Sequence[OfferThen]
    licences: Sequence[LicenceView]
    pledges: Sequence[PledgeView]
    told: Sequence[ToldOnce]
    calls: Sequence[CallCard]
    messages: Sequence[MessageView]


def kept_of(own: OwnPage, *, language: str) -> Kept:
    person_id = own.person.id
    return Kept(
        details=details_of([person_id]).get(person_id, PersonalDetails()),
        contacts=contacts_of(person_id=person_id),
        registrations=registrations_said(person_id=person_id, is_opened=True),
        offers=offers_over_time(person_id=person_id),
        licences=licences_of(person_id=person_id),
        pledges=pledges_of(person_id=person_id),
        told=history_of(person_id=person_id, limit=_ALL),
        calls=calls_of(operation=own.operation, person=own.person, language=language, now=own.now),
        messages=of_person(operation_id=own.operation.id, recipient=own.person.ref, limit=_ALL),
    )


def kept_as_json(own: OwnPage, kept: Kept) -> dict[str, object]:
    """docs/reference/own-data.md says what each means. No link and no receipt code: the file may lie around."""
    return {
        "format": FORMAT,
        "exported_at": own.now.isoformat(),
        "operation": {"name": own.operation.name, "lead_organisation": own.operation.lead_organisation},
        "person": {
            "reference": own.person.ref,
            "language": own.person.language,
            "code_word": own.person.code_word,
            "registered_at": own.person.registered_at.isoformat(),
            "is_confirmed": own.person.is_confirmed,
            **_who(kept.details),
        },
        "contacts": [_contact(one) for one in kept.contacts],
        "offer": offer_to_json(own.person.offer),
        "offers_before": [{"since": then.at.isoformat(), **offer_to_json(then.offer)} for then in kept.offers],
        "registrations": [_registration(said) for said in kept.registrations],
        "licences": [_licence(licence) for licence in kept.licences],
        "pledges": [_pledge(pledge) for pledge in kept.pledges],
        "answers": [_told(told) for told in kept.told],
        "calls": [_call(call) for call in kept.calls],
        "messages": [_message(message) for message in kept.messages],
    }


def duties_of(kept: Kept, *, own: OwnPage, title: str, note: str) -> list[Event]:
    """Whoever reads the calendar over a shoulder, or in a company's cloud, learns the days and nothing else."""
    return [
        Event(
            uid=f"{call.ref}.{own.operation.ref}@standby",
            title=title,
            note=note,
            days=Days(first=call.absence.first, last=call.absence.last),
            is_certain=call.is_accepted,
        )
        for call in kept.calls
    ]


def _who(details: PersonalDetails) -> dict[str, object]:
    return {name: value for name, value in details_to_json(details).items() if name != "licences"}


def _contact(one: ContactView) -> dict[str, object]:
    confirmed = one.confirmed_at.isoformat() if one.confirmed_at else None
    return {"kind": one.kind, "confirmed_at": confirmed, "how": one.how}


def _registration(said: Said) -> dict[str, object]:
    return {
        "registered_at": said.registered_at.isoformat(),
        "list": said.list_title,
        "language": said.language,
        **details_to_json(said.details),
        "offer": offer_to_json(said.offer),
    }


def _licence(licence: LicenceView) -> dict[str, object]:
    return {
        "role": licence.role,
        "tag": licence.tag,
        "issuer": licence.found_issuer or licence.issuer,
        "number": licence.found_number or licence.number,
        "expires_on": licence.expires_on.isoformat() if licence.expires_on else None,
        "state": licence.standing.value,
        "photo_sent_at": licence.photo_at.isoformat() if licence.photo_at else None,
        "judgements": [
            {"state": one.standing.value, "method": one.method, "at": one.at.isoformat()} for one in licence.judgements
        ],
    }


def _pledge(pledge: PledgeView) -> dict[str, object]:
    return {"kind": PledgeKind(pledge.kind).value, "what": list(pledge.what), "answer": pledge.answer}


def _told(told: ToldOnce) -> dict[str, object]:
    next_word = told.next_word_on.isoformat() if told.next_word_on else None
    return {
        "at": told.at.isoformat(),
        "status": told.status.value,
        "reason": told.reason.value,
        "next_word_on": next_word,
    }


def _call(call: CallCard) -> dict[str, object]:
    return {
        "reference": call.ref,
        "state": call.state.value,
        "role": call.asked.role,
        "first_day": call.days.first.isoformat(),
        "last_day": call.days.last.isoformat(),
        "away_from": call.absence.first.isoformat(),
        "away_until": call.absence.last.isoformat(),
    }


def _message(message: MessageView) -> dict[str, object]:
    return {
        "at": message.created_at.isoformat(),
        "channel": message.channel.value,
        "kind": message.kind,
        "state": message.state.value,
        "subject": message.subject,
    }
