"""How references name people: turned round, by surnames, with bare initials, as a body."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.citations.patterns import SURNAMES
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import GIVEN
from syllabus_parse.normalize.name_words import SURNAMES as FAMILY_NAMES
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

CAPITALS: Final = "A-ZА-ЯЁÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽ"
# A surname; two authors who are read a lot write theirs in small letters
WORD: Final = rf"(?:[{CAPITALS}][\w'’-]{{0,30}}|hooks\b|boyd\b)"
PARTICLES: Final = r"(?:(?:van|von|vom|de|der|den|del|della|di|da|do|dos|du|la|le|ten|ter|zu|zur|af|el|al|bin)\s){0,2}"
_FAMILY: Final = rf"{PARTICLES}{WORD}(?:\s[{CAPITALS}][\w'’-]{{1,30}}){{0,1}}"
_INITIALS: Final = rf"(?:[{CAPITALS}][a-z]?\.[\s-]{{0,2}}){{1,4}}"
_GIVEN: Final = (
    rf"(?:{_INITIALS}|(?<=hooks, )b(?:\.|ell\b)|(?<=boyd, )d(?:\.|anah\b)"
    rf"|[{CAPITALS}][\w'’-]{{1,30}}(?:[\s-][{CAPITALS}][\w'’-]{{1,30}}){{0,1}}(?:\s[{CAPITALS}]\.){{0,2}}"
    rf"|[{CAPITALS}]{{1,3}}(?![\w.]))"
)
YOUNGER: Final = r"(?:Jr|Sr|I{2,3})"
# e.g. "Smith, J. A." · "García Márquez, G." · "Benkler, Yochai" · "SILVA, João" · "Bishop, Christopher M."
INVERTED: Final = lazy_regex(
    rf"(?P<family>{_FAMILY}),\s{{1,2}}(?!{YOUNGER}\b)(?P<given>{_GIVEN})(?:,?\s(?P<younger>{YOUNGER}\.?))?\s?"
)
# e.g. "Lave J" · "Ioannidis JPA" · "Норвиг П."
BARE_INITIALS: Final = lazy_regex(
    rf"(?P<family>{_FAMILY})\s(?P<given>[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?(?!\w)|[{CAPITALS}]{{1,3}}(?!\w)(?!\.\s?\w))"
)
# e.g. "Tanenbaum, Andrew S., and David Wetherall" · "Star, Susan Leigh, and Karen Ruhleder"
FIRST_TURNED: Final = lazy_regex(
    rf"(?P<family>{PARTICLES}{WORD}),\s"
    rf"(?P<given>(?:[{CAPITALS}][\w'’-]{{1,30}}|bell|danah)(?:\s[{CAPITALS}][\w'’-]{{0,30}}){{0,1}}\.?),\s"
    rf"(?=(?:[{CAPITALS}][^,;]{{3,40}},\s){{0,8}}(?:and|&|und|y|et)\s[{CAPITALS}])"
)
# e.g. "J. Dean" · "D. E. Knuth"
INITIALED: Final = lazy_regex(rf"{_INITIALS}\s?{PARTICLES}{WORD}(?:\s{WORD}){{0,1}}")
ROLE: Final = lazy_regex(
    r"[\s,]{0,3}\(?(?<![^\W_])(?:eds?\.?|editors?|hrsg\.?|hg\.|coords?\.|orgs?\.|comps?\.|trans\.|dir\.)\)?[.,:]?\s*$",
    re.IGNORECASE,
    needs="ed hrsg hg. coord org comp trans. dir.",
)
# e.g. "Chandy and Lamport, "
SURNAME_LIST: Final = lazy_regex(rf"{PARTICLES}{WORD}(?:,\s{PARTICLES}{WORD}){{2,6}}")
# e.g. "Brown et al." · "Brown, Mann et al."
OTHERS: Final = lazy_regex(rf"{PARTICLES}{WORD}(?:,\s{WORD}){{0,3}},?\s(?:et\.?\sal\.?|u\.\s?a\.)")
# e.g. "World Health Organization" · "U.S. Department of Energy"
_BODY: Final = rf"(?:[{CAPITALS}][\w'’&.-]{{1,30}}|of|for|the|and|on|in|de|para|für|der|&)"
BODY: Final = lazy_regex(rf"{_BODY}(?:,?\s{_BODY}){{1,11}}")
PRESS: Final = lazy_regex(r"\b(?:Press|Verlag|Publish\w+|Books|et al)\b")
BODY_WORD: Final = lazy_regex(
    r"\b(?:Organi[sz]ation|Commission|Committee|Department|Institutes?|Agency|Ministry|Association|Foundation|Council|Office"
    r"|Board|Group|Team|Union|Nations|Bank|Academ(?:y|ies)|Society|Bureau|Consortium|Parliament|Ministerio|Comisión"
    r"|Bundesamt|Bundesministerium|Verein|Corporation|Initiative)\b"
)
# e.g. "Chang M.-W." in a list
DOTTED: Final = lazy_regex(rf"(?P<family>{_FAMILY})\s(?P<given>[{CAPITALS}]\.(?:[\s-]?[{CAPITALS}]\.){{0,3}})")
COMMAS: Final = lazy_regex(r",\s(?:and\s|&\s)?")
BETWEEN: Final = lazy_regex(r"(?:,\s(?:and\s|&\s)?|\sand\s|\s&\s|\s)")
JOINT: Final = lazy_regex(r",?\s(?:and|&|und|y|e|et)\s")
AND_FIRST: Final = lazy_regex(r"^(?:and|&|und|y|et)\s")
SEMICOLON: Final = lazy_regex(r"\s*;\s*(?:and\s|&\s|und\s|y\s|e\s)?|\s+(?:/|&)\s+", needs="; / &")


def is_inverted(words: str) -> bool:
    """Tell whether all names are turned round: "Ernst, Hartmut; Schmidt, Jochen", "Smith, J., & Doe, R.".

    >>> is_inverted("Ernst, Hartmut; Schmidt, Jochen"), is_inverted("Ana Cruz, Bo Lindgren")
    (True, False)
    """
    return bool(split_inverted(words))


# e.g. "Moos, Bates"
TWO_WORDS: Final = lazy_regex(r"[A-ZÀ-Ž][\w'’-]{1,24}, (?P<second>[A-ZÀ-Ž][\w'’-]{1,24})")


BETWEEN_TURNED: Final = lazy_regex(r"\s*(?:,\s*)?(?:(?:and|&|und|y|e)\s+)?")
BARE_LEAD: Final = lazy_regex(rf"[{CAPITALS}]{{1,3}} ")  # e.g. "JD Moos"
ONE_WORD: Final = lazy_regex(rf"{PARTICLES}{WORD}")


def split_inverted(words: str) -> list[tuple[int, int, str]]:
    """Part a list of turned names: the offsets of each and the name in order; [] where one of them is none."""
    # A list of such names begins with one; to find them all in other words takes long.
    opens = BARE_INITIALS.match(words, len(words) - len(words.lstrip(" .,&"))) is not None
    bare = list(BARE_INITIALS.finditer(words)) if opens else []
    alone = len(bare) == 1 and re.fullmatch(r"[A-Z]", bare[0]["given"])  # "Mark J." of "Mark J. Wolf"
    if bare and not alone and not BETWEEN.sub("", BARE_INITIALS.sub("", words)).strip(". "):
        stopped = all("." in match["given"] for match in bare[:-1])  # else the last full stop is the sentence's
        return [
            (
                match.start(),
                match.end(),
                f"{match['given'] if stopped else match['given'].rstrip('.')} {match['family']}",
            )
            for match in bare
        ]
    if "," not in words:
        return []
    alike = _split_dotted(words) or _split_pairs(words)
    if alike:
        return alike
    lone = TWO_WORDS.fullmatch(words.strip(" .,:"))
    if lone is not None and lone["second"] in FAMILY_NAMES and lone["second"] not in GIVEN:
        return []  # "Moos, Bates" are two
    pieces: list[tuple[int, int]] = []
    at = 0
    for cut in SEMICOLON.finditer(words):
        pieces.append((at, cut.start()))
        at = cut.end()
    pieces.append((at, len(words)))
    pieces = [(a, b) for a, b in pieces if words[a:b].strip()]
    out: list[tuple[int, int, str]] = []
    for a, b in pieces:
        names = _split_commas(words, a, b)
        if not names:
            return []
        out += names
    return out


def _split_dotted(words: str) -> list[tuple[int, int, str]]:
    """Part "Devlin J., Chang M.-W.", where initials end each name."""
    out: list[tuple[int, int, str]] = []
    at = 0
    for name in COMMAS.split(words):
        found = DOTTED.fullmatch(name)
        if found is None:
            return []
        start = words.find(name, at)
        at = start + len(name)
        out.append((start, at, f"{found['given']} {found['family']}"))
    return out if len(out) > 1 else []


def _split_pairs(words: str) -> list[tuple[int, int, str]]:
    """Part "Thomas, Hernán y Buch, Alfonso", where a word joins two turned names that are written out."""
    cuts = [found.span() for found in JOINT.finditer(words)]
    if not cuts:
        return []
    out: list[tuple[int, int, str]] = []
    for at, end in zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(words)], strict=True):
        found = INVERTED.fullmatch(words, at, end)
        if found is None:
            return []
        out.append((at, end, _name_turned(found)))
    return out


def _name_turned(found: re.Match[str]) -> str:
    """Return a matched turned name in order: "King, Martin Luther, Jr."."""
    name = f"{found['given'].strip()} {found['family'].strip()}"
    return f"{name} {found['younger']}" if found["younger"] else name


def _split_commas(words: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Part "Smith, J. A., Doe, R. B., & Chen, M."; full given names only where they are one."""
    out: list[tuple[int, int, str]] = []
    at = start
    while at < end:
        found = INVERTED.match(words, at, end)
        if found is None:
            return []
        given, family = found["given"].strip(), found["family"].strip()
        if len(given.split()) + len(family.split()) > 3 and "." not in given:
            return []  # "Ana Cruz, Bo Lindgren" are two people
        if given in FAMILY_NAMES and given not in GIVEN:
            return []  # "Cruz, Lindgren" are two surnames
        out.append((found.start(), found.start() + len(found[0].rstrip()), _name_turned(found)))
        at = found.end()
        gap = BETWEEN_TURNED.match(words, at, end)
        if gap is None or at >= end:
            break
        if gap.end() == at:
            return []
        at = gap.end()
    if len(out) > 1 and not all("." in name or BARE_LEAD.match(name) for _, _, name in out):
        return []
    return out


