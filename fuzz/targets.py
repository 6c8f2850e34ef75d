"""What is fuzzed: each target takes one input and raises where the library breaks a promise."""

from __future__ import annotations

import json
import warnings
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
import jsonschema

import syllabus_parse
from syllabus_parse import normalize
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.readers import READERS
from syllabus_parse.source import decode
from syllabus_parse.writers.diagnostics import write_diagnostics
from syllabus_parse.writers.explain import write_explanation
from syllabus_parse.writers.json import write_json
from syllabus_parse.writers.sarif import write_sarif
from syllabus_parse.writers.table import write_table

warnings.simplefilter("error")
DIALECTS: Final = (None, *(reader.dialect for reader in READERS))
VALIDATOR: Final = jsonschema.Draft202012Validator(syllabus_parse.record_schema())


@attrs.frozen
class Target:
    """A promise to test: `check` raises where it is broken; `lines` where its inputs are single lines."""

    name: str
    check: Callable[[bytes], None]
    lines: bool = False


def check_parse(data: bytes) -> None:
    """Any bytes give a record that fits the schema and comes back from JSON as it was; the same each time."""
    _check_record(syllabus_parse.parse(data, _debug=True), data)


def check_dialects(data: bytes) -> None:
    """The first byte names the dialect that is forced on the rest."""
    dialect = DIALECTS[data[0] % len(DIALECTS)] if data else None
    _check_record(syllabus_parse.parse(data[1:], dialect=dialect, _debug=True), data)


def _check_record(syllabus: syllabus_parse.Syllabus, data: bytes) -> None:
    record = syllabus_parse.to_dict(syllabus)
    if syllabus_parse.from_dict(record) != syllabus:
        raise AssertionError("from_dict(to_dict(s)) is another s")
    if zlib.crc32(data) % 16 == 0:  # a validator takes ten times as long as the parser
        VALIDATOR.validate(record)
        if syllabus_parse.to_dict(syllabus_parse.parse(data, _debug=True)) != syllabus_parse.to_dict(
            syllabus_parse.parse(data, _debug=True)
        ):
            raise AssertionError("the same bytes gave another record")


def check_writers(data: bytes) -> None:
    """Every syllabus can be written, and no writer lets a control character through to a terminal."""
    syllabus = syllabus_parse.parse(data, _debug=True)
    source = decode(data)
    write_json(syllabus).encode("utf-8")
    write_sarif([(syllabus, source)], version="0").encode("utf-8")
    diagnostics = write_diagnostics(syllabus, source, name="x")
    for shown in (write_table(syllabus), diagnostics, write_explanation(syllabus, source)):
        if any(ord(sign) < 32 and sign not in "\n" for sign in shown) or "\x7f" in shown or "\x9b" in shown:
            raise AssertionError("a control character in what a terminal shows")


def check_detect(data: bytes) -> None:
    """Guesses are ranked and scored between 0 and 1."""
    scores = [guess.score for guess in syllabus_parse.detect(data)]
    if scores != sorted(scores, reverse=True) or any(not 0 <= score <= 1 for score in scores):
        raise AssertionError(f"scores {scores}")


def check_from_dict(data: bytes) -> None:
    """A record of any shape is read or refused with a `RecordError`."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return
    try:
        syllabus_parse.from_dict(record)
    except syllabus_parse.RecordError:
        return


def call_all(*functions: Callable[[str], Any], settled: Sequence[Callable[[str], str]] = ()) -> Callable[[bytes], None]:
    """Make a check that calls functions of one text; the `settled` ones must leave their own results as they are."""

    def check(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        for function in functions:
            function(text)
        for function in settled:
            once = function(text)
            if function(once) != once:
                raise AssertionError(f"{function.__name__} is not settled: {once!r} became {function(once)!r}")

    return check


def make_record(data: bytes) -> bytes:
    """Return the record of a document as JSON: what records are fuzzed from."""
    return json.dumps(syllabus_parse.to_dict(syllabus_parse.parse(data))).encode("utf-8")


def _resolve(text: str) -> object:
    return normalize.normalize_url(text, base="https://example.org/a/")


TARGETS: Final[tuple[Target, ...]] = (
    Target("parse", check_parse),
    Target("dialects", check_dialects),
    Target("writers", check_writers),
    Target("detect", check_detect),
    Target("records", check_from_dict),
    Target(
        "dates",
        call_all(normalize.parse_whens, normalize.find_whens, normalize.parse_when, normalize.find_times,
                 normalize.parse_date),
        lines=True,
    ),
    Target("terms", call_all(normalize.parse_term, normalize.find_terms), lines=True),
    Target("text", call_all(normalize.explain_changes, normalize.fold_key, mend_tex, settled=(normalize.mend_text,)),
           lines=True),
    Target(
        "titles",
        call_all(normalize.is_placeholder, settled=(normalize.normalize_title, normalize.normalize_topic)),
        lines=True,
    ),
    Target("people", call_all(normalize.parse_people, normalize.score_people, settled=(normalize.normalize_name,)),
           lines=True),
    Target("venues", call_all(normalize.parse_venue, normalize.find_venue, normalize.is_venue,
                              settled=(normalize.normalize_venue,)), lines=True),
    Target("links", call_all(_resolve, normalize.classify_link, normalize.find_identifiers), lines=True),
    Target(
        "identifiers",
        call_all(normalize.parse_acl, normalize.parse_arxiv, normalize.parse_doi, normalize.parse_github,
                 normalize.parse_identifier, normalize.parse_isbn, normalize.parse_openreview, normalize.parse_pmcid,
                 normalize.parse_pmid, normalize.parse_s2, normalize.parse_youtube),
        lines=True,
    ),
)  # fmt: skip
BY_NAME: Final = {target.name: target for target in TARGETS}
