"""Turns course schedules and reading lists into one typed, normalized model."""
