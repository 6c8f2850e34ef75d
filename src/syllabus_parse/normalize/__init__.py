"""Strings to values: pure, idempotent functions that are of use alone."""
