"""Headings that name a part of the page ("Schedule", "Grading"), not a theme of the course."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words.labels import fold_label
from syllabus_parse.interpret.words.links import link_label
from syllabus_parse.memo import remember
from syllabus_parse.regex import lazy_regex

# The page's own parts: never a section, never a session.
_PAGE_PARTS: Final = """schedule|schedules|course schedule|class schedule|teaching schedule|teaching plan|
    lecture schedule|tentative schedule|
    tentative lecture schedule|syllabus|calendar|
    course calendar|readings|reading|reading list|reading lists|paper list|papers|list of papers|
    required reading|required readings|materials and texts|texts and materials|
    course texts|required texts|texts|
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
    class material|class materials|lecture material|lecture materials|course material|material|
    planning|planning du cours|goals|course goals|goals of the course|abbreviations|legend|
    le programme|構成一覧|授業一覧|講義一覧|
    actividades por sesión|contenidos por sesión|programa de clases|plan de clases|contenido de las sesiones|
    weekly plan|weekly topics|lecture plan|class plan|class calendar|semester schedule|course plan|plan|
    timeline|semester plan|day by day|by day|
    spreadsheet format|our class|aims & scope|aims and scope|university breaks and important dates|
    important dates|key dates|dates|deadlines|due dates|homework due dates|assignment due dates|schedule overview|
    indices and tables|
    subject to change|tentative|preliminary|
    list|the list|full list|useful links|useful website|useful websites|useful sites|
    staff|course staff|instructors|teaching staff|teaching assistants|office hours|contact|textbook|textbooks|faq"""
PAGE_PARTS: Final = frozenset(part.strip() for part in _PAGE_PARTS.replace("\n", "").split("|"))
PART_TAIL: Final = lazy_regex(
    r"\s*(?:[(（][^()（）]{0,20}(?:欢迎|补充|更新|待定|please|contribut|welcome|work in progress|wip|incomplete|ongoing"
    r"|wird ergänzt|por completar|à compléter)[^()（）]{0,60}[)）]|\((?:tentative|subject to change\W*|tbd"
    r"|draft|planned|past|old|outdated|archived?|preliminary|provisional"
    r"|vorläufig)\)"
    r"|[-–—:,]?\s*(?:subject to change\W*|tentative)"
    r"|[-–—:,(]\s*(?:(?:spring|summer|fall|autumn|winter)\s+)?(?:(?:semester|term|quarter)\s+)?(?:19|20)\d\d\)?"
    r"|\s(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)"
    r"|(?:\b|[-–—:,(]\s*)(?:ws|ss|wise|sose|(?:winter|sommer)semester)\s*\d{2,4}(?:/\d{2,4})?\)?)$"
)


# A heading that is the name of a term: "Spring 2025", "Fall Semester 2019", "WS 2021/22".
TERM_PART: Final = lazy_regex(
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
    text = " ".join(text.split())  # PART_TAIL goes back over blanks
    folded = fold_label(PART_TAIL.sub("", text.rstrip("*_#").casefold()))
    if folded in PAGE_PARTS or fold_label(text) in PAGE_PARTS or TERM_PART.fullmatch(fold_label(text)):
        return True
    latin = ASIAN.sub(" ", folded).strip()
    if latin != folded and len(latin) > 3 and (latin in PAGE_PARTS or PAGE_PART.fullmatch(latin)):
        return True  # "강의 계획 Schedule": the same in two languages
    parts = JOINED.split(folded)
    if len(parts) == 2 and all(part in PAGE_PARTS or part in ASIAN_TASKS for part in parts):
        return True  # "课程安排与作业": the schedule and the homework
    listed = LISTED.split(folded)
    if len(listed) == 2 and all(part in PAGE_PARTS for part in listed):
        return True  # "References and Readings"
    if len(listed) > 2 and all(part in PAGE_PARTS or PAGE_PART.fullmatch(part) or link_label(part) for part in listed):
        return True  # "Course Schedule, Reading List, and Slides"
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


LISTED: Final = lazy_regex(r",\s(?:and\s|&\s|und\s|y\s|et\s)?|\s(?:and|&|und|y|et)\s")
JOINED: Final = lazy_regex("[与和及]")
ASIAN_TASKS: Final = frozenset(["作业", "课件", "资料", "讲义", "课程资料", "成绩", "考试", "考核", "评分", "实验"])
# "Referencias principales", "Bibliografia básica", "Weiterführende Literatur"
LIST_PART: Final = lazy_regex(
    r"(?:weiterführende |einführende |grundlegende )?(?:referencias|referências|références|bibliograf[íi]a"
    r"|bibliographie|literatur|lecturas|leituras|libros|livros|textos|lehrbücher|manuels)"
    r"(?: (?:principal(?:es)?|principais|b[áa]sic[ao]s?|general|geral|complementari?[ao]s?|complementar(?:es)?"
    r"|adicionales|adicionais|obligatori[ao]s|obrigatóri[ao]s"
    r"|recomendad[ao]s|del curso|do curso|zum kurs))?"
)
# "课程内容安排 (Class Schedule)", "Course Schedule (Spring 2026 — Tuesdays & Thursdays)"
BESIDE_PART: Final = lazy_regex(r"\s*[(（](?P<inside>[^()（）]{3,60})[)）]\W*$")
TERM_BESIDE: Final = lazy_regex(
    r"(?:spring|summer|fall|autumn|winter|semester|term|(?:regular|full|main) (?:session|term|semester)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|m/w|t/th|mwf|tth"
    r"|primavera|otoño|herbst|frühjahr|(?:winter|sommer)semester|20\d\d)\b",
    re.IGNORECASE,
)
ASIAN: Final = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
PAGE_PART: Final = lazy_regex(
    r"(?:the |tentative |preliminary |detailed |course |class |lecture |weekly |semester |full |our |fall |spring "
    r"|winter |summer |autumn |"
    r"paper |reading |topic |past |future |upcoming |previous |next |planned |finished |completed |required "
    r"|optional |additional "
    r"|\d{4} |and "
    r"|& |all |chosen |selected |suggested |assigned |other |main |this week's |today's )*"
    r"(?:suggestions|schedule|calendar|syllabus|readings?|reading (?:list|material)s?|(?:text)?books|papers?|topics"
    r"|agenda|timeline|cronograma"
    r"|zeitplan|lectures|sessions|meetings|talks|presentations)"
    r"(?: of (?:the )?(?:topics|lectures|readings|classes|papers|class|course|semester))?(?: \d{4})?(?: (?:and"
    r"|&) (?:readings?|assignments|syllabus|schedule|papers|topics|materials|slides|notes|homeworks?))?"
)

# "Horaire de l'enseignante", "Cronograma 2024", "Zeitplan und Themen".
CALENDAR_PART: Final = lazy_regex(
    r"(?:horaire|calendrier|emploi du temps|cronograma|calendario|calendário|zeitplan|terminplan|ablaufplan|horario"
    r"|horário)\b.{0,50}$"
)

# A heading over a remark to the reader: "Notez bien que…", "Note:".
REMARK_PART: Final = lazy_regex(
    r"(?:note|notes|nb|n\.b|notez|attention|important|hinweise?|achtung|avisos?|nota|warning|disclaimer|please note"
    r"|tip|tips)\b(?: (?:bien|well|to|on|that|que)\b.*)?$"
)

# Parts of a page that tell of rules and people: no sessions and no readings from them.
POLICY: Final = lazy_regex(
    r"\b(?:polic(?:y|ies)|grading|grades|grade (?:distribution|scale|breakdown)"
    r"|late (?:assignments?|submissions?)|honor code|academic (?:integrity|honesty|misconduct)|office hours?"
    r"|prerequisites?|"
    r"staff|instructors?|teaching (?:assistants?|staff)|contact|accommodations?|disabilit\w+|attendance|late days?"
    r"|plagiarism|"
    r"important dates|key dates|university breaks|deadlines?|preparation deadlines|evaluation criteria"
    r"|course requirements|"
    r"collaboration|covid\w*|wellness|faq|acknowledge?ments?|course description|learning (?:objectives|outcomes|goals)|"
    r"course objectives|spreadsheet format|assessment|enrollment|enrolment|textbooks?|bewertung|prüfungsleistung\w*"
    r"|(?:^(?:course|class|seminar|meeting) )?format$|sprechstunde\w*|"
    r"voraussetzungen|evaluación|evaluacion|avaliação|évaluation du cours|评分|考核|答疑|助教|教材)\b"
    r"|规则|门槛|要求|须知|规定|ルール|参加条件|注意事項|규칙|참여 ?방법|유의 ?사항"
)


# The same words in the name of a subject: "Monetary Policy", "Policy Gradients", "Risk Assessment", "Language Contact".
SUBJECT: Final = lazy_regex(
    r"\b(?:public|foreign|monetary|fiscal|economic|social|health|education(?:al)?|environmental|energy|climate|trade|tax|welfare"
    r"|housing|immigration|migration|security|defen[cs]e|agricultural|cultural|science|urban|domestic|macroeconomic"
    r"|industrial|drug|transport(?:ation)?|development|labou?r|competition|antitrust|regulatory|innovation"
    r"|criminal justice|military|nuclear|optimal|stochastic|on|off"
    r"|(?:law|politics|science|society|theory|ethics|economics|data|technology|governance) (?:and|&)) polic(?:y|ies)\b"
    r"|\bpolic(?:y|ies) (?:analysis|mak(?:ing|ers?)|process|evaluations?|gradients?|iterations?|search|optimi[sz]ation"
    r"|learning|design|instruments?|implementation|debates?|studies|change|networks?|memos?|briefs?|regimes?)\b"
    r"|\b(?:risk|needs?|impact|psychological|personality|clinical|language|educational|technology|neuropsychological"
    r"|environmental|vulnerability) assessments?\b"
    r"|\b(?:language|culture|dialect|first) contact\b|\bcontact (?:languages?|zones?|mechanics|tracing|maps?)\b"
    r"|\b(?:human|robot|ai|machine|computer|agent|remote|scientific|creative)[- ](?:\w{1,8} )?collaboration\b"
)
# When the course itself runs, on a tile or under a heading of its own: "📅 Start"
COURSE_FACT: Final = lazy_regex(
    r"[\W_]*(?:start(?:s|ing)?(?: date)?|begins?|ends?|end date|(?:fecha|data) de (?:inicio|início|fin|término)"
    r"|inicio|início|duration|duración|duração|beginn|ende|date de début|début)[\W_]*"
)


@remember(2048)
def is_policy(text: str) -> bool:
    """Tell whether a heading opens a part of rules, people or deadlines, from which no sessions come.

    >>> is_policy("Grading and Late Days"), is_policy("Consensus"), is_policy("Week 3: Monetary Policy")
    (True, False, False)
    """
    if len(text) >= 90:
        return False
    folded = fold_label(text)
    found = POLICY.search(folded)
    if found is not None and SUBJECT.search(folded):
        found = POLICY.search(SUBJECT.sub(" ", folded))
    return bool(found or COURSE_FACT.fullmatch(text.casefold()))


# The page's own parts that list works
WORKS_PART: Final = lazy_regex(
    r"(?:reading|paper) lists?|(?:list of )?(?:papers|readings|references|textbooks|books)"
    r"|bibliogra(?:phy|phie|f[ií]a)(?: (?:b[áa]sica|general|geral|principal))?"
    r"|literatur(?:e|liste)?|literature list|refer[eê]ncias(?: bibliogr[áa]ficas)?|références|lecturas|leituras"
    r"|参考文献|阅读列表|论文列表"
)


@remember(2048)
def is_works_part(text: str) -> bool:
    """Tell whether a heading or label is that of a part of the page that lists works: "Reading list", "References".

    >>> is_works_part("**Referências:**"), is_works_part("Microkernels")
    (True, False)
    """
    return WORKS_PART.fullmatch(fold_label(text)) is not None
