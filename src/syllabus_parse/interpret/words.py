"""The words of the trade: what headings, labels and column heads say, in the languages that syllabi are written in.

Every table is lower case; `fold_label` brings what stands in a document to that form.
"""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.model import LinkKind, ReadingKind, Requirement, SessionKind

LABEL_EDGES: Final = " \t\r\n\u2028\u00a0:：.-–—*_#|[](){}「」【】<>«»\"'“”"


@remember(4096)
def fold_label(text: str) -> str:
    """Bring a label to the form of the tables: lower case, blanks folded, no marks at its ends.

    >>> fold_label("**[Required  Reading]:**")
    'required reading'
    """
    return " ".join(text.strip(LABEL_EDGES).casefold().split())


# Labels of links that say what hangs behind them, never the title of a work.
LINK_LABELS: Final[dict[str, LinkKind]] = {
    "pdf": "pdf",
    "paper": "page",
    "papers": "page",
    "link": "page",
    "links": "page",
    "url": "page",
    "html": "page",
    "web": "page",
    "website": "page",
    "site": "page",
    "page": "page",
    "here": "page",
    "doc": "page",
    "text": "page",
    "article": "page",
    "preprint": "page",
    "abstract": "page",
    "acm": "page",
    "ieee": "page",
    "usenix": "page",
    "online": "page",
    "webpage": "page",
    "homepage": "page",
    "official": "page",
    "project": "page",
    "poster": "pdf",
    "ps": "pdf",
    "epub": "page",
    "book": "page",
    "chapter": "page",
    "bib": "page",
    "bibtex": "page",
    "demo": "page",
    "slides": "slides",
    "slide": "slides",
    "slide deck": "slides",
    "deck": "slides",
    "ppt": "slides",
    "pptx": "slides",
    "powerpoint": "slides",
    "keynote": "slides",
    "lecture slides": "slides",
    "folien": "slides",
    "presentation": "slides",
    "key": "slides",
    "diapositivas": "slides",
    "diapos": "slides",
    "transparencias": "slides",
    "课件": "slides",
    "原文": "pdf",
    "论文链接": "pdf",
    "代码": "code",
    "源码": "code",
    "代码链接": "code",
    "录像": "video",
    "笔记": "notes",
    "讲义": "notes",
    "video": "video",
    "videos": "video",
    "recording": "video",
    "recordings": "video",
    "youtube": "video",
    "rec": "video",
    "lecture video": "video",
    "zoom recording": "video",
    "talk": "video",
    "watch": "video",
    "panopto": "video",
    "lecture recording": "video",
    "bilibili": "video",
    "视频": "video",
    "vídeo": "video",
    "aufzeichnung": "video",
    "code": "code",
    "github": "code",
    "reimplementation": "code",
    "implementation": "code",
    "source": "code",
    "repo": "code",
    "repository": "code",
    "colab": "code",
    "notebook": "code",
    "jupyter": "code",
    "ipynb": "code",
    "starter code": "code",
    "directory": "assignment",
    "form": "form",
    "review form": "form",
    "quiz": "form",
    "survey": "form",
    "signup": "form",
    "sign up": "form",
    "feedback": "form",
    "poll": "form",
    "zoom": "meeting",
    "zoom link": "meeting",
    "meet": "meeting",
    "teams": "meeting",
    "webex": "meeting",
    "notes": "notes",
    "lecture notes": "notes",
    "note": "notes",
    "class notes": "notes",
    "scribe": "notes",
    "scribe notes": "notes",
    "handout": "notes",
    "handouts": "notes",
    "summary": "notes",
    "skript": "notes",
    "annotated": "notes",
    "annotated slides": "slides",
    "apuntes": "notes",
    "worksheet": "notes",
    "outline": "notes",
    "hw": "assignment",
    "homework": "assignment",
    "assignment": "assignment",
    "solutions": "assignment",
    "solution": "assignment",
    "preview": "assignment",
    "leaderboard": "assignment",
    "instructions": "assignment",
    "writeup": "assignment",
    "rubric": "assignment",
    "spec": "assignment",
    "handin": "assignment",
    "submit": "assignment",
    "starter": "code",
    "doi": "doi",
    "arxiv": "arxiv",
    "arxiv link": "arxiv",
    "data": "other",
    "dataset": "other",
    "code qr": "other",
    "supplement": "page",
    "appendix": "page",
    "blog": "page",
    "blog post": "page",
    "wiki": "page",
    "wikipedia": "page",
    "论文": "page",
    "链接": "page",
    "pdf link": "pdf",
    "paper pdf": "pdf",
    "full text": "page",
    "fulltext": "page",
    "download": "page",
    "program": "page",
    "proceedings": "page",
    "all papers": "page",
    "workshop": "page",
    "template": "page",
    "materials": "page",
    "resources": "page",
    "canvas": "page",
    "piazza": "page",
    "more": "page",
    "read": "page",
    "view": "page",
    "extended version": "page",
    "long version": "page",
    "short version": "page",
    "mp4": "video",
    "mp3": "video",
    "audio": "video",
    "transcript": "notes",
    "enlace": "page",
    "artículo": "page",
    "artigo": "page",
    "texto": "page",
    "dokument": "page",
    "zip": "other",
    "tex": "other",
}
LABEL_NUMBER: Final = re.compile(r"[\s_#-]{0,2}(?:\d{1,2}|[ivx]{1,4}|[a-d])$")  # e.g. "slides 2", "Video-II"


