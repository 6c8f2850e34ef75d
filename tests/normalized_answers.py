"""What the normalizers answer to lines of many forms, as plain values that one can read in a diff."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

import attrs

from syllabus_parse import normalize
from syllabus_parse.normalize.affiliations import is_place, normalize_affiliation, weigh_affiliation
from syllabus_parse.normalize.bylines import find_author_start
from syllabus_parse.normalize.date_tokens import Tokens, tokenize
from syllabus_parse.normalize.date_words import guess_month
from syllabus_parse.normalize.dates import match_when, parse_week
from syllabus_parse.normalize.holidays import find_holiday
from syllabus_parse.normalize.name_weights import tell_word, weigh_name
from syllabus_parse.normalize.names import is_group, is_name, trim
from syllabus_parse.normalize.people_asides import read_bracket, read_opening
from syllabus_parse.normalize.people_cuts import cut_items
from syllabus_parse.normalize.people_words import find_unmarked, has_aside, locate_name, read_words
from syllabus_parse.normalize.services import service_year
from syllabus_parse.normalize.terms import find_term_codes
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.titles import trim_title
from syllabus_parse.normalize.venue_table import is_acronym, list_keys
from syllabus_parse.normalize.venue_words import Token, read_short_year, read_year
from syllabus_parse.normalize.venue_words import split_words as split_venue
from syllabus_parse.normalize.venues import parse_known_venue
from syllabus_parse.normalize.year_calendar import choose_day_first, find_start
from syllabus_parse.normalize.year_clues import read_names, weigh_names
from syllabus_parse.normalize.year_evidence import read_calendar

ACCEPTED: Final = Path(__file__).parent / "normalize" / "accepted.json"
FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    **{
        name: getattr(normalize, name)
        for name in (
            "classify_link", "find_identifiers", "find_terms", "find_times", "find_venue", "find_whens", "fold_key",
            "is_placeholder", "is_venue", "mend_text", "normalize_name", "normalize_title", "normalize_topic",
            "normalize_venue", "parse_date", "parse_identifier", "parse_isbn", "parse_people", "parse_term",
            "parse_venue", "parse_when", "parse_whens", "score_people",
        )
    },
    "find_author_start": find_author_start,
    "mend_tex": mend_tex,
    "normalize_url": lambda text: normalize.normalize_url(text, base="https://example.org/a/b.html"),
    "parse_week": lambda text: [parse_week(text), parse_week(text, bare=True)],
    "trim_title": trim_title,
    "weigh_affiliation": weigh_affiliation,
    "infer_years": lambda text: _infer(json.loads(text)),
    "choose_day_first": lambda text: _choose_day_first(*json.loads(text)),
    "find_term_codes": find_term_codes,
    "match_when": match_when,
    "parse_linked": lambda text: _parse_linked(text.split("|")),
    "cut_items": lambda text: [[kind, text[a:b]] for kind, a, b in cut_items(text, 0, len(text))],
    "find_holiday": lambda text: _list_holiday(*text.split("|")),
    "find_unmarked": find_unmarked,
    "guess_month": guess_month,
    "has_aside": has_aside,
    "is_group": is_group,
    "is_name": is_name,
    "is_place": is_place,
    "list_keys": lambda text: [list_keys(text), is_acronym(text)],
    "locate_name": lambda text: locate_name(*text.split("|")),
    "normalize_affiliation": normalize_affiliation,
    "read_bracket": read_bracket,
    "read_opening": read_opening,
    "read_venue_years": lambda text: _list_venue_years(split_venue(text)),
    "read_words": read_words,
    "service_year": lambda text: service_year(text.split()),
    "tell_word": tell_word,
    "tokenize": lambda text: _list_tokens(tokenize(text)),
    "trim": trim,
    "read_names": lambda text: _read_names(json.loads(text)),
    "read_calendar": lambda text: _read_calendar(json.loads(text)),
    "parse_known_venue": parse_known_venue,
    "weigh_name": weigh_name,
}  # fmt: skip


def _infer(given: dict[str, Any]) -> object:
    """Infer a year, and the dates with it, from what a line of the table gives as JSON."""
    whens = [when for text in given["dates"] for when in normalize.parse_whens(text)]
    choice = normalize.infer_years(
        whens,
        clues=[normalize.Clue(text, place) for text, place in given.get("clues", [])],
        hint=given.get("hint"),
        publication_years=given.get("publications", []),
        service=given.get("service"),
        holidays=given.get("holidays", []),
        language=given.get("language"),
    )
    return [choice, normalize.resolve_dates(whens, choice)]


def _read_names(given: dict[str, Any]) -> object:
    """List the years that clues name, each with its weight, and what the years weigh together."""
    whens = [when for text in given["dates"] for when in normalize.parse_whens(text)]
    names = read_names([normalize.Clue(text, place) for text, place in given["clues"]], whens)
    told = [[name.year, name.term, name.weight, name.kind, name.either] for name in names]
    return [told, {str(year): weight for year, weight in weigh_names(names).items()}]


def _read_calendar(given: dict[str, Any]) -> object:
    """Tell what the calendar says to dates, and what the days of the week cost in some years."""
    whens = [when for text in given["dates"] for when in normalize.parse_whens(text)]
    start = find_start([when.month for when in whens if when.month])
    said = read_calendar(whens, start, whens, given.get("holidays", []))
    costs = [said.costs[year] for year in range(2014, 2026)]
    return [start, said.bound, said.sure, said.lone, len(said.allowed), said.allowed[:3], costs]


def _choose_day_first(texts: list[str], language: str | None) -> bool:
    whens = [when for text in texts for when in normalize.parse_whens(text)]
    return choose_day_first(whens, language=language)


def _parse_linked(parts: list[str]) -> object:
    """Parse a list of people of which every other part is linked."""
    ends = list(accumulate(map(len, parts)))
    return normalize.parse_people("".join(parts), linked=list(zip(ends[0::2], ends[1::2], strict=False)))


def _list_holiday(text: str, month: str) -> object:
    """Name the holiday of a text and a month, with its days in some years."""
    holiday = find_holiday(text, int(month))
    return holiday and [holiday.name, *(holiday.days(year) for year in (2018, 2020, 2021, 2023))]


def _list_venue_years(tokens: list[Token]) -> list[str]:
    """Tell of each word what it is, and which year it names, in four digits, in two, in two that stand bare."""
    return [
        f"{token.kind} {token.word} {token.start}-{token.end} "
        f"{read_year(tokens, at), read_short_year(tokens, at), read_short_year(tokens, at, bare=True)}"
        for at, token in enumerate(tokens)
    ]


def _list_tokens(tokens: Tokens) -> list[str]:
    """Return the letters of a text's pieces, and the number and place of each that says one."""
    told = [at for at, kind in enumerate(tokens.kinds) if kind in "DOYyMAWwK"]
    return [tokens.kinds, *(f"{tokens.value(at)} at {tokens.start(at)}" for at in told)]


