"""Headings, lists and paragraphs to sessions and works: what holds from block to block."""
