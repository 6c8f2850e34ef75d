"""Syllabus to text and files: one file a format, one line here for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias

import attrs

from syllabus_parse.diagnostics import MissingExtraError, PluginError
from syllabus_parse.model import Syllabus
from syllabus_parse.writers.tables import list_syllabi

Shape: TypeAlias = Literal["one", "stream", "text", "bytes", "file", "folder"]


@attrs.frozen
class Writer:
    """One format: its name on the command line, and the function that writes it. Every syllabus can be written.

    `home` is the function as "module:name" below this package: the module is imported when the format is asked for.
    `shape` says how it is called: "one" takes a syllabus and returns text; the others take one or several, and
    "stream" yields text, "text" and "bytes" return it whole, "file" and "folder" take a path behind the syllabi.
    `options` are passed on; `extra` is what to install; `package` is what `home` is below.
    """

    name: str
    home: str
    shape: Shape
    says: str
    extra: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    package: str = __name__

    def load(self) -> Callable[..., Any]:
        """Import and return the function; raise `MissingExtraError` where its library isn't installed.

        Raises `PluginError` for a format of another package that can't be loaded.
        """
        module, _, name = self.home.partition(":")
        if not self.package:
            return _load_plugin(self.name, module, name)
        try:
            function: Callable[..., Any] = getattr(import_module(f"{self.package}.{module}"), name)
        except ModuleNotFoundError as fault:
            raise MissingExtraError(self.name, self.extra, fault.name or "") from fault
        return function

    def write(self, syllabi: Syllabus | Iterable[Syllabus], **options: object) -> Iterator[str | bytes]:
        """Yield what the format makes of one syllabus or several, by pieces; not for files and folders."""
        function = self.load()
        if self.shape == "one":
            for syllabus in list_syllabi(syllabi):
                yield f"{function(syllabus).rstrip()}\n"
        elif self.shape == "stream":
            yield from function(syllabi, **dict(self.options), **options)
        else:
            yield function(syllabi, **dict(self.options), **options)


def _load_plugin(format_: str, module: str, name: str) -> Callable[..., Any]:
    try:
        function: Callable[..., Any] = getattr(import_module(module), name)
    except Exception as fault:
        says = f"{type(fault).__name__}: {fault}"
        raise PluginError(f"the format {format_!r} of {module!r} can't be loaded: {says}") from fault
    return function


WRITERS: Final[tuple[Writer, ...]] = (
    Writer("json", "json:write_json", "one", "the record; of several documents as jsonl"),
    Writer("table", "table:write_table", "one", "a table for the terminal"),
    Writer("jsonl", "json:write_json_lines", "stream", "JSON Lines, a record a line"),
    Writer("sessions.csv", "csv_tables:write_csv", "stream", "CSV, a session a row", None, (("table", "sessions"),)),
    Writer("readings.csv", "csv_tables:write_csv", "stream", "CSV, a reading a row", None, (("table", "readings"),)),
    Writer("documents.csv", "csv_tables:write_csv", "stream", "CSV, a document a row", None, (("table", "documents"),)),
    Writer("markdown", "markdown:write_markdown", "stream", "a page in Markdown"),
    Writer("bibtex", "bibtex:write_bibtex", "stream", "the readings for LaTeX"),
    Writer("ris", "ris:write_ris", "stream", "the readings for reference managers"),
    Writer("csl", "csl:write_csl", "stream", "the readings for citation processors, CSL-JSON"),
    Writer("ics", "ics:write_ics", "bytes", "sessions and deadlines for calendars, iCalendar", "ics"),
    Writer("jsonld", "jsonld:write_jsonld", "text", "schema.org's Course as JSON-LD"),
    Writer("csv", "csv_tables:write_csv_folder", "folder", "the three tables as CSV"),
    Writer("parquet", "arrow:write_parquet", "folder", "the three tables as Parquet", "arrow"),
    Writer("sqlite", "databases:write_sqlite", "file", "the three tables as a SQLite file"),
    Writer("duckdb", "databases:write_duckdb", "file", "the three tables as a DuckDB file", "duckdb"),
)


def find_writer(name: str) -> Writer | None:
    """Return the writer of a format; None for a name that none has."""
    return next((writer for writer in WRITERS if writer.name == name), None)