# Where a link leads, not what it is: "bei Wikisource", "via Google Books", "on YouTube"
PLACE_OF_LINK: Final = re.compile(r"(?:bei|via|auf|at|on|sur|chez)\s[A-Z][\w.-]{2,20}(?:\s[A-Z][\w.-]{2,20})?")


def link_label(text: str) -> LinkKind | None:
    """Tell what kind of link a label promises; None where the words are no label but the name of a thing.

    >>> link_label("[PDF]"), link_label("Slides 2"), link_label("The Byzantine Generals")
    ('pdf', 'slides', None)
    """
    folded = fold_label(text)
    if folded in LINK_LABELS:
        return LINK_LABELS[folded]
    if len(folded) > 40:
        return None
    if PLACE_OF_LINK.fullmatch(text.strip(" []()")) is not None:
        return "page"
    bare = LABEL_NUMBER.sub("", folded)
    if bare != folded and bare in LINK_LABELS:
        return LINK_LABELS[bare]
    pieces = re.split(r"\s*(?:[/,+&·]|\band\b|\bund\b)\s*", folded)
    if 1 < len(pieces) < 4 and all(piece in LINK_LABELS for piece in pieces):
        return LINK_LABELS[pieces[0]]
    aside = LABEL_ASIDE.fullmatch(folded)
    if aside is not None:
        return link_label(aside["label"])
    words = folded.split()
    if 1 < len(words) <= 3 and words[-1] in ("slides", "video", "recording", "notes", "pdf", "ppt", "pptx", "handout"):
        return LINK_LABELS[words[-1]] if words[0] in _LABEL_FIRST else None
    return None


# e.g. "code (official)": whose it is, in which language, for what tool
LABEL_ASIDE: Final = re.compile(
    r"(?P<label>[^()]+?)\s?\((?:un-?official|non-official|official|author'?s?|pytorch|tensorflow|tf|keras|jax"
    r"|theano|torch"
    r"|chainer|mxnet|caffe|matlab|python|java|julia|english|chinese|中文|英文|official code|reimplementation)\)?"
)

_LABEL_FIRST: Final = frozenset(
    [
        "lecture",
        "summary",
        "class",
        "course",
        "guest",
        "my",
        "our",
        "annotated",
        "blank",
        "full",
        "short",
        "extra",
        "discussion",
        "section",
        "session",
        "tutorial",
        "lab",
        "recitation",
        "review",
        "video",
        "zoom",
        "live",
        "handwritten",
        "printable",
        "draft",
        "final",
        "old",
        "new",
    ]
)

# Groups of readings: what a heading or label above them says of all of them.
REQUIREMENTS: Final[tuple[tuple[re.Pattern[str], Requirement], ...]] = (
    (
        re.compile(
            r"\b(?:not required|non-?required|no(?:t)? obligator\w+|optional\w*|opcional\w*|facultati\w*"
            r"|freiwillig\w*)\b"
        ),
        "optional",
    ),
    (
        re.compile(
            r"\b(?:extra|further|supplement\w*|additional|background|recommended|suggested|bonus|secondary|extended|"
            r"(?:highly|strongly) recommended|weiterführende\w*|weitere (?:lektüre|literatur|texte)|zur vertiefung"
            r"|ergänzend\w*|complementari?\w*|adiciona\w*|recomendad\w*|suplementar\w*|recommandé\w*|"
            r"complémentaire\w*)\b|选读|扩展|(?<!欢迎)(?<!待)(?<!请)补充|可选|参考阅读"
        ),
        "optional",
    ),
    (
        re.compile(
            r"\b(?:required|mandatory|compulsory|core|primary|must[- ]read|obligatori\w*|obrigatóri\w*|"
            r"verpflichtend\w*|pflicht\w*|obligatoire\w*)\b|必读"
        ),
        "required",
    ),
)
# e.g. "Weitere Novellen zum Thema"
MORE_ON_IT: Final = re.compile(r"weitere [^\W\d_]{3,20} zum thema|más lecturas sobre el tema|pour aller plus loin")
READING_WORDS: Final = re.compile(
    r"\b(?:readings?|papers?|literature|references?|referencias|referências|références|libros|livros|livres|"
    r"materials?|articles?|texts?|list|books?|textbooks?|videos?|"
    r"lecturas?|leituras?|literatur|lektüre|textos?|bibliograf[íi]a|bibliografia|lectures?|sources?|preparation|prep|"
    r"resources?|links?)\b|阅读|论文|文献|材料|资料"
)


