"""The commands of LaTeX one by one: what goes with its arguments, headings, styles, lists and tables."""

from __future__ import annotations

import pytest

from block_drawings import draw_document
from syllabus_parse.readers.latex_words import DROPPED, HEADINGS, LISTS, STYLES, TABLES

# Each with all that belongs to it; a group behind it is words of the page.
DROPPED_LINES = r"""
\label{sec:wool}
\vspace{1em}
\vspace*{1em}
\hspace{1em}
\hspace*{1em}
\setlength{\parskip}{1em}
\addtolength{\parskip}{1em}
\setcounter{page}{3}
\addtocounter{page}{3}
\includegraphics[width=3cm]{loom.png}
\color{red}
\pagecolor{red}
\rowcolor{red}
\cellcolor{red}
\columncolor{red}
\input{part.tex}
\include{part}
\bibliographystyle{plain}
\bibliography{works}
\nobibliography{works}
\nobibliography*
\nocite{key}
\thispagestyle{empty}
\pagestyle{empty}
\usepackage[utf8]{inputenc}
\documentclass[11pt]{article}
\cline{1-2}
\cmidrule{1-2}
\newcommand{\wool}{flax}
\renewcommand{\wool}{flax}
\providecommand{\wool}{flax}
\newenvironment{loom}{begin}{end}
\renewenvironment{loom}{begin}{end}
\titleformat{\section}{large}{label}{1em}{before}
\titlespacing{\section}{0pt}{1em}{2em}
\titlespacing*{\section}{0pt}{1em}{2em}
\titlecontents{section}{left}{above}{before}{page}
\definecolor{loom}{rgb}{0.1,0.2,0.3}
\hypersetup{colorlinks}
\geometry{margin=1in}
\fontsize{10}{12}
\rule{1em}{2em}
\raisebox{1ex}
\pdfbookmark{name}{anchor}
\addcontentsline{toc}{section}{name}
\newcounter{loom}
\newlength{\loom}
\theoremstyle{plain}
\newtheorem{lemma}{Lemma}
\hypertarget{anchor}
\hyperlink{anchor}
\phantom{loom}
\hphantom{loom}
\vphantom{loom}
\ref{sec:wool}
\pageref{sec:wool}
\selectlanguage{german}
\lhead{left}
\chead{middle}
\rhead{right}
\lfoot{left}
\cfoot{middle}
\rfoot{right}
\fancyhead{head}
\fancyfoot{foot}
\extrarowheight
\arraybackslash
\caption
\index{loom}
\write{loom}
\markboth{left}{right}
\textcolor{red}
\colorbox{red}
\fcolorbox{red}{blue}
\parbox{3cm}
\makebox
\scalebox{0.5}
\resizebox{3cm}{2cm}
\rotatebox{90}
\begingroup
\endgroup
\tabcolsep
\thanks{a fund}
\setlist{nosep}
\captionsetup{font=small}
\linespread{1.5}
\hyphenation{loom}
\SetKw{KwTo}
\symbol{65}
""".strip().split("\n")
# What is read elsewhere: the page's title, its people and its day.
OF_THE_HEAD = {"author", "date", "title"}


def name_command(line: str) -> str:
    return line[1:].partition("{")[0].partition("[")[0]


def test_every_dropped_command_has_a_line() -> None:
    named = {name_command(line) for line in DROPPED_LINES}
    assert named - {"vspace*", "hspace*", "titlespacing*"} | OF_THE_HEAD == set(DROPPED)


@pytest.mark.parametrize("line", DROPPED_LINES, ids=name_command)
def test_a_command_goes_with_its_own_arguments_only(line: str) -> None:
    assert draw_document(f"{line}{{Wool}} and flax", "tex") == ["Wool and flax"]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("part", 2), ("chapter", 3), ("section", 4), ("subsection", 5), ("subsubsection", 6), ("paragraph", 7),
        ("subparagraph", 8), ("minisec", 6), ("frametitle", 5), ("cventry", 6),
    ],
)  # fmt: skip
def test_headings_nest_as_their_names_say(name: str, level: int) -> None:
    assert len(HEADINGS) == 10
    assert draw_document(f"\\{name}{{Wool}}\nflax", "tex") == ["#" * level + " Wool", "flax"]


STYLED = {
    "**{}**": "textbf bfseries bf strong",
    "_{}_": "emph textit textsl em it itshape slshape sl",
    "`{}`": "texttt ttfamily tt",
    "~~{}~~": "sout st cancel",
}


def test_every_style_is_drawn() -> None:
    assert sorted(name for names in STYLED.values() for name in names.split()) == sorted(STYLES)


@pytest.mark.parametrize(
    ("name", "drawn"), [(name, drawn) for drawn, names in STYLED.items() for name in names.split()]
)
def test_styles(name: str, drawn: str) -> None:
    assert draw_document(f"a \\{name}{{Wool}}", "tex") == [f"a {drawn.format('Wool')}"]
    assert draw_document(f"{{\\{name} Wool}} b", "tex") == [f"{drawn.format('Wool')} b"]


@pytest.mark.parametrize(
    "begin",
    [
        r"\begin{tabular}{ll}",
        r"\begin{tabular}[t]{ll}",
        r"\begin{tabular*}{3cm}{ll}",
        r"\begin{tabularx}{\textwidth}{lX}",
        r"\begin{tabulary}{3cm}{LL}",
        r"\begin{longtable}{ll}",
        r"\begin{array}{ll}",
        r"\begin{supertabular}{ll}",
        r"\begin{longtabu}{ll}",
        r"\begin{tabu}{ll}",
        r"\begin{xltabular}{3cm}{ll}",
        r"\begin{ltablex}{3cm}{ll}",
        r"\begin{tblr}{ll}",
        r"\begin{longtblr}{ll}",
        r"\begin{tabularray}{ll}",
        r"\begin{mpsupertabular}{ll}",
    ],
)
def test_tables_begin_behind_their_arguments(begin: str) -> None:
    name = begin[7:].partition("}")[0]
    assert name in TABLES
    text = f"{begin}{{Day}} & Topic \\\\\n9/3 & Wool \\\\\n\\end{{{name}}}\n"
    assert draw_document(text, "tex") == ["| Day | Topic |", "| 9/3 | Wool |"]


@pytest.mark.parametrize("name", sorted(LISTS - {"list", "thebibliography", "labeling"}))
def test_lists(name: str) -> None:
    text = f"\\begin{{{name}}}\n\\item Wool\n\\item Flax\n\\end{{{name}}}\n"
    assert draw_document(text, "tex") == ["- Wool", "- Flax"]
