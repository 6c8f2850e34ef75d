"""TeX in titles and names: accents, symbol commands and simple math become the characters that they print.

Only what is TeX beyond doubt is read; a backslash in a path or before a Markdown character is none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from syllabus_parse.memo import remember
from syllabus_parse.regex import lazy_regex

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

ROUNDS: Final = 8
"""How deep commands for the style of letters are nested at most."""

COMBINING: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip

# A bare accent (no braces) may be an escaped quote of JavaScript or YAML: it must stand before a letter that bears it.
BARE: Final = {
    "`": "aeiouAEIOU", "'": "aeiouyAEIOUYcnszrlCNSZRL", "^": "aeiouwyAEIOU", "~": "anoANO", '"': "aeiouyAEIOUY",
}  # fmt: skip

# e.g. the second mark of \"Attention\"
CLOSING: Final = {mark: lazy_regex(re.escape("\\" + mark) + r"(?![A-Za-z{\\])") for mark in BARE}

ACCENT: Final = lazy_regex(
    r"""
    \{\\(?P<a>[`'^~=."])\s?\{?(?P<la>[A-Za-z]|\\[ij](?![A-Za-z]))\}?\}     # e.g. {\'e}, {\'{e}}, {\"\i}
  | \{\\(?P<b>[uvHtcdbkr])(?:\s(?P<lb>[A-Za-z])|\{(?P<lc>[A-Za-z])\})\}     # e.g. {\v c}, {\c{c}}
  | \\(?P<c>[`'^~=."]|[uvHtcdbkr](?=\{))\{(?P<ld>[A-Za-z]|\\[ij])\}         # e.g. \'{e}, \v{c}, \'{\i}
  | \\(?P<d>[`'^~"])(?P<le>[A-Za-z]|\\[ij](?![A-Za-z]))                     # e.g. Mazi\`eres, G\"odel
    """,
    re.VERBOSE,
)
# e.g. don\'t, Newton\'s: an apostrophe that a program escaped
CONTRACTION: Final = lazy_regex(r"\\'(?:s|t|re|ll|ve|m|d)(?![A-Za-z])")
PATH: Final = lazy_regex(r"(?<![A-Za-z])[A-Za-z]:\\|\\\\")  # e.g. C:\path, \\server\share

# Letters and marks that have a command.
SYMBOLS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "dj": "đ", "DJ": "Đ",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "ldots": "…", "dots": "…",
    "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textasciitilde": "~", "textregistered": "®", "texttrademark": "™", "textcopyright": "©",
    "copyright": "©", "pounds": "£", "texteuro": "€", "euro": "€", "S": "§", "textdegree": "°", "textmu": "µ",
    "textbullet": "•", "textperiodcentered": "·", "textunderscore": "_", "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "textbar": "|", "textsection": "§",
}  # fmt: skip
# e.g. {\o}, \o{}, "\o re": the name ends at a brace, a blank (which goes) or at what is no letter
SYMBOL: Final = lazy_regex(r"\{\\(?P<a>[A-Za-z]{1,18})\}|\\(?P<b>[A-Za-z]{1,18})(?:\{\}|(?![A-Za-z{*])[ ]?)")
# e.g. \emph{very}, \textbf{Reading}
STYLED: Final = lazy_regex(
    r"\\(?:emph|textit|textbf|texttt|textsc|textrm|textsf|textsl|textup|textmd|text|mbox|underline|uppercase|url)"
    r"\{(?P<inner>[^{}\\]{0,300})\}"
)
# e.g. {\em very}, {\bf Reading}
SWITCHED: Final = lazy_regex(r"\{\\(?:em|it|bf|tt|sc|rm|sf|sl|itshape|bfseries|ttfamily)\s(?P<inner>[^{}\\]{0,300})\}")
# e.g. $k$-means, \(\alpha\)-stable; not the prices of "$5 and $10"
MATH: Final = lazy_regex(
    r"(?<![\\$])\$(?P<inner>[^\s$](?:[^$\n]{0,198}[^\s$\\])?)\$(?![\d$])|\\\((?P<round>[^$\n]{1,200}?)\\\)"
)
COMMAND: Final = lazy_regex(r"\\[A-Za-z]{2,}|[\^_]\{?[A-Za-z0-9\\+*-]")
# e.g. \mathcal{O}, \mathrm{KL}, {\cal L}: how a letter is set says nothing in a title (but \mathbb: ℝ is a letter)
MATH_FONT: Final = lazy_regex(
    r"\\(?:math(?:cal|scr|bf|rm|it|sf|tt|frak|normal)|boldsymbol|bm|text(?:rm|bf|it|sf|tt)?|operatorname)\s?"
    r"\{([^{}]{0,100})\}"
)
# e.g. x_{i+1}: without its braces the sum would fall apart
GROUP: Final = lazy_regex(r"([\^_])\{(?!-?\w*\})([^{}\\]{2,40})\}")
# Forms of one Greek letter that mathematicians take for the same.
GREEK: Final = str.maketrans({"ϵ": "ε", "ϕ": "φ", "ϱ": "ρ", "ϑ": "θ", "ϖ": "π", "ς": "σ"})
# Math that needs no command: a letter, a function of something, a short relation.
PLAIN_MATH: Final = lazy_regex(
    r"[A-Za-z]'?"  # e.g. $k$-means
    r"|[A-Za-z]\([A-Za-z0-9 ,+*/^_-]{1,20}\)"  # e.g. $O(n)$
    r"|[A-Za-z](?:\s?[-+=<>*/,]\s?[A-Za-z0-9]{1,3}){1,4}"  # e.g. $n = 1$
)
BRACED_WORD: Final = lazy_regex(r"(?<!\{)\{([A-Za-z0-9][A-Za-z0-9-]{0,30})\}(?!\})")  # e.g. {BERT}, {GPU}s
ESCAPED: Final = lazy_regex(r"\\([&%])")


def mend_tex(text: str) -> str:
    r"""Read TeX accents, symbol commands and simple math as the characters that they print.

    Reading lists are pasted from BibTeX. What only looks like TeX stays: paths, prices, escapes of Markdown and
    of programs, math too deep for one line of text.

    >>> mend_tex("Mazi\\`eres on $\\alpha$-divergence")
    'Mazières on α-divergence'
    >>> mend_tex("C:\\path costs $5 and $10")
    'C:\\path costs $5 and $10'
    """
    if "\\" not in text and "$" not in text:
        return text
    return _mend_tex(text)


@remember(1024)
def _mend_tex(text: str) -> str:
    before = text = unicodedata.normalize("NFC", text)
    if "$" in text or "\\(" in text:
        text = MATH.sub(_print_math, text)
    if "\\" not in text or PATH.search(text):
        return text
    text = ACCENT.sub(_print_accent, text)
    text = SYMBOL.sub(_print_symbol, text)
    text = ESCAPED.sub(r"\1", text)
    for _ in range(ROUNDS):  # from the inside out: \emph{\textbf{x}}
        outer = text
        text = STYLED.sub(lambda match: match["inner"], text)
        text = SWITCHED.sub(lambda match: match["inner"], text)
        if text == outer:
            break
    if text != before:
        text = BRACED_WORD.sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


def _print_accent(match: re.Match[str]) -> str:
    mark = match["a"] or match["b"] or match["c"] or match["d"]
    letter = (match["la"] or match["lb"] or match["lc"] or match["ld"] or match["le"]).lstrip("\\")
    if match["d"] and not _is_bare_accent(match, mark, letter):
        return match[0]
    printed = unicodedata.normalize("NFC", letter + COMBINING[mark])
    return printed if len(printed) == 1 else match[0]


def _is_bare_accent(match: re.Match[str], mark: str, letter: str) -> bool:
    text = match.string
    start = match.start()
    if letter not in BARE[mark] or CONTRACTION.match(text, start):
        return False
    if start > 0 and text[start - 1].isalpha():
        elided = text[start - 1] in "ldcjmnst" and (start == 1 or not text[start - 2].isalnum())
        return not (mark == "'" and elided)
    # At the start of a word it may open a quotation: then the same mark closes it somewhere.
    return not CLOSING[mark].search(text, match.end(), match.end() + 300)


def _print_symbol(match: re.Match[str]) -> str:
    return SYMBOLS.get(match["a"] or match["b"], match[0])


def _print_math(match: re.Match[str]) -> str:
    inner = match["inner"] or match["round"]
    if not COMMAND.search(inner) and not PLAIN_MATH.fullmatch(inner):
        return match[0]
    inner = MATH_FONT.sub(r"\1", inner)
    inner = GROUP.sub(r"\1(\2)", inner)
    if "\\" not in inner and "{" not in inner:
        return inner
    printed = " ".join(_print_tex(f"${inner}$").split()).translate(GREEK)
    return printed if printed and "\\" not in printed and "$" not in printed else match[0]


@remember(1024)
def _print_tex(piece: str) -> str:
    if piece.count("{") != piece.count("}"):
        return ""  # the library would print its own pattern: "%s/%sa" for "\\frac{a"
    try:
        return str(_printer().latex_to_text(piece))
    except Exception:  # what the library cannot read stays as it is
        return ""


@lru_cache(maxsize=1)
def _printer() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415

    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False)
