"""Markdown is read by mistune, and by this library itself, which finds the same course in it again."""

from __future__ import annotations

import re

import mistune
import pytest
from hypothesis import given, settings
from lxml import html  # type: ignore[import-untyped]

from export_samples import NASTY, NASTY_SYLLABUS, parse_fixtures
from fixture_files import find_fixtures
from syllabus_parse import Origin, Reading, Session, Syllabus, parse
from syllabus_parse.writers.citations import one_line
from syllabus_parse.writers.markdown import write_markdown
from test_serialize import syllabi

RENDER = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])


def render(syllabus: Syllabus) -> html.HtmlElement:
    return html.fromstring(f"<div>{RENDER(''.join(write_markdown(syllabus)))}</div>")


@pytest.mark.parametrize("number", range(len(find_fixtures())), ids=[one.label for one in find_fixtures()])
def test_the_course_is_found_again(number: int) -> None:
    syllabus = parse_fixtures()[number]
    again = parse("".join(write_markdown(syllabus)), year=syllabus.course.year)
    assert [(one.date, one.kind) for one in again.sessions] == [(one.date, one.kind) for one in syllabus.sessions]
    # The words of a module's column are a title where a session has none of its own.
    pairs = zip(again.sessions, syllabus.sessions, strict=True)
    assert [(mine.title, its.title) for mine, its in pairs if its.title and mine.title != its.title] == []
    for one, other in zip(again.sessions, syllabus.sessions, strict=True):
        assert len(one.readings) == len(other.readings)
        for found, work in zip(one.readings, other.readings, strict=True):
            assert found.title.startswith(work.title)
    items = [item.text_content() for item in render(syllabus).iter("li")]
    for item, work in zip(items, syllabus.readings, strict=False):
        assert one_line(work.title) in item


def test_markup_in_words_is_shown() -> None:
    page = render(NASTY_SYLLABUS)
    table = page.find("table")
    heads = [cell.text_content() for cell in table.iter("th")]
    rows = [[cell.text_content() for cell in row.iter("td")] for row in table.find("tbody").iter("tr")]
    assert [len(row) for row in rows] == [len(heads)] * len(NASTY_SYLLABUS.sessions)
    assert rows[0][heads.index("Topic")] == one_line(NASTY)
    assert not list(page.iter("b", "script", "em"))
    assert not [link for link in page.iter("a") if not re.match(r"https?:", link.get("href"))]


@settings(max_examples=40)
@given(syllabi)
def test_any_syllabus_makes_a_table_with_a_row_for_each_session(syllabus: Syllabus) -> None:
    page = render(syllabus)
    assert len(page.xpath(".//tbody/tr")) == len(syllabus.sessions)


def test_a_list_item_stays_one() -> None:
    words = ("- a", "1. b", "# c", "> d", "---", "+ e", "=", "```", "    f", "<script>alert(1)</script>")
    page = Syllabus(Origin("html"), readings=tuple(Reading(title) for title in words))
    items = [item.text_content().strip() for item in render(page).iter("li")]
    assert [one_line(item) for item in items] == [one_line(title) for title in words]


def test_an_empty_syllabus_is_a_heading() -> None:
    assert "".join(write_markdown(Syllabus(Origin("html")))) == "# Schedule\n"
    only = Syllabus(Origin("html"), sessions=(Session(),))
    assert "".join(write_markdown(only)).splitlines()[2:] == ["| Date | Topic |", "|---|---|", "|  |  |"]
