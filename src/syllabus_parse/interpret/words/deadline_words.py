"""The words of homework: what is due, what is handed out, and the lines that speak of nothing else."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words.title_kinds import title_kind
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.regex import lazy_regex

EDGES: Final = " \t\n\r\u2028\u00a0,;:.()[]*_–—-"
DUE: Final = lazy_regex(
    r"[\s(\[,;:.*–—-]*\b(?:(?:is|are|will be)\s+)?(?:due|deadline|extended (?:to|until)|moved to|postponed to"
    r"|abgabe(?:frist)?|à rendre|entrega|fällig)\b"
    r"(?:\s*(?:date|on|by|at|before|am|bis|le|el|d[aeo]s?|del|de la)\b)?\s*[:：]?\s*"
    r"|截止[:：]?\s*",
    re.IGNORECASE,
    needs="due deadline extended moved postponed abgabe rendre entrega fällig 截止",
)
OUT: Final = lazy_regex(
    r"[\s(\[,;:.*–—-]*\b(?:(?:is|are|will be)\s+)?(?:released?|out|assigned|posted|handed out|goes out|available"
    r"|starts?|begins|published|distributed|ausgabe)\b\s*[!.:]?|(?:已)?(?:发布|布置)",
    re.IGNORECASE,
    needs="release out assigned posted available start begins published distributed ausgabe 发布 布置",
)
# e.g. "(submit by 23:59)" behind what is to be handed in
SUBMIT_BY: Final = lazy_regex(
    r"[(\[]\s?(?:to be )?(?:submit(?:ted)?|hand(?:ed)? in|turn(?:ed)? in|upload(?:ed)?) by\s[^()\[\]]{2,40}[)\]]?\s*$",
    re.IGNORECASE,
    needs="by",
)
SUBMIT: Final = lazy_regex(
    r"[\s,;:–—-]*\b(?:submission|submit|submitted|hand[- ]?in|turn in|turned in)\b\s*!?\s*$",
    re.IGNORECASE,
    needs="submi hand turn",
)
MILESTONE: Final = lazy_regex(
    r"\b(?:project|proposal|report|milestone|check-?ins?|presentation|final|draft|survey|paper|essay|progress|poster"
    r"|demo)s?\b",
    re.IGNORECASE,
)
HOMEWORK: Final = lazy_regex(
    r"\b(?:hw|homework|assignment|asgmt|asgn|asst|assn|problem set|pset|quiz|lab|task|exercise|critique|review"
    r"|reflection|worksheet|response|tarea|(?:blog|discussion|forum) post|journal entr(?:y|ie)|aufgabe|devoir)s?\b",
    re.IGNORECASE,
    needs="hw homework assignment asg ass set lab task exercise critique review reflection worksheet response post entr"
    " quiz tarea aufgabe devoir",
)
NUMBERED: Final = lazy_regex(
    r"\W*(?:hw|homework|assignment|problem set|pset|ps|lab|quiz|(?:project )?(?:milestone|checkpoint|deliverable)"
    r"|project(?: (?:part|phase))?|a|p|q)\s?#?\d{1,2}\W*",
    re.IGNORECASE,
)
# What students are to do but hand nothing in, e.g. "Review next week's materials", "Form teams"
CHORE: Final = lazy_regex(
    r"\W*(?:browse|check|choose|continue|decide|download|explore|familiari[sz]e|find|finish|form|get|install|join|look"
    r"|make sure|meet|pick|play|practi[cs]e|prepare|read|review|sign up|skim|start|think|try|watch)\b",
    re.IGNORECASE,
)
SOMETIME: Final = lazy_regex(
    r"\W{0,3}(?:(?:at|by|before|on|in|the|start|beginning|end|of) ){0,4}(?:tb[adc]|midnight|noon|tonight|today|tomorrow"
    r"|class|lecture|session|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)  # e.g. behind "due": "midnight Monday", "before class", "TBD"


# e.g. "HW 1 out - Naive Bayes", "Lab 2 released: Sorting"
NAMED_OUT: Final = lazy_regex(
    r"(?:hw|homework|assignment|problem set|pset|ps|lab|project)\s?#?\d{1,2}"
    r"(?P<out>\s(?:is\s)?(?:out|released|posted|assigned))\s{0,2}[-–—:]\s",
    re.IGNORECASE,
)


_NUMBERED_WORK: Final = (
    r"(?:hw|homework|assignment|problem set|pset|ps|lab|project|quiz|exercise set|worksheet)\s?\#?\d{1,2}[a-z]?"
    r"\s(?:is\s)?(?:due|out|released|assigned|posted)"
)
# What a row that lost its markup ends with: "Trees HW1 due, HW2 released"
TAIL_EVENTS: Final = lazy_regex(
    rf"(?<=[^\s,;:.–—(-])\s+(?P<events>{_NUMBERED_WORK}(?:(?:[,;&]|\sand)?\s{_NUMBERED_WORK}){{0,3}})\s*[.!]?$",
    re.IGNORECASE,
)


def is_homework(words: str) -> bool:
    """Tell whether a line says when named or numbered work is handed out or due.

    >>> is_homework("Reading response 1 due"), is_homework("Due process")
    (True, False)
    """
    return is_deadline(words) and bool(HOMEWORK.search(words) or MILESTONE.search(words) or NUMBERED.match(words))


def is_milestone(title: str) -> bool:
    """Tell a milestone of the course's project from homework.

    >>> is_milestone("Project Check-ins"), is_milestone("HW3")
    (True, False)
    """
    return (
        title_kind(title) in ("project", "presentation", "exam") or bool(MILESTONE.search(title))
    ) and not HOMEWORK.search(title)


def is_deadline(text: str) -> bool:
    """Tell whether a line speaks of homework handed out or due.

    >>> is_deadline("Lab 1 released"), is_deadline("Quiz 2 Due"), is_deadline("Due process and the law")
    (True, True, False)
    """
    words = text.strip(EDGES)
    if len(words) > 200:
        return False
    due = DUE.search(words)
    if due and (
        due.end() >= len(words)
        or find_whens(words[due.end() :])
        or (due.start() == 0 and words[due.end() - 1 : due.end()] == ":")
        or re.match(r"\W{0,3}[\w\s,]{0,12}\d", words[due.end() :])
        or SOMETIME.match(words, due.end())
    ):
        return True
    if NAMED_OUT.match(words):
        return True
    out = OUT.search(words)
    if out and words[: out.start()].endswith(" to be"):
        return False  # "Link to be distributed"
    return bool(out and out.start() > 0 and out.end() >= len(words)) or bool(
        (SUBMIT.search(words) and HOMEWORK.search(words)) or SUBMIT_BY.search(text)
    )
