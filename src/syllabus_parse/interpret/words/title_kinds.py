"""The kind and state of a session by the words of its title: exam, holiday, cancelled, to be decided."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.model import SessionKind
from syllabus_parse.regex import lazy_regex

# The kind of a session by words of its title, first match wins.
TITLE_KINDS: Final[tuple[tuple[re.Pattern[str], SessionKind], ...]] = (
    (
        lazy_regex(
            r"^(?:[\w’'-]{2,20} ){0,2}break\W*$"
            r"|\b(?:no (?:class|sessions?|lecture|classes|lectures|meeting|school"
            r"|seminar|section|lab|discussion|recitations?|tutorials?)"
            r"|class(?:es)? (?:is |was |has been )?(?:cancelled|canceled|rescheduled|postponed)|"
            r"(?:holiday|holidays|vacation|recess)\b|snow days?\b|(?:spring|fall|autumn|winter|summer"
            r"|thanksgiving|reading"
            r"|midterm|mid-semester|semester|easter|term|study) (?:break|recess|holiday)|"
            r"break week|reading (?:week|period|day)s?|study (?:week|day|period)|thanksgiving\b|memorial day"
            r"|labor day|veteran'?s'? day|president'?s'? day|presidents’? day|"
            r"martin luther king|mlk(?: day)?|independence day|juneteenth|indigenous people'?s'? day|columbus day"
            r"|election day|yom kippur|rosh hashanah"
            r"|(?:anzac|boxing|canada|victoria|australia|waitangi|family|christmas"
            r"|c[eé]sar ch[aá]vez|new year'?s) (?:day|eve)"
            r"|(?:king|queen)'?s'? birthday|(?:chinese|lunar) new year|"
            r"good friday|easter monday|labou?r day|national day|patriot'?s'? day|"
            r"ferien|feiertag|vorlesungsfrei\w*|weihnachts\w*|weinhnachts\w*|osterferien|pfingst\w*"
            r"|allerheiligen|fronleichnam|christi himmelfahrt|maifeiertag|tag der (?:deutschen einheit|arbeit)"
            r"|ostermontag|karfreitag|reformationstag|winterpause|toussaint|día del trabajador|armistice day|chuseok"
            r"|diwali|wellness day|flex day|eid al-(?:fitr|adha)"
            r"|keine (?:vorlesung|veranstaltung|übung)|entfällt|"
            r"vacaciones|feriado|festivo|semana santa|semana de (?:receso|descanso)|asueto"
            r"|no hay clases?|sin clases?|feriados|recesso|não haverá aula|no talks?\b|kein(?:e)? (?:sitzung"
            r"|seminar|termin)"
            r"|sem aula|carnaval|"
            r"férié|congé|relâche|activités libres|vacances|pas de cours|semaine de lecture|vacanze"
            r"|lezione sospesa|нет занятия|выходной|каникулы)\b"
            r"|放假|停课|国庆|清明|端午|中秋|劳动节|春节|元旦|假期|休講|祝日|휴강|공휴일"
        ),
        "holiday",
    ),
    (
        lazy_regex(
            r"(?<![(\[])\b(?:guest (?:lecture|talk|speaker|presentation|seminar)s?|invited (?:talk|lecture"
            r"|speaker)s?|guest\b|gastvortrag|charla invitada|palestrante convidad[oa])"
        ),
        "guest",
    ),
    (
        lazy_regex(
            r"\b(?:(?:final |mid-?term |project |student |poster |group |grad(?:uate)? |team |paper |course "
            r"|unessay |lightning |short |in-class |end )*(?:presentations?|posters?|poster sessions?"
            r"|(?:(?<!\w )|(?<=project )|(?<=final )|(?<=student )|(?<=group )|(?<=team )|(?<=and )|(?<=& ))demos?"
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
        lazy_regex(
            r"\b(?:mid-?terms?\b(?! (?:exam )?(?:review|analysis|solution\w*|discussion|debrief|post-?mortem"
            r"|reports?|project|presentation|proposal|recap|prep\w*|evaluation|survey"
            r"|milestone))|final exams?|finals week|^finals?$|exam\d{1,2}\b"
            r"|exam(?:s|en)?\b(?! (?:study|review|prep\w*|analysis|recap"
            r"|solution\w*))|exam period|quiz(?:zes)?\b|test \d|takehome|take-home|"
            r"prelims?(?: exams?)?(?: \d)?$|prelim \d\b|klausur|prüfung|examen(?:es)?|certamen(?:es)?|parcial(?:es)?"
            r"|prova(?:s)?\b|évaluation|(?:avaliação|evaluación) (?:bimestral|final|parcial|escrita|mensal|n?[º°.]?\d)"
            r"|^avaliaç(?:ão|ões)$|contrôle (?:continu|écrit|n°)|devoir surveillé|prova scritta"
            r"|esame (?:scritto|finale)|контрольная|экзамен|зач[её]т|коллоквиум|tentamen|kolokwium"
            r"|egzamin)|중간고사|기말고사|考试|期末|期中|試験|시험"
        ),
        "exam",
    ),
    (
        lazy_regex(
            r"^(?:mini-?|term |course |class |group )?projects?(?: \d)?$"
            r"|\b(?:(?:pre-?)?proposals?\b|project (?:(?:\d|part) (?:\d )?due\b|proposals?|milestones?"
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
        lazy_regex(
            r"(?<!media)(?<!research)(?<! the)(?<!computer)[ (]labs?\)?$"
            r"|\b(?:lab(?: \d+| session)\b|lab:|tutor(?:ial|iel)\b|hands-on session|recitation lab|laborator\w+|übung"
            r"|taller\b|práctica\b)|实验"
        ),
        "lab",
    ),
    (
        lazy_regex(
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
PAPER_TALK: Final = lazy_regex(r"\bpresentations? (?:and|&|/|\+) (?:\w+ )?discussions?\b")
PROJECT_TALK: Final = lazy_regex(r"\b(?:projects?|final|posters?|demos?|proposals?|capstone|pitch\w*)\b")
# "Exam 2 review", "Review for the midterm", "Return Midterm 1"
EXAM_REVIEW: Final = lazy_regex(
    r"\b(?:exam|mid-?term|final|quiz|test)s?(?: \w{1,3})? (?:review|recap|prep\w*|q&a|post-?mortem|solutions?)\b"
    r"|\b(?:pr[áa]ctica|repaso|clase|revis[ãa]o|aula|consultas?) (?:pre|para el|para a|do|del?)\b"
    r"|\b(?:reviews?|recap|prep\w*|revision|study)(?: session| class| day)?(?: for| of)?(?: the)?"
    r" (?:exam|mid-?term|final|quiz|test)|^(?:return|hand back|go over|discuss)\b"
)
CANCELLED: Final = lazy_regex(
    r"\b(?:cancell?ed|canceled|postponed|entfällt|fällt aus|cancelad[oa]|annulée?|取消)\b", re.IGNORECASE
)
NAME_ENDS: Final = 200
"""A page that calls itself a reading group does so at its head: what meets there discusses."""
NAMED_GROUP: Final = lazy_regex(
    r"\b(?:reading|discussion)[ -](?:group|club|circle)\b|\b(?:journal|paper|book)[ _-]club\b|\blesekreis\b"
    r"|\bgrup[po]o? d[ei] l(?:eitura|ectura|ettura)\b|\bgroupe de lecture\b|读书会|(?:阅读|读书|论文)小组|组会"
    r"|스터디|독서 ?모임"
    r"|輪読|輪講|読み会|読書会|勉強会|共有会",
    re.IGNORECASE,
)


def cut_page_head(source: str) -> str:
    r"""Return the words at the head of a page, without rows of tables: a column "Reading group" names no page.

    >>> cut_page_head("# Looms\n| Day | Reading group |\n")
    '# Looms\n'
    """
    return "\n".join(line for line in source[:NAME_ENDS].split("\n") if line.count("|") < 2)


TBD: Final = lazy_regex(
    r"\s*(?:tbd|tba|tbc|to be (?:determined|announced|decided|confirmed)|t\.b\.[ad]\.|待定|por definir|a definir"
    r"|\?{2,})\s*\.?\s*",
    re.IGNORECASE,
)
