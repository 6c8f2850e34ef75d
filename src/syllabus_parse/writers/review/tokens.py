"""What can't be seen in a text, made visible: control characters, marks that turn the direction, what has no width."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.excerpt import UNSAFE

# Beside what no terminal may get: soft hyphens, fillers and invisible letters, e.g. U+00AD, U+3164, U+E0041.
# The tab is a blank like others in a page.
HIDDEN: Final = lazy_regex(
    UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x08\x0a-\x1f", 1)[:-1]
    + "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Control characters have no names in Unicode but these, which everybody knows.
CONTROLS: Final = tuple(
    """NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS
    RS US""".split()  # noqa: SIM905
)


class Token(NamedTuple):
    """A piece of a text: `name` is None for words, else it says which hidden character stood there."""

    shown: str
    name: str | None = None


def split_tokens(text: str) -> list[Token]:
    r"""Split a text into words that can be shown as they are and the hidden characters between them.

    >>> split_tokens("a\x00\u202eb")
    [Token(shown='a', name=None), Token(shown='NUL', name='U+0000'), Token(shown='U+202E', name='RIGHT-TO-LEFT OVERRIDE'), Token(shown='b', name=None)]
    """  # noqa: E501
    made: list[Token] = []
    at = 0
    for found in HIDDEN.finditer(text):
        if at < found.start():
            made.append(Token(text[at : found.start()]))
        made.append(name_hidden(found[0]))
        at = found.end()
    if at < len(text):
        made.append(Token(text[at:]))
    return made


def name_hidden(character: str) -> Token:
    """Name a character that can't be seen.

    >>> name_hidden("\ufeff")
    Token(shown='U+FEFF', name='ZERO WIDTH NO-BREAK SPACE')
    """
    number = ord(character)
    code = f"U+{number:04X}"
    if number < len(CONTROLS):
        return Token(CONTROLS[number], code)
    kind = "SURROGATE" if 0xD800 <= number < 0xE000 else "CONTROL CHARACTER"
    return Token(code, unicodedata.name(character, kind))
