"""How a browser bears the review page of a big document: 1 MB of a schedule, opened in a headless Chromium.

    python benchmarks/review.py [CHARACTERS]

Prints the sizes, and the time of the processor (what else runs on the machine doesn't count) to write the page, and in
the browser to draw it, light a value, filter a field out, find a word. Needs chromium and chromedriver.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from selenium.webdriver import Chrome

from review_browser import open_browser
from syllabus_parse import parse
from syllabus_parse.writers.review.page import write_review

HEAD = "# CS 7180: Seminar in Computer Security (Fall 2023)\n\n| Date | Topic | Paper |\n|---|---|---|\n"
ROW = (
    "| {month}/{day} | Trust in part {n} | [CACM'84] [Trusting Trust {n}](https://example.org/p/{n}.pdf), "
    "Ken Thompson, Jerome Saltzer and Michael Schroeder |\n"
)
# Done when the browser has drawn what the step changed.
FRAMES = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)));"
FIND = "const find = document.getElementById('find'); find.value = 'part 77'; find.dispatchEvent(new Event('input'));"
STEPS = (
    ("light a value", "document.querySelectorAll('#source .s')[4000].focus();"),
    ("light another", "document.querySelectorAll('#record .v')[3000].focus();"),
    ("filter a field out", "document.querySelector('.filter[data-group=people]').click();"),
    ("and in again", "document.querySelector('.filter[data-group=people]').click();"),
    ("find a word", FIND),
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


def read_clock(driver: Chrome) -> float:
    """Return how long the page's own thread has worked."""
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def main(words: list[str]) -> int:
    """Measure once and print."""
    text = write_document(int(words[0]) if words else 1_000_000)
    syllabus = parse(text)
    start = time.process_time()
    page = write_review(syllabus, text, max_chars=len(text))
    written = time.process_time() - start
    print(f"{len(text):,} characters, {len(syllabus.sessions):,} sessions; page: {len(page):,} characters")
    print(f"{written:.1f} s to write it")
    with tempfile.TemporaryDirectory() as folder, open_browser() as driver:
        path = Path(folder) / "review.html"
        path.write_text(page, "utf-8")
        driver.set_script_timeout(120)
        driver.execute_cdp_cmd("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        driver.execute_cdp_cmd("Performance.enable", {})
        before = read_clock(driver)
        driver.get(path.as_uri())
        driver.execute_async_script(FRAMES)
        elements = driver.execute_script("return document.getElementsByTagName('*').length")
        print(f"{read_clock(driver) - before:.1f} s to draw it: {elements:,} elements")
        for name, script in STEPS:
            before = read_clock(driver)
            driver.execute_script(script)
            driver.execute_async_script(FRAMES)
            print(f"{read_clock(driver) - before:.2f} s to {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
