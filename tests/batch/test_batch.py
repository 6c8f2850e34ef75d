"""A batch survives what happens to it: bad documents, kill -9, other batches, changed inputs."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from fixture_files import FIXTURES, find_fixtures
from syllabus_parse import InputTypeError, parse_file
from syllabus_parse.batch.pool import BatchError
from syllabus_parse.batch.report import draw_chart, write_report
from syllabus_parse.batch.run import Progress, run_batch
from syllabus_parse.batch.store import Store, make_name
from syllabus_parse.batch.tally import MOST, Tally, add_tally
from syllabus_parse.cli import main
from syllabus_parse.writers.arrow import read_parquet
from syllabus_parse.writers.json import read_json_lines

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty pages, some of them bad."""
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    texts = [one.text for one in find_fixtures()]
    for number in range(60):
        Path("pages", f"{number:02d}.md").write_text(texts[number % len(texts)], "utf-8")
    Path("pages", "07.md").write_bytes(b"%PDF-1.7\n\x00\x01")
    Path("pages", "08.md").write_bytes(b"")
    Path("pages", "09.md").write_bytes(b"\xff\xfe\x00\xd8" * 10)


def read_records(folder: str) -> list[dict[str, dict[str, object]]]:
    return [json.loads(line) for line in Path(folder, "records.jsonl").read_bytes().splitlines()]


def snapshot(folder: str) -> dict[str, bytes]:
    base = Path(folder)
    return {
        str(path.relative_to(base)): path.read_bytes()
        for path in sorted(base.rglob("*"))
        if path.is_file() and path.name not in ("batch.json", "report.html")
    }


def test_a_record_for_each_document_in_order() -> None:
    summary = run_batch(["pages"], "out", processes=2)
    records = read_records("out")
    assert [record["source"]["uri"] for record in records] == [f"pages/{number:02d}.md" for number in range(60)]
    assert summary.documents == 60
    assert summary.tally.totals["documents with an error"] == 2
    expected = [parse_file(f"pages/{number:02d}.md").to_dict() for number in range(60)]
    assert records == expected
    counted = json.loads(Path("out/summary.json").read_text("utf-8"))
    assert counted["documents"] == 60
    assert counted["totals"]["sessions"] == sum(
        len(record["sessions"])  # type: ignore[arg-type, misc]
        for record in expected
    )


def test_other_formats_and_a_file_for_each() -> None:
    run_batch(["pages"], "out", also=["parquet", "sqlite", "bibtex", "readings.csv"], each=True, processes=1)
    lines = Path("out/records.jsonl").read_bytes().splitlines()
    assert [one.to_dict() for one in read_parquet("out/parquet")] == [json.loads(line) for line in lines]
    assert Path("out/records.bibtex").stat().st_size > 1000
    assert Path("out/readings.csv").exists()
    assert Path("out/records.sqlite").exists()
    files = sorted(Path("out/records").rglob("*.json"))
    assert [json.loads(path.read_bytes()) for path in files] == [json.loads(line) for line in lines]
    # The same call again writes the same again.
    before = snapshot("out")
    run_batch(["pages"], "out", also=["parquet", "bibtex", "readings.csv"], each=True, processes=1)
    assert {name: data for name, data in snapshot("out").items() if "sqlite" not in name} == {
        name: data for name, data in before.items() if "sqlite" not in name
    }


def test_works_are_counted() -> None:
    run_batch(["pages"], "out", works=True, processes=1)
    rows = list(csv.DictReader(Path("out/works.csv").read_text("utf-8").splitlines()))
    assert rows
    assert [int(row["documents"]) for row in rows] == sorted((int(row["documents"]) for row in rows), reverse=True)
    assert "documents" in Path("out/co_assigned.csv").read_text("utf-8")
    page = html.fromstring(Path("out/report.html").read_bytes())
    assert page.xpath("//h2[@id='works']")
    assert page.xpath("//th[@scope='row']")[-1].text in [row["title"] for row in rows]


