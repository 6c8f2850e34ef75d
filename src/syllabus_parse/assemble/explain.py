"""How the values of one session, reading or assignment were made, where the words at their place don't state them."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus_parse.assemble.evidence import YearReasons
from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawAssignment, RawReading, RawSession
from syllabus_parse.model import Inferred, Link
from syllabus_parse.normalize.identifiers import find_identifiers
from syllabus_parse.rules import apply_rule

ABOVE = (apply_rule("above"),)
LINK = (apply_rule("link"),)
UNMARKED = (apply_rule("title and people", "parted without a mark"),)
TOGETHER = (apply_rule("names", "typed together"),)
HELD = {"times": ("start_time", "end_time")}
"""Fields that words above tell together."""


def explain_session(raw: RawSession, reasons: YearReasons, *, dated: bool) -> Inferred:
    """Tell how a session's day was made, and what words above tell of it."""
    rules: dict[str, tuple[str, ...]] = {}
    when = raw.when
    if dated and when is not None:
        made = reasons.explain(when)
        if raw.day_offset:
            made = (*made, apply_rule("day", f"{_count_days(raw.day_offset)} the one named"))
        if made:
            rules["date"] = made
            if when.end_day is not None:
                rules["end_date"] = made
    for name in sorted(raw.above):
        if name != "week" or raw.week is not None:
            rules |= dict.fromkeys(HELD.get(name, (name,)), ABOVE)
    return rules


def _count_days(offset: int) -> str:
    days = "1 day" if abs(offset) == 1 else f"{abs(offset)} days"
    return f"{days} {'after' if offset > 0 else 'before'}"


def explain_reading(raw: RawReading, links: Iterable[Link], *, year_from: Link | None) -> Inferred:
    """Tell how a reading's title, people, venue, year and identifiers were made."""
    rules: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(raw.above), ABOVE)
    if any(problem.code == "SP502" for problem in raw.problems):
        rules["title"] = rules["authors"] = UNMARKED
    if raw.parted:
        rules["authors"] = (*rules.get("authors", ()), *TOGETHER)
    if raw.venue is not None and raw.venue.tag and "venue" not in rules:
        rules["venue"] = (apply_rule("tag", _quote(raw.venue.text)),)
    if year_from is not None:
        rules["year"] = LINK
    for link in links:
        for key in find_identifiers(link.url) if link.url else ():
            rules[f"identifiers.{key}"] = LINK
    return rules


def explain_assignment(raw: RawAssignment, reasons: YearReasons, *, own_date: bool, dated: bool) -> Inferred:
    """Tell how the day of an assignment was made."""
    if own_date and raw.when is not None:
        made = reasons.explain(raw.when)
        return {"date": made} if made else {}
    if not dated:
        return {}
    return {"date": (apply_rule("day", "that weekday of the week") if raw.weekday is not None else SESSIONS_DAY,)}


SESSIONS_DAY = apply_rule("session's day")


def _quote(text: Text) -> str:
    return " ".join(text.plain.split())[:80]
