"""Strings to values: pure functions that are of use alone.

Each takes text and gives a value; none reads the clock, the locale or the network, and none raises on any text.

>>> from syllabus_parse import normalize
>>> normalize.parse_venue("Proc. of NIPS '17").name
'NeurIPS'
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from syllabus_parse.normalize.dates import When, find_times, find_whens, parse_date, parse_when, parse_whens
    from syllabus_parse.normalize.identifiers import (
        find_identifiers,
        parse_acl,
        parse_arxiv,
        parse_doi,
        parse_github,
        parse_identifier,
        parse_isbn,
        parse_openreview,
        parse_pmcid,
        parse_pmid,
        parse_s2,
        parse_youtube,
    )
    from syllabus_parse.normalize.links import classify_link, normalize_url
    from syllabus_parse.normalize.people import PeopleMatch, PersonMatch, normalize_name, parse_people, score_people
    from syllabus_parse.normalize.terms import NamedTerm, find_terms, parse_term
    from syllabus_parse.normalize.text import explain_changes, fold_key, mend_text
    from syllabus_parse.normalize.titles import is_placeholder, normalize_title, normalize_topic
    from syllabus_parse.normalize.venues import VenueMatch, find_venue, is_venue, normalize_venue, parse_venue
    from syllabus_parse.normalize.years import Clue, Evidence, YearChoice, infer_years, resolve_dates

__all__ = [
    "Clue",
    "Evidence",
    "NamedTerm",
    "PeopleMatch",
    "PersonMatch",
    "VenueMatch",
    "When",
    "YearChoice",
    "classify_link",
    "explain_changes",
    "find_identifiers",
    "find_terms",
    "find_times",
    "find_venue",
    "find_whens",
    "fold_key",
    "infer_years",
    "is_placeholder",
    "is_venue",
    "mend_text",
    "normalize_name",
    "normalize_title",
    "normalize_topic",
    "normalize_url",
    "normalize_venue",
    "parse_acl",
    "parse_arxiv",
    "parse_date",
    "parse_doi",
    "parse_github",
    "parse_identifier",
    "parse_isbn",
    "parse_openreview",
    "parse_people",
    "parse_pmcid",
    "parse_pmid",
    "parse_s2",
    "parse_term",
    "parse_venue",
    "parse_when",
    "parse_whens",
    "parse_youtube",
    "resolve_dates",
    "score_people",
]

# Each public name and the module it comes from, which is imported when the name is first asked for: a program that
# wants dates never loads the table of venues.
_HOMES: Final = {
    "dates": ("When", "find_times", "find_whens", "parse_date", "parse_when", "parse_whens"),
    "identifiers": (
        "find_identifiers", "parse_acl", "parse_arxiv", "parse_doi", "parse_github", "parse_identifier", "parse_isbn",
        "parse_openreview", "parse_pmcid", "parse_pmid", "parse_s2", "parse_youtube",
    ),
    "links": ("classify_link", "normalize_url"),
    "people": ("PeopleMatch", "PersonMatch", "normalize_name", "parse_people", "score_people"),
    "terms": ("NamedTerm", "find_terms", "parse_term"),
    "text": ("explain_changes", "fold_key", "mend_text"),
    "titles": ("is_placeholder", "normalize_title", "normalize_topic"),
    "venues": ("VenueMatch", "find_venue", "is_venue", "normalize_venue", "parse_venue"),
    "years": ("Clue", "Evidence", "YearChoice", "infer_years", "resolve_dates"),
}  # fmt: skip
_MODULES: Final = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
