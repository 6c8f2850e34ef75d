"""The accounting of a source: each visible word is a field's, structure, a placeholder, passed over, or residue.

A parser that drops words silently can't be trusted with pages that nobody looks at. Here the words are counted from
the document's side: the readers' blocks are walked once, every word of every run gets exactly one class, and what no
class explains is listed with its place. A word is a stretch without blanks inside one run, so a word that is half bold
counts as two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

import attrs

from syllabus_parse.document import (
    Block,
    Cell,
    Data,
    Document,
    Heading,
    Listing,
    Mark,
    Node,
    Paragraph,
    Row,
    Run,
    Scalar,
    Table,
    Text,
)
from syllabus_parse.document import Sequence as Values
from syllabus_parse.interpret.tables.columns import is_header_like
from syllabus_parse.interpret.words import TBD, fold_label, is_page_part, link_label, requirement_group
from syllabus_parse.model import Assignment, Link, Person, Reading, Spans, Syllabus
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.source import Span

WordClass: TypeAlias = Literal["field", "structure", "placeholder", "passed_over", "residue"]
CLASSES: Final[tuple[WordClass, ...]] = get_args(WordClass)

WORD: Final = re.compile(r"\S+")
LETTER: Final = re.compile(r"[^\W_]")
HEAD_KEYS: Final = ("date", "title", "number", "week")
LABEL_WORDS: Final = 4
"""Words of the longest gap between fields that is read as a label word by word."""
# Words that say what stands beside them, or join it; alone they say nothing of a course.
LABELS: Final = frozenset(
    """a about additional all an and are as assigned assignment assignments at author authors available background be
    bei between bis book by chapter chapters class classes code date day days de deadline deadlines der die discussion
    du due e ed eds editor editors en et al event events exam exams for from further group groups guest handout
    handouts homework homeworks hw hws in instructor instructors is lab labs lead leader leaders lec lecture lecturer
    lectures lesson lessons link links location material materials meeting meetings milestone mit module modules month
    no notes number of on online optional overview or out page pages paper papers part pdf pm am pp presentation
    presentations prep preparation prepare presented presenter presenters project projects read reading readings
    recitation recommended reference references released required resource resources room section sections see
    seminar session sessions slide slides speaker speakers submission
    subject suggested talk talks team th the this time title titles to topic topics tutorial tutorials und unit units
    until url venue via video videos vol von vs watch week weeks with wk year y zoom
    fecha tema lectura lecturas semana datum thema woche aula leitura leituras séance cours semaine""".split()  # noqa: SIM905
)
FLAG: Final = re.compile(r"(?:true|false|yes|no|on|off|null|none|~|[\[{][\]}])", re.IGNORECASE)


class Word(NamedTuple):
    """One word: its place, its class, and the number of the text that it stands in."""

    start: int
    end: int
    kind: WordClass
    text: int


def account_for(document: Document, syllabus: Syllabus) -> dict[str, object]:
    """Count the words of a document by class and list the residue, as `Syllabus.coverage` holds it.

    Plain values, as they go to JSON: `words` by class, and `residue`, the places of the words that nothing explains;
    words beside each other in one text share a span. Nothing outside the blocks is counted: what the reader took for
    markup is no word.
    """
    ledger = _enter_all(document, syllabus, listing=False)
    residue: list[list[int]] = []
    before: Word | None = None
    for word in ledger.words:
        if before is not None and before.text == word.text and _is_next(document, before, word):
            residue[-1][1] = word.end
        else:
            residue.append([word.start, word.end])
        before = word
    return {"words": {kind: ledger.counts[kind] for kind in CLASSES}, "residue": residue}


def classify_words(document: Document, syllabus: Syllabus) -> list[Word]:
    """List each visible word of a document with its class, in the order of the blocks.

    Each run is visited once and each of its words gets one class, so the classes partition the words; the copies of
    a cell that a rowspan made are no words of the source.
    """
    return _enter_all(document, syllabus, listing=True).words


def _enter_all(document: Document, syllabus: Syllabus, *, listing: bool) -> _Ledger:
    parts = list(_list_parts(syllabus))
    others = [*syllabus.course.spans.values(), *_places(syllabus.links)]
    ledger = _Ledger(_Claims.of([*parts, *others]), _Claims.of(parts), _find_heads(syllabus), listing)
    if document.title is not None and not (document.meta and _inside(document.title.span, document.meta.span)):
        ledger.enter(document.title, "structure")
    if document.meta is not None:
        ledger.enter_data(document.meta, front=True)
    ledger.enter_blocks(document.blocks)
    return ledger


def _is_next(document: Document, before: Word, word: Word) -> bool:
    """Tell whether nothing but blanks and marks stands between two words of the residue."""
    return before.end <= word.start and LETTER.search(document.source.text, before.end, word.start) is None


# What the model claims.


def _list_parts(syllabus: Syllabus) -> Iterator[Span]:
    """Yield the places of sessions and readings and of all in them: where they stand is a part of the schedule."""
    for session in syllabus.sessions:
        yield from _pick(session.spans)
        yield from _places(session.presenters)
        yield from _places(session.links)
        yield from _places(session.assignments)
        for assignment in session.assignments:
            yield from _places(assignment.links)
        yield from _list_readings(session.readings)
    yield from _list_readings(syllabus.readings)


def _list_readings(readings: Iterable[Reading]) -> Iterator[Span]:
    for reading in readings:
        yield from reading.spans.values()
        yield from _places(reading.authors)
        yield from _places(reading.links)
        if reading.venue is not None:
            yield from reading.venue.spans.values()


def _places(items: Iterable[Person | Link | Assignment]) -> Iterator[Span]:
    for item in items:
        yield from item.spans.values()


def _pick(spans: Spans) -> Iterator[Span]:
    """Yield a session's places; of a title in several parts those of the parts, not what stands between them."""
    return (span for name, span in spans.items() if name != "title" or "title[0]" not in spans)


