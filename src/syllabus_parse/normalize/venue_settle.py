"""Whether what was found of a known venue is one: its edition, its year, its spelling, and what follows it."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.normalize.venue_table import Alias, is_acronym
from syllabus_parse.normalize.venue_words import (
    MONTHS,
    PUBLISHERS,
    ROMAN,
    SMALL_WORDS,
    VOLUME_WORDS,
    Token,
    read_short_year,
    read_year,
    word_set,
)

MEETING_KINDS: Final = frozenset({"conference", "workshop", "symposium"})
# Acronyms that are words as well: only their capitals, or a year, tell them apart.
WORD_ACRONYMS: Final = word_set(
    "fast date micro pets cases cluster colt crypto disc edm spin types fun array group interact compass limits "
    "models chase raise paste soap plateau splash ease host mass assets spire wine latin salt clear dev sec lisa "
    "plos pact clef fpga dimes raid hope soda sosa cain chil flairs grades hilda isaac jolt mascots monet pods "
    "tics tins toms verge woot worlds saner jams joss plop taco pam rate vast forbes slate patterns corr dafx "
    "cade toce tops taas"
)
TAG_WORDS: Final = word_set(
    "best outstanding distinguished oral spotlight poster demo invited keynote award honorable honourable accepted "
    "short full extended forthcoming talk highlight notable submitted submission under late"
)
# What follows a venue and its year and makes something else of them.
OTHER_THINGS: Final = word_set(
    "workshop tutorial paper programming schedule deadline reading list course keynote panel talk "
    "session submission template website homepage"
)


@attrs.frozen
class Hit:
    """A known venue among tokens.

    `first` is the token where the words that lead in begin ("In Proceedings of the Twelfth …"), `begin` and `end` bound
    the name itself, `after` is the first token behind name, edition and year.
    """

    alias: Alias
    first: int
    begin: int
    end: int
    after: int
    year: int | None = None
    year_at: int | None = None


def settle(tokens: list[Token], text: str, hit: Hit, *, strict: bool, led: bool) -> Hit | None:
    """Take edition and year to a candidate, and refuse it where its spelling or what follows says otherwise."""
    alias = hit.alias
    end = after = _skip_edition(tokens, text, hit.end, alias)
    year, year_at = _find_year_behind(tokens, after, alias)
    if year_at is not None:
        after = year_at + 1
    if not _ends_well(tokens, text, after, alias, dated=year is not None, strict=strict):
        return None
    begin = hit.begin
    while tokens[begin].kind == "p" or (tokens[begin].kind in "no" and not alias.text[0].isdigit()):
        begin += 1
    surface = text[tokens[begin].start : tokens[hit.end - 1].end]
    dated = year is not None or led or _month_follows(tokens, after)
    if alias.trust == "dated" and not dated:
        return None
    if not _fits_case(surface, alias, dated=year is not None):
        return None
    if strict and alias.trust in ("weak", "topic") and not (dated or _volume_follows(tokens, after, alias)):
        return None
    if alias.trust == "topic" and not (_is_titled(surface) or led or _volume_follows(tokens, after, alias)):
        return None
    return Hit(alias, hit.first, begin, end, after, year, year_at)


def _skip_edition(tokens: list[Token], text: str, i: int, alias: Alias) -> int:
    """Pass over "-XIII", "Conference", "26th" behind a name."""
    kind = alias.kind
    if kind not in MEETING_KINDS:
        return i
    for _ in range(3):
        at = i + 1 if i < len(tokens) and tokens[i].word in "-" else i
        if at >= len(tokens):
            break
        token = tokens[at]
        meeting = token.word == "conf" or (token.word == "workshop" and kind == "workshop")
        roman = token.kind == "w" and ROMAN.match(text[token.start : token.end])
        # A number behind a dash is a year, "AAAI-98", or, where no year can be meant, an edition, "ISCA-47".
        number = at > i and token.kind == "n" and len(token.word) == 2
        number = number and read_short_year(tokens, at, bare=True) is None
        if not (roman or number or token.kind == "o" or (meeting and _is_last(tokens, at + 1))):
            break
        i = at + 1
    return i


def _is_last(tokens: list[Token], i: int) -> bool:
    """Tell whether no word follows but a month."""
    return i >= len(tokens) or tokens[i].kind != "w" or tokens[i].word in MONTHS


def _find_year_behind(tokens: list[Token], i: int, alias: Alias) -> tuple[int | None, int | None]:
    """Return the year right behind a name, and its token: "'19", "2019", "(2019)", ", 2019", and "19" for acronyms."""
    at = i
    while at < len(tokens) and at < i + 3 and tokens[at].kind == "p" and tokens[at].word in "'-(,.[:!":
        at += 1
    year = read_year(tokens, at)
    if year is None:
        acronym = alias.kind in MEETING_KINDS and is_acronym(alias.text.split()[-1])
        bare = acronym and (at == i or (at == i + 1 and tokens[i].word == "-"))
        year = read_short_year(tokens, at, bare=bare)
    return (year, at) if year is not None else (None, None)


def skip_marks(tokens: list[Token], i: int) -> int:
    """Return the first token from `i` on that is no mark."""
    while i < len(tokens) and tokens[i].kind == "p":
        i += 1
    return i


def _month_follows(tokens: list[Token], i: int) -> bool:
    at = skip_marks(tokens, i)
    return at < len(tokens) and tokens[at].kind == "w" and tokens[at].word in MONTHS


def _volume_follows(tokens: list[Token], i: int, alias: Alias) -> bool:
    """Tell whether a volume follows a journal: "Science, 313(5786)", "Nature vol. 521"."""
    at = skip_marks(tokens, i)
    if alias.kind in MEETING_KINDS or at >= len(tokens):
        return False
    return tokens[at].kind == "n" or tokens[at].word in VOLUME_WORDS


def _ends_well(tokens: list[Token], text: str, i: int, alias: Alias, *, dated: bool, strict: bool) -> bool:
    """Tell whether a name may end before token `i`: a word behind it would make another name of it."""
    if i >= len(tokens):
        return True
    token = tokens[i]
    if token.kind == "p":
        tight = i + 1 < len(tokens) and tokens[i + 1].start == token.end and tokens[i + 1].kind == "w"
        joined = tokens[i - 1].end == token.start
        if token.word in "-/'.+&_" and tight and joined:
            return False  # e.g. FAST-forward, SOSP's, Nature.com
        return token.word not in "&+/"
    if token.kind == "o":
        return alias.kind not in MEETING_KINDS
    if token.kind == "n":
        # "S&P 500", "CHI 3": a number that is no year; journals have volumes.
        return not alias.acronym or alias.kind not in MEETING_KINDS or dated
    if token.word in MONTHS:
        # "Summer 1994 Technical Conference" is more than a date.
        words = [other.kind for other in tokens[i + 1 : i + 3]]
        return words != ["n", "w"] and words[:1] != ["w"]
    if token.word in VOLUME_WORDS or token.word in TAG_WORDS or token.word in PUBLISHERS:
        return True
    raw = text[token.start : token.end]
    if raw in ("to", "in", "abs") or token.word == "arxiv":
        return text.startswith(("to appear", "in press", "abs/", "arXiv:", "ArXiv:", "arxiv:"), token.start)
    if strict or not dated or token.word in OTHER_THINGS:
        return _names_track(tokens, i) and not strict
    return raw[0].isupper() or _names_track(tokens, i)


def _names_track(tokens: list[Token], i: int) -> bool:
    """Tell whether the words up to the next mark name a track of the meeting: "Datasets and Benchmarks Track"."""
    last = ""
    for token in tokens[i : i + 8]:
        if token.kind == "p":
            break
        last = token.word
    return last == "track"


def _fits_case(surface: str, alias: Alias, *, dated: bool) -> bool:
    """Tell whether a name of one word is spelled like a name: "IN CHI" has CHI's letters, "chi" has not."""
    if surface == alias.text or " " in alias.text or not alias.text.isalpha():
        return True
    if not alias.acronym:
        return surface[0].isupper()
    if dated:
        return True
    return len(surface) > 3 and surface.lower() not in WORD_ACRONYMS


def _is_titled(surface: str) -> bool:
    """Tell whether every word begins with a capital, as in the name of a journal."""
    return all(word[0].isupper() or word.lower() in SMALL_WORDS or not word[0].isalpha() for word in surface.split())
