"""Words that no field claims, judged by what they say: structure, placeholder or residue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, get_args

from syllabus_parse.interpret.words import TBD, fold_label, is_page_part, link_label, requirement_group
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

WordClass: TypeAlias = Literal["field", "structure", "placeholder", "passed_over", "residue"]
CLASSES: Final[tuple[WordClass, ...]] = get_args(WordClass)

LETTER: Final = lazy_regex(r"[^\W_]")
LABEL_WORDS: Final = 6
"""Words of the longest gap between fields that is read as a label word by word."""
# Words that say what stands beside them, or join it; alone they say nothing of a course.
LABELS: Final = frozenset(
    """a about additional al all am an and are around as assigned assignment assignments at aula author authors
    available background be bei between bis book by chapter chapters class classes code conference cours date
    datum day days de deadline deadlines der die discussion du due e ed editor editors eds en et event events
    exam exams fecha for from further group groups grp guest handout handouts homework homeworks hora horas hour
    hours hw hws in instructor instructors is lab labs lead leader leaders leads lec lectura lecturas lecture
    lecturer lectures led leitura leituras lesson lessons link links location material materials meeting meetings
    milestone mit module modules month no notes number of on online optional or out overview page pages paper
    papers part pdf pm por pp prep preparation prepare presentation presentations presented presenter presenters
    proceedings prof project projects read reading readings recitation recommended reference references release
    released releases required resource resources room section sections see semaine semana seminar session
    sessions slide slides speaker speakers subject submission suggested survey séance talk talks team tema th the
    thema this time title titles to topic topics tutorial tutorials und unit units until url venue via video
    videos vol vom von vs watch week weeks with wk woche y year zoom""".split()  # noqa: SIM905
)
# A number that counts entries, e.g. "1." · "S3" · "(12)"
NUMBERING: Final = lazy_regex(r"[(\[]?[A-Za-z]?\d{1,3}[.):\]]{0,2}")
OPEN_DATE: Final = lazy_regex(r"(?=[^?]{0,12}\?)[\d?./-]{2,12}")  # e.g. "202?-??-??"
COUNTED: Final = lazy_regex(r"(?<=[^\W\d_])\d{1,2}$")  # e.g. the 9 of "grp9"
FLAG: Final = lazy_regex(r"(?:true|false|yes|no|on|off|null|none|~|[\[{][\]}])", re.IGNORECASE)


def judge_gap(words: Sequence[str], whole: str, *, data: bool = False) -> WordClass:
    """Judge words that no field claims by what they say; `whole` is the text that they stand in.

    A label may be an author's own wording, so an unknown one is residue rather than guessed at.

    >>> judge_gap(["TBD"], "TBD"), judge_gap(["Required", "Reading:"], "Required Reading: Maps")
    ('placeholder', 'structure')
    >>> judge_gap(["bring", "a", "compass"], "Maps, bring a compass")
    'residue'
    """
    said = " ".join(words)
    if not LETTER.search(said):
        return "placeholder" if is_placeholder(whole) and whole.strip() else "structure"
    if is_placeholder(said) or TBD.fullmatch(said):
        return "placeholder"
    if OPEN_DATE.fullmatch(said):
        return "placeholder"
    if NUMBERING.fullmatch(said) and whole.lstrip().startswith(said):
        return "structure"
    if data and FLAG.fullmatch(said):
        return "structure"
    if len(said) < 60 and (link_label(said) or requirement_group(said) or is_page_part(said)):
        return "structure"
    alone = len(words) > 1 and said == " ".join(whole.split())
    # "Project presentations" alone in its cell says what happens there: only beside a field are such words a label.
    if len(words) <= LABEL_WORDS and (not alone or ":" in said or "：" in said):
        unknown = [word for word in words if not _is_label(word)]
        if not unknown:
            return "structure"
        if all(is_placeholder(word) for word in unknown):
            return "placeholder"  # "Topic: TBD"
    return "residue"


def _is_label(word: str) -> bool:
    folded = COUNTED.sub("", fold_label(word).strip(",;/&+.!?()"))
    return not folded or not LETTER.search(folded) or all(part in LABELS for part in re.split(r"[/&+,-]", folded))
