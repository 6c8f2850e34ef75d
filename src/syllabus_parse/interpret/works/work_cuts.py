"""Where one entry names several works: cuts at bullets, links, semicolons, and years behind names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.kinds import is_text_range
from syllabus_parse.interpret.citations.title import count_capitals
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.works.signs import SURNAME_SCORE, names_passage
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

BULLET: Final = lazy_regex(r"(?<!\S)(?:[•●▪◦‣∙]|\(?\d{1,2}[.)](?=\s+[\"“\[A-Z]))\s*", needs="• ● ▪ ◦ ‣ ∙ . )")
BETWEEN: Final = lazy_regex(
    r"[\s\u2028,;/&+|·•–—-]*(?:\b(?:and|und|et|y|e|or|plus)\b|和|与)?[\s\u2028,;]*", re.IGNORECASE
)
CITED_YEAR: Final = lazy_regex(r"[A-ZÀ-Ž][^\W\d_]+,? \((?:19|20)\d\d[a-z]?\)")
# Works told by their people and year, e.g. "Desimone & Duncan 1995" · "James (1890) Ch. 11" · "Gray, Hill, & Roe 1968"
NAMES_AND_YEAR: Final = lazy_regex(
    r"\s*[A-ZÀ-Þ][\w’'-]{1,24}(?:(?:, |,? (?:&|and|und|y|et|e) )[A-ZÀ-Þ][\w’'-]{1,24}){0,6}(?:,? et al\.?)?,?"
    r" (?:\(?(?:1[89]|20)\d\d[a-z]?\)?|\((?:in press|forthcoming|to appear|n\.d\.)\))"
    r"(?:,? ?(?:\([^()]{2,20}\)|(?:ch|pp?|chapters?|sections?)\.? ?\d[^;\n]{0,20}))?\s*;?\s*$",
    re.IGNORECASE,
)
# A case or a statute, e.g. "Zeran v. AOL, 129 F.3d 327 (4th Cir. 1997)" · "47 U.S.C. § 230"
LAW: Final = lazy_regex(
    r"\bv\. [A-Z][^;\n]{2,60}\d{1,4} [A-Z][\w. ]{0,12} \d{1,5}|\b\d{1,3} (?:U\.S\.C\.|C\.F\.R\.) §+ ?\d"
)
SEMICOLON: Final = lazy_regex(r";\s+")
QUOTED: Final = lazy_regex(r"[\"“«„][^\"”»“]{8,300}[\"”»“]")
# e.g. "Chap. 5.3, " before a linked work
STRETCH: Final = lazy_regex(
    r"\s*(?P<range>(?:ch(?:ap(?:ter)?s?)?|sec(?:tion)?s?|§§?|kap(?:itel)?|cap(?:ítulo)?)\.?\s?\d{1,3}(?:[.:–-]\d{1,3}){0,3})[,;]\s+(?=\[?\S)",
    re.IGNORECASE,
)


def split_works(text: Text) -> list[Text]:
    """Cut an entry that names several works: at bullets inside it, or before each further linked title.

    What stands before the first link stays with the first; what stands behind a link belongs to that link.
    """
    plain = text.plain
    bullets = [match.start() for match in BULLET.finditer(plain)]
    if len(bullets) > 1 or (bullets and bullets[0] > 0 and plain[: bullets[0]].rstrip().endswith(":")):
        cuts = bullets if bullets[0] < 3 else [0, *bullets]
        return [
            piece for a, b in zip(cuts, [*cuts[1:], len(plain)], strict=True) if (piece := text.slice(a, b).strip())
        ]
    several = part_quoted(text)
    if several:
        return several
    stops = _marked_apart(text) or _keyed_apart(text)
    if stops:
        parts = [piece for part in text.cut(stops) if (piece := drop_joint(part.strip(" \t\n\u2028;,")))]
        return [piece for part in parts for piece in part_quoted(part) or [part]]
    stretch = STRETCH.match(plain)
    if stretch and title_links(text) and title_links(text)[0][1] >= stretch.end() - 1:
        return [text.slice(0, stretch.end("range")), *split_works(text.slice(stretch.end(), len(plain)))]
    keys = [link for link in text.links() if BARE_WORK.fullmatch(plain[link[1] : link[2]].strip())]
    if len(keys) > 1 and not without_links(text).strip(" ,;/|·&"):
        return [text.slice(start, end) for _, start, end in keys]
    links = [link for link in title_links(text) if score_people(plain[link[1] : link[2]]) < 0.9]
    if len(links) < 2:
        return [text]
    # A handle in front of the works ("[GFS](…): …") or authors that are links don't part an entry.
    cuts = [0]
    for (_, _, end), (_, start, _) in pairwise(links):
        between = plain[end:start]
        led = LED_IN.fullmatch(between)
        if led is not None and score_people(led["people"]) > (LED_SCORE if led["mark"] else NAMED_SCORE):
            cuts.append(end + led.start("lead"))  # "…](…), Gray et al., 2013. [Looms](…)"
            continue
        joint = BETWEEN.fullmatch(between)
        tail = re.search(
            r"(?:[;.\u2028\n]|\)\s*,?|\)\s*(?:and|or)|,)\s*(?:and\s+|or\s+)?(?:then\s+|also\s+)?(?:skim|read|see"
            r"|watch)?:?\s*[\"“(\[]?\s*$|\b(?:and|or)\s+(?:the\s+)?[\"“(\[]?$",
            between,
        )
        if joint or tail:
            cuts.append(end + _cut_at(between))
    if len(cuts) == 1:
        return [text]
    return [
        piece
        for a, b in zip(cuts, [*cuts[1:], len(plain)], strict=True)
        if (piece := text.slice(a, b).strip(" \t\n\u2028,;&"))
    ]


_QUOTE: Final = r"[\"“„«][^\"“”„«»\u2028]{2,160}[\"”“»][,.;]?"
# Several quoted works of the same people, e.g. 'Gray, "Maps," and "Roads," in *Signs* (1990)'
QUOTES: Final = lazy_regex(
    rf"(?P<head>[^\"“”„«»\u2028]{{3,90}}?[,:.]\s{{1,2}})(?P<list>{_QUOTE}(?:,?\s{{1,3}}(?:(?:and|und|et|y|e|&)\s)?{_QUOTE}){{1,8}})"
    r"(?P<tail>[^\"“”„«»\u2028]*)",
    re.IGNORECASE,
)
ONE_QUOTE: Final = lazy_regex(_QUOTE)


def part_quoted(text: Text) -> list[Text]:
    """Part several quoted works behind the people who wrote them all, each with what stands behind the last; or [].

    >>> from syllabus_parse.readers.inline import read_inline
    >>> [part.plain for part in part_quoted(read_inline('Ada Gray, "Maps" and "Roads," in *Signs*'))]
    ['Ada Gray, "Maps" in Signs', 'Ada Gray, "Roads," in Signs']
    """
    found = QUOTES.fullmatch(text.plain) if text.plain.count('"') > 3 or "“" in text.plain else None
    if found is None or text.links():
        return []
    people = found["head"].strip(" ,:.")
    if score_people(people) < (NAMED_SCORE if " " in people else SURNAME_SCORE):
        return []
    head, tail = text.slice(*found.span("head")), text.slice(*found.span("tail"))
    pieces = [text.slice(*one.span()) for one in ONE_QUOTE.finditer(text.plain, *found.span("list"))]
    return [head.join(piece).join(tail) for piece in pieces]


# A work by its people and year or by its address alone, e.g. "Hickok & Poeppel, 2007" · "https://example.org/looms.pdf"
BARE_WORK: Final = lazy_regex(r"\D{2,80}[\s,(]{1,2}(?:1[89]|20)\d\d[a-z]?\)?|https?://\S+")


def without_links(text: Text) -> str:
    """Return the words outside links."""
    return "".join(run.text for run in text.runs if run.anchor is None)


MOST_LINKS: Final = 60
"""Links of the longest entry that is looked at for works without links of their own."""


def _marked_apart(text: Text) -> list[int]:
    """List the semicolons that part works of which each has its title in italics or quotes, or in capitals.

    A stretch of a book may stand among them: "Ch. 3; Hill (1988)".
    """
    plain = text.plain
    if ";" not in plain or len(text.links()) > MOST_LINKS or len(title_links(text)) > 1:
        return []
    stops = [match.end() for match in SEMICOLON.finditer(plain)]
    pieces = text.cut(stops)
    if len(pieces) < 2:
        return []
    shown = [_shows_title(piece) for piece in pieces]
    told = all(known or _is_stretch(piece.plain) for known, piece in zip(shown, pieces, strict=True))
    return stops if (told and any(shown)) or all(map(_is_bare_title, pieces)) else []


def _is_stretch(words: str) -> bool:
    return is_text_range(words) and words.count("(") == words.count(")")


# Behind a year, e.g. "Kim & Lee (2019), Park (2020)" · "Kim 2019 and Lee 2020"
BEHIND_YEAR: Final = lazy_regex(r"\b(?:1[89]|20)\d\d[a-z]?\)?(?:\s?,\s(?:and\s|&\s)?|\s(?:and|&)\s)(?=[A-ZÀ-Þ])")


def _keyed_apart(text: Text) -> list[int]:
    """List where works begin of which nothing is told but people and year: "Kim & Lee (2019), Park (2020)"."""
    stops = [match.end() for match in BEHIND_YEAR.finditer(text.plain)]
    if not stops or title_links(text):
        return []
    pieces = [KEY_END.sub("", piece.plain) for piece in text.cut(stops)]
    return stops if all(map(NAMES_AND_YEAR.fullmatch, pieces)) else []


KEY_END: Final = lazy_regex(r"\s?,?\s?(?:\band|&)?\s*$")


def _shows_title(piece: Text) -> bool:
    italic = any(run.marks & Mark.ITALIC and len(run.text.strip()) > 2 for run in piece.runs)
    cited = CITED_YEAR.search(piece.plain) is not None or names_passage(piece.plain)
    cited = cited or NAMES_AND_YEAR.match(piece.plain) is not None or LAW.search(piece.plain) is not None
    return italic or cited or QUOTED.search(piece.plain) is not None


def _is_bare_title(piece: Text) -> bool:
    """Tell a title without marks, most of whose words are in capitals: "Global Vectors for Word Representation"."""
    words, capital = count_capitals(piece.plain)
    whole = piece.plain.lstrip()[:1].isupper() and piece.plain.count("(") == piece.plain.count(")")
    titled = words >= LEAST_WORDS and capital >= TITLE_SHARE * words
    return whole and titled and score_people(piece.plain) < NO_PEOPLE


LEAST_WORDS: Final = 3
TITLE_SHARE: Final = 0.6
NO_PEOPLE: Final = 0.3


def _cut_at(between: str) -> int:
    """Return where the second work begins in the text between two linked titles: its own opening marks go with it."""
    opening = re.search(r"(?:\b(?:skim|read|see|watch):?\s*)?[\"“(\[]\s*$|\b(?:skim|read|see|watch):?\s*$", between)
    return opening.start() if opening else len(between)


# Who wrote the work that is linked next, behind the comma that ends the one before,
# e.g. ", Gray et al., 2013. " · "; Hill 2016: " · ", Roe et al. " · ", Ada Moos's "
LED_IN: Final = lazy_regex(
    r"\)?\s?[,;]\s+(?:and\s)?(?P<lead>(?P<people>[A-ZÀ-Ž][^\[\]()\d:;\n\u2028]{2,80}?)"
    r"(?P<mark>,?\s\(?(?:19|20)\d\d[a-z]?\)?\s?[.:]|(?<=\bet al)\.?:?|['’]s|:)?\s[\"“]?)"
)
LED_SCORE: Final = 0.3
NAMED_SCORE: Final = 0.6
"""What names alone must score that nothing parts from the title."""


LEADING_JOINT: Final = lazy_regex(r"^\s*(?:and|or|und|y|et|&|;|,)\s+", re.IGNORECASE)


def drop_joint(text: Text) -> Text:
    """Take a leading "and" or comma off a piece."""
    found = LEADING_JOINT.match(text.plain)
    return text.slice(found.end(), len(text.plain)) if found else text
