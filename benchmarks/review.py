"""How a browser bears the review page of a big document: 1 MB of a schedule, opened in a headless Chromium.

    python benchmarks/review.py [CHARACTERS]

Prints the sizes, the time to write the page, and in the browser: until it is drawn, to light a value, to walk on by a
key, to filter a field out, to find a word. Needs chromium and chromedriver.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from review_browser import open_browser
from syllabus_parse import parse
from syllabus_parse.writers.review.page import write_review

HEAD = "# CS 7180: Seminar in Computer Security (Fall 2023)\n\n| Date | Topic | Paper |\n|---|---|---|\n"
ROW = (
    "| {month}/{day} | Trust in part {n} | [CACM'84] [Trusting Trust {n}](https://example.org/p/{n}.pdf), "
    "Ken Thompson, Jerome Saltzer and Michael Schroeder |\n"
)
FRAMES = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));"
STEPS = (
    ("light a value", "document.querySelectorAll('#source .s')[4000].focus();"),
    ("light another", "document.querySelectorAll('#record .v')[3000].focus();"),
    ("filter a field out", "document.querySelector('.filter[data-group=people]').click();"),
    ("and in again", "document.querySelector('.filter[data-group=people]').click();"),
)


def write_document(size: int) -> str:
    """Write a schedule of so many characters."""
    rows = [HEAD]
    length = len(HEAD)
    number = 0
    while length < size:
        row = ROW.format(month=9 + number // 28 % 4, day=1 + number % 28, n=number)
        rows.append(row)
        length += len(row)
        number += 1
    return "".join(rows)


def main(words: list[str]) -> int:
    """Measure once and print."""
    text = write_document(int(words[0]) if words else 1_000_000)
    syllabus = parse(text)
    start = time.perf_counter()
    page = write_review(syllabus, text)
    written = time.perf_counter() - start
    print(f"{len(text):,} characters, {len(syllabus.sessions):,} sessions; page: {len(page):,} characters")
    print(f"written in {written:.1f} s")
    with tempfile.TemporaryDirectory() as folder, open_browser() as driver:
        path = Path(folder) / "review.html"
        path.write_text(page, "utf-8")
        start = time.perf_counter()
        driver.get(path.as_uri())
        driver.execute_async_script(FRAMES)
        print(f"{time.perf_counter() - start:.1f} s until it is drawn")
        elements = driver.execute_script("return document.getElementsByTagName('*').length")
        print(f"{elements:,} elements")
        for name, script in STEPS:
            now = driver.execute_async_script("arguments[0](performance.now())")
            driver.execute_script(script)
            print(f"{(driver.execute_async_script(FRAMES) - now) / 1000:.2f} s to {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
