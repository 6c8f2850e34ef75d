"""The rules of dates: what a day looks like, in order.

Patterns are written over the letters of `date_tokens`. Five signs of our own make them short:
`_` blanks that may be missing · `~` nothing glued on · `%` further days behind a named month ("& 10", "-5", "/7"),
`§` the same before one, `¤` the same behind two numbers (no slash: 5/6/7 is no date).
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import attrs

Mode: TypeAlias = Literal["whole", "running", "lead"]
Reading: TypeAlias = Literal["stated", "either", "day first", "month first"]


@attrs.frozen(eq=False)
class Rule:
    """One way to write a day: `y`, `m` and `d` are the groups of its year, its month, and its day or days.

    Rules with the same `opening` are neighbours: where it isn't there, none of them is tried. `reading` says how two
    numbers are read; `only_whole` keeps a rule to texts that are a date and nothing else.
    """

    name: str
    sample: str
    opening: str
    pattern: str
    reading: Reading = "stated"
    only_whole: bool = False


DATE_RULES: Final[tuple[Rule, ...]] = (
    Rule("year first, numbers", "2021-03-04", "Y", r"(?P<y>Y)_[-/.]_(?P<m>D)_[-/.]_(?P<d>D¤)~\.?"),
    Rule(
        "year first, month named", "2020年3月7日", "Y",
        r"(?P<y>Y)(?:_,?_|[-/.])(?P<m>[MA])(?:_|[-/.])(?P<d>[DO]%)~",
    ),
    Rule(
        "day first, month named", "28/30 Aug 2020", "[DO]",
        r"(?P<d>[DO]\.?§)(?:_p_'?_|[-/.]|_)(?P<m>[MA])\.?(?!_[DO](?! ?[-:]|\.?_k|\.D)|T)"
        r"(?:(?:_,?_(?:p_)?|[-/])(?P<y>Y|y)~|(?:-|(?<=/M)/(?!D_[MA]))(?P<z>D)~)?",
    ),
    Rule(
        "month named, day behind", "Oct 3-5, 2020", "[MA]",
        r"(?P<m>[MA])(?:_\.?_|[-/])(?:x_)?(?P<d>[DO]%)~(?:(?:_,?_(?:p_)?|[-/])(?P<y>Y|y)~)?",
    ),
    Rule("dots and a year", "15.10.2019", r"D\.", r"(?P<d>D)\._(?P<m>D)\._(?P<y>Y|y|D)~", "day first"),
    Rule("days of a dotted month", "3.16/18", r"D\.", r"(?P<m>D)\.(?P<d>D(?:/D~(?!\.D)){1,4})", "month first"),
    Rule(
        "days before a dotted month", "3.-5.4.", r"D\.",
        r"(?P<d>D\.(?:_[-/&t]_D\.){1,4})_(?P<m>D)\.(?:_(?P<y>Y|y)~)?", "day first",
    ),
    Rule("dots", "28.09.", r"D\.", r"(?P<d>D)\. ?(?P<m>D)~\.?", "day first"),
    Rule("slashes and a year", "12/21/2017", "D_/", r"(?P<m>D)_/_(?P<d>D)_/_(?P<y>Y|y|D)~", "either"),
    Rule("numbers", "9/4", "D_/", r"(?P<m>D)_/_(?P<d>D¤)~", "either"),
    Rule("hyphens and a year", "12-21-2017", "D_[-t&]", r"(?P<m>D)-(?P<d>D)-(?P<y>Y|D)~", "either"),
    Rule(
        "days before a month and a year", "15 a 21/12/2021", "D_[-t&]",
        r"(?P<d>D(?:_(?:-{1,2}|t|&)_D){1,4})[/.](?P<m>D)[/.](?P<y>Y|y)~", "day first",
    ),
    Rule(
        "days before a month", "15-21/12", "D_[-t&]", r"(?P<d>D(?:_(?:-{1,2}|t|&)_D){1,4})/(?P<m>D)~", "day first",
        only_whole=True,
    ),
    Rule("hyphen", "09-04", "D_[-t&]", r"(?P<m>D)-(?P<d>D)~", "either", only_whole=True),
    Rule("run together", "20200904", "N", r"(?P<d>N)", only_whole=True),
)  # fmt: skip
