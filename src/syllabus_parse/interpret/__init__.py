"""Document to raw records: knows courses, not formats."""
