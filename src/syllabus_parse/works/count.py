"""The works of many syllabi: their readings put together, and how often each is assigned, alone and with others."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

import attrs

from syllabus_parse.model import Reading, Syllabus
from syllabus_parse.works.match import HOLLOW, Variant, make_variant, match_variants

# Titles that share their first or last words are compared each with each; no more of them than these.
MOST_ALIKE: Final = 60
# Works of one document that are counted in pairs, the most assigned first: a list of 2,000 has two million pairs.
MOST_PAIRED: Final = 300
# How many variants of a work a new one is compared with.
MOST_VARIANTS: Final = 20


@attrs.frozen
class Work:
    r"""One work: as it is worded most often, and what is known of it; in how many documents it is assigned.

    `assignments` counts its readings, several of one document too; `required` those of them that are marked so;
    `titles` are its wordings, the most frequent first.

    >>> from syllabus_parse import parse
    >>> page = parse("# Papers\n\n- [VLDB'19] Join Trees in Quiet Gardens\n- [CHI'20] Buttons Nobody Pressed\n")
    >>> [(work.title, work.venue, work.year, work.documents) for work in find_works([page]).works]
    [('Buttons Nobody Pressed', 'CHI', 2020, 1), ('Join Trees in Quiet Gardens', 'VLDB', 2019, 1)]
    """

    title: str
    authors: tuple[str, ...]
    year: int | None
    venue: str | None
    kind: str
    identifiers: tuple[str, ...]
    documents: int
    assignments: int
    required: int
    titles: tuple[str, ...]


@attrs.frozen
class Works:
    """All works, the most assigned first; `by_document` has the places of each document's works in `works`.

    >>> from syllabus_parse.model import Origin
    >>> page = Syllabus(Origin("html"), readings=(Reading("Join Trees in Quiet Gardens"),))
    >>> find_works([page, Syllabus(Origin("html")), page]).by_document
    ((0,), (), (0,))
    """

    works: tuple[Work, ...]
    by_document: tuple[tuple[int, ...], ...]


@attrs.frozen
class CoAssignment:
    """Two works that documents assign together, and how many do.

    >>> from syllabus_parse.model import Origin
    >>> readings = (Reading("Join Trees in Quiet Gardens"), Reading("Buttons Nobody Pressed"))
    >>> pair = count_co_assignments(find_works([Syllabus(Origin("html"), readings=readings)] * 2))[0]
    >>> pair.one.title, pair.other.title, pair.documents
    ('Buttons Nobody Pressed', 'Join Trees in Quiet Gardens', 2)
    """

    one: Work
    other: Work
    documents: int


@attrs.define
class _Seen:
    """What was seen of one variant: its documents, one entry for each reading, and how it was worded."""

    documents: array[int] = attrs.field(factory=lambda: array("L"))
    titles: Counter[str] = attrs.field(factory=Counter)
    first: Reading | None = None
    required: int = 0


def find_works(syllabi: Iterable[Syllabus]) -> Works:
    """Put together the readings of syllabi that are the same work, and count in how many documents each is assigned.

    The memory that it takes is that of the different works and a number for each reading, whatever the syllabi hold.

    >>> from syllabus_parse.model import Origin
    >>> one, other = Reading("Join Trees in Quiet Gardens"), Reading("Join trees in quiet gardens.")
    >>> works = find_works([Syllabus(Origin("html"), readings=(work,)) for work in (one, other)])
    >>> [(work.title, work.documents) for work in works.works]
    [('Join Trees in Quiet Gardens', 2)]
    """
    seen: dict[Variant, _Seen] = {}
    count = 0
    for number, syllabus in enumerate(syllabi):
        count += 1
        for reading in _list_readings(syllabus):
            variant = make_variant(reading, document=number)
            entry = seen.setdefault(variant, _Seen())
            entry.documents.append(number)
            entry.titles[reading.title] += 1
            entry.required += reading.requirement == "required"
            if entry.first is None:
                entry.first = reading
    groups = group_variants(list(seen))
    made = [(_make_work([seen[variant] for variant in group]), group) for group in groups]
    made.sort(key=lambda item: (-item[0].documents, -item[0].assignments, item[0].title))
    places: list[set[int]] = [set() for _ in range(count)]
    for place, (_, group) in enumerate(made):
        for variant in group:
            for number in seen[variant].documents:
                places[number].add(place)
    return Works(tuple(work for work, _ in made), tuple(tuple(sorted(one)) for one in places))


def count_co_assignments(works: Works, *, at_least: int = 2, most: int = 1000) -> tuple[CoAssignment, ...]:
    """Return the pairs of works that at least so many documents assign together, the most frequent first.

    No more than `most` pairs are returned; of one document its 300 most assigned works are paired.

    >>> from syllabus_parse.model import Origin
    >>> readings = (Reading("Join Trees in Quiet Gardens"), Reading("Buttons Nobody Pressed"))
    >>> works = find_works([Syllabus(Origin("html"), readings=readings)])
    >>> count_co_assignments(works), len(count_co_assignments(works, at_least=1))
    ((), 1)
    """
    pairs: Counter[tuple[int, int]] = Counter()
    for places in works.by_document:
        pairs.update(combinations(places[:MOST_PAIRED], 2))
    order = sorted((-count, pair) for pair, count in pairs.items() if count >= at_least)
    return tuple(CoAssignment(works.works[one], works.works[other], -count) for count, (one, other) in order[:most])


def group_variants(variants: list[Variant]) -> list[list[Variant]]:
    """Put variants together that are the same work; each group has the order of the variants.

    The best known come first, so that a title without people joins those that have them, and not the other way round.
    Whatever joins must contradict none of those that are there.
    """
    order = sorted(range(len(variants)), key=lambda at: (-_weigh(variants[at]), at))
    groups: list[list[int]] = []
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at in order:
        variant = variants[at]
        marks = _list_blocks(variant)
        found = None
        tried: set[int] = set()
        for mark in marks:
            for place in blocks[mark]:
                if place not in tried:
                    tried.add(place)
                    if _fits(variant, [variants[one] for one in groups[place][:MOST_VARIANTS]]):
                        found = place
                        break
            if found is not None:
                break
        if found is None:
            found = len(groups)
            groups.append([])
        groups[found].append(at)
        for mark in marks:
            if found not in blocks[mark] and len(blocks[mark]) < MOST_ALIKE:
                blocks[mark].append(found)
    return [[variants[at] for at in sorted(group)] for group in groups]


def _fits(variant: Variant, group: list[Variant]) -> bool:
    """Tell whether a variant is the work of a group: it is that of one of them, and none speaks against it."""
    if not any(match_variants(variant, one) for one in group):
        return False
    people = [one.surnames for one in group if one.surnames]
    if not variant.surnames or not people or any(one.identifiers & variant.identifiers for one in group):
        return True
    return any(match_variants(variant, one) for one in group if one.surnames)


def _weigh(variant: Variant) -> int:
    return 4 * bool(variant.identifiers) + 2 * bool(variant.surnames) + (variant.year is not None)


def _list_blocks(variant: Variant) -> list[str]:
    """Return the marks under which a variant looks for others: two works that share none are never compared."""
    words = [word for word in variant.key.split() if word not in HOLLOW]
    marks = [*sorted(variant.identifiers), variant.key]
    if len(words) > 2:
        # The first word is often a handle, and any one word may have an error.
        marks += [f"{words[0]} {words[1]} …", f"{words[1]} {words[2]} …", f"… {words[-2]} {words[-1]}"]
        marks.append("".join(words)[:12])
    return marks


def _make_work(entries: list[_Seen]) -> Work:
    titles: Counter[str] = Counter()
    for entry in entries:
        titles.update(entry.titles)
    readings = [entry.first for entry in entries if entry.first is not None]
    ranked = sorted(titles, key=lambda title: (-titles[title], title))
    documents = {number for entry in entries for number in entry.documents}
    fullest = max(readings, key=lambda reading: len(reading.authors))
    years = Counter(reading.year for reading in readings if reading.year is not None)
    venues = Counter(reading.venue.name for reading in readings if reading.venue is not None)
    return Work(
        title=ranked[0],
        authors=tuple(person.name for person in fullest.authors),
        year=min(years, key=lambda year: (-years[year], year)) if years else None,
        venue=min(venues, key=lambda name: (-venues[name], name)) if venues else None,
        kind=Counter(reading.kind for reading in readings).most_common(1)[0][0],
        identifiers=tuple(
            sorted({f"{kind}:{words}" for reading in readings for kind, words in reading.identifiers.items()})
        ),
        documents=len(documents),
        assignments=sum(len(entry.documents) for entry in entries),
        required=sum(entry.required for entry in entries),
        titles=tuple(ranked),
    )


def _list_readings(syllabus: Syllabus) -> Iterator[Reading]:
    for session in syllabus.sessions:
        yield from session.readings
    yield from syllabus.readings
