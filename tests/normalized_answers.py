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
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.bylines import find_author_start
from syllabus_parse.normalize.dates import match_when, parse_week
from syllabus_parse.normalize.terms import find_term_codes
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.titles import trim_title
from syllabus_parse.normalize.year_calendar import choose_day_first

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


def _choose_day_first(texts: list[str], language: str | None) -> bool:
    whens = [when for text in texts for when in normalize.parse_whens(text)]
    return choose_day_first(whens, language=language)


def _parse_linked(parts: list[str]) -> object:
    """Parse a list of people of which every other part is linked."""
    ends = list(accumulate(map(len, parts)))
    return normalize.parse_people("".join(parts), linked=list(zip(ends[0::2], ends[1::2], strict=False)))


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
