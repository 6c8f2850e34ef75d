"""Lists of people: authors of a work, presenters of a session, with affiliations and roles.

The text is cut once, at its commas, semicolons, conjunctions and brackets. What a piece is (a name, an institution,
initials behind a surname, a mark) is told by the piece; whom an institution belongs to is told by the order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from syllabus_parse.normalize.affiliations import is_place, normalize_affiliation, weigh_affiliation
from syllabus_parse.normalize.bylines import find_author_start, score_people
from syllabus_parse.normalize.name_words import GIVEN, SURNAMES
from syllabus_parse.normalize.names import (
    PARTICLES,
    SUFFIX,
    is_group,
    is_initials,
    is_name,
    is_placeholder,
    normalize_name,
)

__all__ = [
    "PeopleMatch",
    "PersonMatch",
    "find_author_start",
    "is_group",
    "normalize_name",
    "parse_people",
    "score_people",
]


@attrs.frozen
class PersonMatch:
    """One person of a list; the offsets are those of the name's words, and of the affiliation's, in the text."""

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

    `notes` are the offsets of pieces that are no person ("et al.", a group, a year); `parted` tells that names which
    were typed together were parted; `placeholder` that the text stands for nobody ("TBA").
    """

    people: tuple[PersonMatch, ...]
    notes: tuple[tuple[int, int], ...] = ()
    parted: bool = False
    placeholder: bool = False


# What the text is cut into.
_TEXT: Final = 0
_COMMA: Final = 1
_SEMICOLON: Final = 2
_AND: Final = 3
_BRACKET: Final = 4
_INVERTED: Final = 5
_FORCED: Final = 6  # text behind a linked name: its affiliation

_Item = tuple[int, int, int]
_Pieces = list[list[_Item]]

