"""Items of lists that belong to no session begun: deadlines between sessions, works of a list, links of the page."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Item, Mark, Problem, Text
from syllabus_parse.interpret.citations.head import find_head
from syllabus_parse.interpret.citations.kinds import is_catalogue, is_instruction, is_plain_page
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.place import keep_links, place_readings
from syllabus_parse.interpret.outline.state import (
    Walk,
    held_section,
    in_works_part,
    is_listing_place,
    level_requirement,
    shows_sessions,
)
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, is_milestone, read_assignments
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.cited import ends_with_venue
from syllabus_parse.interpret.works.entries import Entry, list_below
from syllabus_parse.interpret.works.entry_cuts import cut_at_lines
from syllabus_parse.interpret.works.papers import is_prose
from syllabus_parse.interpret.works.signs import WORK_HOSTS, looks_like_work, names_work
from syllabus_parse.interpret.works.works import read_counted_links, read_works
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.dates import When, find_whens
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue, is_venue
from syllabus_parse.regex import lazy_regex

QUOTED: Final = 500
"""Characters that a problem quotes at most."""
FACT: Final = lazy_regex(
    r"\W*+(?:\d{1,3}\s?(?:min(?:ute)?s?|hours?|hrs?)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|times?|rooms?|location|place|where|when|office(?: hours)?"
    r"|phone|tel|e-?mail|contact|instructors?|professor|lecturers?|teachers?|tas?|teaching assistants?|credits?|units?"
    r"|prerequisites?|grading|web ?site|zoom|slack|piazza|discord|ort|zeit|raum|sprechstunde|dozent(?:in)?|horario|aula"
    r"|profesor(?:es)?|docentes?|créditos|professor(?:es)?|horário|sala)\s*[:：]"
    r"|\W*+(?:lectures?|class(?:es)?|labs?|discussions?|sections?|meetings?)\s?[:：]\s?"
    r"(?:mon|tue|wed|thu|fri|m/w|tu?/th|mwf|tth)(?:[a-z]{0,6}s)?\b|[^:\n]{0,40}\boffice hours$",
    re.IGNORECASE,
)  # e.g. "Office hours: …", "Room: 12", "Monday: 3-4pm", "20 min: talk"


YEAR: Final = lazy_regex(r"(?<![\d/-])(?:1[5-9]|20)\d\d(?![\d/-])")


def read_deadline_item(walk: Walk, text: Text) -> None:
    """Give a deadline between the sessions to the session it names, else to the one before it.

    A lone milestone is a session.
    """
    carrier = walk.current or walk.siblings[-1]
    shell = RawSession()
    made = read_assignments(text, shell, event="due")
    if not made:
        return
    only = made[-1]
    if is_milestone(only.title.plain) and only.when is not None and len(made) == 1:
        day = attrs.evolve(only.when, start_time=None, end_time=None)
        session = RawSession(
            when=day,
            when_text=only.when_text,
            week=walk.week,
            week_text=walk.week_text,
            section=held_section(walk),
            kind="project",
            titles=[only.whole_title or only.title],
        )
        session.links += only.links
        session.notes.append(only.tail or text)
        walk.out.sessions.append(session)
        return
    target = session_named(walk, only.title, carrier)
    if target is None:
        walk.out.pending.append((only.title, made))
        carrier.assignments += made
    else:
        target.assignments += made


def read_deadlines(walk: Walk, text: Text) -> bool:
    """Read a dated deadline of a page that has no meetings, each a milestone of its own; False where no day is told."""
    shell = RawSession()
    made = [work for work in read_assignments(text, shell, event="due") if work.when is not None]
    for work in made:
        kind: SessionKind = "project" if is_milestone(work.title.plain) else "other"
        session = RawSession(when=work.when, when_text=work.when_text, section=held_section(walk), kind=kind)
        session.titles.append(work.whole_title or work.title)
        session.links += work.links
        walk.out.sessions.append(session)
    if made:
        walk.out.sessions[-1].notes += shell.notes
    return bool(made)


def session_named(walk: Walk, title: Text, carrier: RawSession) -> RawSession | None:
    """Find the session that an assignment names ("Critique for 3/30"); it may come later in the document."""
    named = find_whens(title.plain)
    if not named:
        return carrier
    for session in walk.out.sessions:
        if session.when is not None and same_day(session.when, named[0]):
            return session
    return None


def read_policy_item(walk: Walk, entry: Entry) -> None:
    """Keep the links of an item among rules and people."""
    for piece in (entry, *list_below(entry)):
        if is_dated_work(piece.text) or is_book(piece.text):
            place_readings(walk, read_works(Entry(piece.text), requirement=walk.requirement or level_requirement(walk)))
        else:
            keep_links(walk, piece.text)


def read_loose_item(walk: Walk, item: Item, entry: Entry, *, works: bool) -> None:
    """Read an item outside sessions: a work of a list, or a link of the page."""
    text = entry.text
    words = text.plain.strip()
    listing = is_listing_place(walk)
    sessions = shows_sessions(walk)
    requirement = walk.requirement or level_requirement(walk)
    if (
        sessions
        and requirement is None
        and not (reads_as_work(text) or (in_works_part(walk) and looks_like_work(text)))
    ):
        for piece in (entry, *list_below(entry)):
            counted = (works or in_works_part(walk)) and read_counted_links(piece.text) is not None
            if counted or is_dated_work(piece.text) or (works and ends_with_venue(piece.text)):
                place_readings(walk, read_works(Entry(piece.text)))
            else:
                keep_links(walk, piece.text)
        return
    if not sessions and (
        not listing or (walk.habits.work_tables and not (looks_like_work(text) or leads_to_work(text)))
    ):
        keep_links(walk, text)  # beside tables of works a plain item is a remark
        return
    if (is_catalogue(words) or _names_meeting(words) or _is_address(text)) and not entry.children:
        keep_links(walk, text)
        return
    if walk.habits.works_parts >= SEVERAL_PARTS and requirement is None and _is_topic(walk, entry):
        walk.out.problems.append(Problem("SP801", text.span, repr(words[:QUOTED])))
        return
    told = tells_of_name(text)
    talk = told or is_prose(words) or is_instruction(words)
    if talk and (told or not title_links(text)) and requirement is None and not is_reference(text):
        keep_links(walk, text)
        if not text.links():
            walk.out.problems.append(Problem("SP801", text.span, repr(words[:QUOTED])))
        return
    if is_placeholder(words) and not text.links():
        return
    if FACT.match(words) and not looks_like_work(text):
        keep_links(walk, text)
        return
    if not sessions and is_deadline(words) and not looks_like_work(text) and read_deadlines(walk, text):
        return
    for piece in split_references(entry):
        place_readings(walk, read_works(piece, requirement=requirement or walk.soft_requirement))


SEVERAL_PARTS: Final = 2


def _is_topic(walk: Walk, entry: Entry) -> bool:
    """Tell a topic of a unit, on a page whose works stand below labels that say so: "References", "Readings"."""
    pieces = (entry, *list_below(entry))
    return not in_works_part(walk) and not any(piece.text.links() or looks_like_work(piece.text) for piece in pieces)


def _names_meeting(words: str) -> bool:
    """Tell a meeting by its name and year, and nothing else: a list of what to look through."""
    return len(words) < LONGEST_NAME and YEAR_END.search(words) is not None and is_venue(words.strip(" []"))


YEAR_END: Final = lazy_regex(r"(?:['’]\d\d|(?:19|20)\d\d)\W*$")
BARE_ADDRESS: Final = lazy_regex(r"<?https?://\S+>?")


def _is_address(text: Text) -> bool:
    """Tell the bare address of a page that keeps neither papers nor books."""
    found = BARE_ADDRESS.fullmatch(text.plain.strip())
    return found is not None and is_plain_page(found[0].strip("<>"))


def leads_to_work(text: Text) -> bool:
    """Tell a name of several words with a link to its paper behind it: "Looms at Scale [[pdf](…)]"."""
    first = next((start for anchor, start, end in text.links() if _is_paper(text.plain[start:end], anchor.href)), None)
    return first is not None and len(text.plain[:first].split()) >= LEAST_WORDS


def _is_paper(label: str, href: str | None) -> bool:
    named = link_label(label) in ("pdf", "arxiv", "doi") or label.strip(" []").casefold() in ("paper", "论文")
    return named or (link_label(label) is not None and WORK_HOSTS.match(href or "") is not None)


LEAST_WORDS: Final = 3
# How a sentence goes on behind its subject, e.g. " links lead to the library." · " means that …"
RUNS_ON: Final = lazy_regex(
    r"\s(?!(?:by|in|from|and|or|of|with|for|on|at|to|via|et|und|von)\s)[a-z]{2,20}\s[^:\n]{12,}[.!]\s*$"
)
LONGEST_NAME: Final = 40


def tells_of_name(text: Text) -> bool:
    """Tell a sentence on a name in bold ("**Open access** links lead to …") from a work that is named in bold."""
    first = next((run for run in text.runs if run.text.strip()), None)
    if first is None or not first.marks & Mark.BOLD or first.anchor is not None or len(first.text) > LONGEST_NAME:
        return False
    return RUNS_ON.match(text.plain, text.plain.find(first.text) + len(first.text.rstrip())) is not None


def split_references(entry: Entry) -> list[Entry]:
    """Cut an item before a line that begins a reference of its own, whose bullet was forgotten."""
    if "\n" not in entry.text.plain or entry.children:
        return [entry]
    pieces = cut_at_lines(entry.text, opens_reference)
    return [attrs.evolve(entry, text=piece) for piece in pieces] if len(pieces) > 1 else [entry]


def opens_reference(line: Text) -> bool:
    """Tell whether a line begins with people and a year: "Crockett, M. J. (2016). …"."""
    head = find_head(line.plain)
    return head is not None and head.sure and head.year is not None


NAMED_BEHIND: Final = lazy_regex(r"\s*,\s(?:[A-Z][\w&'-]{1,20}\s){1,4}(?:19|20)\d\d\W*")  # e.g. ", Acme DevConf 2021"


def is_dated_work(text: Text) -> bool:
    """Tell a work by where and when it appeared behind its linked title, or by its people before and a year behind."""
    links = title_links(text)
    if len(links) != 1 or (links[0][0].href or "#").startswith("#"):
        return False
    before, after = text.plain[: links[0][1]].strip(" ,:("), text.plain[links[0][2] :]
    if len(before) > 80 or len(after) > 60:
        return False
    venue = find_venue(after)
    if not before and venue is not None and venue.known and venue.year is not None:
        return True
    if not before and NAMED_BEHIND.fullmatch(after):
        return True
    return bool(re.search(r"[\s,(](?:19|20)\d\d\)?\W*$", after)) and score_people(before) > PEOPLE_ENOUGH


def reads_as_work(text: Text) -> bool:
    """Tell a work among the page's own links: its name is quoted or emphasised, with people or a year beside it."""
    italic = any(run.marks & Mark.ITALIC and len(run.text.strip()) > 8 for run in text.runs)
    quoted = re.search(r"[\"“][^\"”]{12,}[\"”]", text.plain)
    marked = (italic or bool(quoted)) and bool(title_links(text) or BESIDE.search(text.plain))
    return marked or is_book(text)


BESIDE: Final = lazy_regex(r"\bby\b|\((?:19|20)\d\d\)")


def is_book(text: Text) -> bool:
    """Tell a reference in full ("Lindgren, Bo. 2005. Looms. Mill Press") among a page's books, rules and people.

    The year must stand behind the people: a page's own dates do not. Behind a title in italics and its people it may
    end the words: "Bo Lindgren, *Looms*, Mill College, 2005".
    """
    if not YEAR.search(text.plain) or find_whens(text.plain):
        return False
    return is_reference(text) or (BOOK_YEAR.search(text.plain) is not None and names_work(text))


BOOK_YEAR: Final = lazy_regex(r"[,.(]\s?(?:1[5-9]|20)\d\d\)?[\s.,;]*$")


def same_day(one: When, other: When) -> bool:
    """Tell whether two dates name one day, years left aside."""
    return one.month == other.month and one.day == other.day and one.month is not None
