"""The content of a session outside tables: labelled lines, readings, homework, remarks."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from syllabus_parse.document import Mark, Run, Text
from syllabus_parse.interpret.citation_kinds import is_instruction, is_text_range
from syllabus_parse.interpret.citation_values import title_links
from syllabus_parse.interpret.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.entries import Entry, list_below, split_lines
from syllabus_parse.interpret.people_lines import add_authors
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession
from syllabus_parse.interpret.topics import add_presenters, presenter_line, read_topic, take_label
from syllabus_parse.interpret.words import (
    CJK_LABEL,
    SESSION_LABEL,
    SHORT_LABEL,
    TBD,
    fold_label,
    link_label,
    requirement_group,
    title_kind,
)
from syllabus_parse.interpret.works import hang_below, read_ranges, read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.source import Span

Field: TypeAlias = Literal[
    "topic",
    "presenter",
    "reading",
    "due",
    "out",
    "links",
    "exam",
    "event",
    "notes",
    "location",
    "time",
    "preparation",
    "section",
]

_FIELD_WORDS: Final[tuple[tuple[str, Field], ...]] = (
        (r"(?:lecture |class |session |main |discussion )?(?:\d{1,2} )?(?:topics?|title|subject|theme|tema|temas"
         r"|thema|themen|tópico|agenda|covered|concepts|contents?|today|sujet|主题|内容"
         r"|lecture)(?: \d{1,2})?(?: topics?)?", "topic"),
        (r"(?:guest |invited )?(?:speakers?|presenters?|presented by|instructors?|lecturers?|leaders?"
         r"|discussion leads?|discussants?|facilitators?|led by|lead|guest|guests|guest lecturer|referent\w*|ponente"
         r"|palestrante|主讲|报告人|host)", "presenter"),
        (r"(?:assigned |required |optional |class |paper |main |primary |secondary |further |extra |additional "
         r"|recommended |suggested |background |pre-?class |pre-?lecture )*(?:readings?|papers?|literature|texts?"
         r"|articles?|to read|reading list|read|books?|textbook|references?|lecturas?|leituras?|literatur|lektüre"
         r"|lecture obligatoire|阅读|论文|watch|reading assignment|paper discussion|papers? to read|optional|required"
         r"|recommended|further|background)(?: \((?:optional|required)\))?", "reading"),
        (r"(?:due|due date|deadlines?|due today|due this week|submit|hand in|entrega|abgabe|to do|todo)", "due"),
        (r"(?:assignments?|homeworks?|hw|out|released?|assigned|problem set|labs? out|released today|tarea"
         r"|hausaufgabe|aufgaben|devoirs|作业|programming assignment)", "out"),
        (r"(?:slides?|videos?|recordings?|notes|lecture notes|links?|materials?|resources?|code|handouts?|notebooks?"
         r"|files|demos?|folien|diapositivas|课件|讲义|supplementary materials?|lecture slides|lecture materials?|zoom)", "links"),
        (r"(?:mid-?term|final|quiz|exam|test)(?: exam)?(?: \d{1,2})?", "exam"),
        (r"(?:event|activity|in class|in-class|in-class activity|activities)", "event"),
        (r"(?:preparation|prepare|prep|before class|pre-?class|pre-?work|for today|for next (?:class|time)"
         r"|vorbereitung|preparación)", "preparation"),
        (r"(?:location|where|room|place|raum|ort|lugar|sala|地点)", "location"),
        (r"(?:time|when|hora|zeit|时间)", "time"),
        (r"(?:notes?|remarks?|comments?|announcements?|reminders?|description|summary|overview|goals?|objectives?"
         r"|keywords?|questions?|discussion questions?|key concepts|learning objectives|optional activities)", "notes"),
)  # fmt: skip
FIELD_LABELS: Final = tuple((re.compile(pattern), field) for pattern, field in _FIELD_WORDS)
LABEL: Final = re.compile(r"[\s*_]*(?P<label>[^\s:：][^:：\n\u2028]{0,40}?)\s*[:：]\s*[*_]*\s*")
READ: Final = re.compile(
    r"\s*(?:please )?(?:read|skim|watch|review|study|see|listen to)\b:?\s+(?:the |this "
    r"|these )?(?P<part>(?:extended version|first (?:part|half)|introduction|chapters? [\d–-]+(?: and \d+)?"
    r"|sections? [\d.–-]+(?: and [\d.]+)?|abstract|summary|pp?\. ?[\d–-]+) (?:of|from|in)(?: the)? )?",
    re.IGNORECASE,
)


# e.g. all of Longus' · Virgil's · the rest of Mary Beard's
OWNER: Final = re.compile(
    r"(?:(?P<part>all|(?:the )?(?:rest|first half|second half|whole)|parts?|most|selections|excerpts) (?:of|from) )?"
    r"(?P<who>[A-Z][^\W\d_]+(?:[ .-]{1,2}[A-Z][^\W\d_]*\.?){0,3}?)(?:['’]s?)\s+[\"“]?"
)
# e.g. Prepare (in Greek) the Prologue (pp. 2-5).
PAGES_TASK: Final = re.compile(
    r"\s*(?:please )?(?:read|prepare|translate|finish|re-?read|review|study|lesen|leer|ler|lire)\s+(?P<how>\([^()]{1,40}\)\s+)?"
    r"(?:the\s+)?(?P<title>[^\W\d_][^().,;:\n\u2028]{2,80}?)\s*[,(]?\s*(?P<pages>pp?\.\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\)?\s*\.?\s*",
    re.IGNORECASE,
)
BARE_COMMAND: Final = re.compile(
    r"\s*(?:please )?(?:read|watch|skim|nothing|none|see below|the following|read the following|lesen|leer|ler|lire)\s*[:.]?\s*",
    re.IGNORECASE,
)


def read_label(text: Text) -> tuple[Field, str, Text] | None:
    """Read "**Topic:** X" as field, label and rest; None where no known label stands first."""
    found = LABEL.match(text.plain)
    if not found:
        return None
    folded = fold_label(found["label"])
    for pattern, field in FIELD_LABELS:
        if pattern.fullmatch(folded):
            return field, found["label"].strip(" *_"), text.slice(found.end(), len(text.plain))
    return None


def fill_session(
    session: RawSession, entry: Entry, *, requirement: Requirement | None = None, readings: bool = False
) -> None:
    """Read one entry of a session's content into it.

    `readings` says that the list is one of readings (a heading or label above says so, or its items are works).
    """
    text = entry.text
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
        entry = Entry(text, entry.children, entry.marker, entry.item)
    words = text.plain.strip()
    if not words and not text.links():
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    lines = split_lines(text)
    if len(lines) > 1 and any(_speaks_alone(line) for line in lines[1:]):
        for index, line in enumerate(lines):
            below = entry.children if index == len(lines) - 1 else []
            fill_session(
                session, Entry(line, below, entry.marker, entry.item), requirement=requirement, readings=readings
            )
        return
    labelled = None if title_links(text) and text.plain.find(":") > title_links(text)[0][1] else read_label(text)
    if labelled is None and entry.children and not text.links() and len(words) < 40:
        labelled = read_label(
            text.join(Text.of([Run(":", text.span_at(len(text.plain) - 1, len(text.plain)) or Span(0, 0))]))
        )
    if labelled is not None:
        session.reading_list = labelled[0] in ("reading", "preparation") and not entry.children
        _fill_field(session, entry, *labelled, requirement=requirement)
        return
    if not session.titles and session.number is None and is_numbered(text.plain) and not is_deadline(words):
        read_topic(text, session, readings=False)
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    group = requirement_group(words)
    if group is not None and not title_links(text) and (entry.children or len(words) < 40):
        for child in entry.children:
            fill_session(session, child, requirement=group, readings=True)
        return
    if TBD.fullmatch(words) or is_placeholder(words):
        return
    if is_deadline(words) and not readings:
        _read_deadline(session, text)
        _read_children_notes(session, entry)
        return
    ranges = read_ranges(text, requirement)
    if ranges or is_text_range(words):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    if _all_labels(text):
        for anchor, start, end in text.links():
            session.links.append(RawLink(anchor, text.slice(start, end).strip()))
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    who = presenter_line(text) if not title_links(text) else None
    if who is not None:
        add_presenters(who, session)
        return
    if is_instruction(words) and not title_links(text):
        session.notes.append(text.strip())
        kind = title_kind(words) or ("presentation" if re.search(r"\bpresent(?:er|ation)s?\b", words) else None)
        session.kind = session.kind or kind
        return
    if _is_subsection(session, text):
        session.links += [RawLink(anchor, text.slice(start, end).strip()) for anchor, start, end in text.links()]
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    task = read_task(entry, requirement)
    if task is not None:
        session.readings.append(task)
        return
    command = READ.match(text.plain)
    if command and command.end() > 0 and (title_links(text) or _has_marks(text)):
        _read_command(session, entry, command, requirement)
        return
    if not session.titles and len(words) < 70 and title_kind(words) == "holiday" and not title_links(text):
        read_topic(text, session)
        return
    if readings or looks_like_work(text):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    if entry.children and words.endswith((":", "：")) and any(title_links(child.text) for child in entry.children):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    kind = title_kind(words)
    if not session.titles and len(words) < 160 and (kind is not None or not entry.item or not session.readings):
        before = take_label(text, session)
        read_topic(before, session)
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    session.notes.append(text.strip())
    _read_children_notes(session, entry)


def _speaks_alone(line: Text) -> bool:
    """Tell a line that is none of the topic above it: a label, people, a deadline."""
    return (
        read_label(line) is not None
        or (presenter_line(line) is not None and not title_links(line))
        or (len(line.plain) < 80 and is_deadline(line.plain))
        or _all_labels(line)
    )


def is_numbered(plain: str) -> bool:
    """Tell a line that names the meeting by number ("Lec 11 Object Detection I") from a work.

    >>> is_numbered("Lec 11 Object Detection I"), is_numbered("Lecture Notes in Computer Science 12")
    (True, False)
    """
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL):
        found = pattern.match(plain)
        if found and found["number"] and (found["number"][0].isdigit() or pattern is CJK_LABEL):
            return True
    return False


def _read_children_notes(session: RawSession, entry: Entry) -> None:
    for child in list_below(entry):
        for anchor, start, end in child.text.links():
            session.links.append(RawLink(anchor, child.text.slice(start, end).strip()))
        left = Text.of(run for run in child.text.runs if run.anchor is None).strip(" ,;[]()\n")
        if left and link_label(left.plain) is None:
            session.notes.append(left)


def _is_subsection(session: RawSession, text: Text) -> bool:
    """Tell a link into the session's own page ("day1.html#introduction" below "day1.html") from a work."""
    own = {link.anchor.href for link in session.links if link.anchor is not None and link.anchor.href}
    hrefs = [anchor.href or "" for anchor, _, _ in text.links()]
    return bool(hrefs) and all(
        "#" in href and href.split("#")[0] in {page.split("#")[0] for page in own} for href in hrefs
    )


