"""What is to be parsed: files, folders, patterns and lists of them, and the documents inside archives."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from syllabus_parse.batch.archives import READERS, is_archive, read_list
from syllabus_parse.batch.worker import Document

# What a folder holds beside documents: files that begin with a dot, and the folders of programs.
PASSED_OVER: Final = (".", "__pycache__", "node_modules")


def find_documents(
    inputs: Sequence[str], *, lists: Sequence[str] = (), fields: Sequence[str] = (), leave: str | None = None
) -> Iterator[Document]:
    """Yield the documents of inputs, in an order that is always the same: as given, a folder's files by their names.

    An input is a file, a folder, a pattern like `pages/**/*.md`, or a file of many documents (.jsonl, .parquet, .warc,
    .wet; also compressed). `lists` are files with a path on each line. `fields` are the names of the text's column;
    the folder `leave` is passed over: that is where the output goes. What can't be opened is a document that says so.
    """
    for name in inputs:
        yield from _find(name, fields, leave)
    for name in lists:
        for item in read_list(name):
            if isinstance(item, Document):
                yield item
            else:
                yield from _find(item, fields, leave)


def count_documents(inputs: Sequence[str], *, lists: Sequence[str] = (), leave: str | None = None) -> int | None:
    """Return how many documents there are; None where an archive or a list would have to be read to know it."""
    total = 0
    if lists:
        return None
    for name in inputs:
        if is_archive(name) or glob.has_magic(name):
            return None
        for path in _walk(name, leave) if os.path.isdir(name) else (name,):
            if is_archive(path):
                return None
            total += 1
    return total


def _find(name: str, fields: Sequence[str], leave: str | None) -> Iterator[Document]:
    if os.path.isdir(name):
        yield from _open_all(_walk(name, leave), fields)
    elif os.path.lexists(name) or not glob.has_magic(name):
        yield from _open(name, fields)
    else:
        found = sorted(path for path in glob.iglob(name, recursive=True) if os.path.isfile(path))
        if not found:
            yield Document(name, problem="no file has a name of this pattern")
        yield from _open_all(found, fields)


def _open_all(paths: Iterable[str], fields: Sequence[str]) -> Iterator[Document]:
    for path in paths:
        yield from _open(path, fields)


def _walk(folder: str, leave: str | None) -> Iterator[str]:
    """Yield the files of a folder and those below it; links to folders are not followed, so that it ends."""
    left = os.path.realpath(leave) if leave is not None else None
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(PASSED_OVER) and os.path.realpath(Path(base, name)) != left
        )
        for name in sorted(files):
            path = os.path.join(base, name)
            # A pipe would be waited for, a device has no end.
            if not name.startswith(PASSED_OVER[0]) and os.path.isfile(path):
                yield path


def _open(path: str, fields: Sequence[str]) -> Iterator[Document]:
    # A file's name may be bytes that are no text; the name in the record is text all the same.
    name = os.fsencode(path).decode("utf-8", "replace")
    for suffixes, read in READERS:
        if path.lower().endswith(suffixes):
            try:
                yield from read(path, name, fields)
            except OSError as fault:
                yield Document(name, problem=fault.strerror or str(fault))
            return
    yield Document(name, path=path)
