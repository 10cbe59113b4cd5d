"""A person at a real browser: Debian's Chromium, any width, any of our languages, with or without scripts."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, sync_playwright

PHONE = 360
LAPTOP = 1280
LANGUAGES = ("en", "hy", "ru", "az")

_CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
_PICTURES = Path(__file__).parent / "screenshots"
_GRAVE = ("serious", "critical")
_LEADS_ELSEWHERE = ("click", "press", "check", "select_option")


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser process; each visit gets a profile of its own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=[*_FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def patient_hands() -> Iterator[None]:
    """Whoever clicks looks at the next page only once it has loaded.

    Playwright waits until the next page has begun to answer. On a busy machine that is an empty document for a while,
    and what a test counts or measures there is nothing.
    """
    own = {(kind, name): getattr(kind, name) for kind in (Page, Locator) for name in _LEADS_ELSEWHERE}
    for (kind, name), act in own.items():
        setattr(kind, name, _and_wait(act))
    try:
        yield
    finally:
        for (kind, name), act in own.items():
            setattr(kind, name, act)


def _and_wait(act: Callable[..., object]) -> Callable[..., object]:
    @wraps(act)
    def act_and_wait(one: Page | Locator, *args: object, **kwargs: object) -> object:
        result = act(one, *args, **kwargs)
        page = one.page if isinstance(one, Locator) else one
        page.wait_for_load_state()
        return result

    return act_and_wait


@dataclass(kw_only=True)  # no slots: Playwright hangs its wrappers on the object whose methods listen
class Visits:
    """Opens pages as somebody would have them, and remembers what a page should never do."""

    browser: Browser
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __call__(
        self, *, width: int = LAPTOP, language: str = "en", javascript: bool = True, dark: bool = False
    ) -> Page:
        """A fresh visitor's page: no cookies, that language, that width."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            locale=language,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(40_000)  # a busy machine is no fault of a page
        page.on("request", self._note_request)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _note_request(self, request: Request) -> None:
        self.asked.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()


def assert_accessible(page: Page) -> None:
    """No serious or critical finding of axe-core, which needs a page with scripts: it would wait for ever without."""
    assert page.evaluate("matchMedia('(scripting: enabled)').matches"), "axe-core needs javascript=True"
    findings = Axe().run(page).response["violations"]
    grave = [
        f"{finding['id']}: {finding['help']} {[node['html'][:200] for node in finding['nodes'][:3]]}"
        for finding in findings
        if finding["impact"] in _GRAVE
    ]
    assert not grave, "\n".join(grave)


def assert_no_horizontal_scroll(page: Page) -> None:
    """The page is no wider than the window; a table that scrolls within itself is not the page."""
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} pixels too wide: {_what_sticks_out(page)}"


def _what_sticks_out(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
            .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .filter((one) => !one.parentElement.closest(".table, .rail"))
            .map((one) => one.outerHTML.slice(0, 160)).slice(0, 5)"""
    )
    return found


def assert_reads_well(page: Page, name: str, *, is_scripted: bool = True) -> None:
    """In every language and in every window: words in that language, nothing wider than the window, a picture of it.

    The page is asked for anew in each language, so it must be one that may be looked at twice; it is left as it was
    found. With scripts axe-core looks at it in both windows.
    """
    opened_in, found = page.viewport_size, page.locator("html").get_attribute("lang")
    assert opened_in, "the page has no window"
    assert found, "the page says no language"
    for language in (*(each for each in LANGUAGES if each != found), found):
        read_in(page, language)
        for width in (PHONE, LAPTOP):
            page.set_viewport_size({"width": width, "height": opened_in["height"]})
            assert_no_horizontal_scroll(page)
            assert_words_fit_charts(page)
            keep_picture(page, f"{name}-{language}-{width}")
            if is_scripted and language == found:
                assert_accessible(page)
    page.set_viewport_size(opened_in)


def read_in(page: Page, language: str) -> None:
    """The same page in another language, as if its button had been pressed."""
    address = urlsplit(page.url)
    page.context.add_cookies([{"name": "language", "value": language, "url": f"{address.scheme}://{address.netloc}"}])
    page.reload()
    assert page.locator("html").get_attribute("lang") == language, f"{page.url} is not in {language}"


def assert_fits_every_window(page: Page) -> None:
    """No wider than a phone's window and than a laptop's; the page is left in the window it was opened in."""
    opened_in = page.viewport_size
    assert opened_in, "the page has no window"
    for width in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": opened_in["height"]})
        assert_no_horizontal_scroll(page)
    page.set_viewport_size(opened_in)


def assert_words_fit_charts(page: Page) -> None:
    """No word of a chart runs out of its drawing: SVG neither wraps nor scrolls."""
    outside = page.evaluate(
        """() => [...document.querySelectorAll("svg[role=img] text")].filter((text) => {
            const words = text.getBoundingClientRect(), paper = text.ownerSVGElement.getBoundingClientRect();
            return words.right > paper.right + 1 || words.left < paper.left - 1 || words.bottom > paper.bottom + 4;
        }).map((text) => text.textContent)"""
    )
    assert not outside, f"Words that run out of a chart: {outside}"


def assert_no_external_requests(visits: Visits) -> None:
    """Nothing was fetched but from this machine."""
    strangers = [url for url in visits.asked if urlsplit(url).hostname not in {"127.0.0.1", "localhost", None}]
    assert not strangers, f"Fetched from elsewhere: {strangers}"


def assert_no_complaints(visits: Visits) -> None:
    """No script failed, and the content security policy had nothing to refuse."""
    assert not visits.complaints, "\n".join(visits.complaints)


def keep_picture(page: Page, name: str) -> Path:
    """A picture of the whole page for human eyes, in a folder that is not committed; CI has no eyes to show it to."""
    path = _PICTURES / f"{name}.png"
    if not os.environ.get("CI"):
        _PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=path, full_page=True)
    return path
