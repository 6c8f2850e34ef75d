"""What a text shows of each Markdown dialect: counts of lines by what they are, and the guesses they add up to.

Dates, years and venues are looked for as a reader's eye does, at the beginnings of lines and in headings; the words
themselves play no part.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from syllabus_parse.normalize.dates import match_when
from syllabus_parse.readers.front_matter import find_front_matter
from syllabus_parse.readers.pipe_rows import BULLET, find_pipes, is_delimiter_row
from syllabus_parse.readers.reader import Guess
from syllabus_parse.regex import lazy_regex

MAX_SAMPLE: Final = 200_000
MAX_LINES: Final = 5_000

MONTH: Final = (
    r"(?:jan|feb|fev|fév|m[aä]r|mrt|apr|avr|abr|ma[ijy]|mag|jun|juin|juil|jul|giu|lug|aug|ago|août|set|sep|o[ck]t|out|ott|"
    r"nov|de[czs]|déc|dic|gen|ene)[a-zéûçäö]{0,8}\.?"
)
# e.g. 3/7 · Tuesday, Sep 3 · Aug 18, 2020 · 2025-03-31 · 15.10.2019 · 9月3日 · Week 1, Jan 4
DATE: Final = lazy_regex(
    rf"""(?:(?:week|wk|woche)\s?\d{{1,2}}\s?[:,(-]{{0,2}}\s?)?
        (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b[mtwrf]\b|[a-zäéíçàì]{{2,10}}day\b
           |lundi|mardi|mercredi|jeudi|vendredi|montag|dienstag|mittwoch|donnerstag|freitag)?\)?[,.]?\s{{0,3}}\(?
        (?:\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}
         | \d{{1,2}}/\d{{1,2}}(?!\d)(?:/\d{{2,4}})?
         | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?
         | \d{{1,2}}月\d{{1,2}}日
         | {MONTH}\s{{0,2}}\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?[:.]\d)
         | \d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s|\s?de\s|-){MONTH}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# markup before the first word of a line
