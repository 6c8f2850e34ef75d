"""Text as a person meant it: what copying, decoding and exporting did to the characters is undone here.

The steps stand in one visible table, `STEPS`; each is pure and finds nothing to do in its own result.
Quotes, dashes, letter forms of full width and the words themselves are never touched.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

ROUNDS: Final = 3
"""A mended text is mended again at most so often: one step may bare what another one mends (`&shy;`)."""

PIECE: Final = 2000
"""Characters handed to ftfy at once; a longer text is cut at blanks."""


# ----------------------------------------------------------------------------- entities

# e.g. &amp;amp;lt; (escaped once too often by each program on the way); also &#38;#38;
AMPERSANDS: Final = re.compile(r"&(?:(?:amp|AMP|#0{0,3}38|#[xX]0{0,2}26);)+")
# e.g. &eacute; · &#8217; · &#x2014; · "&nbsp" at the end of a word, its semicolon lost
ENTITY: Final = re.compile(
    r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|(?:nbsp|amp|quot|lt|gt)(?![A-Za-z0-9;=]))"
)


def decode_entities(text: str) -> str:
    """Replace HTML entities by their characters, however often an ampersand was escaped.

    Pages are pasted into data files, and escaped again on the way. Only whole names with a semicolon count (and five
    that browsers forgive): "AT&T" and "?a=1&copy=2" have no entity.

    >>> decode_entities("R&amp;amp;D &#8211; caf&eacute;")
    'R&D – café'
    >>> decode_entities("AT&T &unknown; ?a=1&copy=2")
    'AT&T &unknown; ?a=1&copy=2'
    """
    if "&" not in text:
        return text
    return ENTITY.sub(_print_entity, AMPERSANDS.sub("&", text))


def _print_entity(match: re.Match[str]) -> str:
    entity = match[0]
    # `unescape` would also take the beginning of an unknown name: "&notation;" for "¬ation;".
    if entity[1] == "#" or entity[-1] != ";" or entity[1:] in html5:
        return html.unescape(entity)
    return entity


# ----------------------------------------------------------------------------- mojibake

_HIGH: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸˇ˘ŁĄŞŻ˛łąşĽ˝ľżŤťŹźŚś"  # what the bytes behind a lead look like
# Characters as UTF-8 leaves them when it is read as something else. Asked first: ftfy costs 0.1 s to import.
MOJIBAKE: Final = re.compile(
    f"[Â-ßĂĹ][{_HIGH}]|[à-ïâ][{_HIGH}]{{2}}|â€|[ðñòó][{_HIGH}]{{3}}"  # e.g. "Ã©", "â€™" (Windows-1252), "Ĺ‚" (-1250)
    "|[ÂÃ](?:\\s|\\Z)"  # e.g. "Ã  la carte"
    "|[¬√ƒ≈∆‚‰Œ][ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\xa0]"  # e.g. "√≠" (Mac Roman)
    "|[ВГРС][\u0402-\u040f\u0452-\u045f‚„…†‡€‰‹‘’“”•–—™›\xa0¤¦§©«¬®°±µ¶·»]"  # e.g. "Рџ" (Windows-1251)
    "|[├┬┼─][^\x00-\x7f]|Γ[^\x00-\x7f\u0370-\u03ff]"  # e.g. "├⌐" (the first PC's)
)
# e.g. "HÃ¥stad": two characters that ftfy lets pass, for someone could have written them
DOUBTFUL: Final = re.compile("[Ã-Å][¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]")
SURROGATE: Final = re.compile("[\ud800-\udfff]")
C1: Final = re.compile("[\x80-\x84\x86-\x9f]")


def _join_surrogates(text: str) -> str:
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decode_again(text: str) -> str:
    """Read text again whose UTF-8 bytes were taken for another encoding's."""
    if text.isascii() or not MOJIBAKE.search(text):
        return text
    from ftfy.badness import is_bad  # noqa: PLC0415 - see MOJIBAKE

    text = "".join(
        piece if piece.isascii() or not is_bad(piece) else _decode_piece(piece) for piece in _cut_pieces(text)
    )
    if not DOUBTFUL.search(text):
        return text
    return " ".join([_decode_word(word) if DOUBTFUL.search(word) else word for word in text.split(" ")])


def _decode_piece(piece: str) -> str:
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import is_bad  # noqa: PLC0415

    mended: str = fix_encoding(piece, _ftfy_config())
    if is_bad(mended):
        # One character that the wrong encoding lacks keeps the whole from being read again; its words can be.
        words = [fix_encoding(word, _ftfy_config()) if is_bad(word) else word for word in mended.split(" ")]
        mended = " ".join(words)
    return mended


