"""A reading as a reference manager sees it: what BibTeX, RIS and CSL-JSON have in common."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.model import Reading, Syllabus
from syllabus_parse.normalize.names import PARTICLES, SUFFIX
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.tables import list_syllabi, sound_text

Form: TypeAlias = Literal[
    "conference", "journal", "magazine", "newspaper", "preprint", "book", "chapter", "thesis", "report", "web", "video",
    "other",
]  # fmt: skip
# What a venue's kind makes of a paper; a kind that isn't here makes it `other`.
FORMS: Final[dict[str, Form]] = {
    "conference": "conference",
    "workshop": "conference",
    "symposium": "conference",
    "journal": "journal",
    "magazine": "magazine",
    "newspaper": "newspaper",
    "preprint": "preprint",
    "book": "chapter",
}
# What a reading's own kind says, whatever its venue.
KINDS: Final[dict[str, Form]] = {
    "book": "book",
    "chapter": "chapter",
    "thesis": "thesis",
    "report": "report",
    "web": "web",
    "video": "video",
}
# e.g. OpenAI · Llama Team · Google Brain Group · NVIDIA Corporation: no person with a surname
GROUP: Final = lazy_regex(
    r"\b(?:team|group|consortium|collaboration|committee|corporation|inc|labs?|foundation)\.?$", re.I
)
SPACE: Final = lazy_regex(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Words that begin a title and say nothing of it.
HOLLOW: Final = frozenset(("a", "an", "the", "on", "of", "in", "for", "to", "and", "from", "with", "towards", "toward"))


@attrs.frozen
class Name:
    """A name in parts: particles ("van der") and suffix ("Jr.") apart; a group has only `family`."""

    family: str
    given: str = ""
    particles: str = ""
    suffix: str = ""
    group: bool = False


@attrs.frozen
class Citation:
    """One work: a key that no other has, and what a bibliography prints of it; all text stands on one line."""

    key: str
    form: Form
    title: str
    authors: tuple[Name, ...]
    venue: str | None
    year: int | None
    url: str | None
    doi: str | None
    arxiv: str | None
    tags: tuple[str, ...]
    notes: tuple[str, ...]


def list_citations(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[Citation]:
    """Yield the readings of syllabi as citations, in their order; the same work twice is one.

    >>> from syllabus_parse.model import Origin, Person
    >>> works = (Reading("The Part-Time Parliament", authors=(Person("Leslie Lamport"),), year=1998),) * 2
    >>> [work.key for work in list_citations(Syllabus(Origin("venue_list"), readings=works))]
    ['lamport1998parttime']
    """
    seen: set[bytes] = set()
    keys: dict[str, int] = {}
    for syllabus in list_syllabi(syllabi):
        for reading in list_readings(syllabus):
            work = cite_reading(reading)
            # A hash of the facts: of a crawl with millions of readings the facts themselves would not fit.
            facts = hashlib.blake2b(repr(work).encode(), digest_size=12).digest()
            if facts not in seen:
                seen.add(facts)
                yield attrs.evolve(work, key=_take_key(work.key, keys))


def list_readings(syllabus: Syllabus) -> Iterator[Reading]:
    """Yield all readings of a syllabus: those of its sessions, then those of none."""
    for session in syllabus.sessions:
        yield from session.readings
    yield from syllabus.readings


def cite_reading(reading: Reading) -> Citation:
    """Make the citation of one reading; its key is not yet compared with those of others."""
    authors = tuple(split_name(one_line(person.name)) for person in reading.authors if one_line(person.name))
    venue = one_line(reading.venue.name) if reading.venue else None
    title = one_line(reading.title)
    return Citation(
        key=_make_key(authors, reading.year, title),
        form=choose_form(reading),
        title=title,
        authors=authors,
        venue=venue or None,
        year=reading.year,
        url=next((one_line(link.url) for link in reading.links if link.url and "://" in link.url), None),
        doi=_maybe_line(reading.identifiers.get("doi")),
        arxiv=_maybe_line(reading.identifiers.get("arxiv")),
        tags=tuple(filter(None, map(one_line, reading.tags))),
        notes=tuple(filter(None, map(one_line, reading.notes))),
    )


def choose_form(reading: Reading) -> Form:
    """Tell what sort of publication a reading is, by its kind and that of its venue.

    >>> from syllabus_parse.model import Venue
    >>> choose_form(Reading("A", venue=Venue("CHI", "conference"))), choose_form(Reading("B", kind="thesis"))
    ('conference', 'thesis')
    """
    if reading.kind in KINDS:
        return KINDS[reading.kind]
    if reading.venue is not None and reading.venue.kind in FORMS:
        return FORMS[reading.venue.kind]
    if "arxiv" in reading.identifiers:
        return "preprint"
    if reading.kind == "article":
        return "magazine"
    # A paper beside a venue that isn't known was most likely given somewhere.
    return "conference" if reading.venue is not None and reading.kind == "paper" else "other"


def split_name(name: str) -> Name:
    """Part a name into given name and surname, the particles of the surname and a suffix.

    >>> split_name("Robbert van Renesse")
    Name(family='Renesse', given='Robbert', particles='van', suffix='', group=False)
    >>> split_name("Guy L. Steele Jr."), split_name("Llama Team").group, split_name("zhou").group
    (Name(family='Steele', given='Guy L.', particles='', suffix='Jr.', group=False), True, True)
    """
    words = name.split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2 or GROUP.search(name):
        return Name(name, group=True)
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES and words[start - 1].islower():
        start -= 1
    particles = " ".join(words[start:-1])
    return Name(words[-1].rstrip(","), " ".join(words[:start]), particles, suffix)


def invert_name(name: Name) -> str:
    """Write a name with its surname first, as RIS wants it.

    >>> invert_name(Name("Renesse", "Robbert", "van"))
    'van Renesse, Robbert'
    """
    surname = f"{name.particles} {name.family}".strip()
    return ", ".join(part for part in (surname, name.given, name.suffix) if part)


def one_line(text: str) -> str:
    r"""Return the text on one line, without what could end a field or steer a terminal.

    >>> one_line("Join\r\n Trees\x07")
    'Join Trees'
    """
    return SPACE.sub(" ", sound_text(text)).strip()


def _maybe_line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _make_key(authors: tuple[Name, ...], year: int | None, title: str) -> str:
    """Make a key like `lamport1998parttime`: ASCII letters and digits, as every program takes them."""
    first = _fold(authors[0].family) if authors else ""
    words = [_fold(word) for word in title.split()]
    telling = next((word for word in words if word and word not in HOLLOW), "")
    return f"{first[:30]}{year if year is not None else ''}{telling[:30]}" or "work"


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain.lower() if letter.isascii() and letter.isalnum())


def _take_key(key: str, taken: dict[str, int]) -> str:
    """Return the key, or `key-2`, `key-3`, … for those that come later: no key that is made has a hyphen."""
    taken[key] = count = taken.get(key, 0) + 1
    return key if count == 1 else f"{key}-{count}"
