"""The grammar of dates: what a day looks like (DATE_RULES, in order), and what may stand around it.

Patterns are written over the letters of `date_tokens`. Five signs of our own make them short:
`_` blanks that may be missing · `~` nothing glued on · `%` further days behind a named month ("& 10", "-5", "/7"),
`§` the same before one, `¤` the same behind two numbers (no slash: 5/6/7 is no date).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

import attrs

Mode: TypeAlias = Literal["whole", "running", "lead"]
Reading: TypeAlias = Literal["stated", "either", "day first", "month first"]


@attrs.frozen(eq=False)
class Rule:
    """One way to write a day: `y`, `m` and `d` are the groups of its year, its month, and its day or days.

    `reading` says how two numbers are read; `only_whole` keeps a rule to texts that are a date and nothing else.
    """

    name: str
    sample: str
    pattern: str
    reading: Reading = "stated"
    only_whole: bool = False


DATE_RULES: Final[tuple[Rule, ...]] = (
    Rule("year first, numbers", "2021-03-04", r"(?P<y>Y)_[-/.]_(?P<m>D)_[-/.]_(?P<d>D¤)~\.?"),
    Rule("year first, month named", "2020年3月7日", r"(?P<y>Y)(?:_,?_|[-/.])(?P<m>[MA])(?:_|[-/.])(?P<d>[DO]%)~"),
    Rule(
        "day first, month named", "28/30 Aug 2020",
        r"(?P<d>[DO]\.?§)(?:_p_'?_|[-/.]|_)(?P<m>[MA])\.?(?!_[DO](?! ?[-:]|\.?_k)|T)"
        r"(?:(?:_,?_(?:p_)?|[-/])(?P<y>Y|y)~|-(?P<z>D)~)?",
    ),
    Rule(
        "month named, day behind", "Oct 3-5, 2020",
        r"(?P<m>[MA])(?:_\.?_|[-/])(?:x_)?(?P<d>[DO]%)~(?:(?:_,?_(?:p_)?|[-/])(?P<y>Y|y)~)?",
    ),
    Rule("dots and a year", "15.10.2019", r"(?P<d>D)\._(?P<m>D)\._(?P<y>Y|y|D)~", "day first"),
    Rule("slashes and a year", "12/21/2017", r"(?P<m>D)_/_(?P<d>D)_/_(?P<y>Y|y|D)~", "either"),
    Rule("hyphens and a year", "12-21-2017", r"(?P<m>D)-(?P<d>D)-(?P<y>Y|D)~", "either"),
    Rule("days of a dotted month", "3.16/18", r"(?P<m>D)\.(?P<d>D(?:/D~(?!\.D)){1,4})", "month first"),
    Rule(
        "days before a dotted month", "3.-5.4.",
        r"(?P<d>D\.(?:_[-/&t]_D\.){1,4})_(?P<m>D)\.(?:_(?P<y>Y|y)~)?", "day first",
    ),
    Rule(
        "days before a month and a year", "15 a 21/12/2021",
        r"(?P<d>D(?:_(?:-{1,2}|t|&)_D){1,4})[/.](?P<m>D)[/.](?P<y>Y|y)~", "day first",
    ),
    Rule(
        "days before a month", "15-21/12", r"(?P<d>D(?:_(?:-{1,2}|t|&)_D){1,4})/(?P<m>D)~", "day first",
        only_whole=True,
    ),
    Rule("numbers", "9/4", r"(?P<m>D)_/_(?P<d>D¤)~", "either"),
    Rule("dots", "28.09.", r"(?P<d>D)\. ?(?P<m>D)~\.?", "day first"),
    Rule("hyphen", "09-04", r"(?P<m>D)-(?P<d>D)~", "either", only_whole=True),
    Rule("run together", "20200904", r"(?P<d>N)", only_whole=True),
)  # fmt: skip

BLANK: Final = " {0,5}"
GLUED: Final = "(?![DNOYyabMAkKcuxpt]|'[ab])"
# A number is no further day where it begins something else ("Oct 3 - 4 Nov", "Oct 3, 9-11am").
NOT_NEXT: Final = r"(?!_[/.]_D|_(?:p_)?[MA]|_-{1,2}_T|_t_T|_T)"
FURTHER: Final = rf"(?:[Ww]\.?,?_)?[DO]~{NOT_NEXT}\.?"
# e.g. 28/30 Aug · du 3 au 7 mars · 23. bis 27. Dezember; the month behind tells that it is a day
FURTHER_BEFORE_MONTH: Final = r"(?:_(?:-{1,3}|t_(?:x_)?|/|&|,_&?)_(?:[Ww]\.?,?_)?[DO]\.?){0,9}"
# e.g. Oct 3-5 · Oct 3, 10 & 17 · 3. bis 5. April
MORE_IN_CELL: Final = rf"(?:_(?:-{{1,3}}|t_(?:x_)?|/|&|[,;]_&?)_{FURTHER}){{0,9}}"
# e.g. Oct 3-5 · Oct 3 & 10; but "3/28 - 5 Reasons" and "Oct 3, 5 students" go no further than the first day.
MORE_IN_TEXT: Final = (
    rf"(?:(?:-{{1,3}}|/){FURTHER}|_(?:-{{1,3}}|t_(?:x_)?)_{FURTHER}(?! {{1,3}}[abcuV])"
    rf"|_&_{FURTHER}(?! {{1,3}}[acuV])){{0,9}}"
)
TIME: Final = r"(?:[DT]_(?:-{1,2}|t)_(?:x_)?)?T(?:_[(]?_Z_[)]?)?"
WEEK: Final = r"K|k\.?_\#?_[DO](?!_[/&]|_-_D)|[DO]\.?_k"
LEADING_WEEK: Final = r"|[DO](?=_:)"
NO_DATE_NEXT: Final = r"(?!T|_[.,]?_(?:[DO](?!_-_T)|M))"
WEEKDAY: Final = r"(?:[WwA](?:_[-/&t]_[WwA])?|V)"


def _frame(mode: Mode, body: str) -> str:
    """Put around the days what may stand beside them: week, time and weekday, before and behind."""
    week = WEEK if mode == "running" else WEEK + LEADING_WEEK
    if mode == "whole":
        weekday = rf"(?:_[,-]?_(?P<day2>{WEEKDAY})\.?{NO_DATE_NEXT})?"  # 9/4 Fri · Aug 30 - Thursday
    else:
        weekday = rf"(?:_,?_(?:\(_(?P<day2>{WEEKDAY})\.?_(?=[),])_\)?|(?P<day3>W){NO_DATE_NEXT}))?"  # 9/4 (Fri)
    return (
        rf"(?=[KkDOTWwAVYMNxp])(?P<core>(?:(?P<week>{week})_[:;,.(|-]?_)?"  # Week 3: · 1: · W3 (
        rf"(?:(?P<time>{TIME})_,?_(?:[xpt]_){{0,2}})?)"  # 5:29pm on
        r"(?:k_(?=[xp]))?(?:[xp]_){0,2}"  # Woche vom · am
        rf"(?P<date>(?:(?P<day>{WEEKDAY})\.?_[,:|(-]?_(?:x_)?)?"  # Montag, den
        rf"(?:{body})){weekday}"
        rf"(?:_(?:[,;:(@|-]_)?(?:[xpt@]_){{0,2}}w?(?P<time2>{TIME})_\)?)?"  # , 15:00-17:00
        rf"(?:_[,:(-]?_(?P<week2>{WEEK})_\)?)?"  # (Week 3)
    )


class Places(NamedTuple):
    """The numbers of a rule's groups in a pattern: the whole rule, its days, its month (0: none) and years."""

    rule: int
    whole: int
    days: int
    month: int
    years: tuple[int, ...]


