"""`syllabus-parse batch IN… -o OUT`: any number of documents into one folder."""

from __future__ import annotations

import sys

from syllabus_parse.cli.options import check_known, make_parser, read_year
from syllabus_parse.cli.streams import PARSED, UNREADABLE, WrongCallError, complain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from syllabus_parse.batch.run import Summary

EPILOG: Final = """\
IN is a file, a folder, a pattern like 'pages/**/*.md', or a file of many documents: JSON Lines (.jsonl), Parquet,
WARC and WET; each also compressed as its kind is. OUT is a folder: records.jsonl has a record a line in the order of
the inputs, summary.json what was counted, report.html the same with charts.

Run again after an interrupt, however it came, the same call goes on where it was. One bad document never stops the
rest: its diagnostics are its record.

exit status: 0 all were parsed, 1 some have an error, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Parse a batch; return the exit status."""
    parser = make_parser("batch", "Parse any number of documents into one folder.", epilog=EPILOG)
    parser.add_argument("inputs", nargs="*", metavar="IN", help="a file, folder, pattern or archive")
    parser.add_argument("-o", "--output", metavar="OUT", help="the folder to write into")
    parser.add_argument("--list", action="append", default=[], metavar="FILE", help="a file with a path on each line")
    parser.add_argument("--field", action="append", default=[], metavar="NAME", help="the column of the text")
    parser.add_argument(
        "--also", action="append", default=[], metavar="FORMAT", help="write this format too: parquet, or any other"
    )
    parser.add_argument("--each", action="store_true", help="write every record into a file of its own too")
    parser.add_argument(
        "--works", action="store_true", help="count which works are assigned: works.csv, and in the report"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="processes; as many as processors unless given")
    parser.add_argument("--timeout", type=float, metavar="S", help="seconds for one document, 60 unless given; 0: any")
    parser.add_argument("--dialect", metavar="NAME", help="read as this dialect instead of guessing")
    parser.add_argument("--year", type=read_year, metavar="Y", help="the year the courses start in")
    given = parser.parse_args(words)
    if not given.inputs and not given.list:
        raise WrongCallError("no IN was given")
    if given.output is None:
        raise WrongCallError("no OUT was given; name a folder with -o")
    check_known(given)

    from syllabus_parse.batch.inputs import count_documents
    from syllabus_parse.batch.pool import BatchError
    from syllabus_parse.batch.progress import show_progress
    from syllabus_parse.batch.run import SECONDS, run_batch
    from syllabus_parse.diagnostics import InputTypeError, MissingExtraError, PluginError

    seconds = SECONDS if given.timeout is None else given.timeout or None
    try:
        total = count_documents(given.inputs, lists=given.list, leave=given.output)
        with show_progress(total=total) as watch:
            summary = run_batch(
                given.inputs, given.output, lists=given.list, fields=given.field, also=given.also, each=given.each,
                works=given.works, dialect=given.dialect, year=given.year, processes=given.jobs, seconds=seconds,
                watch=watch,
            )  # fmt: skip
    except (InputTypeError, MissingExtraError, PluginError) as fault:
        raise WrongCallError(str(fault)) from fault
    except BatchError as fault:
        complain(str(fault))
        return UNREADABLE
    except OSError as fault:
        raise WrongCallError(f"cannot write {given.output}: {fault.strerror}") from fault
    print(describe_summary(summary), file=sys.stderr)
    return UNREADABLE if summary.tally.totals["documents with an error"] else PARSED


def describe_summary(summary: Summary) -> str:
    """Say in a few lines what a batch came to."""
    totals = summary.tally.totals
    now = summary.documents - summary.resumed
    rate = f", {now / summary.seconds:.0f}/s" if now and summary.seconds else ""
    before = f" ({summary.resumed} of them before)" if summary.resumed else ""
    lines = [
        f"{summary.documents} documents{before} in {summary.seconds:.1f} s{rate}",
        f"{totals['sessions']} sessions, {totals['readings']} readings",
        *(
            f"{totals[name]} {name}"
            for name in (
                "documents with an error",
                "documents with a warning",
                "documents without sessions and readings",
            )
            if totals[name]
        ),
        f"report: {summary.folder / 'report.html'}",
    ]
    return "\n".join(lines)
