"""Read the inputs of html5lib's tokenizer tests as pages: none may raise, each must give a record that comes back.

    pip download html5lib==1.1 --no-binary :all: --no-deps     its sdist carries them; unpack it
    python benchmarks/html5lib_inputs.py html5lib-1.1/html5lib/tests/testdata/tokenizer

Where pip can't prepare the sdist, an older setuptools helps: PIP_CONSTRAINT=file with "setuptools<70" in it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from syllabus_parse import from_dict, parse, to_dict


def load_inputs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the file and the input of each test."""
    for path in sorted(folder.glob("*.test")):
        data = json.loads(path.read_text("utf-8"))
        for case in (*data.get("tests", ()), *data.get("xmlViolationTests", ())):
            text = case["input"]
            if case.get("doubleEscaped"):
                text = json.loads(f'"{text}"') if '"' not in text else text
            yield path.name, text


def main() -> int:
    """Read them all, alone and in the cell of a table."""
    inputs = broken = 0
    codes: Counter[str] = Counter()
    for name, text in load_inputs(Path(sys.argv[1])):
        for page in (text, f"<table><tr><td>9/2<td>{text}</table>"):
            inputs += 1
            try:
                syllabus = parse(page, dialect="html", _debug=True)
                if from_dict(to_dict(syllabus)) != syllabus:
                    raise AssertionError("another record")
                codes.update(said.code for said in syllabus.diagnostics)
            except Exception as fault:
                broken += 1
                print(f"{name}: {text!r}: {fault!r}")
    print(f"{inputs} pages, {broken} broken; {dict(codes.most_common(6))}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