# One mark that parts people. The bracket alternatives come first: what is in a bracket is not cut.
_CUT: Final = re.compile(
    r"[(（\[【]"  # opening brackets; their partners are found beforehand
    r"|[;；]"
    r"|[,，、|•\u2028\t]"
    r"|\s/\s"  # e.g. Jane Doe / John Roe
    r"|\s[·・]\s|(?<=[^\W\d_])·(?=\s?[A-ZÀ-Þ])"  # e.g. Zhuohan Li · Siyuan Zhuang; not 史蒂芬·霍金
    r"|(?<=[\s,;)）])(?:and|And|AND|und|et(?!\s{1,3}al\b)|with|y)(?=\s)"
    r"|(?<![^\W\d_]\.)\s?&\s?|\s\+\s"
    r"|\s{3,40}(?=\S)"  # e.g. Yuhao Ge   Yuqi Xue
)
_OPEN: Final = "(（[【"
_CLOSE: Final = ")）]】"
_BRACKETS: Final = re.compile(r"[()（）\[\]【】]")
_LABEL: Final = re.compile(
    r"\s{0,5}(?:(?:[Bb]y|[Ww]ith|[Pp]resented by|[Ll]ed by|[Tt]aught by|[Gg]iven by)\s{1,3}:?|"
    r"(?:[Aa]uthors?|[Ss]peakers?|[Pp]resenters?|[Ii]nstructors?|[Ll]ecturers?|[Ll]eaders?|[Mm]oderators?|[Pp]resenting|"
    r"[Dd]iscussants?|[Ss]cribes?|[Hh]osts?|主讲人?|讲者|报告人|作者)\s{0,2}[:：])\s{0,5}"
)
# e.g. Guest speaker: Jane Doe · Guest lecture by Jane Doe · Editors: A and B · Edited by A
_ROLE_LABEL: Final = re.compile(
    r"\s{0,5}((?:[Gg]uest|[Ii]nvited)(?:\s[Ss]peakers?|\s[Ll]ecturers?|\s[Ll]ectures?|\s[Tt]alks?)?(?:\s{0,2}:|\s[Bb]y\b:?)"
    r"|[Ee]d(?:itor)?s?\.?:|[Ee]d(?:ited|\.)\s[Bb]y\b:?)\s{0,5}"
)
_ROLE: Final = re.compile(
    r"(?:(?:the\s)?(?:invited|guest|keynote|virtual|remote|co-?|session|panel|student|lead|head|course)\s?)?"
    r"(?:speaker|lecturer|lecture|talk|presenter|instructor|moderator|chair|panelist|discussant|teacher|tutor|ta|"
    r"teaching assistant|editor|translator|author|scribe|host|leader|organizer|remote|zoom|virtual|guest|invited)s?",
    re.IGNORECASE,
)
_EDITORS: Final = re.compile(r"\(?(?:[Ee]ds?\.?|EDS?\.?|[Ee]ditors?|[Hh]rsg\.?|[Hh]g\.)\)?")
# e.g. "Perron, ed." was cut at the comma; "Watson & Hagood eds." was not
_EDITORS_END: Final = re.compile(r"\s(?:[Ee]ds?\.|eds|[Ee]ditors?)$")
_ET_AL: Final = re.compile(
    r"(?:^|(?<=\s)|(?<=,))(?:et\.?\s{0,3}al(?:ii|ia)?\b\.?|(?:\d{1,3}\s|many\s|several\s|the\s)?(?:others|more|colleagues|co-?authors|friends)\b\.?"
    r"|等人?$|…$|\.{3}$)"
)
_CJK_ET_AL: Final = re.compile(r"等人?$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d[a-z]?(?:\s?[-–/]\s?(?:(?:19|20)?\d\d)?)?")
_YEAR_END: Final = re.compile(r"[\s,]\(?(?:19|20)\d\d[a-z]?\)?$")
_DASH: Final = re.compile(r"\s[-–—]{1,3}\s|\s@\s?|\s(?:at|from|of)\s")
_DEGREE: Final = re.compile(r"(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|M\.?S\.?|Dr\.?|Prof\.?)")
_BRACKET_LABEL: Final = re.compile(
    r"[\W\d_]*|(?:slides?|pdf|video|paper|code|link|links|website|web|bio|html|talk|recording|zoom|notes?|ppt|pptx|abstract|"
    r"homepage|github|he/him|she/her|they/them|[a-z]{2,5}/[a-z]{2,5}|[^\s@]{1,60}@[^\s@]{1,60}|(?:https?://|www\.)\S{1,200}|"
    r"corresponding author|equal contribution|deceased|in absentia|online|in person)"
    r"(?:[\s,/|]{1,3}(?:slides?|pdf|video|paper|code|link|notes?|ppt|recording|abstract))*",
    re.IGNORECASE,
)
# e.g. ChardIan · MaRamanarayan · MdSanchit: a small letter, then a capital, inside a word
_FUSED: Final = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_PREFIXES: Final = (
    "Mc Mac De Le La Di Du Da Do Del Della Des Dos Las Los El Al Van Von Vander Vanden Ver Fitz St San Ten Ter O Ben Lo"
)
_CAMEL_PREFIX: Final = frozenset(_PREFIXES.split())
_OUTER_QUOTES: Final = (('"', '"'), ("“", "”"), ("「", "」"))


def _strip_outer(text: str) -> tuple[int, int, str | None]:
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or text[start] in "*_>:·-–—•,;|\u2028"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:|_\u2028"):
        end -= 1
    for left, right in _OUTER_QUOTES:
        if text.startswith(left, start) and text.find(right, start + 1) >= end - 3:
            start += 1
            cut = text.rfind(right, start, end)
            end = cut if cut > 0 else end
    role = None
    label = _ROLE_LABEL.match(text, start, end)
    if label:
        words = label[1].lower()
        role = "editor" if words.startswith("ed") else re.sub(r"\s?(?:by)?\s?:?$", "", words)
        role = role.replace("lecture", "lecturer").replace("lecturerr", "lecturer") if role else None
        start = label.end()
    else:
        label = _LABEL.match(text, start, end)
        if label and label.end() < end:
            start = label.end()
    return start, end, role


