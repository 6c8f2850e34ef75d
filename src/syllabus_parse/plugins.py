"""Dialects and formats that other packages bring, by the entry points that they declare."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Final

from syllabus_parse.diagnostics import PluginError
from syllabus_parse.readers import READERS
from syllabus_parse.readers.reader import Reader
from syllabus_parse.writers import WRITERS, Writer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

READER_GROUP: Final = "syllabus_parse.readers"
"""Each entry point names a `Reader`; its name is the dialect."""

WRITER_GROUP: Final = "syllabus_parse.writers"
"""Each entry point names a function that takes a `Syllabus` and returns text; its name is the format."""


@lru_cache(maxsize=1)
def list_readers() -> tuple[Reader, ...]:
    """Return all readers: this package's own, in their order, then those of other packages by name.

    Raises `PluginError` for one that can't be loaded, is no `Reader`, or takes the name of another.

    >>> [reader.dialect for reader in list_readers()][:2]
    ['pipe_table', 'row_dump']
    """
    readers = {reader.dialect: reader for reader in READERS}
    for point in _find_points(READER_GROUP):
        reader = _load(point)
        if not isinstance(reader, Reader) or reader.dialect != point.name:
            raise PluginError(f"{_name(point)} is no Reader of the dialect {point.name!r}")
        if point.name in readers:
            raise PluginError(f"{_name(point)}: there is a reader of the dialect {point.name!r} already")
        readers[point.name] = reader
    return tuple(readers.values())


@lru_cache(maxsize=1)
def list_writers() -> tuple[Writer, ...]:
    """Return all writers: this package's own, in their order, then those of other packages by name.

    Those of other packages are loaded when they are asked for. Raises `PluginError` for one that takes the name of
    another.

    >>> [writer.name for writer in list_writers()][:2]
    ['json', 'table']
    """
    writers = {writer.name: writer for writer in WRITERS}
    for point in _find_points(WRITER_GROUP):
        if point.name in writers:
            raise PluginError(f"{_name(point)}: there is a writer of the format {point.name!r} already")
        says = f"brought by {point.dist.name}" if point.dist else "brought by another package"
        writers[point.name] = Writer(point.name, f"{point.module}:{point.attr}", "one", says, package="")
    return tuple(writers.values())


def _find_points(group: str) -> list[EntryPoint]:
    if not _may_have_plugins():
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 - it loads a mail parser and a socket

    return sorted(entry_points(group=group), key=lambda point: point.name)


@lru_cache(maxsize=1)
def _may_have_plugins() -> bool:
    """Tell whether an installed package may declare a plugin, by a look for the groups' names in what they declare.

    `importlib.metadata` takes a tenth of the time of a first parse. It is asked where a package may be installed in a
    way that only it knows: in an archive, or where somebody put a finder of packages of their own.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    groups = [f"[{group}]".encode() for group in (READER_GROUP, WRITER_GROUP)]
    try:
        for folder in map(Path, dict.fromkeys(sys.path)):
            if folder.is_file() or folder.suffix == ".egg":
                return True
            for found in folder.glob("*.*-info/entry_points.txt"):
                declared = found.read_bytes()
                if any(group in declared for group in groups):
                    return True
    except OSError:
        return True
    return False


def _load(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as fault:
        raise PluginError(f"{_name(point)} can't be loaded: {type(fault).__name__}: {fault}") from fault


def _name(point: EntryPoint) -> str:
    return f"plugin {point.value!r}" + (f" of {point.dist.name}" if point.dist else "")
