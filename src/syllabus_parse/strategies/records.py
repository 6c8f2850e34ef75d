"""Strategies for sessions and whole syllabi."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

import attrs
from hypothesis import strategies as st

from syllabus_parse.diagnostics import UnknownDialectError
from syllabus_parse.model import Assignment, AssignmentEvent, Course, Origin, Session, Syllabus, Term
from syllabus_parse.rendering.limits import EXPRESSIBLE
from syllabus_parse.strategies import words as w
from syllabus_parse.strategies.values import links, people, pick, readings, topics

# When a term begins at the earliest, as (month, day): its days lie in the 70 behind.
TERMS: Final[tuple[tuple[Term, int, int], ...]] = (("autumn", 9, 2), ("spring", 1, 20), ("summer", 6, 10))
FIELDS: Final = tuple(name for name in EXPRESSIBLE["yaml"])
"""All fields that any dialect can say."""
EVENTS: Final[tuple[AssignmentEvent, ...]] = ("due", "out")
HOURS: Final = ((None, None), (dt.time(9, 15), dt.time(11)), (dt.time(15), dt.time(17)), (dt.time(13), None))


_EXTRAS: Final = st.integers(0, 63)
_GAPS: Final = st.integers(1, 14)
_YEARS: Final = st.integers(2012, 2030)
_HABITS: Final = st.integers(0, 7)


def sessions(
    *,
    date: dt.date | None = None,
    fields: tuple[str, ...] = FIELDS,
    accents: bool = False,
    signs: bool = False,
) -> st.SearchStrategy[Session]:
    """Draw a session on a day, with those of the `fields` of `EXPRESSIBLE` that chance gives it.

    >>> from hypothesis import find
    >>> find(sessions(), lambda session: bool(session.readings)).readings[0].title
    'Quiet Kettles'
    """
    made = _sessions(fields, accents, signs)
    return made if date is None else made.map(lambda session: put_on(session, date))


def put_on(session: Session, date: dt.date) -> Session:
    """Put a session and its homework on a day."""
    return attrs.evolve(
        session, date=date, assignments=tuple(attrs.evolve(work, date=date) for work in session.assignments)
    )


@lru_cache
@st.composite
def _sessions(draw: st.DrawFn, fields: tuple[str, ...], accents: bool, signs: bool) -> Session:
    kind, said = draw(pick(w.KINDS if "session.kind" in fields else w.KINDS[:1]))
    topic = draw(topics(accents=accents, signs=signs))
    # One choice for all that is rare: each draw costs as much as a parser's look at a short line.
    extra = draw(_EXTRAS)
    count = draw(pick((0, 1, 2)))  # drawn by all kinds: else what draws less would pass for the simplest
    if said is not None:
        return Session(kind=kind, title=said)
    start, end = draw(pick(HOURS)) if extra & 1 else (None, None)
    works = readings(accents=accents, signs=signs, linked="reading.links" in fields)
    found = [draw(works) for _ in range(count)]
    needed = draw(pick((None, "required", "optional"))) if found else None
    who = people(accents=accents, affiliations="person.affiliation of presenters" in fields)
    return Session(
        start_time=start,
        end_time=end,
        kind=kind,
        title=topic,
        presenters=(draw(who),) if extra & 2 else (),
        location=draw(pick(w.ROOMS)) if extra & 4 else None,
        readings=tuple(attrs.evolve(one, requirement=needed) for one in found),
        assignments=(Assignment(draw(pick(w.HOMEWORK)), draw(pick(EVENTS))),) if extra & 8 else (),
        links=(draw(links()),) if extra & 16 and "session.links" in fields else (),
        notes=(draw(pick(w.NOTES)),) if extra & 32 and "session.notes" in fields else (),
    )


def syllabi(
    *, dialect: str | None = None, accents: bool = False, signs: bool = False, most: int = 4
) -> st.SearchStrategy[Syllabus]:
    """Draw a syllabus of up to `most` sessions or works; with `dialect`, only what that one can say.

    Its values fit each other as those of a real course do: days in order and within the term, works older than the
    course, kinds of links that their addresses bear out. With `accents` some words have them, with `signs` some hold
    what a markup would take for its own.

    >>> from hypothesis import find
    >>> find(syllabi(), lambda syllabus: len(syllabus.sessions) == 2).sessions[1].date
    datetime.date(2012, 9, 3)
    """
    name = dialect or "yaml"
    if name not in EXPRESSIBLE:
        raise UnknownDialectError(f"no strategy for the dialect {name!r}; there are {', '.join(EXPRESSIBLE)}")
    return _syllabi(name, accents, signs, most)


@lru_cache
@st.composite
def _syllabi(draw: st.DrawFn, name: str, accents: bool, signs: bool, most: int) -> Syllabus:
    can = EXPRESSIBLE[name]
    origin = Origin(name)
    course = Course(
        title=draw(pick((None, *w.COURSES))) if "course.title" in can else None,
        code=draw(pick((None, *w.CODES))) if "course.code" in can else None,
        institution=draw(pick((None, *w.INSTITUTIONS))) if "course.institution" in can else None,
    )
    count = draw(st.integers(1, most))
    if "session.date" not in can:
        works = readings(accents=accents, signs=signs, affiliations=True, venue=True)
        return Syllabus(origin, course, readings=tuple(draw(works) for _ in range(count)))
    term, month, first = draw(pick(TERMS))
    year = draw(_YEARS)
    date = dt.date(year, month, first)
    habits = draw(_HABITS)
    one = _sessions(can, accents, signs)
    out: list[Session] = []
    section: tuple[str, ...] = ()
    sectioned = habits & 4 and ("session.section" in can or "session.section[-1]" in can)
    for number in range(1, count + 1):
        session = put_on(draw(one), date)
        if sectioned:
            named = draw(pick((None, *w.SECTIONS)))
            section = (named,) if named else section
        out.append(
            attrs.evolve(
                session,
                number=str(number) if habits & 1 and session.kind != "holiday" and "session.number" in can else None,
                week=number if habits & 2 and "session.week" in can else None,
                section=section,
            )
        )
        date += dt.timedelta(days=draw(_GAPS))
    return Syllabus(origin, attrs.evolve(course, term=term, year=year), tuple(out))