LEAD: Final = lazy_regex(r"^[\s>]*(?:#{1,6}\s*|[-*+•]\s+|\d{1,3}[.)]\s+)?[\s*_\[\"'“(`]*")
HEADING: Final = lazy_regex(r"^[ ]{0,3}(#{1,6})[ \t]*(\S.*)$")
ITEM: Final = lazy_regex(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$")
MODULE: Final = lazy_regex(
    r"^\W*(?:module|week|unit|part|lecture|session|class|topic|chapter|lab|day|section|woche|semaine|semana)\W{0,3}\d",
    re.IGNORECASE,
)
# e.g. 2018 · Year 2020 · OSDI 2021 · ATC '19
YEAR_HEADING: Final = lazy_regex(r"^\W*(?:year\s)?(?:19|20)\d\d\W*$", re.IGNORECASE)
VENUE_HEADING: Final = lazy_regex(
    r"^\W*(?:[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,5}|VLDB|SIGMOD|MobiSys|EuroSys|[A-Z]{2,10})(?:\W{1,3}(?:(?:19|20)\d\d|'\d\d)\b.*)?\W*$"
)
# a line that lists a work: a link or quoted or emphasized title at its start, "et al.", a list of names
WORK: Final = lazy_regex(
    r"""^\W{0,4}(?:\[[^\]]{12,}\]\(|"\[?[^"]{12,}"|“[^”]{12,}”|_[^_]{12,}_|\*[^*]{12,}\*)
      | \bet\ al\b | \[\[?(?:[Pp]aper|PDF|pdf|ar[Xx]iv)\]?\]
      | \b[A-Z][\w.'-]{0,20}\ [A-Z][\w'-]{1,20},\ (?:and\ )?[A-Z][\w.'-]{0,20}\ [A-Z]""",
    re.VERBOSE,
)
HTML_TAG: Final = lazy_regex(r"<(?:table|tr|td|ul|li|div|dl)\b", re.IGNORECASE)
SHORT_ROW: Final = lazy_regex(r"\{\{[<%]\s?tropen\b")
JEKYLL_KEY: Final = lazy_regex(r"^(?:layout|permalink)\s*:", re.MULTILINE)
LIQUID: Final = lazy_regex(r"\{\{\s?(?:site|page)\.|\{%-?\s?(?:include|assign|for|post_url)|\{\{[<%]\s|\{:\s?[.#]")


LEAST_TAB_RUN: Final = 4
"""Lines with tabs, one below the other, that make a table."""
TAB_CELLS: Final = lazy_regex(r"[^\s•*+-][^\S\t]{0,9}\t")  # no bullet before a tab


@attrs.frozen
class Signs:
    """Counts over the first part of a text; see `find_signs`."""

    size: int = 0
    front: int = 0
    jekyll: int = 0
    front_dates: int = 0
    rows: int = 0
    row_chars: int = 0
    date_rows: int = 0
    delimiters: int = 0
    dump_lines: int = 0
    led_rows: int = 0
    open_rows: int = 0
    tail_rows: int = 0
    tab_rows: int = 0
    tab_dates: int = 0
    tab_run: int = 0
    tab_works: int = 0
    lines: int = 0
    headings: int = 0
    date_headings: int = 0
    module_headings: int = 0
    year_headings: int = 0
    venue_headings: int = 0
    items: int = 0
    date_items: int = 0
    date_lines: int = 0
    module_items: int = 0
    works: int = 0
    tags: int = 0

    @property
    def dated(self) -> int:
        """How many headings, items and lines outside of tables begin with a date."""
        return self.date_headings + self.date_items + self.date_lines - (self.tab_dates if self.tabbed else 0)

    @property
    def tabbed(self) -> bool:
        """Whether tabs part the cells of a table: then a line led by a date is one of its rows, and no entry."""
        if self.dump_lines or self.rows * 4 > self.tab_rows:
            return False
        return (self.tab_rows > 2 and self.tab_rows * 5 > self.lines * 2) or self.has_tab_table

    @property
    def has_tab_table(self) -> bool:
        """Whether lines with tabs follow one another in a text without headings: a table among a page's other words."""
        return self.tab_run >= LEAST_TAB_RUN and not self.headings and not self.front

    @property
    def broken(self) -> bool:
        """Whether rows led by a pipe run over several lines, which Markdown knows no way to say."""
        return not self.delimiters and self.led_rows * 2 > self.rows and self.open_rows > 0 and self.tail_rows > 0

    def guess(self, dialect: str) -> Guess | None:
        """Return the guess for one Markdown dialect, or None where nothing speaks for it."""
        score, reasons = {
            "pipe_table": self._weigh_table,
            "row_dump": self._weigh_dump,
            "jekyll": self._weigh_jekyll,
            "date_list": self._weigh_dates,
            "venue_list": self._weigh_works,
        }[dialect]()
        return Guess(dialect, round(min(score, 0.98), 3), tuple(reasons)) if score > 0 else None

    def _weigh_table(self) -> tuple[float, list[str]]:
        # Without a delimiter row a table is none of Markdown's: pieces of rows tell of a dump.
        if self.rows < 2 or self.broken or (self.dump_lines > max(1, self.rows // 3) and not self.delimiters):
            return 0, []
        share = self.row_chars / max(self.size, 1)
        reasons = [f"{self.rows} rows of pipe tables, {share:.0%} of the text"]
        score = 0.3 + 0.65 * share + (0.1 if self.date_rows > 2 else 0)
        if self.date_rows:
            reasons.append(f"{self.date_rows} rows with a date")
        if self.dated > self.date_rows:
            score -= 0.15
        elif self.date_rows > 2 and not self.dated and self.front_dates < 3:
            # Nothing else on the page carries a date, however much else there is on it.
            score = max(score, 0.75)
        return score, reasons

    def _weigh_dump(self) -> tuple[float, list[str]]:
        if self.tab_rows > 2 and not self.dump_lines and (not self.rows or self.tabbed):
            share = self.tab_rows / self.lines
            score = 0.45 + 0.4 * share if share > 0.4 else 0.6 if self.has_tab_table else 0.1
            return score, [f"{self.tab_rows} lines with tabs between words"]
        if self.broken:
            return 0.75, [f"{self.open_rows} rows end on a later line"]
        if self.dump_lines < 3:
            return 0, []
        share = self.dump_lines / (self.dump_lines + self.rows)
        score = (0.5 + 0.45 * share) * (0.3 if self.delimiters else 1)
        return score, [f"{self.dump_lines} lines that hold a piece of a row, {self.delimiters} delimiter rows"]

    def _weigh_jekyll(self) -> tuple[float, list[str]]:
        score, reasons = 0.15 + (0.1 if self.headings else 0) + (0.05 if self.items else 0), ["running text"]
        if self.headings or self.items:
            reasons = [f"{self.headings} headings, {self.items} list items"]
        if self.jekyll:
            score, reasons = 0.72, ["front matter or tags of a page generator"]
        elif self.front:
            score, reasons = 0.5, ["front matter"]
        if self.module_headings > 1:
            score += 0.12 if self.front else 0.3
            reasons.append(f"{self.module_headings} numbered module headings")
        if self.jekyll and self.dated > 1:
            score += 0.1
            reasons.append(f"{self.dated} entries under dates")
        if self.front_dates > 2:
            score += 0.25
            reasons.append(f"{self.front_dates} dates in the front matter")
        return score, reasons

    def _weigh_dates(self) -> tuple[float, list[str]]:
        if self.dated < 2 and not self.date_headings:
            return 0, []
        score = 0.5 + 0.4 * min(1, self.dated / 5) - (0.25 if self.jekyll else 0)
        return score, [f"{self.date_headings} headings, {self.date_items} items, {self.date_lines} lines led by a date"]

    def _weigh_works(self) -> tuple[float, list[str]]:
        places = self.year_headings + self.venue_headings
        sessions = self.dated + self.module_items + self.module_headings + self.rows // 2
        reasons = []
        score = 0.0
        if places > 1:
            score = 0.55 + 0.4 * min(1, places / 4)
            reasons.append(f"{self.venue_headings} headings name a venue, {self.year_headings} a year")
        works = self.works - (self.tab_works if self.tabbed else 0)
        if works > 3:
            share = works / max(self.items, works)
            score = max(score, 0.45 + 0.35 * share)
            reasons.append(f"{works} lines list a work")
        if sessions > 2:
            score *= 0.4
            reasons.append(f"{sessions} signs of sessions speak against it")
        return score, reasons


@lru_cache(maxsize=8)
def find_signs(text: str) -> Signs:
    """Count the signs in the first part of a text; cached, since several dialects ask for the same text."""
    sample = text[:MAX_SAMPLE]
    found = find_front_matter(sample)
    counts: dict[str, int] = dict.fromkeys(attrs.fields_dict(Signs), 0)
    start = 0
    if found:
        _, inner, stop, start = found
        front = sample[inner:stop]
        counts["front_dates"] = sum(1 for line in front.splitlines()[:MAX_LINES] if DATE.search(line[:200]))
        counts["jekyll"] = int(bool(JEKYLL_KEY.search(front)))
    body = sample[start:]
    counts["jekyll"] |= int(bool(LIQUID.search(body)))
    counts["tags"] = len(HTML_TAG.findall(body))
    counts["size"] = len(body)
    counts["rows"] = len(SHORT_ROW.findall(body))
    run = 0
    for line in body.splitlines()[:MAX_LINES]:
        _count_line(line[:2000], counts)
        celled = TAB_CELLS.search(line, 0, 2000) and not ITEM.match(line)
        run = run + 1 if celled else 0 if line.strip() else run
        counts["tab_run"] = max(counts["tab_run"], run)
    counts["front"] = int(found is not None)
    return Signs(**counts)


def _count_line(line: str, counts: dict[str, int]) -> None:
    words = line.strip()
    if not words:
        return
    counts["lines"] += 1
    counts["tab_rows"] += "\t" in words
    if "|" in words and not BULLET.match(words) and not BLOCK_VALUE.match(words):
        _count_pipes(words, counts)
        return
    lead = LEAD.match(words)
    start = lead.end() if lead else 0
    dated = bool(DATE.match(words, start))
    heading = HEADING.match(line)
    if heading and not dated:
        # Headings are few: they get the whole grammar of dates.
        dated = any(when.day is not None for when in match_when(words, start))
    item = None if heading else ITEM.match(line)
    if heading:
        counts["headings"] += 1
        title = heading[2].strip("# *_")
        counts["date_headings"] += dated
        counts["module_headings"] += bool(MODULE.match(title))
        counts["year_headings"] += bool(YEAR_HEADING.match(title))
        counts["venue_headings"] += bool(VENUE_HEADING.match(re.sub(r"\]\([^)]*\)", "]", title)))
    elif item:
        counts["items"] += 1
        counts["date_items"] += dated
        counts["tab_dates"] += dated and "\t" in item[1]
        counts["module_items"] += bool(MODULE.match(item[1]))
        counts["works"] += bool(WORK.search(item[1]))
    else:
        # A date within a sentence that happens to lead a line is none of an entry.
        counts["date_lines"] += dated and len(words) < 120
        counts["tab_dates"] += dated and len(words) < 120 and "\t" in line
        works = bool(WORK.search(words))
        counts["works"] += works
        counts["tab_works"] += works and "\t" in line


# e.g. "text: |", "- notes: |-": a value of YAML in the lines below
BLOCK_VALUE: Final = lazy_regex(r"^[^|]{1,200}:\s\|[+-]?$")


def _count_pipes(words: str, counts: dict[str, int]) -> None:
    if is_delimiter_row(words):
        counts["delimiters"] += "-" in words
        counts["row_chars"] += len(words)
        return
    pipes = find_pipes(words, 0, len(words))
    inner = len(pipes) - words.startswith("|") - words.endswith("|")
    # e.g. "| Jan 16 |", "Minjia Zhang |", "|": pieces of a row
    if pipes and inner < 1:
        counts["dump_lines"] += 1
    elif len(pipes) > 1:
        counts["rows"] += 1
        led, closed = words.startswith("|"), words.endswith("|")
        counts["led_rows"] += led
        counts["open_rows"] += led and not closed
        counts["tail_rows"] += closed and not led
        counts["row_chars"] += len(words)
        cells = words.strip("|").split("|")[:3]
        counts["date_rows"] += any(DATE.match(cell.strip(" *_[")) for cell in cells)
