"""Which asterisks, underscores and tildes set text bold, italic or struck out, and which are just characters.

CommonMark's algorithm with its limits on look-back, so that it stays linear. Two things differ, for the sake of pages
as people write them: `** loose **` is bold, and a star with a separator behind it ("Ann Lee*, Bo Kim*,") opens nothing.
"""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Mark

SEPARATORS: Final = frozenset(";,.)")

MARK_LENGTH: Final = 3


@attrs.define(eq=False)
class Delimiter:
    """A run of one delimiter character: where it stands among the pieces, how many are left, what it may do."""

    piece: int
    start: int
    end: int
    char: str
    count: int
    original: int
    opens: bool
    closes: bool


@attrs.frozen
class Toggle:
    """From the piece with this index on, a mark holds (step 1) or no longer holds (step -1)."""

    piece: int
    mark: int
    step: int


def find_flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of delimiters may open and whether it may close emphasis.

    >>> find_flanks("a *b* c", 2, 3), find_flanks("Jeong*, Kim", 5, 6)
    ((True, False), (False, True))
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    blank_before, blank_after = before.isspace(), after.isspace()
    point_before = not blank_before and not before.isalnum()
    point_after = not blank_after and not after.isalnum()
    left = not blank_after and (not point_after or blank_before or point_before)
    right = not blank_before and (not point_before or blank_after or point_after)
    char = text[start]
    if char == "_":
        return left and (not right or point_before), right and (not left or point_after)
    if char == "=":  # "a==b" compares
        return left and not before.isalnum(), right and not after.isalnum()
    # A footnote star between a closing bracket and a comma flanks on both sides; it opens nothing.
    if after in SEPARATORS and not blank_before:
        left = False
    return left, right


def pair_delimiters(delimiters: list[Delimiter]) -> list[Toggle]:
    """Pair openers with closers, innermost first; what is paired is taken from the delimiters' counts."""
    toggles: list[Toggle] = []
    stack: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        if closer.closes:
            while closer.count:
                key = (closer.char, closer.opens, closer.original % 3)
                at = _find_opener(stack, closer, floors.get(key, 0))
                if at < 0:
                    floors[key] = len(stack)
                    break
                opener = stack[at]
                used = 2 if opener.count >= 2 and closer.count >= 2 else 1
                _take(opener, closer, used)
                plain = Mark.STRIKE if closer.char == "~" else Mark.NONE
                mark = plain if closer.char in "~=" else Mark.BOLD if used == 2 else Mark.ITALIC
                toggles += (Toggle(opener.piece + 1, mark, 1), Toggle(closer.piece, mark, -1))
                del stack[at + 1 if opener.count else at :]
                for name, floor in floors.items():
                    floors[name] = min(floor, len(stack))
        if closer.count and closer.opens:
            stack.append(closer)
    return toggles


def _find_opener(stack: list[Delimiter], closer: Delimiter, floor: int) -> int:
    for at in range(len(stack) - 1, floor - 1, -1):
        opener = stack[at]
        if opener.char != closer.char:
            continue
        if closer.char in "~=":
            return at
        # CommonMark's rule of three: "**a*b**" is bold around "a*b".
        odd = (opener.closes or closer.opens) and (opener.original + closer.original) % 3 == 0
        if not odd or (opener.original % 3 == 0 and closer.original % 3 == 0):
            return at
    return -1


def _take(opener: Delimiter, closer: Delimiter, used: int) -> None:
    opener.count -= used
    opener.end -= used
    closer.count -= used
    closer.start += used


def pair_loose(delimiters: list[Delimiter], text: str) -> list[Toggle]:
    """Pair what is left of `**` within a line: "** Due 3/29 **", "**Topic:**Introduction", "**Due: ** today".

    A lone `**` stays text. Underscores around a mere mark ("_„_How to") go, as editors leave them there.
    """
    toggles: list[Toggle] = []
    opener: Delimiter | None = None
    last: Delimiter | None = None
    for each in delimiters:
        if each.char == "_" and each.original == each.count == 1:
            inner = text[last.end : each.start] if last is not None and each.start - last.end <= MARK_LENGTH else ""
            if last is not None and inner and not any(char.isalnum() or char.isspace() for char in inner):
                _take(last, each, 1)
                last = None
            else:
                last = each
        if each.char != "*" or each.original != 2 or each.count != 2:
            continue
        if opener is not None and "\n" not in text[opener.end : each.start]:
            # Two that could have paired properly were kept apart by others: "*a **b* c**".
            closes = not opener.opens if each.closes else not each.opens or not text[each.start - 1].isspace()
            if closes and text[opener.end : each.start].strip():
                toggles += (Toggle(opener.piece + 1, Mark.BOLD, 1), Toggle(each.piece, Mark.BOLD, -1))
                _take(opener, each, 2)
                opener = None
                continue
        opener = each if each.opens or not each.closes else None
    return toggles
