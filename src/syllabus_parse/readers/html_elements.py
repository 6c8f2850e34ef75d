"""What each HTML element does to the page: which are blocks, which are never shown, and which only lead elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from syllabus_parse.document import Mark
from syllabus_parse.readers.html_scan import parse_attributes
from syllabus_parse.regex import lazy_regex

HEADINGS: Final[Mapping[str, int]] = {f"h{level}": level for level in range(1, 7)}
VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr keygen frame".split())  # noqa: SIM905
LISTS: Final = frozenset("ul ol dl menu dir".split())  # noqa: SIM905
SECTIONS: Final = frozenset("thead tbody tfoot".split())  # noqa: SIM905
TABLE_PARTS: Final = frozenset("table thead tbody tfoot tr td th caption colgroup".split())  # noqa: SIM905
BLOCKS: Final = (
    frozenset(
        """address article aside blockquote body center details dialog div dd dt fieldset figcaption figure footer
        form header hgroup html legend li main nav p pre listing search section summary iframe""".split()  # noqa: SIM905
    )
    | LISTS
    | TABLE_PARTS
    | frozenset(HEADINGS)
)
"""Elements that start on a line of their own."""

MARKS: Final[Mapping[str, int]] = {
    "b": Mark.BOLD, "strong": Mark.BOLD,
    "i": Mark.ITALIC, "em": Mark.ITALIC, "cite": Mark.ITALIC, "dfn": Mark.ITALIC, "var": Mark.ITALIC,
    "s": Mark.STRIKE, "del": Mark.STRIKE, "strike": Mark.STRIKE,
    "code": Mark.CODE, "tt": Mark.CODE, "kbd": Mark.CODE, "samp": Mark.CODE,
}  # fmt: skip

# Never text of the page, whatever is in them.
UNSEEN: Final = frozenset(
    """script style noscript template svg canvas audio video object map textarea xmp noembed noframes select option
    dialog datalist input button nav annotation annotation-xml rp title""".split()  # noqa: SIM905
)
# Beside the matter as a rule; kept where they turn out to hold a table of data, or nearly all text of the page.
ASIDE: Final = frozenset("aside footer form search".split())  # noqa: SIM905
ASIDE_ROLES: Final = frozenset("navigation search contentinfo menu menubar".split())  # noqa: SIM905
# Only these containers are judged by their class: a heading or cell of class "menu" is matter.
JUDGED: Final = frozenset("div section ul ol dl header aside p".split())  # noqa: SIM905
# The last part of a class says what a thing is, e.g. class="main-nav", class="page__footer".
ASIDE_CLASSES: Final = frozenset(
    """nav navbar navigation sidebar sphinxsidebar sidenav topnav topbar menu breadcrumb breadcrumbs toc footer
    footnav cookie cookies search searchbox pagination pager skiplink""".split()  # noqa: SIM905
)
# So does the first part of these, e.g. class="sidebar-left"; not that of `nav-home`, a tab of Bootstrap's.
ASIDE_FIRST: Final = frozenset("navbar sidebar footer breadcrumb breadcrumbs topbar cookie pagination".split())  # noqa: SIM905
# Ids are also made from headings ("Search", "Navigation"), so fewer words count.
ASIDE_IDS: Final = frozenset(
    "nav navbar sidebar sidenav topnav topbar breadcrumb breadcrumbs toc footer cookie".split()  # noqa: SIM905
)
ASIDE_NAMES: Final = frozenset(("table-of-contents", "skip-link"))
# A layout around the matter, e.g. class="has-sidebar", class="page-with-toc", class="sidebar-content".
AROUND: Final = frozenset("has with without no show hide is content main body".split())  # noqa: SIM905
MENUS: Final = frozenset(("nav", "menu", "navigation"))
UNSEEN_CLASSES: Final = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "screen-reader-only"))

# Summaries that name no topic.
TRIVIAL: Final = frozenset(
    """details detail more show hide expand click open abstract bibtex solution solutions answer answers hint
    info""".split()  # noqa: SIM905
)

PARTS: Final = lazy_regex(r"[a-z0-9]+")
# e.g. style="display: none"
NOT_SHOWN: Final = lazy_regex(r"display\s{0,4}:\s{0,4}none")
SET_BOLD: Final = lazy_regex(r"font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)")
SET_ITALIC: Final = lazy_regex(r"font-style\s{0,4}:\s{0,4}(?:italic|oblique)")
SET_STRIKE: Final = lazy_regex(r"text-decoration[a-z-]{0,10}\s{0,4}:[^;]{0,40}line-through")

SEEN: Final = 0
APART: Final = 1
HIDDEN: Final = 2


class Traits(NamedTuple):
    """How an element is set: its marks, and whether it is shown (`SEEN`), beside the matter (`APART`) or `HIDDEN`."""

    marks: int
    showing: int


ORDINARY: Final = Traits(0, SEEN)
PLAIN_TRAITS: Final[Mapping[str, Traits]] = {
    **{name: Traits(int(mark), SEEN) for name, mark in MARKS.items()},
    **dict.fromkeys(ASIDE, Traits(0, APART)),
    **dict.fromkeys(UNSEEN, Traits(0, HIDDEN)),
}


BADGE_CLASSES: Final = frozenset(("label", "badge"))
BADGE: Final = Mark.BOLD | Mark.BADGE
"""Words on a ground of their own stand apart from the words around them."""


def judge_element(name: str, raw: str) -> Traits:
    """Tell from an element's name and attributes how its text is set, and whether it is text of the page at all.

    A schedule stands among menus, tables of contents and hidden forms, and these name themselves. Only containers
    are judged by class and id: `<h2 id="search">` is the topic "Search" of an AI course.

    >>> judge_element("div", ' class="site-footer"').showing == APART
    True
    >>> judge_element("h2", ' id="search"').showing == SEEN
    True
    >>> [judge_element("div", f' class="{name}"').showing for name in ("main-nav", "has-sidebar", "nav-home")]
    [1, 0, 0]
    """
    if not raw:
        return PLAIN_TRAITS.get(name, ORDINARY)
    if name in ("a", "img"):  # each has an address of its own, so that remembering them would only fill the memory
        low = raw.lower()
        if not ("class" in low or "style" in low or "hidden" in low):
            return ORDINARY
    return _judge_short(name, raw) if len(raw) <= 200 else _judge(name, raw)


@lru_cache(maxsize=4096)
def _judge_short(name: str, raw: str) -> Traits:
    return _judge(name, raw)


def _judge(name: str, raw: str) -> Traits:
    marks, showing = PLAIN_TRAITS.get(name, ORDINARY)
    if showing == HIDDEN:
        return PLAIN_TRAITS[name]
    given = parse_attributes(raw)
    style = given["style"].raw.lower() if "style" in given else ""
    if style:
        if NOT_SHOWN.search(style):
            showing = HIDDEN
        if SET_BOLD.search(style):
            marks |= Mark.BOLD
        if SET_ITALIC.search(style):
            marks |= Mark.ITALIC
        if SET_STRIKE.search(style):
            marks |= Mark.STRIKE
    hidden = "hidden" in given and given["hidden"].raw.lower() != "false"
    if hidden or ("aria-hidden" in given and given["aria-hidden"].raw.lower() == "true"):
        showing = HIDDEN
    if showing == SEEN and name not in ("html", "body"):
        if "role" in given and given["role"].raw.lower() in ASIDE_ROLES:
            showing = APART
        classes = given["class"].raw.lower().split() if "class" in given else ()
        if name == "span" and not BADGE_CLASSES.isdisjoint(classes):
            marks |= BADGE
        if any(word in UNSEEN_CLASSES for word in classes):
            showing = HIDDEN
        elif name in JUDGED and (
            any(_leads_away(word, ASIDE_CLASSES) for word in classes)
            or ("id" in given and _leads_away(given["id"].raw.lower(), ASIDE_IDS))
        ):
            showing = APART
    return Traits(marks, showing)


def _leads_away(word: str, known: frozenset[str]) -> bool:
    if word in ASIDE_NAMES:
        return True
    parts = PARTS.findall(word)
    if not parts or (parts[-1] not in MENUS and not AROUND.isdisjoint(parts[:-1])):
        return False
    # "main-nav" is a menu, "has-sidebar" none.
    return parts[-1] in known or (parts[0] in ASIDE_FIRST and parts[0] in known and parts[-1] not in AROUND)


def is_trivial(summary: str) -> bool:
    """Tell a summary that only says what to do from one that names what it opens.

    >>> is_trivial("Show details"), is_trivial("Week 3: Details of sorting")
    (True, False)
    """
    words = summary.casefold().split()
    return len(words) <= 3 and any(word.strip(".:!()") in TRIVIAL for word in words)