# Interrupts

KILLED = """\
import os, signal, sys
from syllabus_parse.batch.run import run_batch
def watch(progress):
    if progress.done >= int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    run_batch(["pages"], "killed", processes=2, watch=watch)
"""


def test_killed_and_resumed_is_the_same() -> None:
    run_batch(["pages"], "whole", processes=1)
    Path("script.py").write_text(KILLED, "utf-8")
    done = 0
    for at in (1, 17, 40):
        killed = subprocess.run([sys.executable, "script.py", str(at)], capture_output=True, check=False, timeout=100)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        done = len(Path("killed/records.jsonl").read_bytes().splitlines())
        assert done >= at
    assert done < 60
    summary = run_batch(["pages"], "killed", processes=2)
    assert summary.resumed == done
    assert snapshot("killed") == snapshot("whole")


def test_cut_off_at_any_byte_and_resumed_is_the_same() -> None:
    run_batch(["pages"], "whole", processes=1)
    whole = Path("whole/records.jsonl").read_bytes()
    run_batch(["pages"], "cut", processes=1)
    draw = random.Random(8)  # noqa: S311
    for size in (0, 1, len(whole) - 1, *(draw.randrange(len(whole)) for _ in range(4))):
        Path("cut/records.jsonl").write_bytes(whole[:size])
        summary = run_batch(["pages"], "cut", processes=1)
        assert summary.resumed == whole[:size].count(b"\n")
        assert snapshot("cut") == snapshot("whole")


def test_a_finished_batch_parses_nothing() -> None:
    run_batch(["pages"], "out", processes=1)
    seen: list[Progress] = []
    summary = run_batch(["pages"], "out", processes=1, watch=seen.append)
    assert summary.resumed == summary.documents == 60
    assert seen == []


def test_changed_inputs_are_refused() -> None:
    run_batch(["pages"], "out", processes=1)
    before = Path("out/records.jsonl").read_bytes()
    Path("pages/00a.md").write_text("new", "utf-8")
    with pytest.raises(BatchError, match=r"document 2 was 'pages/01.md' and is 'pages/00a.md'"):
        run_batch(["pages"], "out", processes=1)
    os.remove("pages/00a.md")
    os.remove("pages/59.md")
    with pytest.raises(BatchError, match=r"document 60 was 'pages/59.md' and is not there any more"):
        run_batch(["pages"], "out", processes=1)
    with pytest.raises(BatchError, match="was begun with other inputs or options"):
        run_batch(["pages"], "out", processes=1, year=2031)
    assert Path("out/records.jsonl").read_bytes() == before


def test_another_file_of_that_name_is_left_alone() -> None:
    Path("mine").mkdir()
    Path("mine/records.jsonl").write_text("precious\n", "utf-8")
    with pytest.raises(BatchError, match="no batch of this library"):
        run_batch(["pages"], "mine", processes=1)
    assert Path("mine/records.jsonl").read_text("utf-8") == "precious\n"


