"""Lines that a badge of the page leads in: words that a class sets apart, "**Section**{: .label} Intro to looms"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession, list_links
from syllabus_parse.interpret.sessions.deadline_parts import only_labels
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.sessions.kept_notes import note_with_links
from syllabus_parse.interpret.words import SESSION_LABEL, fold_label, session_label_kind, title_kind
from syllabus_parse.interpret.words.field_words import Field, find_field
from syllabus_parse.interpret.works.signs import shows_work
from syllabus_parse.model import AssignmentEvent, SessionKind
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.regex import lazy_regex

LONGEST_BADGE: Final = 40
AROUND: Final = " \t\n\u2028\u00a0:：-–—|"
LECTURE: Final = lazy_regex(r"lect?(?:ures?)?|class|session|meeting|vorlesung|cours|aula|clase")
TUTORED: Final = lazy_regex(r"(?:ta|gsi|tutor|problem|help|q ?& ?a|review) (?:sessions?|sections?|hours?)")
# What becomes of homework, at the end of its badge, e.g. Lab 0 Out · HW 1 due · PS2 released
STATE: Final = lazy_regex(r"\s+(?:(?P<out>out|released?|assigned|posted)|due)\s*$", re.IGNORECASE)
# Homework as such, whose name stands behind the badge, e.g. Homework · Assignment
GENERIC: Final = lazy_regex(r"home\s?works?|hw|assignments?|problem sets?|psets?|ps|tasks?")
NUMBERED: Final = lazy_regex(r"\d\s*[a-z]?$", re.IGNORECASE)
# What is to be read, by its badge, e.g. Supporting Paper · Writing Sample · Textbook
READ: Final = lazy_regex(
    r"(?:[\w-]+ ){0,2}(?:papers?|readings?|articles?|chapters?|texts?|samples?|books?|essays?|excerpts?|textbooks?)"
)
# What was recorded or handed out, e.g. Concept Video · Pre-recorded Lecture · Slides
MATERIAL: Final = lazy_regex(
    r"(?:[\w-]+ ){0,2}(?:videos?|recordings?|slides?|notes|screencasts?|demos?|code|notebooks?|files?)"
)
# The fields that a badge names as a label with a colon does.
TOLD: Final[frozenset[Field]] = frozenset(("reading", "preparation", "presenter", "location", "time", "notes"))


@attrs.frozen
class Badge:
    """A badge at the front of a line: its words, and what stands behind it."""

    words: str
    rest: Text
    end: int
    """Where the words end in the line."""

    @property
    def field(self) -> Field | None:
        """The field of a session that the badge names, as "**Reading**" does."""
        field = find_field(self.words)
        return field if field in TOLD else None

    @property
    def kind(self) -> SessionKind | None:
        """The kind of meeting that the badge names; a lecture too."""
        label = SESSION_LABEL.fullmatch(self.words)
        folded = fold_label(label["name"] if label and label["number"] else self.words)
        if LECTURE.fullmatch(folded):
            return "lecture"
        return session_label_kind(folded) or ("discussion" if TUTORED.fullmatch(folded) else None)


def cut_badge(text: Text) -> Badge | None:
    """Cut the badge at the front off a line; None for a line without, and where nothing stands behind it.

    Words are a badge by the class that sets them apart: bold words alone may be a topic.
    """
    runs = text.runs
    if not runs or not any(run.marks & Mark.BADGE for run in runs[:2]):
        return None
    at = end = 0
    for run in runs:
        if not run.marks & Mark.BADGE and run.text.strip():
            break
        at += len(run.text)
        end = at if run.marks & Mark.BADGE else end
    words = text.plain[:end].strip(AROUND)
    rest = text.slice(at, len(text.plain)).strip(AROUND)
    return Badge(words, rest, end) if words and len(words) <= LONGEST_BADGE and (rest or rest.links()) else None


def names_badge(words: str) -> bool:
    """Tell a badge that names something from a bare number ("2"), and from a deadline ("HW 1 due")."""
    return any(letter.isalpha() for letter in words) and not is_deadline(words)


def is_badged_reading(badge: Badge) -> bool:
    """Tell a work by its badge ("**Supporting Paper** [Nets](…)") or its own words; a link alone is none."""
    if badge.kind is not None or is_badged_material(badge):
        return False
    return shows_work(badge.rest) or READ.fullmatch(fold_label(badge.words)) is not None


def is_badged_material(badge: Badge) -> bool:
    """Tell links to what was recorded or handed out, "**Concept Video** [Warps](…)", by their badge."""
    return MATERIAL.fullmatch(fold_label(badge.words)) is not None and bool(badge.rest.links())


def read_badged_work(session: RawSession, text: Text, badge: Badge) -> bool:
    """Read homework whose badge says so, or what becomes of it: "**Lab 0 Out** Booting"; False for other lines."""
    state, rest = STATE.search(badge.words), badge.rest
    name = badge.words[: state.start()] if state else badge.words
    if (not state and not GENERIC.fullmatch(fold_label(name))) or not any(letter.isalpha() for letter in rest.plain):
        return False
    if is_deadline(rest.plain) or any(not when.tbd for when in find_whens(rest.plain)):
        return False
    title = rest
    if only_labels(rest):
        title = text.slice(0, text.plain.index(name) + len(name))  # "**Data lab out** [pdf] / [handout]"
    elif NUMBERED.search(name) and not _fold(rest.plain).startswith(_fold(name)):
        begun = text.plain.index(name)
        title = text.slice(begun, begun + len(name) + 1).join(rest)  # the blank too
    event: AssignmentEvent = "due" if state and state["out"] is None else "out"
    links = [RawLink(anchor, rest.slice(a, b).strip() or None, column="assignment") for anchor, a, b in rest.links()]
    session.assignments.append(RawAssignment(title.strip(" .,;"), event, None, None, links, text))
    return True


def _fold(words: str) -> str:
    return "".join(words.casefold().split())


def read_beside(session: RawSession, text: Text, badge: Badge) -> bool:
    """Read a line beside a day's topic: material, or what else meets on the day; False for other lines."""
    if is_badged_material(badge):
        session.links += list_links(badge.rest)
        return True
    if not session.titles or badge.kind == "lecture":
        return False
    note_with_links(text, session)
    return True


def settle_badge(session: RawSession, text: Text, badge: Badge) -> Text:
    """Say by the badge before a topic what kind of meeting it is; one that names none is kept as a note."""
    told = title_kind(badge.rest.plain)
    kind = badge.kind or title_kind(badge.words)
    if kind is None:
        session.notes.append(text.slice(0, badge.end).strip(AROUND))
    if session.kind is None:
        session.kind = told if told in ("holiday", "exam", "guest") else kind
    return badge.rest
