"""Drawing the people: families, friends who drive together, and those who come alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice

from standby.domain.days import Days
from standby.domain.offers import LicenceClaim, Travel
from standby.domain.roles import Level
from standby.exercise.dice import Dice, Odds
from standby.exercise.names import Community, Forms, Gender, Name, draw_father, draw_name, draw_surname
from standby.exercise.phones import draw_phone
from standby.exercise.places import Home
from standby.exercise.trades import DOCTOR, DRIVER, HELPER, NURSE, OFFERED, OFFERED_COMBAT, TRUCK_DRIVER, Trade
from standby.exercise.volunteers import Skill, Volunteer

HORIZON_DAYS = 60

_SHARE_IN_PARTIES = 0.25
_PARTY_SIZE = Odds((2, 3, 4, 5), (0.55, 0.20, 0.15, 0.10))
_MEAN_PARTY = 2.8
_SHARE_OF_FAMILIES = 0.55  # among those who travel together
_SHARE_OF_PAIRS_AT_HOME = 0.03  # share a household but offer each on their own

_LEVEL = Odds((Level.SUPERVISED, Level.INDEPENDENT, Level.LEADS_OTHERS), (0.50, 0.35, 0.15))
_SECOND_LEVEL = Odds((Level.SUPERVISED, Level.INDEPENDENT), (0.75, 0.25))
_FREE_DAYS = Odds((7, 10, 14, 21, 28, 30, 45, 60), (0.18, 0.14, 0.22, 0.14, 0.10, 0.10, 0.05, 0.07))
_MAX_STAY = Odds((6, 7, 10, 14, 30), (0.08, 0.20, 0.27, 0.32, 0.13))
_FREE_SEATS = Odds((0, 1, 2, 3, 4), (0.30, 0.27, 0.22, 0.15, 0.06))
# In 2020 the second and third day brought most of the offers.
_DAYS_AGO = Odds((1, 2, 3, 4, 5, 6, 7, 8), (3, 5, 8, 12, 20, 28, 18, 6))

_CAR_SHARE = 0.34
_EMAIL_SHARE = 0.45
_COMBAT_EVERY = 450
_UNDER_AGE_EVERY = 170
_AFFILIATED_SHARE = 0.012
_FLIERS = frozenset({"FR", "US", "LB"})

_LANGUAGES = {
    Community.ARMENIAN: (("hy", 0.96), ("ru", 0.62), ("en", 0.25)),
    Community.GEORGIAN: (("ka", 1.0), ("ru", 0.45), ("en", 0.30)),
    Community.AZERBAIJANI: (("az", 1.0), ("ru", 0.60), ("en", 0.15)),
    Community.RUSSIAN: (("ru", 1.0), ("en", 0.25)),
}
_OF_THE_COUNTRY = {"GE": ("ka", 0.55), "FR": ("fr", 0.9), "US": ("en", 0.9), "LB": ("ar", 0.9), "RU": ("ru", 0.9)}
_AFFILIATIONS = ("горноспасательный отряд", "пожарная часть", "районная больница", "скорая помощь города")
_ISSUERS = ("учебный реестр врачей", "учебная палата медсестёр", "учебный реестр лицензий")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """People who belong together: what they share."""

    id: str
    size: int
    home: Home
    community: Community
    family: Forms | None
    father: Forms
    phone: tuple[str, ...]
    travels_together: bool
    window: Days
    max_stay_days: int
    registered_at: datetime


def gather(*, seed: int, today: date, number: int, homes: tuple[Home, ...]) -> tuple[Volunteer, ...]:
    """So many people; the last of them are as good as any, so a few may be kept back for the list's next version."""
    dice = Dice(seed=seed, name="people")
    odds = Odds(homes, [home.share for home in homes])
    return tuple(islice(_everyone(dice, today=today, homes=odds), number))


def _everyone(dice: Dice, *, today: date, homes: Odds[Home]) -> Iterator[Volunteer]:
    numbers = count(1)
    unit_numbers = count(1)
    while True:
        unit = _draw_unit(dice, today=today, home=dice.draw(homes), number=next(unit_numbers))
        for place in range(unit.size):
            yield _draw_person(dice, unit=unit, today=today, place=place, number=next(numbers))


def _draw_unit(dice: Dice, *, today: date, home: Home, number: int) -> _Unit:
    # The chance of a *unit* being a party, so that a quarter of the *people* are in one.
    parties = _SHARE_IN_PARTIES / _MEAN_PARTY
    party_chance = parties / (parties + (1 - _SHARE_IN_PARTIES))
    travels_together = dice.chance(party_chance)
    at_home = not travels_together and dice.chance(_SHARE_OF_PAIRS_AT_HOME)
    is_family = at_home or (travels_together and dice.chance(_SHARE_OF_FAMILIES))
    community = dice.draw(home.communities)
    return _Unit(
        id=f"U{number:05d}",
        size=dice.draw(_PARTY_SIZE) if travels_together else 1 + at_home,
        home=home,
        community=community,
        family=draw_surname(dice, community=community) if is_family else None,
        father=draw_father(dice, community=community),
        phone=draw_phone(dice, country=home.town.country),
        travels_together=travels_together,
        window=_draw_window(dice, today=today),
        max_stay_days=dice.draw(_MAX_STAY),
        registered_at=_draw_registration(dice, today=today),
    )


