"""Text as a person meant it: what copying, decoding and exporting did to the characters is undone here.

The steps stand in one visible table, `STEPS`; each is pure and finds nothing to do in its own result.
Quotes, dashes, letter forms of full width and the words themselves are never touched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.accents import join_accents
from syllabus_parse.normalize.entities import decode_entities
from syllabus_parse.normalize.mojibake import decode_again, join_surrogates, read_c1
from syllabus_parse.regex import lazy_regex

__all__ = ["STEPS", "decode_entities", "explain_changes", "fold_key", "is_tidy", "mend_text"]

ROUNDS: Final = 3
"""A mended text is mended again at most so often: one step may bare what another one mends (`&shy;`)."""

# ----------------------------------------------------------------------------- what can't be seen

ALWAYS_INVISIBLE: Final = (
    "\x00-\x08\x0e-\x1b\x7f"  # controls but white space
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e"  # zero-width space, directions
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Joiners shape letters of Arabic and Indic scripts and tie emoji together; there they are part of the spelling.
INVISIBLE: Final = lazy_regex(
    f"[{ALWAYS_INVISIBLE}]|(?<![\u0590-\u0dff\u0e80-\u109f\u1780-\u18af\u2600-\u27bf\U0001f000-\U0001faff])[\u200c\u200d]"
)


def _drop_invisible(text: str) -> str:
    return INVISIBLE.sub("", text)


# ----------------------------------------------------------------------------- ligatures, composition, blanks

LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
LIGATURE: Final = lazy_regex("[ﬀ-ﬆ]")


def _split_ligatures(text: str) -> str:
    return text.translate(LIGATURES) if LIGATURE.search(text) else text


def _compose_letters(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _fold_blanks(text: str) -> str:
    return " ".join(text.split())


STEPS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("surrogates", join_surrogates),
    ("entities", decode_entities),
    ("mojibake", decode_again),  # before the invisible: "Ã" and a soft hyphen are "í"
    ("controls", read_c1),
    ("invisible", _drop_invisible),
    ("accents", join_accents),
    ("ligatures", _split_ligatures),
    ("composition", _compose_letters),
    ("blanks", _fold_blanks),
)


def is_tidy(text: str) -> bool:
    """Tell at once that a text needs no mending: printable ASCII, without "&", a backtick or a blank too many.

    Most texts are; the answer costs less than the first step. False means only that the steps must look.

    >>> is_tidy("A Ferry for All Seasons"), is_tidy("Q&amp;A")
    (True, False)
    """
    return (
        text.isascii()
        and text.isprintable()
        and "&" not in text
        and "`" not in text
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
    )


def mend_text(text: str) -> str:
    r"""Undo what copying and decoding did to a text: broken encodings, entities, stray accents, invisible characters.

    Titles and names are compared and printed; two spellings of one word that look alike must be one.
    Quotes and dashes stay as typed, and so does everything that is only unusual (full-width letters, œ, "São").

    >>> mend_text("Mart√≠n &amp; Franc¸ois:  the ﬁne\u00ad print")
    'Martín & François: the fine print'
    >>> mend_text("don´t touch “quotes”")
    'don´t touch “quotes”'
    """
    if is_tidy(text):
        return text
    return _mend(text)[0]


def explain_changes(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend a text and name the steps that changed it, in order.

    A reader who distrusts a title wants to know what was done to it. A text that is fine names no step.

    >>> explain_changes("Mu¨nster &amp; Ko¨ln")
    ('Münster & Köln', ('entities', 'accents'))
    >>> explain_changes("São Paulo")
    ('São Paulo', ())
    """
    return _mend(text)


@remember(4096, longest=1000)
def _mend(text: str) -> tuple[str, tuple[str, ...]]:
    done: list[str] = []
    for _ in range(ROUNDS):
        before = text
        for name, step in STEPS:
            mended = step(text)
            if mended != text:
                text = mended
                if name not in done:
                    done.append(name)
        if text == before:
            break
    return text, tuple(name for name, _ in STEPS if name in done)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in "'’‘´`":
        return ""
    return " " if unicodedata.category(character)[0] in "PZC" and character not in "#" else character


NOT_A_WORD: Final = lazy_regex(r"[^\w\s]|_")


def fold_key(text: str) -> str:
    """Make a key for comparing: compatibility forms and case folded, punctuation and extra blanks off.

    Two lists word one title with other hyphens, quotes and capitals. Symbols that carry the meaning stay
    ("C++" is not "C"), and so do accents.

    >>> fold_key("“Self-Attention”, revisited")
    'self attention revisited'
    >>> fold_key("C++") == fold_key("C")
    False
    """
    text = unicodedata.normalize("NFKC", mend_text(text)).casefold()
    text = NOT_A_WORD.sub(lambda match: _fold_character(match[0]), text)
    return " ".join(unicodedata.normalize("NFKC", text).split())
