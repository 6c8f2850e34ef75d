"""What all calls of the command share: how they fail, read and write."""

from __future__ import annotations

import contextlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, Final

PROGRAM: Final = "syllabus-parse"
PARSED: Final = 0
UNREADABLE: Final = 1
WRONG_CALL: Final = 2
INTERRUPTED: Final = 130


class WrongCallError(Exception):
    """The command was called in a way that can't be meant; the message says how to call it."""


def check_files(names: list[str]) -> None:
    """Raise unless there is at least one document, and standard input at most once."""
    if not names:
        raise WrongCallError("no FILE was given; - reads standard input")
    if names.count("-") > 1:
        raise WrongCallError("standard input can be read only once, and - is there more than once")


def choose_format(name: str, known: tuple[str, ...]) -> None:
    """Raise unless the format is known; the message names the nearest one and all of them."""
    if name in known:
        return
    import difflib

    near = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise WrongCallError(f"unknown format {name!r}{hint} Known are {', '.join(known)}")


def read_input(name: str) -> bytes | None:
    """Return the bytes of a document; None where it can't be read, after a complaint."""
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as stream:
            return stream.read()
    except IsADirectoryError:
        complain(f"{name}: is a directory; name the documents in it")
    except FileNotFoundError:
        advice = "; the command reads files, fetch the page first" if "://" in name else ""
        complain(f"{name}: no such file{advice}")
    except (OSError, ValueError) as fault:
        complain(f"{name}: {getattr(fault, 'strerror', None) or fault}")
    return None


@contextlib.contextmanager
def open_output(path: str | None, inputs: list[str]) -> Iterator[BinaryIO]:
    """Open the file that is written to, never one of the documents; without a path it is standard output."""
    if path is None or path == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    for name in inputs:
        with contextlib.suppress(OSError):
            if name != "-" and os.path.samefile(name, path):
                raise WrongCallError(f"{path} is one of the documents; write the output to another file")
    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(open(path, "wb"))
        except OSError as fault:
            raise WrongCallError(f"cannot write {path}: {fault.strerror}") from fault
        yield stream


def encode_shown(words: str, *, output: str | None) -> bytes:
    """Encode text for people: for a terminal as it reads, for a file as UTF-8."""
    return words.encode(sys.stdout.encoding if output is None else "utf-8", "replace")


def measure_terminal(*, output: str | None) -> tuple[int, bool]:
    """Return how many columns to write, and whether in colours: only for a terminal, and not against NO_COLOR."""
    if output is not None or not sys.stdout.isatty():
        return 100, False
    color = "NO_COLOR" not in os.environ
    try:
        return max(60, min(os.get_terminal_size(sys.stdout.fileno()).columns, 160)), color
    except (OSError, ValueError):
        return 100, color


def complain(message: str) -> None:
    """Write a message to standard error, the program's name before each line."""
    from syllabus_parse.writers.table import strip_controls

    for line in message.split("\n"):
        print(f"{PROGRAM}: {strip_controls(line)}", file=sys.stderr)
