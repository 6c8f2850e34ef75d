"""SARIF logs: of the form that the standard asks for, with the places that an editor shows."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import Span, Syllabus, parse
from syllabus_parse.diagnostic_codes import CODES, SEVERITIES
from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.model import Origin
from syllabus_parse.source import Source
from syllabus_parse.writers.sarif import write_sarif

TEXT = "# Plan\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/9 | Treaps |\n"


def closed(required: list[str], **properties: object) -> dict[str, object]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


# The objects of SARIF 2.1.0 that the log uses, with the properties that the standard requires or allows of them
# (sections 3.13 to 3.58); the rest of the standard's properties are left out, so that nothing else slips in.
TEXT_ONLY = closed(["text"], text={"type": "string"})
COUNT = {"type": "integer", "minimum": 0}
PLACE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = {"type": "string", "pattern": "^([A-Za-z0-9._~:/?#@!$&'()*+,;=\\[\\]-]|%[0-9A-F]{2}|%[0-9a-f]{2})*$"}
REGION = closed(
    ["startLine"], startLine=PLACE, startColumn=PLACE, endLine=PLACE, endColumn=PLACE, charOffset=COUNT,
    charLength=COUNT, snippet=TEXT_ONLY,
)  # fmt: skip
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=closed(
        ["artifactLocation"], artifactLocation=closed(["index"], uri=URI, index=COUNT), region=REGION
    ),
)
RESULT = closed(
    ["message", "ruleId", "level", "locations"],
    ruleId={"type": "string"},
    ruleIndex=COUNT,
    level=LEVEL,
    message=TEXT_ONLY,
    locations={"type": "array", "items": LOCATION, "minItems": 1},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    shortDescription=TEXT_ONLY,
    help=TEXT_ONLY,
    defaultConfiguration=closed([], level=LEVEL),
)
ARTIFACT = closed(
    [],
    location=closed(["uri"], uri=URI),
    description=TEXT_ONLY,
    roles={"type": "array", "items": {"const": "analysisTarget"}},
    encoding={"type": "string"},
    hashes={"type": "object", "additionalProperties": {"type": "string"}},
)
INVOCATION = closed(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications={"type": "array", "items": closed(["message"], level=LEVEL, message=TEXT_ONLY)},
)
DRIVER = closed(
    ["name"],
    name={"type": "string"},
    version={"type": "string"},
    semanticVersion={"type": "string"},
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=DRIVER),
    invocations={"type": "array", "items": INVOCATION},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts={"type": "array", "items": ARTIFACT},
    results={"type": "array", "items": RESULT},
)
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}


def write(*checked: tuple[Syllabus, Source], unread: tuple[str, ...] = ()) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(write_sarif(checked, version="1.2.3", unread=unread))
    jsonschema.validate(log, LOG)
    run: dict[str, Any] = log["runs"][0]
    for result in run["results"]:
        rules = run["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            where = location["physicalLocation"]["artifactLocation"]
            artifact = run["artifacts"][where["index"]]
            assert artifact.get("location", {}).get("uri") == where.get("uri")
    return run


def parsed(text: str, uri: str | None) -> tuple[Syllabus, Source]:
    return parse(text, url=uri), Source(text)


def test_a_result_has_rule_level_message_and_region() -> None:
    run = write(parsed(TEXT, "https://example.org/plan"))
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("SP303", "warning")
    assert result["message"]["text"] == "the year is not known; the date is left open: 9/2"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 6, "charOffset": 36, "charLength": 3,
        "snippet": {"text": "9/2"},
    }  # fmt: skip
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_every_code_is_a_rule() -> None:
    run = write()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [entry.code for entry in CODES]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"note", "warning", "error"}
    assert run["tool"]["driver"]["semanticVersion"] == "1.2.3"


def test_several_documents_make_one_run() -> None:
    run = write(parsed(TEXT, "https://example.org/a"), parsed("", "https://example.org/b"), parsed(TEXT, None))
    assert [artifact.get("location", {}).get("uri") for artifact in run["artifacts"]] == [
        "https://example.org/a", "https://example.org/b", None,
    ]  # fmt: skip
    found = [result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for result in run["results"]]
    assert found == [0, 0, 1, 2, 2]
    assert len(run["artifacts"][0]["hashes"]["sha-256"]) == 64


NAMES = [
    ("plan.md", "plan.md"),
    ("my plan.md", "my%20plan.md"),
    ("100%.md", "100%25.md"),
    ("a#b?c.md", "a%23b%3Fc.md"),
    ("c:plan.md", "c%3Aplan.md"),
    ("数.md", "%E6%95%B0.md"),
    ("/data/plan.md", "file:///data/plan.md"),
    ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
    ("https://example.org/100%/a b", "https://example.org/100%25/a%20b"),
]


@pytest.mark.parametrize(("name", "uri"), NAMES)
def test_names_become_uris(name: str, uri: str) -> None:
    syllabus = Syllabus(Origin("html", uri=name), diagnostics=(report("SP103"),))
    assert write((syllabus, Source("")))["artifacts"][0]["location"]["uri"] == uri
    urlsplit(uri)


def test_braces_are_no_placeholders() -> None:
    said = Syllabus(Origin("html"), diagnostics=(report("SP301", None, "{{ site.start }} {0}"),))
    assert write((said, Source("")))["results"][0]["message"]["text"].endswith(": {{{{ site.start }}}} {{0}}")


def test_what_could_not_be_read_makes_the_run_a_failure() -> None:
    invocation = write(unread=("gone.md: no such file",))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "gone.md: no such file"
    broken = Syllabus(Origin("html"), diagnostics=(report("SP199"),))
    assert write((broken, Source("")))["invocations"] == [{"executionSuccessful": False}]


def test_a_finding_is_known_again_when_its_line_has_moved() -> None:
    before, after = (
        [result["partialFingerprints"] for result in write(parsed(text, None))["results"]]
        for text in (TEXT, TEXT.replace("# Plan", "# Plan\n\nThe plan of the course."))
    )
    assert before == after
    assert len({json.dumps(prints) for prints in before}) == len(before)


SAID = st.builds(
    Diagnostic,
    st.sampled_from([entry.code for entry in CODES]),
    st.sampled_from(SEVERITIES),
    st.text(),
    st.none() | st.builds(lambda at, more: Span(at, at + more), st.integers(0, 90), st.integers(0, 40)),
)


@given(st.lists(SAID, max_size=4), st.text(max_size=80), st.none() | st.text())
def test_anything_said_of_any_text_gives_a_valid_log(said: list[Diagnostic], text: str, uri: str | None) -> None:
    syllabus = Syllabus(Origin("html", uri=uri), diagnostics=tuple(said))
    run = write((syllabus, Source(text)))
    lines = text.split("\n")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region:
            assert region["startColumn"] <= len(lines[region["startLine"] - 1]) + 1
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
            if "snippet" in region:
                end = region["charOffset"] + region["charLength"]
                assert region["snippet"]["text"] == text[region["charOffset"] : end]
