"""A site asks: posts become people, long needs are cut, and what cannot be is refused with a remedy."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.needs.conftest import Asks

from standby.domain.days import Days
from standby.domain.errors import Refused
from standby.domain.roles import Level
from standby.rooms.needs.actions.requesting import Wish
from standby.rooms.needs.models import Need, Request
from standby.rooms.needs.queries.asked import asked_of
from standby.rooms.needs.queries.beds import bed_shortage
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import Site

_TEXTS = {"if_nobody_comes": {"en": "People eat cold food."}}


def _wish(**said: object) -> Wish:
    wish: dict[str, object] = {
        "site_id": 1,
        "site_code": "school-1",
        "role": "5120",
        "level": Level.SUPERVISED,
        "days": Days(first=date(2026, 10, 5), last=date(2026, 10, 9)),
        "posts": 1,
        "hours_per_day": 8,
        "supervisor": "Vardan Invented",
        "supervisor_phone": "+374 00 000300",
        "texts": _TEXTS,
    }
    return Wish(**(wish | said))  # type: ignore[arg-type]  # the test says what it means


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"role": "0310"}, "civilian help only"),
        ({"role": "5413"}, "civilian help only"),
        ({"posts": 0}, "at least one person"),
        ({"headcount": 0}, "at least one person"),
        ({"posts": 10_000_000}, "10000 at most"),
        ({"headcount": 10_001}, "10000 at most"),
        ({"hours_per_day": 0}, "1 to 24 hours"),
        ({"hours_per_day": 25}, "1 to 24 hours"),
        ({"days": Days(first=date(2026, 1, 1), last=date(2027, 1, 2))}, "a year at most"),
        ({"minimum_age": 17}, "from 18"),
        ({"texts": {}}, "if nobody comes"),
        ({"texts": {"if_nobody_comes": {"en": "  "}}}, "if nobody comes"),
    ],
)
def test_what_nobody_could_meet_is_not_asked(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        _wish(**wrong)


@given(st.integers(1, 40), st.integers(1, 24), st.integers(1, 366), st.integers(1, 60))
def test_every_day_of_a_need_belongs_to_one_rotation(posts: int, hours: int, length: int, longest: int) -> None:
    days = Days(first=date(2026, 10, 5), last=date(2026, 10, 5) + timedelta(days=length - 1))

    wish = _wish(posts=posts, hours_per_day=hours, days=days, longest_rotation=longest)

    assert [day for part in wish.parts for day in part] == list(days)
    assert wish.people * 12 >= posts * hours


def test_a_long_need_becomes_rotations_with_codes_of_their_own(asks: Asks, now: datetime) -> None:
    first = now.date()

    row = asks(days=Days(first=first, last=first + timedelta(days=29)), posts=3, hours_per_day=24)

    rotations = Need.objects.filter(request=row).order_by("first_day")
    assert [(need.code, need.headcount, (need.last_day - need.first_day).days + 1) for need in rotations] == [
        (f"{row.code}-1", 11, 10),
        (f"{row.code}-2", 11, 10),
        (f"{row.code}-3", 11, 10),
    ]


@pytest.mark.parametrize("role", ["2221", "3256"])
def test_health_roles_always_ask_for_a_checked_licence(asks: Asks, role: str) -> None:
    assert asks(role=role, needs_verified=False).needs_verified


def test_the_supervisor_is_sealed_and_read_again(asks: Asks, operation: OperationView) -> None:
    row = asks()

    assert b"Vardan" not in bytes(Request.objects.get(id=row.id).sealed)
    assert asked_of(operation_id=operation.id, request_refs=[row.ref])[row.ref].supervisor == "Vardan Invented"


def test_hazards_and_provisions_are_read_in_words(asks: Asks, operation: OperationView) -> None:
    row = asks(hazards=("dust",), provides=("bed", "food"), texts=_TEXTS | {"hazards": {"en": "Old paint."}})

    asked = asked_of(operation_id=operation.id, request_refs=[row.ref])[row.ref]

    assert asked.hazards_in("en") == "Dust or smoke. Old paint."
    assert asked.provided_in("en") == "A bed, Food."


def test_a_site_of_another_operation_is_never_asked_for(
    asks: Asks, the_site: Site, other_operation: OperationView, site_contact_user: object
) -> None:
    other = Site.objects.create(
        operation_id=other_operation.id, region_id=the_site.region_id, code="other", created_at=the_site.created_at
    )

    with pytest.raises(Refused, match="does not belong"):
        asks(site=other)


def test_too_few_beds_are_counted_with_what_is_asked_for_already(
    asks: Asks, the_need: object, operation: OperationView, the_site: Site, now: datetime
) -> None:
    first = now.date() + timedelta(days=5)
    days = Days(first=first, last=first + timedelta(days=13))

    short = bed_shortage(operation_id=operation.id, site_id=the_site.id, usual=100, days=days, people=95)

    assert short is not None
    assert (short.day, short.beds, short.asked_already, short.nights) == (first, 100, 10, 7)
    assert bed_shortage(operation_id=operation.id, site_id=the_site.id, usual=None, days=days, people=95) is None
    assert bed_shortage(operation_id=operation.id, site_id=the_site.id, usual=100, days=days, people=90) is None


def test_codes_count_on_within_the_operation(asks: Asks, numbered: Callable[[], list[str]]) -> None:
    asks()
    asks(code="R0077")
    asks()

    assert numbered() == ["N00001", "N00002", "R0077"]


@pytest.fixture
def numbered(operation: OperationView) -> Callable[[], list[str]]:
    rows = Request.objects.filter(operation_id=operation.id).order_by("code")
    return lambda: list(rows.values_list("code", flat=True))
