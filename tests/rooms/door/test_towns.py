"""Towns that a list writes in its own way are mapped to homes once, and remembered."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.door.conftest import DRIVER, HEADER, NURSE, WELDER, as_csv, work

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.whole import prepare_list
from standby.rooms.door.homes import home_finder, likely_home
from standby.rooms.door.models import Upload
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Person, SourceList
from standby.rooms.places.models import Home
from standby.rooms.places.queries.homes import homes_of

FROM = (*HEADER, "City")


@pytest.fixture(autouse=True)
def homes(operation: OperationView) -> None:
    for code, names in (("lax", {"en": "Los Angeles"}), ("evn", {"en": "Yerevan", "ru": "Ереван"})):
        Home.objects.create(operation_id=operation.id, code=code, names=names)


@pytest.fixture
def brings_towns(operation: OperationView, machine: Actor, now: datetime) -> Callable[..., Upload]:
    def bring(*rows: tuple[tuple[str, ...], str]) -> Upload:
        return prepare_list(
            operation=operation,
            title="The union's list",
            keeper="A union",
            purpose="help after the earthquake",
            filename="list.csv",
            content=as_csv([(*row, town) for row, town in rows], header=FROM),
            by=machine,
            now=now,
            on_progress=lambda _: None,
        )

    return bring


def test_a_town_said_once_is_a_home_for_this_list_and_the_next(
    brings_towns: Callable[..., Upload], logged_in: Callable[[User], Client], registrar_user: User
) -> None:
    browser = logged_in(registrar_user)
    upload = brings_towns((NURSE, "Glendale CA"), (DRIVER, "Ереван"), (WELDER, "Glendale, CA"))
    page = browser.get(f"/desk/lists/upload/{upload.ref}/towns/").content.decode()

    browser.post(f"/desk/lists/upload/{upload.ref}/towns/", {"town-0": "lax"})
    work()
    browser.post(f"/desk/lists/upload/{upload.ref}/confirm/")
    work()
    again = brings_towns((NURSE, "glendale ca"), (DRIVER, "Ереван"))

    assert "1 town in the list sounds like no home we know." in page
    assert sorted(Person.objects.values_list("offer__home", flat=True)) == ["evn", "lax", "lax"]
    assert "Glendale" not in str(SourceList.objects.get().towns)
    assert 'value="lax" selected' in browser.get(f"/desk/lists/upload/{again.ref}/towns/").content.decode()


def test_after_the_occupations_the_towns_are_asked(
    brings_towns: Callable[..., Upload], logged_in: Callable[[User], Client], registrar_user: User
) -> None:
    upload = brings_towns((NURSE, "Glendale CA"))

    answer = logged_in(registrar_user).post(f"/desk/lists/upload/{upload.ref}/occupations/", {"then": "preview"})

    assert answer["Location"] == f"/desk/lists/upload/{upload.ref}/towns/"


def test_a_home_whose_name_stands_within_is_likely_and_never_taken_by_itself(operation: OperationView) -> None:
    known = homes_of(operation_id=operation.id)

    assert likely_home("г. Ереван, Кентрон", known) == "evn"
    assert likely_home("Glendale CA", known) == ""
    assert home_finder(known)("г. Ереван, Кентрон", "") == ""


def test_a_home_that_was_taken_away_is_none_any_more(operation: OperationView) -> None:
    find = home_finder(homes_of(operation_id=operation.id), said={"glendale ca": "gone"})

    assert find("Glendale CA", "") == ""


def test_without_any_home_nothing_is_asked(
    brings_towns: Callable[..., Upload],
    logged_in: Callable[[User], Client],
    registrar_user: User,
) -> None:
    Home.objects.all().delete()
    upload = brings_towns((NURSE, "Glendale CA"))

    answer = logged_in(registrar_user).post(f"/desk/lists/upload/{upload.ref}/occupations/", {"then": "preview"})

    assert answer["Location"] == f"/desk/lists/upload/{upload.ref}/"
