"""Strategies for the values that a syllabus is made of: people, venues, days, links, readings."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final, TypeVar

from hypothesis import strategies as st

from syllabus_parse.model import Link, LinkKind, Person, Reading, Venue
from syllabus_parse.rendering.dates import write_date
from syllabus_parse.rendering.layout import DateStyle, Language
from syllabus_parse.strategies import words as w

T = TypeVar("T")
FIRST_DAY: Final = dt.date(2012, 1, 1)
LAST_DAY: Final = dt.date(2030, 12, 31)
WORK_YEARS: Final = (1985, 2010)
"""Works are older than every course that reads them: a work from the future would prove the course's year wrong."""


@lru_cache(maxsize=256)
def pick(values: tuple[T, ...]) -> st.SearchStrategy[T]:
    """Draw one of some values. Made once for each tuple: to make a strategy anew costs more than to draw from it."""
    return st.sampled_from(values)


def _full_names(accents: bool) -> tuple[str, ...]:
    given = w.GIVEN + w.ACCENTED_GIVEN if accents else w.GIVEN
    family = w.FAMILY + w.ACCENTED_FAMILY if accents else w.FAMILY
    return tuple(f"{first} {last}" for first in given for last in family)


_NAMES: Final = {accents: _full_names(accents) for accents in (False, True)}


@lru_cache
def people(*, accents: bool = False, affiliations: bool = False) -> st.SearchStrategy[Person]:
    """Draw a person; with `accents` some names have them, with `affiliations` some people work somewhere.

    >>> from hypothesis import find
    >>> find(people(), lambda person: True).name
    'Ann Lee'
    """
    names = pick(_NAMES[accents])
    if not affiliations:
        return names.map(Person)
    return st.builds(Person, names, pick((None, *w.PLACES)))


def venues() -> st.SearchStrategy[Venue]:
    """Draw a venue by the short name in use today.

    >>> from hypothesis import find
    >>> find(venues(), lambda venue: venue.kind == "journal").name
    'TPAMI'
    """
    return _VENUES


_VENUES: Final = st.sampled_from(tuple(Venue(name, kind) for name, kind in w.VENUES))


@st.composite
def dates(
    draw: st.DrawFn,
    *,
    style: DateStyle = "iso",
    language: Language = "en",
    first: dt.date = FIRST_DAY,
    last: dt.date = LAST_DAY,
) -> tuple[str, dt.date]:
    """Draw a day as (its words in a style, the date).

    >>> from hypothesis import find
    >>> find(dates(style="long"), lambda drawn: True)
    ('January 1', datetime.date(2012, 1, 1))
    """
    date = dt.date.fromordinal(draw(st.integers(first.toordinal(), last.toordinal())))
    return write_date(date, style=style, language=language), date


def titles(*, accents: bool = False, signs: bool = False) -> st.SearchStrategy[str]:
    """Draw the title of a work; with `signs` some hold what a markup would take for its own.

    >>> from hypothesis import find
    >>> find(titles(signs=True), lambda title: "*" in title)
    'Stars * Stripes * Spots'
    """
    return pick(w.TITLES + (w.ACCENTED_TITLES if accents else ()) + (w.SIGNED_TITLES if signs else ()))


def topics(*, accents: bool = False, signs: bool = False) -> st.SearchStrategy[str]:
    """Draw the topic of a session; with `accents` some have letters beyond ASCII.

    >>> from hypothesis import find
    >>> find(topics(accents=True), lambda topic: not topic.isascii())
    'Cafés and Piñatas'
    """
    return pick(w.TOPICS + (w.ACCENTED_TOPICS if accents else ()) + (w.SIGNED_TOPICS if signs else ()))


# What a link beside a title or a topic says, where it leads and what it is.
SESSION_LINKS: Final[tuple[tuple[str, str, LinkKind], ...]] = (
    ("slides", "slides/{n}.pdf", "slides"), ("video", "https://youtu.be/watch-{n}", "video"),
    ("code", "https://github.com/example/code{n}", "code"), ("notes", "https://example.org/notes/{n}.html", "notes"),
)  # fmt: skip
# Where the title of a work leads, what that is, and the name that its address gives it.
WORK_LINKS: Final[tuple[tuple[str, LinkKind, str, str], ...]] = (
    ("https://example.org/papers/{n}.html", "page", "", ""), ("https://example.org/papers/{n}.pdf", "pdf", "", ""),
    ("https://arxiv.org/abs/0901.{n}", "arxiv", "arxiv", "0901.{n}"),
    ("https://doi.org/10.1145/123456.12{n}", "doi", "doi", "10.1145/123456.12{n}"),
)  # fmt: skip


@lru_cache
def links() -> st.SearchStrategy[Link]:
    """Draw a link of a session.

    >>> from hypothesis import find
    >>> find(links(), lambda link: link.kind == "code").url
    'https://github.com/example/code1'
    """
    return st.builds(lambda one, n: Link(one[1].format(n=n), one[0], one[2]), pick(SESSION_LINKS), st.integers(1, 99))


@lru_cache
def readings(
    *,
    accents: bool = False,
    signs: bool = False,
    linked: bool = True,
    affiliations: bool = False,
    venue: bool = False,
) -> st.SearchStrategy[Reading]:
    """Draw a work: a title, who wrote it, where and when it appeared, with or without links.

    With `venue` it always has one. A work without authors has no affiliations.

    >>> from hypothesis import find
    >>> find(readings(), lambda reading: len(reading.authors) > 1 and reading.venue is not None).venue.name
    'SOSP'
    """
    return _readings(
        titles(accents=accents, signs=signs), people(accents=accents, affiliations=affiliations), linked, venue
    )


# All that a work may have, in one choice: (authors, venue, link on the title, link beside it); rare things last.
_PARTS: Final = tuple(
    (authors, venue, linked, beside)
    for beside in (False, True)
    for linked in (False, True)
    for venue in (False, True)
    for authors in range(4)
)
_UNLINKED: Final = _PARTS[:8]
_YEARS: Final = st.integers(*WORK_YEARS)
_NUMBERS: Final = st.integers(1000, 1799)  # no number of these is a year


@st.composite
def _readings(
    draw: st.DrawFn, title_words: st.SearchStrategy[str], who: st.SearchStrategy[Person], linked: bool, venue: bool
) -> Reading:
    title = draw(title_words)
    count, published, on_title, beside = draw(pick(_PARTS if linked else _UNLINKED))
    authors = {person.name: person for person in (draw(who) for _ in range(count))}
    found: list[Link] = []
    names: dict[str, str] = {}
    if on_title:
        url, kind, name, value = draw(pick(WORK_LINKS))
        number = draw(_NUMBERS)
        found.append(Link(url.format(n=number), title, kind))
        names = {name: value.format(n=number)} if name else {}
        if beside:
            found.append(Link(f"https://example.org/talks/{number}.pdf", "slides", "slides"))
    published = published or venue
    return Reading(
        title,
        authors=tuple(authors.values()),
        venue=draw(_VENUES) if published else None,
        year=draw(_YEARS) if published else None,
        links=tuple(found),
        identifiers=names,
    )
