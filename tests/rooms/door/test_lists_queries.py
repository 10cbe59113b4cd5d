"""How often the pages of lists ask the database: the same for ten rows as for ten thousand."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.rooms.door.conftest import EVERYONE, NURSE, Bring, as_csv, work

from standby.rooms.accounts.models import User
from standby.rooms.door.models import Upload

# The session, the user, the operation and its duties, for any page of the desk.
AROUND = 9


@pytest.fixture
def registrar_page(logged_in: Callable[[User], Client], registrar_user: User) -> Client:
    page = logged_in(registrar_user)
    page.get("/desk/lists/")
    return page


def test_the_lists_cost_three_questions_however_many_there_are(
    registrar_page: Client, brings: Bring, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        brings([(*NURSE[:2], f"+374 00 00001{number}", *NURSE[3:])], title=f"List {number}")

    with django_assert_max_num_queries(AROUND + 3):
        registrar_page.get("/desk/lists/")


@pytest.mark.parametrize("show", ["unusable", "incomplete", "missing", "changed"])
def test_the_preview_costs_the_same_for_every_part(
    registrar_page: Client, brings: Bring, django_assert_max_num_queries: DjangoAssertNumQueries, show: str
) -> None:
    brings()
    bring_as_far_as_the_preview(registrar_page)
    ref = Upload.objects.order_by("-id")[0].ref

    with django_assert_max_num_queries(AROUND + 7):
        registrar_page.get(f"/desk/lists/upload/{ref}/preview/?show={show}")


def bring_as_far_as_the_preview(client: Client) -> None:
    from_list = client.get("/desk/lists/").context["lists"][0].ref
    file = {"file": SimpleUploadedFile("list.csv", as_csv(EVERYONE[1:])), "idempotency_key": "next"}
    client.post(f"/desk/lists/of/{from_list}/", file)
    work()
    ref = Upload.objects.order_by("-id")[0].ref
    form = client.get(f"/desk/lists/upload/{ref}/columns/").context["form"]
    client.post(f"/desk/lists/upload/{ref}/columns/", {name: field.initial for name, field in form.fields.items()})
    client.post(f"/desk/lists/upload/{ref}/occupations/", {"then": "preview"})
    work()
