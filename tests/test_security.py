"""One test for each class of attack that has hit libraries like this one.

What would take quadratic time runs in a process that the system ends after so many seconds of processor time: a
hundred times what it takes, a thousandth of what it took before.
"""

from __future__ import annotations

import gzip
import io
import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import Limits, RecordError, from_dict, parse, to_dict
from syllabus_parse.batch.store import make_name
from syllabus_parse.source import decode
from syllabus_parse.writers import find_writer
from syllabus_parse.writers.diagnostics import write_diagnostics
from syllabus_parse.writers.explain import write_explanation
from syllabus_parse.writers.json import write_json
from syllabus_parse.writers.sarif import write_sarif
from syllabus_parse.writers.table import write_table

SECONDS = 60
BYTES = 1_500_000_000
PARSE = "import json, sys\nfrom syllabus_parse import parse\nd, text = json.load(sys.stdin)\n"
SAY = "s = parse(text, dialect=d, _debug=True)\nprint(json.dumps([len(s.sessions), [x.code for x in s.diagnostics]]))"


def parse_walled(text: str, dialect: str | None = None) -> tuple[int, set[str]]:
    """Parse in a process that may take so much time and memory and no more; return sessions and codes."""

    def wall() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))

    done = subprocess.run(
        [sys.executable, "-c", PARSE + SAY],
        input=json.dumps([dialect, text]), text=True, capture_output=True, preexec_fn=wall, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-500:]}"
    sessions, codes = json.loads(done.stdout)
    return sessions, set(codes)


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("pipe_table", "*_" * 20_000),  # marks in front of a label: were tried from each of them
        (None, "{{ x | y: " * 6_000),
        (None, "- [" * 20_000),
        (None, "`" * 60_000),
        (None, "[" * 60_000),
        (None, "\\'{" * 20_000),
        (None, "&" + "amp;" * 20_000),
        ("row_dump", " " * 60_000 + "x"),
        ("html", "<a " * 20_000),
        ("html", "<!--" * 20_000),
    ],
)
def test_expressions_backtrack_within_bounds(dialect: str | None, text: str) -> None:
    parse_walled(text, dialect)


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        (None, "|---|---|\n" * 8_000),  # a table of rules was gone through again from each of them
        (None, "x\n" * 40_000),  # the lines behind each line of a list of papers were copied
        (None, "*a **a " * 10_000),
        # a mended line of blanks was searched from each of them
        (None, f"week: {'9' * 300_000}\n- date: {'9' * 300_000}\n  number: {'9' * 300_000}\n"),
        ("tex", "\\begin{itemize}\\item " * 40_000),  # the open lists were searched at the end of each
        (None, "Date | Topic\n" + "9/2 | Heaps\n" * 4_000),
        ("html", "<table>" + "<tr><td rowspan=1000 colspan=1000>9/2" * 2_000),
        ("html", "<p " + " ".join(f"a{number}=x" for number in range(15_000)) + ">Heaps"),
    ],
)
def test_nothing_takes_quadratic_time(dialect: str | None, text: str) -> None:
    parse_walled(text, dialect)


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("yaml", "[" * 50_000 + "]" * 50_000),
        ("yaml", '{"a":' * 30_000 + "1" + "}" * 30_000),
        ("yaml", "".join(" " * depth + "a:\n" for depth in range(400))),
        ("html", "<div>" * 50_000 + "Heaps"),
        ("html", "<ul><li>" * 20_000 + "Heaps"),
        ("jekyll", "> " * 50_000 + "Heaps"),
        ("jekyll", "- " * 50_000 + "Heaps"),
        ("jekyll", "[" * 30_000 + "Heaps" + "](u)" * 30_000),
        ("tex", "{" * 50_000 + "Heaps" + "}" * 50_000),
        ("org", "*" * 50_000 + " Heaps"),
        ("rst", "\n\n".join(" " * depth + "Heaps::" for depth in range(300))),
    ],
)
def test_no_depth_exhausts_the_stack(dialect: str, text: str) -> None:
    parse_walled(text, dialect)


def test_a_record_of_any_depth_is_refused_and_no_more() -> None:
    deep: object = None
    for _ in range(5_000):
        deep = [deep]
    with pytest.raises(RecordError, match="sessions"):
        from_dict(to_dict(parse("")) | {"sessions": deep})


