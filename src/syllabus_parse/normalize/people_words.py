"""Reads the smallest part of a list of people: one text between two marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import GIVEN, STOP_CAPITALS, SURNAMES, TITLE_WORDS
from syllabus_parse.normalize.names import is_group, is_name, is_placeholder, normalize_name
from syllabus_parse.normalize.people_asides import EDITORS, PIECE_LIMIT, ROLE, YEAR, Finding, name_role
from syllabus_parse.regex import lazy_regex

# e.g. Watson & Hagood eds. — "Perron, ed." was cut at its comma already
_EDITORS_END: Final = lazy_regex(r"\s(?:[Ee]ds?\.|eds|[Ee]ditors?)$")
# e.g. Durrani et al. · and 12 others · and colleagues · A, B, …
_ET_AL: Final = lazy_regex(
    r"(?:^|(?<=[\s,]))(?:et\.?\s{0,3}al(?:ii|ia)?\b\.?"
    r"|(?:\d{1,3}\s|many\s|several\s|the\s)?(?:others|more|colleagues|co-?authors|friends)\b\.?|…$|\.{3}$)"
)
# e.g. 王翔等
_SURNAME: Final = lazy_regex(r"[A-ZÀ-Ž][a-zà-ž’'-]{1,30}[A-Za-zà-ž]{0,20}\s*")
_CJK_ET_AL: Final = lazy_regex(r"等人?$")
_YEAR_END: Final = lazy_regex(r"[\s,]\(?(?:19|20)\d\d[a-z]?\)?$")
# e.g. Jane Doe - MIT · Jane Doe @ MIT · Jane Doe at MIT · Jane Doe from MIT
_DASH: Final = lazy_regex(r"\s[-–—]{1,3}\s|\s?@\s|\s@|\s(?:at|from|of)\s|\s?:\s")
# e.g. PhD student at MIT · Research Scientist · CEO
_POSITION: Final = lazy_regex(
    r"(?:(?:[A-Z][a-z]{2,14}|AI|ML|PhD|Ph\.D\.|VP of [A-Z][a-z]{2,14})\s){0,3}"
    r"(?:[Pp]rofessor|[Ss]cientist|[Ee]ngineer|[Dd]irector|[Rr]esearcher|[Ss]tudent|[Cc]andidate|[Ff]ellow|[Ff]ounder|[Pp]resident|"
    r"[Pp]ostdoc|[Mm]anager|CEO|CTO|VP|[Ll]ecturer)"
)
# e.g. ChardIan · MaRamanarayan · MdSanchit: a small letter, then a capital, inside a word
_SEAM: Final = lazy_regex(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_PREFIXES: Final = (
    "Mc Mac De Le La Di Du Da Do Del Della Des Dos Las Los El Al Van Von Vander Vanden Ver Fitz St San Ten Ter O Ben Lo"
)
_CAMEL_PREFIX: Final = frozenset(_PREFIXES.split())
# e.g. 王翔 连德富
_CJK_WORDS: Final = lazy_regex(r"[\u3400-\u9fff]{2,4}(?:\s{1,5}[\u3400-\u9fff]{2,4}){1,30}")
_WORD: Final = lazy_regex(r"\S+")


# e.g. Jane Doe · Jae-Won Q. Chung
_PLAIN: Final = lazy_regex(
    r"[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]{1,20}(?:-[^\W\d_][a-zß-öø-ÿ]{1,20})?"
    r"(?: [^\W\d_a-zß-öø-ÿ]\.?)?(?: [^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]{1,20}(?:-[^\W\d_][a-zß-öø-ÿ]{1,20})?){1,2}"
)
# Words that make a piece of such words more, or less, than one name: titles, positions, editors.
_NOT_PLAIN: Final = frozenset(
    (
        *("Prof", "Professor", "Dr", "Drs", "Mr", "Mrs", "Ms", "Mx", "Sir", "Dame", "Herr", "Frau", "Hon", "Rev"),
        *("Scientist", "Engineer", "Director", "Researcher", "Student", "Candidate", "Fellow", "Founder", "President"),
        *("Postdoc", "Manager", "Editor", "Editors", "Eds", "Hrsg", "Others", "Colleagues", "Instructor", "Guest"),
        *("Associate", "Assistant", "Assoc", "Asst", "Adjunct", "Visiting", "Distinguished", "Emeritus", "And"),
        *("With", "Speaker", "Lecturer"),
    )
)


@remember(16384)
def is_plain_name(piece: str) -> bool:
    """Tell whether a piece is surely one name, and written as it will be given back.

    Two or three capitalized words with at most an initial between; what could be an institution, an aside or several
    names is left to `read_words`.

    >>> is_plain_name("Michael I. Jordan"), is_plain_name("Jae-Won Chung")
    (True, True)
    >>> is_plain_name("Ludwig van Beethoven"), is_plain_name("Santa Barbara"), is_plain_name("Kyle ChardIan Foster")
    (False, False, False)
    """
    if not _PLAIN.fullmatch(piece):
        return False
    words = piece.split(" ")
    if not STOP_CAPITALS.isdisjoint(words) or not _NOT_PLAIN.isdisjoint(words):
        return False
    return weigh_affiliation(piece) == 0 and not is_group(piece) and not _is_title_words(piece)


# e.g. Zixian Cai (Australian National University) · Madan M. Musuvathi (Microsoft Research)
_UNMARKED: Final = lazy_regex(
    r"(?P<name>[^\W\d_][^\s,;()]{0,30} (?:[^\W\d_]\. )?[^\W\d_][^\s,;()]{0,30})\s{1,5}(?P<rest>[^\W\d_].{0,200})"
)
_GENERIC: Final = frozenset(
    ("University", "College", "Institute", "School", "Academy", "Center", "Centre", "Lab", "Labs")
)


@remember(4096)
def find_unmarked(piece: str) -> int | None:
    """Find where the institution begins that stands behind a name without a mark.

    Where links are lost, "[Zixian Cai](…) Australian National University" has none. The institution has to be
    complete: "Simon Fraser University" is no person at a "University".

    >>> find_unmarked("Zixian Cai Australian National University")
    11
    >>> find_unmarked("Simon Fraser University"), find_unmarked("Shanghai Jiao Tong University")
    (None, None)
    """
    found = _UNMARKED.fullmatch(piece)
    if found is None or not is_plain_name(found["name"]) or found["rest"] in _GENERIC:
        return None
    if weigh_affiliation(found["rest"]) < 2 or any(weigh_affiliation(word) for word in found["name"].split()):
        return None
    return found.start("rest")


def read_words(piece: str) -> tuple[Finding, ...]:
    """Read one text between two marks: mostly one name, sometimes several, or a name with an aside.

    What is neither a name nor an aside becomes a note; so do the words of titles ("Midterm", "Poster Session"),
    unless they are known as names. A placeholder gives nothing.

    >>> [(f.what, f.value) for f in read_words("Kyle ChardIan Foster")]
    [('name', 'Kyle Chard'), ('name', 'Ian Foster')]
    >>> [(f.what, f.value) for f in read_words("Patrick LeGresley et al.")]
    [('name', 'Patrick LeGresley'), ('note', '')]
    >>> [f.what for f in read_words("a discussion of the papers")]
    ['note']
    """
    if len(piece) > PIECE_LIMIT:
        return (Finding("note", "", 0, len(piece)),)
    if is_plain_name(piece):
        return (Finding("name", piece, 0, len(piece)),)
    return _read_words(piece)


@lru_cache(maxsize=16384)
def _read_words(piece: str) -> tuple[Finding, ...]:
    end = len(piece)
    if is_placeholder(piece):
        return ()
    if EDITORS.fullmatch(piece):
        return (Finding("role", "editor", 0, end),)
    if piece.isdigit() and end < 3:
        return ()  # the second footnote of "Jane Doe1,2"
    if is_group(piece) or YEAR.fullmatch(piece):
        return (Finding("note", "", 0, end),)
    tail: list[Finding] = []
    for pattern in (_ET_AL, _CJK_ET_AL):
        others = pattern.search(piece, 0, end)
        if others:
            tail.append(Finding("note", "", others.start(), end))
            end = others.start()
    if tail and _SURNAME.fullmatch(piece.rstrip(), 0, end) and len(piece[:end].split()) == 1:
        return (Finding("name", piece[:end].strip(), 0, len(piece[:end].rstrip())), *tail)  # "Du et al.", "May et al."
    year = _YEAR_END.search(piece, 0, end)
    if year:
        tail.append(Finding("note", "", year.start() + 1, end))
        end = year.start()
    editors = _EDITORS_END.search(piece, 0, end)
    if editors:
        tail.append(Finding("role", "editor", editors.start() + 1, end))
        end = editors.start()
    body = piece[:end]
    if not body.strip():
        return tuple(tail)
    return (*(_read_aside(body) or _read_names(body)), *tail)


def has_aside(piece: str) -> bool:
    """Tell whether an institution stands in a text with more: "Jane Doe at MIT", "Research Scientist at Google".

    An institution with such a word in its own name has none.

    >>> has_aside("Jane Doe at Stanford University"), has_aside("University of Texas at Austin")
    (True, False)
    >>> has_aside("Jane Doe")
    False
    """
    if len(piece) > PIECE_LIMIT or not _DASH.search(piece):
        return False
    return any(found.what == "affiliation" for found in _read_words(piece))


def _read_aside(body: str) -> tuple[Finding, ...]:
    """Read "Jane Doe - MIT", "Jane Doe, guest" and "Research Scientist at Google"; nothing for a bare name."""
    dash = _DASH.search(body)
    position = _POSITION.match(body)
    if position and (dash is None or position.end() == dash.start()):
        if position.end() == len(body):
            return (Finding("note", "", 0, len(body)),)
        if dash is not None and weigh_affiliation(body[dash.end() :]):
            return (
                Finding("note", "", 0, position.end()),
                Finding("affiliation", "", dash.end(), len(body)),
            )
    if dash is None:
        return ()
    right = body[dash.end() :].strip()
    left = normalize_name(body[: dash.start()])
    if not is_name(left) or weigh_affiliation(left):
        return ()
    sign = dash[0].strip()
    name = Finding("name", left, *locate_name(left, body))
    if not right:
        return (name,)
    if weigh_affiliation(right) >= (1 if sign in ("@", "at") else 2):
        return (name, Finding("affiliation", "", dash.end(), len(body)))
    if ROLE.fullmatch(right):
        return (name, Finding("role", name_role(right), dash.end(), len(body)))
    if sign in ("of", "from", "at"):
        return ()
    return (name, Finding("note", "", dash.end(), len(body)))


def _read_names(body: str) -> tuple[Finding, ...]:
    out: list[Finding] = []
    for at, part in _split_fused(body):
        name = normalize_name(part)
        if is_name(name) and not _is_title_words(name):
            a, b = locate_name(name, part)
            out.append(Finding("name", name, at + a, at + b))
            continue
        halves = part.split("/")
        names = [normalize_name(half) for half in halves]
        if len(halves) > 1 and all(is_name(half) for half in names):
            pos = at
            for half, found in zip(halves, names, strict=True):
                a, b = locate_name(found, half)
                out.append(Finding("name", found, pos + a, pos + b))
                pos += len(half) + 1
        elif part.strip():
            left = len(part) - len(part.lstrip())
            out.append(Finding("note", "", at + left, at + len(part.rstrip())))
    return tuple(out)


def _is_title_words(name: str) -> bool:
    """Tell whether each word is one of titles and none is known as a name: "Poster Session", not "Cliff Young"."""
    return all(word.lower() in TITLE_WORDS and word not in GIVEN and word not in SURNAMES for word in name.split())


def locate_name(name: str, piece: str) -> tuple[int, int]:
    """Find the words of a name in the text that it was made of.

    Inverted names have their words in another order; where a word isn't found (its accents were composed), the
    whole text without blanks is given.

    >>> locate_name("J. H. Saltzer", "Saltzer, J. H.*")
    (0, 14)
    >>> locate_name("Jane Doe", "Dr. Jane Doe")
    (4, 12)
    """
    start, end, at = len(piece), 0, 0
    for word in name.split():
        found = piece.find(word, at)
        if found < 0:
            found = piece.find(word)
        if found < 0:
            return len(piece) - len(piece.lstrip()), len(piece.rstrip())
        at = found + len(word)
        start, end = min(start, found), max(end, at)
    return start, end


def _split_fused(body: str) -> list[tuple[int, str]]:
    """Part names that were typed together: "Kyle ChardIan Foster" holds two.

    The word is cut only where a word stands before it and another behind it, so that both halves are full
    names; "ChonLam Lao" and "Patrick LeGresley" stay whole, and so does what begins like "McDonald".
    """
    out: list[tuple[int, str]] = []
    at = 0
    for seam in _SEAM.finditer(body):
        cut = seam.start()
        left, right = body[at:cut].split(), body[cut:].split()
        if len(left) < 2 or len(right) < 2:
            continue
        if left[-1] in _CAMEL_PREFIX and (left[-1] == "Mc" or right[0] not in GIVEN):
            continue
        out.append((at, body[at:cut]))
        at = cut
    out.append((at, body[at:]))
    if len(out) == 1 and not body.isascii() and _CJK_WORDS.fullmatch(body.strip()):
        # Chinese names that only a blank parts
        return [(word.start(), word[0]) for word in _WORD.finditer(body)]
    return out
