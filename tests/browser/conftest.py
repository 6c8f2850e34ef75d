"""One browser for all tests of the review page; each test ends with a look into its logs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from review_browser import SEMINAR, OpenPage, find_missing, list_requests, open_browser, read_log, set_media
from syllabus_parse import parse
from syllabus_parse.writers.review import MAX_CHARS, write_review

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"


@pytest.fixture(scope="session")
def browser(say_aloud: list[str]) -> Iterator[Chrome]:
    missing = find_missing()
    if missing is not None:
        told = f"the review page was not tested in a browser: this machine lacks {missing}"
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(told)
        say_aloud.append(told)
        pytest.skip(told)
    with open_browser() as driver:
        driver.set_script_timeout(30)
        yield driver


@pytest.fixture
def quiet(browser: Chrome) -> Iterator[Chrome]:
    """Fail a test that leaves a script error, a breach of the policy, a request or a new window behind."""
    set_media(browser)
    browser.get("about:blank")
    read_log(browser)
    list_requests(browser)
    yield browser
    assert read_log(browser) == []
    assert [one for one in list_requests(browser) if not one[0].startswith("file:")] == []
    assert len(browser.window_handles) == 1


@pytest.fixture
def open_page(quiet: Chrome, tmp_path: Path) -> OpenPage:
    """Write the review page of a document and open it."""

    def open_it(
        text: str | bytes = SEMINAR,
        *,
        page: str | None = None,
        max_chars: int = MAX_CHARS,
        width: int = 1280,
        dark: bool = False,
    ) -> Chrome:
        path = tmp_path / "review.html"
        if page is None:
            page = write_review(parse(text), text, max_chars=max_chars)
        path.write_text(page, "utf-8")
        set_media(quiet, width=width, dark=dark)
        quiet.get(path.as_uri())
        return quiet

    return open_it


@pytest.fixture(scope="session")
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture
def take_screenshot(browser: Chrome) -> Callable[[str], None]:
    """Keep a picture of the page for people, in build/screenshots."""

    def take(name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        assert browser.save_screenshot(str(SCREENSHOTS / name))

    return take