class Grammar(NamedTuple):
    """Rules compiled to one pattern, and where each of them has its groups."""

    pattern: re.Pattern[str]
    places: tuple[Places, ...]


def _join_bodies(numbers: tuple[int, ...]) -> str:
    bodies = []
    for number in numbers:
        body = re.sub(r"\(\?P<([ymdz])>", rf"(?P<\g<1>{number}>", DATE_RULES[number].pattern)
        bodies.append(f"(?P<r{number}>{body})")
    return "|".join(bodies)


def _compile(pattern: str, mode: Mode) -> re.Pattern[str]:
    more = MORE_IN_CELL if mode == "whole" else MORE_IN_TEXT
    spelled = pattern.replace("§", FURTHER_BEFORE_MONTH).replace("%", more).replace("¤", more.replace("|/", ""))
    return re.compile(spelled.replace("~", GLUED).replace("_", BLANK))


def _make_grammar(mode: Mode, numbers: tuple[int, ...]) -> Grammar:
    pattern = _compile(_frame(mode, _join_bodies(numbers)), mode)
    groups = pattern.groupindex
    places = tuple(
        Places(
            number,
            groups[f"r{number}"],
            groups[f"d{number}"],
            groups.get(f"m{number}", 0),
            tuple(groups[name] for name in (f"y{number}", f"z{number}") if name in groups),
        )
        for number in numbers
    )
    return Grammar(pattern, places)


MODES: Final[tuple[Mode, ...]] = ("whole", "running", "lead")
EVERYWHERE: Final = tuple(number for number, rule in enumerate(DATE_RULES) if not rule.only_whole)
GRAMMARS: Final[Mapping[Mode, Grammar]] = {
    mode: _make_grammar(mode, tuple(range(len(DATE_RULES))) if mode == "whole" else EVERYWHERE) for mode in MODES
}
# The first rules name a month or put the year first; where their days don't exist ("9/4 May Day") others may hold.
FALLBACK_RULES: Final = DATE_RULES[:4]
FALLBACKS: Final[Mapping[Mode, tuple[Grammar, ...]]] = {
    mode: tuple(
        _make_grammar(mode, (number,))
        for number, rule in enumerate(DATE_RULES)
        if rule.name in {"month named, day behind", "numbers", "slashes and a year"}
    )
    for mode in MODES
}
# The days alone, without what may stand beside them: a quick look whether a date may begin here.
CORE: Final = _compile("(?:(?:[WwA][.,]?_)?(?:" + _join_bodies(EVERYWHERE) + "))", "running")
JOINS: Final[Mapping[Mode, re.Pattern[str]]] = {
    "whole": re.compile(" {0,5}(?:-{1,3}|t {0,3}(?:x {0,3})?|/|&|[,;] {0,5}&?| ) {0,5}"),
    "running": re.compile(" {0,3}(?:-{1,3}|t {0,3}(?:x {1,3})?|/|&) {0,3}"),
    "lead": re.compile(" {0,3}(?:-{1,3}|t {0,3}(?:x {1,3})?|/|&) {0,3}"),
}
