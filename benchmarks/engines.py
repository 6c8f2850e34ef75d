"""Run the same documents through one process, a process pool, Ray Data and Spark; what comes out must be equal.

    make engines      # installs Ray and Spark into .venv-engines, and runs this with 10,000 documents

Spark needs a Java (on Debian and Ubuntu: apt-get install openjdk-17-jre-headless).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from batch import make_pages
from syllabus_parse.batch.pool import parse_documents
from syllabus_parse.batch.worker import Document
from syllabus_parse.engines import parse_batch

Records = dict[str, str]


def run_single(path: Path) -> tuple[float, Records]:
    """Parse all in this process."""
    return 0.0, read_records(parse_batch(pq.read_table(path)))


def run_pool(path: Path) -> tuple[float, Records]:
    """Parse all in two workers; the first result tells how long the start took."""
    started = time.perf_counter()
    first = 0.0
    records: Records = {}
    rows = pq.read_table(path).to_pylist()
    names = [str(row["id"]) for row in rows]
    documents = (Document(str(row["id"]), row["text"]) for row in rows)
    for run in parse_documents(documents, processes=2, as_lines=True):
        first = first or time.perf_counter() - started
        for line in run.lines:
            records[names[len(records)]] = line.decode().rstrip("\n")
    return first, records


def run_ray(path: Path) -> tuple[float, Records]:
    """Parse all with Ray Data."""
    import ray  # noqa: PLC0415

    from syllabus_parse.engines.ray import parse_dataset  # noqa: PLC0415

    started = time.perf_counter()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    begun = time.perf_counter() - started
    tables = ray.get(parse_dataset(ray.data.read_parquet(str(path))).to_arrow_refs())
    ray.shutdown()
    return begun, read_records(pa.concat_tables(tables))


def run_spark(path: Path) -> tuple[float, Records]:
    """Parse all with Spark."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    from syllabus_parse.engines.spark import parse_frame  # noqa: PLC0415

    started = time.perf_counter()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )  # fmt: skip
    session.sparkContext.setLogLevel("ERROR")
    begun = time.perf_counter() - started
    frame = session.read.parquet(str(path)).repartition(4)
    rows = parse_frame(frame).collect()
    session.stop()
    return begun, {row["name"]: row["record"] for row in rows}


def read_records(table: pa.Table) -> Records:
    """Return the records by the documents' names."""
    return dict(zip(table["name"].to_pylist(), table["record"].to_pylist(), strict=True))


ENGINES: dict[str, Callable[[Path], tuple[float, Records]]] = {
    "one process": run_single, "process pool": run_pool, "Ray Data": run_ray, "Spark": run_spark,
}  # fmt: skip


def main() -> None:
    """Run all, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--only", action="append", choices=list(ENGINES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "in.parquet")
        texts = list(make_pages(given.documents))
        ids = [f"page-{number}" for number in range(len(texts))]
        pq.write_table(pa.table({"id": ids, "text": texts}), path, row_group_size=1000)
        expected: Records | None = None
        for engine, run in ENGINES.items():
            if given.only and engine not in given.only and engine != "one process":
                continue
            started = time.perf_counter()
            begun, records = run(path)
            seconds = time.perf_counter() - started
            expected = expected or records
            same = "the same records" if records == expected else "OTHER RECORDS"
            times = f"started in {begun:5.1f} s, all done in {seconds:6.1f} s"
            print(f"{engine:13} {times}, {len(records)} documents, {same}", flush=True)
            if records != expected or len(records) != given.documents:
                raise SystemExit(1)


if __name__ == "__main__":
    main()
