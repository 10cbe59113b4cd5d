"""The rail leads nobody to a page that does not open to them."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.conftest import PASSWORD

from standby.rooms.accounts.actions import add_user, appoint
from standby.rooms.accounts.models import Duty, User
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView

_RAIL = re.compile(r'<nav class="rail".*?</nav>', re.DOTALL)
_LINK = re.compile(r'href="([^"]+)"')


@pytest.mark.parametrize("duty", list(Duty))
def test_every_place_of_the_rail_opens(
    duty: Duty, logged_in: Callable[[User], Client], operation: OperationView, machine: Actor, now: datetime
) -> None:
    user = add_user(login="somebody", password=PASSWORD, by=machine, now=now)
    appoint(user=user, operation=operation, duty=duty, by=machine, now=now)
    browser = logged_in(user)
    [rail] = _RAIL.findall(browser.get("/desk/accounts/", follow=True).content.decode())

    places = _LINK.findall(rail)

    assert places
    assert [place for place in places if browser.get(place).status_code == 404] == []
