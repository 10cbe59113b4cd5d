"""What the tests of needs ask for: a request like any site's, changed where a test says so."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.approving import assess_risk
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.models import Request, Risk
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.adding import NewSite, add_region, add_site
from standby.rooms.places.models import Site

Asks = Callable[..., Request]


@pytest.fixture
def asks(operation: OperationView, the_site: Site, site_contact_user: User, machine: Actor, now: datetime) -> Asks:
    """Stores a request; `risk` also assesses it."""

    def ask(*, risk: Risk | None = None, site: Site | None = None, **said: object) -> Request:
        place = site or the_site
        first = now.date() + timedelta(days=3)
        wish = {
            "site_id": place.id,
            "site_code": place.code,
            "role": "5120",
            "level": Level.SUPERVISED,
            "days": Days(first=first, last=first + timedelta(days=6)),
            "posts": 2,
            "hours_per_day": 8,
            "supervisor": "Vardan Invented",
            "supervisor_phone": "+374 00 000300",
            "texts": {"if_nobody_comes": {"en": "People eat cold food."}},
        }
        row = request_people(
            operation=operation,
            wish=Wish(**(wish | said)),  # type: ignore[arg-type]  # the test says what it means
            requested_by=site_contact_user.id,
            by=machine,
            now=now,
        )
        if risk is not None:
            assess_risk(operation=operation, request_ref=row.ref, risk=risk, priority=2, by=machine, now=now)
        row.refresh_from_db()
        return row

    return ask


@pytest.fixture
def the_risky_site(operation: OperationView, machine: Actor, now: datetime) -> Site:
    region = add_region(
        operation=operation, code="ridge", name="The ridge", is_risk_zone=True, arrivals=None, by=machine, now=now
    )
    new = NewSite(region_id=region.id, code="camp-1", names={"en": "Camp on the ridge"}, beds=5)
    return add_site(operation=operation, new=new, by=machine, now=now)
