"""One name of one person: is it a name, and how is it written without marks and titles?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import STOP_CAPITALS, STOP_WORDS
from syllabus_parse.regex import lazy_regex

NAME_LIMIT: Final = 120
"""No name is longer; longer text is folded and left as it is."""

MARKS: Final = '*†‡§¶#^~∗⋆☆★✝✉⁎_`"“”„«»|'
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜ⁺"
_EDGE: Final = MARKS + _SUPERSCRIPTS + " \t\r\n\u00a0\u2028\u200b,;:·•-–—.!?"

# e.g. Prof. · Dr. · Professor · Assoc. Prof. · Mr · Ph.D. candidate; several may follow each other
_TITLES: Final = lazy_regex(
    r"(?:(?:(?:[Aa]ssoc(?:iate)?|[Aa]ss(?:t|is|istant)|[Aa]djunct|[Vv]isiting|Distinguished|Emeritus)\.?\s{1,3})?"
    r"(?:Prof(?:essor|\.|(?=\s))|PROF\.?|Dr(?:\.|(?=\s))|Drs\.|DR\.?|Mr(?:s)?(?:\.|(?=\s))|Ms(?:\.|(?=\s))|Mx\.|Sir\s|Dame\s|"
    r"Ir\.|Ing\.|Dipl\.-Ing\.|M\.Sc\.|Hon\.|Rev\.|Herr\s|Frau\s|Lecturer\s|Instructor\s)\s{0,3}){1,4}(?=\S)"
)
# e.g. John Smith, PhD · Jane Doe, M.D. · Jo Roe (blank) Ph.D.
_DEGREES: Final = lazy_regex(
    r"(?:[\s,]{1,3}(?:P[hH]\.?\s?D\.?|M\.?D\.|MD|MSc|M\.Sc\.|B\.Sc\.|MBA|Esq\.?|FRS|Prof\.?|Professor)(?=$|[\s,])){1,3}$"
)
# e.g. 周熠老师 · 李教授 · 王博士 · 田中先生 · 김철수 교수님
_CJK_TITLE: Final = lazy_regex(
    r"\s{0,2}(?:副教授|教授|老师|老師|博士|助教|讲师|研究员|院士|同学|先生|女士|主任|助理|准教授|さん|교수님?|박사님?|선생님?|님){1,3}$"
)
_CJK_FIRST: Final = lazy_regex(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff\uf900-\ufaff]")
# e.g. Jr · Jr. · III · 2nd
SUFFIX: Final = lazy_regex(r"(?:Jr|Sr|jr|sr)\.?|II|III|IV|2nd|3rd|Júnior|Filho|Neto")
# e.g. J. H. · J.H. · D · D.K. · K. V. · J.-P. · Y.-C.
INITIALS: Final = lazy_regex(r"(?:[^\W\d_a-zß-öø-ÿ](?:\.|(?=[\s.-]|$))[\s\u00a0]{0,2}-?[\s\u00a0]{0,2}){1,5}")
# A digit or sign behind a word: Smith1 · Doe2,3 · Chen¹
_FOOTNOTE: Final = lazy_regex(
    rf"(?<=[^\W\d_])(?:\d{{1,2}}(?:,\d{{1,2}}){{0,4}}|[{_SUPERSCRIPTS}]{{1,4}}|[*†‡§¶∗]{{1,4}})(?=\s|$|\.)"
)
_PARTICLES: Final = (
    "van von der den de del della dei di da das dos do du des la le los las el al bin ibn ben ten ter zu zur zum af av "
    "y e i wa und op 't st. san santa mac o' ap abu bint binti ul ur Van Von De Del Della Di Da Dos Du La Le El Al Ben "
    "Bin Ibn Ter Ten Der Den St. Mac"
)
PARTICLES: Final = frozenset(_PARTICLES.split())
SMALL_NAMES: Final = frozenset(
    ("bell hooks", "danah boyd", "danah m. boyd", "adrienne maree brown", "e. e. cummings", "e.e. cummings", "d. boyd")
)
"""Authors who write their names in small letters."""
_WORD_START: Final = lazy_regex(r"[^\W\d_]")

GROUPS: Final = frozenset(
    """
    all|everyone|everybody|staff|course staff|teaching staff|class|the class|whole class|entire class|tas|ta|gsi|gsis
    students|student|instructor|instructors|lecturer|lecturers|teacher|teachers|professor|professors|faculty|prof|profs
    team|teams|all teams|group|groups|all groups|us|you|we|guest|guests|guest speaker|guest speakers|guest lecturer
    guest lecturers|guest lecture|speaker|speakers|presenter|presenters|invited speaker|invited speakers|panel
    panelists|student presentations|student presentation|student presenters|student presenter|student led
    student-led|presentations|presentation|project presentations|project teams|teaching assistants
    teaching assistant|ta's|ta(s)|tutors|tutor|moderator|moderators|discussion leader|discussion leaders|discussant
    discussants|volunteers|volunteer|various|multiple|several|others|other|many|participants|attendees|class discussion
    all students|all of us|all of you|student teams|student groups|co-instructors|course instructors
    course instructor|whole group|organizers|organisers|author|authors|editors|editor|anonymous|unknown|none|nobody
    老师|教师|全体|全体学生|学生|助教|所有人|同学|同学们
    """.replace("\n", "|").split("|")
)
_GROUPS: Final = frozenset(word.strip() for word in GROUPS if word.strip())
_GROUP_JOIN: Final = lazy_regex(r"\s{0,3}(?:,|&|\+|/|\band\b)\s{0,3}")
_GROUP_START: Final = lazy_regex("|".join(sorted(re.escape(word) for word in _GROUPS)))
# e.g. Group 3 · Team A · Student 1 · Groups 1-4 · TA 2
_GROUP_NUMBERED: Final = lazy_regex(
    r"(?:[Gg]roups?|[Tt]eams?|[Ss]tudents?|TAs?|[Ss]peakers?|[Pp]resenters?|[Ss]ections?)\s{1,2}#?(?:\d{1,3}(?:\s?[-–,&]\s?\d{1,3}){0,4}|[A-Z])"
)
_PLACEHOLDER: Final = lazy_regex(
    r"[\s\-–—―.…?*_/|~]*|\(?(?:tb[adc]|to be (?:announced|determined|decided|confirmed)|n\.?\s?/?\s?a\.?|none|nil|null|"
    r"待定|无|未定|미정|未公布)\)?[.!?]?",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands for "nobody yet": a dash, "TBA", "N/A", nothing.

    A single letter is a name ("j"), not a placeholder.

    >>> is_placeholder("TBA"), is_placeholder(" - ")
    (True, True)
    >>> is_placeholder("Tba Nguyen")
    False
    """
    return len(text) <= 40 and _PLACEHOLDER.fullmatch(text.strip()) is not None


