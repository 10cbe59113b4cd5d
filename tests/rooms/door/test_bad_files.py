"""Files as they should not be: each gets a clear answer at the desk, and nothing of any is stored."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.rooms.door.conftest import DRIVER, EVERYONE, HEADER, NURSE, as_csv, work

from standby.rooms.accounts.models import User
from standby.rooms.door.actions.uploading import LARGEST_FILE
from standby.rooms.door.models import Upload, UploadPiece
from standby.rooms.people.models import Registration
from standby.rooms.vault.models import SubjectKey


@pytest.fixture
def registrar_page(logged_in: Callable[[User], Client], registrar_user: User) -> Client:
    return logged_in(registrar_user)


def answer_to(client: Client, content: bytes, *, name: str = "list.csv") -> str:
    """The page on which bringing this file ends."""
    said = {"keeper": "A union", "title": "The list", "purpose": "help", "idempotency_key": name}
    answer = client.post("/desk/lists/bring/", {**said, "file": SimpleUploadedFile(name, content)})
    if answer.status_code == 200:
        return str(answer.content.decode())
    work()
    return str(client.get(answer["Location"], follow=True).content.decode())


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """A workbook of a megabyte whose sheet unpacks to a gigabyte."""
    types = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    zeros = b"0" * (64 * 1024 * 1024)
    sheets = {f"xl/worksheets/sheet{number}.xml": zeros for number in range(6)}
    return zipped({"[Content_Types].xml": types, "xl/workbook.xml": b"<workbook/>", **sheets})


BAD = {
    "empty": (b"", "The file is empty"),
    "nothing but blanks": (b"\r\n \r\n", "The file is empty"),
    "header only": (as_csv([]), "There is a header but no row below it."),
    "torn workbook": (b"PK\x03\x04" + b"\x00" * 400, "damaged"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, "not a table"),
    "a web page": (b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
    "open quote": (as_csv([NURSE]) + b'"Testyan,Ani,' + b"x\n" * 40_000, "quotation mark"),
    "zip bomb": (bomb(), "unpacks to far more"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_used_is_answered_and_gone(registrar_page: Client, kind: str) -> None:
    content, words = BAD[kind]

    page = answer_to(registrar_page, content, name="list.xlsx" if content[:2] == b"PK" else "list.csv")

    assert words in page
    assert (UploadPiece.objects.count(), SubjectKey.objects.count(), Registration.objects.count()) == (0, 0, 0)


def test_a_file_of_100_megabytes_is_refused_without_being_kept(registrar_page: Client) -> None:
    page = answer_to(registrar_page, b"a,b\n" * (25 * 1024 * 1024))

    assert "at most 32 MB" in page
    assert Upload.objects.count() == 0


def test_the_largest_file_is_what_the_site_takes(settings) -> None:  # type: ignore[no-untyped-def]  # pytest-django's
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE == LARGEST_FILE


def test_a_lying_ending_is_read_as_what_it_is_and_said(registrar_page: Client) -> None:
    page = answer_to(registrar_page, as_csv([NURSE]), name="list.xlsx")

    assert "What does each column hold?" in page
    assert "we read it as what it is" in page


def test_a_column_that_stands_twice_is_told_apart(registrar_page: Client) -> None:
    content = as_csv([(*NURSE, "+374 00 000009")], header=(*HEADER, "Phone"))

    page = answer_to(registrar_page, content)

    assert "What does each column hold?" in page
    assert page.count("column-") >= 2 * (len(HEADER) + 1)


def test_another_encoding_reads_the_same(registrar_page: Client) -> None:
    page = answer_to(registrar_page, as_csv([(*DRIVER[:5], "сварщик", *DRIVER[6:])], encoding="cp1251"))

    assert "сварщик" in page


def test_formulas_are_named_row_by_row(registrar_page: Client) -> None:
    formula = ("=1+1", *NURSE[1:])
    answer_to(registrar_page, as_csv([formula, *EVERYONE]))
    ref = Upload.objects.get().ref
    registrar_page.post(f"/desk/lists/upload/{ref}/columns/", columns_as_guessed(registrar_page, ref))
    registrar_page.post(f"/desk/lists/upload/{ref}/occupations/", {"then": "preview"})
    work()

    page = registrar_page.get(f"/desk/lists/upload/{ref}/preview/").content.decode()

    assert "The cell holds a formula, not a value." in page


def columns_as_guessed(client: Client, ref: str) -> dict[str, str]:
    form = client.get(f"/desk/lists/upload/{ref}/columns/").context["form"]
    return {name: field.initial for name, field in form.fields.items()}
