"""A line of people to the authors of a reading."""

from __future__ import annotations

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.records import RawPerson, RawReading
from syllabus_parse.normalize.people import PeopleMatch, parse_people


def make_people(words: Text) -> tuple[list[RawPerson], PeopleMatch]:
    """Read people from a stretch of text; linked stretches are names."""
    words = print_tex(words)
    bar = words.plain.rfind("|")
    if bar > 0 and bar < len(words.plain) - 2:
        # "A, B | Institute": what stands behind the bar is the affiliation of all who have none.
        people, found = make_people(words.slice(0, bar))
        behind = words.slice(bar + 1, len(words.plain)).strip()
        for person in people:
            if person.affiliation is None:
                person.affiliation, person.affiliation_text = " ".join(behind.plain.split()), behind
        return people, found
    linked = tuple((start, end) for _, start, end in words.links())
    found = parse_people(words.plain, linked=linked) if linked else parse_people(words.plain)
    out = []
    for one in found.people:
        place = (
            words.slice(one.affiliation_start, one.affiliation_end)
            if one.affiliation_start is not None and one.affiliation_end is not None
            else None
        )
        out.append(RawPerson(words.slice(one.start, one.end), one.affiliation, place, one.role, one.name))
    return out, found


def add_authors(reading: RawReading, words: Text) -> PeopleMatch:
    """Add the people of a line to a reading; what names nobody becomes a note."""
    people, found = make_people(words)
    reading.authors += people
    for start, end in found.notes:
        note = words.slice(start, end).strip(" ,;.")
        if note and note.plain.casefold().strip(".") != "et al":
            reading.notes.append(note)
    reading.parted = reading.parted or found.parted
    return found
