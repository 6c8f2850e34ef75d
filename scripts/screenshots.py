"""Take the pictures of the review page that the documentation shows, with the document that its tests use.

python scripts/screenshots.py        writes docs/images/review-*.webp; needs chromium and chromedriver
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path
from typing import Final

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from review_browser import SEMINAR, open_browser, set_media
from syllabus_parse import parse
from syllabus_parse.writers.review import write_review

ROOT: Final = Path(__file__).parent.parent
IMAGES: Final = ROOT / "docs" / "images"
LIGHT: Final = (
    "Array.from(document.querySelectorAll('#source .s')).find((one) => one.textContent === 'Consensus I').focus()"
)
# Name, width, height, dark
SHOTS: Final = (("wide", 1280, 860, False), ("wide-dark", 1280, 860, True), ("narrow", 420, 860, False))


def main() -> int:
    """Take all pictures."""
    syllabus = parse(SEMINAR)
    syllabus = attrs.evolve(syllabus, source=attrs.evolve(syllabus.source, uri="seminar.md"))
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_browser() as driver:
        page = Path(folder) / "review.html"
        page.write_text(write_review(syllabus, SEMINAR), "utf-8")
        for name, width, height, dark in SHOTS:
            set_media(driver, width=width, height=height, dark=dark)
            driver.get(page.as_uri())
            driver.execute_script(LIGHT)
            shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": 85})
            path = IMAGES / f"review-{name}.webp"
            path.write_bytes(base64.b64decode(shot["data"]))
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
