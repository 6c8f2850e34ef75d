"""Groups of works under labels in the words of a cell: "Required Reading: …", on the next line "Optional: …"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex

LABEL_AT: Final = lazy_regex(
    r"(?:^|[\n\u2028])[ \t*_•-]{0,6}(?P<label>[^\W\d_][^:：\n\u2028.,;?!\"“]{3,40})[:：]"
)  # e.g. "Background Readings:" at the front of a line
WORKS: Final = lazy_regex(r"\b(?:readings?|papers?|articles?|literature|texts?|lecturas?|leituras?)\s*$", re.IGNORECASE)


def split_groups(text: Text) -> tuple[Text, list[tuple[Requirement | None, Text]]]:
    """Cut a text into what stands before the labels of works, and the words under each label, which may be none.

    One label that says nothing of a requirement is left where it is, as are labels of anything but works.
    """
    plain = text.plain
    labels = [
        (found, requirement_group(found["label"]))
        for found in LABEL_AT.finditer(plain)
        # "Fall break (optional reading: …)" opens a bracket, and is no label
        if WORKS.search(found["label"]) and found["label"].count("(") <= found["label"].count(")")
    ]
    if not labels or (len(labels) == 1 and labels[0][1] is None):
        return text, []
    ends = [*(found.start() for found, _ in labels[1:]), len(plain)]
    groups = [
        (group, text.slice(found.end(), end).strip(" \t\n\u2028*_"))
        for (found, group), end in zip(labels, ends, strict=True)
    ]
    return text.slice(0, labels[0][0].start()).strip(), groups
