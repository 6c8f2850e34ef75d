"""Compare the time of a full parse with what other libraries need to read the same text into tokens or a tree.

Run: python benchmarks/speed.py [FOLDER …] [--write FILE]      (needs: pip install --group bench)

The documents are the fixtures of the tests, and those of the folders given (files beside which a `.gold.json` lies).
All libraries read a document by turns, ROUNDS times over, in one process; what counts is the median of each in seconds
of the processor, summed over the documents of a dialect, and the ratio of the sums. The others do less: none of them
knows what a session is.
`first` is the ratio with all that the library remembers forgotten before each parse, as the first document of a
process finds it; `then` the ratio for pages whose labels and names have been seen before, as in a pipeline.
"""

from __future__ import annotations

import argparse
import gc
import io
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

import bs4
import markdown_it
import mistune
from measured_pages import put_into

import syllabus_parse
from syllabus_parse import Limits, parse
from syllabus_parse.writers.json import write_json

ROUNDS: Final = 7
UNLIMITED: Final = Limits(cells=10**9, pieces=10**9)  # how time grows is told by all of a document
HERE: Final = Path(__file__).parent.parent
FIXTURES: Final = HERE / "tests" / "fixtures"
DIALECTS: Final = ("pipe_table", "row_dump", "jekyll", "date_list", "venue_list", "html", "yaml")

Read = Callable[[str], Any]


def read_mistune() -> Read:
    """Return mistune's parse to its AST, with tables."""
    return mistune.create_markdown(renderer=None, plugins=["table"])


def read_markdown_it() -> Read:
    """Return markdown-it-py's parse to tokens, with tables."""
    return markdown_it.MarkdownIt("commonmark").enable("table").parse


def read_soup(text: str) -> object:
    """Parse a page with BeautifulSoup over lxml."""
    return bs4.BeautifulSoup(text, "lxml")


def read_frames(text: str) -> object:
    """Parse the tables of a page with pandas; a page without one is an error to it."""
    import pandas as pd  # noqa: PLC0415 (slow to import; only pages need it)

    try:
        return pd.read_html(io.StringIO(text), flavor="lxml")
    except ValueError:
        return None


def read_trafilatura(text: str) -> object:
    """Extract the main text of a page."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(text)


def read_markitdown() -> Read:
    """Return markitdown's conversion of a page to Markdown."""
    from markitdown import MarkItDown  # noqa: PLC0415

    converter = MarkItDown()
    return lambda text: converter.convert_stream(io.BytesIO(text.encode()), file_extension=".html")


def list_peers(dialect: str) -> dict[str, Read]:
    """Name the libraries that read documents of a dialect."""
    if dialect == "html":
        return {
            "BeautifulSoup(lxml)": read_soup,
            "pandas.read_html": read_frames,
            "trafilatura": read_trafilatura,
            "markitdown": read_markitdown(),
        }
    return {"mistune": read_mistune(), "markdown-it-py": read_markdown_it()}


def load_documents(folders: list[Path]) -> dict[str, list[str]]:
    """Read all documents, by the dialect that they are detected to be of."""
    paths = [path.with_name(path.name.removesuffix(".expected.json")) for path in FIXTURES.rglob("*.expected.json")]
    for folder in folders:
        paths += [path.with_name(path.name.removesuffix(".gold.json")) for path in folder.rglob("*.gold.json")]
    out: dict[str, list[str]] = {}
    for stem in sorted(paths):
        found = [path for path in stem.parent.glob(stem.name + ".*") if path.suffix != ".json"]
        text = found[0].read_text(encoding="utf-8", errors="replace")
        out.setdefault(syllabus_parse.detect(text)[0].dialect, []).append(text)
    return out


def find_memories() -> list[Any]:
    """List what the library remembers between calls."""
    return [
        item
        for item in gc.get_objects()
        if isinstance(item, _lru_cache_wrapper) and getattr(item, "__module__", "").startswith("syllabus_parse")
        and (item.cache_parameters()["maxsize"] or 0) > 1
    ]  # fmt: skip


