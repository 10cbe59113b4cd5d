"""One person's offer out of several registrations: what each list knew, the newest word first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from standby.domain.offers import Offer, PersonalDetails
from standby.domain.roles import OfferedRole

T = TypeVar("T")


def merge_offers(newest_first: Sequence[Offer]) -> Offer:
    """Skills and languages add up; for dates, home, travel and party the newest that says something counts.

    Nothing is verified by being said twice: a role keeps its highest claimed level, verified only where it was.
    """
    if not newest_first:
        return Offer()
    newest = newest_first[0]
    return replace(
        newest,
        roles=_merge_roles(newest_first),
        tags=_union(offer.tags for offer in newest_first),
        languages=_union(offer.languages for offer in newest_first),
        windows=_first(offer.windows for offer in newest_first) or (),
        max_stay_days=_first(offer.max_stay_days for offer in newest_first),
        max_total_days=_first(offer.max_total_days for offer in newest_first),
        rested_from=_first(offer.rested_from for offer in newest_first),
        home=_first(offer.home for offer in newest_first) or "",
        seats=_first_number(offer.seats for offer in newest_first),
        party=_first(offer.party for offer in newest_first) or "",
    )


def merge_details(most_trusted_first: Sequence[PersonalDetails]) -> PersonalDetails:
    """What to call and how to reach a person: the first that says it, and every phone, e-mail and licence once."""
    named = next((details for details in most_trusted_first if details.full_name), PersonalDetails())
    return PersonalDetails(
        given=named.given,
        surname=named.surname,
        patronymic=named.patronymic,
        name=named.name,
        birth_date=_first(details.birth_date for details in most_trusted_first) or "",
        phones=_union(details.phones for details in most_trusted_first),
        emails=_union(details.emails for details in most_trusted_first),
        licences=tuple(dict.fromkeys(licence for details in most_trusted_first for licence in details.licences)),
    )


def _merge_roles(offers: Sequence[Offer]) -> tuple[OfferedRole, ...]:
    best: dict[tuple[str, bool], OfferedRole] = {}
    for offer in offers:
        for role in offer.roles:
            key = (role.code, role.is_verified)
            if key not in best or best[key].level < role.level:
                best[key] = role
    return tuple(best[key] for key in sorted(best))


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))


def _first(values: Iterable[T | None]) -> T | None:
    """The first that says something."""
    return next((value for value in values if value), None)


def _first_number(values: Iterable[int | None]) -> int | None:
    """The first that is given at all: a car with no free seat is an answer too."""
    return next((value for value in values if value is not None), None)
