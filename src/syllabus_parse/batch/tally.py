"""What is counted of many records, for the summary and the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

import attrs

# Names of which a crawl has any number; of each table the most frequent are kept, so that memory stays bounded.
MOST: Final = 20_000


@attrs.frozen
class Tally:
    """Counts over documents; two are added by `add_tally`."""

    totals: Counter[str] = attrs.field(factory=Counter)
    dialects: Counter[str] = attrs.field(factory=Counter)
    years: Counter[str] = attrs.field(factory=Counter)
    venues: Counter[str] = attrs.field(factory=Counter)
    codes: Counter[str] = attrs.field(factory=Counter)

    def to_dict(self) -> dict[str, dict[str, int]]:
        """Return the counts as plain values, the most frequent first."""
        return {
            name: dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
            for name, counts in attrs.asdict(self, recurse=False).items()
        }


def tally_record(record: Mapping[str, object], tally: Tally) -> None:
    """Count one record: documents, sessions, readings; dialects, years of the sessions, venues, diagnostics by code."""
    totals = tally.totals
    sessions, readings = _list(record, "sessions"), list(_list(record, "readings"))
    for session in sessions:
        readings += _list(session, "readings")
        date = session.get("date")
        tally.years[str(date)[:4] if date else "no date"] += 1
    for reading in readings:
        venue = reading.get("venue")
        if isinstance(venue, Mapping):
            tally.venues[str(venue.get("name"))] += 1
    source = record.get("source")
    tally.dialects[str(source.get("dialect")) if isinstance(source, Mapping) else "unknown"] += 1
    said = _list(record, "diagnostics")
    for one in said:
        tally.codes[str(one.get("code"))] += 1
    totals["documents"] += 1
    totals["sessions"] += len(sessions)
    totals["readings"] += len(readings)
    totals["dated sessions"] += sum(1 for session in sessions if session.get("date"))
    totals["documents with an error"] += any(one.get("severity") == "error" for one in said)
    totals["documents with a warning"] += any(one.get("severity") == "warning" for one in said)
    totals["documents without sessions and readings"] += not sessions and not readings


def add_tally(tally: Tally, more: Tally) -> None:
    """Add the counts of one to the other."""
    for name, counts in attrs.asdict(more, recurse=False).items():
        mine: Counter[str] = getattr(tally, name)
        mine.update(counts)
        if len(mine) > 2 * MOST:
            kept = mine.most_common(MOST)
            mine.clear()
            mine.update(dict(kept))


def _list(record: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    value = record.get(key)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