def _all_labels(text: Text) -> bool:
    links = text.links()
    if not links or title_links(text):
        return False
    left = "".join(run.text for run in text.runs if run.anchor is None).strip(" \t\n\u2028,;|/()[]:·-")
    return not left or link_label(left) is not None


def _has_marks(text: Text) -> bool:
    return any(run.marks & Mark.ITALIC and len(run.text.strip()) > 3 for run in text.runs) or bool(
        re.search(r"[\"“«„]", text.plain)
    )


def looks_like_work(text: Text) -> bool:
    """Tell a work from a topic or remark: a linked, quoted or emphasised name, or people or a venue behind it."""
    return bool(title_links(text)) or shows_work(text)


def shows_work(text: Text) -> bool:
    """Tell a work by its own words: quotes or emphasis around a name, people, a venue, a year in brackets."""
    plain = text.plain
    if re.search(r"[\"“«„][^\"”»]{8,}[\"”“»]", plain):
        return True
    italic = sum(len(run.text) for run in text.runs if run.marks & Mark.ITALIC)
    if italic > 8 and (
        italic * 2 > len(plain.strip())
        or score_people(
            plain[: plain.find(next(run.text for run in text.runs if run.marks & Mark.ITALIC))].strip(" ,.")
        )
        > 0.5
    ):
        return True
    if find_venue(plain) is not None:
        return True
    return bool(re.search(r"\bet al\b|\((?:19|20)\d\d\)", plain))


