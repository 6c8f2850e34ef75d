"""Text whose bytes were taken for those of another encoding, read again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from syllabus_parse.regex import lazy_regex

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

PIECE: Final = 2000
"""Characters handed to ftfy at once; a longer text is cut at blanks."""

_HIGH: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸˇ˘ŁĄŞŻ˛łąşĽ˝ľżŤťŹźŚś"  # what the bytes behind a lead look like
# Characters as UTF-8 leaves them when it is read as something else. Asked first: ftfy costs 0.1 s to import.
MOJIBAKE: Final = lazy_regex(
    f"[Â-ßĂĹ][{_HIGH}]|[à-ïâ][{_HIGH}]{{2}}|â€|[ðñòó][{_HIGH}]{{3}}"  # e.g. "Ã©", "â€™" (Windows-1252), "Ĺ‚" (-1250)
    "|[ÂÃ](?:\\s|\\Z)"  # e.g. "Ã  la carte"
    "|[¬√ƒ≈∆‚‰Œ][ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\xa0]"  # e.g. "√≠" (Mac Roman)
    "|[ВГРС][\u0402-\u040f\u0452-\u045f‚„…†‡€‰‹‘’“”•–—™›\xa0¤¦§©«¬®°±µ¶·»]"  # e.g. "Рџ" (Windows-1251)
    "|[├┬┼─][^\x00-\x7f]|Γ[^\x00-\x7f\u0370-\u03ff]"  # e.g. "├⌐" (the first PC's)
)
# e.g. "HÃ¥stad": two characters that ftfy lets pass, for someone could have written them
DOUBTFUL: Final = lazy_regex("[Ã-Å][¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]")
SURROGATE: Final = lazy_regex("[\ud800-\udfff]")
C1: Final = lazy_regex("[\x80-\x84\x86-\x9f]")


def join_surrogates(text: str) -> str:
    r"""Join the halves of characters that a program wrote apart; a half alone becomes U+FFFD.

    >>> join_surrogates("\ud83d\ude00")
    '😀'
    """
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def decode_again(text: str) -> str:
    """Read text again whose UTF-8 bytes were taken for another encoding's.

    >>> decode_again("Mart√≠n"), decode_again("Martín")
    ('Martín', 'Martín')
    """
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


def read_c1(text: str) -> str:
    r"""Read C1 controls as the Windows-1252 characters that they were: 0x93 is an opening quote."""
    return C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "ignore"), text)