def is_signature(people: str) -> bool:
    """Tell whether surnames before a year name a work by its authors, "Haddad and Weiss 1990"; "ELIZA (1966)" does not.

    >>> is_signature("Haddad and Weiss"), is_signature("ELIZA")
    (True, False)
    """
    return not people.isupper() and (looks_like_people(people) or score_people(people) >= 0.15)


def is_surnames(words: str) -> bool:
    """Tell a bare list of surnames, "Hastie, Tibshirani, Friedman", from a list of topics, "Newton, Forces".

    >>> is_surnames("Herlihy and Wing"), is_surnames("Forces and Motion")
    (True, False)
    """
    if SURNAMES.fullmatch(words):
        return score_people(words) >= 0.3
    return bool(SURNAME_LIST.fullmatch(words)) and score_people(words) >= 0.4


def looks_like_people(words: str) -> bool:
    """Tell whether the words before a year are people: "Smith, J., & Doe, R.", "Brown et al.", "Koehn".

    >>> looks_like_people("Koehn and Knowles"), looks_like_people("A Ferry for All Seasons")
    (True, False)
    """
    bare = ROLE.sub("", words).strip()
    if not bare or len(bare) < 3:
        return False
    if ONE_WORD.fullmatch(bare):
        return not bare.isupper() and score_people(bare) >= 0.25
    turned = FIRST_TURNED.match(bare)
    if turned and score_people(AND_FIRST.sub("", bare[turned.end() :])) > 0.2:
        return True
    if is_body(bare):
        return True
    return bool(OTHERS.fullmatch(bare)) or score_people(bare) >= 0.5 or is_inverted(bare)


def is_body(words: str) -> bool:
    """Tell whether the words are a body that signs a work, not people: "World Health Organization".

    >>> is_body("World Health Organization"), is_body("Koehn, MIT Press"), is_body("Ana Cruz")
    (True, False, False)
    """
    if not BODY.fullmatch(words) or PRESS.search(words):
        return False
    return bool(BODY_WORD.search(words)) or ("," not in words and weigh_affiliation(words) == 2)
