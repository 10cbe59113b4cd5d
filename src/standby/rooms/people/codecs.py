"""Offers and personal details as JSON and back: the one place that knows their stored form."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from standby.domain.days import Days, joined
from standby.domain.offers import LicenceClaim, Lodging, Offer, PartyRule, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole

Json = Mapping[str, object]


def offer_to_json(offer: Offer) -> dict[str, object]:
    """Nothing in it identifies a person; what is empty is left out."""
    return _filled(
        {
            "roles": [[role.code, int(role.level), role.is_verified] for role in offer.roles],
            "tags": list(offer.tags),
            "languages": list(offer.languages),
            "windows": [[span.first.isoformat(), span.last.isoformat()] for span in offer.windows],
            "max_stay_days": offer.max_stay_days,
            "max_total_days": offer.max_total_days,
            "rested_from": offer.rested_from.isoformat() if offer.rested_from else None,
            "home": offer.home,
            "travel": offer.travel.value,
            "seats": offer.seats,
            "lodging": offer.lodging.value,
            "party": offer.party,
            "party_rule": offer.party_rule.value,
        }
    )


def offer_from_json(stored: Json) -> Offer:
    return Offer(
        roles=tuple(_role(item) for item in cast(list[list[object]], stored.get("roles", []))),
        tags=_texts(stored, "tags"),
        languages=_texts(stored, "languages"),
        windows=joined(_span(item) for item in cast(list[list[str]], stored.get("windows", []))),
        max_stay_days=cast(int | None, stored.get("max_stay_days")),
        max_total_days=cast(int | None, stored.get("max_total_days")),
        rested_from=_day(stored, "rested_from"),
        home=_text(stored, "home"),
        travel=Travel(_text(stored, "travel") or Travel.SEAT),
        seats=cast(int | None, stored.get("seats")),
        lodging=Lodging(_text(stored, "lodging") or Lodging.NEED),
        party=_text(stored, "party"),
        party_rule=PartyRule(_text(stored, "party_rule") or PartyRule.TOGETHER),
    )


def details_to_json(details: PersonalDetails) -> dict[str, object]:
    """Only ever passed on to be sealed."""
    return _filled(
        {
            "given": details.given,
            "surname": details.surname,
            "patronymic": details.patronymic,
            "name": details.name,
            "birth_date": details.birth_date,
            "phones": list(details.phones),
            "emails": list(details.emails),
            "licences": [_licence_to_json(licence) for licence in details.licences],
        }
    )


def details_from_json(stored: Json) -> PersonalDetails:
    return PersonalDetails(
        given=_text(stored, "given"),
        surname=_text(stored, "surname"),
        patronymic=_text(stored, "patronymic"),
        name=_text(stored, "name"),
        birth_date=_text(stored, "birth_date"),
        phones=_texts(stored, "phones"),
        emails=_texts(stored, "emails"),
        licences=tuple(_licence(item) for item in cast(list[Json], stored.get("licences", []))),
    )


def _licence_to_json(licence: LicenceClaim) -> dict[str, object]:
    return _filled(
        {
            "role": licence.role,
            "tag": licence.tag,
            "issuer": licence.issuer,
            "number": licence.number,
            "expires_on": licence.expires_on.isoformat() if licence.expires_on else None,
        }
    )


def _licence(stored: Json) -> LicenceClaim:
    return LicenceClaim(
        role=_text(stored, "role"),
        tag=_text(stored, "tag"),
        issuer=_text(stored, "issuer"),
        number=_text(stored, "number"),
        expires_on=_day(stored, "expires_on"),
    )


def _role(item: list[object]) -> OfferedRole:
    code, level, is_verified = item
    return OfferedRole(code=str(code), level=Level(cast(int, level)), is_verified=bool(is_verified))


def _span(item: list[str]) -> Days:
    first, last = item
    return Days(first=date.fromisoformat(first), last=date.fromisoformat(last))


def _filled(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value or value not in (None, "", [])}


def _text(stored: Json, name: str) -> str:
    return str(stored.get(name, ""))


def _texts(stored: Json, name: str) -> tuple[str, ...]:
    return tuple(str(item) for item in cast(list[object], stored.get(name, [])))


def _day(stored: Json, name: str) -> date | None:
    value = stored.get(name)
    return date.fromisoformat(str(value)) if value else None