def answer(name: str, text: str) -> object:
    """Return the answer of a function as JSON would give it back; what is empty is left out."""
    plain: object = json.loads(json.dumps(_make_plain(FUNCTIONS[name](text))))
    return plain


def _make_plain(value: object) -> object:
    kind = type(value)
    if attrs.has(kind):
        fields = {field.name: _make_plain(getattr(value, field.name)) for field in attrs.fields(kind)}
        return {key: inner for key, inner in fields.items() if not _is_empty(inner)}
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _make_plain(inner) for key, inner in value.items()}
    if isinstance(value, (set, frozenset)):
        return [_make_plain(inner) for inner in sorted(value)]
    if isinstance(value, (list, tuple)):
        return [_make_plain(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ([], {})


def load_answers() -> dict[str, dict[str, Any]]:
    """Return the accepted answers: for each function its texts, and what it makes of each."""
    answers: dict[str, dict[str, Any]] = json.loads(ACCEPTED.read_text("utf-8"))
    return answers


def write_answers() -> bool:
    """Write the answers as they are now, a line for each; tell whether any is another."""
    old = ACCEPTED.read_text("utf-8")
    new = dump_answers({name: {text: answer(name, text) for text in texts} for name, texts in load_answers().items()})
    ACCEPTED.write_text(new, "utf-8")
    return new != old


def dump_answers(answers: dict[str, dict[str, Any]]) -> str:
    """Write answers as JSON with one line for each text."""
    parts = []
    for name, texts in answers.items():
        lines = (
            f"  {json.dumps(text, ensure_ascii=False)}: {json.dumps(said, ensure_ascii=False)}"
            for text, said in texts.items()
        )
        parts.append(f' "{name}": {{\n' + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
