"""Source to `Document`: one file a dialect."""