@remember(4096)
def is_group(text: str) -> bool:
    """Tell whether the words name a group of people and no person.

    Schedules put "Students & Instructors" or "All" where others have a name. A team that wrote a paper
    ("Llama Team") is a name, not such a group.

    >>> is_group("Students & Instructors"), is_group("TAs"), is_group("Group 3")
    (True, True, True)
    >>> is_group("Llama Team"), is_group("Ali")
    (False, False)
    """
    if len(text) > 80:
        return False
    folded = " ".join(text.split()).strip(".:!*()[]").lower()
    if folded in _GROUPS or _GROUP_NUMBERED.fullmatch(text.strip()):
        return True
    if not _GROUP_START.match(folded):
        return False
    parts = _GROUP_JOIN.split(folded)
    return len(parts) > 1 and all(part in _GROUPS for part in parts if part)


def is_initials(text: str) -> bool:
    """Tell whether a piece holds nothing but initials.

    Such a piece behind a comma is the given name of the surname before it. A word of two capitals without a
    full stop is none: "JK" may be a name of its own.

    >>> is_initials("J. H."), is_initials("D"), is_initials("J.-P.")
    (True, True, True)
    >>> is_initials("JK"), is_initials("J. Lee")
    (False, False)
    """
    return len(text) <= 24 and INITIALS.fullmatch(text.strip()) is not None


