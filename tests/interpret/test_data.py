"""Data trees to raw records: each case is a file as people write them and what a careful reader puts down."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.document import Data, Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.data.data import find_sessions, interpret_data
from syllabus_parse.interpret.data.key_table import KEYS
from syllabus_parse.interpret.data.keys import BY_WORD, fold_data_key, read_key
from syllabus_parse.interpret.data.values import is_address
from syllabus_parse.interpret.records import RawLink, RawPerson, RawReading, RawSession, RawSyllabus
from syllabus_parse.normalize.dates import When
from syllabus_parse.readers.data_file import read
from syllabus_parse.readers.data_nodes import read_yaml
from syllabus_parse.source import Source


def interpret(text: str) -> RawSyllabus:
    """Read and interpret a data file written with the indent of the test."""
    document = read(Source(textwrap.dedent(text).lstrip("\n")))
    block = document.blocks[0]
    assert isinstance(block, Data)
    return interpret_data(block.root)


def day(when: When | None) -> str | None:
    """A date as far as it is stated: "2024-09-03", "9-3", "10-9/10-17"."""
    if when is None or when.day is None:
        return None
    words = "-".join(str(part) for part in (when.year, when.month, when.day) if part is not None)
    return words if when.end_day is None else f"{words}/{when.end_month}-{when.end_day}"


def links_of(links: list[RawLink]) -> list[tuple[str | None, str | None]]:
    return [(link.anchor.href if link.anchor else None, link.text.plain if link.text else None) for link in links]


def names(people: list[RawPerson]) -> list[str]:
    return [person.parsed + (f" ({person.affiliation})" if person.affiliation else "") for person in people]


def kept(**values: Any) -> dict[str, Any]:  # noqa: ANN401
    return {key: value for key, value in values.items() if value not in (None, [], (), "")}


def session_facts(session: RawSession) -> dict[str, Any]:
    times = session.times or session.when
    start = times.start_time.isoformat("minutes") if times is not None and times.start_time else None
    end = times.end_time.isoformat("minutes") if times is not None and times.end_time else None
    return kept(
        date=day(session.when),
        time="-".join(part for part in (start, end) if part),
        week=session.week,
        number=session.number,
        kind=session.kind,
        status=session.status,
        title="; ".join(title.plain for title in session.titles),
        section=[part.plain for part in session.section],
        people=names(session.presenters),
        place=session.location.plain if session.location else None,
        links=links_of(session.links),
        readings=[reading_facts(reading) for reading in session.readings],
        work=[(each.title.plain, each.event, day(each.when)) for each in session.assignments],
        notes=[note.plain for note in session.notes] + session.note_words,
    )


def reading_facts(reading: RawReading) -> dict[str, Any]:
    return kept(
        title=reading.title.plain,
        short=reading.short_name.plain if reading.short_name else None,
        authors=names(reading.authors),
        venue=reading.venue.name if reading.venue else None,
        year=reading.year,
        need=reading.requirement,
        kind=reading.kind,
        section=[part.plain for part in reading.section],
        links=links_of(reading.links),
        notes=[note.plain for note in reading.notes],
        tags=[tag.plain for tag in reading.tags],
    )


SESSIONS: list[tuple[str, str, list[dict[str, Any]]]] = [
    (
        "a plain schedule",
        """
        - date: 2024-09-03
          title: Introduction
          slides: slides/01.pdf
        - date: 2024-09-05
          title: Maps and Sets
        """,
        [
            {"date": "2024-9-3", "title": "Introduction", "links": [("slides/01.pdf", "slides")]},
            {"date": "2024-9-5", "title": "Maps and Sets"},
        ],
    ),
    (
        "links with words, and by name",
        """
        - date: 9/3
          topic: Hashing
          links:
            - text: Video
              url: https://v.org/1.mp4
            - name: Demo
              link: demo/
            - notes: n1.html
          code: https://github.com/x/y
        """,
        [
            {
                "date": "9-3",
                "title": "Hashing",
                "links": [
                    ("https://v.org/1.mp4", "Video"),
                    ("demo/", "Demo"),
                    ("n1.html", "notes"),
                    ("https://github.com/x/y", "code"),
                ],
            }
        ],
    ),
    (
        "readings with authors and years",
        """
        - date: 9/3
          title: Parsing
          reading:
            - author: Knuth (1965)
              title: On the Translation of Languages from Left to Right
              url: https://k.org/lr.pdf
            - author: Aho and Ullman (1972)
              title: The Theory of Parsing, Chapter 5
              optional: true
        """,
        [
            {
                "date": "9-3",
                "title": "Parsing",
                "readings": [
                    {
                        "title": "On the Translation of Languages from Left to Right",
                        "authors": ["Knuth"],
                        "year": 1965,
                        "links": [("https://k.org/lr.pdf", None)],
                    },
                    {
                        "title": "The Theory of Parsing, Chapter 5",
                        "authors": ["Aho", "Ullman"],
                        "year": 1972,
                        "need": "optional",
                        "kind": "chapter",
                    },
                ],
            }
        ],
    ),
    (
        "readings as words, required and optional",
        """
        - date: Jan 9
          title: File systems
          required: "[A Fast File System](ffs.pdf)"
          optional_readings:
            - The Design of a Log-Structured File System
        """,
        [
            {
                "date": "1-9",
                "title": "File systems",
                "readings": [
                    {"title": "A Fast File System", "need": "required", "links": [("ffs.pdf", "A Fast File System")]},
                    {"title": "The Design of a Log-Structured File System", "need": "optional"},
                ],
            }
        ],
    ),
    (
        "readings grouped below one key",
        """
        - date: Jan 9
          title: File systems
          readings:
            required: [{title: LFS, url: lfs.pdf}]
            further:
              - ZFS
        """,
        [
            {
                "date": "1-9",
                "title": "File systems",
                "readings": [
                    {"title": "LFS", "need": "required", "links": [("lfs.pdf", None)]},
                    {"title": "ZFS", "need": "optional"},
                ],
            }
        ],
    ),
    (
        "names of papers as keys of their addresses",
        """
        - date: 1/9
          title: Time
          papers:
            Time, Clocks, and the Ordering of Events: https://t.org/clocks.pdf
        """,
        [
            {
                "date": "1-9",
                "title": "Time",
                "readings": [
                    {
                        "title": "Time, Clocks, and the Ordering of Events",
                        "links": [("https://t.org/clocks.pdf", "Time, Clocks, and the Ordering of Events")],
                    }
                ],
            }
        ],
    ),
    (
        "a reading group: one paper a meeting",
        """
        sessions:
          - date: "10/05/2017"
            presenter: "Ada Byron"
            title: "Notes on the Engine"
            authors: "Charles Babbage, Luigi Menabrea"
            venue: "SOSP '17"
            link: "https://e.org/notes.pdf"
        """,
        [
            {
                "date": "2017-10-5",
                "kind": "discussion",
                "people": ["Ada Byron"],
                "readings": [
                    {
                        "title": "Notes on the Engine",
                        "authors": ["Charles Babbage", "Luigi Menabrea"],
                        "venue": "SOSP",
                        "year": 2017,
                        "links": [("https://e.org/notes.pdf", None)],
                    }
                ],
            }
        ],
    ),
    (
        "a link whose target was lost",
        """
        - date: 10/12
          presenter: Grace Hopper
          title: A Compiler of Routines
          authors: G. Hopper
          venue: OSDI '16
          link: (Link)
        """,
        [
            {
                "date": "10-12",
                "kind": "discussion",
                "people": ["Grace Hopper"],
                "readings": [
                    {
                        "title": "A Compiler of Routines",
                        "authors": ["G. Hopper"],
                        "venue": "OSDI",
                        "year": 2016,
                        "links": [(None, "(Link)")],
                    }
                ],
            }
        ],
    ),
    (
        "papers below a presenter",
        """
        - date: 2/22/19
          presenter: Andrew Roe
          papers:
            - paper: Agency plus Automation
              authors: Jeff Heer
              link: https://p.org/1844.pdf
        """,
        [
            {
                "date": "2019-2-22",
                "kind": "discussion",
                "people": ["Andrew Roe"],
                "readings": [
                    {
                        "title": "Agency plus Automation",
                        "authors": ["Jeff Heer"],
                        "links": [("https://p.org/1844.pdf", None)],
                    }
                ],
            }
        ],
    ),
    (
        "one paper under its own key",
        """
        - {date: 1/9, presenter: [Bob Lo, Eve Ma], paper: Simplified Data Processing, url: mr.pdf, slides: s.pdf}
        """,
        [
            {
                "date": "1-9",
                "kind": "discussion",
                "people": ["Bob Lo", "Eve Ma"],
                "readings": [{"title": "Simplified Data Processing", "links": [("mr.pdf", None)]}],
                "links": [("s.pdf", "slides")],
            }
        ],
    ),
    (
        "modules hold lectures",
        """
        modules:
          - title: Fundamentals
            lectures:
              - {date: 1/23, title: Disks}
              - {date: 1/25, title: RAID}
          - name: Modern Storage
            lectures:
              - {date: 1/30, title: Flash}
        """,
        [
            {"date": "1-23", "title": "Disks", "section": ["Fundamentals"]},
            {"date": "1-25", "title": "RAID", "section": ["Fundamentals"]},
            {"date": "1-30", "title": "Flash", "section": ["Modern Storage"]},
        ],
    ),
    (
        "a module named by each lecture",
        """
        - {date: 1/23, title: Disks, module: Storage}
        - {date: 1/25, title: Links, unit: Networks}
        """,
        [
            {"date": "1-23", "title": "Disks", "section": ["Storage"]},
            {"date": "1-25", "title": "Links", "section": ["Networks"]},
        ],
    ),
    (
        "parts of a page are no sections",
        """
        past:
          - {date: 1/23, title: Disks}
        upcoming:
          - {date: 1/25, title: RAID}
        """,
        [{"date": "1-23", "title": "Disks"}, {"date": "1-25", "title": "RAID"}],
    ),
    (
        "weeks as keys",
        """
        week1:
          - {date: Mon 9/2, title: Intro}
          - {date: Wed 9/4, title: Maps}
        week_2:
          - {date: Mon 9/9, title: Sets}
        """,
        [
            {"date": "9-2", "week": 1, "title": "Intro"},
            {"date": "9-4", "week": 1, "title": "Maps"},
            {"date": "9-9", "week": 2, "title": "Sets"},
        ],
    ),
    (
        "weeks that hold days",
        """
        - week: 1
          days:
            - {date: 9/2, title: Intro}
            - {date: 9/4, title: Maps}
        """,
        [{"date": "9-2", "week": 1, "title": "Intro"}, {"date": "9-4", "week": 1, "title": "Maps"}],
    ),
    (
        "a blank week is the week above",
        """
        - {week: 1, date: 9/2, title: Intro}
        - {week: , date: 9/4, title: Maps}
        - {week: 2, date: 9/9, title: Sets}
        """,
        [
            {"date": "9-2", "week": 1, "title": "Intro"},
            {"date": "9-4", "week": 1, "title": "Maps"},
            {"date": "9-9", "week": 2, "title": "Sets"},
        ],
    ),
    (
        "weeks without dates",
        """
        - {week: 1, topic: Intro}
        - {week: 2, topic: Maps}
        """,
        [{"week": 1, "title": "Intro"}, {"week": 2, "title": "Maps"}],
    ),
    (
        "days as keys",
        """
        "9/3": {title: Intro, slides: 1.pdf}
        "9/5": {title: Maps}
        """,
        [{"date": "9-3", "title": "Intro", "links": [("1.pdf", "slides")]}, {"date": "9-5", "title": "Maps"}],
    ),
    (
        "lecture numbers",
        """
        - {lecture: 1, date: 1/8, title: Overview}
        - {number: L2, date: 1/10, title: Scaling}
        - {no: "03", date: 1/12, title: Caches}
        """,
        [
            {"date": "1-8", "number": "1", "title": "Overview"},
            {"date": "1-10", "number": "L2", "title": "Scaling"},
            {"date": "1-12", "number": "03", "title": "Caches"},
        ],
    ),
    (
        "types of sessions",
        """
        - {date: 1/8, type: lecture, title: Overview}
        - {date: 1/15, type: holiday, title: MLK Day}
        - {date: 1/16, event: Exam, title: Midterm 1}
        - {date: 1/18, kind: lab, title: Shell}
        - {date: 1/19, title: Spring Break}
        - {date: 1/20, title: Project Presentations}
        """,
        [
            {"date": "1-8", "kind": "lecture", "title": "Overview"},
            {"date": "1-15", "kind": "holiday", "title": "MLK Day"},
            {"date": "1-16", "kind": "exam", "title": "Midterm 1"},
            {"date": "1-18", "kind": "lab", "title": "Shell"},
            {"date": "1-19", "kind": "holiday", "title": "Spring Break"},
            {"date": "1-20", "kind": "presentation", "title": "Project Presentations"},
        ],
    ),
    (
        "ranges, several days, no day yet",
        """
        - {start_date: 10/9, end_date: 10/17, title: Fall Break}
        - {date: [Oct 3, Oct 10], title: Reports}
        - {date: TBD, title: Final Exam}
        """,
        [
            {"date": "10-9/10-17", "kind": "holiday", "title": "Fall Break"},
            {"date": "10-3", "title": "Reports"},
            {"date": "10-10", "title": "Reports"},
            {"kind": "exam", "status": "tbd", "title": "Final Exam"},
        ],
    ),
    (
        "times and rooms",
        """
        - {date: 2024-10-20, time: "3:00pm - 4:15pm", room: Gates B01, title: Caches}
        - {date: 2024-10-22T10:00:00, title: Pipelines}
        - {date: 2024-10-24, start: "14:00", end: "15:30", title: Branches}
        """,
        [
            {"date": "2024-10-20", "time": "15:00-16:15", "title": "Caches", "place": "Gates B01"},
            {"date": "2024-10-22", "time": "10:00", "title": "Pipelines"},
            {"date": "2024-10-24", "time": "14:00-15:30", "title": "Branches"},
        ],
    ),
    (
        "people",
        """
        - date: 1/8
          title: Overview
          speakers:
            - {name: Ann Li, affiliation: MIT, url: "https://ann.li"}
            - Bob Roe (Acme)
        - {date: 1/10, title: Next, presenter: TBA}
        """,
        [
            {
                "date": "1-8",
                "title": "Overview",
                "people": ["Ann Li (MIT)", "Bob Roe (Acme)"],
                "links": [("https://ann.li", "Ann Li")],
            },
            {"date": "1-10", "title": "Next"},
        ],
    ),
    (
        "homework",
        """
        - date: 1/8
          title: Overview
          homework: HW1
        - date: 1/10
          title: Next
          due: HW1
        - date: 1/12
          title: Last
          assignment: {name: HW 2, url: hw2.pdf, out: 1/12, due: 1/19}
        - date: 1/14
          title: Deadlines in notes
          note: HW3 due; Proposal due (1/15 10:00pm)
        - date: 1/16
          title: A day for the homework
          hw: Lab 4
          due_date: 1/20
        """,
        [
            {"date": "1-8", "title": "Overview", "work": [("HW1", "out", None)]},
            {"date": "1-10", "title": "Next", "work": [("HW1", "due", None)]},
            {"date": "1-12", "title": "Last", "work": [("HW 2", "out", "1-12"), ("HW 2", "due", "1-19")]},
            {
                "date": "1-14",
                "title": "Deadlines in notes",
                "work": [("HW3", "due", None), ("Proposal", "due", "1-15")],
            },
            {"date": "1-16", "title": "A day for the homework", "work": [("Lab 4", "due", "1-20")]},
        ],
    ),
    (
        "a milestone alone is a session",
        """
        - {date: 1/8, title: Overview}
        - {date: 5/2, note: Project Report due}
        """,
        [
            {"date": "1-8", "title": "Overview"},
            {"date": "5-2", "kind": "project", "title": "Project Report due"},
        ],
    ),
    (
        "words under unknown keys are notes",
        """
        - date: 9/1
          title: Intro
          mood: Bring coffee.
          hidden: false
          nested: {a: One, c: "https://z.org/x"}
        """,
        [{"date": "9-1", "title": "Intro", "links": [("https://z.org/x", "c")], "notes": ["Bring coffee.", "One"]}],
    ),
    (
        "topics are the title, or remarks below it",
        """
        - {date: 9/1, topics: [Heaps, Stacks]}
        - {date: 9/3, title: Trees, topics: [Rotation, Balance]}
        """,
        [
            {"date": "9-1", "title": "Heaps; Stacks"},
            {"date": "9-3", "title": "Trees", "notes": ["Rotation", "Balance"]},
        ],
    ),
    (
        "markup in values",
        """
        - date: 1/16
          title: >
            Week 1 <strong>Course Introduction</strong> <a href="w1_slides.pdf">[slides]</a>
          readings:
            - <a href="https://a.org/1.pdf">Representation&#58; A Review</a> <br/>
        """,
        [
            {
                "date": "1-16",
                "week": 1,
                "title": "Course Introduction",
                "links": [("w1_slides.pdf", "[slides]")],
                "readings": [
                    {
                        "title": "Representation: A Review",
                        "links": [("https://a.org/1.pdf", "Representation: A Review")],
                    }
                ],
            }
        ],
    ),
    (
        "a topic that is a link",
        """
        - date: 1/10
          title: "[Scaling Laws](scaling.html)"
        - date: 1/12
          title: Caches
          url: caches.html
        """,
        [
            {"date": "1-10", "title": "Scaling Laws", "links": [("scaling.html", "Scaling Laws")]},
            {"date": "1-12", "title": "Caches", "links": [("caches.html", None)]},
        ],
    ),
    (
        "works among the slides",
        """
        - date: 1/18
          topic: Integer Programming
          slides:
            - {url: "https://arxiv.org/abs/2001.01818", title: "Planning for Social Good: A Survey"}
            - {url: lec2.pdf, title: Basics of Integer Programming}
            - {url: "https://docs.google.com/presentation/d/1x/edit", title: Guest Lecture by Ann Li}
        """,
        [
            {
                "date": "1-18",
                "title": "Integer Programming",
                "links": [
                    ("lec2.pdf", "Basics of Integer Programming"),
                    ("https://docs.google.com/presentation/d/1x/edit", "Guest Lecture by Ann Li"),
                ],
                "readings": [
                    {
                        "title": "Planning for Social Good: A Survey",
                        "links": [("https://arxiv.org/abs/2001.01818", None)],
                    }
                ],
            }
        ],
    ),
    (
        "a table written as JSON",
        """
        {"rows": [
          {"Date": "9/4", "Topic": "Intro", "Reading": "Chapter 1", "Slides": "https://s.org/1.pdf",
           "Assignments Due": "HW 1"},
          {"Date": "9/6", "Topic": "Trees", "Reading": "", "Slides": "", "Assignments Due": ""}
        ]}
        """,
        [
            {
                "date": "9-4",
                "title": "Intro",
                "links": [("https://s.org/1.pdf", "Slides")],
                "readings": [{"title": "Chapter 1", "kind": "chapter"}],
                "work": [("HW 1", "due", None)],
            },
            {"date": "9-6", "title": "Trees"},
        ],
    ),
    (
        "other languages",
        """
        - {Datum: 3.9.2024, Thema: Einführung, Folien: f1.pdf}
        - {fecha: 5/9/2024, tema: Mapas, lectura: Capítulo 2}
        """,
        [
            {"date": "2024-9-3", "title": "Einführung", "links": [("f1.pdf", "Folien")]},
            {
                "date": "2024-5-9",
                "title": "Mapas",
                "readings": [{"title": "Capítulo 2", "kind": "chapter"}],
            },
        ],
    ),
    (
        "empty entries are none",
        """
        - {date: , title: }
        - {date: 9/4, title: }
        - {date: 9/6, title: Trees, slides: , reading: none}
        """,
        [{"date": "9-4"}, {"date": "9-6", "title": "Trees"}],
    ),
    (
        "a day with several events",
        """
        - date: 1/9
          events:
            - {name: Lecture 1, title: Hello, slides: a.pdf}
            - {type: lab, title: Shell}
        """,
        [
            {"date": "1-9", "number": "1", "title": "Hello", "links": [("a.pdf", "slides")]},
            {"date": "1-9", "kind": "lab", "title": "Shell"},
        ],
    ),
    (
        "constants of a script",
        """
        const NONE = {};
        export const lectures = [
          { date: '9/3', title: 'Intro', slides: "01.pdf", },
          // { date: '9/4', title: 'Cut' },
        ];
        """,
        [{"date": "9-3", "title": "Intro", "links": [("01.pdf", "slides")]}],
    ),
    (
        "themes beside titles group, types name people, main and suggested readings",
        """
        schedule:
          - number: 1
            title: Course overview
            theme: Learning
            kind: Lecture (Ann Li, Bob Roe)
            date: 2024-01-16T15:30
            main:
              - {url: "https://arxiv.org/abs/2108.07732", title: Evaluating Language Models}
            suggested:
              - {url: "https://l.org/laws.pdf", title: Scaling Laws}
          - number: 2
            title: Spring break
            theme: Spring break
            kind: Spring break
            date: 2024-03-05T15:30
            main:
              - {url: "https://arxiv.org", title: N/A}
        """,
        [
            {
                "date": "2024-1-16",
                "time": "15:30",
                "number": "1",
                "kind": "lecture",
                "title": "Course overview",
                "section": ["Learning"],
                "people": ["Ann Li", "Bob Roe"],
                "readings": [
                    {
                        "title": "Evaluating Language Models",
                        "links": [("https://arxiv.org/abs/2108.07732", None)],
                    },
                    {"title": "Scaling Laws", "need": "optional", "links": [("https://l.org/laws.pdf", None)]},
                ],
            },
            {"date": "2024-3-5", "time": "15:30", "number": "2", "kind": "holiday", "title": "Spring break"},
        ],
    ),
    (
        "month and day apart",
        """
        - {month: 1, day: 21, date: "2020-01-21 08:30", meeting: L0, topic: Warmup}
        - {month: 3, day: 6, topic: Bits}
        - {month: March, day: 9, topic: Bytes}
        """,
        [
            {"date": "2020-1-21", "time": "08:30", "number": "L0", "title": "Warmup"},
            {"date": "3-6", "title": "Bits"},
            {"date": "3-9", "title": "Bytes"},
        ],
    ),
    (
        "days off",
        """
        - {date: "Monday, Jan 6", name: Introduction, image: i.jpg}
        - {date: "Monday, Jan 20", name: King Day, dayoff: true}
        - {date: "Monday, Jan 27", name: TBD, holiday: false}
        - {date: "Monday, Feb 3", holiday: Founders Day}
        """,
        [
            {"date": "1-6", "title": "Introduction"},
            {"date": "1-20", "kind": "holiday", "title": "King Day"},
            {"date": "1-27"},
            {"date": "2-3", "kind": "holiday", "title": "Founders Day"},
        ],
    ),
    (
        "a list of days off",
        """
        no_class:
          - {date: 2026-09-07, reason: Labor Day}
        """,
        [{"date": "2026-9-7", "kind": "holiday", "title": "Labor Day"}],
    ),
    (
        "topics in place of weeks, notes that are files",
        """
        - week: Introduction
          notes:
            - Course Introduction: 01/intro.pdf
          readings:
            - Pro Git: https://git-scm.com/book/en/v2
        - break: Reading Week
        - week:
        - week: Validation
        """,
        [
            {
                "title": "Introduction",
                "links": [("01/intro.pdf", "Course Introduction")],
                "readings": [{"title": "Pro Git", "links": [("https://git-scm.com/book/en/v2", "Pro Git")]}],
            },
            {"kind": "holiday", "title": "Reading Week"},
            {"title": "Validation"},
        ],
    ),
    (
        "weeks with their labs",
        """
        - week: 1
          rows: 3
          labs:
            - {name: Shell, link: lab/lab01, released: true}
          days:
            - day: 2023-08-23
              lecture_topic: Intro
              lecture_links: [{name: slides, link: s.pdf}]
              assignments:
                - {title: "HW0: A Crash Course (due 8/25)", link: /hw/hw0, rows: 1}
        """,
        [
            {"week": 1, "kind": "lab", "title": "Shell", "links": [("lab/lab01", None)]},
            {
                "date": "2023-8-23",
                "week": 1,
                "title": "Intro",
                "links": [("s.pdf", "slides")],
                "work": [("HW0: A Crash Course", "due", "8-25")],
            },
        ],
    ),
    (
        "keys that name their owner, and a week with a title",
        """
        - week: week1
          weektitle: Ethics
          days:
            - date: Tuesday, September 1
              title: TCP/IP
              recommended:
                - paper-title: The Security Mindset
                  paper-link: https://s.org/mindset.pdf
                  paper-author: Bruce Schneier
                  paper-published: USENIX Security
                  paper-year: 2008
        """,
        [
            {
                "date": "9-1",
                "week": 1,
                "title": "TCP/IP",
                "section": ["Ethics"],
                "readings": [
                    {
                        "title": "The Security Mindset",
                        "authors": ["Bruce Schneier"],
                        "venue": "USENIX Security",
                        "year": 2008,
                        "need": "optional",
                        "links": [("https://s.org/mindset.pdf", None)],
                    }
                ],
            }
        ],
    ),
    (
        "a topic of the lecture and one of its discussion; types that a template set",
        """
        - unit: Storage
          sessions:
            - {date: M 02/13, lecture-topic: Consistency, reading-topic: Clocks, slides: L3-consistency, type: lecture}
            - {date: F 02/24, lecture-topic: Project proposals due, reading-topic: , type: exam}
            - {date: M 03/20, lecture-topic: Spring Break, type: noclass}
            - {date: TBD, lecture-topic: , reading-topic: Project presentation, type: exam}
        """,
        [
            {
                "date": "2-13",
                "kind": "lecture",
                "title": "Consistency",
                "section": ["Storage"],
                "links": [(None, "L3-consistency")],
                "notes": ["Clocks"],
            },
            {"date": "2-24", "kind": "project", "title": "Project proposals due", "section": ["Storage"]},
            {"date": "3-20", "kind": "holiday", "title": "Spring Break", "section": ["Storage"]},
            {"kind": "presentation", "status": "tbd", "title": "Project presentation", "section": ["Storage"]},
        ],
    ),
    (
        "beginnings and ends, breaks apart",
        """
        lectures:
          - start: 2023-09-05T10:00:00-04:00
            end: 2023-09-05T10:50:00-04:00
            topic: What is a System?
            slides: {pdf_file: lectures/L01.pdf}
        breaks:
          - {type: break, label: Fall Break, start: 2023-10-14T00:00:00-04:00, end: 2023-10-22T23:59:59-04:00}
        """,
        [
            {
                "date": "2023-9-5",
                "time": "10:00-10:50",
                "title": "What is a System?",
                "links": [("lectures/L01.pdf", "slides")],
            },
            {"date": "2023-10-14/10-22", "kind": "holiday", "title": "Fall Break"},
        ],
    ),
    (
        "topics with their links, chapters below them",
        """
        - date: [9/15]
          subjects:
            - {title: "**Deep learning**", link: "https://l.org/1.pdf"}
          sections:
            - {title: Chapter 5, link: ""}
          assignment: []
        """,
        [
            {
                "date": "9-15",
                "title": "Deep learning",
                "links": [("https://l.org/1.pdf", "Deep learning")],
                "notes": ["Chapter 5"],
            }
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SESSIONS], ids=[case[0] for case in SESSIONS])
def test_sessions(text: str, expected: list[dict[str, Any]]) -> None:
    made = interpret(text)
    assert [session_facts(session) for session in made.sessions] == expected
    assert made.readings == []


READINGS: list[tuple[str, str, list[dict[str, Any]]]] = [
    (
        "a bibliography",
        """
        - title: "Bigtable: A Distributed Storage System"
          authors: Fay Chang, Jeffrey Dean
          venue: OSDI
          year: "2006"
          category: storage
          required: true
        - title: The Hadoop File System
          authors: [Konstantin Shvachko, Hairong Kuang]
          venue: ""
          year: 2010
          category: storage
          required: false
        """,
        [
            {
                "title": "Bigtable: A Distributed Storage System",
                "authors": ["Fay Chang", "Jeffrey Dean"],
                "venue": "OSDI",
                "year": 2006,
                "need": "required",
                "section": ["storage"],
            },
            {
                "title": "The Hadoop File System",
                "authors": ["Konstantin Shvachko", "Hairong Kuang"],
                "year": 2010,
                "need": "optional",
                "section": ["storage"],
            },
        ],
    ),
    (
        "groups as keys",
        """
        Storage:
          - {title: GFS, authors: Ghemawat et al., pdf: gfs.pdf}
        Consensus:
          required:
            - {title: Paxos Made Simple, author: Leslie Lamport}
          optional:
            - {title: Raft, author: Diego Ongaro; John Ousterhout}
        """,
        [
            {"title": "GFS", "authors": ["Ghemawat"], "section": ["Storage"], "links": [("gfs.pdf", "pdf")]},
            {
                "title": "Paxos Made Simple",
                "authors": ["Leslie Lamport"],
                "need": "required",
                "section": ["Consensus"],
            },
            {
                "title": "Raft",
                "authors": ["Diego Ongaro", "John Ousterhout"],
                "need": "optional",
                "section": ["Consensus"],
            },
        ],
    ),
    (
        "topics with papers and no days are a list of works",
        """
        - topic: Replication
          papers:
            - Chain Replication
            - "[Dynamo](d.pdf)"
        """,
        [
            {"title": "Chain Replication", "section": ["Replication"]},
            {"title": "Dynamo", "section": ["Replication"], "links": [("d.pdf", "Dynamo")]},
        ],
    ),
    (
        "identifiers become addresses",
        """
        - {title: Attention, authors: A. Vaswani, arxiv: 1706.03762}
        - {title: Clocks, authors: L. Lamport, doi: 10.1145/359545.359563, year: 1978}
        """,
        [
            {"title": "Attention", "authors": ["A. Vaswani"], "links": [("https://arxiv.org/abs/1706.03762", "arxiv")]},
            {
                "title": "Clocks",
                "authors": ["L. Lamport"],
                "year": 1978,
                "links": [("https://doi.org/10.1145/359545.359563", "doi")],
            },
        ],
    ),
    (
        "what else is said of a work",
        """
        - title: MapReduce
          author: J. Dean
          publisher: USENIX
          comments: Read section 3.
          tags: [classic]
          short_name: MR
        """,
        [
            {
                "title": "MapReduce",
                "short": "MR",
                "authors": ["J. Dean"],
                "notes": ["USENIX", "Read section 3."],
                "tags": ["classic"],
            }
        ],
    ),
    (
        "quotes inside a title stay",
        """
        - {title: '"Game of Thrones": When Models Compete', url: "https://g.org/got.pdf"}
        - {title: Cloud Atlas, url: "https://g.org/ca.pdf"}
        """,
        [
            {
                "title": '"Game of Thrones": When Models Compete',
                "links": [("https://g.org/got.pdf", None)],
            },
            {"title": "Cloud Atlas", "links": [("https://g.org/ca.pdf", None)]},
        ],
    ),
    (
        "a placeholder is no work",
        """
        - {title: "????", authors: "??", venue: ""}
        - {title: Dryad, authors: M. Isard}
        """,
        [{"title": "Dryad", "authors": ["M. Isard"]}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in READINGS], ids=[case[0] for case in READINGS])
def test_readings(text: str, expected: list[dict[str, Any]]) -> None:
    made = interpret(text)
    assert [reading_facts(reading) for reading in made.readings] == expected
    assert made.sessions == []


def test_course_facts_of_a_data_file() -> None:
    made = interpret(
        """
        title: Advanced Storage
        code: CS 739
        semester: Spring 2024
        university: Example University
        staff:
          - {name: Jane Roe, office: "12"}
        lectures:
          - {date: 1/23, title: Disks}
        """
    )
    assert made.course.title is not None
    assert made.course.title.plain == "Advanced Storage"
    assert made.course.code is not None
    assert made.course.code.plain == "CS 739"
    assert made.course.institution is not None
    assert "Spring 2024" in [clue.text.plain for clue in made.clues]
    assert [session_facts(session) for session in made.sessions] == [{"date": "1-23", "title": "Disks"}]


def test_front_matter_gives_lists_and_clues_and_nothing_of_the_page() -> None:
    meta, _ = read_yaml(
        textwrap.dedent(
            """
            layout: page
            title: Schedule
            permalink: /schedule/
            semester: Fall 2017
            first_date: 2017-08-31
            nav:
              - {title: Home, url: /}
            authors:
              - {name: Jane Roe}
            sessions:
              - {date: 8/31, title: Hello}
            """
        )
    )
    assert isinstance(meta, Mapping)
    made = find_sessions(meta)
    assert [session_facts(session) for session in made.sessions] == [{"date": "8-31", "title": "Hello"}]
    assert made.readings == []
    assert made.links == []
    assert made.problems == []
    assert made.course.title is None
    assert {"Fall 2017", "2017-08-31"} <= {clue.text.plain for clue in made.clues}


@pytest.mark.parametrize(
    "text",
    [
        "title: Schedule\nlayout: page\nauthor: {name: Jane}\nnav: [{title: A, url: /a}]\n",
        "title: x\ntags: [a, b]\ncategories: [c]\n",
        "defaults:\n  - scope: {path: ''}\n    values: {layout: page}\n",
        "links:\n  - {title: Canvas, url: 'https://c.org'}\n",
    ],
)
def test_front_matter_without_a_schedule_gives_no_records(text: str) -> None:
    meta, _ = read_yaml(text)
    assert isinstance(meta, Mapping)
    made = find_sessions(meta)
    assert (made.sessions, made.readings) == ([], [])


def test_links_of_a_course_are_links_of_the_page() -> None:
    made = interpret(
        """
        resources:
          - {title: Book, url: "https://b.org"}
        lectures:
          - {date: 1/2, title: A}
        """
    )
    assert links_of(made.links) == [("https://b.org", "Book")]


def test_words_at_the_top_are_quoted_in_a_problem() -> None:
    made = interpret("greeting: Welcome to all of you\nlectures:\n  - {date: 1/2, title: A}\n")
    assert [(problem.code, "Welcome" in problem.detail) for problem in made.problems] == [("SP801", True)]


KEY_CASES = [
    ("Slides URL", "link"),
    ("slidesUrl", "link"),
    ("optional_readings", "optional"),
    ("paper2", "reading"),
    ("Due-Date", "due"),
    ("Thema", "title"),
    ("same_line", "ignored"),
    ("gizmo", "unknown"),
    ("", "unknown"),
    ("a" * 300, "unknown"),
]


@pytest.mark.parametrize(("key", "role"), KEY_CASES)
def test_keys(key: str, role: str) -> None:
    assert read_key(key).role == role


def test_every_word_of_the_table_is_in_its_folded_form() -> None:
    assert {word for word in BY_WORD if fold_data_key(word) != word} == set()
    assert sum(len(words.split("|")) for words, _ in KEYS) > 600


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("https://x.org/a b.pdf", True),
        ("/slides/1.pdf", True),
        ("01 Introduction.pdf", True),
        ("stack-decoder/", True),
        ("www.x.org", True),
        ("{{ site.baseurl }}/a.pdf", True),
        ("notes.html#top", True),
        ("9/3", False),
        ("TBD", False),
        ("(Link)", False),
        ("Client/server systems", False),
        ("TCP/IP", False),
        ("N/A", False),
        ("e.g. this one", False),
        ("Read 3.2", False),
        ("Intro to C++", False),
        ("", False),
    ],
)
def test_addresses(words: str, expected: bool) -> None:
    assert is_address(words) is expected


# -- nothing raises, nothing is lost -------------------------------------------------------------

KEY_WORDS = [*sorted({words.split("|")[0] for words, _ in KEYS}), "x1", "9/3", "week 2", "Lecture 3", ""]
VALUES = st.sampled_from(
    [
        "9/3",
        "2024-09-03T10:00",
        "Maps",
        "https://x.org/a.pdf",
        "(Link)",
        "TBD",
        "true",
        "",
        "~",
        "Knuth (1965)",
        "HW1 due 9/4",
        "[a](b.pdf) and [c](d.pdf)",
        "3",
        "a; b",
        "OSDI '16",
        "Week 3",
        "10:00-11:00",
        "\u2028",
        "no class",
        "*x* <b>y</b>",
    ]
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEY_WORDS), inner, max_size=5),
    max_leaves=14,
)


@given(TREES)
def test_no_tree_raises(tree: object) -> None:
    import json

    document = read(Source(json.dumps(tree)))
    for block in document.blocks:
        if isinstance(block, Data):
            made = interpret_data(block.root)
            for session in made.sessions:
                assert isinstance(session_facts(session), dict)
            if isinstance(block.root, Mapping):
                find_sessions(block.root)


def leaves(node: Node) -> list[Text]:
    if isinstance(node, Scalar):
        return [node.text]
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return [text for item in inner for text in leaves(item)]


def test_a_deep_tree_comes_back() -> None:
    made = interpret("[" * 99 + "{date: 9/3, title: Maps}" + "]" * 99)
    assert [session_facts(session) for session in made.sessions] == [{"date": "9-3", "title": "Maps"}]


def test_a_long_list_comes_back() -> None:
    made = interpret("".join(f"- {{date: 9/{n % 28 + 1}, title: T{n}}}\n" for n in range(3000)))
    assert len(made.sessions) == 3000
