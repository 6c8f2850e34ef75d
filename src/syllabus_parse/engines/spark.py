"""Spark: `parse_frame` maps a data frame of documents to one of records.

Needs the extra `spark`: `pip install syllabus_parse[spark]`, and a Java that this Spark runs on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from syllabus_parse.engines.table import parse_batch

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SCHEMA: Final = "name string, dialect string, sessions bigint, readings bigint, codes array<string>, record string"
"""The columns of `RECORDS` in Spark's words."""


def parse_frame(frame: DataFrame, *, text: str | None = None) -> DataFrame:
    """Return the data frame of records of a data frame of documents; see `parse_batch` for the columns of both.

    It is lazy as all of Spark is, and keeps the partitions.
    """

    def parse_partition(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                yield from parse_batch(pa.Table.from_batches([batch]), text=text).to_batches()

    return frame.mapInArrow(parse_partition, SCHEMA)
