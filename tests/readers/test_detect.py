"""Telling the dialects: every fixture, pages in between, and texts that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.readers import READERS, detect_dialects
from syllabus_parse.readers.markdown_signs import DATE, MODULE, VENUE_HEADING, WORK, YEAR_HEADING, find_signs
from syllabus_parse.source import Source, decode

FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
DIALECTS: Final = [reader.dialect for reader in READERS]
FILES: Final = [
    path for path in sorted(FIXTURES.glob("*/*")) if path.suffix != ".json" and path.parent.name in DIALECTS
]


def test_there_are_fixtures() -> None:
    assert {path.parent.name for path in FILES} >= {"pipe_table", "row_dump", "jekyll", "date_list", "venue_list"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_fixtures(path: Path) -> None:
    guesses = detect_dialects(decode(path.read_bytes()))
    assert guesses[0].dialect == path.parent.name


def repeat(pattern: str, times: int) -> str:
    return "".join(pattern.replace("@", str(number)) for number in range(1, times + 1))


PAGES: Final = [
    (
        "a feed",
        "html",
        '<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rss><title>CS 1</title></rss>',
    ),
    ("a table", "pipe_table", "| Date | Topic |\n|---|---|\n| 9/2 | Intro |\n| 9/4 | Next |\n"),
    ("a table without dashes", "pipe_table", "| 9/2 | Intro | A |\n| 9/4 | Next | B |\n| 9/9 | More | C |\n"),
    ("a table without outer pipes", "pipe_table", "Week | Topic | Text\n---|---|---\n1 | A | b\n2 | C | d\n"),
    (
        "a table below front matter",
        "pipe_table",
        "---\nlayout: page\ntitle: S\n---\n\n| Week | Topic |\n|--|--|\n" + repeat("| @ | A topic of the week | \n", 9),
    ),
    (
        "a table below prose and a list",
        "pipe_table",
        "# CS 1\n\n- Time: TTh\n- Room: 4\n\n| Date | Topic |\n|--|--|\n" + repeat("| Sep @ | A topic | \n", 9),
    ),
    (
        "a table of weeks above dated readings",
        "date_list",
        "| Week | Topic |\n|--|--|\n" + repeat("| Week@ 3.2/4 | A | \n", 5) + repeat("### 3/@\n- [A](u). T\n", 19),
    ),
    (
        "a small table of dates below much prose and front matter",
        "pipe_table",
        "---\nlayout: page\n---\n"
        + repeat("A policy about grades and late days.\n\n", 60)
        + "| Date | Topic |\n|--|--|\n"
        + repeat("| Sep @ | A topic | \n", 9),
    ),
    ("rows over many lines", "row_dump", "| Date | \n Topic | \n\n\n| Jan 16 | \n Intro | \n\n\n| Jan 18 | \n B | \n"),
    (
        "rows over many lines and prose",
        "row_dump",
        "A Course\n\nwith a plan\n\nDate | \n Topic | \n\n\n| Jan 16 | \n A | \n\n\n| Jan 18 | \n Next | \n\nBye.\n",
    ),
    ("rows parted by tabs", "row_dump", "Networks\nWeek\tDay\tTopic\nFoundations\n1\t3 March\tA\n\t10 March\tB\n"),
    ("modules", "jekyll", "---\nlayout: page\n---\n# Module 1: A\n## Lecture: Sep. 28\n* [[pdf](u)]\n# Module 2: B\n"),
    (
        "weeks and days below front matter",
        "jekyll",
        "---\nlayout: page\n---\n## Week 1\n### Tuesday, September 7\n* A\n## Week 2\n### Tuesday, September 14\n* B\n",
    ),
    (
        "sessions in the front matter",
        "jekyll",
        "---\nlayout: x\nsessions:\n" + repeat("  - date: 12/@/2017\n    title: A\n", 8) + "---\n# About\n",
    ),
    (
        "an HTML table below front matter",
        "jekyll",
        "---\nlayout: page\n---\n\n<table>\n" + repeat("<tr><td>T 1/@</td><td>A</td></tr>\n", 5) + "</table>\n",
    ),
    ("numbered modules without front matter", "jekyll", "# Course\n## Week 1: A\n- B\n## Week 2: C\n- D\n"),
    ("plain prose", "jekyll", "# Policies\n\nBe kind. Hand in on time.\n"),
    ("dates as headings", "date_list", "# CS\n## Week 1\n### Tuesday, Sep 3\n- **Topic:** A\n### Thursday, Sep 5\n"),
    ("dates in items", "date_list", "# Past\n* August 18, 2020: [A](a.md)\n* Jan 15, 2020: B\n* May 8, 2019: C\n"),
    ("dates as linked lines", "date_list", "[January 11](a.md)\n\n* A\n\n[January 18](b.md)\n\n* B\n\n[May 2](c.md)\n"),
    ("dates of other tongues", "date_list", "## 3. September\n- Lesen\n## 10. Oktober\n- Mehr\n## 5 mars\n- Lire\n"),
    ("venues and years", "venue_list", "# Papers\n## OSDI\n### 2018\nA Title\nAnn Lee, UC\n### 2020\nB\nBo Kim, MIT\n"),
    (
        "years, then venues",
        "venue_list",
        "## Year 2020\n### ATC 2020 [[Program]](u)\n- A [[Paper]](v)\n  - Ann Lee\n### NSDI 2020\n- B\n",
    ),
    (
        "a numbered list of papers",
        "venue_list",
        "---\nlayout: page\n---\n" + repeat("@. [A Title Number @](p@.pdf), Ann Lee, Bo Kim\n", 8),
    ),
    (
        "linked venues",
        "venue_list",
        "## [OSDI 2021](u)\n- [A Title of Words](v)\n## [SOSP 2021](w)\n- B\n## [FAST 2021](x)\n- C\n",
    ),
    ("a web page", "html", "<!DOCTYPE html>\n<html><body><table><tr><td>1/3</td><td>A</td></tr></table></body></html>"),
    ("two items under days", "date_list", "# Maps\n\n- Feb 29: Coasts\n- Mar 7: Rivers\n"),
    ("two items under weeks", "jekyll", "- Week 1: Coasts\n- Week 2: Rivers\n"),
    (
        "a data file with code in blocks of lines",
        "yaml",
        "".join(f"- date: 9/{day}\n  title: Maps\n  code: |\n    for x in y:\n      draw(x)\n" for day in range(3, 9)),
    ),
    (
        "Org with comments",
        "org",
        "#+TITLE: Maps\n#+AUTHOR: Ann Lee\n\n# a remark\n# another\n\n* Week 1\n- [[https://x.example/a.pdf][Coasts]]\n",
    ),
    ("a data file", "yaml", "- date: 9/3\n  title: A\n- date: 9/5\n  title: B\n"),
]


@pytest.mark.parametrize(("dialect", "page"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_pages(dialect: str, page: str) -> None:
    guesses = detect_dialects(Source(page))
    assert guesses[0].dialect == dialect
    assert guesses[0].reasons


@pytest.mark.parametrize("text", ["", " ", "\n\t\n", "\u00a0"])
def test_nothing_is_no_dialect(text: str) -> None:
    assert detect_dialects(Source(text)) == ()


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    guesses = detect_dialects(Source(text))
    assert len({guess.dialect for guess in guesses}) == len(guesses)
    assert all(0 < guess.score < 1 and guess.dialect in DIALECTS for guess in guesses)
    assert [guess.score for guess in guesses] == sorted((guess.score for guess in guesses), reverse=True)
    assert bool(guesses) is bool(text.strip())


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    page = "| 9/2 | Intro |\n" * 100_000
    assert detect_dialects(Source(page))[0].dialect == "pipe_table"
    assert find_signs(page).rows <= 5_000


@pytest.mark.parametrize(
    "text",
    """3/7|Tuesday, Sep 3|Aug 18, 2020: A|2025-03-31|15.10.2019|9月3日|Sept 4th|28 Oct|Thu 10/5|Wed) 3/4|Week 3, Jan 4
