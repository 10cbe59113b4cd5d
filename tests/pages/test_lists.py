"""A registrar brings a list in at a real browser, from the declaration to the people, and its next version after it."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LAPTOP,
    PHONE,
    Visits,
    assert_fits_every_window,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in
from tests.rooms.door.conftest import work

from standby.exercise import make_exercise, write_lists
from standby.rooms.accounts.models import User
from standby.rooms.people.models import ListVersion, Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def exercise_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred invented people on a union's list, and its next version."""
    folder = tmp_path_factory.mktemp("lists")
    write_lists(make_exercise(seed=3, today=datetime.now().date(), scale=0.01), folder)  # noqa: DTZ005
    return folder


def bring(page: Page, live_server: LiveServer, file: Path) -> None:
    page.goto(f"{live_server.url}/desk/lists/bring/")
    page.fill("input[name=keeper]", "A union of invented people")
    page.fill("input[name=title]", "The union's list")
    page.fill("textarea[name=purpose]", "help after the earthquake")
    page.set_input_files("input[name=file]", file)
    page.locator("main form button.primary").click()


def look(page: Page, name: str) -> None:
    """What must hold of every page of the way: in every language where scripts run, in one where they do not."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        assert_reads_well(page, f"lists-{name}")
    else:
        assert_fits_every_window(page)
        keep_picture(page, f"lists-{name}")


def go_on(page: Page) -> None:
    page.locator("main .button.primary").first.click()


@pytest.mark.parametrize(("language", "has_scripts"), [("hy", False), ("ru", True)])
def test_a_list_and_its_next_version_come_in(
    visit: Visits, live_server: LiveServer, registrar_user: User, exercise_lists: Path, language: str, has_scripts: bool
) -> None:
    page = visit(width=LAPTOP if has_scripts else PHONE, language=language, javascript=has_scripts)
    name = language
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/lists/")
    look(page, f"empty-{name}")

    bring(page, live_server, exercise_lists / "union.xlsx")
    look(page, f"reading-{name}")
    work()
    page.reload()
    look(page, f"columns-{name}")
    go_on(page)
    look(page, f"occupations-{name}")
    while page.locator("button[name=then][value=next]").count():
        page.locator("button[name=then][value=next]").click()
    page.locator("button[name=then][value=preview]").click()
    work()
    page.reload()
    look(page, f"preview-{name}")
    assert Person.objects.count() == 0
    go_on(page)
    look(page, f"storing-{name}")
    work()
    page.reload()
    look(page, f"done-{name}")
    assert Person.objects.count() > 150
    go_on(page)
    look(page, f"lists-{name}")

    page.locator("main table a").first.click()
    page.set_input_files("input[name=file]", exercise_lists / "union-2.xlsx")
    page.locator("main form button.primary").click()
    work()
    page.reload()
    go_on(page)
    page.locator("button[name=then][value=preview]").click()
    work()
    page.reload()
    page.goto(f"{page.url}?show=missing")
    look(page, f"second-{name}")
    go_on(page)
    work()
    page.reload()
    page.goto(f"{live_server.url}/desk/lists/")
    page.locator("main table a").first.click()
    look(page, f"versions-{name}")

    assert list(ListVersion.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
