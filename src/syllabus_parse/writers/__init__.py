"""Syllabus to text: one file a format."""