def _read_deadline(session: RawSession, text: Text) -> None:
    read_assignments(text, session, event="due")


def _read_command(session: RawSession, entry: Entry, command: re.Match[str], requirement: Requirement | None) -> None:
    """Read "Read the extended version of the [Raft paper](…)": the verb goes, the part becomes a note."""
    text = entry.text
    rest = text.slice(command.end(), len(text.plain))
    links = title_links(rest)
    if links and links[0][1] > 25 and not re.search(r"[\"“]", rest.plain[: links[0][1]]):
        rest = rest.slice(links[0][1], len(rest.plain))
    made = read_works(Entry(rest, entry.children, entry.marker, entry.item), requirement=requirement, session=session)
    if command["part"] and made:
        part = text.slice(command.start("part"), command.end("part"))
        made[0].notes.append(part.slice(0, len(re.sub(r"\s+(?:of|from|in)(?:\s+the)?\s*$", "", part.plain))))
    session.readings += made


def read_task(entry: Entry, requirement: Requirement | None) -> RawReading | None:
    """Read "Read all of Longus' *Daphnis and Chloe*" and "Prepare the Prologue (pp. 2-5)"; None for other words.

    The name in the possessive wrote the work that is set in italics; pages in brackets make the words before them the
    part to read.
    """
    text = entry.text
    pages = PAGES_TASK.fullmatch(text.plain)
    if pages and not text.links():
        reading = RawReading(text.slice(*pages.span("title")), requirement=requirement, kind="chapter")
        reading.notes += [text.slice(*pages.span(name)).strip("() ") for name in ("how", "pages") if pages[name]]
        hang_below(entry, reading)
        return reading
    command = READ.match(text.plain)
    owner = OWNER.match(text.plain, command.end()) if command else None
    if not command or not owner:
        return None
    start, end = _first_italic(text)
    if start != owner.end() or score_people(owner["who"]) < 0.1:
        return None
    reading = RawReading(text.slice(start, end).strip(" ,.;"), requirement=requirement, kind="book")
    add_authors(reading, text.slice(*owner.span("who")))
    if not reading.authors:
        return None
    for left in (text.slice(*owner.span("part")) if owner["part"] else None, text.slice(end, len(text.plain))):
        note = left.strip(" ,.;") if left is not None else None
        if note:
            reading.notes.append(note)
    hang_below(entry, reading)
    return reading