def _match_brackets(text: str) -> dict[int, int]:
    """Pair the brackets by a stack; those without a partner are left out."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for found in _BRACKETS.finditer(text):
        at = found.start()
        kind = _OPEN.find(found[0])
        if kind >= 0:
            stack.append(at)
        elif stack:
            pairs[stack.pop()] = at
    return pairs


def _scan(text: str, start: int, end: int) -> list[_Item]:
    """Cut a list at its marks; an opening bracket without a partner cuts like a comma."""
    pairs = _match_brackets(text) if any(mark in text for mark in _OPEN) else {}
    out: list[_Item] = []
    at = start
    pos = start
    while True:
        cut = _CUT.search(text, pos, end)
        if cut is None:
            break
        sign = cut[0].strip()
        _append_text(out, text, at, cut.start())
        close = pairs.get(cut.start()) if sign in _OPEN and sign else None
        if close is not None and close < end:
            out.append((_BRACKET, cut.start(), close + 1))
            at = pos = close + 1
            continue
        if sign in ("and", "And", "AND", "&", "und", "et", "with", "+", "y"):
            out.append((_AND, cut.start(), cut.end()))
        elif sign in (";", "；"):
            out.append((_SEMICOLON, cut.start(), cut.end()))
        else:
            out.append((_COMMA, cut.start(), cut.end()))
        at = pos = cut.end()
    _append_text(out, text, at, end)
    return out


def _append_text(out: list[_Item], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and text[start:end].strip("*.,†‡§ \u200b)]"):
        out.append((_TEXT, start, end))


def _mark_links(text: str, items: list[_Item], linked: Sequence[tuple[int, int]]) -> list[_Item]:
    """Cut texts at the ends of linked names: what stands right behind one is its affiliation."""
    spans = sorted((a, b) for a, b in linked if is_name(normalize_name(text[a:b])) and weigh_affiliation(text[a:b]) < 2)
    if not spans:
        return items
    out: list[_Item] = []
    at = 0
    for item in items:
        kind, start, end = item
        if kind != _TEXT:
            out.append(item)
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        pos = start
        behind = False
        while at < len(spans) and spans[at][0] < end:
            a, b = max(spans[at][0], pos), min(spans[at][1], end)
            if text[pos:a].strip():
                if behind or not re.fullmatch(r"\W*(?:Profs?|Dr)?\.?\W*", text[pos:a]):
                    out += [(_FORCED if behind else _TEXT, pos, a), (_COMMA, a, a)]
            elif behind:
                out.append((_COMMA, a, a))
            out.append((_TEXT, a, b))
            pos, behind = b, True
            if b < spans[at][1]:
                break
            at += 1
        if not behind:
            out.append(item)
        elif text[pos:end].strip(" *†‡§.\u00a0"):
            out += [(_COMMA, pos, pos), (_FORCED, pos, end)]
    return out


def _join_inverted(text: str, items: list[_Item]) -> list[_Item]:
    """Join what a comma inside one name parted: "Saltzer, J. H." · "King, Jr." · "Kjolstad, Fredrik and …"."""
    out: list[_Item] = []
    for item in items:
        kind, start, end = item
        if kind == _TEXT and end - start <= 14 and len(out) >= 2 and out[-1][0] == _COMMA:
            piece = text[start:end]
            before = out[-2]
            if _DEGREE.fullmatch(piece):
                out.pop()
                continue
            if (before[0] == _TEXT and is_initials(piece) and _is_surname(text[before[1] : before[2]])) or (
                before[0] in (_TEXT, _INVERTED) and SUFFIX.fullmatch(piece)
            ):
                out[-2:] = [(_INVERTED, before[1], end)]
                continue
        out.append(item)
    if len(out) == len(items):
        return _turn_pairs(text, out)
    return out


def _is_surname(piece: str) -> bool:
    words = [word for word in piece.split() if word not in PARTICLES]
    if not 1 <= len(words) <= 2 or "." in piece or is_initials(piece):
        return False
    return is_name(piece) and weigh_affiliation(piece) < 2


def _turn_pairs(text: str, items: list[_Item]) -> list[_Item]:
    """Find names that are inverted with their given names in full, by the rhythm of the marks."""
    texts = [item for item in items if item[0] == _TEXT]
    if len(texts) < 2 or any(item[0] in (_BRACKET, _FORCED) for item in items):
        return items
    words = [text[a:b].split() for _, a, b in texts]
    single = [len([w for w in ws if w not in PARTICLES]) == 1 for ws in words]
    if not single[0]:
        return items
    given = [ws[0] in GIVEN for ws in words]
    # e.g. Kjolstad, Fredrik and Kamil, Shoaib · Kjolstad, Fredrik; Kamil, Shoaib
    shape = "".join("tcsaB"[min(kind, 4)] for kind, _, _ in items).rstrip("cs")
    pairs = shape.replace("a", "s").split("s")
    n = len(texts)
    if (
        len(pairs) >= 2
        and all(pair == "tct" for pair in pairs)
        and all(single[0::2])
        and not any(weigh_affiliation(text[a:b]) for _, a, b in texts)
    ):
        return _pair_up(items)
    # e.g. Smith, John, Doe, Jane
    flat = shape.replace("ca", "c")
    if n % 2 == 0 and flat == "c".join("t" * n) and all(single[0::2]):
        firsts, seconds = sum(given[0::2]), sum(given[1::2])
        if n == 2 and given[1] and not given[0] and words[1][0] not in SURNAMES:
            return _pair_up(items)
        if n > 2 and seconds * 5 >= n * 2 and firsts * 5 <= n:
            return _pair_up(items)
    # e.g. Sedgewick, Robert, and Kevin Wayne: only the first is turned
    if n > 2 and shape.startswith("tc") and given[1] and not given[0] and single[1] and not any(single[2:]):
        return [(_INVERTED, items[0][1], items[2][2]), *items[3:]]
    return items


def _pair_up(items: list[_Item]) -> list[_Item]:
    out: list[_Item] = []
    for item in items:
        if item[0] == _TEXT and len(out) >= 2 and out[-1][0] == _COMMA and out[-2][0] == _TEXT:
            out[-2:] = [(_INVERTED, out[-2][1], item[2])]
        else:
            out.append(item)
    return out


def _cut_entries(items: list[_Item]) -> list[_Pieces]:
    entries: list[_Pieces] = [[[]]]
    for item in items:
        if item[0] == _SEMICOLON:
            entries.append([[]])
        elif item[0] == _COMMA:
            entries[-1].append([])
        else:
            entries[-1][-1].append(item)
    return [[piece for piece in entry if piece] for entry in entries]


# What a text between two marks turned out to be: ("name", name, start, end), ("note", "", start, end),
# ("role", role, …), ("affiliation", "", …); offsets within the text.
_Reading = tuple[str, str, int, int]


@lru_cache(maxsize=16384)
def _read_text(piece: str) -> tuple[_Reading, ...]:
    """Read one text between two marks; several readings where it holds more than a name."""
    if is_placeholder(piece):
        return ()
    if _EDITORS.fullmatch(piece):
        return (("role", "editor", 0, len(piece)),)
    if is_group(piece) or _YEAR.fullmatch(piece):
        return (("note", "", 0, len(piece)),)
    out: list[_Reading] = []
    end = len(piece)
    tail: list[_Reading] = []
    others = _ET_AL.search(piece) or (_CJK_ET_AL.search(piece) if not piece.isascii() else None)
    if others:
        tail.append(("note", "", others.start(), end))
        end = others.start()
    year = _YEAR_END.search(piece, 0, end)
    if year:
        tail.append(("note", "", year.start() + 1, end))
        end = year.start()
    editors = _EDITORS_END.search(piece, 0, end)
    if editors:
        tail.append(("role", "editor", editors.start() + 1, end))
        end = editors.start()
    body = piece[:end]
    if not body.strip():
        return tuple(tail)
    dash = _DASH.search(body)
    if dash:
        right = body[dash.end() :]
        left = normalize_name(body[: dash.start()])
        if is_name(left) and weigh_affiliation(right) >= (1 if dash[0].strip() in ("@", "at") else 2):
            span = _locate(left, body)
            return (("name", left, *span), ("affiliation", "", dash.end(), end), *tail)
        if is_name(left) and _ROLE.fullmatch(right.strip()):
            return (("name", left, *_locate(left, body)), ("role", right.strip().lower(), dash.end(), end), *tail)
    for at, part in _split_fused(body):
        name = normalize_name(part)
        if is_name(name):
            a, b = _locate(name, part)
            out.append(("name", name, at + a, at + b))
        elif "/" in part and all(is_name(normalize_name(half)) for half in part.split("/")):
            pos = at
            for half in part.split("/"):
                a, b = _locate(normalize_name(half), half)
                out.append(("name", normalize_name(half), pos + a, pos + b))
                pos += len(half) + 1
        elif part.strip():
            left_trim = len(part) - len(part.lstrip())
            out.append(("note", "", at + left_trim, at + len(part.rstrip())))
    return (*out, *tail)


def _locate(name: str, piece: str) -> tuple[int, int]:
    """Find the words of a name in the text that it was made of."""
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
    for seam in _FUSED.finditer(body):
        cut = seam.start()
        left = body[at:cut].split()
        right = body[cut:].split()
        if len(left) < 2 or len(right) < 2:
            continue
        if left[-1] in _CAMEL_PREFIX and (left[-1] == "Mc" or right[0] not in GIVEN):
            continue
        out.append((at, body[at:cut]))
        at = cut
    out.append((at, body[at:]))
    if len(out) == 1 and not body.isascii():
        return _split_cjk(body)
    return out


_CJK_WORDS: Final = re.compile(r"[\u3400-\u9fff]{2,4}(?:\s{1,5}[\u3400-\u9fff]{2,4}){1,30}")


def _split_cjk(body: str) -> list[tuple[int, str]]:
    """Part Chinese names that only a blank parts; two single characters are one name typed wide."""
    if not _CJK_WORDS.fullmatch(body.strip()):
        return [(0, body)]
    return [(m.start(), m[0]) for m in re.finditer(r"\S+", body)]


@lru_cache(maxsize=8192)
def _read_bracket(content: str) -> tuple[str, str, int, int]:
    """Tell what a bracket behind a name holds: ("affiliation" | "role" | "note" | "mark", role, start, end)."""
    inner = content.strip()
    start = content.find(inner) if inner else 0
    end = start + len(inner)
    if not inner or not inner.strip("*†‡§0123456789, "):
        return ("mark" if len(inner) < 4 else "note", "", start, end)
    if _EDITORS.fullmatch(inner):
        return ("role", "editor", start, end)
    if _ROLE.fullmatch(inner):
        return ("role", inner.lower(), start, end)
    if _BRACKET_LABEL.fullmatch(inner) or _YEAR.fullmatch(inner):
        return ("note", "", start, end)
    return ("affiliation", "", start, end)


class _Draft:
    """A person in the making."""

    __slots__ = ("affiliation", "end", "more", "name", "own", "role", "start")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name = name
        self.start = start
        self.end = end
        self.affiliation: list[int] | None = None  # start and end in the text, shared by a group
        self.more: str = ""  # a second bracket
        self.role: str | None = None
        self.own = False  # has a bracket of its own


def parse_people(text: str, *, linked: Sequence[tuple[int, int]] = ()) -> PeopleMatch:
    """Read a whole text as a list of people, with their affiliations and roles.

    Lists are written in a dozen styles, and what a comma parts is told by what stands beside it. `linked` are the
    offsets of stretches that were links: a linked name ends where its link ends. A text that holds no person gives
    none, and its pieces as notes; it isn't checked whether the text is a list of people at all (`score_people`).

    >>> [(p.name, p.affiliation) for p in parse_people("Cheng Tan, Lingfan Yu (NYU); Joshua B. Leners").people]
    [('Cheng Tan', 'NYU'), ('Lingfan Yu', 'NYU'), ('Joshua B. Leners', None)]
    >>> parse_people("TBA").placeholder, parse_people("Students & Instructors").people
    (True, ())
    """
    if linked:
        return _parse(text, tuple(linked))
    return _parse_plain(text)


@lru_cache(maxsize=4096)
def _parse_plain(text: str) -> PeopleMatch:
    return _parse(text, ())


def _parse(text: str, linked: Sequence[tuple[int, int]]) -> PeopleMatch:
    if is_placeholder(text):
        return PeopleMatch((), placeholder=True)
    start, end, role = _strip_outer(text)
    if is_placeholder(text[start:end]):
        return PeopleMatch((), placeholder=True)
    if is_group(text[start:end]):
        return PeopleMatch((), ((start, end),))
    items = _scan(text, start, end)
    if linked:
        items = _mark_links(text, items, linked)
    items = _join_inverted(text, items)
    reader = _Reader(text, items, role)
    reader.read(_cut_entries(items))
    return reader.finish()


class _Reader:
    """Walks over the pieces of a list once and keeps whom the next affiliation belongs to."""

    def __init__(self, text: str, items: list[_Item], role: str | None) -> None:
        self.text = text
        self.role = role
        self.people: list[_Draft] = []
        self.notes: list[tuple[int, int]] = []
        self.parted = False
        self.pending: list[_Draft] = []  # people since the last affiliation
        self.last: list[_Draft] = []  # whom the last affiliation was given to
        self.inside = False  # the piece before was an affiliation
        self.fused = False  # the list has "Name Affiliation" without a mark between
        self.commas = any(kind == _COMMA for kind, _, _ in items)
        self.semicolons = any(kind == _SEMICOLON for kind, _, _ in items)
        self.groups: list[int] = []  # sizes of the groups that brackets closed
        self.joined = False  # some "and" stands between names of a bracket's group

    def weigh(self, piece: list[_Item]) -> int:
        text = self.text
        best = 0
        for kind, start, end in piece:
            if kind == _FORCED:
                return 3
            if kind == _TEXT:
                best = max(best, weigh_affiliation(text[start:end]))
        return best

    def read(self, entries: list[_Pieces]) -> None:
        weights = [[self.weigh(piece) for piece in entry] for entry in entries]
        # Semicolons part "names, affiliation" groups where at least one group shows it.
        grouped = self.semicolons and any(2 in row[1:] for row in weights)
        for entry, row in zip(entries, weights, strict=True):
            first = _find_institution(self.text, entry, row) if grouped else len(entry)
            for index, piece in enumerate(entry):
                if index == 0 and row[0] == 0:
                    self.inside = False
                self.read_piece(piece, row[index], index >= first, grouped)
            if self.semicolons and self.commas:
                self.pending = []

    def read_piece(self, piece: list[_Item], weight: int, known: bool, grouped: bool) -> None:
        start, end = piece[0][1], piece[-1][2]
        if piece[0][0] == _AND and len(piece) > 1:
            start = piece[1][1]
        if weight == 3 and len(self.pending) > 1:
            # Behind a linked name stands the affiliation of that name alone.
            self.pending = self.pending[-1:]
        if piece[0][0] != _BRACKET and self.is_affiliation(piece, weight, known, grouped):
            if self.people and (self.pending or self.last) and not (self.fused and not self.pending):
                self.add_affiliation(start, end)
                return
            if self.split_fused(start, end):
                return
            if self.people and self.last:
                self.add_affiliation(start, end)
                return
        self.inside = False
        self.read_names(piece)

    def is_affiliation(self, piece: list[_Item], weight: int, known: bool, grouped: bool) -> bool:
        if known or weight == 3:
            return True
        if weight == 0:
            # After an affiliation only a semicolon brings the next group, where the list has them.
            return grouped and self.inside and not _is_strong_name(self.text[piece[0][1] : piece[-1][2]])
        if not self.people:
            return weight == 2
        words = self.people[-1].name
        piece_text = self.text[piece[0][1] : piece[-1][2]]
        if is_place(piece_text) and weight == 1:
            return self.inside
        if " " not in words and not any(mark in words for mark in "-.") and " " not in piece_text.strip():
            # A list of bare surnames may hold "Brown" and "Duke".
            return self.inside or piece_text.isupper() or weigh_affiliation(f"x {piece_text}") == 2
        return not (weight == 1 and words.isupper())

    def add_affiliation(self, start: int, end: int) -> None:
        if self.pending:
            where = [start, end]
            for person in self.pending:
                person.affiliation = where
            self.last, self.pending = self.pending, []
        else:
            for person in self.last:
                if person.affiliation is None:
                    person.affiliation = [start, end]
                else:
                    person.affiliation[1] = end
        self.inside = True

    def split_fused(self, start: int, end: int) -> bool:
        """Part "Zixian Cai Australian National University", whose link or mark between was lost."""
        found = _FUSED_AFFILIATION.match(self.text, start, end)
        if found is None or self.pending:
            return False
        name = normalize_name(found[1])
        if not is_name(name) or weigh_affiliation(found[1]) or weigh_affiliation(self.text[found.start(2) : end]) < 2:
            return False
        if any(weigh_affiliation(word) or is_place(word) for word in name.split()):
            return False
        person = self.add_person(name, found.start(1), found.end(1))
        self.pending = [person]
        self.add_affiliation(found.start(2), end)
        self.fused = True
        return True

    def add_person(self, name: str, start: int, end: int) -> _Draft:
        person = _Draft(name, start, end)
        person.role = self.role
        self.people.append(person)
        self.pending.append(person)
        return person

    def read_names(self, piece: list[_Item]) -> None:
        text = self.text
        for kind, start, end in piece:
            if kind == _TEXT:
                before = len(self.people)
                for what, value, a, b in _read_text(text[start:end]):
                    if what == "name":
                        self.add_person(value, start + a, start + b)
                    elif what == "note":
                        self.notes.append((start + a, start + b))
                    elif what == "affiliation":
                        self.add_affiliation(start + a, start + b)
                    else:
                        self.give_role(value)
                if len(self.people) - before > 1:
                    self.parted = True
            elif kind == _INVERTED:
                name = normalize_name(text[start:end])
                self.add_person(name, *(start + at for at in _locate(name, text[start:end])))
            elif kind == _BRACKET:
                self.read_bracket(start, end)
            elif kind == _AND and len(self.pending) >= 1:
                self.joined = True

    def give_role(self, role: str) -> None:
        if role == "editor":
            for person in self.people:
                person.role = person.role or role
        elif self.people:
            self.people[-1].role = role

    def read_bracket(self, start: int, end: int) -> None:
        what, role, a, b = _read_bracket(self.text[start + 1 : end - 1])
        if what == "mark":
            return
        inner = self.text[start + 1 + a : start + 1 + b]
        label = what == "affiliation" and self.text[start] in "[【" and weigh_affiliation(inner) == 0
        if what == "note" or label or not self.people:
            self.notes.append((start, end))
        elif what == "role":
            self.give_role(role)
        elif self.pending:
            where = [start + 1 + a, start + 1 + b]
            self.groups.append(0 if self.joined else len(self.pending))
            for person in self.pending:
                person.affiliation = where
            self.pending[-1].own = True
            self.last, self.pending, self.joined = self.pending, [], False
        else:
            # e.g. Geet Sethi (Stanford University), (Meta)
            person = self.people[-1]
            person.more += ", " + normalize_affiliation(inner)

    def finish(self) -> PeopleMatch:
        text = self.text
        people = self.people
        if not self.semicolons and sum(person.own for person in people) == len(people) - 1 >= 3 and 2 in self.groups:
            # Every other name has a bracket of its own: the one without stays without.
            for person in people:
                if not person.own:
                    person.affiliation = None
        people = self.part_quadruples(people)
        out: list[PersonMatch] = []
        seen: dict[str, int] = {}
        for person in people:
            affiliation: str | None = None
            a = b = None
            if person.affiliation is not None:
                a, b = person.affiliation
                affiliation = (normalize_affiliation(text[a:b]) + person.more) or None
            if " " in person.name and person.name in seen:
                first = out[seen[person.name]].affiliation
                if not first or not affiliation or first.startswith(affiliation) or affiliation.startswith(first):
                    self.notes.append((person.start, person.end))
                    continue
            seen.setdefault(person.name, len(out))
            out.append(PersonMatch(person.name, affiliation, person.role, person.start, person.end, a, b))
        return PeopleMatch(tuple(out), tuple(sorted(self.notes)), self.parted)

    def part_quadruples(self, people: list[_Draft]) -> list[_Draft]:
        """Part "Brandon Reagen David Brooks" where the list's other names have two words."""
        if len(people) < 4:
            return people
        long = [person for person in people if person.name.count(" ") == 3]
        if not long or sum(person.name.count(" ") == 1 for person in people) * 2 < len(people):
            return people
        out: list[_Draft] = []
        for person in people:
            words = person.name.split(" ")
            if (
                len(words) == 4
                and all(len(word) > 2 and word.isalpha() and word not in PARTICLES for word in words)
                and words[2] in GIVEN
                and words[1] not in GIVEN
            ):
                cut = self.text.find(words[2], person.start, person.end)
                left = self.text.find(words[1], person.start, person.end)
                if 0 <= left < cut:
                    one = _Draft(" ".join(words[:2]), person.start, left + len(words[1]))
                    two = _Draft(" ".join(words[2:]), cut, person.end)
                    one.affiliation = two.affiliation = person.affiliation
                    one.role = two.role = person.role
                    out += [one, two]
                    self.parted = True
                    continue
            out.append(person)
        return out


