"""Counting what the door may tell everybody, now and then, so that no page has to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from standby.domain.catalogue import TagKind, all_tags
from standby.domain.chances import chance_of
from standby.domain.days import Days, joined
from standby.rooms.callup.queries.filling import answers_to
from standby.rooms.door.models import PublicNumbers
from standby.rooms.needs.queries.public import PublicNeed, public_needs
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.by_role import people_by_role
from standby.rooms.people.queries.chances import weeks_of

# Fewer than this are a rare skill, of which nothing is said.
LEAST_PEOPLE = 20
# What one site alone is short of tells where that site is.
_LEAST_SITES = 2


def count_public_numbers(*, operation: OperationView, now: datetime) -> None:
    needs = public_needs(operation=operation, now=now)
    PublicNumbers.objects.update_or_create(
        operation_id=operation.id,
        defaults={
            "roles": _roles(operation, needs, now=now),
            "short": _short(needs),
            "counted_at": now,
        },
    )


def _roles(operation: OperationView, needs: Iterable[PublicNeed], *, now: datetime) -> dict[str, dict[str, object]]:
    places: dict[str, int] = defaultdict(int)
    for need in needs:
        places[need.role] += need.headcount
    people, weeks = people_by_role(operation_id=operation.id), weeks_of(operation_id=operation.id)
    return {
        role: {
            "people": people[role],
            "places": number,
            "chance": chance_of(role, weeks, on=operation.today(now)),
        }
        for role, number in places.items()
        if people.get(role, 0) >= LEAST_PEOPLE
    }


def _short(needs: Iterable[PublicNeed]) -> dict[str, list[str]]:
    """What needs with free places ask for at more than one site: languages, licence classes, days."""
    lacking = _lacking(list(needs))
    languages = ((need, code) for need in lacking for entry in need.languages for code in entry.split("|"))
    classes = {tag.key for tag in all_tags().values() if tag.kind is TagKind.LICENCE_CLASS}
    licences = ((need, tag) for need in lacking for tag in need.tags if tag in classes)
    days = _days(lacking)
    return {
        "languages": _at_several_sites(languages),
        "licences": _at_several_sites(licences),
        "days": [days.first.isoformat(), days.last.isoformat()] if days else [],
    }


def _lacking(needs: list[PublicNeed]) -> list[PublicNeed]:
    answers = answers_to(need.id for need in needs)
    return [
        need
        for need in needs
        if need.id not in answers or need.headcount > answers[need.id].sure + answers[need.id].expected
    ]


def _at_several_sites(said: Iterable[tuple[PublicNeed, str]]) -> list[str]:
    sites: Mapping[str, set[int]] = defaultdict(set)
    for need, what in said:
        sites[what].add(need.site_id)
    return sorted(what for what, asking in sites.items() if len(asking) >= _LEAST_SITES)


def _days(lacking: list[PublicNeed]) -> Days | None:
    """The first run of days on which people are short, where more than one site is."""
    if len({need.site_id for need in lacking}) < _LEAST_SITES:
        return None
    return joined(need.days for need in lacking)[0]
