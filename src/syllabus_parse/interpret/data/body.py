"""Text of a session inside a data file: several lines of Markdown behind one key ("content: |")."""

from __future__ import annotations

import re
from collections.abc import Sequence as Texts
from typing import Final

from syllabus_parse.document import Node, Scalar, Sequence, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.data.values import value_texts
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.interpret.works.entries import LINE, Entry
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex

BODIES: Final = frozenset({"content", "contents", "body", "text", "inhalt", "contenido", "conteúdo", "contenu"})
# e.g. "Read the following:", "For today, read:"
TO_READ: Final = lazy_regex(
    r"[^.!?]{0,40}\b(?:read|reading|readings|lesen|leer|ler|lire)\b[^.!?]{0,40}[:：]", re.IGNORECASE
)


def is_body_text(folded: str, node: Node) -> bool:
    """Tell a session's text from a theme: lines, or paragraphs in a list, or words with links behind such a key."""
    if folded not in BODIES:
        return False
    texts = value_texts(node)
    if isinstance(node, Sequence) and not all(isinstance(item, Scalar) for item in node.items):
        return False
    return any(text.links() or LINE.search(text.plain.strip()) for text in texts) or isinstance(node, Sequence)


def read_body(session: RawSession, texts: Texts[Text]) -> None:
    """Read the lines of a session's text; a line like "Optional resources:" holds for those below it."""
    for text in texts:
        requirement: Requirement | None = None
        listing = False
        for part in text.split(LINE):
            line = part.strip(" \t#*-")
            words = line.plain
            if not words and not line.links():
                continue
            if words.endswith((":", "：")) and not line.links():
                requirement = requirement_group(words)
                listing = requirement is not None or TO_READ.fullmatch(words) is not None
                continue
            read = listing and bool(title_links(line))
            fill_session(session, Entry(line, item=True), requirement=requirement, readings=read)
