"""Turns course schedules and reading lists into one typed, normalized model.

>>> import syllabus_parse
>>> syllabus_parse.parse("").sessions
()
"""

from __future__ import annotations

from importlib import import_module

# Type checkers take this name for true wherever it comes from; `typing` would be most of the cost of this import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from syllabus_parse._dialects import (
        parse_data,
        parse_date_list,
        parse_html,
        parse_jekyll,
        parse_org,
        parse_pipe_table,
        parse_row_dump,
        parse_rst,
        parse_tex,
        parse_venue_list,
    )
    from syllabus_parse._parse import detect, parse, parse_file
    from syllabus_parse.batch.many import parse_many, parse_many_async
    from syllabus_parse.changes import Change, Changes, FieldChange, diff
    from syllabus_parse.diagnostics import (
        Diagnostic,
        DiagnosticError,
        DiagnosticsError,
        InputTypeError,
        MissingExtraError,
        PluginError,
        RecordError,
        SyllabusError,
        UnknownDialectError,
    )
    from syllabus_parse.fact_view import facts
    from syllabus_parse.limits import Limits
    from syllabus_parse.model import (
        Assignment,
        Course,
        Link,
        Origin,
        Person,
        Reading,
        Session,
        Syllabus,
        Venue,
    )
    from syllabus_parse.normalize.dates import When, parse_date, parse_when
    from syllabus_parse.normalize.years import infer_years
    from syllabus_parse.paths import PathError
    from syllabus_parse.readers.reader import Guess
    from syllabus_parse.rendering import EXPRESSIBLE, Layout, expressible, render
    from syllabus_parse.schema import record_schema
    from syllabus_parse.serialize import from_dict, to_dict
    from syllabus_parse.source import Span
    from syllabus_parse.trace import Trace

__version__ = "0.1.0"

__all__ = [
    "EXPRESSIBLE",
    "Assignment",
    "Change",
    "Changes",
    "Course",
    "Diagnostic",
    "DiagnosticError",
    "DiagnosticsError",
    "FieldChange",
    "Guess",
    "InputTypeError",
    "Layout",
    "Limits",
    "Link",
    "MissingExtraError",
    "Origin",
    "PathError",
    "Person",
    "PluginError",
    "Reading",
    "RecordError",
    "Session",
    "Span",
    "Syllabus",
    "SyllabusError",
    "Trace",
    "UnknownDialectError",
    "Venue",
    "When",
    "__version__",
    "detect",
    "diff",
    "expressible",
    "facts",
    "from_dict",
    "infer_years",
    "parse",
    "parse_data",
    "parse_date",
    "parse_date_list",
    "parse_file",
    "parse_html",
    "parse_jekyll",
    "parse_many",
    "parse_many_async",
    "parse_org",
    "parse_pipe_table",
    "parse_row_dump",
    "parse_rst",
    "parse_tex",
    "parse_venue_list",
    "parse_when",
    "record_schema",
    "render",
    "to_dict",
]

# Each public name and the module it comes from. A module is imported when a name of it is first asked for:
# `import syllabus_parse` costs next to nothing, and a program that only reads records never loads a reader.
_HOMES: Final = {
    "_dialects": (
        "parse_data", "parse_date_list", "parse_html", "parse_jekyll", "parse_org", "parse_pipe_table",
        "parse_row_dump", "parse_rst", "parse_tex", "parse_venue_list",
    ),
    "_parse": ("detect", "parse", "parse_file"),
    "batch.many": ("parse_many", "parse_many_async"),
    "changes": ("Change", "Changes", "FieldChange", "diff"),
    "diagnostics": (
        "Diagnostic", "DiagnosticError", "DiagnosticsError", "InputTypeError", "MissingExtraError", "PluginError",
        "RecordError", "SyllabusError", "UnknownDialectError",
    ),
    "fact_view": ("facts",),
    "limits": ("Limits",),
    "model": ("Assignment", "Course", "Link", "Origin", "Person", "Reading", "Session", "Syllabus", "Venue"),
    "normalize.dates": ("When", "parse_date", "parse_when"),
    "normalize.years": ("infer_years",),
    "paths": ("PathError",),
    "readers.reader": ("Guess",),
    "rendering": ("EXPRESSIBLE", "Layout", "expressible", "render"),
    "schema": ("record_schema",),
    "serialize": ("from_dict", "to_dict"),
    "source": ("Span",),
    "trace": ("Trace",),
}  # fmt: skip
_MODULES: Final = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
