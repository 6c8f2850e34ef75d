r"""The commands of LaTeX by what they do to a text: headings, styles, what is dropped with its arguments."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Mark

HEADINGS: Final[dict[str, int]] = {
    "part": 2, "chapter": 3, "section": 4, "subsection": 5, "subsubsection": 6, "paragraph": 7, "subparagraph": 8,
    "minisec": 6, "frametitle": 5, "cventry": 6,
}  # fmt: skip
"""Levels; the title of the whole stands at 1."""

STYLES: Final[dict[str, int]] = {
    "textbf": Mark.BOLD, "bfseries": Mark.BOLD, "bf": Mark.BOLD, "strong": Mark.BOLD,
    "emph": Mark.ITALIC, "textit": Mark.ITALIC, "textsl": Mark.ITALIC, "em": Mark.ITALIC, "it": Mark.ITALIC,
    "itshape": Mark.ITALIC, "slshape": Mark.ITALIC, "sl": Mark.ITALIC,
    "texttt": Mark.CODE, "ttfamily": Mark.CODE, "tt": Mark.CODE,
    "sout": Mark.STRIKE, "st": Mark.STRIKE, "cancel": Mark.STRIKE,
}  # fmt: skip
"""Commands that set their argument, or all that follows in their group, in a style."""

LISTS: Final = frozenset((
    "itemize", "enumerate", "description", "list", "compactitem", "compactenum", "compactdesc", "asparaenum",
    "inparaenum", "trivlist", "thebibliography", "etaremune", "labeling", "itemize*", "enumerate*", "description*",
))  # fmt: skip
TABLES: Final[dict[str, int]] = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1,
    "longtabu": 1, "tabu": 1, "xltabular": 2, "ltablex": 2, "tblr": 1,
    "longtblr": 1, "tabularray": 1, "mpsupertabular": 1,
}  # fmt: skip
"""Tables, and how many arguments stand before their text."""

HIDDEN: Final = frozenset((
    "comment", "tikzpicture", "equation", "equation*", "align", "align*", "filecontents", "filecontents*",
    "lstlisting", "minted", "pgfpicture", "picture",
))  # fmt: skip
"""Environments that hold no words of the page."""

# Commands whose arguments are no words: how many groups in braces to pass over; with a star as without one, unless
# that is named too.
DROPPED: Final[dict[str, int]] = {
    "label": 1, "vspace": 1, "hspace": 1, "setlength": 2, "addtolength": 2,
    "setcounter": 2, "addtocounter": 2, "includegraphics": 1, "color": 1, "pagecolor": 1, "rowcolor": 1,
    "cellcolor": 1, "columncolor": 1, "input": 1, "include": 1, "bibliographystyle": 1, "bibliography": 1,
    "nobibliography": 1, "nobibliography*": 0, "nocite": 1, "thispagestyle": 1, "pagestyle": 1, "usepackage": 1,
    "documentclass": 1, "cline": 1, "cmidrule": 1, "newcommand": 2, "renewcommand": 2, "providecommand": 2,
    "newenvironment": 3, "renewenvironment": 3, "titleformat": 5, "titlespacing": 4,
    "titlecontents": 5, "definecolor": 3, "hypersetup": 1, "geometry": 1, "fontsize": 2, "rule": 2,
    "raisebox": 1, "pdfbookmark": 2, "addcontentsline": 3, "newcounter": 1, "newlength": 1, "theoremstyle": 1,
    "newtheorem": 2, "hypertarget": 1, "hyperlink": 1, "phantom": 1, "hphantom": 1, "vphantom": 1, "ref": 1,
    "pageref": 1,
    "selectlanguage": 1, "lhead": 1, "chead": 1, "rhead": 1, "lfoot": 1, "cfoot": 1, "rfoot": 1, "fancyhead": 1,
    "fancyfoot": 1, "extrarowheight": 0, "arraybackslash": 0, "caption": 0, "index": 1, "write": 1, "markboth": 2,
    "textcolor": 1, "colorbox": 1, "fcolorbox": 2, "parbox": 1, "makebox": 0, "scalebox": 1, "resizebox": 2,
    "rotatebox": 1, "begingroup": 0, "endgroup": 0, "tabcolsep": 0, "author": 1, "date": 1, "title": 1,
    "thanks": 1, "setlist": 1, "captionsetup": 1, "linespread": 1, "hyphenation": 1, "SetKw": 1, "symbol": 1,
}  # fmt: skip

SYMBOLS: Final[dict[str, str]] = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": " ", ";": " ", ":": " ",
    "!": "", "/": "", "-": "", "@": "", "quad": " ", "qquad": " ", "hfill": "\u2028", "hfil": " ", "dotfill": " ",
    "hrulefill": " ", "newline": "\u2028", "linebreak": "\u2028", "today": "",
    "textasciitilde": "~", "slash": "/", "backslash": "\\", "textbackslash": "\\", "cdot": "·", "times": "×",
    "rightarrow": "→", "to": "→", "Rightarrow": "⇒", "leftarrow": "←", "star": "⋆", "ast": "*", "dag": "†",
    "ddag": "‡", "P": "¶", "checkmark": "✓", "guillemotleft": "«", "guillemotright": "»", "og": "« ", "fg": " »",
    "nobreakspace": " ", "space": " ", "thinspace": " ", "enspace": " ", "textvisiblespace": " ", "lq": "‘", "rq": "’",
    "textasciigrave": "`", "textquotesingle": "'",
}  # fmt: skip
