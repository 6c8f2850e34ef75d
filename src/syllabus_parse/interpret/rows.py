"""One row of a schedule to raw sessions, cell by cell as the columns' roles say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell, Problem, Row, Text
from syllabus_parse.interpret.citation import add_people, is_instruction, read_citation, set_venue, set_year, title_links
from syllabus_parse.interpret.columns import Column
from syllabus_parse.interpret.deadlines import is_deadline, is_milestone, read_assignments
from syllabus_parse.interpret.entries import join_texts, read_entries
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, RawVenue
from syllabus_parse.interpret.topics import add_presenters, presenter_line, read_topic, take_label
from syllabus_parse.interpret.words import TBD, fold_label, link_label, requirement_group, session_label_kind, title_kind
from syllabus_parse.interpret.works import read_ranges, read_works
from syllabus_parse.model import Requirement, SessionKind
from syllabus_parse.normalize.dates import When, find_times, find_whens, match_when, parse_week, parse_when, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.source import Span

DITTO: Final = frozenset({'"', "''", "〃", "″", "“", "”", "ditto", "same", "idem", "dito", "same as above"})
GROUP_MARK: Final = re.compile(r"[(\[]?\s*(?:gr(?:ou)?p[a-z]{0,3}|gr|sec(?:tion)?|gruppe|grupo)\.?\s?(?P<number>\d{1,3})\s*[)\]]?", re.IGNORECASE)
NUMBER: Final = re.compile(r"[A-Za-z]{0,3}[-.#]?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\s?[-–/&]\s?\d{1,3})?\.?")
DUE_WORD: Final = re.compile(r"\b(?:due|deadline|submission|submit|remise|entrega|abgabe|rendu|hand[- ]?in)\b|截止|提交", re.IGNORECASE)
DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def cell_text(cell: Cell) -> Text:
    """Return all the words of a cell."""
    return join_texts([entry.text for entry in read_entries(cell.blocks)])


class RowReader:
    """Reads the rows of one table in order; what holds from row to row (section, week, a ditto) lives here."""

    def __init__(self, columns: Sequence[Column], section: tuple[Text, ...], requirement: Requirement | None, week: int | None, *, lines: bool, linked_headers: frozenset[str] = frozenset()) -> None:
        self.columns = columns
        self.base_section = section
        self.section = section
        self.requirement = requirement
        self.week = week
        self.lines = lines
        self.linked_headers = linked_headers
        self.sessions: list[RawSession] = []
        self.readings: list[RawReading] = []
        self.problems: list[Problem] = []
        self._above: dict[int, Cell] = {}
        self._last: list[RawSession] = []
        self._roles = {column.role for column in columns}

    def read_row(self, cells: Sequence[Cell], row: Row, *, merged: bool) -> None:
        """Read one row with more than one filled cell."""
        if "title" in self._roles and not self._roles & {"date", "week", "number", "day"}:
            self._read_paper_row(cells)
            return
        cells = [self._undo_ditto(index, cell) for index, cell in enumerate(cells)]
        cells = self._carry_merged(cells, merged=merged)
        if self._roles & {"session", "group"}:
            self._read_grid_row(cells, row)
            return
        base = RawSession(section=self.section, week=self.week if "week" not in self._roles else None)
        whens = self._read_when(cells, base)
        contents = self._contents(cells)
        if not whens and base.status is None and not contents and not base.number:
            return  # neither a date nor content
        if not whens and base.status is None and base.number is None and self._continues(cells, base):
            self._fill(cells, self._last[0])
            return
        self._fill(cells, base)
        self._make_milestone(base)
        made = [base]
        if whens:
            base.when, base.when_text = whens[0]
            for when, text in whens[1:]:
                made.append(_copy_session(base, when, text))
        self.sessions += made
        self._last = made

    # -- what a row takes from the rows above it ------------------------------------------------

    def _undo_ditto(self, index: int, cell: Cell) -> Cell:
        words = cell_text(cell).plain.strip()
        if words in DITTO and index in self._above:
            above = self._above[index]
            return Cell(above.blocks, cell.span, repeated=True)
        if cell.blocks:
            self._above[index] = cell
        return cell

    def _carry_merged(self, cells: Sequence[Cell], *, merged: bool) -> list[Cell]:
        """Give a row that ends after its date the topic and the presenters of the row above, where cells were merged."""
        out = list(cells)
        if not merged or len(out) >= len(self.columns) or not self._last:
            return out
        for index in range(len(out), len(self.columns)):
            above = self._above.get(index)
            if above is not None and self.columns[index].role in ("topic", "presenter", "section"):
                out.append(Cell(above.blocks, above.span, repeated=True))
            else:
                out.append(Cell((), row_end(cells)))
        return out

    # -- dates, weeks, numbers -------------------------------------------------------------------

    def _read_when(self, cells: Sequence[Cell], base: RawSession) -> list[tuple[When, Text]]:
        out: list[tuple[When, Text]] = []
        weekday: int | None = None
        for column, cell in zip(self.columns, cells, strict=False):
            text = cell_text(cell)
            words = text.plain.strip()
            if not words or is_placeholder(words) and column.role == "week":
                continue
            if column.role == "week":
                week = parse_week(words)
                if week is None and words.rstrip(".").isdigit():
                    week = int(words.rstrip("."))
                if week is not None:
                    base.week, base.week_text = week, text
                    self.week = week
                elif (found := parse_whens(words)) or (found := find_whens(words)):
                    out += [(when, text.slice(when.start, when.end)) for when in found]
                    if found[0].week is not None:
                        base.week = self.week = found[0].week
                else:
                    base.notes.append(text.strip())
            elif column.role == "date" and not out:
                out += self._read_date_cell(text, base)
            elif column.role == "day":
                when = parse_when(words)
                weekday = when.weekday if when is not None and when.day is None else weekday
                if when is not None and when.day is not None and not out:
                    out.append((when, text))
                elif when is None and weekday is None:
                    base.notes.append(text.strip())
            elif column.role == "number":
                self._read_number(text, base, column)
        if base.week is None and "week" in self._roles:
            base.week = self.week
        return out

    def _read_date_cell(self, text: Text, base: RawSession) -> list[tuple[When, Text]]:
        words = text.plain.strip()
        found = parse_whens(text.plain) or find_whens(text.plain)
        if found and not found[0].tbd:
            if found[0].week is not None:
                base.week = self.week = found[0].week
            rest = _outside(text, found)
            if rest:
                self._read_date_rest(rest, base)
            for anchor, start, end in text.links():
                base.links.append(RawLink(anchor, text.slice(start, end).strip()))
            return [(when, text.slice(when.start, when.end)) for when in found]
        week = parse_week(words)
        if week is not None:
            base.week, base.week_text = week, text
            self.week = week
            return []
        if TBD.fullmatch(words) or (found and found[0].tbd):
            base.status = "tbd"
            return []
        if not is_placeholder(words):
            base.when_text = text
            if re.search(r"\d", words):
                base.problems.append(Problem("SP301", text.span, words[:80]))
            base.notes.append(text.strip())
        return []

    def _read_date_rest(self, rest: Text, base: RawSession) -> None:
        words = rest.plain.strip(" ,;:()[]*†‡\n\u2028-–.")
        if not words or words.isdigit():
            return
        times = find_times(words)
        if times is not None and times.start_time is not None:
            base.times, base.times_text = times, rest
            return
        week = parse_week(words)
        if week is not None:
            base.week = base.week if base.week is not None else week
            return
        kind = title_kind(words)
        if kind == "holiday" or (kind is not None and len(words) < 40):
            base.kind = base.kind or kind
        base.notes.append(rest.strip(" ,;:()[]\n\u2028"))

    def _read_number(self, text: Text, base: RawSession, column: Column) -> None:
        words = text.plain.strip()
        for anchor, start, end in text.links():
            base.links.append(RawLink(anchor, text.slice(start, end).strip()))
        week = parse_week(words) if not words.isdigit() else None
        if week is not None and re.match(r"w|sem|第.*周|周", words.casefold()):
            base.week = self.week = week
            return
        if NUMBER.fullmatch(words) and not is_placeholder(words):
            base.number, base.number_text = words.rstrip(".").strip(), text
            return
        left = take_label(text, base)
        if left and not is_placeholder(left.plain):
            read_topic(left, base)

    # -- cells -----------------------------------------------------------------------------------

    def _contents(self, cells: Sequence[Cell]) -> bool:
        for column, cell in zip(self.columns, cells, strict=False):
            if column.role in ("date", "week", "day", "number", "section"):
                continue
            text = cell_text(cell)
            if (text or text.links()) and not is_placeholder(text.plain) and not cell.repeated:
                return True
        return False

    def _continues(self, cells: Sequence[Cell], base: RawSession) -> bool:
        """Tell whether a row without date and number carries on the session above it."""
        if not self._last or "date" not in self._roles:
            return False
        last = self._last[-1]
        if last.when is None and last.status is None:
            return False
        topic = any(cell.blocks and not cell.repeated for column, cell in zip(self.columns, cells, strict=False) if column.role in ("topic", "event"))
        return not (topic and base.week is not None and base.week != last.week) and not (topic and title_kind(_topic_words(self.columns, cells)) == "holiday")

    def _fill(self, cells: Sequence[Cell], session: RawSession) -> None:
        """Read the cells of a row into a session, the topic first: other cells lean on it."""
        pairs = list(zip(self.columns, cells, strict=False))
        for column, cell in pairs:
            if column.role == "event":
                self._read_event(cell_text(cell), session, pairs)
        spread: Cell | None = None
        for column, cell in pairs:
            if column.role == "topic" and not session.closed:
                # A cell over two columns of topics stands in both; one that spans rows counts in each row.
                if spread is None or cell.blocks is not spread.blocks:
                    self._read_topic_cell(cell, session)
                    self._settle_event(session)
                spread = cell
            elif column.role == "section" and cell_text(cell):
                session.section = (*self.base_section, cell_text(cell).strip())
        for column, cell in pairs:
            if column.role not in ("topic", "event", "date", "week", "day", "number", "section"):
                self._read_cell(column, cell, session)
        for column, cell in pairs:
            if column.role == "requirement":
                self._read_requirement(cell_text(cell).plain, session)

    def _read_topic_cell(self, cell: Cell, session: RawSession) -> None:
        entries = read_entries(cell.blocks)
        before = len(session.titles)
        for index, entry in enumerate(entries):
            who = presenter_line(entry.text) if index else None
            if who is not None:
                add_presenters(who, session)
                session.notes.append(entry.text)
            elif entry.text.plain.strip() or entry.text.links():
                group = requirement_group(entry.text.plain)
                if group is not None and entry.children:
                    for child in entry.children:
                        session.readings += read_works(child, requirement=group)
                    continue
                read_topic(entry.text, session, alone=len(entries) == 1)
            for child in entry.children:
                if title_links(child.text):
                    session.readings += read_works(child, requirement=self.requirement)
                else:
                    read_topic(child.text, session)
        # Lines of one topic cell are one title: "A.<br>B" reads "A. B".
        lines = session.titles[before:]
        if len(lines) > 1:
            first = lines[0]
            for title in lines[1:]:
                first = first.join_line(title)
            session.titles[before:] = [first]

    def _read_event(self, text: Text, session: RawSession, pairs: Sequence[tuple[Column, Cell]]) -> None:
        """Read what kind of row it is: "Lecture 1", "A0", "Section", "Project", "Midterm"."""
        words = text.plain.strip()
        if not words or is_placeholder(words):
            return
        for anchor, start, end in text.links():
            session.links.append(RawLink(anchor, text.slice(start, end).strip()))
        label = re.fullmatch(r"(?P<name>[^\W\d]{1,24}(?: [^\W\d]{2,16})?)[\s#.-]{0,2}(?P<number>\d{1,3}[a-z]?)?", words)
        kind = session_label_kind(label["name"]) if label else None
        if kind is None:
            kind = title_kind(words)
        if label and label["number"]:
            code = len(label["name"]) <= 2
            session.number = words if code else label["number"]
            session.number_text = text
            if code and kind is None:
                kind = "other"
        if kind is None and is_deadline(words):
            kind = "other"
            session.notes.append(text.strip())
        session.kind = kind or session.kind
        topic = next((cell_text(cell).plain.strip() for column, cell in pairs if column.role in ("topic", "mixed") and cell.blocks), "")
        if kind in ("exam", "holiday") and (not topic or re.search(r"\b(?:we|you|will|is|are)\b", topic)):
            session.titles.append(text.strip())
            for column, cell in pairs:
                if column.role in ("topic", "mixed") and cell.blocks:
                    session.notes += [entry.text for entry in read_entries(cell.blocks)]
            session.closed = True

    def _settle_event(self, session: RawSession) -> None:
        """Let the topic's words overrule a "Project" row that is a poster session."""
        words = " ".join(title.plain for title in session.titles)
        if session.kind == "project" and title_kind(words) == "presentation" and not DUE_WORD.search(words):
            session.kind = "presentation"

    def _read_cell(self, column: Column, cell: Cell, session: RawSession) -> None:
        text = cell_text(cell)
        if not text and not text.links():
            return
        role = column.role
        if role in ("reading", "mixed"):
            if role == "mixed" and session.closed:
                return
            self._read_reading_cell(column, cell, session, mixed=role == "mixed")
        elif role == "presenter":
            if not is_placeholder(text.plain):
                self._read_presenters(text, column, session)
        elif role == "links":
            self._read_links_cell(column, cell, session)
        elif role == "assignment":
            if not cell.repeated:
                for entry in read_entries(cell.blocks, lines=self.lines):
                    read_assignments(entry.text, session, event=column.event or "out")
                    for child in entry.children:
                        read_assignments(child.text, session, event=column.event or "out")
        elif role == "location":
            session.location = text.strip() if not is_placeholder(text.plain) else None
        elif role == "time":
            times = find_times(text.plain)
            if times is not None:
                session.times, session.times_text = times, text
            elif not is_placeholder(text.plain):
                session.notes.append(text.strip())
        elif role == "requirement":
            return
        elif not cell.repeated and not is_placeholder(text.plain):
            self._read_note(column, text, session)

    def _read_presenters(self, text: Text, column: Column, session: RawSession) -> None:
        for line in text.split(re.compile(r"[\u2028\n]")):
            who = re.match(r"\s*[A-Za-z][\w -]{2,24}:\s+", line.plain)
            add_presenters(line.slice(who.end(), len(line.plain)) if who else line, session, column=column.header)

    def _read_note(self, column: Column, text: Text, session: RawSession) -> None:
        for anchor, start, end in text.links():
            session.links.append(RawLink(anchor, text.slice(start, end).strip(), column=column.header))
        words = text.plain.strip()
        if column.role == "notes" and all(is_deadline(piece) for piece in re.split(r"\s*[;\u2028]\s*", words) if piece):
            read_assignments(text, session, event="due")
            return
        whole = text.strip(" ()\n\u2028") if words.startswith("(") and words.endswith(")") else text.strip()
        if column.role == "unknown" and column.header and len(words) <= 24 and not text.links():
            session.note_words.append(f"{column.header}: {' '.join(words.split())}")
        elif whole and link_label(whole.plain) is None:
            session.notes.append(whole)

    def _read_requirement(self, words: str, session: RawSession) -> None:
        folded = fold_label(words)
        if folded in ("yes", "y", "x", "✓", "✔", "true", "required", "ja", "sí", "sim", "oui", "是", "mandatory"):
            value: Requirement | None = "required"
        elif folded in ("no", "n", "optional", "false", "nein", "não", "non", "否"):
            value = "optional"
        else:
            return
        for reading in session.readings:
            reading.requirement = reading.requirement or value

    def _read_reading_cell(self, column: Column, cell: Cell, session: RawSession, *, mixed: bool) -> None:
        requirement = column.requirement or self.requirement
        linked = column.header in self.linked_headers
        for entry in read_entries(cell.blocks, lines=self.lines):
            words = entry.text.plain.strip()
            group = requirement_group(words) if len(words) < 60 and not title_links(entry.text) else None
            if group is not None and (words.rstrip().endswith((":", "：")) or entry.children or fold_label(words).split()[-1:] != [fold_label(words)]):
                requirement = group
                for child in entry.children:
                    session.readings += read_works(child, requirement=group)
                continue
            if mixed and not _is_work(entry.text):
                read_topic(entry.text, session)
                for child in entry.children:
                    session.readings += read_works(child, requirement=requirement)
                continue
            if is_bracketed(words) and len(words.split()) > 4 and not title_links(entry.text):
                (session.readings[-1].notes if session.readings else session.notes).append(entry.text.strip("() "))
                continue
            ranges = read_ranges(entry.text, requirement)
            if ranges:
                session.readings += ranges
                continue
            if (DUE_WORD.search(words) and not title_links(entry.text)) or re.match(r"\W*(?:hw|homework|assignment)\s?\d", words, re.IGNORECASE):
                read_assignments(entry.text, session, event="due")
                continue
            if not session.titles and title_kind(words) == "holiday" and not title_links(entry.text):
                read_topic(entry.text, session)
                continue
            if linked and not _shows_work(entry.text) and not entry.children:
                session.notes.append(entry.text.strip())
                continue
            if is_instruction(words) and not title_links(entry.text):
                if not is_placeholder(words):
                    session.notes.append(entry.text.strip())
                continue
            if words or entry.text.links():
                session.readings += read_works(entry, requirement=requirement, session=session)

    def _read_links_cell(self, column: Column, cell: Cell, session: RawSession) -> None:
        """Read a column of slides or materials: links; lines with a name and a label are works handed out."""
        entries = read_entries(cell.blocks, lines=self.lines)
        for entry in [*entries, *(child for entry in entries for child in entry.children)]:
            text = entry.text
            words = text.plain.strip()
            if not words and not text.links():
                continue
            links = text.links()
            for anchor, start, end in links:
                session.links.append(RawLink(anchor, text.slice(start, end).strip() or None, column=column.header, kind=None))
            if links:
                left = _cut_links(text)
                if left and link_label(left.plain) is None and not re.fullmatch(r"[\W\d_]*(?:and|or|,|;)?[\W\d_]*", left.plain):
                    session.notes.append(left)
                continue
            if is_placeholder(words):
                continue
            if self._roles & {"reading"} or column.link_kind is not None or not re.search(r"\[[^\]]{2,20}\]\s*$", words):
                self._read_lost_labels(text, column, session)
                continue
            reading = read_citation(text)
            if reading is not None and reading.links:
                reading.kind = reading.kind or "other"
                session.readings.append(reading)

    def _read_lost_labels(self, text: Text, column: Column, session: RawSession) -> None:
        """Read words of a links column whose targets are gone: "pdf    pdf", "1.1 简介.pdf"."""
        pieces = [piece.strip(" []()-,;") for piece in text.split(re.compile(r"\s{2,}|\s*[,;|]\s*|\]\s*\["))]
        pieces = [piece for piece in pieces if piece and not is_placeholder(piece.plain)]
        if pieces and all(link_label(piece.plain) is not None for piece in pieces):
            session.links += [RawLink(None, piece, column=column.header, kind=link_label(piece.plain)) for piece in pieces]
        elif len(pieces) > 1 and all(re.search(r"\.\w{2,5}$", piece.plain) for piece in pieces):
            session.links += [RawLink(None, piece, column=column.header, kind=column.link_kind) for piece in pieces]
        elif column.link_kind is not None or re.search(r"\.(?:pdf|pptx?|ipynb|zip|html?)\s*$", text.plain):
            session.links.append(RawLink(None, text.strip(), column=column.header, kind=column.link_kind))
        elif len(text.plain.split()) > 2 or not pieces:
            session.notes.append(text.strip())

    def _make_milestone(self, session: RawSession) -> None:
        """A row that is only a milestone is a session and no assignment."""
        if session.titles or session.readings or session.presenters or len(session.assignments) != 1:
            return
        only = session.assignments[0]
        if is_milestone(only.title.plain) and only.when is None and (session.when_text or session.status or session.kind is None):
            session.titles.append(only.whole or only.title)
            session.kind = title_kind(only.title.plain) or "project"
            session.links += only.links
            session.assignments.clear()

    # -- rows of other shapes ----------------------------------------------------------------------

    def read_remark_session(self, text: Text, whens: Sequence[When]) -> None:
        """Make a session of a row that only says a holiday or a range of days."""
        session = RawSession(section=self.section, week=None)
        left = text
        if whens:
            when = whens[0]
            session.when, session.when_text = when, text.slice(when.start, when.end)
            before = text.slice(0, when.start)
            after = text.slice(when.end, len(text.plain))
            left = before if before.plain.strip(" ,:;-–(") else after
            left = left.slice(0, len(re.sub(r"\s*\b(?:from|vom|von|am|on|del|de|du|ab|the|:)\s*$", "", left.plain.rstrip(" ,:;-–("), flags=re.IGNORECASE)))
        read_topic(left.strip(" ,:;()-–*_"), session)
        session.kind = session.kind or title_kind(text.plain) or "holiday"
        self.sessions.append(session)
        self._last = [session]

    def read_loose(self, cell: Cell) -> bool:
        """Read a one-cell row of works with labels: a group of readings that belongs to no session."""
        entries = read_entries(cell.blocks, lines=self.lines)
        if len(entries) < 3:
            return False
        labelled = [entry for entry in entries[1:] if re.search(r"\[[^\]]{2,20}\]\s*$", entry.text.plain.strip()) or title_links(entry.text)]
        if len(labelled) * 2 < len(entries) - 1:
            return len(" ".join(entry.text.plain for entry in entries)) > 300
        group = requirement_group(entries[0].text.plain)
        requirement = group or ("optional" if re.search(r"\bsupplement|\boptional|\bextra|\bfurther", entries[0].text.plain, re.IGNORECASE) else None)
        for entry in entries[1:]:
            for reading in read_works(entry, requirement=requirement):
                if any(link_label(link.text.plain) == "page" for link in reading.links if link.text is not None and link.anchor is None):
                    continue
                reading.kind = reading.kind or "other"
                self.readings.append(reading)
        return True

    def _read_paper_row(self, cells: Sequence[Cell]) -> None:
        """Read a row of a table of papers: title, authors, venue and year in columns of their own."""
        pairs = [(column, cell_text(cell)) for column, cell in zip(self.columns, cells, strict=False)]
        title = next((text for column, text in pairs if column.role == "title" and text), None)
        if title is None or is_placeholder(title.plain):
            return
        reading = read_citation(title, requirement=self.requirement)
        if reading is None:
            return
        reading.section = self.section
        for column, text in pairs:
            if not text or column.role == "title" or is_placeholder(text.plain):
                continue
            fill_reading(reading, column, text)
        self.readings.append(reading)

    def _read_grid_row(self, cells: Sequence[Cell], row: Row) -> None:
        """Read a row whose cells are sessions: a column for each weekday, or for each group."""
        base = RawSession(section=self.section, week=self.week)
        whens = self._read_when(cells, base)
        first_day = next((column.weekday for column in self.columns if column.role in ("session", "group") and column.weekday is not None), None)
        made: list[tuple[Column, RawSession]] = []
        spanning = next((cell for column, cell in zip(self.columns, cells, strict=False) if column.role == "group" and cell.colspan > 1 and not cell.repeated), None)
        if spanning is not None:
            self._read_spanning(spanning, base)
            return
        for column, cell in zip(self.columns, cells, strict=False):
            if column.role not in ("session", "group") or (cell.repeated and column.role == "group"):
                continue
            text = cell_text(cell)
            if not text and not text.links():
                continue
            if is_placeholder(text.plain):
                continue
            session = RawSession(section=self.section, week=base.week, number=base.number, number_text=base.number_text)
            session.links += base.links
            if column.role == "group":
                self._read_group_cell(cell, column, session)
            else:
                if whens:
                    session.when, session.when_text = whens[0]
                    anchor = session.when.weekday if session.when.weekday is not None else first_day
                    if anchor is not None and column.weekday is not None:
                        session.day_offset = (column.weekday - anchor) % 7 if column.weekday >= anchor else column.weekday - anchor
                self._read_session_cell(cell, session)
                if session.kind is None:
                    session.kind = column_kind(column.header)
            made.append((column, session))
        for column, cell in zip(self.columns, cells, strict=False):
            if column.role in ("session", "group", "date", "week", "day", "number") or not made or cell.repeated:
                continue
            target = self._day_named(cell_text(cell).plain, made) or made[0][1]
            self._read_cell(column, cell, target)
            if column.role == "assignment":
                for assignment in target.assignments:
                    assignment.title = _drop_day(assignment.title)
        self.sessions += [session for _, session in made]
        self._last = [session for _, session in made]

    def _read_session_cell(self, cell: Cell, session: RawSession) -> None:
        """Read a cell that is a whole session: its topic, and on lines below homework, readings, people."""
        entries = read_entries(cell.blocks, lines=self.lines)
        for index, entry in enumerate(entries):
            whens = match_when(entry.text.plain)
            text = entry.text
            if whens and index == 0:
                session.when, session.when_text, session.day_offset = whens[0], text.slice(whens[0].start, whens[0].end), 0
                text = text.slice(whens[0].end, len(text.plain)).strip(" :,.-–\n\u2028")
                if not text:
                    continue
            words = text.plain.strip()
            if index and re.match(r"\W*(?:hw|homework|lab|assignment|pset|ps)\b[\s#-]*\d", words, re.IGNORECASE):
                read_assignments(text, session, event="out")
            elif index and session.titles and title_links(text) and not re.match(r"\W*(?:lec|rec|dis|l\d)", words, re.IGNORECASE):
                session.readings += read_works(entry)
            elif index and session.titles:
                who = presenter_line(text)
                if who is not None:
                    add_presenters(who, session)
                read_topic(text, session) if who is None else session.notes.append(text)
            else:
                read_topic(text, session)

    def _read_group_cell(self, cell: Cell, column: Column, session: RawSession) -> None:
        """Read one group's cell: its date, then links and words."""
        for entry in read_entries(cell.blocks):
            text = entry.text
            whens = match_when(text.plain)
            if whens and session.when is None:
                session.when, session.when_text = whens[0], text.slice(whens[0].start, whens[0].end)
                text = text.slice(whens[0].end, len(text.plain)).strip(" :,.-–\n\u2028")
            for anchor, start, end in text.links():
                session.links.append(RawLink(anchor, text.slice(start, end).strip()))
            left = _cut_links(text)
            if left:
                read_topic(left, session)
        self._mark_group(session, column)

    def _mark_group(self, session: RawSession, column: Column) -> None:
        times = find_times(column.header)
        if times is not None and session.times is None:
            session.times = times
        name = re.sub(r"\s*[(\[].*$", "", column.header).strip()
        if name:
            session.note_words.append(name)

    def _read_spanning(self, cell: Cell, base: RawSession) -> None:
        """Read a cell over all groups: a title, then one date for each group ("22 septembre (grp9)")."""
        titles: list[Text] = []
        groups = [column for column in self.columns if column.role == "group"]
        dated: list[tuple[When, Text, Column | None]] = []
        for entry in read_entries(cell.blocks):
            text = entry.text
            whens = match_when(text.plain)
            if not whens:
                titles.append(text)
                continue
            mark = GROUP_MARK.search(text.plain)
            column = next((c for c in groups if mark and re.search(rf"\b0*{int(mark['number'])}\b", c.header)), None)
            dated.append((whens[0], text.slice(whens[0].start, whens[0].end), column))
        for when, when_text, column in dated or [(None, None, None)]:  # type: ignore[list-item]
            session = RawSession(section=self.section, week=base.week, number=base.number, number_text=base.number_text, when=when, when_text=when_text)
            session.links += base.links
            for index, title in enumerate(titles):
                if index and DUE_WORD.search(title.plain):
                    read_assignments(title, session, event="due")
                else:
                    read_topic(title, session)
            if column is not None:
                self._mark_group(session, column)
            self.sessions.append(session)

    def _day_named(self, words: str, made: Sequence[tuple[Column, RawSession]]) -> RawSession | None:
        folded = words.casefold()
        for column, session in made:
            if column.weekday is not None and DAY_NAMES[column.weekday] in folded:
                return session
        return None


