"""How the words of a venue are taken apart: tokens with their places, stems that join abbreviations, word classes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from syllabus_parse.regex import lazy_regex

FLAT: Final = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´′", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u2028\u2029{}*_®™", " "),
    }
)
"""One character for one, so that offsets hold: quotes and dashes of the web, blanks, BibTeX's braces, emphasis."""

WORD: Final = r""";login:?                      # the magazine
    | [A-Za-z]&[A-Za-z](?![^\W\d_])             # S&P, C&T
    | [Ll]@[Ss](?![^\W_])                       # L@S
    | [^\W\d_]+(?:'l(?![^\W\d_]))?              # Proceedings, Int'l
"""
ORDINAL: Final = r"\d{1,4}(?:st|nd|rd|th)(?![^\W_])"  # 31st
TOKEN: Final = lazy_regex(rf"(?P<w>{WORD}) | (?P<o>{ORDINAL}) | (?P<n>\d+) | (?P<p>[^\w\s]|_)", re.VERBOSE)
NAME_WORD: Final = lazy_regex(rf"{WORD} | {ORDINAL} | \d+", re.VERBOSE)


class Token(NamedTuple):
    """A piece of text: kind "w" word, "n" number, "o" ordinal in digits, "p" punctuation; `word` is its stem."""

    kind: str
    word: str
    start: int
    end: int


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list as a set."""
    return frozenset(words.split())


# The first word of a row is the stem that all its words share; a plural "s" need not be listed.
STEM_ROWS: Final = """
    academy acad
    acoustics acoustic acoust
    advance adv
    algorithm alg algorithmic algor
    american amer
    analysis anal analyses
    annal ann
    annual annu
    application appl applied app
    architecture archit arch architectural
    artificial artif
    association assoc
    automation autom automated automatic
    behavior behaviour behav behavioral behavioural
    biology biol biological
    bulletin bull
    chemistry chem chemical
    clinical clin
    cognitive cogn
    communication commun comm
    comput computer computing computation computational comp
    conf conference symposium symp sympos meeting mtg congress colloquium confer
    cryptology cryptol
    database
    dependable depend
    design des
    development dev dev't
    discrete discret
    distributed distrib dist distr
    economics econ economic
    education educ educational
    electronics electron electronic
    embedded embed
    endowment endow
    engineering eng engg engr engrg
    environment environ environmental
    european eur
    evaluation eval
    formal form
    foundation found
    functional funct
    global
    graphics graphic graph
    hardware hardw
    high
    history hist historical
    human hum
    implementation impl implement
    industrial ind
    information inf inform info informatics informatic
    intelligence intell intelligent
    interactive interact
    interface interf
    international int intl int'l internat
    journal j jour journ
    knowledge knowl
    language lang
    learning learn
    letter lett
    library libr
    linguistics linguist linguistic
    logic log logical
    machine mach
    magazine mag
    maintenance maint
    management manag manage mgmt mgt
    material mater
    mathematics math mathematical
    measurement meas
    medical med medicine
    memory mem
    method methods
    mobile mob
    modeling modelling model
    molecular mol
    national natl nat'l
    neural
    networking netw network networked net
    newsletter newsl
    object obj
    operating oper op operational operation
    optimization optim optimisation
    parallel parall par
    pattern
    performance perform perf
    personal pers
    philosophy philos phil philosophical
    physics phys physical
    political polit politics
    practice pract
    principle princ prin
    privacy priv
    probability probab
    proceed proceedings proceeding proc
    processing process
    programming prog program progr programme
    psychology psychol psych psychological
    quarterly quart q
    recognition recogn recognit recog
    reliable reliab reliability
    representation repr
    research res
    retrieval retr
    review rev
    robot robotics robotic
    royal r
    science sci scientific
    security secur sec
    semantic
    service serv
    signal
    social soc
    society
    sociology sociol sociological
    software softw sw
    statistics stat statist statistical
    storage stor
    structure struct
    study stud studies
    supercomputing supercomput
    survey surv
    system sys syst
    technology technol tech technical techniques technique technological
    theory theor theoretical
    transaction trans tran
    university univ
    user
    verification verif
    virtual
    visualization vis visual vision visualisation
    workshop wksp wkshp wkshop worksh
