"""The command `syllabus-parse`: arguments in, records out; all the work is done elsewhere."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module

from syllabus_parse import __version__
from syllabus_parse.cli.streams import INTERRUPTED, PARSED, PROGRAM, WRONG_CALL, WrongCallError, complain

# Type checkers take this name for true; a command that is started for each file should start fast.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Final

# The first word of a call and the module that does it; any other call parses. One is imported when it is called.
COMMANDS: Final = ("batch", "check", "detect", "diff", "explain", "review")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; `argv` is without the program's name."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if words == ["--version"]:  # asked for most often by programs, and answered before anything is loaded
            print(f"{PROGRAM} {__version__}", flush=True)
            return PARSED
        name = words.pop(0) if words[:1] and words[0] in COMMANDS else "parse"
        run: Callable[[list[str]], int] = import_module(f"{__name__}.{name}").run
        status = run(words)
        sys.stdout.flush()
    except WrongCallError as fault:
        complain(f"{fault}\ntry '{PROGRAM} --help'")
        return WRONG_CALL
    except BrokenPipeError:
        # The reader of the pipe has seen enough. Python would complain again when it closes the stream.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PARSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
