"""The form in which every table of words is kept, and to which what stands in a document is brought."""

from __future__ import annotations

from typing import Final

from syllabus_parse.memo import remember

LABEL_EDGES: Final = " \t\r\n\u2028\u00a0:：.-–—*_#|[](){}「」【】<>«»\"'“”"


@remember(4096)
def fold_label(text: str) -> str:
    """Bring a label to the form of the tables: lower case, blanks folded, no marks at its ends.

    >>> fold_label("**[Required  Reading]:**")
    'required reading'
    """
    return " ".join(text.strip(LABEL_EDGES).casefold().split())