def _decode_word(word: str) -> str:
    """Read a word again that may be meant as it stands, where all of it becomes letters of Europe."""
    try:
        read = word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return word
    return read if all(character.isascii() or "\xc0" <= character <= "\u024f" for character in read) else word


def _cut_pieces(text: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    while len(text) - start > PIECE:
        cut = text.rfind(" ", start, start + PIECE) + 1
        if cut <= start:
            cut = start + PIECE
        pieces.append(text[start:cut])
        start = cut
    pieces.append(text[start:])
    return pieces


@lru_cache(maxsize=1)
def _ftfy_config() -> TextFixerConfig:
    from ftfy import TextFixerConfig  # noqa: PLC0415

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )


def _read_c1(text: str) -> str:
    """Read C1 controls as the Windows-1252 characters that they were: 0x93 is an opening quote."""
    return C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "ignore"), text)


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
INVISIBLE: Final = re.compile(
    f"[{ALWAYS_INVISIBLE}]|(?<![\u0590-\u0dff\u0e80-\u109f\u1780-\u18af\u2600-\u27bf\U0001f000-\U0001faff])[\u200c\u200d]"
)


def _drop_invisible(text: str) -> str:
    return INVISIBLE.sub("", text)


# ----------------------------------------------------------------------------- accents

SPACING_ACCENTS: Final = {
    "`": "\u0300",
    "\u00a8": "\u0308",  # ¨
    "\u00af": "\u0304",  # ¯
    "\u00b4": "\u0301",  # ´
    "\u00b8": "\u0327",  # ¸
    "\u02c6": "\u0302",  # ˆ
    "\u02c7": "\u030c",  # ˇ
    "\u02d8": "\u0306",  # ˘
    "\u02d9": "\u0307",  # ˙
    "\u02da": "\u030a",  # ˚
    "\u02db": "\u0328",  # ˛
    "\u02dc": "\u0303",  # ˜
    "\u02dd": "\u030b",  # ˝
}
ACCENT: Final = re.compile("[¨¯´¸ˆˇ˘˙˚˛˜˝]")
# Letters that bear each accent in the languages of Europe: the letter beside the accent that can is the one meant.
BEARERS: Final = {
    "¨": "aeiouyAEIOUYı", "¯": "aeiouAEIOUı", "´": "aeiouyAEIOUYıcnszCNSZ", "¸": "csCStT", "ˆ": "aeiouAEIOUıwyWY",
    "ˇ": "cszrnetdCSZRNETD", "˘": "agAGe", "˙": "zZIcCgGe", "˚": "auAU", "˛": "aeAEiuIU", "˜": "noaNOA", "˝": "ouOU",
    "`": "aeiouAEIOU",
}  # fmt: skip
# e.g. "M ¨uller", "Schr ¨odinger": copied from a PDF, the accent stands before its letter and brings a blank along
PDF_BLANK: Final = re.compile(
    r"(?<=[^\W\d_]) (?:¨[aouı]|´(?:[aeiouyıc]|[nsz](?=[^\W\d_]))|¸[cs]|ˆ[aeiouı]|ˇ[cszrne]|˚[au]|˜[nao]|˝[ou])"
)
# e.g. "Mazie`res": a backtick that stands between letters; code has one at the edge of a word
BACKTICK: Final = re.compile(r"(?<=[^\W\d_])`(?=[^\W\d_])")
# e.g. "don´t", "Children´s", "rock´n´roll": an acute typed for an apostrophe
CONTRACTION: Final = re.compile(r"[´`](?:s(?![^\W\d_])|n[´`])|(?<=[´`]n)[´`]|(?<=n)[´`]t(?![^\W\d_])")
# e.g. "we´re", but not "Molie`re"
PRONOUN: Final = re.compile(r"(?<![^\W\d_])(?:i|we|you|they|he|she|it|who|that|there|what)\Z", re.IGNORECASE)
SHORTENED: Final = re.compile(r"[´`](?:re|ll|ve|m|d)(?![^\W\d_])")
# e.g. "say ´hello´ now": two acutes for quotes
OPENING: Final = re.compile(r"(?<![^\W\d_])´(?=[^\W\d_A-Z])(?=[^´]{1,100}(?<=[^\W\d_])´(?![^\W\d_]))")
CLOSING: Final = re.compile(r"(?<=[^\W\d_])´(?![^\W\d_])")
ELISION: Final = frozenset("ldcjmntsLD")