def _find_heads(syllabus: Syllabus) -> _Claims:
    """Find what a session is known by: a heading there opens a part of the schedule."""
    return _Claims.of(
        session.spans[key] for session in syllabus.sessions for key in HEAD_KEYS if key in session.spans
    )


@attrs.frozen
class _Claims:
    """Disjoint stretches in order."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> _Claims:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted({(span.start, span.end) for span in spans}):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def meet(self, start: int, end: int) -> bool:
        """Tell whether any stretch has a character in common with this one."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.ends[at] > start


def _inside(inner: Span | None, outer: Span) -> bool:
    return inner is not None and outer.start <= inner.start and inner.end <= outer.end


# The blocks, one after the other.


@attrs.define
class _Ledger:
    """The words entered so far: all of them where `listing`, else their counts, and the residue.

    `claims` are all places of the model, `parts` those of sessions and readings, `heads` what sessions are known by.
    """

    claims: _Claims
    parts: _Claims
    heads: _Claims
    listing: bool
    words: list[Word] = attrs.field(factory=list)
    counts: Counter[WordClass] = attrs.field(factory=Counter)
    texts: int = 0

    def enter_blocks(self, blocks: Sequence[Block]) -> None:
        """Enter the blocks of the page: those inside a part of the schedule are looked at closely."""
        inside = find_parts(blocks, self.parts, self.heads)
        for block, held in zip(blocks, inside, strict=True):
            if isinstance(block, Heading):
                self.enter(block.text, "structure" if held else "passed_over")
            else:
                self._enter_block(block, None if held else "passed_over")

    def _enter_block(self, block: Block, rest: WordClass | None) -> None:
        """Enter a block with all in it; `rest` is the class of unclaimed words, None to look at them."""
        stack: list[tuple[Iterator[Block], WordClass | None]] = [(iter((block,)), rest)]
        while stack:
            inner = next(stack[-1][0], None)
            kind = stack[-1][1]
            if inner is None:
                stack.pop()
            elif isinstance(inner, (Paragraph, Heading)):
                self.enter(inner.text, kind)
            elif isinstance(inner, Listing):
                stack.append((iter([below for item in inner.items for below in item.blocks]), kind))
            elif isinstance(inner, Table):
                if kind is None and not self.parts.meet(inner.span.start, inner.span.end):
                    kind = "passed_over"  # a table of other things beside a session's words
                stack += reversed([(iter(_own_blocks(row)), self._row_class(row, kind)) for row in inner.rows])
            elif isinstance(inner, Data):
                self.enter_data(inner.root, front=False)

    def _row_class(self, row: Row, kind: WordClass | None) -> WordClass | None:
        if kind is not None or self.parts.meet(row.span.start, row.span.end):
            return kind
        return "structure" if row.header or is_header_like([_plain(cell) for cell in row.cells]) else None

    def enter_data(self, root: Node, *, front: bool) -> None:
        """Enter a tree of data: keys are structure, values beside those of a session are looked at closely."""
        stack: list[tuple[Node, WordClass | None]] = [(root, "passed_over")]
        while stack:
            node, kind = stack.pop()
            if isinstance(node, Scalar):
                self.enter(node.text, kind, data=True)
            elif isinstance(node, Values):
                stack += reversed([(item, kind) for item in node.items])
            else:
                values = [value for _, value in node.entries]
                held = any(isinstance(value, Scalar) and self.parts.meet(*_ends(value.span)) for value in values)
                inner: WordClass | None = None if held and not (front and node is root) else "passed_over"
                for key, _ in node.entries:
                    self.enter(key, "structure")
                stack += reversed([(value, inner) for value in values])

    def enter(self, text: Text, rest: WordClass | None, *, data: bool = False) -> None:
        """Enter the words of one text; those that no field claims are of class `rest`, or judged by what they say."""
        self.texts += 1
        gap: list[tuple[int, int, str]] = []
        for run in text.runs:
            start, end = run.span.start, run.span.end
            at = bisect_right(self.claims.ends, start)
            next_start = self.claims.starts[at] if at < len(self.claims.starts) else end + 1
            if next_start >= end and rest is not None:
                self._enter_run(run, rest)
            elif next_start <= start and self.claims.ends[at] >= end:
                self._close(gap, text, data=data)
                self._enter_run(run, "field")
            else:
                self._enter_mixed(run, at, rest, gap, text, data=data)
        self._close(gap, text, data=data)

    def _enter_run(self, run: Run, kind: WordClass) -> None:
        """Enter a run whose words are all of one class; to count them is enough where nobody wants them listed."""
        if self.listing:
            self.words += [Word(start, end, kind, self.texts) for start, end, _ in _cut_words(run)]
        else:
            self.counts[kind] += len(run.text.split())

    def _enter_mixed(
        self, run: Run, at: int, rest: WordClass | None, gap: list[tuple[int, int, str]], text: Text, *, data: bool
    ) -> None:
        """Enter a run word by word; `at` is the first claim that ends behind its beginning."""
        starts, ends = self.claims.starts, self.claims.ends
        last = len(starts)
        struck = bool(run.marks & (Mark.STRIKE | Mark.IMAGE))
        for start, end, word in _cut_words(run):
            while at < last and ends[at] <= start:
                at += 1
            if at < last and starts[at] < end:
                self._close(gap, text, data=data)
                self._add(start, end, "field")
            elif rest is not None or struck:
                self._add(start, end, rest or "passed_over")
            else:
                gap.append((start, end, word))

    def _close(self, gap: list[tuple[int, int, str]], text: Text, *, data: bool) -> None:
        """Enter the words between two fields, which are judged together."""
        if not gap:
            return
        kind = judge_gap([word for _, _, word in gap], text.plain, data=data)
        for start, end, word in gap:
            self._add(start, end, "structure" if kind == "residue" and not LETTER.search(word) else kind)
        gap.clear()

    def _add(self, start: int, end: int, kind: WordClass) -> None:
        if self.listing or kind == "residue":
            self.words.append(Word(start, end, kind, self.texts))
        self.counts[kind] += 1