def _draw_window(dice: Dice, *, today: date) -> Days:
    start = 0 if dice.chance(0.5) else min(dice.waiting(0.06), HORIZON_DAYS - 8)
    end = min(start + dice.draw(_FREE_DAYS), HORIZON_DAYS) - 1
    return Days(first=today + timedelta(days=start), last=today + timedelta(days=end))


def _draw_registration(dice: Dice, *, today: date) -> datetime:
    day = today - timedelta(days=dice.draw(_DAYS_AGO))
    return datetime.combine(day, time(hour=dice.between(6, 23), minute=dice.between(0, 59)), tzinfo=UTC)


def _draw_person(dice: Dice, *, unit: _Unit, today: date, place: int, number: int) -> Volunteer:
    name = _draw_member_name(dice, unit=unit)
    country = unit.home.town.country
    shares_phone = unit.family is not None and dice.chance(0.6)
    skills = _draw_skills(dice, offers_combat=number % _COMBAT_EVERY == 7)
    return Volunteer(
        id=f"V{number:05d}",
        name=name,
        born=_draw_birth(dice, today=today, is_under_age=number % _UNDER_AGE_EVERY == 11),
        home=unit.home,
        phone=unit.phone if shares_phone else draw_phone(dice, country=country),
        email=_draw_email(dice, given=name.given, number=number),
        household=unit.id if unit.family else f"{unit.id}-{place}",
        party=unit.id if unit.travels_together else "",
        skills=skills,
        languages=_draw_languages(dice, community=unit.community, country=country),
        window=unit.window,
        max_stay_days=unit.max_stay_days,
        # A carload: who comes with others rides in the first one's car.
        seats=dice.draw(_FREE_SEATS) if place == 0 and dice.chance(_CAR_SHARE / 0.83) else None,
        travel=Travel.OWN if country in _FLIERS and dice.chance(0.85) else Travel.SEAT,
        licence=_draw_licence(dice, skills=skills, today=today),
        affiliation=dice.pick(_AFFILIATIONS) if dice.chance(_AFFILIATED_SHARE) else "",
        registered_at=unit.registered_at + timedelta(minutes=place),
    )


def _draw_member_name(dice: Dice, *, unit: _Unit) -> Name:
    community = unit.community
    return draw_name(
        dice,
        community=community,
        gender=dice.pick((Gender.FEMALE, Gender.MALE)),
        surname=unit.family or draw_surname(dice, community=community),
        father=unit.father if unit.family else draw_father(dice, community=community),
    )


def _draw_birth(dice: Dice, *, today: date, is_under_age: bool) -> date:
    years = dice.between(15, 16) if is_under_age else dice.between(19, 66)
    return today - timedelta(days=round(years * 365.25) + dice.between(0, 300))


def _draw_email(dice: Dice, *, given: Forms, number: int) -> str:
    return f"{given.latin[0].lower()}.{number:05d}@example.org" if dice.chance(_EMAIL_SHARE) else ""


def _draw_skills(dice: Dice, *, offers_combat: bool) -> tuple[Skill, ...]:
    """A first trade, sometimes a second; half of those with a trade would also do any work there is."""
    if offers_combat:
        return (Skill(trade=dice.draw(OFFERED_COMBAT), level=Level.INDEPENDENT),)
    levels: dict[Trade, Level] = {dice.draw(OFFERED): dice.draw(_LEVEL)}
    if dice.chance(0.30):
        levels.setdefault(dice.draw(OFFERED), dice.draw(_SECOND_LEVEL))
    for held, implied in ((DOCTOR, NURSE), (TRUCK_DRIVER, DRIVER)):
        if held in levels and dice.chance(0.5):
            levels.setdefault(implied, Level.SUPERVISED)
    if dice.chance(0.5):
        levels.setdefault(HELPER, Level.SUPERVISED)
    return tuple(Skill(trade=trade, level=level) for trade, level in levels.items())


def _draw_languages(dice: Dice, *, community: Community, country: str) -> tuple[str, ...]:
    spoken = [language for language, share in _LANGUAGES[community] if dice.chance(share)]
    local, share = _OF_THE_COUNTRY.get(country, ("", 0.0))
    if local and local not in spoken and dice.chance(share):
        spoken.append(local)
    return tuple(spoken) or (community.value,)


def _draw_licence(dice: Dice, *, skills: tuple[Skill, ...], today: date) -> LicenceClaim | None:
    """What a health worker claims; one in eight has no number at hand, one in twenty has let it expire."""
    licensed = next((skill.trade for skill in skills if skill.trade.is_licensed), None)
    if licensed is None:
        return None
    return LicenceClaim(
        role=licensed.role,
        tag=licensed.tag,
        issuer=dice.pick(_ISSUERS),
        number="" if dice.chance(0.12) else f"EX-{dice.digits(6)}",
        expires_on=today + timedelta(days=dice.between(-60, 1140)),
    )
