"""Engines that parse tables of documents: the pure core, and thin adapters for Ray Data and Spark."""

from __future__ import annotations

from syllabus_parse.engines.table import RECORDS, parse_batch

__all__ = ["RECORDS", "parse_batch"]
