"""What a notebook shows: asked for by IPython, read by lxml."""

from __future__ import annotations

import pytest
from hypothesis import given
from IPython.core.formatters import DisplayFormatter
from lxml import html  # type: ignore[import-untyped]

from export_samples import NASTY_SYLLABUS, all_samples, parse_fixtures
from syllabus_parse import Link, Origin, Reading, Session, Syllabus
from syllabus_parse.writers.notebook import MOST_ROWS, write_notebook
from test_serialize import syllabi


def test_ipython_shows_it() -> None:
    syllabus = next(one for one in parse_fixtures() if one.sessions)
    shown, _ = DisplayFormatter().format(syllabus)  # type: ignore[no-untyped-call]
    page = html.fromstring(shown["text/html"])
    assert len(page.xpath(".//tbody/tr")) == len(syllabus.sessions)
    assert str(syllabus.sessions[0].date) in page.text_content()


@pytest.mark.parametrize("number", range(len(all_samples())))
def test_every_title_is_there(number: int) -> None:
    syllabus = all_samples()[number]
    text = html.fromstring(write_notebook(syllabus)).text_content()
    for reading in (*syllabus.readings, *(work for session in syllabus.sessions for work in session.readings)):
        if reading.title.isprintable():
            assert reading.title in text


def test_nothing_is_obeyed() -> None:
    links = (
        Link("javascript:alert(1)"),
        Link("https://example.org/'\" onclick=alert(1)"),
        Link("https://ok.example/?a=1&b"),
    )
    hostile = Reading("<img src=x onerror=alert(1)>\x1b[31m", links=links)
    page = html.fromstring(write_notebook(Syllabus(Origin("html"), readings=(hostile,))))
    assert not list(page.iter("img", "script"))
    assert [link.get("href") for link in page.iter("a")] == ["https://ok.example/?a=1&b"]
    assert "\x1b" not in page.text_content()
    assert not [node for node in html.fromstring(write_notebook(NASTY_SYLLABUS)).iter() if node.get("onclick")]


def test_long_tables_are_cut() -> None:
    page = html.fromstring(write_notebook(Syllabus(Origin("html"), sessions=(Session(),) * (MOST_ROWS + 5))))
    assert len(page.xpath(".//tbody/tr")) == MOST_ROWS
    assert "and 5 more" in page.text_content()


@given(syllabi)
def test_any_syllabus_is_shown(syllabus: Syllabus) -> None:
    page = html.fromstring(write_notebook(syllabus))
    assert len(page.xpath(".//tbody/tr")) == len(syllabus.sessions) + len(syllabus.readings)
