import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from standby.domain.errors import Conflict, NotAllowed, StandbyError, Unavailable, UnusableInput
from standby.rooms.operations.installation import install, installation
from standby.site.middleware import PrivatePages, RequestClock, RequestLog


def _page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


def _seconds() -> Callable[[], float]:
    """A clock that is a quarter of a second later each time one looks."""
    ticks = count()
    return lambda: next(ticks) / 4


def test_the_log_names_the_route_and_never_the_address(rf: RequestFactory, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="standby.requests"):
        RequestLog(_page, clock=_seconds())(rf.get("/status/K7QX-TOKEN/?phone=+37400123456"))

    assert caplog.messages == ["GET (no route) 200 250 ms"]


def test_assets_and_health_are_not_logged(rf: RequestFactory, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="standby.requests"):
        RequestLog(_page)(rf.get("/static/standby.css"))
        RequestLog(_page)(rf.get("/healthz"))

    assert caplog.messages == []


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NotAllowed("Not yours."), 403),
        (Conflict("Somebody was quicker."), 409),
        (UnusableInput(()), 400),
        (Unavailable("Try later."), 503),
        (StandbyError("?"), 500),
    ],
)
def test_a_refusal_that_no_room_answered_is_still_an_answer(
    rf: RequestFactory, refusal: StandbyError, status: int
) -> None:
    answer = RequestLog(_page).process_exception(rf.get("/"), refusal)

    assert answer is not None
    assert answer.status_code == status
    assert b"<h1>" in answer.content


def test_what_is_no_refusal_is_logged_and_left_to_django(rf: RequestFactory, caplog: pytest.LogCaptureFixture) -> None:
    assert RequestLog(_page).process_exception(rf.post("/desk/"), ZeroDivisionError()) is None
    assert caplog.messages == ["POST (no route) failed"]


def test_no_page_is_kept_by_anyone_unless_it_says_so(rf: RequestFactory) -> None:
    assert PrivatePages(_page)(rf.get("/")).headers["Cache-Control"] == "no-store"

    kept = PrivatePages(lambda _request: HttpResponse(headers={"Cache-Control": "max-age=60"}))(rf.get("/"))
    assert kept.headers["Cache-Control"] == "max-age=60"


def test_a_view_is_told_the_time_once(rf: RequestFactory) -> None:
    noon = datetime(2020, 10, 3, 12, tzinfo=UTC)
    request = rf.get("/")

    before = installation()
    install(replace(before, clock=lambda: noon))
    RequestClock(_page)(request)
    install(before)

    assert request.now == noon  # type: ignore[attr-defined]  # as the views read it