def _cut_words(run: Run) -> list[tuple[int, int, str]]:
    """List the words of a run with their places; in a run that the reader rewrote each has the place of the whole."""
    first, end = run.span.start, run.span.end
    if len(run.text) == end - first:
        return [(first + found.start(), first + found.end(), found[0]) for found in WORD.finditer(run.text)]
    return [(first, end, word) for word in run.text.split()]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _own_blocks(row: Row) -> list[Block]:
    return [block for cell in row.cells if not cell.repeated for block in cell.blocks]


def _plain(cell: Cell) -> str:
    return " ".join(block.text.plain for block in cell.blocks if isinstance(block, (Paragraph, Heading)))


def find_parts(blocks: Sequence[Block], parts: _Claims, heads: _Claims) -> list[bool]:
    """Tell for each block of the page whether it lies inside a part of the schedule.

    It does where it holds something of a session or reading, below a heading that is a session, or between two such
    blocks of one heading. A heading does where anything below it does.
    """
    held = [parts.meet(*_ends(block.span)) for block in blocks]
    out = list(held)
    opened = False
    last = -1
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            opened = heads.meet(*_ends(block.span))
            last = -1
        elif held[index]:
            if last >= 0:
                out[last:index] = [True] * (index - last)
            last = index
        elif opened:
            out[index] = True
    # Headings, from below: one of level 2 holds what those of level 3 hold. `seen[level]` tells what is below.
    seen = [False] * 8
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 6)
            out[index] = out[index] or any(seen[level:])
            seen[level:] = [False] * (8 - level)
            seen[level - 1] = seen[level - 1] or out[index]
        else:
            seen[7] = seen[7] or out[index]
    return out


def judge_gap(words: Sequence[str], whole: str, *, data: bool = False) -> WordClass:
    """Judge words that no field claims by what they say; `whole` is the text that they stand in.

    A label may be an author's own wording, so an unknown one is residue rather than guessed at.

    >>> judge_gap(["TBD"], "TBD"), judge_gap(["Required", "Reading:"], "Required Reading: Maps")
    ('placeholder', 'structure')
    >>> judge_gap(["bring", "a", "compass"], "Maps, bring a compass")
    'residue'
    """
    said = " ".join(words)
    if not LETTER.search(said):
        return "placeholder" if is_placeholder(whole) and whole.strip() else "structure"
    if is_placeholder(said) or TBD.fullmatch(said):
        return "placeholder"
    if data and FLAG.fullmatch(said):
        return "structure"
    if len(said) < 60 and (link_label(said) or requirement_group(said) or is_page_part(said)):
        return "structure"
    alone = len(words) > 1 and said == " ".join(whole.split())
    # "Project presentations" alone in its cell says what happens there: only beside a field are such words a label.
    if len(words) <= LABEL_WORDS and (not alone or ":" in said or "：" in said):
        unknown = [word for word in words if not _is_label(word)]
        if not unknown:
            return "structure"
        if all(is_placeholder(word) for word in unknown):
            return "placeholder"  # "Topic: TBD"
    return "residue"


def _is_label(word: str) -> bool:
    folded = fold_label(word).strip(",;/&+.!?")
    return not folded or not LETTER.search(folded) or all(part in LABELS for part in re.split(r"[/&+,-]", folded))
