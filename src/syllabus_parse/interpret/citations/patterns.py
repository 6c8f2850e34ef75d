"""The patterns that citations are read by: marks, brackets, years, remarks."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import BREAK
from syllabus_parse.regex import lazy_regex

SEPARATORS: Final = " \t\n\r\u2028\u00a0,.;:|·•–—~-/，。；：、"
OPENERS: Final = "\"'“”„‘’«»《》"
PEOPLE_ENOUGH: Final = 0.5
LEADING: Final = lazy_regex(
    r"[\s\u2028]*(?::\s+)?(?:[•●▪◦‣∙*+–—>-]+\s+|\(?\d{1,3}[.)]\s+|\d{1,2}\.(?=[^\W\d_a-z][^\W\d_]{2})"
    r"|\[\d{1,3}\]\s*|\[[ xX]\]\s+|\(\*{1,3}\)\s+)?"
    r"[\s\U0001F300-\U0001FAFF\u2190-\u21ff\u2600-\u27bf\ufe0f]*(?::[a-z_+-]{2,24}:\s*)?"
)
BRACKET_TAG: Final = lazy_regex(r"\s*[\[【](?P<tag>[^\[\]【】\n]{1,40})[\]】]\s*")  # e.g. "[VLDB'19]", "[Talk]"
# e.g. "[pdf]" whose target was lost
BRACKET_LABEL: Final = lazy_regex(r"(?<!\s)\s*+\[{1,4}\s{0,9}(?P<label>[^\[\]\n\u2028]{1,30}?)\s*\]+", needs="[")
ROUND_LABEL: Final = lazy_regex(r"(?<!\s)\s*+\(\s*+(?P<label>[^()\n\u2028]{1,30}?)\s*+\)\s*$", needs=")")
HANDLE: Final = lazy_regex(r"\s*\((?P<handle>[^()\s]{2,24})\)\s+(?=\S)")  # "(vLLM) Efficient Memory …"
DESCRIPTION: Final = lazy_regex(
    r"\s*\((?P<words>[^()]{2,80})\)\s+(?=[A-Z0-9\"“])"
)  # "(Tensor-slicing parallelism) Megatron-LM: …"
TRAILING_YEAR: Final = lazy_regex(
    r"[\s,.;(\[–-]+(?P<year>(?:1[89]|20)\d\d)[a-z]?\s*[\])]?\s*[.,;]*\s*$"
)  # ", 2018" "(1994)." ". 2017"
TRAILING_BRACKET: Final = lazy_regex(
    r"(?<!\s)\s*+[(\[（【](?P<inside>[^()\[\]（）【】\n]{2,90})[)\]）】]\s*[.,;。]*\s*$", needs="( [ （ 【"
)
CHAPTER_OF: Final = lazy_regex(
    r"(?P<people>[A-Z][\w'’-]+(?:(?:, | and | & )[A-Z][\w'’-]+){0,2}),\s+(?P<title>(?:chapters?|sections?|videos?"
    r"|lectures?|lecture notes|appendix|kapitel|cap[íi]tulo)\b.*)",
    re.IGNORECASE | re.DOTALL,
)  # e.g. "Shotts, Chapter 6 - Redirection"
YEAR: Final = lazy_regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
TAG_WORDS: Final = lazy_regex(
    r"(?:best (?:student )?papers?(?: award| runner-?up)?|talk|spotlight|oral|poster|award|test of time(?: award)?"
    r"|distinguished paper|outstanding paper|honou?rable mention|"
    r"survey|skim|watch|listen|browse|web only|pdf only|video|demo"
    r"|short paper|position paper|to appear|read|blog|new|classic|theory"
    r"|must read|invited|tutorial|keynote|workshop|industry|perspective|vision)",
    re.IGNORECASE,
)
REMARK: Final = lazy_regex(
    r"(?:(?:chaps?|chps?|chs?|chapters?|sections?|secs?|pp?|pages?|vol(?:ume)?|no|number|issue|part|kap|kapitel|cap"
    r"|capítulos?|seiten?)\b\.?\s{0,2}(?:\d|[ivx]{1,6}\b)"
    r"|s\.\s{0,2}\d"
    r"|(?:look at|skip|skim|read|only|up to|until|esp|especially|focus on|see|appendix|up through|through|just|intro"
    r"|introduction|first|last|all|pages|abstract)\b)",
    re.IGNORECASE,
)  # e.g. "chps. 1-3", "look at chapters 2 and 4"
MONTH_YEAR: Final = lazy_regex(
    r"(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn"
    r"|winter)\w*\.?[\s/,-]{1,2}(?:\d{1,2},?\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)  # "(May 1994)"
NAMED_WORK: Final = lazy_regex(
    r"(?P<people>[A-Z][\w'’-]+(?:(?:, | and | & |, and )[A-Z][\w'’-]+){0,7}(?: et al\.?)?),? \(?(?P<year>(?:19"
    r"|20)\d\d)\)?"
)  # "Herlihy and Wing 1990"
_SURNAME: Final = (
    r"(?:(?:van|von|de|der|den|del|della|di|da|du|la|le|ten|ter|al|el|bin|zu)\s){0,2}[A-Z][^\W\d_][\w'’-]{0,30}"
)
SIGNED: Final = lazy_regex(
    rf"(?P<people>{_SURNAME}(?:(?:,?\s+(?:and|&|und|y|et|e)\s+|,\s+){_SURNAME}){{0,4}}(?:,?\s+et\.?\s+al\.?)?),?\s*"
    r"(?:,\s|(?<=[a-z.]\s)(?=\()|(?<=\.\s))\(?(?P<year>(?:1[89]|20)\d\d)[a-z]?\)?\s*[.,;]?"
)  # surnames and a year behind a title: "Cheng and Schwing, 2022", "ten Pas & Platt, 2015", "Platt (2022)"
PROCEEDINGS: Final = lazy_regex(
    r"\s*(?:in:?\s+)?(?:proceedings|proc\.|\w+ transactions|transactions|journal|communications of|conference"
    r"|symposium|workshop|unpublished)\b",
    re.IGNORECASE,
)
REPORT: Final = lazy_regex(
    r"\b(?:technical report|tech\.? rep(?:ort)?\b|research report|unpublished|manuscript|thesis|dissertation"
    r"|white ?paper|memo\b)",
    re.IGNORECASE,
)
BY: Final = lazy_regex(r"[\s,\u2028(–—-]*\b(?:by|von|por|par)\s+", re.IGNORECASE)
IN_BOOK: Final = lazy_regex(r"[\s,.;]*\b(?:in:?|en:|em:|dans:?|En|Em)\s+", re.IGNORECASE)
PREFIX_LABEL: Final = lazy_regex(
    r"[\s\u2028]*(?P<label>[^:：\n\u2028\"“]{1,60})[:：]\s*$"
)  # "Containers (Docker): " before a link
BREAKS: Final = lazy_regex(BREAK)
SURNAMES: Final = lazy_regex(r"[A-Z][\w'’-]+(?:, [A-Z][\w'’-]+){0,4},? (?:and|&) [A-Z][\w'’-]+")  # "Hartmann and Osei"
