"""Labels of lines: "**Topic:** X", "Readings:", "Presenter: A", and the field of a session that each names."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from syllabus_parse.document import Text
from syllabus_parse.interpret.words.labels import fold_label
from syllabus_parse.regex import lazy_regex

Field: TypeAlias = Literal[
    "topic",
    "presenter",
    "reading",
    "due",
    "out",
    "links",
    "exam",
    "event",
    "notes",
    "location",
    "time",
    "lab",
    "preparation",
    "section",
]

_FIELD_WORDS: Final[tuple[tuple[str, Field], ...]] = (
        (r"(?:lecture |class |session |main |discussion )?(?:\d{1,2} )?(?:topics?|title|subject|theme|tema|temas"
         r"|thema|themen|thèmes?|tópicos?|agenda|(?:assuntos?|conteúdos?|contenidos?|temas?|tópicos?)(?: tratados)?"
         r"(?: d[ae] (?:la )?(?:aula|clase|sesión))?|covered|concepts|contents?|today|sujet|emne|ämne|тема|主题|内容"
         r"|lecture)(?: \d{1,2})?(?: topics?)?", "topic"),
        (r"(?:guest |invited )?(?:speakers?|presenters?|presented by|instructors?|lecturers?|leaders?"
         r"|discussion (?:leads?|leaders?)|discussants?|facilitators?|led by|lead|guest|guests"
         r"|guest lecturer|referent\w*|ponente|who|wer|quien|quem|qui"
         r"|palestrante|主讲|报告人|host)", "presenter"),
        (r"(?:assigned |required |mandatory |compulsory |supplementary |supplemental |core |optional "
         r"|class |paper |main |primary |secondary |further |extra |additional "
         r"|recommended |suggested |background |pre-?class |pre-?lecture )*(?:readings?|papers?|literature|texts?"
         r"|articles?|to read|reading list|read|books?|textbook|references?|lecturas?|leituras?|literatur|lektüre"
         r"|lecture obligatoire|阅读|论文|watch|reading assignment|paper discussion|papers? to read|optional|required"
         r"|(?:on |e-?|electronic )?reserves?|recommended|further|background"
         r"|mandatory|compulsory|supplementary|supplemental|extra|suggested|core|complementaria"
         r"|obligatoria|complementar|obrigatória|à lire"
         r"|(?:lecturas?|leituras?|lectures?|textos?|textes?) (?:obligatorias?|obrigatórias?|obligatoires?"
         r"|complementari?[ao]s?|complementares|complémentaires?|recomendad[ao]s?|recommandée?s?|optativas?|facultatives?)"
         r"|pflichtlektüre|zusatzlektüre|litteratur|литература|weiterführende literatur"
         r"|weitere (?:lektüre|literatur|texte)"
         r"|(?:lektüre|literatur|texte?) (?:zur|für die|zu dieser|für diese|bis zur|der)(?: nächsten?| heutigen?)?"
         r" (?:sitzung|stunde|woche|vorlesung)|(?:lecturas?|leituras?|lectures) (?:para|pour) (?:la|a|hoy|el|le|cette)"
         r"(?: próxima)?(?: clase| aula| séance| sesión| semana)?)(?: \((?:optional|required)\))?"
         r"|(?:(?:assigned|required|optional|further|extra|additional|recommended|suggested|background) )?"
         r"(?:readings?|papers?) (?:on|about) .{3,40}", "reading"),
        (r"(?:(?:due|submit)(?: date)?,? \(?(?:before|by|at|in) (?:the |next )?(?:start of )?(?:class|lecture|session"
         r"|midnight|noon|\d{1,2}(?::\d\d)?(?: ?[ap]m)?)(?: [a-z]{2,4})?|due|à remettre|remise|due date|deadlines?"
         r"|due today|due this week|submit|hand in|(?:trabajos? a )?entregar?|abgabe|aflevering|inlämning"
         r"|(?:travaux |devoirs )?à rendre|to do|todo)", "due"),
        (r"(?:(?:weekly |journal |writing |written |blog ){0,3}assignments?|homeworks?|hw|out|released?|assigned"
         r"|(?:home ?work|hw|assignments?|tasks?) (?:for|due) (?:the )?(?:next )?(?:class|time|week|session|meeting"
         r"|lecture|monday|tuesday|wednesday|thursday|friday)|problem set|labs? out|released today|tarea|hausaufgabe"
         r"|aufgaben|devoirs|作业|programming assignment)", "out"),
        (r"(?:slides?|videos?|recordings?|notes|lecture notes|links?|materials?|resources?|code|handouts?|notebooks?"
         r"|files|demos?|folien|diapositivas|课件|讲义|supplementary materials?"
         r"|lecture slides|lecture materials?|zoom"
         r"|(?:class|course|session|additional|extra|other|useful|online|related) (?:resources?|materials?))", "links"),
        (r"(?:mid-?term|final|quiz|exam|test)(?: exam)?(?: \d{1,2})?", "exam"),
        (r"(?:event|activity|in class|in-class|in-class activity|activities)", "event"),
        (r"(?:preparation|prepare|prep|(?:read |reading )?before (?:the )?(?:class|lecture)|pre-?class|pre-?work"
         r"|(?:read )?for (?:today|(?:next )?(?:monday|tuesday|wednesday|thursday|friday))"
         r"|(?:read )?for (?:the )?next (?:class|time|week|session|meeting|lecture)"
         r"|vorbereitung|preparación)", "preparation"),
        (r"(?:location|where|room|place|raum|ort|lugar|sala|地点)", "location"),
        (r"(?:time|when|hora|horario|horário|uhrzeit|heure|zeit|时间)", "time"),
        (r"(?:labs?|lab sessions?|lab materials?|tutorials?|exercise sessions?|recitations?|discussion sections?"
         r"|laboratorio|práctica)", "lab"),
        (r"(?:reading quiz(?:zes)?|notes?|remarks?|comments?|announcements?|reminders?|description|summary"
         r"|overview|goals?|objectives?"
         r"|keywords?|questions?|discussion questions?|key concepts|learning objectives|optional activities)", "notes"),
)  # fmt: skip
FIELD_LABELS: Final = tuple((lazy_regex(pattern), field) for pattern, field in _FIELD_WORDS)
LABEL: Final = lazy_regex(
    r"[\s*_\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]*+(?P<label>[^\s:：](?:[^:：\n\u2028]|(?<=\d):(?=\d\d)){0,50}?)"
    r"\s*[:：](?!(?<=\d:)\d\d)\s*[*_]*\s*"
)


def find_field(label: str) -> Field | None:
    """Tell the field of a session that the words of a label name.

    >>> find_field("Required Readings"), find_field("Bootcamp")
    ('reading', None)
    """
    folded = fold_label(label)
    return next((field for pattern, field in FIELD_LABELS if pattern.fullmatch(folded)), None)


def read_label(text: Text) -> tuple[Field, str, Text] | None:
    """Read "**Topic:** X" as field, label and rest; None where no known label stands first."""
    found = LABEL.match(text.plain)
    if not found:
        return None
    field = find_field(found["label"])
    return None if field is None else (field, found["label"].strip(" *_"), text.slice(found.end(), len(text.plain)))