@remember(2048)
def requirement_group(text: str) -> Requirement | None:
    """Read a heading or label of a group of readings; None where it says nothing of a requirement.

    >>> requirement_group("Extra reading"), requirement_group("**Required Reading**"), requirement_group("More Maps")
    ('optional', 'required', None)
    """
    folded = fold_label(text)
    if not folded or len(folded) > 60:
        return None
    if MORE_ON_IT.fullmatch(folded) is not None:
        return "optional"
    for pattern, value in REQUIREMENTS:
        found = pattern.search(folded)
        if found and (
            found[0] == folded or READING_WORDS.search(folded) or folded in ("must read", "core", "extended")
        ):
            return value
    return None


# A mark on one entry: "(optional)", "[Optional]", "Optional:", "(required)".
MARKED: Final = re.compile(
    r"(?P<open>[\(\[（【]?)\s{0,2}(?P<word>optional(?:\s(?:reading|paper|material))?|opcional|facultativ[ao]"
    r"|facultatif|"
    r"required(?:\s(?:reading|paper))?|mandatory|obligatorio|obligatoria|obrigatório|obrigatória|verpflichtend|"
    r"recommended|extra|background|supplementa(?:l|ry)|选读|必读)\s{0,2}(?P<close>[\)\]）】]?)",
    re.IGNORECASE,
)

# The page's own parts: never a section, never a session.
_PAGE_PARTS: Final = """schedule|schedules|course schedule|class schedule|lecture schedule|tentative schedule|
    tentative lecture schedule|syllabus|calendar|
    course calendar|readings|reading|reading list|reading lists|paper list|papers|list of papers|
    required reading|required readings|
    resources|materials|course materials|lectures|lecture|lecture notes|overview|course overview|outline|
    course outline|agenda|
    announcements|news|home|welcome|introduction to the course|about|about this course|description|course description|
    table of contents|contents|toc|notes|links|references|bibliography|past papers|past|upcoming|topics|course topics|
    assignments|homework|homeworks|course information|information|logistics|prerequisites|grading|policies|
    course policies|
    course work|coursework|schedule (tbd)|schedule of topics|weekly schedule|course program|program|programme|
    class meetings|
    sessions|meetings|modules|discussion|discussions|labs|exams|projects|project|papers to read|
    optional reading|optional readings|
    further reading|additional reading|recommended reading|reading schedule|paper schedule|lecture topics|
    content|inhalt|inhalte|
    termine|sitzungen|semesterplan|seminarplan|vorlesungsplan|aulas|clases|sesiones|
    zeitplan|ablauf|ablaufplan|übersicht|kursplan|literatur|literaturliste|lektüre|programa|
    programación|cronograma|calendario|
    lecturas|bibliografía|bibliografia|leituras|agenda|contenido|contenidos|conteúdo|horario|calendário|
    plan de cours|programme du cours|les séances de cours|séances de cours|séances|
    calendrier|horaire|lectures obligatoires|课程安排|教学安排|教学日历|课程表|日程|大纲|课程大纲|阅读列表|
    论文列表|阅读材料|参考资料|目录|강의 계획|강의 일정|강의계획|수업 일정|일정|일정표|스터디 일정|참고 자료|
    참고문헌|논문 목록|
    スケジュール|授業計画|講義計画|予定|参考文献|論文リスト|文献リスト|reviewed papers|reading assignments|
    weekly readings|
    calendario delle lezioni|programma|programma del corso|lezioni|materiale didattico|vue d'ensemble des séances|
    progression|progression annuelle|déroulement|déroulement des séances|calendrier des séances|terminplan|
    themenplan|sitzungsplan|veranstaltungsplan|
    full schedule|detailed schedule|week by week|week-by-week|week-by-week plan|week-by-week schedule|
    planificación|planificación semanal|planificación semana a semana|planificación de clases|plan semanal|
    le programme|構成一覧|授業一覧|講義一覧|
    actividades por sesión|contenidos por sesión|programa de clases|plan de clases|contenido de las sesiones|
    weekly plan|weekly topics|lecture plan|class plan|class calendar|semester schedule|course plan|plan|
    timeline|semester plan|day by day|by day|
    spreadsheet format|our class|university breaks and important dates|important dates|key dates|dates|deadlines|
    staff|course staff|instructors|teaching staff|teaching assistants|office hours|contact|textbook|textbooks|faq"""