def column_kind(header: str) -> SessionKind | None:
    """Tell the kind of the sessions in a column: "Lab on Friday", "Wednesday Recitation"."""
    kinds = (session_label_kind(word) for word in re.findall(r"[^\W\d_]{2,}", header))
    return next((kind for kind in kinds if kind in ("lab", "discussion", "exam")), None)


def fill_reading(reading: RawReading, column: Column, text: Text) -> None:
    """Give a reading the value of a column of a table of papers."""
    if column.role in ("authors", "presenter"):
        add_people(reading, text)
    elif column.role == "venue":
        venue = parse_venue(text.plain) or find_venue(text.plain)
        if venue is not None:
            set_venue(reading, venue, text)
        else:
            reading.notes.append(text.strip())
    elif column.role in ("year", "date"):
        set_year(reading, text)
    elif column.role == "reading" and not text.links() and parse_venue(text.plain) is not None:
        reading.venue = reading.venue or RawVenue(text.plain, "other", False, text.strip())
    else:
        for anchor, start, end in text.links():
            reading.links.append(RawLink(anchor, text.slice(start, end).strip(), column=column.header))
        left = _cut_links(text)
        if left and link_label(left.plain) is None and column.role not in ("number",):
            if requirement_group(left.plain) is not None:
                reading.requirement = requirement_group(left.plain)
            else:
                reading.notes.append(left)


