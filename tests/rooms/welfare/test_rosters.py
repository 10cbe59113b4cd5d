"""From the days of a need to shifts, and from shifts to a roster that people read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from tests.fakes.rosterer import NearRosterer
from tests.rooms.welfare.conftest import THREE, Rosters, Signs

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused, Unavailable, WrongOrder
from standby.domain.spans import minute_of
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.keeping import change_state
from standby.rooms.needs.models import NeedState
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.values import PersonView
from standby.rooms.places.models import Site
from standby.rooms.welfare.actions.overriding import allow_in_red
from standby.rooms.welfare.actions.rostering import ask_for_roster, compute_roster, publish_roster
from standby.rooms.welfare.actions.shifts import NewShifts, Turn, add_shifts, withdraw_shift
from standby.rooms.welfare.models import RosterDuty, RosterRevision, RosterState, Shift
from standby.rooms.welfare.queries.own import duties_of
from standby.rooms.welfare.site_files import site_problem

LogsIn = Callable[[User], Client]
HasShifts = Callable[..., int]


def test_every_day_of_the_need_gets_its_shifts_by_the_clocks_of_the_place(
    has_shifts: HasShifts, operation: OperationView
) -> None:
    assert has_shifts(THREE) == 21

    first = Shift.objects.order_by("starts_at").first()
    nights = Shift.objects.filter(is_night=True)

    assert first is not None
    assert first.starts_at.astimezone(operation.zone).hour == 0
    assert {row.starts_at.astimezone(operation.zone).hour for row in nights} == {0}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"turns": (Turn(start=time(6), end=time(20)),)}, "13 hours"),
        ({"turns": (Turn(start=time(21), end=time(6)),)}, "8 hours"),
        ({"turns": (Turn(start=time(8), end=time(14)),), "is_driving": True}, "45 minutes"),
        ({"turns": (Turn(start=time(8), end=time(9)),), "break_minutes": 60}, "break"),
        ({"request_ref": "nothing"}, "no such need"),
    ],
)
def test_a_shift_that_nobody_could_do_is_not_stored(
    change: dict[str, object],
    says: str,
    operation: OperationView,
    the_site: Site,
    the_need: NeedView,
    machine: Actor,
    now: datetime,
) -> None:
    new = NewShifts(
        request_ref=the_need.request_ref, days=the_need.days, turns=(Turn(start=time(8), end=time(16)),), headcount=1
    )

    with pytest.raises(Refused, match=says):
        add_shifts(
            operation=operation,
            site_id=the_site.id,
            new=replace(new, **change),  # type: ignore[arg-type]  # as each case says
            by=machine,
            now=now,
        )
    assert not Shift.objects.exists()


def test_shifts_stand_on_an_open_need_and_within_its_days(
    operation: OperationView, the_need: NeedView, machine: Actor, now: datetime, has_shifts: HasShifts
) -> None:
    later = Days(first=the_need.days.first, last=the_need.days.last + timedelta(days=1))
    with pytest.raises(Refused):
        has_shifts(days=later)

    change_state(operation=operation, request_ref=the_need.request_ref, state=NeedState.PAUSED, by=machine, now=now)
    with pytest.raises(WrongOrder):
        has_shifts()


def test_a_roster_is_made_of_who_accepted_and_read_by_everybody_once_it_is_published(
    operation: OperationView,
    the_worker: PersonView,
    two_more: list[PersonView],
    has_shifts: HasShifts,
    rosters: Rosters,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts()

    made = rosters(is_published=False)

    assert (made.filled, made.places, made.value, made.bound) == (7, 7, 700, 700)
    assert duties_of(operation=operation, person_id=the_worker.id, language="en", now=now) == []

    publish_roster(operation=operation, site_id=made.site_id, roster_ref=made.ref, by=machine, now=now)

    counts = [
        len(duties_of(operation=operation, person_id=person.id, language="en", now=now))
        for person in (the_worker, *two_more)
    ]
    assert sorted(counts) == [2, 2, 3]


def test_a_newer_roster_takes_the_place_of_the_published_one_and_keeps_what_had_begun(
    the_worker: PersonView, has_shifts: HasShifts, rosters: Rosters, the_need: NeedView, operation: OperationView
) -> None:
    has_shifts()
    first = rosters()
    third_day = datetime.combine(the_need.days.first + timedelta(days=2), time(9), tzinfo=operation.zone)

    second = rosters(at=third_day)

    first.refresh_from_db()
    assert (first.state, second.state) == (RosterState.OVERTAKEN, RosterState.PUBLISHED)
    kept = second.duties.filter(shift__starts_at__lte=third_day).values_list("shift_id", flat=True)
    assert list(kept) == list(first.duties.filter(shift__starts_at__lte=third_day).values_list("shift_id", flat=True))
    assert RosterDuty.objects.filter(roster=first).count() == first.filled


def test_only_the_newest_ready_roster_is_published(
    the_worker: PersonView,
    has_shifts: HasShifts,
    rosters: Rosters,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts()
    old = rosters(is_published=False)
    rosters(is_published=False)

    with pytest.raises(Conflict):
        publish_roster(operation=operation, site_id=old.site_id, roster_ref=old.ref, by=machine, now=now)


def test_a_failure_is_kept_in_words_and_another_roster_can_be_asked_for(
    the_worker: PersonView,
    has_shifts: HasShifts,
    the_site: Site,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts()
    ref = ask_for_roster(operation=operation, site_id=the_site.id, by=machine, now=now)
    with pytest.raises(Conflict):
        ask_for_roster(operation=operation, site_id=the_site.id, by=machine, now=now)

    failing = NearRosterer(refusal=Unavailable("The machine stopped."))
    compute_roster(operation=operation, roster_ref=ref, rosterer=failing, clock=lambda: now)

    assert RosterRevision.objects.get(ref=ref).failure == "The machine stopped."
    ask_for_roster(operation=operation, site_id=the_site.id, by=machine, now=now)


def test_without_a_shift_there_is_no_roster(
    operation: OperationView, the_site: Site, machine: Actor, now: datetime
) -> None:
    with pytest.raises(WrongOrder):
        ask_for_roster(operation=operation, site_id=the_site.id, by=machine, now=now)


def test_a_shift_taken_out_is_in_no_roster_any_more(
    the_worker: PersonView,
    has_shifts: HasShifts,
    rosters: Rosters,
    the_site: Site,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts()
    shift = Shift.objects.order_by("starts_at").first()
    assert shift is not None

    withdraw_shift(operation=operation, site_id=the_site.id, shift_ref=shift.ref, by=machine, now=now)

    assert rosters().places == 6
    with pytest.raises(WrongOrder):
        withdraw_shift(operation=operation, site_id=the_site.id, shift_ref=shift.ref, by=machine, now=now)


def test_what_was_worked_and_rest_that_is_owed_are_part_of_the_site(
    the_worker: PersonView,
    has_shifts: HasShifts,
    signs: Signs,
    the_site: Site,
    the_need: NeedView,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    has_shifts()
    signs(the_worker, hours=-10)
    signs(the_worker, hours=-2, is_in=False)
    day = the_need.days.first + timedelta(days=1)
    allow_in_red(operation=operation, person=the_worker, why="Nobody else cooks.", rest_on=day, by=machine, now=now)

    problem = site_problem(operation=operation, site_id=the_site.id, now=now)

    (person,) = problem.people
    assert [span.end for span in problem.histories[0]] == [minute_of(now) - 120]
    assert len(person.presence) == 2
    assert not any(span.within(*_day(day, operation)) for span in person.presence)


def _day(day: object, operation: OperationView) -> tuple[int, int]:
    first = datetime.combine(day, time(), tzinfo=operation.zone)  # type: ignore[arg-type]  # a date
    return minute_of(first), minute_of(first + timedelta(days=1))


def test_a_site_reads_first_names_and_code_words_and_paper_holds_no_name(
    logged_in: LogsIn,
    the_contact: User,
    the_site: Site,
    the_worker: PersonView,
    has_shifts: HasShifts,
    rosters: Rosters,
) -> None:
    has_shifts()
    rosters()
    browser = logged_in(the_contact)

    page = browser.get(f"/desk/welfare/{the_site.ref}/").content.decode()
    paper = browser.get(f"/desk/welfare/{the_site.ref}/print/").content.decode()

    assert "Anahit" in page
    assert the_worker.code_word in page
    assert the_worker.code_word in paper
    for secret in ("Testyan", "+37400000001", "helper@example.org"):
        assert secret not in page
    assert "Anahit" not in paper
    assert "School in the valley" not in paper


def test_the_page_divides_makes_and_publishes(
    logged_in: LogsIn,
    the_contact: User,
    the_site: Site,
    the_need: NeedView,
    the_worker: PersonView,
    operation: OperationView,
    now: datetime,
) -> None:
    browser, address = logged_in(the_contact), f"/desk/welfare/{the_site.ref}/"
    form = {
        "request": the_need.request_ref,
        "first_day": the_need.days.first.isoformat(),
        "last_day": the_need.days.last.isoformat(),
        "turns": "08:00-16:00, nonsense",
        "headcount": "1",
    }

    assert "nonsense" in browser.post(f"{address}shifts/", form).content.decode()
    assert browser.post(f"{address}shifts/", form | {"turns": "08:00–16:00"}).status_code == 302
    assert browser.post(f"{address}make/").status_code == 302
    roster = RosterRevision.objects.get()
    assert "data-poll" in browser.get(address).content.decode()
    compute_roster(operation=operation, roster_ref=roster.ref, rosterer=NearRosterer(), clock=lambda: now)
    assert browser.post(f"{address}publish/", {"roster": roster.ref}).status_code == 302

    assert "6 of 7" in browser.get(address).content.decode()
    assert browser.get(f"{address}files/").headers["Content-Type"] == "application/zip"
    shift = Shift.objects.order_by("starts_at").first()
    assert shift is not None
    assert browser.post(f"{address}shifts/{shift.ref}/withdraw/").status_code == 302


def test_everybody_reads_their_own_duties_without_a_place(
    client: Client,
    the_worker: PersonView,
    has_shifts: HasShifts,
    rosters: Rosters,
    operation: OperationView,
    now: datetime,
) -> None:
    has_shifts()
    rosters()
    token = make_links(operation_id=operation.id, person_ids=[the_worker.id], now=now)[the_worker.id]
    client.get(f"/status/l/{token}/")

    page = client.get("/status/").content.decode()
    duties = page.partition("Your duties")[2].partition("</section>")[0]

    assert duties.count("16:00") == 6
    assert "08:00" in duties
    assert "School in the valley" not in duties
