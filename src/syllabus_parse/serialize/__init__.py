"""The model as plain values and back: the JSON form that `docs/record.md` describes.

Serialization lives here and nowhere in the model. The dictionaries are written out by hand: that is the fastest way
there is, and the order of the keys is the one that people read.
"""

from __future__ import annotations

from syllabus_parse.serialize.from_record import from_dict
from syllabus_parse.serialize.to_record import SCHEMA_VERSION, to_dict

__all__ = ["SCHEMA_VERSION", "from_dict", "to_dict"]
