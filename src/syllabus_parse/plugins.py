"""Dialects and formats that other packages bring, by the entry points that they declare."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from syllabus_parse.diagnostics import PluginError
from syllabus_parse.readers import READERS
from syllabus_parse.readers.reader import Reader
from syllabus_parse.writers import WRITERS, Writer

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
    return sorted(entry_points(group=group), key=lambda point: point.name)


def _load(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as fault:
        raise PluginError(f"{_name(point)} can't be loaded: {type(fault).__name__}: {fault}") from fault


def _name(point: EntryPoint) -> str:
    return f"plugin {point.value!r}" + (f" of {point.dist.name}" if point.dist else "")