def _first_italic(text: Text) -> tuple[int, int]:
    at = 0
    start = -1
    for run in text.runs:
        italic = bool(run.marks & Mark.ITALIC)
        if italic and start < 0:
            start = at
        if not italic and start >= 0:
            return start, at
        at += len(run.text)
    return start, at


def _fill_field(
    session: RawSession, entry: Entry, field: Field, label: str, rest: Text, *, requirement: Requirement | None
) -> None:
    """Read a labelled line by what its label says."""
    group = requirement_group(label) or requirement
    below = list_below(entry) if field in ("topic", "presenter", "links") else entry.children
    if field == "topic":
        number = re.search(r"\b(?P<number>\d{1,2})\b", label)
        if number and session.number is None and re.match(r"lect|class|session", label, re.IGNORECASE):
            session.number = number["number"]
            session.number_text = entry.text.slice(0, len(label))
        if rest:
            read_topic(rest, session)
        for child in below:
            if title_links(child.text):
                session.readings += read_works(child, requirement=group)
            else:
                read_topic(child.text, session)
    elif field == "presenter":
        if rest:
            add_presenters(rest, session)
        for child in below:
            add_presenters(child.text, session)
        if "guest" in label.casefold() or "invited" in label.casefold():
            session.kind = session.kind or "guest"
    elif field in ("reading", "preparation"):
        _fill_readings(session, rest, below, group)
    elif field in ("due", "out"):
        if rest:
            made = read_assignments(rest, session, event="due" if field == "due" else "out")
            for assignment in made[:1]:
                assignment.whole = rest.strip() if is_deadline(rest.plain) else (assignment.whole or rest)
        for child in below:
            read_assignments(child.text, session, event="due" if field == "due" else "out")
    elif field == "links":
        for piece in [rest, *(child.text for child in below)]:
            for anchor, start, end in piece.links():
                session.links.append(RawLink(anchor, piece.slice(start, end).strip(), column=label))
            left = Text.of(run for run in piece.runs if run.anchor is None).strip(" ,;|/()[]:\n\u2028-")
            if left and link_label(left.plain) is None and not is_placeholder(left.plain):
                session.notes.append(left)
    elif field == "exam":
        session.kind = "exam"
        session.note_words.append(" ".join(entry.text.plain.replace(":", "", 1).replace("*", "").split()))
    elif field == "location":
        session.location = rest.strip() or None
    elif field == "time":
        times = find_times(rest.plain)
        if times is not None:
            session.times, session.times_text = times, rest
        elif rest:
            session.notes.append(rest)
    elif field == "event":
        if session.titles:
            _note_with_links(rest, session)
        else:
            read_topic(rest, session)
        for child in below:
            fill_session(session, child, requirement=requirement)
    else:
        if rest and not is_placeholder(rest.plain):
            session.notes.append(rest.strip())
        _read_children_notes(session, entry)