def is_name(text: str) -> bool:
    """Tell whether a piece can be the name of one person.

    A name has one to six words that begin with capitals (or one word of any letters), besides particles;
    a word of running text ("of", "the", "with"), a digit or a colon makes it none. Words with a meaning are
    not looked up: "Deep Learning" could be a name by its form.

    >>> is_name("Ludwig van Beethoven"), is_name("zhou"), is_name("周熠")
    (True, True, True)
    >>> is_name("discussion of the papers"), is_name("CS 244")
    (False, False)
    """
    return _is_name(text)


NEVER_IN_NAMES: Final = frozenset(":;@/\\=<>{}[]()（）%$+0123456789?!")


@remember(16384)
def _is_name(text: str) -> bool:
    if len(text) > NAME_LIMIT:
        return False
    if text in SMALL_NAMES:
        return True
    words = text.split()
    if not words or len(words) > 8:
        return False
    if not text.isascii() and _CJK_FIRST.match(text):  # a class of 20,000 letters takes long to compile
        return len(text) <= 20 and not any(ch.isdigit() for ch in text) and weigh_affiliation(text) < 2
    capitals = small = 0
    for word in words:
        if word in PARTICLES:
            continue
        lead = _WORD_START.search(word)
        if lead is None or lead.start() > 2:
            return False
        if ".." in word or not NEVER_IN_NAMES.isdisjoint(word):
            return False
        if word in STOP_CAPITALS or word in STOP_WORDS:
            return False
        if word[lead.start()].isupper() or not word[lead.start()].islower():
            capitals += 1
        else:
            small += 1
    if capitals > 6:
        return False
    if capitals == 0:
        return small == 1 and len(words) == 1 and len(words[0]) <= 20
    return small <= 1


@remember(16384)
def normalize_name(text: str) -> str:
    """Return one name as it is written without marks, titles and inversion.

    Footnote marks and titles are the page's, not the person's; an inverted name is turned round so that one
    person has one form. Initials, particles and capitals stay as written; a name is not looked up or completed.

    >>> normalize_name("Prof.  Saltzer, J. H.*")
    'J. H. Saltzer'
    >>> normalize_name("zhou"), normalize_name("周熠老师")
    ('zhou', '周熠')
    """
    out = " ".join(text.split())
    if not out.isascii():
        out = unicodedata.normalize("NFC", out)
    if len(out) > NAME_LIMIT:
        return out
    while True:
        before = out
        out = _strip_once(out)
        if out == before:
            return out


def _strip_once(text: str) -> str:
    out = trim(text)
    title = _TITLES.match(out)
    if title:
        out = out[title.end() :]
    degrees = _DEGREES.search(out)
    if degrees and degrees.start() > 0:
        out = out[: degrees.start()]
    if not out.isascii():
        suffix = _CJK_TITLE.search(out)
        if suffix and suffix.start() > 0:
            out = out[: suffix.start()]
    out = _FOOTNOTE.sub("", out)
    if "," in out:
        out = _turn_round(out)
    return " ".join(out.split())


def trim(text: str) -> str:
    """Return a piece without blanks and marks at its ends; the full stop of initials and of "Jr." stays.

    >>> trim(" *Jane Doe†."), trim("Skeen, D.")
    ('Jane Doe', 'Skeen, D.')
    """
    out = text.lstrip(_EDGE)
    end = out.rstrip(_EDGE)
    if out[len(end) : len(end) + 1] == "." and _ends_abbreviated(end):
        return end + "."
    # A single quote may belong to the name ('t Hooft, O'); a pair of them doesn't.
    if len(end) > 2 and end[0] in "'‘" and end[-1] in "'’":
        return end[1:-1]
    return end


def _ends_abbreviated(text: str) -> bool:
    last = text.rsplit(" ", 1)[-1].rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    return (len(last) == 1 and last.isalpha()) or last in ("Jr", "Sr", "jr", "sr", "Ph", "St", "Th", "Chr", "Wm")


def _turn_round(text: str) -> str:
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2 and SUFFIX.fullmatch(parts[1]):
        return f"{parts[0]} {parts[1]}"
    if len(parts) == 2 and weigh_affiliation(parts[1]) < 2:
        return f"{parts[1]} {parts[0]}"
    if len(parts) == 3 and SUFFIX.fullmatch(parts[2]):
        return f"{parts[1]} {parts[0]} {parts[2]}"
    return text
