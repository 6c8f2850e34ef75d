"""The kind of a reading by what its words or its address say."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.model import ReadingKind

# Kinds of readings by what their words or address say.
READING_KINDS: Final[tuple[tuple[re.Pattern[str], ReadingKind], ...]] = (
    (
        re.compile(
            r"(?:^|[,;:(\s])(?:chapters?|chps?\.|chap\.|ch\.|kapitel|kap\.|capítulos?|cap\.|chapitres?|secs?\."
            r"|sections?|§|第.{1,3}章)\s?\d",
            re.IGNORECASE,
        ),
        "chapter",
    ),
    (
        re.compile(
            r"\b(?:ph\.?d\.? thesis|phd thesis|dissertation|master'?s thesis|thesis|dissertação|tesis|tese)\b",
            re.IGNORECASE,
        ),
        "thesis",
    ),
    (
        re.compile(
            r"\b(?:technical report|tech\.? report|tech rep\b|research report|white ?paper|rfc ?\d+|memo\b)",
            re.IGNORECASE,
        ),
        "report",
    ),
    (
        re.compile(
            r"\b(?:homepage|web ?site|online demo|blog(?: post| article)?|documentation|docs\b|tour of|tutorial site"
            r"|wiki(?:pedia)?|playground|cheat ?sheet|online course)\b",
            re.IGNORECASE,
        ),
        "web",
    ),
    (
        re.compile(
            r"^\W*(?:video|vídeo|podcast|film|movie)\s?:|\b(?:video lectures?(?! notes)|video recording|youtube"
            r"|documentary|ted talk)\b|\((?:video|film|podcast)\)\s*$",
            re.IGNORECASE,
        ),
        "video",
    ),
    (re.compile(r"\b(?:LWN article|news article|magazine article|op-ed|newspaper)\b", re.IGNORECASE), "article"),
    (re.compile(r"\bbook\s?[-–:]\s", re.IGNORECASE), "chapter"),
    (re.compile(r"^\W*(?:textbook|the book|book\s?:|handbook of|lehrbuch|libro|livro)\b", re.IGNORECASE), "book"),
)
