"""Changes as text, one word a kind (docs/reference/what-if.md): `window:2020-10-12..2020-10-20`, `beds:S1:…:+2`."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from standby.domain.days import Days
from standby.domain.errors import Refused
from standby.domain.roles import Level, is_combat
from standby.planning.operation import Need, NeedId, PlaceId, Region, SiteId
from standby.planning.what_if import operation_changes as given
from standby.planning.what_if import person_changes as own
from standby.planning.what_if.operation_changes import OperationChange
from standby.planning.what_if.person_changes import PersonChange

_ID = r"[A-Za-z0-9_.-]{1,64}"
_DAYS = r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?"
_MORE = r"([+-]\d{1,6})"
_ROLE = r"(\d{4})"

Parts = Sequence[str]
Change = TypeVar("Change")

_OF_A_PERSON: Mapping[str, Callable[[Parts], PersonChange]] = {
    rf"window:{_DAYS}": lambda parts: own.FreeOn(days=_days(parts[0], parts[1])),
    rf"verified:{_ROLE}": lambda parts: own.RoleVerified(role=_role(parts[0])),
    rf"tag:({_ID}(?::v)?)": lambda parts: own.HasTag(tag=parts[0]),
    r"language:([a-z]{2})": lambda parts: own.Speaks(language=parts[0]),
    rf"level:{_ROLE}:([123])": lambda parts: own.AtLevel(role=_role(parts[0]), level=Level(int(parts[1]))),
    rf"role:{_ROLE}:([123])": lambda parts: own.OffersRole(role=_role(parts[0]), level=Level(int(parts[1]))),
    r"max_stay:(\d{1,5})": lambda parts: own.StaysUpTo(days=int(parts[0])),
    r"max_total:(\d{1,5})": lambda parts: own.AwayUpTo(days=int(parts[0])),
    r"(party):may_split": lambda _: own.MaySplit(),
    r"(travel):own": lambda _: own.TravelsAlone(),
}
_OF_AN_OPERATION: Mapping[str, Callable[[Parts], OperationChange]] = {
    rf"beds:({_ID}):{_DAYS}:{_MORE}": lambda parts: given.MoreBeds(
        site_id=SiteId(parts[0]), days=_days(parts[1], parts[2]), more=int(parts[3])
    ),
    rf"reception:({_ID}):{_DAYS}:{_MORE}": lambda parts: given.MoreArrivals(
        region=Region(parts[0]), days=_days(parts[1], parts[2]), more=int(parts[3])
    ),
    rf"seats:({_ID})(?:;({_ID}))?:{_DAYS}:{_MORE}": lambda parts: given.MoreSeats(
        home=PlaceId(parts[0]), region=Region(parts[1]), days=_days(parts[2], parts[3]), more=int(parts[4])
    ),
    rf"need:({_ID}):{_MORE}": lambda parts: given.MorePlaces(need_id=NeedId(parts[0]), more=int(parts[1])),
    rf"need:({_ID}):cancelled": lambda parts: given.NeedCancelled(need_id=NeedId(parts[0])),
    rf"new_need:({_ID}):({_ID}):{_ROLE}:([123])(:v)?:{_DAYS}:(\d{{1,6}}):([1-9]\d?)": lambda parts: given.NeedAdded(
        need=_need(parts)
    ),
    rf"people:(\d{{1,5}}):{_ROLE}:([123])(:v)?:(-|{_ID}):{_DAYS}": lambda parts: given.PeopleArrive(
        number=int(parts[0]),
        role=_role(parts[1]),
        level=Level(int(parts[2])),
        is_verified=bool(parts[3]),
        home=PlaceId(parts[4].removeprefix("-")),
        days=_days(parts[5], parts[6]),
    ),
    rf"site:({_ID}):closed": lambda parts: given.SiteCloses(site_id=SiteId(parts[0])),
    rf"route:({_ID}):({_ID}):(\d{{1,3}})": lambda parts: given.RoadTakes(
        home=PlaceId(parts[0]), region=Region(parts[1]), days=int(parts[2])
    ),
    rf"licences:{_ROLE}:checked": lambda parts: given.LicencesChecked(role=_role(parts[0])),
    r"(parties):may_split": lambda _: given.PartiesDivided(),
}


def person_change(text: str) -> PersonChange:
    """
    >>> str(person_change("window:2020-10-12..2020-10-20"))
    'window:2020-10-12..2020-10-20'
    """
    return _read(text, _OF_A_PERSON)


def operation_change(text: str) -> OperationChange:
    """
    >>> operation_change("beds:S1:2020-10-12..2020-10-16:+2").applied  # doctest: +ELLIPSIS
    <bound method MoreBeds.applied of ...>
    """
    return _read(text, _OF_AN_OPERATION)


def is_of_a_person(text: str) -> bool:
    return any(re.fullmatch(form, text) for form in _OF_A_PERSON)


def _read(text: str, forms: Mapping[str, Callable[[Parts], Change]]) -> Change:
    for form, build in forms.items():
        found = re.fullmatch(form, text)
        if found:
            return build([part or "" for part in found.groups()])
    raise Refused(f"{text!r} is no change that is known; docs/reference/what-if.md lists them.")


def _days(first: str, last: str) -> Days:
    try:
        return Days(first=date.fromisoformat(first), last=date.fromisoformat(last or first))
    except ValueError as error:
        raise Refused(f"{first}..{last or first} are no days: {error}") from error


def _need(parts: Parts) -> Need:
    return Need(
        need_id=NeedId(parts[0]),
        site_id=SiteId(parts[1]),
        role=_role(parts[2]),
        level=Level(int(parts[3])),
        must_be_verified=bool(parts[4]),
        days=_days(parts[5], parts[6]),
        headcount=int(parts[7]),
        priority=int(parts[8]),
    )


def _role(code: str) -> str:
    if is_combat(code):
        raise Refused("The role is refused: this is civilian and humanitarian help only.")
    return code