def _copy_session(base: RawSession, when: When, text: Text) -> RawSession:
    """Make the session of a row's second day: its topic and people, not its readings and homework."""
    return RawSession(
        when=when, when_text=text, week=base.week, week_text=base.week_text, times=base.times, times_text=base.times_text, number=base.number,
        number_text=base.number_text, kind=base.kind, status=base.status, titles=list(base.titles), section=base.section,
        presenters=list(base.presenters), location=base.location, notes=list(base.notes), note_words=list(base.note_words),
    )  # fmt: skip


def _outside(text: Text, whens: Sequence[When]) -> Text | None:
    """Return the words of a date cell that are no part of its dates."""
    plain = text.plain
    pieces = []
    at = 0
    for when in sorted(whens, key=lambda when: when.start):
        if plain[at : when.start].strip(" ,;:&/()[]*†‡+-–\n\u2028"):
            pieces.append(text.slice(at, when.start))
        at = max(at, when.end)
    if plain[at:].strip(" ,;:&/()[]*†‡+-–.\n\u2028"):
        pieces.append(text.slice(at, len(plain)))
    return join_texts(pieces) if pieces else None


def _cut_links(text: Text) -> Text:
    """Return the text without its links and the brackets left empty by them."""
    left = Text.of(run for run in text.runs if run.anchor is None)
    empty = re.compile(r"[(\[][\s,;/|]*[)\]]")
    pieces = [piece for piece in left.split(empty) if piece.plain.strip(" ,;/|()[]:\n\u2028")]
    return join_texts(pieces).strip(" ,;/|()[]:\n\u2028") if pieces else Text((), "")


