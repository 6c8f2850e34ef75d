"""Keys that head what is behind them: {"9/3": {…}}, {"Week 2": {…}}, {"Transport": [works]}."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.data.days import Inherited, read_day
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.data.lists import Kind
from syllabus_parse.interpret.data.mapping_kinds import WEEKDAY
from syllabus_parse.interpret.words import (
    SESSION_LABEL,
    is_page_part,
    requirement_group,
    session_label_kind,
    title_kind,
)
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.regex import lazy_regex

YEAR_KEY: Final = lazy_regex(r"(?:19|20)\d\d")
PLURAL: Final = lazy_regex(r"[a-z][a-z_]{2,30}s")


def enter_key(inherited: Inherited, key: Text, kind_of_list: Kind = "open") -> Inherited:
    """Take what a key says of all that is behind it: a day, a week, a number, or the name of a section."""
    words = key.plain.strip()
    if WEEKDAY.fullmatch(words):
        return inherited
    if YEAR_KEY.fullmatch(words) and kind_of_list != "sessions":
        return attrs.evolve(inherited, year=key)  # {2019: [works]}
    if parse_whens(words):
        return attrs.evolve(inherited, whens=tuple(read_day(key)))
    week = parse_week(words.replace("_", " ").replace("-", " "))
    if week is not None:
        return attrs.evolve(inherited, week=week, week_text=key)
    label = SESSION_LABEL.fullmatch(words.replace("_", " "))
    if label and label["number"]:
        start = words.rfind(label["number"])
        return attrs.evolve(inherited, number=key.slice(start, start + len(label["number"])))
    kind = title_kind(words.replace("_", " ").removesuffix("s"))
    kind = kind if kind == "holiday" else session_label_kind(words.replace("_", " "))
    if kind is not None:
        return attrs.evolve(inherited, kind=kind)
    meant = read_key(words)
    if meant.role not in ("unknown", "section") or is_page_part(words.replace("_", " ")) or requirement_group(words):
        return inherited
    if re.fullmatch(
        r"(?:(?:fall|spring|summer|winter|autumn)[ _-]?(?:19|20)?\d\d|(?:19|20)\d\d.{0,8})", words, re.IGNORECASE
    ):
        return inherited  # a term or a year is no section
    if PLURAL.fullmatch(words) and kind_of_list == "sessions":
        return inherited  # "precepts:" says what the entries are, not what they are about
    return attrs.evolve(inherited, section=(*inherited.section, key))
