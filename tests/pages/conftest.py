"""The browser for every test of a page."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser
from tests.pages.harness import Visits, assert_no_complaints, assert_no_external_requests, chromium, patient_hands
from tests.pages.serving import served

# The standing cast plays the tests of the pages too; fixtures are asked for by name.
from tests.rooms.callup.conftest import *  # noqa: F403
from tests.rooms.conftest import *  # noqa: F403

from standby.cli.translations import compile_translations

# Playwright keeps an event loop in the thread of the test, and Django would refuse that thread the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session", autouse=True)
def _translations() -> None:
    """Pages in four languages need their catalogues compiled; a translation changed since is compiled again."""
    compile_translations(Path(settings.BASE_DIR) / "locale")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: an event loop left in this thread would be in the way of whatever test comes next."""
    with chromium() as started, patient_hands():
        yield started


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visits]:
    """Opens pages; when the test is over, none of them may have fetched from elsewhere or broken the policy."""
    visits = Visits(browser=browser)
    yield visits
    visits.close()
    assert_no_external_requests(visits)
    assert_no_complaints(visits)


@pytest.fixture(scope="module")
def styleguide() -> Iterator[str]:
    """The address of the pages that show every component with long words; other tests have the site's own pages."""
    with served("tests.pages.styleguide.urls") as address:
        yield address
