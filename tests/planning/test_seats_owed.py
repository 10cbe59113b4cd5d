"""Seats that are owed while a plan is made are never owed when it is done."""

from datetime import date

from standby.domain.days import Days
from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole
from standby.planning import Need, NeedId, Operation, Person, PersonId, Policy, Region, Site, SiteId, Transport, solve

DAY = Days(first=date(2020, 10, 5), last=date(2020, 10, 5))


def helper(name: str, *, home: str = "H1", seats: int | None = None, party: str = "") -> Person:
    role = OfferedRole(code="5311", level=Level.LEADS_OTHERS)
    offer = Offer(roles=(role,), windows=(DAY,), home=home, seats=seats, party=party)
    return Person(person_id=PersonId(name), offer=offer)


def need(name: str, headcount: int) -> Need:
    return Need(
        need_id=NeedId(name),
        site_id=SiteId("S1"),
        role="5311",
        level=Level.SUPERVISED,
        days=DAY,
        headcount=headcount,
        priority=1,
    )


def test_a_party_that_cannot_come_takes_the_seats_of_its_driver_along() -> None:
    party = helper("P3", seats=1, party="G"), helper("P4", home="H2", party="G")
    operation = Operation(
        people=(helper("P0"), helper("P1"), helper("P2"), *party),
        sites=(Site(site_id=SiteId("S1"), region=Region("R1")),),
        needs=(need("N0", 1), need("N1", 3)),
        transport=Transport(seats={}),
        policy=Policy(rest_days=0),
    )

    plan = solve(operation)

    assert plan.calls == ()
