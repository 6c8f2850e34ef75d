"""Ray Data: `parse_dataset` maps a dataset of documents to one of records.

Needs the extra `ray`: `pip install syllabus_parse[ray]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus_parse.engines.table import parse_batch

if TYPE_CHECKING:
    from ray.data import Dataset


def parse_dataset(dataset: Dataset, *, text: str | None = None, batch_size: int = 256) -> Dataset:
    """Return the dataset of records of a dataset of documents; see `parse_batch` for the columns of both.

    It is lazy as all of Ray Data is: nothing is parsed before the result is asked for.
    """
    return dataset.map_batches(
        parse_batch, batch_format="pyarrow", batch_size=batch_size, zero_copy_batch=True, fn_kwargs={"text": text}
    )
