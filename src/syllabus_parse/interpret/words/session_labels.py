"""Labels that name and number what meets: "Lecture 5:", "Discussion Session 2:", "第3讲"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words.labels import fold_label
from syllabus_parse.model import SessionKind
from syllabus_parse.regex import lazy_regex

# Names of the thing that meets, by the kind of session that they make.
SESSION_NAMES: Final[tuple[tuple[re.Pattern[str], SessionKind | None], ...]] = (
    (
        lazy_regex(
            r"guest (?:lecture|talk|speaker)s?|invited (?:talk|lecture|speaker)s?|gastvortrag|ponente invitado"
            r"|palestra convidada|特邀报告"
        ),
        "guest",
    ),
    (
        lazy_regex(
            r"discussions?(?: sections?| sessions?)?|dis|recitations?|reci?|seminars?|seminar (?:session|meeting)"
            r"|reading(?: group| club| session)?|journal club|sections?|paper discussion|讨论"
        ),
        "discussion",
    ),
    (
        lazy_regex(
            r"labs?|lab sessions?|laborator(?:y|ies)|laboratorios?|laboratórios?|tutorials?|tut|exercises?"
            r"|exercise sessions?|übung(?:en|sstunde)?|zentralübung|tp|td|práctic[ao]s?|workshop session|实验|习题课"
        ),
        "lab",
    ),
    (
        lazy_regex(
            r"mid-?terms?(?: exams?)?|exams?|final exams?|finals|quiz(?:zes)?(?: \d+)?|tests?|prüfung|klausur"
            r"|examen(?:es)?|certamen(?:es)?|prova|parcial|évaluation|考试|期中考试|期末考试"
        ),
        "exam",
    ),
    (lazy_regex(r"projects?|proposals?|milestones?|projekt|proyecto|projeto|项目"), "project"),
    (
        lazy_regex(
            r"presentations?|demos?|poster sessions?|präsentation(?:en)?|presentaciones|apresentações|汇报|展示"
        ),
        "presentation",
    ),
    (
        lazy_regex(
            r"lectures?(?: sessions?)?|lect?|classe?s?|sessions?|meetings?|cours|aulas?|clases?|sesi[óo]n(?:es)?"
            r"|séances?|vorlesung|vl|termin|lezione|unit|days?|topics?|第|课|讲"
        ),
        None,
    ),
    (lazy_regex(r"a|ps|hw|pset|problem sets?|homeworks?|assignments?"), "other"),
)
SESSION_LABEL: Final = lazy_regex(
    r"""\s{0,4}\[?(?P<name>
        (?:guest|discussion|lecture|lab|laboratory|tutorial|exercise|seminar|recitation|section|class)
            \ (?:lectures?|sessions?|sections?|meetings?|discussions?|talk|group)
        | lectures?|lect?|class|session|meeting|sec(?:tion)?|discussion|dis|recitation|reci?|seminar|lab
        |laboratory|tutorials?|tut
        | cours|aula|clase|sesi[óo]n|séance|vorlesung|vl|termin|lezione|übung|laboratorio|taller|sitzung|módulo
        |tema|leçon
    )(?:\b|(?=\d))\.?
    \s{0,3}(?:\#|no\.?|nr\.?|n[º°o]\.?)?\s{0,2}-?
    (?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\s?[-–&/]\s?\d{1,3})?|[ivx]{1,5}\b)?\]?
    \s{0,3}(?P<end>[:：.)\-–—|]|\btopics?\s?:?|$|(?=\s))""",
    re.VERBOSE | re.IGNORECASE,
)  # e.g. "Lecture 5:", "Discussion Session 2:", "AULA 4 -", "L3", "Lec-1:", "Lecture 3 Topics:"
SHORT_LABEL: Final = lazy_regex(
    r"\s{0,4}\[?(?P<name>[LDSR])(?P<number>\d{1,2}[a-z]?)\b\]?\s{0,3}(?P<end>[:：.)\-–—|]|$)"
)  # "L3: …"
# The number before the name, with a mark behind: "1. Sitzung: …", "2ª aula – …", "3ème séance (5/10)"
ORDINAL_LABEL: Final = lazy_regex(
    r"\s{0,4}(?P<number>\d{1,2})\s?(?:\.?[ªº°]|\.|(?:st|nd|rd|th|ère|ème|re|er|e)(?=\s))\s?"
    r"(?P<name>sitzung|termin|vorlesung|stunde|treffen|aula|clase|sesi[óo]n|encuentro|encontro|séance|cours|session"
    r"|lecture|class|meeting|seminar)\b\s{0,3}(?P<end>[:：|,–—-]|$|(?=\())",
    re.IGNORECASE,
)
CJK_LABEL: Final = lazy_regex(
    r"\s{0,4}第\s?(?P<number>[0-9一二三四五六七八九十]{1,4})\s?(?P<name>[讲课次章回])\s{0,3}(?P<end>[:：.、]?)"
)  # "第3讲："


def session_label_kind(name: str) -> SessionKind | None:
    """Tell the kind of session that a label names; None for a plain lecture.

    >>> session_label_kind("Discussion Session"), session_label_kind("Lecture")
    ('discussion', None)
    """
    folded = fold_label(name)
    for pattern, kind in SESSION_NAMES:
        if pattern.fullmatch(folded):
            return kind
    return None
