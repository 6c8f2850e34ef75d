"""The classes of a page's rows and entries, where one names what kind of meeting it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from syllabus_parse.interpret.records import RawSession
from syllabus_parse.model import SessionKind
from syllabus_parse.regex import lazy_regex

# Words of a class that only say that it is a row, or that it has some state.
FRAME: Final = frozenset(
    "row tr td cell item entry event table type day date session is has kind category schedule cal calendar".split()  # noqa: SIM905
)
# Only whole names count: "text-break" and "page-break" break lines, "lab-link" is a button, and a colour
# ("table-danger", "success") means what the page's author likes.
CLASS_KINDS: Final[dict[str, SessionKind]] = {
    **dict.fromkeys(("exam", "exams", "midterm", "midterms", "quiz", "finalexam", "final exam", "midterm exam",
                     "klausur", "prüfung", "examen", "parcial", "prova"), "exam"),
    **dict.fromkeys(("holiday", "holidays", "noclass", "no class", "no lecture", "nolecture", "vacation", "recess",
                     "cancelled class", "springbreak", "spring break", "fall break", "feiertag", "ferien", "feriado",
                     "festivo"), "holiday"),
    **dict.fromkeys(("lab", "labs", "laboratory", "tutorial", "exercise", "übung", "laboratorio", "práctica"), "lab"),
    **dict.fromkeys(("discussion", "recitation"), "discussion"),
    **dict.fromkeys(("guest", "guest lecture", "guestlecture", "guest speaker", "guest talk"), "guest"),
    **dict.fromkeys(("presentation", "presentations"), "presentation"),
    "project": "project",
}  # fmt: skip
PARTS: Final = lazy_regex(r"[^\W\d_]+")


def find_class_kind(classes: Iterable[str]) -> SessionKind | None:
    """Tell the kind of meeting that a class names; None where none or two do.

    >>> find_class_kind(["table-danger", "exam-row"]), find_class_kind(["text-break"])
    ('exam', None)
    """
    found: set[SessionKind] = set()
    for name in classes:
        words = [word for word in PARTS.findall(name.lower()) if word not in FRAME]
        kind = CLASS_KINDS.get(" ".join(words))
        if kind is not None:
            found.add(kind)
    return found.pop() if len(found) == 1 else None


def settle_class_kind(classes: Iterable[str], sessions: Iterable[RawSession]) -> None:
    """Give sessions whose words name no kind the kind that the class of their row names."""
    kind = find_class_kind(classes)
    if kind is None:
        return
    for session in sessions:
        session.kind = session.kind or kind