PAGE_PARTS: Final = frozenset(part.strip() for part in _PAGE_PARTS.replace("\n", "").split("|"))
PART_TAIL: Final = re.compile(
    r"\s*(?:[(（][^()（）]{0,20}(?:欢迎|补充|更新|待定|please|contribut|welcome|work in progress|wip|incomplete|ongoing"
    r"|wird ergänzt|por completar|à compléter)[^()（）]{0,60}[)）]|\((?:tentative|subject to change\W*|tbd"
    r"|draft|past|old|outdated|archived?|preliminary|provisional"
    r"|vorläufig)\)"
    r"|[-–—:,]?\s*(?:subject to change\W*|tentative)"
    r"|[-–—:,(]\s*(?:(?:spring|summer|fall|autumn|winter)\s+)?(?:(?:semester|term|quarter)\s+)?(?:19|20)\d\d\)?"
    r"|\s(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)"
    r"|(?:\b|[-–—:,(]\s*)(?:ws|ss|wise|sose|(?:winter|sommer)semester)\s*\d{2,4}(?:/\d{2,4})?\)?)$"
)


# A heading that is the name of a term: "Spring 2025", "Fall Semester 2019", "WS 2021/22".
TERM_PART: Final = re.compile(
    r"(?:the )?(?:(?:spring|summer|fall|autumn|winter|michaelmas|hilary|lent|trinity|ws|ss|wise|sose|wintersemester"
    r"|sommersemester|otoño|primavera|automne|printemps|herbst|frühjahr)(?:[ -](?:semester|term|quarter|trimester))?"
    r"|(?:semester|term|quarter)(?: [1-4])?),? ?'?(?:\d{4}|\d{2})(?:/\d{2,4})?"
    r"|\d{4} (?:spring|summer|fall|autumn|winter)(?: (?:semester|term|quarter))?"
)


@remember(2048)
def is_page_part(text: str) -> bool:
    """Tell whether a heading names a part of the page ("Schedule") rather than a theme.

    >>> is_page_part("## Schedule (subject to change!)"), is_page_part("Microkernels")
    (True, False)
    """
    folded = fold_label(PART_TAIL.sub("", text.strip().rstrip("*_#").casefold()))
    if folded in PAGE_PARTS or fold_label(text) in PAGE_PARTS or TERM_PART.fullmatch(fold_label(text)):
        return True
    latin = ASIAN.sub(" ", folded).strip()
    if latin != folded and len(latin) > 3 and (latin in PAGE_PARTS or PAGE_PART.fullmatch(latin)):
        return True  # "강의 계획 Schedule": the same in two languages
    if PAGE_PART.fullmatch(folded) or LIST_PART.fullmatch(folded):
        return True
    if REMARK_PART.match(folded) or CALENDAR_PART.match(folded):
        return True
    beside = BESIDE_PART.search(text)
    if beside is None or not beside.start():
        return False
    inside, before = beside["inside"], text[: beside.start()]
    if is_page_part(inside) and not ASIAN.sub("", before).strip():
        return True
    return (is_page_part(inside) or TERM_BESIDE.match(inside) is not None) and is_page_part(before)


