"""Many documents: from folders, lists and archives, in several processes, into one file that survives an interrupt."""

from __future__ import annotations
