"""The report of a batch: one HTML page with charts, that needs nothing else and runs no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import attrs

from syllabus_parse.batch.tally import Tally
from syllabus_parse.diagnostic_codes import BY_CODE
from syllabus_parse.writers.excerpt import escape_controls

if TYPE_CHECKING:
    from jinja2 import Template

    from syllabus_parse.works import Work

MOST_BARS: Final = 25
# What a chart is made of, in pixels: a bar and the gap below it, the room for labels, for bars and for numbers.
BAR: Final = 16
STEP: Final = 22
LABELS: Final = 320
BARS: Final = 420
NUMBERS: Final = 80


@attrs.frozen
class Bar:
    """One bar: what it is of, how many, and where it stands."""

    label: str
    count: int
    top: int
    width: float


@attrs.frozen
class Chart:
    """One chart of bars; `left` are those that it has no room for."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    left: int
    height: int


def write_report(tally: Tally, *, title: str, works: Sequence[Work] = ()) -> str:
    """Return the report of what was counted; whatever stands in a name is shown and never obeyed.

    >>> page = write_report(Tally(totals=Counter(documents=2), venues=Counter({"<script>": 2})), title="crawl")
    >>> "&lt;script&gt;" in page, "<script" in page
    (True, False)
    """
    codes = Counter({_explain_code(code): count for code, count in tally.codes.items()})
    charts = (
        draw_chart("dialects", "Documents by dialect", tally.dialects),
        draw_chart("years", "Sessions by year", tally.years, by_name=True),
        draw_chart("venues", "Readings by venue", tally.venues),
        draw_chart("codes", "Diagnostics by code", codes),
    )
    return _load_template().render(
        title=escape_controls(title), totals=list(tally.totals.items()), charts=[one for one in charts if one.bars],
        works=works, labels=LABELS, wide=LABELS + BARS + NUMBERS, thick=BAR,
    )  # fmt: skip


def draw_chart(name: str, title: str, counts: Counter[str], *, by_name: bool = False) -> Chart:
    """Lay out a chart of the largest counts, the largest first, or by their names.

    >>> [(bar.label, bar.width) for bar in draw_chart("a", "A", Counter(x=1, y=2)).bars]
    [('y', 420.0), ('x', 210.0)]
    """
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = order[:MOST_BARS]
    if by_name:
        shown.sort()
    most = max((count for _, count in shown), default=1)
    bars = tuple(
        Bar(escape_controls(label)[:60], count, place * STEP, round(BARS * count / most, 1))
        for place, (label, count) in enumerate(shown)
    )
    return Chart(name, title, bars, len(order) - len(shown), len(bars) * STEP)


def _explain_code(code: str) -> str:
    entry = BY_CODE.get(code)
    return f"{code} {entry.meaning}" if entry else code


@lru_cache(maxsize=1)
def _load_template() -> Template:
    from jinja2 import Environment, StrictUndefined

    # Escaping is on for every template, whatever its name.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("syllabus_parse.batch").joinpath("report.html").read_text("utf-8"))
