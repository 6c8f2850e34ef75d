"""A headless Chromium for the tests of the review page; found on the machine, never downloaded."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SEMINAR = (Path(__file__).parent / "browser" / "seminar.md").read_text("utf-8")
OpenPage = Callable[..., Chrome]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DRIVERS = ("chromedriver", "chromium.chromedriver")
# Debian runs the tests of a package as root, where the sandbox can't; the page is ours and has no network.
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1280,900",
)


def find_missing() -> str | None:
    """Say which program is missing; None where both are there."""
    if find_program(BROWSERS) is None:
        return "a browser (Debian: apt-get install chromium)"
    if find_program(DRIVERS) is None:
        return "its driver (Debian: apt-get install chromium-driver)"
    return None


def find_program(names: tuple[str, ...]) -> str | None:
    """Return the path of the first program that is there."""
    return next((path for name in names if (path := shutil.which(name))), None)


@contextlib.contextmanager
def open_browser() -> Iterator[Chrome]:
    """Open a browser that keeps a log of its console and of its network."""
    options = Options()
    options.binary_location = find_program(BROWSERS) or ""
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    # A path that is given is used as it is: selenium looks for no driver elsewhere and downloads none.
    service = Service(executable_path=find_program(DRIVERS), log_output=os.devnull)
    driver = Chrome(options=options, service=service)
    try:
        yield driver
    finally:
        driver.quit()


def set_media(driver: Chrome, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
    """Set the size of the window, and light or dark."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})


def read_log(driver: Chrome) -> list[str]:
    """Return what the browser's console said since the last look: errors of scripts, breaches of the policy."""
    entries: list[dict[str, str]] = driver.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries]


def list_requests(driver: Chrome) -> list[tuple[str, str]]:
    """List the addresses that the browser meant to ask for since the last look, and why it didn't, if so."""
    entries: list[dict[str, str]] = driver.get_log("performance")  # type: ignore[no-untyped-call]
    messages = [json.loads(entry["message"])["message"] for entry in entries]
    blocked = {
        message["params"]["requestId"]: message["params"].get("blockedReason", "")
        for message in messages
        if message["method"] == "Network.loadingFailed"
    }
    return [
        (message["params"]["request"]["url"], blocked.get(message["params"]["requestId"], ""))
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


def wait_for(is_so: Callable[[], bool], *, seconds: float = 10) -> None:
    """Wait until something is so; fail where it doesn't come."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError("what was waited for did not come")
        time.sleep(0.02)
