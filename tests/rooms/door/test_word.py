"""On their own page people choose how often they hear that nothing has changed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from standby.domain.statuses import PersonStatus
from standby.domain.words import Wish
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.thanking import thank_waiting
from standby.rooms.callup.models import WordWish
from standby.rooms.callup.queries.promises import wish_of
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.models import Person
from standby.rooms.people.values import PersonView

OwnPage = Callable[[PersonView], Client]


@pytest.fixture
def own(client: Client, operation: OperationView, now: datetime) -> OwnPage:
    """A browser in which somebody opened their own page."""

    def open_it(person: PersonView) -> Client:
        token = make_links(operation_id=operation.id, person_ids=[person.id], now=now)[person.id]
        client.get(f"/status/l/{token}/")
        return client

    return open_it


@pytest.mark.parametrize(
    ("often", "wish"),
    [("7", Wish(every_days=7)), ("30", Wish(every_days=30)), ("changes", Wish(only_changes=True)), ("0", Wish())],
)
def test_a_wish_is_kept_and_shown_again(often: str, wish: Wish, own: OwnPage, the_helper: PersonView) -> None:
    browser = own(the_helper)
    browser.post("/status/word/", {"often": often})
    page = browser.get("/status/").content.decode()

    assert wish_of(person_id=the_helper.id) == wish
    assert f'<option value="{often}" selected>' in page


def test_whoever_wants_changes_only_is_promised_no_letter(own: OwnPage, the_helper: PersonView) -> None:
    browser = own(the_helper)
    before = browser.get("/status/").content.decode()
    browser.post("/status/word/", {"often": "changes"})
    after = browser.get("/status/").content.decode()

    assert "We write by Thursday 8 October at the latest." in before
    assert "We renew this page by Thursday 8 October." in after
    assert "We write by" not in after


@pytest.mark.parametrize("often", ["", "365", "-1", "always"])
def test_what_is_no_choice_changes_nothing(often: str, own: OwnPage, the_helper: PersonView) -> None:
    own(the_helper).post("/status/word/", {"often": often})

    assert not WordWish.objects.exists()


def test_nobody_wishes_for_somebody_else(client: Client, the_helper: PersonView) -> None:
    assert client.post("/status/word/", {"often": "7"}).status_code == 302
    assert not WordWish.objects.exists()


def test_whoever_was_thanked_reads_why_and_may_offer_again(
    own: OwnPage, operation: OperationView, machine: Actor, now: datetime, the_helper: PersonView
) -> None:
    thank_waiting(operation=operation, role="", occasion="T", after=0, public_url="", by=machine, now=now)
    browser = own(the_helper)
    page = browser.get("/status/").content.decode()
    browser.post("/status/again/")

    assert "Thank you for offering your help. It is not needed here any more." in page
    assert "Enough people are registered" in page
    assert "Hear less often" not in page
    assert Person.objects.get(id=the_helper.id).status == PersonStatus.STAND_BY
