"""What a syllabus says, without where it said it."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.model import Syllabus
from syllabus_parse.serialize import to_dict

# Where a document came from, what was noticed on the way, and the words and places behind the values.
ASIDE: Final = frozenset({"schema_version", "source", "coverage", "diagnostics", "raw", "spans", "inferred"})
DEFAULTS: Final[tuple[object, ...]] = (None, "", [], {})


def facts(syllabus: Syllabus) -> dict[str, object]:
    """Return the facts of a syllabus as plain values, empty ones left out, to be compared and looked at.

    Two syllabi with the same facts say the same, whatever dialect they were written in: neither the source nor
    places, words and diagnostics count. A venue counts by its name and kind.

    >>> from syllabus_parse import Course, Session, Syllabus
    >>> from syllabus_parse.model import Origin
    >>> facts(Syllabus(Origin("html"), Course(code="CS 1"), (Session(title="Trees"),)))
    {'course': {'code': 'CS 1'}, 'sessions': [{'kind': 'lecture', 'status': 'scheduled', 'title': 'Trees'}]}
    """
    # The coverage of a parsed syllabus is counted when it is first looked at, and is no fact.
    kept = _strip(to_dict(attrs.evolve(syllabus, coverage={})))
    return kept if isinstance(kept, dict) else {}


def _strip(value: object) -> object:
    # The record is a few levels deep by its form, whatever the document was.
    if isinstance(value, dict):
        kept = {key: _strip(inner) for key, inner in value.items() if key not in ASIDE}
        return {key: inner for key, inner in kept.items() if inner not in DEFAULTS}
    return [_strip(item) for item in value] if isinstance(value, list) else value
