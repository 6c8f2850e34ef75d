"""The years before which a page can't link to a service, because there was none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

# A year is that in which the public could use the service under this name; where in doubt, the earlier one. The source
# is common knowledge (the services' own histories).
SERVICES: Final = {
    "campuswire.com": 2018,
    "colab.research.google.com": 2017,
    "coursera.org": 2012,
    "discord.com": 2015,
    "discord.gg": 2015,
    "distill.pub": 2017,
    "docs.google.com": 2006,
    "drive.google.com": 2012,
    "dropbox.com": 2008,
    "edstem.org": 2018,
    "edx.org": 2012,
    "github.com": 2008,
    "github.io": 2013,
    "gradescope.com": 2014,
    "huggingface.co": 2018,
    "instructure.com": 2011,
    "kaggle.com": 2010,
    "medium.com": 2012,
    "mybinder.org": 2016,
    "notion.so": 2016,
    "openreview.net": 2013,
    "overleaf.com": 2013,
    "piazza.com": 2011,
    "slack.com": 2013,
    "youtu.be": 2009,
    "youtube.com": 2005,
    "zoom.us": 2013,
}


def service_year(urls: Iterable[str]) -> tuple[int, str] | None:
    """Return the youngest service that the addresses lead to: its first year, and its name; None for none known.

    >>> service_year(["https://www.gradescope.com/courses/1", "https://github.com/x/y", "lecture1.pdf"])
    (2014, 'gradescope.com')
    >>> service_year(["papers/github.com.pdf"]) is None
    True
    """
    best: tuple[int, str] | None = None
    for url in urls:
        if "://" not in url[:12]:
            continue
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            continue
        labels = host.split(".")
        for size in (2, 3, 4):
            name = ".".join(labels[-size:])
            if name in SERVICES and (best is None or SERVICES[name] > best[0]):
                best = (SERVICES[name], name)
    return best