def _note_with_links(text: Text, session: RawSession) -> None:
    """Keep words as a note and their links as the session's."""
    session.links += [RawLink(anchor, text.slice(start, end).strip()) for anchor, start, end in text.links()]
    left = Text.of(run for run in text.runs if run.anchor is None or link_label(run.text) is None).strip(
        " ,;|/()[]:\n\u2028-"
    )
    if left and not is_placeholder(left.plain):
        session.notes.append(left)


def _fill_readings(session: RawSession, rest: Text, below: list[Entry], requirement: Requirement | None) -> None:
    if rest and BARE_COMMAND.fullmatch(rest.plain):
        rest = rest.slice(0, 0)  # "Before class: read", and the works stand below
    if rest and not is_placeholder(rest.plain):
        if is_deadline(rest.plain) and not title_links(rest):
            read_assignments(rest, session, event="due")
        else:
            fill_session(
                session, Entry(rest, below, item=True), requirement=requirement, readings=not READ.match(rest.plain)
            )
            return
    for child in below:
        group = requirement_group(child.text.plain) if not title_links(child.text) else None
        if group is not None and child.children:
            for inner in child.children:
                fill_session(session, inner, requirement=group, readings=True)
        elif _all_labels(child.text):
            for anchor, start, end in child.text.links():
                session.links.append(RawLink(anchor, child.text.slice(start, end).strip()))
        else:
            fill_session(session, child, requirement=requirement, readings=not READ.match(child.text.plain))
