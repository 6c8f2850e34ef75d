"""Cuts a list of people at its marks, and joins again what a comma parted within one name.

The result is a flat list of items (kind, start, end); nothing is decided here about who belongs where.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import GIVEN, SURNAMES
from syllabus_parse.normalize.names import PARTICLES, SUFFIX, is_initials, is_name, normalize_name
from syllabus_parse.regex import lazy_regex

TEXT: Final = 0
COMMA: Final = 1
SEMICOLON: Final = 2
AND: Final = 3
BRACKET: Final = 4
INVERTED: Final = 5
"""Text with a comma inside that parts a surname from given names."""
BEHIND: Final = 6
"""Text right behind a linked name: its affiliation."""

LONG_LIST: Final = 5
"""Names from which on the first two lone ones are one that is turned."""

Item = tuple[int, int, int]
Piece = list[Item]
"""The items between two commas."""

# One mark that parts people; each match begins with one of a few characters, which keeps the search fast.
_CUT: Final = lazy_regex(
    r"[,(;\s（\[【；，、|•·・&+]"
    r"(?:(?<=\s)(?:(?P<word>(?:and|And|AND|und|et(?!\s{1,3}al\b)|with|&|\+|[·・/])(?=\s))|\s{1,40}(?=\S))"
    r"|(?<=[,，])\s{0,9}(?P<last>(?:and|&)(?=\s))?"
    r"|(?<=[^\s,，])|(?<=[\t\u2028]))"
)
_BEFORE_SIGN: Final = lazy_regex(r"[A-Za-zÀ-ɏ.)]")
# e.g. Ada Gray · Ada M. Gray, not Gray
_FULL_NAME: Final = lazy_regex(r"[^\W\d_a-z][\w'’-]{1,30}\s(?:[A-Z]\.\s)?[^\W\d_a-z][\w'’-]{1,30}")
TWO_BLANKS: Final = 2
_OPEN: Final = "(（[【"
_BRACKETS: Final = lazy_regex(r"[()（）\[\]【】]")
_NO_WORDS: Final = "*.,†‡§ \u200b)]"
# e.g. PhD · M.D.: behind a comma it is part of no name
_DEGREE: Final = lazy_regex(r"(?:P[hH]\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|M\.S\.|Dr\.|Prof\.|Esq\.?|FRS)")
_OTHERS: Final = lazy_regex(r"et\.?\s?al\.?|others|etc\.?")
# What may stand before a linked name without being one: "Prof. [Jane Doe](…)"
_BEFORE_LINK: Final = lazy_regex(r"\W{0,10}(?:Prof|Professor|Dr|by|By|and)?\.?\W{0,10}")


def cut_items(text: str, start: int, end: int, linked: Sequence[tuple[int, int]] = ()) -> list[Item]:
    """Cut the stretch of a text at commas, semicolons, conjunctions and brackets.

    A bracket is one item with all that is in it; one without a partner cuts like a comma. What a comma parted
    within one name ("Saltzer, J. H.") comes back as one `INVERTED` item; institutions are not told from people.

    >>> [kind for kind, _, _ in cut_items("Gray, C. and Levy, H. (MIT)", 0, 27)] == [INVERTED, AND, INVERTED, BRACKET]
    True
    >>> cut_items("", 0, 0)
    []
    """
    items = _scan(text, start, end)
    if linked:
        items = _mark_links(text, items, linked)
    return _join_inverted(text, items)


def cut_entries(items: list[Item]) -> list[list[Piece]]:
    """Group items to pieces between commas, and pieces to entries between semicolons.

    >>> [len(entry) for entry in cut_entries(cut_items("A, B; C", 0, 7))]
    [2, 1]
    >>> cut_entries([])
    [[]]
    """
    entries: list[list[Piece]] = [[[]]]
    for item in items:
        if item[0] == SEMICOLON:
            entries.append([[]])
        elif item[0] == COMMA:
            entries[-1].append([])
        else:
            entries[-1][-1].append(item)
    return [[piece for piece in entry if piece] for entry in entries]


def _match_brackets(text: str) -> dict[int, int]:
    """Pair the brackets by a stack; those without a partner are left out."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found[0] in _OPEN:
            stack.append(found.start())
        elif stack:
            pairs[stack.pop()] = found.start()
    return pairs


