"""What reading a list of people gives."""

from __future__ import annotations

import attrs


@attrs.frozen
class PersonMatch:
    """One person of a list; the offsets are those of the name's words, and of the affiliation's, in the text.

    >>> from syllabus_parse.normalize import parse_people
    >>> [person] = parse_people("Ada Gray (MIT)").people
    >>> person.name, person.affiliation, person.start, person.end
    ('Ada Gray', 'MIT', 0, 8)
    """

    name: str
    affiliation: str | None = None
    role: str | None = None
    start: int = 0
    end: int = 0
    affiliation_start: int | None = None
    affiliation_end: int | None = None


@attrs.frozen
class PeopleMatch:
    """What a list of people says.

    `notes` are the offsets of pieces that are no person ("et al.", a group, a year, a repetition); `parted` tells
    that names which were typed together were parted; `placeholder` that the text stands for nobody ("TBA").

    >>> from syllabus_parse.normalize import parse_people
    >>> found = parse_people("Ada Gray, Bo Li, et al.")
    >>> [person.name for person in found.people], ["Ada Gray, Bo Li, et al."[a:b] for a, b in found.notes]
    (['Ada Gray', 'Bo Li'], ['et al.'])
    """

    people: tuple[PersonMatch, ...]
    notes: tuple[tuple[int, int], ...] = ()
    parted: bool = False
    placeholder: bool = False
