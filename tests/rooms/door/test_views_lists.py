"""The pages on which a list comes in, from the declaration to the people."""

from collections.abc import Callable, Sequence
from typing import cast

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.rooms.door.conftest import EVERYONE, FIGHTER, HEADER, NURSE, TURNED, Bring, as_csv, work

from standby.rooms.accounts.models import User
from standby.rooms.door.models import Upload, UploadPiece
from standby.rooms.people.models import Person, SourceList
from standby.rooms.vault.models import SubjectKey

LogIn = Callable[[User], Client]
DECLARED = {"keeper": "A union", "title": "The union's list", "purpose": "help after the earthquake"}


@pytest.fixture
def registrar_page(logged_in: LogIn, registrar_user: User) -> Client:
    return logged_in(registrar_user)


def bring(client: Client, content: bytes, *, name: str = "list.csv", **said: str) -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    said_here = {**DECLARED, **said, "file": file, "idempotency_key": "k1"}
    return cast("HttpResponse", client.post("/desk/lists/bring/", said_here))


def upload_page(page: str = "") -> str:
    return f"/desk/lists/upload/{Upload.objects.get().ref}/{page}"


def read(client: Client, rows: Sequence[Sequence[str]] = EVERYONE) -> None:
    """As far as the page of the columns."""
    bring(client, as_csv(rows))
    work()


def map_all(client: Client) -> None:
    """Takes every guess, as far as the preview."""
    columns = {f"column-{place}": field for place, field in enumerate(FIELDS)}
    client.post(upload_page("columns/"), columns)
    client.post(upload_page("occupations/"), {"then": "preview"})
    work()


FIELDS = ("surname", "given", "phone", "email", "birth_date", "occupation", "languages", "first_day", "last_day")


def test_a_list_goes_from_the_declaration_to_the_people(registrar_page: Client) -> None:
    read(registrar_page)

    columns = registrar_page.get(upload_page(), follow=True)
    assert "What does each column hold?" in columns.content.decode()
    map_all(registrar_page)
    preview = registrar_page.get(upload_page(), follow=True).content.decode()
    assert "3 of 8 rows can be used as they are." in preview
    assert Person.objects.count() == 0

    registrar_page.post(upload_page("confirm/"))
    work()

    assert Person.objects.count() == 6
    assert "6 people are new here." in registrar_page.get(upload_page()).content.decode()
    assert UploadPiece.objects.count() == 0


def test_the_columns_page_shows_real_values_and_its_reasons(registrar_page: Client) -> None:
    read(registrar_page)

    page = registrar_page.get(upload_page("columns/")).content.decode()

    assert "Testyan" in page
    assert "The header says so." in page


def test_a_column_can_be_corrected(registrar_page: Client) -> None:
    read(registrar_page)

    registrar_page.post(
        upload_page("columns/"), {f"column-{place}": "" for place in range(len(HEADER))} | {"column-2": "phone"}
    )

    page = registrar_page.get(upload_page("columns/")).content.decode()
    assert "Somebody said so." in page


def test_two_columns_cannot_both_be_the_surname(registrar_page: Client) -> None:
    read(registrar_page)

    answer = registrar_page.post(upload_page("columns/"), {"column-2": "surname", "column-3": "surname"})

    assert "Two columns cannot both be the surname." in answer.content.decode()


def test_an_occupation_nobody_knows_stands_first_and_is_said_once(registrar_page: Client, brings: Bring) -> None:
    odd = (*NURSE[:5], "qqzzkk", *NURSE[6:])
    read(registrar_page, [NURSE, odd])
    registrar_page.post(upload_page("columns/"), {f"column-{place}": field for place, field in enumerate(FIELDS)})

    page = registrar_page.get(upload_page("occupations/")).content.decode()
    assert page.index("qqzzkk") < page.index(">nurse<")
    registrar_page.post(upload_page("occupations/"), {"role-0-words": "qqzzkk", "role-0": "driver", "then": "preview"})
    work()

    assert "2 of 2 rows can be used as they are." in registrar_page.get(upload_page(), follow=True).content.decode()


def test_a_role_that_does_not_exist_is_answered_beside_its_occupation(registrar_page: Client) -> None:
    read(registrar_page, [NURSE])
    registrar_page.post(upload_page("columns/"), {f"column-{place}": field for place, field in enumerate(FIELDS)})

    answer = registrar_page.post(
        upload_page("occupations/"), {"role-0-words": "nurse", "role-0": "xxyyzz", "then": "preview"}
    )

    assert "We know no role called “xxyyzz”." in answer.content.decode()


def test_the_preview_names_row_line_and_remedy(registrar_page: Client) -> None:
    read(registrar_page, [NURSE, TURNED])
    map_all(registrar_page)

    page = registrar_page.get(upload_page("preview/")).content.decode()

    assert "Correct the list or leave the row out." in page
    assert "30" in page


def test_refused_rows_stand_on_the_preview_and_not_in_the_report(registrar_page: Client) -> None:
    read(registrar_page, [NURSE, TURNED, FIGHTER])
    map_all(registrar_page)

    page = registrar_page.get(upload_page("preview/")).content.decode()
    report = registrar_page.get(upload_page("report.csv")).content.decode()

    assert "Row 3 (line 4): sniper" in page
    assert "sniper" not in report
    assert [line.split(",")[2] for line in report.splitlines()[1:]] == ["2"]


def test_cancelling_leaves_nothing(registrar_page: Client) -> None:
    read(registrar_page)
    map_all(registrar_page)

    registrar_page.post(upload_page("cancel/"))

    left = (Upload, UploadPiece, SourceList, Person, SubjectKey)
    assert [table.objects.count() for table in left] == [0, 0, 0, 0, 0]


def test_a_list_of_people_who_asked_to_fight_is_refused_whole_with_a_text_in_four_languages(
    registrar_page: Client,
) -> None:
    answer = bring(registrar_page, as_csv(EVERYONE), purpose="volunteers who want to fight at the front")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert [language for language in ("en", "hy", "ru", "az") if f'blockquote lang="{language}"' in page] == [
        "en",
        "hy",
        "ru",
        "az",
    ]
    assert (Upload.objects.count(), SourceList.objects.count()) == (0, 0)


def test_the_same_form_sent_twice_brings_one_file(registrar_page: Client) -> None:
    bring(registrar_page, as_csv(EVERYONE))
    bring(registrar_page, as_csv(EVERYONE))

    assert Upload.objects.count() == 1


def test_another_operation_sees_nothing_of_it(registrar_page: Client, other_coordinator_user: User) -> None:
    read(registrar_page)
    stranger = Client()
    stranger.force_login(other_coordinator_user, backend="django.contrib.auth.backends.ModelBackend")

    pages = ("", "columns/", "occupations/", "preview/", "report.csv", "progress/")

    assert {stranger.get(upload_page(page)).status_code for page in pages} == {404}


@pytest.mark.parametrize("duty", ["verifier_user", "site_contact_user", "auditor_user"])
def test_lists_are_for_registrars_and_coordinators(logged_in: LogIn, duty: str, request: pytest.FixtureRequest) -> None:
    client = logged_in(request.getfixturevalue(duty))

    assert client.get("/desk/lists/").status_code == 404