def _join_accents(text: str) -> str:
    """Put spacing accents on the letter before them (or behind them), where that makes a letter in use."""
    if "`" in text and len(BACKTICK.findall(text)) == text.count("`"):
        text = _place_accents(text, BACKTICK)
    if not ACCENT.search(text):
        return text
    text = PDF_BLANK.sub(lambda match: _compose(match[0][2], match[0][1]), text)
    return _place_accents(text, ACCENT)


def _place_accents(text: str, pattern: re.Pattern[str]) -> str:
    out: list[str] = []
    taken = 0
    quoted = False
    for match in pattern.finditer(text):
        at = match.start()
        accent = text[at]
        before = text[at - 1] if at > taken else ""
        after = text[at + 1 : at + 2]
        if accent in "´`" and _is_apostrophe(text, at, after):
            continue
        if accent == "´" and (CLOSING if quoted else OPENING).match(text, at):
            quoted = not quoted
            continue
        bears = before != "" and before in BEARERS[accent]
        if after and after in BEARERS[accent] and not before.isspace():
            behind = not bears or _is_meant_behind(text, at, accent)
        else:
            behind = after != "" and after in BEARERS[accent] and after.isupper()
        if behind:
            out += (text[taken:at], _compose(after, accent))
            taken = at + 2
        elif bears:
            out += (text[taken : at - 1], _compose(before, accent))
            taken = at + 1
    out.append(text[taken:])
    return "".join(out)


def _is_meant_behind(text: str, at: int, accent: str) -> bool:
    """Choose between two letters that can both bear the accent: the one that does so more often."""
    before, after = text[at - 1], text[at + 1]
    if after == "ı":  # only an accent takes the dot off
        return True
    if accent == "˜":  # e.g. "Jo˜ao" but "Espan˜a", "Sa˜o"
        return text[at + 1 : at + 3] in ("ao", "ae", "oe")
    if accent == "˘":  # e.g. "Da˘glı"
        return after in "gG"
    if accent == "ˆ" and after == "i":  # e.g. "Benoˆit"
        return before in "oa"
    if accent == "`":  # e.g. "Mazi`eres"
        return after in "eE" and before not in "eE"
    return _is_vowel(after) and not _is_vowel(before)


def _is_vowel(letter: str) -> bool:
    return letter != "" and letter in "aeiouyAEIOUYı"


def _is_apostrophe(text: str, at: int, after: str) -> bool:
    """Tell `don´t`, `we´re` and `l´amour` (one elided letter before) from `Andr´e`."""
    if CONTRACTION.match(text, at):
        return True
    if SHORTENED.match(text, at):
        return PRONOUN.search(text, max(0, at - 7), at) is not None
    if at == 0 or text[at - 1] not in ELISION or not after.isalpha():
        return False
    return at == 1 or not text[at - 2].isalnum()


def _compose(letter: str, accent: str) -> str:
    base = "i" if letter == "ı" else letter
    return unicodedata.normalize("NFC", base + SPACING_ACCENTS[accent])


# ----------------------------------------------------------------------------- ligatures, composition, blanks

LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
LIGATURE: Final = re.compile("[ﬀ-ﬆ]")


def _split_ligatures(text: str) -> str:
    return text.translate(LIGATURES) if LIGATURE.search(text) else text


def _compose_letters(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _fold_blanks(text: str) -> str:
    return " ".join(text.split())


STEPS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("surrogates", _join_surrogates),
    ("entities", decode_entities),
    ("mojibake", _decode_again),  # before the invisible: "Ã" and a soft hyphen are "í"
    ("controls", _read_c1),
    ("invisible", _drop_invisible),
    ("accents", _join_accents),
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
    return _mend(text)[0] if len(text) > 1000 else _mend_short(text)[0]


def explain_changes(text: str) -> tuple[str, tuple[str, ...]]:
    """Mend a text and name the steps that changed it, in order.

    A reader who distrusts a title wants to know what was done to it. A text that is fine names no step.

    >>> explain_changes("Mu¨nster &amp; Ko¨ln")
    ('Münster & Köln', ('entities', 'accents'))
    >>> explain_changes("São Paulo")
    ('São Paulo', ())
    """
    return _mend(text)


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


_mend_short = lru_cache(maxsize=4096)(_mend)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in "'’‘´`":
        return ""
    return " " if unicodedata.category(character)[0] in "PZC" and character not in "#" else character


NOT_A_WORD: Final = re.compile(r"[^\w\s]|_")


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
