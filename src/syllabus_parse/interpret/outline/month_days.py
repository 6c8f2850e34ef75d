"""Days told by number and weekday below their month: "September" over "M 3  Knots", "5 W: Ropes", "7: Looms"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Block, Document, Heading, Item, Listing, Paragraph, Row, Run, Table, Text
from syllabus_parse.interpret.outline.head_words import MONTH_WORDS
from syllabus_parse.interpret.tables.cells import cell_words
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# A month that stands alone, e.g. "September" · "**SEPT. 2018**" · "August:"
MONTH: Final = lazy_regex(
    rf"[\s*_]*(?P<month>{MONTH_WORDS})\.?(?:,?\s(?P<year>(?:19|20)\d\d))?\s?[:.]?[\s*_]*", re.IGNORECASE
)
# A line that tells its month, e.g. "Aug. 20 M: Knots" · "Mon, August 20 - Knots"
DATED: Final = lazy_regex(
    rf"[\s*_]*+(?:[a-z]{{1,9}}\.?,?\s)?(?P<month>{MONTH_WORDS})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
)
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LETTERS: Final = {"m": 0, "t": 1, "w": 2, "r": 3, "h": 3, "f": 4, "th": 3, "tu": 1, "sa": 5, "su": 6}
_WEEKDAY: Final = (
    r"(?P<weekday>(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?"
    r"|(?-i:M|Tu|Th|TH|T|W|R|F|Sa|Su))"
)
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_END: Final = r"(?:\s*[:.)|]\s+|\s*[–—]\s*|\s+-{1,2}\s+|\s+(?=[^\s\d/:.,–—-])|\s*$)"
LINES: Final = (
    lazy_regex(
        rf"[\s*_]*{_WEEKDAY}\.?,?\s{{1,3}}{_DAY}[*_]*{_END}", re.IGNORECASE
    ),  # e.g. "M 3: Knots" · "Wed. 5 Ropes"
    lazy_regex(
        rf"[\s*_]*{_DAY}\.?,?\s{{0,2}}\(?{_WEEKDAY}\)?\.?[*_]*{_END}", re.IGNORECASE
    ),  # e.g. "3 M: Knots" · "5 (Wed) Ropes"
)
# The letter of a weekday behind a day, e.g. " M " in "Jan 9 M  Looms", " (R): " in "Aug 30 (R): Looms"
BEHIND: Final = lazy_regex(rf",?\s{{0,2}}\(?(?P<weekday>(?:M|Tu|Th|TH|T|W|R|F|Sa|Su))\)?[*_]*{_END}")
# A day by its number alone, e.g. "7: Looms" · "7 – Looms"
NUMBERED: Final = lazy_regex(rf"[\s*_]*{_DAY}[*_]*(?::|\s?[–—]|\s-{{1,2}})[*_]*\s+(?=\S)")
BARE: Final = lazy_regex(rf"[\s*_]*{_DAY}[*_]*\s*")
DAY_HEADS: Final = frozenset(("date", "day", "datum", "tag", "fecha", "día", "dia", "data", "jour", "giorno"))
LINE_END: Final = re.compile(f"[\n{BREAK}]")
LONGEST_MONTH: Final = 24
FEWEST: Final = 2
LAST_DAY: Final = 31
PARAGRAPH_LEVEL: Final = 8


@attrs.define(eq=False)
class _Months:
    """The month that holds, its last day, and how many days were told so."""

    month: str = ""
    year: str = ""
    last: int = 0
    level: int = 0
    told: bool = False
    found: int = 0


def date_month_days(document: Document) -> Document:
    """Return the document with the month before each such day; one that has fewer than two stays as it is."""
    months = _Months()
    blocks = tuple(part for block in document.blocks for part in _date_block(block, months))
    return attrs.evolve(document, blocks=blocks) if months.found >= FEWEST else document


def _date_block(block: Block, months: _Months) -> list[Block]:
    if isinstance(block, Heading):
        return [_date_heading(block, months)]
    if isinstance(block, Paragraph):
        return _date_paragraph(block, months)
    if isinstance(block, Listing):
        return [attrs.evolve(block, items=tuple(_date_item(item, months) for item in block.items))]
    if isinstance(block, Table):
        return [_date_table(block, months)]
    return [block]


def _hold(found: re.Match[str], months: _Months, level: int, *, told: bool) -> None:
    months.month, months.year, months.last = found["month"], found.groupdict().get("year") or "", 0
    months.level, months.told = level, told


def _date_heading(block: Heading, months: _Months) -> Heading:
    found = MONTH.fullmatch(block.text.plain) if len(block.text.plain) <= LONGEST_MONTH else None
    if found is not None:
        _hold(found, months, block.level, told=True)
    elif months.month and block.level <= months.level:
        months.month = ""
    elif months.month:
        return attrs.evolve(block, text=_date_line(block.text, months) or block.text)
    return block


def _date_paragraph(block: Paragraph, months: _Months) -> list[Block]:
    plain = block.text.plain
    found = MONTH.fullmatch(plain) if len(plain) <= LONGEST_MONTH else None
    if found is not None:
        _hold(found, months, months.level if months.told else 0, told=True)
        return [Heading(PARAGRAPH_LEVEL, block.text, block.span)]
    if not months.month and not any(DATED.match(line) for line in LINE_END.split(plain)):
        return [block]
    out: list[Text] = []
    cut = False
    for line in block.text.split(LINE_END):
        dated = _date_line(line, months)
        cut = cut or dated is not None
        if dated is not None or not out:
            out.append(dated or line)
        else:
            out[-1] = out[-1].join_line(line)
    return [Paragraph(text, text.span or block.span) for text in out] if cut else [block]


def _date_item(item: Item, months: _Months) -> Item:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return item
    found = MONTH.fullmatch(first.text.plain) if len(first.text.plain) <= LONGEST_MONTH else None
    if found is not None:
        _hold(found, months, 0, told=True)
        below = [part for block in item.blocks[1:] for part in _date_block(block, months)]
        return attrs.evolve(item, blocks=(first, *below))
    dated = _date_line(first.text, months)
    if dated is None:
        return item
    return attrs.evolve(item, blocks=(attrs.evolve(first, text=dated), *item.blocks[1:]))


def _date_line(text: Text, months: _Months, *, bare: bool = False) -> Text | None:
    """Return a line with the month before its day; None for a line that begins with no day of the month."""
    plain = text.plain
    own = DATED.match(plain)
    if own is not None:
        behind = BEHIND.match(plain, own.end())
        if not months.told or own["month"].casefold()[:3] != months.month.casefold()[:3]:
            _hold(own, months, months.level, told=False)
        months.last = int(own["day"])
        if behind is None:
            return None
        months.found += 1  # "Jan 9 M  Looms"
        front, rest = text.slice(0, own.end()), text.slice(behind.end(), len(plain))
        gap = Span(front.runs[-1].span.end, front.runs[-1].span.end)
        lead = Run(_name_weekday(behind["weekday"]) + " ", text.span_at(*behind.span("weekday")) or gap)
        return Text.of((lead, *front.runs, Run(": " if rest else "", gap), *rest.runs))
    if not months.month:
        return None
    found = next((match for pattern in LINES if (match := pattern.match(plain)) is not None), None)
    if found is None and months.told:
        found = BARE.fullmatch(plain) if bare else NUMBERED.match(plain)
    if found is None or not months.last < int(found["day"]) <= LAST_DAY:
        return None
    months.last = int(found["day"])
    months.found += 1
    weekday = found.groupdict().get("weekday")
    runs: list[Run] = []
    day = text.slice(*found.span("day"))
    at = day.runs[0].span.start
    if weekday:
        place = text.span_at(*found.span("weekday")) or Span(at, at)
        runs.append(Run(_name_weekday(weekday) + " ", place))
    runs.append(Run(months.month + " ", Span(at, at)))
    end = day.runs[-1].span.end
    rest = text.slice(found.end(), len(plain))
    told = f", {months.year}" if months.year else ""
    joint = Run(told + (": " if rest else ""), Span(end, end))
    return Text.of((*runs, *day.runs, joint, *rest.runs))


def _name_weekday(word: str) -> str:
    folded = word.casefold()
    at = LETTERS.get(folded)
    return WEEKDAYS[at] if at is not None else folded[:3].capitalize()


def _date_table(block: Table, months: _Months) -> Table:
    rows: list[Row] = []
    bare = bool(block.rows) and _heads_days(block.rows[0])
    for index, row in enumerate(block.rows):
        filled = [cell for cell in row.cells if cell_words(cell) and not cell.repeated]
        words = cell_words(filled[0]) if len(filled) == 1 else ""
        found = MONTH.fullmatch(words) if 0 < len(words) <= LONGEST_MONTH else None
        if found is not None:
            _hold(found, months, months.level, told=True)
            if _follows(block.rows[index + 1 : index + 2], months, bare=bare):
                continue  # the month is told in each of the days below it
        rows.append(_date_row(row, months, bare=bare))
    return attrs.evolve(block, rows=tuple(rows))


def _heads_days(row: Row) -> bool:
    return bool(row.cells) and cell_words(row.cells[0]).casefold().strip(" .:") in DAY_HEADS


def _follows(below: Sequence[Row], months: _Months, *, bare: bool) -> bool:
    """Tell whether the row below a month, if there is one, begins with a day of it."""
    first = _first_text(below[0]) if below else None
    return first is not None and _date_line(first, attrs.evolve(months), bare=bare) is not None


def _first_text(row: Row) -> Text | None:
    block = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return block.text if isinstance(block, Paragraph) else None


def _date_row(row: Row, months: _Months, *, bare: bool) -> Row:
    first = _first_text(row)
    dated = _date_line(first, months, bare=bare) if first is not None else None
    if dated is None:
        return row
    cell = row.cells[0]
    head = attrs.evolve(cell, blocks=(Paragraph(dated, cell.span), *cell.blocks[1:]))
    return attrs.evolve(row, cells=(head, *row.cells[1:]))
