"""Put what was measured into a page of the documentation, between its marks; benchmarks and fuzzers use it too."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
ROBUSTNESS: Final = ROOT / "docs" / "robustness.md"
END: Final = "<!-- end -->"


def put_into(page: Path, mark: str, text: str) -> None:
    """Replace what stands between a mark and the end mark behind it; all the rest of the page where there is none.

    A page without the mark is not ours to change: that is a `ValueError`.
    """
    opening = f"<!-- {mark} -->\n"
    above, found, below = page.read_text("utf-8").partition(opening)
    if not found:
        raise ValueError(f"{page} has no mark {opening.strip()!r}")
    _, end, rest = below.partition(END)
    page.write_text(f"{above}{opening}\n{text.strip()}\n" + (f"\n{end}{rest}" if end else ""), "utf-8")
