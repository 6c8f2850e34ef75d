"""Who printed a book, where and in which edition: a publisher is no venue, but tells that the work is a book."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import set_year
from syllabus_parse.interpret.citations.venue import sentence_cut
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.venues import find_venue, parse_known_venue
from syllabus_parse.regex import lazy_regex

PUBLISHER: Final = lazy_regex(
    r"""\b(?:
      (?:[A-Z][\w.&-]{1,30}\s){0,4}(?:University\s)?(?:Press|Verlag|Publishers?|Publishing|Publications|Books)\b
    | (?:[A-Z][\w.&-]{1,30}\s){1,4}(?:UP|U\sof\s[A-Z]\w+\sP)\b
    | Verlag | Editorial | Éditions? | Editions?(?=\s[A-Z]) | Editora | Ediciones | Edições | Edizioni | Uitgeverij
    | Wydawnictwo
    | Addison[\s–-]Wesley | Wiley | Springer | Elsevier | Pearson | Prentice[\s-]Hall | McGraw[\s-]Hill | O['’]Reilly
    | Morgan\sKaufmann | Morgan\s(?:&|and)\sClaypool | Routledge | Sage | Penguin | Norton | Random\sHouse | Knopf
    | Vintage | Macmillan | Palgrave | CRC | Chapman | Birkhäuser | Dover | Manning | Packt | No\sStarch | Apress
    | Pragmatic\sBookshelf | Duckworth | Harper(?:Collins)? | Houghton | Longman | Crown | Hutchinson | Bloomsbury
    | Blackwell | Thomson | Cengage | Brooks/Cole | Benjamin/Cummings | SIAM | Cambridge | Oxford | Kluwer
    | North-Holland | Pantheon | Verso | Polity | Schocken | Hackett | Scribner(?:['’]?s)? | Doubleday | Farrar
    | Ashgate | Brill | Rowman | Westview | Semiotext
    | Hanser | (?:[Dd]e\s)?Gruyter | UTB | Vieweg | Teubner | Oldenbourg | Suhrkamp | Reclam | dpunkt | Rheinwerk
    | Galileo | Fischer | Beck | Nomos | Rowohlt | Piper | Campus | Transcript | Kohlhammer | Metzler | Fink
    | Alianza | Paidós | Siglo\sXXI | Anagrama | Planeta | Gedisa
    | Atlas | Bookman | Saraiva | Vozes | LTC | Zahar
    | Gallimard | Dunod | Eyrolles | Seuil | Vrin | PUF | Minuit
    | Mulino | Laterza | Einaudi | Feltrinelli
    )\b|出版社|书局|印书馆|(?<!\w)(?:М|СПб|Л|К|Мн)\.\s?:\s""",
    re.VERBOSE,
)
EDITION: Final = lazy_regex(
    r"\b(?:\d{1,2}\s?(?:st|nd|rd|th)|\d{1,2}\.|\d{1,2}\s?[ªºaª]\.?|first|second|third|fourth|fifth|revised|rev\.|international)"
    r"\s?(?:[a-zäöü]{3,14}\s){0,2}(?:ed\b\.?|eds?n\b|edition\b|edición|edição|édition|aufl\b|auflage\b)"
    r"|\b(?:überarb|erw|aktual)[a-zäöü]*\.|第.{1,3}版|\bISBN\b",
    re.IGNORECASE,
    needs="ed éd aufl überarb erw aktual 第 isbn",
)
# A town and whoever prints there, e.g. "Berlin: de Gruyter, 2012" · "New Haven, CT: Yale"
CITY_PRESS: Final = lazy_regex(
    r"^(?!\W*(?i:presenters?|presented|speakers?|led|lead|discussants?)\b)"
    r"^\W*+[^\W\d_][\w.]{2,20}(?:[\s-][^\W\d_][\w.]{1,20}){0,2}(?:,\s[A-Z]{2})?(?:\s?[;/&]\s?[^\W\d_]\w{2,20}(?:\s\w{2,20})?)?:\s+"
    r"(?:[A-ZÀ-Þ]|de\s[A-Z]|\d)[^:]{2,80}$"
)
# A town where books are printed and the year, e.g. "Frankfurt a.M. 1991, S. 9-30" · "Berlin/New York 1995"
_CITY: Final = (
    r"(?:Frankfurt|München|Berlin|Stuttgart|Hamburg|Leipzig|Dresden|Tübingen|Göttingen|Köln|Bonn|Wien|Graz|Innsbruck"
    r"|Salzburg|Zürich|Basel|Bern|Heidelberg|Wiesbaden|Weimar|Bielefeld|Darmstadt|Opladen|Reinbek|Hildesheim|Paderborn"
    r"|Mainz|Würzburg|Münster|Freiburg|Konstanz|Paris|Lyon|London|New York|Oxford|Cambridge|Chicago|Boston|Princeton"
    r"|New Haven|Ithaca|Berkeley|Stanford|Durham|Minneapolis|Philadelphia|Baltimore|Amsterdam|Leiden|Den Haag|The Hague"
    r"|Dordrecht|Milano|Roma|Torino|Bologna|Firenze|Venezia|Madrid|Barcelona|Buenos Aires|Santiago|Bogotá|São Paulo"
    r"|Rio de Janeiro|Lisboa|Coimbra|Genève|Lausanne|Bruxelles)"
)
CITY_YEAR: Final = lazy_regex(
    rf"\W*+{_CITY}(?:\s(?:a\.\s?M\.?|am Main|u\.\s?a\.?|i\.\s?Br\.?|et al\.?)|/M\.?|/Main)?"
    rf"(?:\s?[/–-]\s?{_CITY}){{0,2}},?\s(?:1[5-9]|20)\d\d(?:\s?\[\d{{4}}\])?(?=[\s,.;:)]|$)"
)
# A town and a house between commas, e.g. "Paris, Flammarion, 1983, chap. 1-3"
CITY_HOUSE: Final = lazy_regex(rf"\W*+{_CITY},\s[^\W\d_a-z][^,\d]{{1,40}},\s(?:1[5-9]|20)\d\d\b")
# A journal that no table knows, told by the numbers behind it, e.g. "Rivista di storia, 20(3), 112–140"
JOURNAL: Final = lazy_regex(
    r"\W*+(?P<name>[^\W\d_](?:[^\d(),.;:\[\]]|(?<=\b\w)\.|(?<=\b\w{3})\.|(?<=\b\w{4})\.|(?<=\b\w{5})\.){3,90}?)[,.]?\s+(?P<where>(?:(?:vol(?:ume)?|Jg|Bd|Bde|v|t|nr|no|n)\.?\s*)?\d{1,4}\s?"
    r"(?:\(|,|:|\.\d|/|;|\bno\b|\bH\.).*)",
    re.IGNORECASE | re.DOTALL,
)
TAIL_YEAR: Final = lazy_regex(r"(?<![\d–-])(?:1[5-9]|20)\d\d(?![\d–-])")

# What begins the imprint behind a comma, e.g. ", 2nd ed." · ", Vol. 3" · ", in Proc. …" · ", Addison-Wesley"
# A town and who printed there, e.g. "Princeton: Princeton University Press"
TOWN_PRESS: Final = lazy_regex(
    r"[A-ZÀ-Þ][\w. ]{2,24}:\s(?:[A-ZÀ-Þ][\w.&-]{1,24}\s){1,4}(?:Press|Verlag|Publish\w{2,6}|Books)\b"
)
# A town before a comma and who printed there, e.g. "New Haven, " · "Nueva York, "
TOWN_COMMA: Final = lazy_regex(r"[A-ZÀ-Þ][\w.~-]{2,20}(?:\s[A-ZÀ-Þ][\w.~-]{2,20})?,\s")
COMMA: Final = lazy_regex(r"[,(]\s*")
AFTER_COMMA: Final = lazy_regex(
    r"(?:vol(?:ume)?s?\.?\s\d|no\.\s?\d|pp?\.\s?\d|(?:S|págs?|str)\.\s?\d"
    r"|(?:eds?|ed\. by|trans|hrsg)\.|in:?\s(?:Proc|[A-Z\"“])"
    r"|Proc\.|Proceedings|(?:1[89]|20)\d\d\b(?!\s?[-–]))",
    re.IGNORECASE,
)
EDITORS: Final = lazy_regex(
    r"(?P<people>[^():]{3,160}?)[\s,]*[(\[]?\b(?:eds?\.?|editors?|hrsg\.?|hg\.?|coords?\.|orgs?\.)[)\]]?\s*[:,.]?\s+",
    re.IGNORECASE,
)


MOST_COMMAS: Final = 100
"""Commas and brackets of the longest title that are looked at."""


def comma_stop(plain: str, end: int) -> tuple[int, int] | None:
    """Find the comma or bracket before an imprint ("…, 2nd ed."): where the title ends, where the rest begins."""
    for found in islice(COMMA.finditer(plain, 3, end), MOST_COMMAS):
        at = found.end()
        if (
            AFTER_COMMA.match(plain, at)
            or EDITION.match(plain, at)
            or PUBLISHER.match(plain, at)
            or TOWN_PRESS.match(plain, at)
            or ((town := TOWN_COMMA.match(plain, at)) is not None and PUBLISHER.match(plain, town.end()))
            or CITY_YEAR.match(plain, at)
        ):
            return found.start(), at if found[0][0] == "," else found.start()
    return None


def title_stop(plain: str) -> int:
    """Return where the title of a book that holds a piece ends: at a full stop, or a comma before who printed it.

    >>> title_stop("Parallel Algorithms. Elsevier, 1989")
    21
    """
    end = sentence_cut(plain) or len(plain)
    stop = comma_stop(plain, end)
    return stop[0] if stop is not None else end


def read_press(words: Text, reading: RawReading, *, quoted: bool = False) -> bool:
    """Read a publisher, a town or an edition as a note with the year; False where a known venue stands before it.

    What is quoted is a piece of a book at most.
    """
    plain = words.plain
    printed = (
        CITY_YEAR.match(plain)
        or CITY_HOUSE.match(plain)
        or PUBLISHER.search(plain)
        or EDITION.search(plain)
        or CITY_PRESS.search(plain)
    )
    if not printed:
        return False
    known = find_venue(plain) or parse_known_venue(plain)
    if known is not None and known.start <= printed.start():
        return False
    set_last_year(words, reading)
    reading.kind = reading.kind or ("book" if not quoted else None)
    reading.notes.append(words)
    return True


def set_last_year(words: Text, reading: RawReading) -> None:
    """Take the last year of an imprint; a number inside an ISBN or a range of pages is none."""
    bare = re.sub(r"ISBN[\s:]*[\d\sXx-]{9,20}", lambda match: " " * len(match[0]), words.plain)
    years = list(TAIL_YEAR.finditer(bare))
    if years and reading.year is None:
        set_year(reading, words.slice(*years[-1].span()))


ROMAN_VOLUME: Final = lazy_regex(r"\s[IVXLC]{2,8}$")


def take_journal(words: Text, found: re.Match[str], reading: RawReading) -> None:
    """Take a journal by the numbers behind it; these become a note, with the year among them."""
    if reading.venue is None:
        name = words.slice(*found.span("name"))
        volume = ROMAN_VOLUME.search(name.plain)
        if volume is not None:  # "Mind XXI, no. 84"
            reading.notes.append(name.slice(*volume.span()).strip())
            name = name.slice(0, volume.start())
        reading.venue = RawVenue(name.plain.strip(), "journal", False, name)
    where = words.slice(*found.span("where"))
    set_last_year(where, reading)
    reading.notes.append(where)
