"""The words that a page puts over its columns and before its lines, in the languages of syllabi."""

from __future__ import annotations

from typing import Final

from syllabus_parse.model import Course, SessionKind, Term
from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Language

# Names of what stands in a column, in order of LANGUAGES: en, de, es, fr, pt.
_HEADS: Final = {
    "week": ("Week", "Woche", "Semana", "Semaine", "Semana"),
    "number": ("#", "Nr.", "#", "No.", "#"),
    "date": ("Date", "Datum", "Fecha", "Date", "Data"),
    "time": ("Time", "Uhrzeit", "Hora", "Heure", "Hora"),
    "kind": ("Type", "Typ", "Tipo", "Type", "Tipo"),
    "title": ("Topic", "Thema", "Tema", "Sujet", "Tema"),
    "presenters": ("Presenter", "Dozent", "Ponente", "Intervenant", "Palestrante"),
    "location": ("Room", "Raum", "Sala", "Salle", "Sala"),
    "readings": ("Reading", "Literatur", "Lectura", "Reading", "Leitura"),
    "required": ("Required reading", "Required reading", "Lectura obligatoria", "Required reading",
                 "Leitura obrigatória"),
    "optional": ("Optional reading", "Weiterführende Literatur", "Lectura complementaria", "Optional reading",
                 "Leitura complementar"),
    "out": ("Homework", "Hausaufgabe", "Tarea", "Devoirs", "Tarefa"),
    "due": ("Due", "Abgabe", "Entrega", "À rendre", "Prazo"),
    "links": ("Links", "Material", "Recursos", "Links", "Recursos"),
    "notes": ("Notes", "Bemerkung", "Notas", "Remarques", "Observações"),
}  # fmt: skip
_ORDER: Final[tuple[Language, ...]] = ("en", "de", "es", "fr", "pt")
KINDS: Final[dict[SessionKind, str]] = {
    "lecture": "Lecture", "discussion": "Discussion", "lab": "Lab", "presentation": "Presentation",
    "project": "Project", "exam": "Exam", "guest": "Guest lecture", "holiday": "Holiday", "other": "Lecture",
}  # fmt: skip
TERMS: Final[dict[Term, str]] = {"spring": "Spring", "summer": "Summer", "autumn": "Fall", "winter": "Winter"}


def name_column(field: str, language: Language = "en") -> str:
    """Return the head of a column.

    >>> name_column("date"), name_column("title", "de")
    ('Date', 'Thema')
    """
    return _HEADS[field][_ORDER.index(language)]


def list_heads() -> tuple[str, ...]:
    """List the heads of columns in all languages."""
    return tuple(head for heads in _HEADS.values() for head in heads)


def name_term(course: Course) -> str:
    """Write the term and the year of a course.

    >>> name_term(Course(term="autumn", year=2031)), name_term(Course(year=2031)), name_term(Course())
    ('Fall 2031', '2031', '')
    """
    term = TERMS[course.term] if course.term is not None and course.year is not None else ""
    return " ".join(str(part) for part in (term, course.year) if part)


# A course by the name of its repository, e.g. "crypto2022": it stands alone in its heading
REPOSITORY: Final = lazy_regex(r"[A-Za-z]{2,12}[-_]?(?:19|20)\d\d")


def head_course(course: Course) -> tuple[str, ...]:
    """Write the heading of a course's page; a second line has the term, where the first is a repository's name.

    >>> head_course(Course(code="crypto2031", term="autumn", year=2031)), head_course(Course(code="CS 12"))
    (('crypto2031', 'Fall 2031'), ('CS 12',))
    """
    if course.code and not course.title and REPOSITORY.fullmatch(course.code):
        return tuple(line for line in (course.code, name_term(course)) if line)
    name = name_course(course)
    return (name,) if name else ()


def name_course(course: Course) -> str:
    """Write the heading of a course's page.

    >>> name_course(Course("Trees", "CS 12", term="autumn", year=2031)), name_course(Course(title="Trees"))
    ('CS 12: Trees (Fall 2031)', 'Trees')
    """
    named = ": ".join(part for part in (course.code, course.title) if part)
    term = name_term(course)
    return f"{named} ({term})" if named and term else named or term