# e.g. Zixian Cai Australian National University · Madan M. Musuvathi Microsoft Research
_FUSED_AFFILIATION: Final = re.compile(
    r"([^\W\d_][^\s,;()]{0,30}\s(?:[^\W\d_]\.\s)?[^\W\d_][^\s,;()]{0,30})\s{1,5}([^\W\d_].{1,200})$"
)


def _is_strong_name(piece: str) -> bool:
    words = piece.split()
    if not 2 <= len(words) <= 4 or not is_name(normalize_name(piece)):
        return False
    return words[0] in GIVEN or any(len(word) == 2 and word[1] == "." for word in words)


def _find_institution(text: str, entry: _Pieces, weights: list[int]) -> int:
    """Tell which piece of a group is the first of its affiliation: "A, B, and C, Somewhere"."""
    size = len(entry)
    proven = next((i for i in range(size) if weights[i] >= 2), size)
    for i in range(min(proven, size - 1)):
        # What follows the "and" of the names is the affiliation, whatever it is called.
        if any(kind == _AND for kind, _, _ in entry[i]) and weights[i] == 0:
            return i + 1
    if proven < size:
        return proven
    if size == 2 and entry[1][0][0] == _TEXT:
        return 1
    if size > 2 and " " not in text[entry[-1][0][1] : entry[-1][-1][2]]:
        return size - 1
    return size