def time_by_turns(readers: dict[str, Read], text: str, *, before: Callable[[], None] | None = None) -> dict[str, float]:
    """Return the median seconds of each reader on a text."""
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            if before is not None:
                before()
            start = time.process_time()
            read(text)
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def compare_dialects(documents: dict[str, list[str]]) -> Iterator[str]:
    """Yield the table of ratios, a line a dialect."""
    memories = find_memories()

    def forget() -> None:
        for memory in memories:
            memory.cache_clear()

    yield "| dialect | documents | KB | ms | MB/s | reference | first | then | others, then |"
    yield "|---|---:|---:|---:|---:|---|---:|---:|---|"
    for dialect in [name for name in DIALECTS if name in documents]:
        readers: dict[str, Read] = {"ours": parse, **list_peers(dialect)}
        first = dict.fromkeys(readers, 0.0)
        then = dict.fromkeys(readers, 0.0)
        size = 0
        for text in documents[dialect]:
            size += len(text)
            for read in readers.values():
                read(text)
            for name, seconds in time_by_turns(readers, text).items():
                then[name] += seconds
            for name, seconds in time_by_turns(readers, text, before=forget).items():
                first[name] += seconds
        reference, *others = list(readers)[1:]
        rest = ", ".join(f"{name} {then['ours'] / then[name]:.2f}" for name in others)
        yield (
            f"| {dialect} | {len(documents[dialect])} | {size / 1000:.0f} | {then['ours'] * 1000:.0f} "
            f"| {size / then['ours'] / 1e6:.2f} | {reference} | {first['ours'] / first[reference]:.1f} "
            f"| {then['ours'] / then[reference]:.1f} | {rest} |"
        )


def measure_growth(documents: dict[str, list[str]], *, size: int) -> Iterator[str]:
    """Yield how time and memory grow from a tenth of a size to the size, the documents repeated end to end."""
    yield "| dialect | KB | seconds | ratio to a tenth | peak memory / text |"
    yield "|---|---:|---:|---:|---:|"
    for dialect in [name for name in DIALECTS if name in documents and name not in ("html", "yaml")]:
        page = "\n\n".join(documents[dialect]) + "\n\n"
        times = []
        for want in (size // 10, size):
            text = page * max(want // len(page), 1)
            start = time.process_time()
            syllabus_parse.parse(text, dialect=dialect, limits=UNLIMITED)
            times.append((time.process_time() - start, len(text)))
        small = page * max(size // 10 // len(page), 1)
        tracemalloc.start()
        syllabus_parse.parse(small, dialect=dialect, limits=UNLIMITED)
        peak = tracemalloc.get_traced_memory()[1] / len(small)
        tracemalloc.stop()
        growth = times[1][0] / times[0][0] * (times[0][1] * 10 / times[1][1])
        yield f"| {dialect} | {times[1][1] / 1000:.0f} | {times[1][0]:.1f} | {growth:.1f} | {peak:.0f} |"


def measure_rest(documents: dict[str, list[str]]) -> Iterator[str]:
    """Yield what is measured once: writing JSON, the import, the command, two processes."""
    texts = [text for group in documents.values() for text in group]
    parsed = [parse(text) for text in texts]
    yield "| what | measured |"
    yield "|---|---|"
    start = time.process_time()
    for text in texts:
        parse(text)
    whole = time.process_time() - start
    start = time.process_time()
    for syllabus in parsed:
        write_json(syllabus)
    yield f"| writing JSON, share of the parse | {(time.process_time() - start) / whole:.2f} |"
    bare = time_command("-c", "pass")
    schedule = FIXTURES / "pipe_table" / "compilers.md"
    page = schedule.read_text(encoding="utf-8")
    parsed_file = time_command("-m", "syllabus_parse", str(schedule), "--to", "json")
    imported = time_command("-c", "import syllabus_parse")
    used = time_command("-c", "from syllabus_parse import parse")
    version = time_command("-c", "from syllabus_parse.cli import main; main(['--version'])")
    yield f"| `import syllabus_parse`, over bare Python | {(imported - bare) * 1000:.0f} ms |"
    yield f"| `from syllabus_parse import parse`, over bare Python | {(used - bare) * 1000:.0f} ms |"
    yield (
        f"| `syllabus-parse FILE --to json`, a schedule of {len(page) / 1000:.1f} KB, over bare Python "
        f"| {(parsed_file - bare) * 1000:.0f} ms |"
    )
    yield f"| `syllabus-parse --version`, ratio to `python -c pass` | {version / bare:.2f} |"


def time_command(*arguments: str) -> float:
    """Return the median seconds of processor time of a Python process."""
    taken = []
    for _ in range(ROUNDS * 2 + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603 (our own arguments)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(taken)


def main() -> None:
    """Print the tables, or write them into a page of the docs."""
    parser = argparse.ArgumentParser(description="Time a full parse beside other libraries' reading of the text.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--write", type=Path, help="the page whose part between the two marks is replaced")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the largest text that grows")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    documents = load_documents(options.folders)
    growth = measure_growth(documents, size=options.size)
    table = "\n".join([*compare_dialects(documents), "", *growth, "", *measure_rest(documents)])
    print(table)
    if options.write:
        put_into(options.write, "measured", table)


if __name__ == "__main__":
    main()