def test_two_batches_do_not_write_into_one_folder() -> None:
    pytest.importorskip("fcntl")
    with Store("out", {}), pytest.raises(BatchError, match="another batch is writing"):
        run_batch(["pages"], "out", processes=1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_document_that_never_ends_is_one_record() -> None:
    os.mkfifo("endless.md")
    summary = run_batch(["pages/00.md", "endless.md", "pages/01.md"], "out", processes=1, seconds=2)
    records = list(read_json_lines(Path("out/records.jsonl").read_bytes().splitlines()))
    assert [one.source.uri for one in records] == ["pages/00.md", "endless.md", "pages/01.md"]
    assert [one.code for one in records[1].diagnostics] == ["SP704"]
    assert summary.tally.codes["SP704"] == 1


def test_wrong_calls() -> None:
    with pytest.raises(InputTypeError, match="needs inputs"):
        run_batch([], "out")
    with pytest.raises(InputTypeError, match="unknown format 'docx'"):
        run_batch(["pages"], "out", also=["docx"])
    assert not Path("out").exists()


# Names


@given(
    st.integers(1, 10**9), st.none() | st.text() | st.sampled_from(["..", "../../x", "/etc/passwd", "C:\\x", "a\0b"])
)
def test_a_name_is_one_file_in_its_folder(number: int, name: str | None) -> None:
    made = make_name(number, name)
    assert os.path.basename(made) == made
    assert ".." not in made
    assert not set(made) & set('/\\:*?"<>|\0\n')
    assert len(made) < 120
    assert made.startswith(f"{number:07d}")


# The command and the report


def test_the_command(capsys: Capture) -> None:
    assert main(["batch", "pages", "-o", "out", "--jobs", "1"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0].startswith("60 documents in ")
    assert "2 documents with an error" in lines
    assert lines[-1] == f"report: {Path('out/report.html')}"
    assert main(["batch", "pages/0[0-6].md", "-o", "other", "--jobs", "1"]) == 0
    assert main(["batch", "pages", "-o", "other"]) == 1
    assert "was begun with other inputs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["batch"], "no IN was given"),
        (["batch", "pages"], "no OUT was given"),
        (["batch", "pages", "-o", "out", "--jobs", "0"], "at least 1"),
        (["batch", "pages", "-o", "out", "--also", "docx"], "unknown format 'docx'"),
        (["batch", "pages", "-o", "out", "--dialect", "htlm"], "did you mean 'html'?"),
        (["batch", "pages", "-o", "pages/00.md"], "cannot write pages/00.md"),
    ],
)
def test_wrong_calls_teach(words: list[str], message: str, capsys: Capture) -> None:
    assert main(words) == 2
    assert message in capsys.readouterr().err


def test_the_report_has_its_charts() -> None:
    run_batch(["pages"], "out", processes=1)
    page = html.fromstring(Path("out/report.html").read_bytes())
    assert [head.text for head in page.iter("h2")] == [
        "Documents by dialect", "Sessions by year", "Readings by venue", "Diagnostics by code",
    ]  # fmt: skip
    charts = list(page.iter("svg"))
    counted = json.loads(Path("out/summary.json").read_text("utf-8"))
    titles = [title.text for title in charts[0].iter("title")]
    assert titles == [f"{name}: {count}" for name, count in counted["dialects"].items()]
    assert not list(page.iter("script", "img", "link"))


def test_hostile_names_are_shown() -> None:
    tally = Tally()
    tally.venues["<img src=x onerror=alert(1)>\x1b[31m\u202e"] = 3
    page = html.fromstring(write_report(tally, title="</title><script>alert(1)</script>"))
    assert not list(page.iter("script", "img"))
    assert "\x1b" not in page.text_content()
    assert "onerror" in page.text_content()


def test_charts_have_room_for_so_many() -> None:
    tally = Tally()
    tally.venues.update({f"v{number}": number + 1 for number in range(100)})
    chart = draw_chart("venues", "Venues", tally.venues)
    assert len(chart.bars) + chart.left == 100
    assert chart.bars[0].label == "v99"


def test_a_tally_stays_bounded() -> None:
    tally = Tally()
    more = Tally()
    more.venues.update({f"v{number}": 1 for number in range(3 * MOST)})
    more.venues["often"] = 9
    add_tally(tally, more)
    assert len(tally.venues) == MOST
    assert tally.venues["often"] == 9


def test_the_fixtures_are_a_batch_of_their_own() -> None:
    summary = run_batch([str(FIXTURES / "*" / "*.md"), str(FIXTURES / "*" / "*.txt")], "out", processes=1)
    assert summary.documents == len(find_fixtures())
    assert summary.tally.totals["documents with an error"] == 0
