"""The course itself: its name, code, school and the clues to its term."""
