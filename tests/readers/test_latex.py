"""LaTeX: headings, lists, tables, links and styles; what is dropped, and what never breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import parse
from syllabus_parse.document import BREAK, Block, Cell, Document, Heading, Listing, Mark, Paragraph, Table, walk
from syllabus_parse.readers import detect_dialects
from syllabus_parse.readers.latex import READER, detect, read
from syllabus_parse.source import Source


def blocks_of(text: str) -> tuple[Block, ...]:
    return read(Source(text)).blocks


def cell_words(cell: Cell) -> str:
    return " ".join(block.text.plain for block in cell.blocks if isinstance(block, Paragraph))


def words_of(document: Document) -> str:
    seen = [block.text.plain for block in walk(document.blocks) if isinstance(block, Heading | Paragraph)]
    return " ".join(seen)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (r"G\"odel and Erd\H{o}s", "Gödel and Erdős"),
        (r"caf\'{e} na\"{\i}ve \ss{} \o re", "café naïve ß øre"),
        ("``On Denoting'' --- pp.~1--9", "“On Denoting” — pp. 1–9"),
        (r"R\&D, 10\% of \$5, a\_b, \#3", "R&D, 10% of $5, a_b, #3"),
        (r"\emph{very \textbf{bold}} words", "very bold words"),
        (r"{\bf Reading:} {\it Emma}", "Reading: Emma"),
        ("one % a comment\ntwo", "one two"),
        (r"$k$-means of $\alpha$", "k-means of α"),
        (r"seen\footnote{Or heard.} twice", "seen (Or heard.) twice"),
        (r"\textcolor{red}{Exam} \vspace{2ex}\label{x}day", "Exam day"),
        (r"\unknown[opt]{kept} words", "kept words"),
        (r"\cite{lamport78} shows", "[lamport78] shows"),
        (r"\enquote{Quoted} text", "“Quoted” text"),
        (r"\textasciigrave{}a\textquotesingle{}", "`a'"),
    ],
)
def test_inline(source: str, printed: str) -> None:
    (block,) = blocks_of(source)
    assert isinstance(block, Paragraph)
    assert block.text.plain == printed


def test_a_break_stays_one() -> None:
    (block,) = blocks_of("one\\\\[2ex]\ntwo")
    assert isinstance(block, Paragraph)
    assert block.text.plain.split(BREAK)[1].strip() == "two"


def test_title_author_and_date_stand_above_the_text() -> None:
    made = blocks_of(
        "\\title{CS 1\\\\Computing\\\\{\\small Last updated: \\today}}\n\\author{A. Name}\n\\date{Fall 2015}\n"
        "\\begin{document}\n\\maketitle\nText.\n\\end{document}\nNo text."
    )
    assert isinstance(made[0], Heading)
    assert made[0].level == 1
    assert [block.text.plain for block in made if isinstance(block, Heading | Paragraph)] == [
        "CS 1: Computing",
        "A. Name",
        "Fall 2015",
        "Text.",
    ]


def test_headings_and_a_title_set_by_hand() -> None:
    made = blocks_of(
        "\\begin{document}\\begin{center}{\\Large\\bf CS 2: Trees}\\\\ Spring 2017\\end{center}\n"
        "\\section*{Plan}\n\\subsection[short]{Week 1}\nx\\end{document}"
    )
    assert [(block.level, block.text.plain) for block in made if isinstance(block, Heading)] == [
        (1, "CS 2: Trees"),
        (4, "Plan"),
        (5, "Week 1"),
    ]


def test_lists_nest_and_labels_are_bold() -> None:
    (block,) = blocks_of(
        "\\begin{description}\n\\item[Jan 9] Maps\n\\begin{itemize}\n\\item A\n\\item B\n\\end{itemize}\n"
        "\\item[Jan 11:] Sets\n\\end{description}"
    )
    assert isinstance(block, Listing)
    first, second = (item.blocks[0] for item in block.items)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text.plain, second.text.plain) == ("Jan 9: Maps", "Jan 11: Sets")
    assert first.text.runs[0].marks & Mark.BOLD
    inner = block.items[0].blocks[1]
    assert isinstance(inner, Listing)
    assert len(inner.items) == 2


def test_a_command_of_the_page_that_makes_items() -> None:
    (block,) = blocks_of(
        "\\newcommand{\\work}[1]{\\item \\emph{#1}}\n\\begin{document}\n"
        "\\begin{itemize}\\work{Emma}\\work{Persuasion}\\end{itemize}\n\\end{document}"
    )
    assert isinstance(block, Listing)
    assert len(block.items) == 2


def test_items_by_level() -> None:
    blocks = blocks_of(
        "\\begin{outline}[enumerate]\n\\1 \\textbf{Week 1}\n\\2 Looms\n\\2 Knots\n"
        "\\1 Week 2\n\\3 Beds\n\\end{outline}\nEnd \\1"
    )
    listing, end = blocks
    assert isinstance(listing, Listing)
    assert isinstance(end, Paragraph)
    assert end.text.plain == "End"
    first, second = listing.items
    assert [type(block) for block in first.blocks] == [Paragraph, Listing]
    inner = first.blocks[1]
    assert isinstance(inner, Listing)
    assert [words_of_item(item.blocks) for item in inner.items] == ["Looms", "Knots"]
    assert words_of_item(second.blocks) == "Week 2"


def words_of_item(blocks: tuple[Block, ...]) -> str:
    return blocks[0].text.plain if isinstance(blocks[0], Paragraph) else ""


def test_tables_with_heads_and_spans() -> None:
    (block,) = blocks_of(
        "\\begin{longtable}{|l|p{3cm}|l|}\n\\hline\n\\textbf{Date} & \\textbf{Topic} & \\textbf{Reading} \\\\ \\hline\n"
        "\\endhead\nSep 3 & \\multirow{2}{*}{Names} & Kripke \\& co \\\\ \\cline{1-1}\n"
        "Sep 8 & & \\href{http://a.org/50\\%.pdf}{pdf} \\\\\n\\multicolumn{3}{|c|}{Part II} \\\\\n\\end{longtable}"
    )
    assert isinstance(block, Table)
    assert [row.header for row in block.rows] == [True, False, False, False]
    assert [len(row.cells) for row in block.rows] == [3, 3, 3, 3]
    assert block.rows[2].cells[1].repeated
    link = block.rows[2].cells[2].blocks[0]
    assert isinstance(link, Paragraph)
    assert link.text.links()[0][0].href == "http://a.org/50%.pdf"
    assert block.rows[3].cells[0].colspan == 3


def test_a_whole_syllabus() -> None:
    syllabus = parse(
        "\\documentclass{article}\n\\title{PHIL 33: Language}\n\\date{Fall 2015}\n\\begin{document}\n\\maketitle\n"
        "\\section*{Schedule}\n\\begin{tabular}{lll}\n\\textbf{Date} & \\textbf{Topic} & \\textbf{Reading} \\\\\n"
        "Aug 25 & Introduction & --- \\\\\nSep 1 & G\\\"odel & H.~Name, ``On Numbers and Names'' (1905) \\\\\n"
        "Sep 15 & \\multicolumn{2}{l}{No class} \\\\\n\\end{tabular}\n\\end{document}\n"
    )
    assert syllabus.source.dialect == "tex"
    assert (syllabus.course.title, syllabus.course.code, syllabus.course.year) == ("Language", "PHIL 33", 2015)
    assert [(str(session.date), session.title, session.kind) for session in syllabus.sessions] == [
        ("2015-08-25", "Introduction", "lecture"),
        ("2015-09-01", "Gödel", "lecture"),
        ("2015-09-15", "No class", "holiday"),
    ]
    (reading,) = syllabus.sessions[1].readings
    assert (reading.title, [person.name for person in reading.authors], reading.year) == (
        "On Numbers and Names",
        ["H. Name"],
        1905,
    )


def test_weeks_with_days_and_works() -> None:
    syllabus = parse(
        "\\section{Schedule}\n\\subsection{Week 2 --- Time}\n"
        "\\subsubsection{Required reading for Monday, April 7, 2014}\n"
        "\\begin{itemize}\n\\item A. Name. \\emph{Clocks and Order}. 1978.\n\\end{itemize}\n"
        "\\emph{NOTE: No class on Wednesday, April 9 -- Spring Day}\n"
    )
    assert [(str(session.date), session.week, session.section) for session in syllabus.sessions] == [
        ("2014-04-07", 2, ("Week 2 — Time",)),
        ("2014-04-09", 2, ("Week 2 — Time",)),
    ]
    assert syllabus.sessions[0].readings[0].requirement == "required"


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n- \\emph{x} and $x^2$\n",
        "C:\\path\\section 3\n",
        "Just words about \\LaTeX{} and nothing else.",
        "| Date | Topic |\n|---|---|\n| 9/2 | $\\textbf{x}$ |\n",
    ],
)
def test_other_formats_with_a_formula(text: str) -> None:
    assert detect(Source(text)) is None or detect_dialects(Source(text))[0].dialect != "tex"


def test_detected_by_its_commands() -> None:
    text = "\\section{Readings}\n\\begin{enumerate}\n\\item Emma\n\\end{enumerate}\n"
    assert detect_dialects(Source(text))[0].dialect == "tex"


WORDS = ("alpha", "beta")
PIECES = st.sampled_from(
    [
        "\\begin{itemize}", "\\end{itemize}", "\\item", "\\item[a]", "{", "}", "\\\\", "&", "\\begin{tabular}{ll}",
        "\\end{tabular}", "\\multirow{2}{*}{", "\\multicolumn{2}{c}{", "word", "\n\n", "\n", "%", "$", "\\section{",
        "\\href{u}{", "\\url{v}", "\\hline", "\\endhead", "[", "]", "\\'", "\\textbf", "\\unknown", "--", "``", "~",
        "\\begin{document}", "\\end{document}", "\\newcommand{\\x}{\\item}", "\\x", "\\Large", "\\title{", "\\today",
        "é",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_never_raises_and_spans_lie_in_the_source(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = READER.read(Source(text))
    for block in walk(document.blocks):
        assert 0 <= block.span.start <= block.span.end <= len(text)
        if isinstance(block, Heading | Paragraph):
            for run in block.text.runs:
                assert 0 <= run.span.start <= run.span.end <= len(text)


@given(st.lists(st.sampled_from([*WORDS, "\\textbf{gamma}", "\\emph{delta", "}", "\\item", "\n\n", "&", "\\\\"])))
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = " ".join(pieces)
    seen = words_of(READER.read(Source(text)))
    for word in ("alpha", "beta", "gamma", "delta"):
        assert seen.count(word) == text.count(word)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 30_000,
        "\\begin{itemize}\\item " * 3_000,
        "\\begin{tabular}{l}" * 2_000 + "x",
        "\\textbf{" * 20_000 + "x",
        "\\item[" * 10_000,
        "a & b \\\\ " * 10_000,
        "\\unknown{" * 10_000,
        "$" * 20_001,
        "\\Large " * 10_000,
    ],
)
def test_hostile_input_ends(text: str) -> None:
    document = READER.read(Source(text))
    assert isinstance(document, Document)


def test_commands_that_stand_for_words_print_them() -> None:
    made = blocks_of(
        "\\def\\mytitle{Looms of the North}\n\\title{\\mytitle}\n\\date{\\vspace{-5ex}}\n\\date{Fall 2015}\n"
        "\\newcommand{\\LB}{\\emph{The Loom}}\n\\begin{document}\nRead \\LB{} today.\n\\end{document}\n"
    )
    assert [block.text.plain for block in made if isinstance(block, Heading | Paragraph)] == [
        "Looms of the North",
        "Fall 2015",
        "Read The Loom today.",
    ]


def test_large_words_in_a_title() -> None:
    document = read(
        Source(
            "\\documentclass{article}\n\\def\\name{Long Looms}\n"
            "\\title{\\textbf{\\huge{\\name}}\\\\ CS 9}\n\\begin{document}\nHello\n\\end{document}"
        )
    )
    assert document.title is not None
    assert document.title.plain == "Long Looms: CS 9"


def test_a_trimmed_rule_is_no_cell() -> None:
    table, *_ = blocks_of(
        "\\begin{tabular}{cl}\nWeek & Topic \\\\\n\\cmidrule[.1em](lr){1-2}\n1 & Looms \\\\\n\\end{tabular}"
    )
    assert isinstance(table, Table)
    assert [cell_words(cell) for cell in table.rows[1].cells] == ["1", "Looms"]


def test_the_name_of_a_file_tells_its_format() -> None:
    plain = "Looms\n\n9/3 Wool\n"
    assert detect(Source(plain)) is None
    guess = detect(Source(plain, uri="https://x.org/plan.tex?raw=1"))
    assert guess is not None
    assert guess.score >= 0.9
    assert guess.reasons[-1] == "its name ends in .tex"
