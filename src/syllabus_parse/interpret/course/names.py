"""The parts of a name that a page or heading bears: the course's title, its code, its school, a part of the page."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.course.codes import CODE, SHORT_SCHOOLS, find_code
from syllabus_parse.interpret.words import fold_label, is_page_part
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

EDGES: Final = " \t\n\r\u2028\u00a0,:;|·–—-/»>«<()[]{}&*_#¶"
REPOSITORY: Final = lazy_regex(
    r"[a-z][a-z0-9]*+(?:[-_][a-z0-9]++)+|[a-z]{2}[a-z0-9]{0,60}?\d{2,4}[a-z0-9]{0,60}"
)  # e.g. "aisys2023", "reading-group"
TERM_WORDS: Final = lazy_regex(
    r"[(\[]?\b[WFSU][PAUIN]?['’]\d{2}\b[)\]]?|\b(?:(?:spring|summer|fall|autumn|winter|frühling|herbst|sommersemester|wintersemester|sose"
    r"|wise|ws|ss|otoño|primavera|verano|invierno|outono|verão|automne|printemps|été|hiver)(?:(?:\s(?:semester|quarter"
    r"|term|session))?(?:\s(?:I{1,3}|[AB12])(?=[\s,]))?[\s,]*['’]?\d{2,4}(?:/\d{2,4})?(?!\w)|\s(?:semester|quarter|term)\b|(?=\W*$))|\d{4}[\s,-]*(?:spring|summer|fall|autumn|winter)"
    r"(?:\s(?:semester|quarter|term))?"
    r"|(?<!since )(?<!after )(?<!efore )(?<!ntil )(?<! to )(?:19|20)\d{2}(?:[-/]\d{2,4})?(?=\W*$|\s*[)\]|])"
    r"|(?:19|20)\d{2}\s?年?\s?(?:[春夏秋冬](?:季)?(?:学期)?|学年)"
    r"|(?:19|20)\d{2}\s?[年년]\s?(?:\d학기|[봄가]을?학기|度?[前後]期|度)|осень\s\d{4}|весна\s\d{4}"
    r"|(?<=[(\[])(?:archive|archived|old|past)(?=[)\]]))",
    re.IGNORECASE,
)
SEASON_YEAR: Final = lazy_regex(r"\b[WFSU][PAUIN]?['’]\d{2}\b")  # "W'22"
SCHOOL: Final = lazy_regex(
    r"(?:\b[A-Z][\w&.'-]+(?: +(?:of|the|and|&|[A-Z][\w&.'-]+)){0,6}\s)?"
    r"(?:(?:University|College|Institute of Technology)(?: (?:of|at|de|do|da|di|zu|for)(?: (?:los|las|la|el|the))?"
    r" [A-Z][\w'-]+(?:[ ,-]+(?:[A-Z][\w'-]+|de|do|da|at|la))*)?"
    r"|(?:Universität|Universidad|Universidade|Università|Université|Hochschule|Politecnico|ETH Zürich|EPFL"
    r"|Polytechnique(?: [A-Z][\w'-]+)?)"
    r"(?: (?:(?:of|at|de|do|da|di|del|degli|zu|für|for)(?: (?:los|las|la|el|the))? )?"
    r"[A-ZÀ-Ž][\w'-]+(?:[ ,-]+(?!(?:Prim|Segund|Semest|Oto[ñn]o|Primavera|Departam|Facul|Fachber|Instit"
    r"|Lehrst|Départ))(?:[A-ZÀ-Ž][\w'-]+|de|do|da|at|la))*)?)"
    r"|[\u4e00-\u9fff]{2,12}大学"
)
# Short names that stand for a university beside a code or a term; names of places alone are none.
SCHOOL_BRACKET: Final = lazy_regex(rf"(?<=\S\s)\((?:{SHORT_SCHOOLS.pattern})\)(?=\s*$)")
DEPARTMENT: Final = lazy_regex(
    r"\b(?:department|dept\.?|school|faculty|institute?|lab(?:oratory)?|group|center|centre|division|lehrstuhl"
    r"|fakultät|institut|departamento|facultad|faculdade|département|laboratoire|blog|homepage|github|wiki)\b",
    re.IGNORECASE,
)
BARS: Final = lazy_regex(r"\s+(?:\||::|[–—-]|-{2,3}|·|•|»|>|«|@)\s+|\s*(?:\||::|»|·|—)\s*")
LEAD: Final = lazy_regex(
    r"\s*(?:(?:welcome to|home ?page (?:of|for)|(?:course )?web ?(?:site|page) (?:of|for)"
    r"|(?:the )?(?:(?:tentative|class|course|lecture|full|detailed|weekly|reading) )*(?:schedule|syllabus|calendar"
    r"|readings?|reading list|overview|materials|notes|course|class|übersicht|inhalte?|temario|plan)"
    r"\s(?:of|for|on|in|to|über|zu|zur|zum|de|del|du|d'))\s"
    r"|(?:программа|расписание)\s(?:курса|занятий|лекций)\s"
    r"|(?:the|(?:course|class)(?: (?:syllabus|schedule|title|name|outline))?|syllabus|schedule|kurs(?:titel)?|vorlesung"
    r"|module|(?:titre du |título del |nombre del |nome do |título do |titolo del )?(?:curso|cours|corso))\s*[:：]\s)"
    r"(?:the\s)?(?:course\s|class\s|seminar\s)?(?:(?:on|of|in)\s)?",
    re.IGNORECASE,
)
LEAD_ALONE: Final = lazy_regex(
    r"(?:the\s)?(?:(?:course|class)\s)?(?:schedule|syllabus|calendar|readings?|reading list|notes|materials)"
    r"\s(?:for|of|in|to|de|del|zu)",
    re.IGNORECASE,
)  # what the code leaves of "Syllabus for CS 101"
PAGE_WORDS: Final = lazy_regex(
    r"[\s,:;|·–—-]*\b(?:(?:tentative |class |course |lecture |full |detailed |weekly |reading )*(?:schedule|syllabus"
    r"|calendar|readings?|reading list|home ?page|web ?site|web ?page|lectures|course page|overview|papers?"
    r"|schedule and (?:syllabus|readings)|edition|course materials|paper list|archive|course|github))\s*$",
    re.IGNORECASE,
)


@attrs.frozen(eq=False)
class NameParts:
    """What a name holds; `names` are the pieces that may be the title, the likeliest first.

    `page` says that a piece names a part of the page ("Schedule"), `term` that a term stands there.
    """

    names: tuple[Text, ...] = ()
    code: Text | None = None
    school: Text | None = None
    page: bool = False
    term: bool = False


# e.g. the second half of "Gardens - A Beginner's Guide"
SUBTITLE: Final = lazy_regex(r"\s+[–—-]\s+(?=(?:An?|The|Eine?|Una?|Une|Uma?)\s[^\W\d_])")


def _keep_subtitles(text: Text) -> list[Text]:
    """Cut a name at its bars, but for the dash before a subtitle with an article."""
    kept = {found.start() for found in SUBTITLE.finditer(text.plain)}
    cuts = [found.span() for found in BARS.finditer(text.plain) if found.end() > found.start()]
    cuts = [cut for cut in cuts if cut[0] not in kept]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text.plain)]
    return [text.slice(start, end) for start, end in zip(starts, ends, strict=True)]


def part_name(text: Text) -> NameParts:
    """Part a page's title or heading into what it names, for few name the course alone.

    People, departments and venues are left out: a homepage is no course.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> parts = part_name(read_inline("Stanford CS 999 | Weaving from Scratch (Fall 2025)"))
    >>> parts.names[0].plain, parts.code.plain, parts.school.plain, parts.term
    ('Weaving from Scratch', 'CS 999', 'Stanford', True)
    >>> parts = part_name(read_inline("Schedule – Weaving from Scratch"))
    >>> parts.names[0].plain, parts.page
    ('Weaving from Scratch', True)
    """
    text = _drop_signs(text)
    plain = text.plain
    if not plain.strip() or len(plain) > 200:
        return NameParts()
    code = find_code(text)
    term = parse_term(plain)[0] is not None or SEASON_YEAR.search(plain) is not None
    term = term or YEAR_OF_STUDY.search(plain) is not None
    school = find_school(text, beside=code is not None or term)
    names: list[tuple[int, int, Text]] = []
    page = False
    for order, piece in enumerate(_keep_subtitles(text)):
        here = find_code(piece)
        school_here = find_school(piece, beside=code is not None or term)
        left = _cut_known(piece, [part for part in (here, school_here) if part])
        for name in left:
            bare, spoke = _strip_page_words(name)
            page = page or spoke
            if bare is not None and _names_course(bare.plain):
                # A piece with the code in it, and one that says "course on", are likelier.
                names.append((-(2 * (here is not None) + bool(LEAD.match(name.plain))), order, bare))
    names.sort(key=lambda entry: entry[:2])
    return NameParts(tuple(name for _, _, name in names), code, school, page, term)


# e.g. "Looms I (2022-2023)" · "Looms I, 2022/23"
YEAR_OF_STUDY: Final = lazy_regex(r"(?<![\d-])(?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d(?![\d/-]))(?=\W*$)")
SIGNS: Final = lazy_regex(r"[\s\U0001F000-\U0001FAFF\u2190-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")


def _drop_signs(text: Text) -> Text:
    """Take pictures off the front of a name: "📆 Course Schedule"."""
    found = SIGNS.match(text.plain)
    return text.slice(found.end(), len(text.plain)) if found else text


def find_school(text: Text, *, beside: bool) -> Text | None:
    """Find the university; a short name ("MIT") counts only where a code or a term stands `beside` it.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> find_school(read_inline("Ohio Wesleyan University"), beside=False).plain
    'Ohio Wesleyan University'
    >>> find_school(read_inline("Trade in Cambridge"), beside=False) is None
    True
    """
    code = find_code(text) if beside else None
    plain = text.plain
    if code is not None:
        start = plain.find(code.plain)
        plain = plain[:start] + "|" * len(code.plain) + plain[start + len(code.plain) :]
    for term in TERM_WORDS.finditer(plain):
        plain = plain[: term.start()] + "|" * (term.end() - term.start()) + plain[term.end() :]
    found = SCHOOL.search(plain) or (SHORT_SCHOOLS.search(plain) if beside else None)
    if found is None and (bracket := SCHOOL_BRACKET.search(plain)) is not None:
        found = bracket  # "Weaving (Penn State)"
    return text.slice(found.start(), found.end()).strip(" ,()") if found else None


JOINT: Final = lazy_regex(r"\s(?:in|for|of|from|im|en|em|à|del|de)\s{1,3}\Z", re.IGNORECASE)  # "Looms in" 2020


def _cut_known(text: Text, known: list[Text]) -> list[Text]:
    """Take code, school and term out of a piece; what stands on either side is a piece of its own."""
    plain = text.plain
    spans = [found.span() for found in TERM_WORDS.finditer(plain)]
    terms = set(spans)
    for part in known:
        start = plain.find(part.plain)
        spans.append((start, start + len(part.plain)))
    pieces = []
    at = 0
    for start, end in sorted(spans):
        if start > at:
            joint = JOINT.search(plain, at, start) if (start, end) in terms else None
            pieces.append(text.slice(at, joint.start() if joint else start))
        at = max(at, end)
    pieces.append(text.slice(at, len(plain)))
    pieces = [_strip_edges(piece) for piece in pieces]
    pieces = [piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece.plain)]
    return sorted(pieces, key=lambda piece: -len(piece.plain))[:1] if len(pieces) > 1 else pieces


def _strip_edges(text: Text) -> Text:
    """Strip marks off both ends, but keep the bracket that closes one inside: "Systems (for ML)"."""
    bare = text.strip(EDGES)
    plain = bare.plain
    if plain.count("(") > plain.count(")") and text.plain[text.plain.find(plain) + len(plain) :].lstrip()[:1] == ")":
        start = text.plain.find(plain)
        end = text.plain.index(")", start + len(plain)) + 1
        return text.slice(start, end)
    left = plain.rfind("(")
    if plain.count("(") > plain.count(")") and left > 0 and len(plain) - left < SHORT_BRACKET:
        return bare.slice(0, left).strip(EDGES)  # the term was cut out of "Looms I (UMONS, 2022-2023)"
    return bare


SHORT_BRACKET: Final = 30
"""Characters of a bracket that tells no more than where a course is held."""


def _strip_page_words(text: Text) -> tuple[Text | None, bool]:
    """Take "Schedule for" and "Course Website" off a piece; tell whether it spoke of a part of the page."""
    if is_page_part(text.plain):
        return None, True
    if LEAD_ALONE.fullmatch(text.plain):
        return None, False
    lead = LEAD.match(text.plain)
    spoke = lead is not None and not re.search(r"[:：]", lead[0])  # "Syllabus: Looms" names the course
    if lead and lead.end() < len(text.plain):
        text = text.slice(lead.end(), len(text.plain))
    tail = PAGE_WORDS.search(text.plain)
    if tail and tail.start() > 3:
        spoke = True
        text = text.slice(0, tail.start())
    text = _strip_edges(text)
    further = CODE.match(text.plain)
    while further is not None and find_code(text.slice(0, further.end())) is not None:
        text = _strip_edges(text.slice(further.end(), len(text.plain)))  # "15-213/18-213: …" has two
        further = CODE.match(text.plain)
    if not text.plain or is_page_part(text.plain):
        return None, True
    return text, spoke


COUNTED_COURSE: Final = lazy_regex(r"\W*(?:course|class|kurs|curso|cours)\s?#?\d{1,2}\W*", re.IGNORECASE)


NO_NAMES: Final = frozenset(
    """the course class and for with at home index readme main tentative draft disciplina asignatura curso cours kurs
    lehrveranstaltung""".split()  # noqa: SIM905
)
# What a sentence was cut at, e.g. "Welcome to" before a code
CUT_OFF: Final = lazy_regex(r"\s(?:to|of|for|from|with|in)$")


def _names_course(words: str) -> bool:
    """Tell whether words may be a course's name: no person, no department, no venue, no mere joint."""
    if len(words) < 3 or len(words) > 140 or not re.search(r"[^\W\d_]{3}|[\u4e00-\u9fff]{2}", words):
        return False
    if fold_label(words) in NO_NAMES or CUT_OFF.search(words) or words[:2] == "1.":
        return False
    if COUNTED_COURSE.fullmatch(words):
        return False  # "Course 1: …" on a page of several
    if DEPARTMENT.search(words) and not re.search(r"\b(?:reading group|group theory|lab course)\b", words.casefold()):
        return False
    return score_people(words) < 0.8 and not is_venue(words)
