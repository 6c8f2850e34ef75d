"""A line of people to the authors of a reading."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.records import RawPerson, RawReading
from syllabus_parse.normalize.people import PeopleMatch, PersonMatch, parse_people

# How lists say that someone edited a book: "(eds.)", "Edited by", "Hrsg."
EDITED: Final = r"(?:eds?|editors?|edited(?: by)?|hrsg|hg|herausgegeben(?: von)?|coords?|orgs?|comps?)"


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
        name, role = words.slice(one.start, one.end), place_role(words, one)
        out.append(RawPerson(name, one.affiliation, place, one.role, one.name, role))
    return out, found


def place_role(words: Text, person: PersonMatch) -> Text | None:
    """Find the words that give someone a role, behind the name or else before it: "(eds.)", "Guest lecture: "."""
    if person.role is None:
        return None
    said = EDITED if person.role == "editor" else re.escape(person.role.removesuffix("r"))
    named = re.compile(rf"\b{said}\w?\b\.?", re.IGNORECASE)
    found = named.search(words.plain, person.end) or named.search(words.plain)
    return words.slice(*found.span()) if found else None


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
