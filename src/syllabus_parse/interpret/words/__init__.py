"""The words of the trade: what headings, labels and column heads say, in the languages that syllabi are written in.

Every table is lower case; `fold_label` brings what stands in a document to that form.
"""

from __future__ import annotations

from syllabus_parse.interpret.words.days import names_day, opens_with_day
from syllabus_parse.interpret.words.labels import LABEL_EDGES, fold_label
from syllabus_parse.interpret.words.links import LABEL_ASIDE, LABEL_NUMBER, LINK_LABELS, PLACE_OF_LINK, link_label
from syllabus_parse.interpret.words.page_parts import (
    ASIAN,
    BESIDE_PART,
    CALENDAR_PART,
    COURSE_FACT,
    LIST_PART,
    PAGE_PART,
    PAGE_PARTS,
    PART_TAIL,
    POLICY,
    REMARK_PART,
    TERM_BESIDE,
    TERM_PART,
    is_page_part,
    is_policy,
    is_works_part,
)
from syllabus_parse.interpret.words.reading_kinds import READING_KINDS
from syllabus_parse.interpret.words.requirements import (
    MARKED,
    MORE_ON_IT,
    READING_WORDS,
    REQUIREMENTS,
    requirement_group,
)
from syllabus_parse.interpret.words.session_labels import (
    CJK_LABEL,
    ORDINAL_LABEL,
    SESSION_LABEL,
    SESSION_NAMES,
    SHORT_LABEL,
    session_label_kind,
)
from syllabus_parse.interpret.words.title_kinds import (
    CANCELLED,
    EXAM_REVIEW,
    NAME_ENDS,
    NAMED_GROUP,
    PAPER_TALK,
    PROJECT_TALK,
    TBD,
    TITLE_KINDS,
    cut_page_head,
    title_kind,
)

__all__ = [
    "ASIAN",
    "BESIDE_PART",
    "CALENDAR_PART",
    "CANCELLED",
    "CJK_LABEL",
    "COURSE_FACT",
    "EXAM_REVIEW",
    "LABEL_ASIDE",
    "LABEL_EDGES",
    "LABEL_NUMBER",
    "LINK_LABELS",
    "LIST_PART",
    "MARKED",
    "MORE_ON_IT",
    "NAMED_GROUP",
    "NAME_ENDS",
    "ORDINAL_LABEL",
    "PAGE_PART",
    "PAGE_PARTS",
    "PAPER_TALK",
    "PART_TAIL",
    "PLACE_OF_LINK",
    "POLICY",
    "PROJECT_TALK",
    "READING_KINDS",
    "READING_WORDS",
    "REMARK_PART",
    "REQUIREMENTS",
    "SESSION_LABEL",
    "SESSION_NAMES",
    "SHORT_LABEL",
    "TBD",
    "TERM_BESIDE",
    "TERM_PART",
    "TITLE_KINDS",
    "cut_page_head",
    "fold_label",
    "is_page_part",
    "is_policy",
    "is_works_part",
    "link_label",
    "names_day",
    "opens_with_day",
    "requirement_group",
    "session_label_kind",
    "title_kind",
]
