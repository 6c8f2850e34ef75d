"""The review page: a document beside what was read from it, as one HTML page that needs nothing else."""

from syllabus_parse.writers.review.page import MAX_CHARS, write_review

__all__ = ["MAX_CHARS", "write_review"]
