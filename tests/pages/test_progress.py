"""Long work says what it does and how far it is, without anybody reloading."""

import pytest
from playwright.sync_api import Page, Route, expect
from tests.pages.harness import Visits

pytestmark = pytest.mark.browser


def _answer(page: Page, pieces: list[str]) -> None:
    """Each time the page looks again it gets the next piece, the last one for ever."""

    def next_piece(route: Route) -> None:
        route.fulfill(body=pieces.pop(0) if len(pieces) > 1 else pieces[0], content_type="text/html")

    page.route("**/reading/piece/", next_piece)


def _piece(done: int, *, goes_on: bool = True) -> str:
    poll = 'data-poll="/reading/piece/"' if goes_on else ""
    return (
        f'<div class="progress" role="status" {poll}><p>{done} rows</p>'
        f'<progress value="{done}" max="20000"></progress></div>'
    )


def test_the_words_and_the_bar_move_while_work_goes_on(visit: Visits, styleguide: str) -> None:
    page = visit()
    _answer(page, [_piece(9000)])

    page.goto(f"{styleguide}/reading/")

    expect(page.locator(".progress p").first).to_have_text("9000 rows")
    expect(page.locator("progress")).to_have_attribute("value", "9000")
    expect(page.locator("[data-without-script]")).to_be_hidden()


def test_the_page_shows_the_outcome_once_work_is_done(visit: Visits, styleguide: str) -> None:
    page = visit()
    _answer(page, [_piece(20000, goes_on=False)])
    page.goto(f"{styleguide}/reading/")

    with page.expect_navigation(url=f"{styleguide}/reading/"):
        pass

    expect(page.locator(".progress")).to_be_visible()


def test_a_bad_line_offers_to_look_again_by_hand(visit: Visits, styleguide: str) -> None:
    page = visit()
    page.route("**/reading/piece/", lambda route: route.abort())

    page.goto(f"{styleguide}/reading/")

    expect(page.locator("[data-without-script] a")).to_be_visible()


def test_without_a_script_one_looks_again_by_hand(visit: Visits, styleguide: str) -> None:
    page = visit(javascript=False)
    page.goto(f"{styleguide}/reading/")

    page.get_by_role("link", name="Look again").click()

    expect(page.locator(".progress p").first).to_contain_text("4,200")