def _is_work(text: Text) -> bool:
    """Tell a reading from a topic in a column that holds both: a linked name, or a venue behind the title."""
    plain = text.plain
    if title_links(text) or find_venue(plain) is not None:
        return True
    bracket = re.search(r"\((?P<inside>[^()]{2,60})\)\s*$", plain)
    if bracket:
        venue = parse_venue(bracket["inside"])
        if venue is not None and (venue.known or venue.year is not None):
            return True
    return False


def _shows_work(text: Text) -> bool:
    """Tell a work from a remark among cells that link their works."""
    if any(anchor.href and anchor.href.strip() for anchor, _, _ in title_links(text)):
        return True
    plain = text.plain
    return bool(re.search(r"[\"“«„]|\bet al\b|(?:19|20)\d\d|[:：]\s", plain)) or find_venue(plain) is not None or len(text.links()) > 0 and len(plain.split()) > 6


def is_bracketed(words: str) -> bool:
    """Tell whether one pair of round brackets encloses all the words.

    >>> is_bracketed("(no reviews but do (1) and (2))"), is_bracketed("(vLLM) Serving (SOSP 2023)")
    (True, False)
    """
    depth = 0
    for index, character in enumerate(words):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index == len(words) - 1 and words[:1] == "("
    return False


def _topic_words(columns: Sequence[Column], cells: Sequence[Cell]) -> str:
    return " ".join(cell_text(cell).plain for column, cell in zip(columns, cells, strict=False) if column.role == "topic")


def _drop_day(text: Text) -> Text:
    found = re.search(r"\s+(?:on\s+)?(?:mon|tues?|wednes|thurs|fri|satur|sun)day\s*$", text.plain, re.IGNORECASE)
    return text.slice(0, found.start()) if found else text


def row_end(cells: Sequence[Cell]) -> Span:
    """Return the place behind the last cell of a row."""
    end = cells[-1].span.end if cells else 0
    return Span(end, end)

