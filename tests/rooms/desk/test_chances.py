"""The coordinator sees whether what people are told of their chance is true."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from standby.rooms.accounts.models import User
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import StandingWeek

pytestmark = pytest.mark.django_db


def test_before_there_is_a_history_the_page_says_what_will_stand_there(
    logged_in: Callable[[User], Client], coordinator_user: User
) -> None:
    page = logged_in(coordinator_user).get(reverse("desk:chances")).content.decode()

    assert "Until then the door tells counts and dates only." in page


def test_foretold_and_happened_stand_side_by_side(
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    operation: OperationView,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    StandingWeek.objects.bulk_create(
        StandingWeek(
            operation_id=operation.id, day=date(2026, 9, 1) + timedelta(days=day), role="9629", standing=100, called=15
        )
        for day in range(20)
    )
    browser = logged_in(coordinator_user)

    with django_assert_max_num_queries(12):
        page = browser.get(reverse("desk:chances")).content.decode()

    assert "lie 0 in a hundred apart, over 1,300 days" in page
    assert "10 to 25 in a hundred" in page
