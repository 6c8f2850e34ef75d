"""One function a dialect, for callers who know what they have: `parse` without the guess."""

from __future__ import annotations

from typing import TypedDict, Unpack

from syllabus_parse._parse import parse
from syllabus_parse.limits import Limits
from syllabus_parse.model import Syllabus


class Options(TypedDict, total=False):
    """What `parse` takes besides the document and its dialect; they mean the same here."""

    url: str | None
    year: int | None
    max_chars: int
    limits: Limits | None


def parse_pipe_table(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a document whose schedule is a Markdown pipe table; see `parse`.

    >>> parse_pipe_table("| Date | Topic |\n|---|---|\n| 9/3 | Maps |\n", year=2024).sessions[0].title
    'Maps'
    """
    return parse(data, dialect="pipe_table", **options)


def parse_row_dump(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse the text of a table that lost its markup, its cells parted by bars or tabs; see `parse`.

    >>> [session.title for session in parse_row_dump("Date\tTopic\nSep 3\tMaps\nSep 5\tSets\n").sessions]
    ['Maps', 'Sets']
    """
    return parse(data, dialect="row_dump", **options)


def parse_jekyll(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a Markdown page with front matter or headings for its modules; see `parse`.

    >>> page = "---\ntitle: CS 1\n---\n## Week 1: Maps\n- [Coasts of Paper](coasts.pdf)\n"
    >>> parse_jekyll(page).sessions[0].readings[0].title
    'Coasts of Paper'
    """
    return parse(data, dialect="jekyll", **options)


def parse_date_list(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a list whose entries stand under headings that are dates; see `parse`.

    >>> parse_date_list("## Sep 3\nMaps\n## Sep 5\nSets\n", year=2024).sessions[1].date
    datetime.date(2024, 9, 5)
    """
    return parse(data, dialect="date_list", **options)


def parse_venue_list(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a list of papers under headings that are venues and years; see `parse`.

    >>> reading = parse_venue_list("## OSDI 2021\n- Maps in Memory\n- Sets in Flash\n").readings[0]
    >>> reading.venue.name, reading.year
    ('OSDI', 2021)
    """
    return parse(data, dialect="venue_list", **options)


def parse_html(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    """Parse a web page; see `parse`.

    >>> parse_html("<table><tr><th>Date<th>Topic<tr><td>9/3<td>Maps</table>", year=2024).sessions[0].title
    'Maps'
    """
    return parse(data, dialect="html", **options)


def parse_data(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a data file (YAML, JSON, TOML, CSV, TSV) that a page is built from; see `parse`.

    >>> parse_data("- date: 2024-09-03\n  title: Maps\n").sessions[0].date
    datetime.date(2024, 9, 3)
    """
    return parse(data, dialect="yaml", **options)


def parse_rst(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a page in reStructuredText; see `parse`.

    >>> parse_rst("Plan\n====\n\n- 9/3 Maps\n- 9/5 Sets\n", year=2024).sessions[0].title
    'Maps'
    """
    return parse(data, dialect="rst", **options)


def parse_org(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse an outline in Org mode's markup; see `parse`.

    >>> parse_org("* Week 1\n** <2024-09-03 Tue> Maps\n** <2024-09-05 Thu> Sets\n").sessions[0].title
    'Maps'
    """
    return parse(data, dialect="org", **options)


def parse_tex(data: str | bytes, **options: Unpack[Options]) -> Syllabus:
    r"""Parse a syllabus in LaTeX; see `parse`.

    >>> parse_tex("\\begin{itemize}\\item Sep 3: Maps \\item Sep 5: Sets\\end{itemize}", year=2024).sessions[0].title
    'Maps'
    """
    return parse(data, dialect="tex", **options)
