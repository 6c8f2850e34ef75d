"""The kind of a reading by what its words or its address say."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.model import ReadingKind
from syllabus_parse.regex import lazy_regex

# Kinds of readings by what their words or address say.
READING_KINDS: Final[tuple[tuple[re.Pattern[str], ReadingKind], ...]] = (
    (
        lazy_regex(
            r"(?:^|[,;:(\s])(?:chapters?|chps?\.|chap\.|ch\.?|kapitel|kap\.|capítulos?|cap\.|chapitres?|secs?\."
            r"|sections?|§|第.{1,3}章)\s?\d",
            re.IGNORECASE,
            needs="ch kap cap sec § 第",
        ),
        "chapter",
    ),
    (
        lazy_regex(
            r"\b(?:ph\.?d\.? thesis|phd thesis|dissertation|master'?s thesis|thesis|dissertação|tesis|tese)\b",
            re.IGNORECASE,
            needs="thesis dissert tesis tese",
        ),
        "thesis",
    ),
    (
        lazy_regex(
            r"\b(?:technical report|tech\.? report|tech rep\b|research report|white ?paper|rfc ?\d+|memo\b)",
            re.IGNORECASE,
            needs="report rep paper rfc memo",
        ),
        "report",
    ),
    (
        lazy_regex(
            r"\b(?:homepage|web ?site|online demo|blog(?: post| article)?|documentation|docs\b|tour of|tutorial site"
            r"|wiki(?:pedia)?|playground|cheat ?sheet|online course)\b",
            re.IGNORECASE,
            needs="homepage site demo blog documentation docs tour wiki playground cheat course",
        ),
        "web",
    ),
    (
        lazy_regex(
            r"^\W*(?:video|vídeo|podcast|film|movie)\s?:|\b(?:video lectures?(?! notes)|video recording|youtube"
            r"|documentary|ted talk)\b|\((?:video|film|podcast)\)\s*$",
            re.IGNORECASE,
            needs="video vídeo podcast film movie youtube documentary ted",
        ),
        "video",
    ),
    (
        lazy_regex(
            r"\b(?:LWN article|news article|magazine article|op-ed|newspaper)\b",
            re.IGNORECASE,
            needs="article op-ed newspaper",
        ),
        "article",
    ),
    (lazy_regex(r"\bbook\s?[-–:]\s", re.IGNORECASE, needs="book"), "chapter"),
    (
        lazy_regex(
            r"^\W*(?:textbook|the book|book\s?:|handbook of|lehrbuch|libro|livro)\b",
            re.IGNORECASE,
            needs="book lehrbuch libro livro",
        ),
        "book",
    ),
)