def _part_names(text: str, start: int, left: int, right: int) -> bool:
    """Tell two blanks between full names, where a line ended ("Ada Gray  Bo Hill"), from a slip within one."""
    return _FULL_NAME.search(text, start, left) is not None and _FULL_NAME.match(text, right) is not None


def _scan(text: str, start: int, end: int) -> list[Item]:
    pairs = _match_brackets(text) if "(" in text or "[" in text or not text.isascii() else {}
    out: list[Item] = []
    at = start
    for cut in _CUT.finditer(text, start, end):
        left, right = cut.span()
        if left < at:
            continue  # inside a bracket
        sign = text[left]
        if sign == "(" or sign in _OPEN:
            if pairs.get(left, end) < end:
                _append_text(out, text, at, left)
                at = pairs[left] + 1
                out.append((BRACKET, left, at))
                continue
            kind = COMMA
        elif sign in ",，、":
            kind = COMMA
        elif sign in ";；":
            kind = SEMICOLON
        elif sign.isspace():
            word = cut["word"]
            if not word and right - left == TWO_BLANKS and not _part_names(text, at, left, right):
                continue
            kind = AND if word and word not in "·・/" else COMMA
        elif sign in "&+·・":
            # e.g. Smith&Jones · Jane Doe·John Roe; not C++ and not 史蒂芬·霍金
            if not (_BEFORE_SIGN.match(text, max(left - 1, 0), left) and text[right : right + 1].isalpha()):
                continue
            kind = AND if sign in "&+" else COMMA
        else:
            kind = COMMA
        _append_text(out, text, at, left)
        out.append((kind, left, right))
        if cut["last"]:
            out.append((AND, right - len(cut["last"]), right))
        at = right
    _append_text(out, text, at, end)
    return out