# "Referencias principales", "Bibliografia básica", "Weiterführende Literatur"
LIST_PART: Final = re.compile(
    r"(?:weiterführende |einführende |grundlegende )?(?:referencias|referências|références|bibliograf[íi]a"
    r"|bibliographie|literatur|lecturas|leituras|libros|livros|textos|lehrbücher|manuels)"
    r"(?: (?:principal(?:es)?|principais|b[áa]sic[ao]s?|general|geral|complementari?[ao]s?|complementar(?:es)?"
    r"|adicionales|adicionais|obligatori[ao]s|obrigatóri[ao]s"
    r"|recomendad[ao]s|del curso|do curso|zum kurs))?"
)
# "课程内容安排 (Class Schedule)", "Course Schedule (Spring 2026 — Tuesdays & Thursdays)"
BESIDE_PART: Final = re.compile(r"\s*[(（](?P<inside>[^()（）]{3,60})[)）]\W*$")
TERM_BESIDE: Final = re.compile(
    r"(?:spring|summer|fall|autumn|winter|semester|term|(?:regular|full|main) (?:session|term|semester)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|m/w|t/th|mwf|tth"
    r"|primavera|otoño|herbst|frühjahr|(?:winter|sommer)semester|20\d\d)\b",
    re.IGNORECASE,
)
ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
PAGE_PART: Final = re.compile(
    r"(?:the |tentative |preliminary |detailed |course |class |lecture |weekly |semester |full |our |fall |spring "
    r"|winter |summer |autumn |"
    r"paper |reading |topic |past |future |upcoming |previous |next |planned |required |optional |additional "
    r"|\d{4} |and "
    r"|& )*"
    r"(?:schedule|calendar|syllabus|readings?|reading (?:list|material)s?|(?:text)?books|papers?|topics|agenda"
    r"|timeline|cronograma"
    r"|zeitplan|lectures|sessions|meetings|talks|presentations)"
    r"(?: of (?:the )?(?:topics|lectures|readings|classes|papers|class|course|semester))?(?: \d{4})?(?: (?:and"
    r"|&) (?:readings?|assignments|syllabus|schedule|papers|topics|materials|slides|notes|homeworks?))?"
)

# "Horaire de l'enseignante", "Cronograma 2024", "Zeitplan und Themen".
CALENDAR_PART: Final = re.compile(
    r"(?:horaire|calendrier|emploi du temps|cronograma|calendario|calendário|zeitplan|terminplan|ablaufplan|horario"
    r"|horário)\b.{0,50}$"
)

# A heading over a remark to the reader: "Notez bien que…", "Note:".
REMARK_PART: Final = re.compile(
    r"(?:note|notes|nb|n\.b|notez|attention|important|hinweise?|achtung|avisos?|nota|warning|disclaimer|please note"
    r"|tip|tips)\b(?: (?:bien|well|to|on|that|que)\b.*)?$"
)

# Parts of a page that tell of rules and people: no sessions and no readings from them.
POLICY: Final = re.compile(
    r"\b(?:polic(?:y|ies)|grading|grades|honor code|academic (?:integrity|honesty|misconduct)|office hours?"
    r"|prerequisites?|"
    r"staff|instructors?|teaching (?:assistants?|staff)|contact|accommodations?|disabilit\w+|attendance|late days?"
    r"|plagiarism|"
    r"important dates|key dates|university breaks|deadlines?|preparation deadlines|evaluation criteria"
    r"|course requirements|"
    r"collaboration|covid\w*|wellness|faq|acknowledge?ments?|course description|learning (?:objectives|outcomes|goals)|"
    r"course objectives|spreadsheet format|assessment|enrollment|enrolment|textbooks?|bewertung|prüfungsleistung\w*"
    r"|sprechstunde\w*|"
    r"voraussetzungen|evaluación|evaluacion|avaliação|évaluation du cours|评分|考核|答疑|助教|教材)\b"
    r"|规则|门槛|要求|须知|规定|ルール|参加条件|注意事項|규칙|참여 ?방법|유의 ?사항"
)


# When the course itself runs, on a tile or under a heading of its own: "📅 Start"
COURSE_FACT: Final = re.compile(
    r"[\W_]*(?:start(?:s|ing)?(?: date)?|begins?|ends?|end date|(?:fecha|data) de (?:inicio|início|fin|término)"
    r"|inicio|início|duration|duración|duração|beginn|ende|date de début|début)[\W_]*"
)


@remember(2048)
def is_policy(text: str) -> bool:
    """Tell whether a heading opens a part of rules, people or deadlines, from which no sessions come.

    >>> is_policy("Grading and Late Days"), is_policy("Consensus")
    (True, False)
    """
    return len(text) < 90 and bool(POLICY.search(fold_label(text)) or COURSE_FACT.fullmatch(text.casefold()))