lundi 5 mars|Oct. 12, 15:00|T 1/26|January 11""".replace("\n", "|").split("|"),
)
def test_dates_that_lead(text: str) -> None:
    assert DATE.match(text)


@pytest.mark.parametrize("text", ["1.1-3", "Chapter 3", "2 papers", "May I", "Read 3/7", "10.1145/3", "Lecture 1", "3"])
def test_no_dates(text: str) -> None:
    assert not DATE.match(text)


@pytest.mark.parametrize("text", ["OSDI", "ATC 2020 [[Program]]", "SC", "NeurIPS", "[OSDI 2021]", "VLDB '21"])
def test_venues_as_headings(text: str) -> None:
    assert VENUE_HEADING.match(text)


@pytest.mark.parametrize("text", ["Schedule", "Paper list", "Week 1", "CS 426 Fall 2024", "A", "Reading list"])
def test_no_venues(text: str) -> None:
    assert not VENUE_HEADING.match(text)


def test_years_and_modules_as_headings() -> None:
    assert all(map(YEAR_HEADING.match, ["2018", "Year 2020", "**1999**"]))
    assert not any(map(YEAR_HEADING.match, ["2018 papers", "20180", "Fall 2018"]))
    assert all(map(MODULE.match, ["Module 1: A", "[Week 3]", "Lecture #4", "Unit 2", "Woche 5"]))
    assert not any(map(MODULE.match, ["Modules", "This week", "Unit tests"]))


@pytest.mark.parametrize(
    "text",
    [
        "[A Title of a Work](u), Ann Lee",
        "_A Title of a Work_, Ann Lee",
        '"A Title of a Work" (2019)',
        "Mittal et al., 2019",
        "A Title [[Paper]](u)",
        "A Title, Ann Lee, Bo Kim, and Cy Doe",
    ],
)
def test_lines_that_list_a_work(text: str) -> None:
    assert WORK.search(text)
