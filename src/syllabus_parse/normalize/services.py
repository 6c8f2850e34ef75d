"""The years before which a page can't link to a service, because there was none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit


@lru_cache(maxsize=1)
def load_services() -> dict[str, int]:
    """Read the table, once.

    >>> load_services()["gradescope.com"]
    2014
    """
    return tomllib.loads(Path(__file__).with_name("services.toml").read_text(encoding="utf-8"))


def service_year(urls: Iterable[str]) -> tuple[int, str] | None:
    """Return the youngest service that the addresses lead to: its first year, and its name; None for none known.

    >>> service_year(["https://www.gradescope.com/courses/1", "https://github.com/x/y", "lecture1.pdf"])
    (2014, 'gradescope.com')
    >>> service_year(["papers/github.com.pdf"]) is None
    True
    """
    services = load_services()
    best: tuple[int, str] | None = None
    for url in urls:
        if "://" not in url[:12]:
            continue
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            continue
        labels = host.split(".")
        for size in (2, 3):
            name = ".".join(labels[-size:])
            if name in services and (best is None or services[name] > best[0]):
                best = (services[name], name)
    return best
