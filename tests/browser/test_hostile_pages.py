"""Documents that want to be more than text: nothing of them runs, leads away or hides on the review page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from review_browser import OpenPage
from syllabus_parse import Course, Link, Person, Reading, Session, Span, Syllabus, Venue
from syllabus_parse.model import Origin
from syllabus_parse.source import decode
from syllabus_parse.writers.review import write_review
from syllabus_parse.writers.review.tokens import split_tokens

HIT = "window.hit = 1; document.title = 'hit'"
HEAD = "# Course {0}\n\n| Date | Topic | Reading |\n|---|---|---|\n"
TABLE = HEAD + "| 2024-09-02 | {0} | [{0}]({1}) |\n| 2024-09-04 | b | c |\n"
BREAK = "\"'><script>window.hit=1</script><img src=x onerror=window.hit=1>"
DOCUMENTS: Mapping[str, str | bytes] = {
    "script in a title": TABLE.format("<script>window.hit=1</script>", "https://example.org/"),
    "handler in a title": TABLE.format("<img src=http://127.0.0.1:9/x onerror=window.hit=1>", "https://example.org/"),
    "ends of style and script": TABLE.format("</style></script></title></textarea><svg onload=window.hit=1>", "x"),
    "attribute": TABLE.format('" onmouseover="window.hit=1" autofocus onfocus="window.hit=1', 'https://e.org/"onclick="x'),
    "script as an address": TABLE.format("a", "javascript:window.hit=1"),
    "script as an address, hidden": TABLE.format("a", "java\tscript:window.hit=1"),
    "data as an address": TABLE.format("a", "data:text/html,<script>window.hit=1</script>"),
    "other addresses": TABLE.format("a", "vbscript:x") + "| 2024-09-06 | d | [e](file:///etc/passwd) [f](//e.org) |\n",
    "template": TABLE.format("{{ 7 * 7 }} {% for x in y %} {{ self.__init__ }} ${7*7}", "https://e.org/{{ 7 * 7 }}"),
    "comment": TABLE.format("<!-- --!> <![CDATA[ ]]> <!--", "https://example.org/"),
    "turned": TABLE.format("\u202etxet\u202c \u2066a\u2069 \u200b\u00ad\ufeff\U000e0041", "https://example.org/\u202egpj.exe"),
    "controls": TABLE.format("a\x00b\x1b[31mc\x07\x9b\x0c\x0b d", "https://example.org/\x01"),
    "lone surrogates": TABLE.format("a\ud800b\udfff", "https://example.org/\udc80"),
    "returns": TABLE.format("a\rb\u2028c\u2029d\x85e", "https://example.org/").replace("\n", "\r\n"),
    "a page": f"<html><head><title>{BREAK}</title></head><body onload='{HIT}'><table><tr><th>Date<th>Topic</tr>"
    f"<tr><td>2024-09-02<td><a href='javascript:window.hit=1' onclick='window.hit=1'>Maps</a><iframe src='//e.org'>"
    f"</iframe></tr><tr><td>2024-09-04<td>&lt;script&gt;window.hit=1&lt;/script&gt;</tr></table>"
    f"<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><base href='http://127.0.0.1:9/'></body></html>",
    "data": f"course: {{title: '{BREAK.replace(chr(39), '')}'}}\nschedule:\n  - {{date: 2024-09-02, title: '<b>x'}}\n",
    "bytes": b"| Date | Topic |\n|---|---|\n| 2024-09-02 | \xff\xfe<script>\xc0\xaf |\n",
    "binary": b"%PDF-1.7\n\x00\x01<script>window.hit=1</script>",
    "nothing": "",
}  # fmt: skip

LOOK = """
    const all = Array.from(document.querySelectorAll("*"));
    const lines = Array.from(document.querySelectorAll("#source .t"), (line) => line.textContent);
    return {
      hit: window.hit ?? null,
      title: document.title,
      handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => /^on|^style$|^src/i.test(name))),
      strange: all.map((one) => one.localName).filter((name) =>
        /^(img|iframe|object|embed|base|form|link|video|audio|textarea|template)$/.test(name)),
      scripts: document.scripts.length,
      styles: document.styleSheets.length,
      away: all.filter((one) => one.hasAttribute("href") && !one.getAttribute("href").startsWith("#"))
        .map((one) => [one.protocol, one.rel, one.target]),
      lines: lines,
    };
"""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_of_a_document_runs_or_hides(open_page: OpenPage, name: str) -> None:
    document = DOCUMENTS[name]
    driver = open_page(document)
    # All that can be pointed at or focused is, as a reader would.
    driver.execute_script("for (const one of document.querySelectorAll('.s, .v, .flag, .chip')) one.focus()")
    seen = driver.execute_script(LOOK)
    assert seen["hit"] is None
    assert seen["title"].startswith("Review: ")
    assert (seen["handlers"], seen["strange"], seen["scripts"], seen["styles"]) == ([], [], 1, 1)
    for protocol, rel, target in seen["away"]:
        assert protocol in ("http:", "https:")
        assert (rel, target) == ("noopener noreferrer", "_blank")
    assert seen["lines"] == show_lines(decode(document).text)


def show_lines(text: str) -> list[str]:
    """Return the lines of a text as the page should show them: whole, with hidden characters by their names."""
    lines = ["".join(token.shown for token in split_tokens(line.removesuffix("\r"))) for line in text.split("\n")]
    return lines if text else [""]


def test_nothing_of_a_record_by_another_hand_runs(open_page: OpenPage) -> None:
    """`from_dict` takes any words and any places, so the page must bear them."""
    text = "one two three\nfour five\n"
    spans = {"title": Span(0, 7), "title[0]": Span(4, 900), "nothing": Span(5, 5), "date": Span(800, 900)}
    link = Link("javascript:window.hit=1", BREAK, spans={"url": Span(2, 9), "text": Span(0, 99)})
    reading = Reading(
        BREAK, BREAK, (Person(BREAK, BREAK, BREAK),), Venue(BREAK, raw=BREAK), -5, section=(BREAK,), links=(link,),
        identifiers={BREAK: BREAK}, tags=(BREAK,), notes=(BREAK,), spans=spans,
    )  # fmt: skip
    session = Session(
        title=BREAK, number=BREAK, section=(BREAK,), location=BREAK, readings=(reading,), links=(link,), spans=spans
    )
    syllabus = Syllabus(
        Origin(BREAK, uri=BREAK), Course(BREAK, BREAK, BREAK), (session,), (reading,), (link,),
        coverage={"words": {BREAK: 5, "x": -1, "y": "?"}, "residue": [[3, 8], [-4, 2], [7, 7], BREAK, None]},
    )  # fmt: skip
    driver = open_page(text, page=write_review(syllabus, text))
    driver.execute_script("for (const one of document.querySelectorAll('.s, .v, .flag, .chip')) one.focus()")
    seen = driver.execute_script(LOOK)
    assert (seen["hit"], seen["handlers"], seen["strange"], seen["scripts"], seen["away"]) == (None, [], [], 1, [])
    assert seen["lines"] == ["one two three", "four five", ""]