# Names of the thing that meets, by the kind of session that they make.
SESSION_NAMES: Final[tuple[tuple[re.Pattern[str], SessionKind | None], ...]] = (
    (
        re.compile(
            r"guest (?:lecture|talk|speaker)s?|invited (?:talk|lecture|speaker)s?|gastvortrag|ponente invitado"
            r"|palestra convidada|特邀报告"
        ),
        "guest",
    ),
    (
        re.compile(
            r"discussion(?: sections?| sessions?)?|dis|recitations?|rec|seminars?|seminar (?:session|meeting)"
            r"|reading(?: group| club| session)?|journal club|sections?|paper discussion|讨论"
        ),
        "discussion",
    ),
    (
        re.compile(
            r"labs?|lab sessions?|laborator(?:y|ies)|laboratorios?|laboratórios?|tutorials?|tut|exercises?"
            r"|exercise sessions?|übung(?:en|sstunde)?|zentralübung|tp|td|práctic[ao]s?|workshop session|实验|习题课"
        ),
        "lab",
    ),
    (
        re.compile(
            r"mid-?terms?(?: exams?)?|exams?|final exams?|finals|quiz(?:zes)?(?: \d+)?|tests?|prüfung|klausur"
            r"|examen(?:es)?|certamen(?:es)?|prova|parcial|évaluation|考试|期中考试|期末考试"
        ),
        "exam",
    ),
    (re.compile(r"projects?|proposals?|milestones?|projekt|proyecto|projeto|项目"), "project"),
    (
        re.compile(
            r"presentations?|demos?|poster sessions?|präsentation(?:en)?|presentaciones|apresentações|汇报|展示"
        ),
        "presentation",
    ),
    (
        re.compile(
            r"lectures?(?: sessions?)?|lect?|classe?s?|sessions?|meetings?|cours|aulas?|clases?|sesi[óo]n(?:es)?"
            r"|séances?|vorlesung|vl|termin|lezione|unit|days?|topics?|第|课|讲"
        ),
        None,
    ),
    (re.compile(r"a|ps|hw|pset|problem sets?|homeworks?|assignments?"), "other"),
)
SESSION_LABEL: Final = re.compile(
    r"""\s{0,4}\[?(?P<name>
        (?:guest|discussion|lecture|lab|laboratory|tutorial|exercise|seminar|recitation|section|class)
            \ (?:lectures?|sessions?|sections?|meetings?|discussions?|talk|group)
        | lectures?|lect?|class|session|meeting|sec(?:tion)?|discussion|dis|recitation|rec|seminar|lab
        |laboratory|tutorials?|tut
        | cours|aula|clase|sesi[óo]n|séance|vorlesung|vl|termin|lezione|übung|laboratorio|taller|sitzung|módulo
        |tema|leçon
    )\b\.?
    \s{0,3}(?:\#|no\.?|nr\.?|n[º°o]\.?)?\s{0,2}-?
    (?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\s?[-–&/]\s?\d{1,3})?|[ivx]{1,5}\b)?\]?
    \s{0,3}(?P<end>[:：.)\-–—|]|\btopics?\s?:?|$|(?=\s))""",
    re.VERBOSE | re.IGNORECASE,
)  # e.g. "Lecture 5:", "Discussion Session 2:", "AULA 4 -", "L3", "Lec-1:", "Lecture 3 Topics:"
SHORT_LABEL: Final = re.compile(
    r"\s{0,4}\[?(?P<name>[LDSR])(?P<number>\d{1,2}[a-z]?)\b\]?\s{0,3}(?P<end>[:：.)\-–—|]|$)"
)  # "L3: …"
# The number before the name, with a mark behind: "1. Sitzung: …", "2ª aula – …", "3ème séance (5/10)"
ORDINAL_LABEL: Final = re.compile(
    r"\s{0,4}(?P<number>\d{1,2})\s?(?:\.?[ªº°]|\.|(?:st|nd|rd|th|ère|ème|re|er|e)(?=\s))\s?"
    r"(?P<name>sitzung|termin|vorlesung|stunde|treffen|aula|clase|sesi[óo]n|encuentro|encontro|séance|cours|session"
    r"|lecture|class|meeting|seminar)\b\s{0,3}(?P<end>[:：|,–—-]|$|(?=\())",
    re.IGNORECASE,
)
CJK_LABEL: Final = re.compile(
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


# The kind of a session by words of its title, first match wins.
TITLE_KINDS: Final[tuple[tuple[re.Pattern[str], SessionKind], ...]] = (
    (
        re.compile(
            r"^(?:[\w’'-]{2,20} ){1,2}break\W*$"
            r"|\b(?:no (?:class|sessions?|lecture|classes|lectures|meeting|school"
            r"|seminar|section|lab|discussion)"
            r"|class(?:es)? (?:is |was |has been )?(?:cancelled|canceled|rescheduled|postponed)|"
            r"(?:holiday|holidays|vacation|recess)\b|snow days?\b|(?:spring|fall|autumn|winter|summer"
            r"|thanksgiving|reading"
            r"|midterm|mid-semester|semester|easter|term|study) (?:break|recess|holiday)|"
            r"break week|reading (?:week|period|day)s?|study (?:week|day|period)|thanksgiving\b|memorial day"
            r"|labor day|veteran'?s'? day|president'?s'? day|presidents’? day|"
            r"martin luther king|mlk(?: day)?|independence day|juneteenth|indigenous people'?s'? day|columbus day"
            r"|election day|yom kippur|rosh hashanah|"
            r"good friday|easter monday|labou?r day|national day|patriot'?s'? day|"
            r"ferien|feiertag|vorlesungsfrei\w*|weihnachts\w*|weinhnachts\w*|osterferien|pfingst\w*"
            r"|keine (?:vorlesung|veranstaltung|übung)|entfällt|"
            r"vacaciones|feriado|festivo|semana santa|semana de (?:receso|descanso)|asueto"
            r"|no hay clases?|sin clases?|feriados|recesso|não haverá aula|no talks?\b|kein(?:e)? (?:sitzung"
            r"|seminar|termin)"
            r"|sem aula|carnaval|"
            r"férié|congé|relâche|activités libres|vacances|pas de cours|semaine de lecture|vacanze)\b"
            r"|放假|停课|国庆|清明|端午|中秋|劳动节|春节|元旦|假期|休講|祝日|휴강|공휴일"
        ),
        "holiday",
    ),
    (
        re.compile(
            r"(?<![(\[])\b(?:guest (?:lecture|talk|speaker|presentation|seminar)s?|invited (?:talk|lecture"
            r"|speaker)s?|guest\b|gastvortrag|charla invitada|palestrante convidad[oa])"
        ),
        "guest",
    ),
    (
        re.compile(
            r"\b(?:(?:final |mid-?term |project |student |poster |group |grad(?:uate)? |team |paper |course "
            r"|unessay |lightning |short |in-class |end )*(?:presentations?|posters?|poster sessions?|demos?"
            r"|(?<=project )demonstrations?|(?<=final )demonstrations?|(?<=student )demonstrations?"
            r"|demo day|lightning talks?|proposal talks|pitch(?:es)?)\b|"
            r"(?:présentations|(?:abschluss|projekt|gruppen|end)?präsentationen|presentaciones|apresentações)"
            r"(?! (?:du cours|de l['a]|del? (?:curso|la|programa|asignatura)|d[oa] (?:curso|disciplina)"
            r"|general\b|geral\b))"
            # one presentation is the course's own at its start, unless it says whose it is
            r"|(?:présentation|presentación|apresentação) (?:finale?|oral|de (?:los |las )?"
            r"(?:proyectos?|trabajos?|grupos?|alumnos|estudiantes)|d[oe]s? (?:projetos?|trabalhos?|seminários?|alunos)"
            r"|del? pitch|des? (?:projets?|travaux|groupes?|étudiants))\b"
            r"|exposiciones)|汇报|答辩|展示"
        ),
        "presentation",
    ),
    (
        re.compile(
            r"\b(?:mid-?terms?\b(?! (?:exam )?(?:review|analysis|solution\w*|discussion|debrief|post-?mortem"
            r"|reports?|project|presentation|proposal|recap|prep\w*|evaluation|survey"
            r"|milestone))|final exams?|finals week|exam(?:s|en)?\b(?! (?:study|review|prep\w*|analysis|recap"
            r"|solution\w*))|exam period|quiz(?:zes)?\b|test \d|takehome|take-home|"
            r"prelims?(?: exams?)?(?: \d)?$|prelim \d\b|klausur|prüfung|examen(?:es)?|certamen(?:es)?|parcial(?:es)?"
            r"|prova(?:s)?\b|évaluation|(?:avaliação|evaluación) (?:bimestral|final|parcial|escrita|mensal|n?[º°.]?\d)"
            r"|^avaliaç(?:ão|ões)$|contrôle (?:continu|écrit|n°)|devoir surveillé|prova scritta"
            r"|esame (?:scritto|finale))|考试|期末|期中|試験|시험"
        ),
        "exam",
    ),
    (
        re.compile(
            r"\b(?:(?:pre-?)?proposals?\b|project (?:(?:\d|part) (?:\d )?due\b|proposals?|milestones?"
            r"|check-?(?:in|point)s?|reports?|due"
            r"|meetings?|conferences?|kick-?off|updates?|work|discussions?|deadline"
            r"|feedback|pitch|ideas|submission|day|time"
            r"|hours?)|"
            r"final (?:project|report|paper|writeup|write-up|deliverable)s?|milestones?\b|interim report|checkpoint"
            r"|progress reports?|check-?ins?\b|entrega (?:(?:del|do|de) )?(?:proyecto|projeto|trabajo|trabalho)"
            r"|projektabgabe|(?:trabajo pr[áa]ctico|trabajo|trabalho|proyecto|projeto|projet|tp) final\b"
            r"|abschlussprojekt"
            r"|remise du projet|open project)"
        ),
        "project",
    ),
    (
        re.compile(
            r"\b(?:lab(?: \d+| session)\b|lab:|tutorial\b|hands-on session|recitation lab|laborator\w+|übung"
            r"|taller\b|práctica\b)|实验"
        ),
        "lab",
    ),
    (
        re.compile(
            r"\b(?:recitation|discussion(?: section)?\b(?! of)|paper (?:discussion|seminar)s?|reading group"
            r"|seminar discussion)|讨论课"
        ),
        "discussion",
    ),
)


@remember(4096)
def title_kind(title: str) -> SessionKind | None:
    """Tell the kind of session that the words of a title give away; None where they name a topic.

    >>> title_kind("No class. Memorial Day"), title_kind("Midterm Review"), title_kind("Poster presentations")
    ('holiday', None, 'presentation')
    """
    folded = " ".join(title.casefold().replace("’", "'").split())
    for pattern, kind in TITLE_KINDS:
        found = pattern.search(folded)
        if not found:
            continue
        # The word must carry the title: "Exam Study Session" and "A History of Breaks" are taught.
        if kind == "holiday" and re.search(r"\b(?:lecture|class|review|session)\b[^a-z]{1,3}", folded[: found.start()]):
            continue
        if kind == "exam" and EXAM_REVIEW.search(folded):
            continue
        if kind == "presentation" and PAPER_TALK.search(folded) and not PROJECT_TALK.search(folded):
            return "discussion"
        if kind == "presentation" and found[0] == "pitch" and len(folded) > 20:
            continue  # "How to give a great pitch" is taught
        if kind in ("exam", "presentation", "project", "lab", "discussion") and len(folded) > 70 and found.start() > 30:
            continue
        return kind
    return None


# "Group presentation and discussion" of what was read, not of what was made
PAPER_TALK: Final = re.compile(r"\bpresentations? (?:and|&|/|\+) (?:\w+ )?discussions?\b")
PROJECT_TALK: Final = re.compile(r"\b(?:projects?|final|posters?|demos?|proposals?|capstone|pitch\w*)\b")
# "Exam 2 review", "Review for the midterm", "Return Midterm 1"
EXAM_REVIEW: Final = re.compile(
    r"\b(?:exam|mid-?term|final|quiz|test)s?(?: \w{1,3})? (?:review|recap|prep\w*|q&a|post-?mortem|solutions?)\b"
    r"|\b(?:pr[áa]ctica|repaso|clase|revis[ãa]o|aula|consultas?) (?:pre|para el|para a|do|del?)\b"
    r"|\b(?:reviews?|recap|prep\w*|revision|study)(?: session| class| day)?(?: for| of)?(?: the)?"
    r" (?:exam|mid-?term|final|quiz|test)|^(?:return|hand back|go over|discuss)\b"
)
CANCELLED: Final = re.compile(
    r"\b(?:cancell?ed|canceled|postponed|entfällt|fällt aus|cancelad[oa]|annulée?|取消)\b", re.IGNORECASE
)
NAME_ENDS: Final = 200
"""A page that calls itself a reading group does so at its head: what meets there discusses."""
NAMED_GROUP: Final = re.compile(
    r"\b(?:reading|discussion)[ -](?:group|club|circle)\b|\b(?:journal|paper|book)[ _-]club\b|\blesekreis\b"
    r"|\bgrup[po]o? d[ei] l(?:eitura|ectura|ettura)\b|\bgroupe de lecture\b|读书会|(?:阅读|读书|论文)小组|组会"
    r"|스터디|독서 ?모임"
    r"|輪読|輪講|読み会|読書会|勉強会|共有会",
    re.IGNORECASE,
)
TBD: Final = re.compile(
    r"\s*(?:tbd|tba|tbc|to be (?:determined|announced|decided|confirmed)|t\.b\.[ad]\.|待定|por definir|a definir"
    r"|\?{2,})\s*\.?\s*",
    re.IGNORECASE,
)

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
