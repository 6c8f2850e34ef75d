"""Words that say of readings that they must or may be read."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words.labels import fold_label
from syllabus_parse.memo import remember
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex

# Groups of readings: what a heading or label above them says of all of them.
REQUIREMENTS: Final[tuple[tuple[re.Pattern[str], Requirement], ...]] = (
    (
        lazy_regex(
            r"\b(?:not required|non-?required|no(?:t)? obligator\w+|optional\w*|opcional\w*|facultati\w*"
            r"|freiwillig\w*)\b"
        ),
        "optional",
    ),
    (
        lazy_regex(
            r"\b(?:extra|further|supplement\w*|additional|background|recommended|suggested|bonus|secondary|extended|"
            r"(?:highly|strongly) recommended|weiterführende\w*|weitere (?:lektüre|literatur|texte)|zur vertiefung"
            r"|ergänzend\w*|complementari?\w*|adiciona\w*|recomendad\w*|suplementar\w*|recommandé\w*|"
            r"complémentaire\w*)\b|选读|扩展|(?<!欢迎)(?<!待)(?<!请)补充|可选|参考阅读"
        ),
        "optional",
    ),
    (
        lazy_regex(
            r"\b(?:required|mandatory|compulsory|core|primary|must[- ]read|obligatori\w*|obrigatóri\w*|"
            r"verpflichtend\w*|pflicht\w*|obligatoire\w*)\b|必读"
        ),
        "required",
    ),
)
# e.g. "Weitere Novellen zum Thema", "For those wanting more...", "If you want to learn more:", "Going deeper"
MORE_ON_IT: Final = lazy_regex(
    r"weitere [^\W\d_]{3,20} zum thema|más lecturas sobre el tema|pour aller plus loin"
    r"|(?:(?:for|if) )?(?:(?:those|anyone|students|you) )?(?:who )?(?:want(?:ing|s)?|would like)"
    r" (?:to (?:know|learn|read) )?more"
    r"|(?:to )?(?:learn|know|read) more|(?:to )?(?:go|going|dig|digging|dive|diving) (?:further|deeper)"
)
# What historians read, whether they must or not: "Primary sources"
SOURCES: Final = lazy_regex(r"\b(?:primary|secondary) (?:sources?|documents?|texts?|source readings?)\b")
READING_WORDS: Final = lazy_regex(
    r"\b(?:readings?|papers?|literature|references?|referencias|referências|références|libros|livros|livres|"
    r"materials?|articles?|texts?|list|books?|textbooks?|videos?|"
    r"lecturas?|leituras?|literatur|lektüre|textos?|bibliograf[íi]a|bibliografia|lectures?|sources?|preparation|prep|"
    r"resources?|links?)\b|阅读|论文|文献|材料|资料"
)


# e.g. "Required for Thursday"
FOR_DAY: Final = lazy_regex(
    r"\sfor (?:the )?(?:(?:mon|tues|wednes|thurs|fri)days?|class|today|(?:this|next) (?:week|class)|discussion"
    r"|lecture)$"
)


@remember(2048)
def requirement_group(text: str) -> Requirement | None:
    """Read a heading or label of a group of readings; None where it says nothing of a requirement.

    >>> requirement_group("Extra reading"), requirement_group("**Required Reading**"), requirement_group("More Maps")
    ('optional', 'required', None)
    """
    folded = fold_label(text)
    if not folded or len(folded) > 60:
        return None
    if SOURCES.search(folded) is not None:
        return None
    if MORE_ON_IT.fullmatch(folded) is not None:
        return "optional"
    folded = FOR_DAY.sub("", folded)
    for pattern, value in REQUIREMENTS:
        found = pattern.search(folded)
        if found and (
            found[0] == folded or READING_WORDS.search(folded) or folded in ("must read", "core", "extended")
        ):
            return value
    return None


# A mark on one entry: "(optional)", "[Optional]", "Optional:", "(required)".
MARKED: Final = lazy_regex(
    r"(?P<open>[\(\[（【]?)\s{0,2}(?P<word>optional(?:\s(?:reading|paper|material))?|opcional|facultativ[ao]"
    r"|facultatif|"
    r"required(?:\s(?:reading|paper))?|mandatory|obligatorio|obligatoria|obrigatório|obrigatória|verpflichtend|"
    r"recommended|extra|background|supplementa(?:l|ry)|选读|必读)\s{0,2}(?P<close>[\)\]）】]?)",
    re.IGNORECASE,
    needs="opti opci facult requi mandat oblig obrig verpfl recom extra backg suppl 选读 必读",
)
