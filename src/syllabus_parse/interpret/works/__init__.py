"""Entries to works: which lines are works, and which lines belong together."""