def test_yaml_runs_no_code(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    for tag in ("!!python/object/apply:os.system", "!!python/object/new:subprocess.call", "!!python/name:os.system"):
        syllabus = parse(f"- date: 2024-09-02\n  title: {tag} ['touch {trace}']\n", dialect="yaml", _debug=True)
        assert [str(session.date) for session in syllabus.sessions] == ["2024-09-02"]
    assert not trace.exists()


@pytest.mark.parametrize("merge", [False, True])
def test_yaml_bombs_do_not_go_off(merge: bool) -> None:
    lines = ["a0: &a0 {k0: v}" if merge else "a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 60):
        held = ", ".join([f"*a{number - 1}"] * 9)
        lines.append(f"a{number}: &a{number} " + (f"{{<<: [{held}]}}" if merge else f"[{held}]"))
    _, codes = parse_walled("\n".join(lines), "yaml")
    assert "SP703" in codes


def test_entities_do_not_expand_into_one_another() -> None:
    lines = ['<!DOCTYPE p [<!ENTITY e0 "lol">', '<!ENTITY f SYSTEM "file:///etc/passwd">']
    lines += [f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 40)]
    text = "\n".join([*lines, "]><h2>2024-09-02: &e39; &f;</h2>"])
    assert parse_walled(text, "html")[0] == 1
    record = json.dumps(to_dict(parse(text, dialect="html")))
    assert "&e39; &f" in record
    assert "root:" not in record


def test_archives_are_not_unpacked_without_end() -> None:
    # 200 MB in 200 KB. As much is unpacked as the limit of characters can need, and the cut is told.
    packed = gzip.compress(b"Heaps and trees\n" * 12_500_000, compresslevel=1)
    syllabus = parse(packed, limits=Limits(chars=1000))
    assert "SP701" in {said.code for said in syllabus.diagnostics}
    record = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>Heaps</p>\r\n\r\n"
    assert parse(gzip.compress(record) * 50, limits=Limits(chars=100)).source.encoding == "utf-8"


def test_office_documents_are_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as document:
        part = zipfile.ZipInfo("word/document.xml", (2024, 1, 1, 0, 0, 0))  # else its bytes hold the clock's time
        document.writestr(part, b"<w:t>" + b"a" * 10_000_000, zipfile.ZIP_DEFLATED)
    syllabus = parse(stream.getvalue())
    codes = {said.code for said in syllabus.diagnostics}
    assert "SP102" in codes
    assert codes <= {"SP101", "SP102"}  # other than text, in bytes of no encoding
    assert not syllabus.sessions


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "C:\\x", "a/../../b", "x\x00y", "..", "~/.ssh/id", "-rf"],
)
def test_no_name_of_a_document_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    made = make_name(7, name)
    assert (tmp_path / made).resolve().parent == tmp_path.resolve()
    assert made.startswith("0000007")
    assert not set(made) & set("/\\:\x00~")


HOSTILE = (
    "# Heaps <script>alert(1)</script>\n\n| Date | Topic | Reading | Notes |\n|---|---|---|---|\n"
    "| 2024-09-02 | <img src=x onerror=alert(1)> =1+1 | [Trees](javascript:alert(1)) by Ada Quill | a |\n"
    "| 2024-09-04 | Tries | [T\"onclick=alert(1) x](data:text/html,<script>alert(1)</script>) | b |\n"
    "| 2024-09-09 | \\input{/etc/passwd} | [$\\write18{id}$](JaVaScRiPt:alert(1)) | END:VEVENT |\n"
    "| 2024-09-11 | [Heaps](vbscript:x) | [x](\x01javascript:alert(1)) | c |\n"
)  # fmt: skip


def test_no_address_that_runs_is_a_link() -> None:
    record: dict[str, Any] = to_dict(parse(HOSTILE))
    urls = [link["url"] for session in record["sessions"] for link in session["links"]]
    urls += [link["url"] for session in record["sessions"] for work in session["readings"] for link in work["links"]]
    assert len(record["sessions"]) == 4
    assert not [url for url in urls if url and url.strip().lower().startswith(("javascript:", "data:", "vbscript:"))]


@pytest.mark.parametrize("name", ["markdown", "jsonld", "bibtex", "ris", "csl", "ics", "sessions.csv", "readings.csv"])
def test_no_export_carries_the_attack_on(name: str) -> None:
    writer = find_writer(name)
    assert writer is not None
    pieces = list(writer.write(parse(HOSTILE)))
    written = "".join(piece if isinstance(piece, str) else piece.decode("utf-8") for piece in pieces)
    assert written
    assert "](javascript:" not in written.lower()
    assert "<script" not in written.lower().replace("\\<script", "") or name in ("ris", "csl", "ics") or ".csv" in name
    if name == "bibtex":
        assert "\\input{" not in written
        assert "\\write18" not in written
    if name == "ics":
        assert written.count("\r\nEND:VEVENT\r\n") == written.count("\r\nBEGIN:VEVENT\r\n")
    if name.endswith(".csv"):
        assert not [line for line in written.splitlines() if line.startswith(("=", "+", "@"))]


STEERING = "\x1b[31m\x1b]8;;http://evil\x07\x9b2J\x08\x7f\r\u202e\u2066\u200b\ufeff\u061c\u00ad\U000e0041"
CONTROLLED = f"| Date | Topic |\n|---|---|\n| 2024-09-02 | Heaps{STEERING} evil |\n| 40 days{STEERING} on | Tries |\n"


def test_no_text_steers_a_terminal() -> None:
    syllabus = parse(CONTROLLED)
    shown = {
        "table": write_table(syllabus),
        "check": write_diagnostics(syllabus, decode(CONTROLLED), name=f"a{STEERING}.md"),
        "explain": write_explanation(syllabus, decode(CONTROLLED)),
        "json": write_json(syllabus),
    }
    assert "Heaps" in shown["table"]
    for name, text in shown.items():
        found = {f"U+{ord(sign):04X}" for sign in text if sign in STEERING and not sign.isprintable()}
        assert not found & {"U+001B", "U+0007", "U+009B", "U+0008", "U+007F", "U+000D"}, name
        if name != "json":
            assert not found, name


def test_a_log_for_code_hosts_has_no_steering_characters_in_it() -> None:
    log = write_sarif([(parse(CONTROLLED), decode(CONTROLLED))], version="0")
    assert not set(log) & set("\x1b\x07\x9b\x08\x7f\u202e\u2066")
    assert json.loads(log)["runs"]
