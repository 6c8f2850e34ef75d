"""Trees of data (YAML, JSON, front matter) to sessions and works: what their keys mean."""
