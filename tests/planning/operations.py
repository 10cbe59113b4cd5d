"""Small operations from hypothesis: every rule of FORMATS.md has its chance to bind."""

from datetime import date, timedelta

from hypothesis import strategies as st

from standby.domain.days import Days, joined
from standby.domain.offers import Lodging, Offer, PartyRule, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.planning import (
    Announcement,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    PlaceId,
    Point,
    Policy,
    Region,
    Site,
    SiteId,
    Transport,
)

FIRST = date(2020, 10, 5)
DAY = st.integers(0, 16).map(lambda number: FIRST + timedelta(days=number))
ROLES = st.sampled_from(["2221", "5311", "9629"])
HOMES = st.sampled_from([PlaceId("H1"), PlaceId("H2")])
REGIONS = st.sampled_from([Region("R1"), Region("R2")])
SITES = st.sampled_from([SiteId("S1"), SiteId("S2")])
REGISTERED = st.sampled_from(["", "2020-09-01", "2020-10-02T07:15", "2020-10-04T23:59:59+04:00", "2021-01-01"])
POINTS = st.one_of(st.none(), st.builds(Point, lat=st.sampled_from([39.8, 40.2]), lon=st.sampled_from([44.5, 46.75])))
STATES = st.sampled_from([PersonStatus.CALLED, PersonStatus.ACCEPTED, PersonStatus.TRAVELLING, PersonStatus.ON_DUTY])


@st.composite
def runs_of_days(draw: st.DrawFn, longest: int = 5) -> Days:
    first = draw(DAY)
    return Days(first=first, last=first + timedelta(days=draw(st.integers(0, longest - 1))))


OFFERS = st.builds(
    Offer,
    roles=st.lists(st.builds(OfferedRole, code=ROLES, level=st.sampled_from(Level), is_verified=st.booleans()),
                   max_size=2).map(tuple),
    tags=st.sampled_from([(), ("C",), ("C:v",)]),
    languages=st.sampled_from([(), ("hy",), ("hy", "ru")]),
    windows=st.lists(runs_of_days(longest=17), max_size=2).map(joined),
    max_stay_days=st.sampled_from([None, None, 4, 8]),
    max_total_days=st.sampled_from([None, None, 6, 9]),
    rested_from=st.one_of(st.none(), DAY),
    home=HOMES,
    travel=st.sampled_from(Travel),
    seats=st.sampled_from([None, None, 0, 2]),
    lodging=st.sampled_from(Lodging),
    party=st.sampled_from(["", "", "G1", "G2"]),
    party_rule=st.sampled_from([PartyRule.TOGETHER, PartyRule.TOGETHER, PartyRule.MAY_SPLIT]),
)  # fmt: skip
OPEN_OFFERS = st.builds(
    Offer,
    roles=st.just((OfferedRole(code="5311", level=Level.LEADS_OTHERS, is_verified=True),)),
    tags=st.just(("C:v",)),
    languages=st.just(("hy", "ru")),
    windows=st.just((Days(first=FIRST, last=FIRST + timedelta(days=24)),)),
    home=HOMES,
    seats=st.sampled_from([None, 1]),
    party=st.sampled_from(["", "G1"]),
)


@st.composite
def needs(draw: st.DrawFn, number: int) -> Need:
    return Need(
        need_id=NeedId(f"N{number}"),
        site_id=draw(SITES),
        role=draw(st.sampled_from(["2221", "5311", "5311"])),
        level=draw(st.sampled_from(Level)),
        days=draw(runs_of_days()),
        headcount=draw(st.integers(0, 3)),
        priority=draw(st.integers(1, 5)),
        requires=draw(st.sampled_from([(), (), ("C",)])),
        must_be_verified=draw(st.sampled_from([False, False, True])),
        languages=draw(st.sampled_from([(), (), (("hy", "en"),), (("hy",), ("ru",))])),
    )


@st.composite
def operations(draw: st.DrawFn, *, may_be_fixed: bool = True) -> Operation:
    """Up to eight people and six needs at two sites."""
    people = [
        Person(
            person_id=PersonId(f"P{number}"), offer=draw(st.one_of(OFFERS, OPEN_OFFERS)), registered_at=draw(REGISTERED)
        )
        for number in range(draw(st.integers(0, 8)))
    ]
    wanted = [draw(needs(number)) for number in range(draw(st.integers(0, 6)))]
    limit = st.integers(0, 3)
    by_region = draw(st.booleans())
    transport_keys = st.tuples(HOMES, REGIONS if by_region else st.just(Region("")), DAY)
    seats = st.dictionaries(transport_keys, limit, max_size=20)
    return Operation(
        people=tuple(people),
        sites=tuple(
            Site(
                site_id=SiteId(f"S{n}"),
                region=Region(f"R{n}"),
                beds=draw(st.one_of(st.none(), st.integers(0, 5))),
                point=draw(POINTS),
            )
            for n in (1, 2)
        ),
        places={PlaceId(home): point for home in ("H1", "H2") if (point := draw(POINTS))},
        needs=tuple(wanted),
        beds=draw(st.dictionaries(st.tuples(SITES, DAY), limit, max_size=4)),
        arrivals=draw(st.dictionaries(st.tuples(REGIONS, DAY), limit, max_size=6)),
        transport=draw(st.one_of(st.none(), st.builds(Transport, by_region=st.just(by_region), seats=seats))),
        routes=draw(st.dictionaries(st.tuples(HOMES, REGIONS), st.integers(0, 2), max_size=4)),
        announced=draw(_announced(people, wanted)) if may_be_fixed and people and wanted else (),
        policy=Policy(as_of=draw(st.one_of(st.none(), DAY)), rest_days=draw(st.integers(0, 3))),
    )


@st.composite
def _announced(draw: st.DrawFn, people: list[Person], wanted: list[Need]) -> tuple[Announcement, ...]:
    """At most one for a person, so that those who are fixed are in one place."""
    told = draw(st.lists(st.sampled_from(people), max_size=4, unique_by=lambda person: person.person_id))
    rows = []
    for person in told:
        need = draw(st.sampled_from(wanted))
        rows.append(Announcement(person_id=person.person_id, need_id=need.need_id, state=draw(STATES), days=need.days))
    return tuple(rows)