def _append_text(out: list[Item], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece and piece.strip(_NO_WORDS):
        out.append((TEXT, start + left, start + left + len(piece)))


def _mark_links(text: str, items: list[Item], linked: Sequence[tuple[int, int]]) -> list[Item]:
    """Cut texts at the ends of linked names: what stands right behind one is its affiliation."""
    spans: list[tuple[int, int]] = []
    for a, b in sorted(linked):
        words = text[a:b] if 0 <= a < b <= min(len(text), a + 80) else ""
        if (not spans or spans[-1][1] <= a) and is_name(normalize_name(words)) and weigh_affiliation(words) < 2:
            spans.append((a, b))
    out: list[Item] = []
    at = 0
    for item in items:
        kind, start, end = item
        if kind != TEXT:
            out.append(item)
            continue
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        pos, behind = start, False
        while at < len(spans) and spans[at][0] < end:
            a, b = max(spans[at][0], pos), min(spans[at][1], end)
            if text[pos:a].strip() and (behind or not _BEFORE_LINK.fullmatch(text, pos, a)):
                out.append((BEHIND if behind else TEXT, pos, a))
            if behind or text[pos:a].strip():
                out.append((COMMA, a, a))
            _append_text(out, text, a, b)
            pos, behind = b, True
            if b < spans[at][1]:  # the link goes on behind a comma: "Saltzer, J. H."
                break
            at += 1
        if not behind:
            out.append(item)
        elif text[pos:end].strip(" *†‡§.:\u00a0"):
            out += [(COMMA, pos, pos), (BEHIND, pos, end)]
    return out


def _join_inverted(text: str, items: list[Item]) -> list[Item]:
    """Join what a comma inside one name parted: "Saltzer, J. H." · "King, Jr." · "Kjolstad, Fredrik and …"."""
    out: list[Item] = []
    joined = False
    for item in items:
        kind, start, end = item
        if kind == TEXT and end - start <= 14 and len(out) >= 2 and out[-1][0] == COMMA:
            piece = text[start:end]
            before = out[-2]
            if _DEGREE.fullmatch(piece):
                out.pop()
                continue
            initials = before[0] == TEXT and is_initials(piece) and _is_surname(text[before[1] : before[2]])
            if initials or (before[0] in (TEXT, INVERTED) and SUFFIX.fullmatch(piece)):
                out[-2:] = [(INVERTED, before[1], end)]
                joined = joined or initials
                continue
        out.append(item)
    return out if joined else _turn_pairs(text, out)


def _is_surname(piece: str) -> bool:
    if "." in piece:
        piece = normalize_name(piece)  # e.g. Dr. Saltzer
    words = [word for word in piece.split() if word not in PARTICLES]
    if not 1 <= len(words) <= 2 or "." in piece or is_initials(piece):
        return False
    return is_name(piece) and weigh_affiliation(piece) < 2


def _turn_pairs(text: str, items: list[Item]) -> list[Item]:
    """Find names that are inverted with their given names in full, by the rhythm of the marks."""
    if items and items[-1][0] == TEXT and _OTHERS.fullmatch(text, *items[-1][1:]):
        # e.g. Liskov, Barbara, et al.
        return [*_turn_pairs(text, items[:-1]), items[-1]] if len(items) > 1 else items
    texts = [text[a:b] for kind, a, b in items if kind == TEXT]
    if len(texts) < 2 or _count_words(texts[0]) != 1:
        return items
    shape = "".join("tc;aBtx"[kind] for kind, _, _ in items).rstrip("ca;")
    if "B" in shape or "x" in shape:
        return items
    single = [_count_words(piece) == 1 for piece in texts]
    given = [_is_given(piece) for piece in texts]
    pairs = shape.replace("a", ";").split(";")
    if len(pairs) >= 2 and all(pair == "tct" for pair in pairs) and all(single[0::2]):
        # e.g. Kjolstad, Fredrik and Kamil, Shoaib · Kjolstad, Fredrik; Kamil, Shoaib
        return items if any(weigh_affiliation(piece) for piece in texts) else _pair_up(items)
    if shape.replace("ca", "c") == "c".join("t" * len(texts)) and len(texts) % 2 == 0 and all(single[0::2]):
        # e.g. Smith, John, Doe, Jane · Lamport, Leslie; two bare surnames stay two people
        if len(texts) == 2:
            inverted = given[1] and not given[0] and texts[1] not in SURNAMES
            # "Mills, C. Wright": beside another person the surname would not stand alone
            inverted = inverted or (not given[0] and _LATE_GIVEN.fullmatch(texts[1]) is not None)
        else:
            inverted = sum(given[1::2]) * 5 >= len(texts) * 2 and sum(given[0::2]) * 5 <= len(texts)
        return _pair_up(items) if inverted else items
    if shape.startswith("tc") and len(texts) > 2 and single[1] and not any(single[2:]):
        # e.g. Sedgewick, Robert, and Kevin Wayne · Rosa, Jonathan and Vanessa Díaz: only the first name is turned
        paired = shape == "tctat"
        sure = given[1] or (len(texts) > 3 and texts[0] in SURNAMES and texts[1] not in SURNAMES)
        # One pair of lone names before three or more in full: "Aviram, Nimrod, Ada Gray, Bo Hill, Cy Roe"
        sure = sure or (len(texts) >= LONG_LIST and texts[1] not in SURNAMES)
        if (sure and paired) if given[0] else (sure or paired):
            return [(INVERTED, items[0][1], items[2][2]), *items[3:]]
    return items


_LATE_GIVEN: Final = lazy_regex(r"[A-ZÀ-Þ]\. [A-ZÀ-Þ][^\W\d_]{2,14}")  # e.g. "C. Wright"


def _is_given(piece: str) -> bool:
    """Tell whether a piece holds given names only: "Fredrik", "Jeffrey D.", "Mary Ann"."""
    words = piece.split()
    return words[0] in GIVEN and all(word in GIVEN or is_initials(word) for word in words[1:])


def _count_words(piece: str) -> int:
    return sum(word not in PARTICLES for word in piece.split())


def _pair_up(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    for item in items:
        if item[0] == TEXT and len(out) >= 2 and out[-1][0] == COMMA and out[-2][0] == TEXT:
            out[-2:] = [(INVERTED, out[-2][1], item[2])]
        else:
            out.append(item)
    return out
