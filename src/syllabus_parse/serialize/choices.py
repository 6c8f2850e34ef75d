"""The values that a field of the record may have, where the model names them all."""

from __future__ import annotations

from typing import Final, get_args

from syllabus_parse.diagnostic_codes import Severity
from syllabus_parse.model import (
    AssignmentEvent,
    LinkKind,
    ReadingKind,
    Requirement,
    SessionKind,
    Status,
    Term,
    VenueKind,
)

SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
TERMS: Final[tuple[Term, ...]] = get_args(Term)
SESSION_KINDS: Final[tuple[SessionKind, ...]] = get_args(SessionKind)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
REQUIREMENTS: Final[tuple[Requirement, ...]] = get_args(Requirement)
READING_KINDS: Final[tuple[ReadingKind, ...]] = get_args(ReadingKind)
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)
VENUE_KINDS: Final[tuple[VenueKind, ...]] = get_args(VenueKind)
EVENTS: Final[tuple[AssignmentEvent, ...]] = get_args(AssignmentEvent)
