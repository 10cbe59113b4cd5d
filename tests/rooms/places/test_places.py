"""Places: added, changed, limited day by day; what is wrong is said exactly, and every change is journalled."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused
from standby.domain.points import MapPoint
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import HomeFacts, NewSite, add_home, add_region, add_site, set_routes
from standby.rooms.places.actions.contacts import end_site_contact, name_site_contact
from standby.rooms.places.actions.limiting import set_arrivals, set_beds, set_bus_seats
from standby.rooms.places.models import BusSeats, Home, Region, Site, SiteContact
from standby.rooms.places.queries.by_day import arrivals_by_day, beds_by_day, seats_by_day
from standby.rooms.places.queries.contacts import SiteScope, scope_of
from standby.rooms.places.queries.limits import limits_of
from standby.rooms.places.queries.points import points_of
from standby.rooms.places.queries.sites import site_by_ref

LogsIn = Callable[[User], Client]
MONDAY = date(2026, 10, 5)
WEEK = Days(first=MONDAY, last=MONDAY + timedelta(days=6))


@pytest.fixture
def the_town(operation: OperationView, machine: Actor, now: datetime) -> Home:
    return add_home(
        operation=operation,
        code="riverton",
        facts=HomeFacts(names={"en": "Riverton"}, country="AM"),
        by=machine,
        now=now,
    )


@pytest.fixture
def foreign_region(other_operation: OperationView, machine: Actor, now: datetime) -> Region:
    return add_region(
        operation=other_operation, code="coast", name="Coast", is_risk_zone=False, arrivals=9, by=machine, now=now
    )


def test_a_day_without_a_number_of_its_own_has_the_usual_one_again(
    operation: OperationView, the_site: Site, machine: Actor, now: datetime
) -> None:
    beds = {(the_site.id, MONDAY): 40, (the_site.id, MONDAY + timedelta(days=1)): 30}
    set_beds(operation=operation, beds=beds, by=machine, now=now)
    set_beds(operation=operation, beds={(the_site.id, MONDAY): None}, by=machine, now=now)

    assert beds_by_day(operation_id=operation.id, site_id=the_site.id, days=WEEK) == {MONDAY + timedelta(days=1): 30}


def test_arrivals_are_counted_by_region_and_day(
    operation: OperationView, the_site: Site, machine: Actor, now: datetime
) -> None:
    key = (the_site.region_id, MONDAY)
    for number in (80, 60):
        set_arrivals(operation=operation, arrivals={key: number}, by=machine, now=now)

    days = arrivals_by_day(operation_id=operation.id, region_id=the_site.region_id, days=WEEK)
    assert days == {MONDAY: 60}
    assert limits_of(operation_id=operation.id).reception == {("north", MONDAY): 60}


def test_buses_for_one_region_and_for_all_are_counted_apart(
    operation: OperationView, the_site: Site, the_town: Home, machine: Actor, now: datetime
) -> None:
    every, one = (the_town.id, None, MONDAY), (the_town.id, the_site.region_id, MONDAY)
    set_bus_seats(operation=operation, seats={every: 50, one: 20}, by=machine, now=now)
    set_bus_seats(operation=operation, seats={every: 40}, by=machine, now=now)

    for region_id, seats in ((None, 40), (the_site.region_id, 20)):
        known = seats_by_day(operation_id=operation.id, home_id=the_town.id, region_id=region_id, days=WEEK)
        assert known == {MONDAY: seats}
    set_bus_seats(operation=operation, seats={every: None}, by=machine, now=now)
    assert BusSeats.objects.count() == 1


@pytest.mark.parametrize("number", [-1, 100_001])
def test_no_place_has_such_a_number(
    operation: OperationView, the_site: Site, machine: Actor, now: datetime, number: int
) -> None:
    with pytest.raises(Refused, match="0 to 100,000"):
        set_beds(operation=operation, beds={(the_site.id, MONDAY): number}, by=machine, now=now)


def test_nothing_of_another_operation_is_touched(
    operation: OperationView, foreign_region: Region, the_town: Home, machine: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="does not belong"):
        set_arrivals(operation=operation, arrivals={(foreign_region.id, MONDAY): 1}, by=machine, now=now)
    with pytest.raises(Refused, match="does not belong"):
        set_routes(operation=operation, days={(the_town.id, foreign_region.id): 1}, by=machine, now=now)
    new = NewSite(region_id=foreign_region.id, code="stray", names={"en": "Stray"})
    with pytest.raises(Refused, match="does not belong"):
        add_site(operation=operation, new=new, by=machine, now=now)


def test_two_places_never_share_a_code(operation: OperationView, the_site: Site, machine: Actor, now: datetime) -> None:
    new = NewSite(region_id=the_site.region_id, code=the_site.code, names={"en": "Another"})

    with pytest.raises(Conflict, match="school-1"):
        add_site(operation=operation, new=new, by=machine, now=now)


@pytest.mark.parametrize(
    "wrong",
    [{"code": " "}, {"names": {"en": " "}}, {"beds": -1}, {"beds": 100_001}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_site_has_a_code_a_name_and_possible_beds(wrong: dict[str, object]) -> None:
    said: dict[str, object] = {"region_id": 1, "code": "school-2", "names": {"en": "School"}}

    with pytest.raises(Refused):
        NewSite(**(said | wrong))  # type: ignore[arg-type]  # the test says what it means


@pytest.mark.parametrize("days", [-1, 31])
def test_a_way_takes_a_month_at_most(
    operation: OperationView, the_site: Site, the_town: Home, machine: Actor, now: datetime, days: int
) -> None:
    with pytest.raises(Refused, match="0 to 30"):
        set_routes(operation=operation, days={(the_town.id, the_site.region_id): days}, by=machine, now=now)


def test_names_and_addresses_are_sealed_where_they_are_stored(the_site: Site, operation: OperationView) -> None:
    sealed = bytes(Site.objects.get(id=the_site.id).sealed)

    for secret in ("School", "Invented Street", "gate", "000 200"):
        assert secret.encode() not in sealed
    found = site_by_ref(operation_id=operation.id, ref=the_site.ref, scope=SiteScope(is_every_site=True))
    assert found is not None
    assert found.details.name("hy") == "Հովտի դպրոցը"
    assert found.details.name("az") == "School in the valley"


def test_only_who_has_the_duty_speaks_for_a_site(
    operation: OperationView, the_site: Site, coordinator: Staff, site_contact: Staff, now: datetime
) -> None:
    named = {"operation": operation, "site_id": the_site.id, "by": coordinator.actor, "now": now}

    with pytest.raises(Refused, match="duty of a site contact"):
        name_site_contact(user_id=coordinator.id, **named)  # type: ignore[arg-type]
    name_site_contact(user_id=site_contact.id, **named)  # type: ignore[arg-type]
    name_site_contact(user_id=site_contact.id, **named)  # type: ignore[arg-type]

    assert SiteContact.objects.count() == 1
    assert scope_of(staff=site_contact, operation_id=operation.id) == SiteScope(site_ids=frozenset({the_site.id}))
    end_site_contact(user_id=site_contact.id, **named)  # type: ignore[arg-type]
    assert scope_of(staff=site_contact, operation_id=operation.id) == SiteScope()


def test_a_registrar_sees_no_site_at_all(operation: OperationView, the_site: Site, registrar: Staff) -> None:
    scope = scope_of(staff=registrar, operation_id=operation.id)

    assert site_by_ref(operation_id=operation.id, ref=the_site.ref, scope=scope) is None


def test_a_coordinator_builds_the_places_of_an_operation(
    logged_in: LogsIn, coordinator_user: User, operation: OperationView
) -> None:
    client = logged_in(coordinator_user)

    assert "There is no place yet" in client.get("/desk/places/").content.decode()
    assert "First a region" in client.get("/desk/places/new-site/").content.decode()
    client.post("/desk/places/new-region/", {"code": "north", "name": "North", "is_risk_zone": "on", "arrivals": "80"})
    client.post(
        "/desk/places/new-site/",
        {"code": "school-1", "region": "north", "name_en": "School", "address": "1 Invented Street", "beds": "40"},
    )
    client.post("/desk/places/new-town/", {"code": "riverton", "name_en": "Riverton", "country": "AM"})
    client.post("/desk/places/towns/riverton/routes/", {"to_north": "1"})
    client.post("/desk/places/regions/north/", {"name": "The north", "arrivals": ""})

    limits = limits_of(operation_id=operation.id)
    assert [(site.code, site.region, site.beds) for site in limits.sites] == [("school-1", "north", 40)]
    assert limits.routes == {("riverton", "north"): 1}
    region = Region.objects.get()
    assert (region.name, region.is_risk_zone, region.arrivals) == ("The north", False, None)
    done = {entry.action for entry in recent(operation=operation.ref)}
    assert {"region.add", "site.add", "home.add", "routes.set", "region.change"} <= done


def test_homes_and_sites_lie_on_the_map_to_about_ten_kilometres(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, the_town: Home, operation: OperationView
) -> None:
    client = logged_in(coordinator_user)

    client.post("/desk/places/towns/riverton/", {"name_en": "Riverton", "point": "40.1811, 44.5136"})
    client.post(
        f"/desk/places/sites/{the_site.ref}/", {"region": "north", "name_en": "School", "point": "39.8265, 46.7656"}
    )

    points = points_of(operation_id=operation.id)
    assert points.homes == {"riverton": MapPoint(lat=40.2, lon=44.5)}
    assert points.sites == {"school-1": MapPoint(lat=39.8, lon=46.8)}
    assert 'value="40.2, 44.5"' in client.get("/desk/places/towns/riverton/").content.decode()
    assert b"46.8" not in bytes(Site.objects.get(id=the_site.id).sealed)
    client.post("/desk/places/towns/riverton/", {"name_en": "Riverton", "point": ""})
    assert points_of(operation_id=operation.id).homes == {}


@pytest.mark.parametrize("said", ["near the river", "40.18", "98.1, 44.5"])
def test_what_is_no_point_of_a_map_is_said_so_and_nothing_is_changed(
    logged_in: LogsIn, coordinator_user: User, the_town: Home, said: str
) -> None:
    form = {"name_en": "Elsewhere", "point": said}

    response = logged_in(coordinator_user).post("/desk/places/towns/riverton/", form)

    assert "north first" in response.context["form"].errors["point"][0]
    assert Home.objects.get().names == {"en": "Riverton"}


def test_the_journal_never_says_where_a_site_is(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, operation: OperationView
) -> None:
    form = {"region": "north", "name_en": "Hidden hall", "address": "2 Invented Street", "beds": "7"}

    logged_in(coordinator_user).post(f"/desk/places/sites/{the_site.ref}/", form)

    (entry,) = [entry for entry in recent(operation=operation.ref) if entry.action == "site.change"]
    assert "Hidden" not in repr(entry)
    assert "Invented" not in repr(entry)


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ({"code": "North!", "name": "North"}, "code", "small Latin letters"),
        ({"code": "north", "name": ""}, "name", ""),
        ({"code": "north", "name": "North", "arrivals": "-1"}, "arrivals", ""),
        ({"code": "north", "name": "North", "arrivals": "many"}, "arrivals", ""),
    ],
)
def test_a_wrong_answer_about_a_region_is_named_at_its_field(
    logged_in: LogsIn, coordinator_user: User, form: dict[str, str], field: str, said: str
) -> None:
    response = logged_in(coordinator_user).post("/desk/places/new-region/", form)

    assert list(response.context["form"].errors) == [field]
    assert said in response.context["form"].errors[field][0]
    assert not Region.objects.exists()


def test_a_pasted_row_fills_the_days_that_follow_each_other(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, operation: OperationView
) -> None:
    form = {"deed": "row", "first_day": f"{MONDAY}", "numbers": "40\t38, 0;\n12"}

    logged_in(coordinator_user).post(f"/desk/places/sites/{the_site.ref}/beds/", form)

    known = beds_by_day(operation_id=operation.id, site_id=the_site.id, days=WEEK)
    assert list(known.values()) == [40, 38, 0, 12]


def test_a_pasted_row_with_a_fault_stores_nothing_and_names_every_fault(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, operation: OperationView
) -> None:
    form = {"deed": "row", "first_day": f"{MONDAY}", "numbers": "40 about 100001 12"}

    response = logged_in(coordinator_user).post(f"/desk/places/sites/{the_site.ref}/beds/", form)

    faults = response.context["row"].errors["numbers"]
    assert [fault.split(":")[0] for fault in faults] == [
        "Number 2, “about”, for Tuesday 6 October",
        "Number 3, “100001”, for Wednesday 7 October",
    ]
    assert beds_by_day(operation_id=operation.id, site_id=the_site.id, days=WEEK) == {}


def test_the_grid_stores_only_what_was_changed(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, operation: OperationView, machine: Actor, now: datetime
) -> None:
    beds = {(the_site.id, MONDAY): 40, (the_site.id, WEEK.last): 30}
    set_beds(operation=operation, beds=beds, by=machine, now=now)
    form = {"deed": "weeks", f"day-{MONDAY}": "", f"day-{WEEK.last}": "30", "day-2026-10-07": "5"}

    logged_in(coordinator_user).post(f"/desk/places/sites/{the_site.ref}/beds/?from={MONDAY}", form)

    known = beds_by_day(operation_id=operation.id, site_id=the_site.id, days=WEEK)
    assert known == {date(2026, 10, 7): 5, WEEK.last: 30}
    newest = recent(operation=operation.ref)[0]
    assert (newest.action, newest.detail) == (
        "beds.set",
        '{"days": 2, "from": "2026-10-05", "places": 1, "until": "2026-10-07"}',
    )


@pytest.mark.parametrize("query", ["", "?from=nonsense", "?from=9999-12-31", "?from=0001-01-01", "?region=nowhere"])
def test_a_strange_address_of_a_grid_is_answered(
    logged_in: LogsIn, coordinator_user: User, the_site: Site, the_town: Home, query: str
) -> None:
    client = logged_in(coordinator_user)

    assert client.get(f"/desk/places/sites/{the_site.ref}/beds/{query}").status_code == 200
    assert client.get(f"/desk/places/regions/north/reception/{query}").status_code == 200
    is_nowhere = "region" in query
    assert client.get(f"/desk/places/towns/riverton/seats/{query}").status_code == (404 if is_nowhere else 200)


@pytest.mark.parametrize("who", ["registrar_user", "verifier_user", "site_contact_user", "other_coordinator_user"])
def test_places_are_for_those_who_plan(
    request: pytest.FixtureRequest, logged_in: LogsIn, the_site: Site, the_town: Home, who: str
) -> None:
    client = logged_in(request.getfixturevalue(who))

    for address in (
        f"sites/{the_site.ref}/",
        f"sites/{the_site.ref}/beds/",
        "regions/north/",
        "regions/north/reception/",
        "towns/riverton/",
        "towns/riverton/seats/",
    ):
        assert client.get(f"/desk/places/{address}").status_code == 404
    assert client.post(f"/desk/places/sites/{the_site.ref}/contacts/", {}).status_code == 404


def test_an_auditor_looks_and_changes_nothing(logged_in: LogsIn, auditor_user: User, the_site: Site) -> None:
    client = logged_in(auditor_user)

    assert "School in the valley" in client.get("/desk/places/").content.decode()
    assert client.get("/desk/places/new-site/").status_code == 404


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_places(
    logged_in: LogsIn,
    coordinator_user: User,
    the_site: Site,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    client = logged_in(coordinator_user)
    client.get("/desk/places/")
    for number in range(20):
        new = NewSite(region_id=the_site.region_id, code=f"camp-{number}", names={"en": f"Camp {number}"})
        add_site(operation=operation, new=new, by=machine, now=now)

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]  # a context manager
        client.get("/desk/places/")
