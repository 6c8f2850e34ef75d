"""The heads of a table's columns to their roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.memo import remember
from syllabus_parse.model import LinkKind, Requirement
from syllabus_parse.normalize.dates import find_times, find_whens
from syllabus_parse.regex import lazy_regex

Role: TypeAlias = Literal[
    "date", "week", "month", "day", "time", "number", "event", "topic", "reading", "mixed", "presenter", "links",
    "assignment", "notes", "location", "session", "group", "section", "requirement", "title", "authors", "venue",
    "year", "status", "affiliation", "unknown",
]  # fmt: skip


@attrs.frozen
class Column:
    """What a column holds.

    `text` are the words of its head, `weekday` is the day of a column of sessions (0 Monday), `event` what an
    assignment there is; `numbered` says that each date has the number of its lecture before it, `month_first` that its
    dates in dots begin with the month.
    """

    role: Role
    header: str = ""
    requirement: Requirement | None = None
    event: Literal["out", "due"] | None = None
    link_kind: LinkKind | None = None
    weekday: int | None = None
    numbered: bool = False
    month_first: bool = False
    text: Text | None = attrs.field(default=None, eq=False)


WEEKDAYS: Final[tuple[re.Pattern[str], ...]] = tuple(
    lazy_regex(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"mon|mondays?|montags?|lundi|lunes|segunda(?:-feira)?|lunedì|maandag|周一|星期一|月曜?",
        r"tues?|tuesdays?|dienstags?|mardi|martes|terça(?:-feira)?|martedì|dinsdag|周二|星期二|火曜?",
        r"wed|weds|wednesdays?|mittwochs?|mercredi|miércoles|quarta(?:-feira)?|mercoledì|woensdag|周三|星期三|水曜?",
        r"thu|thur|thurs|thursdays?|donnerstags?|jeudi|jueves|quinta(?:-feira)?|giovedì|donderdag|周四|星期四|木曜?",
        r"fri|fridays?|freitags?|vendredi|viernes|sexta(?:-feira)?|venerdì|vrijdag|周五|星期五|金曜?",
        r"sat|saturdays?|samstags?|samedi|sábado|sabato|zaterdag|周六|星期六",
        r"sun|sundays?|sonntags?|dimanche|domingo|domenica|zondag|周日|星期日|星期天",
    )
)

# Short names of weekdays, each set of one language: heads of columns only where two of a set stand in one header.
SHORT_WEEKDAYS: Final = tuple(
    {name: day for day, names in enumerate(week.split(";")) for name in names.split()}
    for week in (
        "m mo;t tu tue;w we wed;r th;f fr;sa;su",
        "mo;di;mi;do;fr;sa;so",
        "lu;ma;me;je;ve;sa;di",
        "lu;ma;mi;ju;vi;sá;do",
    )
)


def name_weekdays(heads: Sequence[str]) -> dict[int, int]:
    """Find the columns that are named by the short name of a weekday, by place.

    >>> name_weekdays(["", "Mo", "Mi", "Fr"]), name_weekdays(["T", "Topic"])
    ({1: 0, 2: 2, 3: 4}, {})
    """
    folded = [fold_label(head) for head in heads]
    best: dict[int, int] = {}
    for week in SHORT_WEEKDAYS:
        found = {index: week[head] for index, head in enumerate(folded) if head in week}
        days = list(found.values())
        if len(found) > max(1, len(best)) and all(a < b for a, b in pairwise(days)):
            best = found
    return best


# The first pattern that is found in the folded header decides; the order is the precedence.
HEADERS: Final[tuple[tuple[re.Pattern[str], Column], ...]] = tuple(
    (lazy_regex(pattern), column)
    for pattern, column in (
        (r"^(?:group|groupe|grupo|gruppe|section|sec)\s?\d", Column("group")),
        (r"\b(?:reading|paper|presentation|review|signup"
         r"|feedback)?\s?(?:review )?forms?$", Column("links", link_kind="form")),
        (r"^(?:#|no|no\.|nr|nr\.|n[º°]|num|number|ses(?: ?#)?|lec|lec\.?\s?#|lec no\.?|lecture ?#"
         r"|lecture (?:no|number|num)\.?|class ?#|session ?#|session no\.?|class no\.?|unit ?#"
         r"|№|номер|序号|回|回数|회차|차시|编号|课次|节次|aula n[º°]?|sl"
         r"|s\.? ?no\.?|id"
         r"|(?:lect?(?:ure)?|disc(?:ussion)?|class|session|meeting|unit|module)(?: ?/ ?[a-z]{3,10})? ?#)$",
         Column("number")),
        (r"^(?:(?:course|teaching|class|semester|term|lecture) )?"
         r"(?:weeks?(?: ?#| no\.?| number)?|wk\.?|wks|woche|kw|semanas?|semaine|settimane?|неделя|vecka|uge|uke|tydzień"
         r"|周次|周|教学周|週"
         r"|주차|주|week/date"
         r"|week of)$", Column("week")),
        (r"^(?:readings?|papers?|texts?) ?(?:and|&|/|\+|,) ?(?:\w+ )?(?:assignments?|homeworks?|hw|due"
         r"|deadlines?|exercises?|notes|comments?|remarks?|reminders?)$", Column("reading")),
        (r"^(?:(?:assigned|homework|weekly|class|course|lecture) )?(?:readings?|read|papers?|texts?)"
         r"(?: (?:assignments?|homeworks?|due(?: [^()]{1,24})?|for (?:today|class)))?$",
         Column("reading")),
        (r"^(?:topics?|subjects?|themes?) ?(?:and|&|/|\+) ?(?:assigned|required) (?:readings?|materials?|texts?)$",
         Column("mixed")),
        (r"^assigned (?:readings?|texts?|materials?|films?|works?)\b", Column("reading")),
        (r"^media$", Column("links")),
        (r"\b(?:class |course |lecture )?materials? ?(?:and|&|/|\+) ?(?:assignments?|homeworks?"
         r"|readings?)\b", Column("links")),
        (r"^read (?:in|from) (?:the )?(?:text)?book$|^(?:text)?book (?:pages?|sections?|chapters?)$",
         Column("reading")),
        (r"^(?:required\??|mandatory\??|optional\??|requirement)$", Column("requirement")),
        (r"\b(?:due|deadlines?|deliverables?|abgaben?|entregas?|fecha de entrega|à rendre|à remettre|a entregar|prazos?"
         r"|hand[- ]?in)\b"
         r"|\bremises?\b|срок сдачи|дедлайн|inlämning|aflevering|截止|scadenz[ae]|consegna|締切|提出|마감",
         Column("assignment", event="due")),
        (r"\b(?:homeworks?|hw|hws|assignments?|problem sets?|psets?|ps|tareas?|tarefas?|deberes|aufgaben?"
         r"|hausaufgaben?|übungsblatt|devoirs?|exercises? (?:sheet|out)|programming|assigned|released?|out"
         r"|handed out|distributed|given out|ejercicios|exercícios|labs? out|milestones?|coursework)\b"
         r"|\b(?:compit[oi]|esercizi)\b|домашн\w+|задани[ея]|\bд/?з\b"
         r"|作业|課題|宿題|과제|숙제", Column("assignment", event="out")),
        (r"^(?:dates?|dates? \(\w+\)|when|wann|quand|quando|cuándo|datum|fechas?|datas?|date/time|date & time"
         r"|date and time|day/date|date/day"
         r"|class date|lecture date|week/date|termin|termine|vorlesung am|日期|日時|日程|上课时间|时间|上课日期"
         r"|날짜|일자|일시|日付|開催日|実施日|日にち"
         r"|meeting date|giorno"
         r"|dia|día|дата|когда|data zajęć|date \(.{1,20}\))$", Column("date")),
        (r"^(?:days?|weekday|days? of (?:the )?week|wochentag|tag|jour|jour de la semaine"
         r"|d[ií]a (?:(?:da|de la|de) )?semana|giorno della settimana|星期|曜日|요일)$", Column("day")),
        (r"^(?:months?|monat|mois|mes|mês|mese|月份)$", Column("month")),
        (r"^(?:times?|uhrzeit|hora|horas|horário|heures?|zeit|hours?|ora|orario|时段|時間|時限|시간)$", Column("time")),
        (r"^(?:(?:speaker(?:'?s)? )?(?:affiliations?|institutions?|university|company|institut(?:ion|o)?|instituição"
         r"|institución|établissement|所属|单位))$", Column("affiliation")),
        (r"\b(?:room|location|where|place|raum|ort|sala|aula/sala|lugar|lieu|salle|venue/room|building)\b|地点"
         r"|教室|場所|장소", Column("location")),
        (r"\b(?:slides?|notes|videos?)\b.{0,8}\b(?:readings?|papers?)\b"
         r"|\b(?:readings?|papers?)\b.{0,8}\b(?:slides?|notes|videos?)\b", Column("links")),
        (r"\b(?:topics?|subjects?|contents?|lectures?|class|themen?|temas?|contenidos?) ?"
         r"(?:and|&|/|\+|,|und|y|e|et) ?(?:\w+ )?(?:slides?|folien|diapositivas|videos?"
         r"|recordings?|materials?)$", Column("topic")),
        (r"\b(?:slides?|folien|diapositivas|slide deck|diapositives|diapos)\b|讲义|课件|ppt|スライド"
         r"|발표 ?자료", Column("links", link_kind="slides")),
        (r"\b(?:videos?|recordings?|lecture videos?|aufzeichnung\w*|grabaci\w+|gravaç\w+|registrazion\w+"
         r"|enregistrement)\b|视频"
         r"|录像|回放|動画|영상|녹화", Column("links", link_kind="video")),
        (r"\b(?:topics? ?(?:/|and|&|,|\+) ?(?:\w+ )?(?:readings?|papers?)|(?:readings?|papers?) ?(?:/|and"
         r"|&) ?topics?|paper/topic)\b", Column("mixed")),
        (r"\b(?:optional|further|additional|extra|supplement\w*|background|recommended|suggested|weiterführende\w*"
         r"|complementar\w*) (?:readings?|papers?|materials?|literatur\w*|texts?|videos?|resources?|lecturas?"
         r"|leituras?)|(?:readings?|papers?) ?\((?:optional|extra)\)|\b(?:background|further|supplementary"
         r"|optional)$|lecturas? complementari|leituras? complementar", Column("reading", requirement="optional")),
        (r"\b(?:required|mandatory|core|primary|main) (?:readings?|papers?|texts?|materials?)|(?:readings?"
         r"|papers?) ?\((?:required|mandatory)\)|lecturas? obligatori"
         r"|leituras? obrigat", Column("reading", requirement="required")),
        (r"\b(?:lecture notes|class notes|notebooks?|colabs?|pdfs|handouts?|code|materials?|resources?|links?"
         r"|material|unterlagen|materialien|materiales?|recursos|docs?|documents?|attachments?|download|demos?|scribe"
         r"|in-class handouts.*|materials and assignments|materiali?|supports?|материалы|материал)\b|资料|材料|資料"
         r"|자료", Column("links")),
        (r"\b(?:readings?|papers?|to read|literature|literatur|lektüre|lecturas?|leituras?|bibliogra\w+|references?"
         r"|chapters?|textbook|texts?|kapitel|preparation|prep|before class|pre-class|background|articles?"
         r"|book sections?|sections? to read|lectures obligatoires|resource|paper\(s\)|reading\(s\)|letture"
         r"|testi|литература|чтение|литература для чтения|litteratur|läsning|læsning|literatura)\b|阅读"
         r"|论文|文献|参考|論文|教科書|논문|읽기|교재", Column("reading")),
        (r"\b(?:presenters?|presented by|persons?|people|volunteers?|hosts?|hosted by|speakers?|instructors?"
         r"|lecturers?|lecture by|leads?|led by|leaders?"
         r"|lead team|discussants?|discussion lead\w*|facilitators?|who|by|professor|prof|docente|docentes"
         r"|profesor\w*|professores|ponente|palestrante|dozent\w*|referent\w*|vortragende\w*|teacher|taught by|staff"
         r"|moderator|scribes?|a cargo(?: de)?|responsable|expositor\w*|intervenante?s?|enseignante?s?"
         r"|relator[ei]|relatrice|apresentador\w*|presentador\w*|respons[áa]vel|лектор|преподаватель|докладчик|prowadzący|referate?|exposé)\b|老师|教师"
         r"|主讲|授课|讲者|报告人|分享人|讲解人|担当|発表者|講師|발표자|발표|강사|담당", Column("presenter")),
        (r"^(?:event|type|kind|format|tipo|art|typ|(?:activity|class|session|meeting|lecture) type"
         r"|category|nature|类型|種別|구분)$", Column("event")),
        (r"^(?:titles?|paper titles?|work|título|titel|papertitle|titolo|标题|题目|论文题目|題名|タイトル"
         r"|제목)$", Column("title")),
        (r"^(?:authors?|autor\w*|auteurs?|作者|著者|저자)$", Column("authors")),
        (r"^(?:venues?|conferences?|journal|published in|publication|conf\.?|proceedings?|프로시딩|会议|来源|期刊|学会"
         r"|학회)$", Column("venue")),
        (r"^(?:years?|jahr|año|ano|année|年份)$", Column("year")),
        (r"\b(?:topics?|titles?|subjects?|lectures?|themes?|themen?|thema|temas?|tópicos?|content|contents|inhalt\w*"
         r"|contenidos?|conteúdos?|assuntos?|sujets?|contenus?|description|what|agenda|concepts?|vorlesung"
         r"|vorlesung und.*|class|class topic|session|sessions|sesi[óo]n(?:es)?|sess[ãa]o|séances?|sitzung"
         r"|lesson|cours|clase|aula|module|modules|unit|units"
         r"|activity|activities|(?:lesson|course|class) plan|material covered|argoment[oi]|contenut[oi]"
         r"|lezion[ei]|objectifs?(?: principa(?:l|ux))?|discussion topic"
         r"|seminar|тема|темы|содержание|занятие|лекция|emne|ämne|innehåll"
         r"|temat|tematyka)\b|内容|主题|课题|章节|テーマ|講義内容|題目|주제|내용|활동", Column("topic")),
        (r"\b(?:notes?|comments?|remarks?|keywords?|summary|misc|other|bemerkung\w*|anmerkung\w*|hinweise?"
         r"|observaciones|observações|notas|remarques?|info|information|announcements?|goals?|objectives?"
         r"|learning outcomes)\b|备注|備考|비고", Column("notes")),
        (r"\b(?:labs?|tutorials?|recitations?|discussions?|sections?|übung(?:en)?|práctic[ao]s?|laborator\w+"
         r"|workshops?|exercises?|projects?|projekt|proyecto|exams?|quiz(?:zes)?)\b", Column("notes")),
    )
)  # fmt: skip


UNKNOWN: Final = Column("unknown")
GROUP_WORDS: Final = frozenset(["group", "groupe", "grupo", "gruppe", "section", "sec", "gr", "grp"])
MEETING_WORDS: Final = frozenset(
    [
        "lecture",
        "lectures",
        "lab",
        "labs",
        "class",
        "classes",
        "session",
        "sessions",
        "recitation",
        "recitations",
        "discussion",
        "discussions",
        "section",
        "seminar",
        "tutorial",
        "tutorials",
        "on",
        "meeting",
        "the",
        "vorlesung",
        "übung",
        "zentralübung",
        "am",
        "clase",
        "aula",
        "cours",
        "td",
        "tp",
        "laboratorio",
        "práctica",
        "topic",
        "topics",
    ]
)


MARKED_WORD: Final = lazy_regex(
    r"(?<=[^\W\d_]{4})[1-9](?=\s)"
)  # e.g. of a remark below the table: "reading1 and notes"
FOOTNOTE: Final = lazy_regex(r"(?<=\w)\s{0,3}(?:\[\d{1,2}\]|[*†‡¹²³]{1,3})\s{0,3}$")  # e.g. "Person [1]"


def _other_words(header: str, day: int) -> set[str]:
    """Return the words of a header but for a weekday, numbers and times."""
    left = WEEKDAYS[day].sub(" ", header)
    return {word for word in re.findall(r"[^\W\d_]{2,}", left) if word not in ("am", "pm", "h")}


@remember(2048)
def read_header(text: str) -> Column:
    """Read one header cell.

    >>> read_header("Papers to present").role, read_header("Optional readings").requirement
    ('reading', 'optional')
    >>> read_header("Wednesday Lecture").weekday, read_header("Gizmo").role
    (2, 'unknown')
    """
    text = FOOTNOTE.sub("", MARKED_WORD.sub("", text)).replace("_", " ").replace("(s)", "s")
    words = " ".join(text.split())
    folded = fold_label(text[:LONGEST_HEADER])
    bare = folded or words[:LONGEST_HEADER].strip().casefold()
    if bare in ("#", ""):
        return Column("number" if bare else "unknown", words)
    days = [index for index, pattern in enumerate(WEEKDAYS) if pattern.search(bare)]
    if len(days) == 1 and not re.search(r"\b(?:date|week|due|datum|fecha|ready|deadline)", bare):
        # "lundi 15h20" under "Groupe 09": the dates of one group's meetings; "Monday Lecture": a session in each cell.
        others = _other_words(bare, days[0])
        if others <= GROUP_WORDS and (find_times(words) is not None or others):
            return Column("group", words, weekday=days[0])
        if others <= MEETING_WORDS:
            return Column("session", words, weekday=days[0])
    column = match_header(bare)
    before = bare.partition("(")[0].strip()
    if before and before != bare and column.role != "unknown":
        # "Topic (Lecturer)" holds topics; "Readings (optional)" is one head.
        inner = match_header(before)
        column = inner if inner.role not in ("unknown", column.role) else column
    if len(days) == 1 and column.event == "due":
        column = attrs.evolve(column, weekday=days[0])  # "Due on Thursday": of the week of each row
    return attrs.evolve(column, header=words)


LONGEST_HEADER: Final = 400
"""Characters of a head that are looked at; what is longer is none."""


def match_header(folded: str) -> Column:
    """Match a folded header with the table of heads."""
    return next((column for pattern, column in HEADERS if pattern.search(folded)), UNKNOWN)


# A week and a day of it
WEEK_DAY: Final = lazy_regex(
    r"(?:(?:week|woche|semana|semaine)\s)?(?P<week>\d{1,2})\s{0,2}[-–—:,/(]?\s{0,2}"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?\)?",
    re.IGNORECASE,
)  # e.g. "1 - Tuesday", "3 (Thu)"


def is_header_like(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like a header: short words, most of them with a known role, and no date among them.

    >>> is_header_like(["Date", "Topic", "Slides"]), is_header_like(["8/26", "Introduction", ""])
    (True, False)
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled or any(len(cell) > 60 for cell in filled):
        return False
    if any(when.day is not None for cell in filled for when in find_whens(cell)) or WEEK_DAY.fullmatch(filled[0]):
        return False
    known = sum(read_header(cell).role != "unknown" for cell in filled)
    exact = sum(
        read_header(cell).role in ("date", "week", "number", "day", "authors", "venue", "year", "presenter")
        for cell in filled
    )
    return known >= 2 and known * 2 >= len(filled) and (exact >= 1 or known == len(filled))
