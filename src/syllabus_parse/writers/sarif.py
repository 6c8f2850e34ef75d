"""What was said of documents as one SARIF 2.1.0 log, which code hosts and editors show beside the lines.

The format: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0. No time and no random
identifier is written: the same documents give the same log.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from syllabus_parse.diagnostic_codes import CODES, Code, Severity
from syllabus_parse.diagnostics import Diagnostic
from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span
from syllabus_parse.writers.json import dump_json

VERSION: Final = "2.1.0"
SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final[dict[Severity, str]] = {"info": "note", "warning": "warning", "error": "error"}
RULES: Final = {entry.code: index for index, entry in enumerate(CODES)}
SNIPPET: Final = 200
"""A place longer than so many characters is not quoted: a span may cover a whole table."""
# e.g. https://example.org/plan: what the caller gave as the page's address
ADDRESS: Final = lazy_regex(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
# e.g. the sign in "100%/a": what is encoded already, like "%20", is left
STRAY: Final = lazy_regex("%(?![0-9A-Fa-f]{2})")


def write_sarif(
    checked: Iterable[tuple[Syllabus, Source]], *, version: str | None = None, unread: Sequence[str] = ()
) -> str:
    """Write what was said of documents, in their order, as one log with one run.

    `version` is that of this library, where the log should tell. `unread` tells of inputs that could not be opened;
    it is looked at when the last document was taken, so that one who reads documents lazily may fill it meanwhile.
    Such a run counts as not successful, as one with an error inside the library (SP199) does.

    >>> import json
    >>> json.loads(write_sarif([]))["runs"][0]["tool"]["driver"]["name"]
    'syllabus-parse'
    """
    artifacts: list[object] = []
    results: list[object] = []
    failed = False
    for syllabus, source in checked:
        results += _results(syllabus, source, len(artifacts))
        artifacts.append(_artifact(syllabus))
        failed = failed or any(said.code == "SP199" for said in syllabus.diagnostics)
    invocation: dict[str, object] = {"executionSuccessful": not failed and not unread}
    if unread:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": escape_message(words)}} for words in unread
        ]
    driver: dict[str, object] = {"name": "syllabus-parse"}
    if version is not None:
        driver |= {"version": version, "semanticVersion": version}
    driver["rules"] = [_rule(entry) for entry in CODES]
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": results,
    }
    return dump_json({"$schema": SCHEMA, "version": VERSION, "runs": [run]})


def escape_message(words: str) -> str:
    """Double the braces of a message: single ones would be placeholders for arguments (section 3.11.5).

    >>> escape_message("no value for {term}")
    'no value for {{term}}'
    """
    return words.replace("{", "{{").replace("}", "}}")


def make_uri(name: str) -> str:
    """Make a URI of a file's name; an address passes, with what no URI may hold percent-encoded.

    >>> make_uri("my plans/cs 1.md"), make_uri("/data/plan.md")
    ('my%20plans/cs%201.md', 'file:///data/plan.md')
    >>> make_uri("https://example.org/a b?x=%20")
    'https://example.org/a%20b?x=%20'
    """
    if ADDRESS.match(name):
        return quote(STRAY.sub("%25", name), safe="%:/?#[]@!$&'()*+,;=~", errors="replace")
    path = quote(name, errors="replace")
    return f"file://{path}" if path.startswith("/") else path


def _rule(entry: Code) -> dict[str, object]:
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.meaning},
        "help": {"text": entry.remedy},
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
    }


def _artifact(syllabus: Syllabus) -> dict[str, object]:
    origin = syllabus.source
    made: dict[str, object] = {}
    if origin.uri is None:
        made["description"] = {"text": "standard input"}
    else:
        made["location"] = {"uri": make_uri(origin.uri)}
    made["roles"] = ["analysisTarget"]
    made["encoding"] = origin.encoding
    if origin.sha256:
        made["hashes"] = {"sha-256": origin.sha256}
    return made


def _results(syllabus: Syllabus, source: Source, index: int) -> list[dict[str, object]]:
    where: dict[str, object] = {"index": index}
    if syllabus.source.uri is not None:
        where = {"uri": make_uri(syllabus.source.uri), "index": index}
    met: Counter[str] = Counter()
    made = []
    for said in syllabus.diagnostics:
        physical: dict[str, object] = {"artifactLocation": where}
        if said.span is not None:
            physical["region"] = _region(source, said.span)
        key = _fingerprint(said, source)
        met[key] += 1
        result: dict[str, object] = {"ruleId": said.code}
        if said.code in RULES:
            result["ruleIndex"] = RULES[said.code]
        result["level"] = LEVELS[said.severity]
        result["message"] = {"text": escape_message(said.message)}
        result["locations"] = [{"physicalLocation": physical}]
        result["partialFingerprints"] = {"syllabusParse/v1": f"{key}:{met[key]}"}
        made.append(result)
    return made


def _region(source: Source, span: Span) -> dict[str, object]:
    size = len(source.text)
    start, end = min(span.start, size), min(span.end, size)
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    made: dict[str, object] = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }
    if 0 < end - start <= SNIPPET:
        made["snippet"] = {"text": source.text[start:end]}
    return made


def _fingerprint(said: Diagnostic, source: Source) -> str:
    """Name a finding by its code and the words at its place, so that it is known again when lines have moved."""
    words = said.span.slice(source.text) if said.span is not None else said.message
    folded = f"{said.code}\n{' '.join(words.split())}"
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:16]
