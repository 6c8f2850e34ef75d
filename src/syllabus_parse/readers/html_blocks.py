"""HTML text into blocks with places: headings, paragraphs, lists, tables; shared by all readers that meet HTML.

The parts: `html_scan` finds the tags, `html_elements` knows what each does, `html_runs` gathers the text of a line,
`html_builder` keeps the open elements, `html_open` says what each becomes, `html_grid` lays tables out. BeautifulSoup
is the judge in the tests, not the parser here: it has no places for texts, and its html.parser lets one cell without
an end tag swallow the next row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from syllabus_parse.document import Block, Problem, Text
from syllabus_parse.readers.html_builder import Builder, Page
from syllabus_parse.readers.html_scan import blank_liquid

ENOUGH: Final = 300
"""Characters of text beside which a long menu is a menu, and not the page."""


def read_page(text: str, *, offset: int = 0, inline: Callable[[str, int], Text] | None = None) -> Page:
    """Read an HTML text into blocks, with what its head says.

    Menus and forms are left out, unless nearly nothing else is there: then their class lied, and all is read.
    """
    clean = blank_liquid(text)
    page = Builder(clean, offset, inline, all_shown=False).read()
    if page.dropped > 3 * page.kept and page.kept < ENOUGH:
        page = Builder(clean, offset, inline, all_shown=True).read()
    return page


def read_html_blocks(
    text: str, *, offset: int = 0, inline: Callable[[str, int], Text] | None = None
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read a piece of HTML into blocks, with spans from `offset` on.

    Markdown files hold HTML tables and lists: they are read as those of a page are. Where `inline` is given, each
    text between two tags is read by it (it gets the text and the offset it stands at), as kramdown reads
    `markdown="span"`. What the piece hides is left out; broken markup never raises.

    >>> blocks, problems = read_html_blocks("<ul><li>one<li>two</ul>")
    >>> [item.blocks[0].text.plain for item in blocks[0].items]
    ['one', 'two']
    >>> read_html_blocks("<!-- nothing -->")[0]
    ()
    """
    page = read_page(text, offset=offset, inline=inline)
    return page.blocks, page.problems
