"""Somebody looks at what is kept of them, on a phone, and erases it."""

import io
from collections.abc import Callable
from datetime import datetime

import pytest
from PIL import Image
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import PHONE, Visits, assert_reads_well

from standby.domain.roles import Level, OfferedRole
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.models import Person
from standby.rooms.people.values import PersonView

# Exif 2.32, 4.6.6: the tags of where a photo was taken.
_GPS, _LATITUDE = 0x8825, 2
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_ones_own_data_are_seen_corrected_and_erased_without_a_script(
    visit: Visits,
    live_server: LiveServer,
    registers: Callable[..., PersonView],
    operation: OperationView,
    now: datetime,
) -> None:
    nurse = registers(roles=(OfferedRole(code="2221", level=Level.INDEPENDENT),), emails=("nurse@example.org",))
    token = make_links(operation_id=operation.id, person_ids=[nurse.id], now=now)[nurse.id]
    page = visit(width=PHONE, javascript=False)
    page.goto(f"{live_server.url}/status/l/{token}/")

    for path in ("data", "contact", "licences", "erase"):
        page.goto(f"{live_server.url}/status/{path}/")
        assert_reads_well(page, f"own-{path}", is_scripted=False)
    page.locator("input[name=understood]").check()
    page.locator("button.stop").click()

    assert "It is erased" in page.content()
    assert Person.objects.get(id=nurse.id).erased_at is not None


def test_a_photo_is_made_small_and_bare_before_it_leaves_the_telephone(
    visit: Visits,
    live_server: LiveServer,
    registers: Callable[..., PersonView],
    operation: OperationView,
    now: datetime,
) -> None:
    nurse = registers(roles=(OfferedRole(code="2221", level=Level.INDEPENDENT),))
    token = make_links(operation_id=operation.id, person_ids=[nurse.id], now=now)[nurse.id]
    page = visit(width=PHONE)
    page.goto(f"{live_server.url}/status/l/{token}/")
    page.goto(f"{live_server.url}/status/licences/")
    field = page.locator("input[type=file]")

    field.set_input_files({"name": "home.jpg", "mimeType": "image/jpeg", "buffer": _photo_with_a_place()})
    # A browser says no more of a chosen file than its name.
    expect(field).to_have_value("C:\\fakepath\\photo.jpg")

    sent = bytes(field.evaluate("async (input) => Array.from(new Uint8Array(await input.files[0].arrayBuffer()))"))
    with Image.open(io.BytesIO(sent)) as small:
        assert (small.format, small.size, len(small.getexif())) == ("JPEG", (1600, 1200), 0)
    page.locator("select[name=held_for]").select_option(index=1)
    page.locator("input[name=number]").fill("A-1")
    page.locator("input[name=issuer]").fill("Chamber of nurses")
    page.get_by_role("button", name="Store it").click()
    assert "A photo waits to be looked at" in page.content()


def _photo_with_a_place() -> bytes:
    photo, out = Image.new("RGB", (2400, 1800), "white"), io.BytesIO()
    exif = photo.getexif()
    exif.get_ifd(_GPS)[_LATITUDE] = (40.0, 10.0, 52.0)
    photo.save(out, "JPEG", exif=exif)
    return out.getvalue()
