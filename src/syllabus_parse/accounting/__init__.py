"""The accounting of a source: each visible word is a field's, structure, a placeholder, passed over, or residue.

A parser that drops words silently can't be trusted with pages that nobody looks at. Here the words are counted from
the document's side: the readers' blocks are walked once, every word of every run gets exactly one class, and what no
class explains is listed with its place. A word is a stretch without blanks inside one run, so a word that is half bold
counts as two.
"""

from __future__ import annotations

from syllabus_parse.accounting.coverage import Coverage
from syllabus_parse.accounting.gaps import CLASSES, LETTER, WordClass, judge_gap
from syllabus_parse.accounting.ledger import Word, enter_all
from syllabus_parse.document import Document
from syllabus_parse.model import Syllabus

__all__ = ["CLASSES", "Word", "WordClass", "account_for", "account_later", "classify_words", "judge_gap"]


def account_for(document: Document, syllabus: Syllabus) -> dict[str, object]:
    """Count the words of a document by class and list the residue, as `Syllabus.coverage` holds it.

    Plain values, as they go to JSON: `words` by class, and `residue`, the places of the words that nothing explains;
    words beside each other in one text share a span. Nothing outside the blocks is counted: what the reader took for
    markup is no word.
    """
    ledger = enter_all(document, syllabus, listing=False)
    residue: list[list[int]] = []
    before: Word | None = None
    for word in ledger.words:
        if before is not None and before.text == word.text and _is_next(document, before, word):
            residue[-1][1] = word.end
        else:
            residue.append([word.start, word.end])
        before = word
    return {"words": {kind: ledger.counts[kind] for kind in CLASSES}, "residue": residue}


def account_later(document: Document, syllabus: Syllabus, *, debug: bool = False) -> Coverage:
    """Account for a document when it is first asked for; see `account_for`.

    Like a parse, this never raises: an error inside the library leaves it empty, unless `debug`.
    """

    def make() -> dict[str, object]:
        try:
            return account_for(document, syllabus)
        except Exception:
            if debug:
                raise
            return {}

    return Coverage(make)


def classify_words(document: Document, syllabus: Syllabus) -> list[Word]:
    """List each visible word of a document with its class, in the order of the blocks.

    Each run is visited once and each of its words gets one class, so the classes partition the words; the copies of
    a cell that a rowspan made are no words of the source.
    """
    return enter_all(document, syllabus, listing=True).words


def _is_next(document: Document, before: Word, word: Word) -> bool:
    """Tell whether nothing but blanks and marks stands between two words of the residue."""
    return before.end <= word.start and LETTER.search(document.source.text, before.end, word.start) is None