"""
SMALL_WORDS: Final = word_set("of on in for and the to with at from by de des du der für fur und et")
PUBLISHERS: Final = word_set(
    "acm ieee usenix ifip cvf siam aaai iapr rsj asme spec ccf isoc irtf iacr "
    "sigops sigplan sigarch sigsoft sigact sigai sigart sigbed sigsac sigweb sigda sigapp sigmobile sigsim sigevo "
    "sigcomm sigmod sigkdd sigir sigchi sigcse siggraph sigmetrics sigecom sigaccess sigcas sigspatial"
)
ORDINALS: Final = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth "
    "eightieth ninetieth hundredth twenty thirty forty fifty sixty seventy eighty ninety"
)
LEADING_WORDS: Final = PUBLISHERS | ORDINALS | {"international", "annual", "biennial"}
"""What may stand before or inside a venue's name, or be missing there, without making it another venue."""
MONTHS: Final = word_set(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december spring summer fall autumn winter"
)
VOLUME_WORDS: Final = word_set(
    "vol volume volumes no number nr issue issues pp pages page p art article articles chapter chapters ch series ser "
    "part section sec supplement suppl special"
)
STEMS: Final = {
    **{word: word for word in PUBLISHERS | VOLUME_WORDS},
    **{form: row.split()[0] for row in STEM_ROWS.strip().splitlines() for form in row.split()},
}
NUMBER_WORDS: Final = word_set("vol volume no number nr issue pp pages page")
ROMAN: Final = lazy_regex(r"[IVXL]{1,7}\Z")  # the edition of HotNets-XIII


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what a word shares with its plural and abbreviations, so that "Comput. Syst." meets "Computer Systems".

    Only words in the list above are joined: an abbreviation that is not there keeps to itself.

    >>> stem("Syst"), stem("Systems"), stem("Neuroscience")
    ('system', 'system', 'neuroscience')
    """
    low = word.lower()
    if not low.isascii():
        low = "".join([c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)])
    found = STEMS.get(low)
    if found is None and len(low) > 3 and low[-1] == "s" and low[-2] not in "sui":
        low = low[:-1]
        found = STEMS.get(low)
    return found or low


@lru_cache(maxsize=64)
def split_words(text: str) -> list[Token]:
    """Take a text apart into tokens, with places; blanks go. The tokens must not be changed.

    >>> [token.word for token in split_words("Proc. SOSP'05")]
    ['proceed', '.', 'sosp', "'", '05']
    """
    out: list[Token] = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "p"
        word = match[0]
        out.append(Token(kind, stem(word) if kind == "w" else word, match.start(), match.end()))
    return out


def read_year(tokens: list[Token], i: int) -> int | None:
    """Return the year that token `i` writes in four digits; a part of a page range, a number or an address is none."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind != "n" or token.end - token.start != 4 or not "1500" <= token.word <= "2049":
        return None
    # Old years are told from other numbers by a bracket or a month: "(1890)", "March 1776".
    if token.word < "1900" and not (i and (tokens[i - 1].word == "(" or tokens[i - 1].word in MONTHS)):
        return None
    if i and tokens[i - 1].end == token.start:
        before = tokens[i - 1]
        if (
            before.kind == "p"
            and before.word in "-./:#"
            and i > 1
            and tokens[i - 2].kind == "n"
            and tokens[i - 2].end == before.start
        ):
            return None  # e.g. 1850-1913, 51.1998
    if i and tokens[i - 2 if tokens[i - 1].word == "." and i > 1 else i - 1].word in NUMBER_WORDS:
        return None  # e.g. pp. 1975-1980
    if (
        i + 2 < len(tokens)
        and tokens[i + 1].start == token.end
        and tokens[i + 1].word in "-./"
        and tokens[i + 2].kind == "n"
        and tokens[i + 2].start == tokens[i + 1].end
    ):
        return None  # e.g. 1975-1980, 1909.01315
    return int(token.word) if token.word.isascii() else None


def read_short_year(tokens: list[Token], i: int, *, bare: bool = False) -> int | None:
    """Return the year that token `i` writes in two digits behind an apostrophe, or, if `bare` is set, behind nothing.

    Bare numbers between 36 and 59 are no years: they are far more often a volume or an edition.
    """
    if i >= len(tokens) or tokens[i].kind != "n" or len(tokens[i].word) != 2 or not tokens[i].word.isascii():
        return None
    value = int(tokens[i].word)
    gap = tokens[i].start - tokens[i - 1].end
    if i and tokens[i - 1].word == "'" and (gap == 0 or (gap == 1 and _is_joined(tokens, i - 1))):
        return value + (2000 if value < 50 else 1900)
    if bare and not 35 < value < 60:
        return value + (2000 if value < 50 else 1900)
    return None


def _is_joined(tokens: list[Token], i: int) -> bool:
    """Tell whether a mark stands right behind a word in capitals: that of "CVPR' 16", typed with a blank."""
    return i > 0 and tokens[i - 1].kind == "w" and tokens[i - 1].end == tokens[i].start


def find_year(tokens: list[Token], places: Iterable[int]) -> tuple[int | None, int | None]:
    """Return the first year at one of the places, in their order, and the place."""
    for i in places:
        year = read_year(tokens, i)
        if year is None:
            year = read_short_year(tokens, i)
        if year is not None:
            return year, i
    return None, None
