"""The links of a topic: labels leave it and go to the session, works that it quotes become readings."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.patterns import BRACKET_LABEL
from syllabus_parse.interpret.citations.values import without
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.presenters import take_speaker
from syllabus_parse.interpret.words import fold_label, link_label
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

BRACKET_LINKS: Final = lazy_regex(
    r"[\[(]\s*(?:(?:lecture |class )?(?:notes?|slides?|materials?|videos?|recordings?|handouts?|links?"
    r"|resources?)\s*[:：])?\s*$",
    re.IGNORECASE,
)
PAPER_LABELS: Final = frozenset(("paper", "arxiv", "doi", "preprint", "paper link", "article", "论文", "paper pdf"))
LABEL_BEFORE: Final = lazy_regex(r"[^:：,\n\u2028]{2,30}[:：]\s+")  # e.g. "Discussion: " before "Ann Lee, …"
REMARK_BEHIND: Final = lazy_regex(r"[\"”]?[\s*_]{0,6}\([^()]{4,80}\)[*_]*\s*$")  # e.g. "(sections 1-3 only)"
LONGEST_BYLINE: Final = 200
# e.g. "(notes)" behind a topic, where the text of a link is all that is left of it
PAREN_LABEL: Final = lazy_regex(
    r"\(\s{0,20}(?:(?:notes?|slides?|materials?|videos?|handouts?|links?)\s?[:：]\s{0,20})?"
    r"(?P<label>[A-Za-z][A-Za-z\s/,&|]{1,80}[a-z])\s{0,20}\)"
    r"(?=\s*(?:$|[\n\u2028(\[]))",
    re.IGNORECASE,
)
PAREN_LABELS: Final = frozenset(
    """slides slide ppt pptx pdf notes video videos recording recordings screencast handout handouts worksheet
    worksheets notebook code solution solutions""".split()  # noqa: SIM905
) | {"lecture notes", "lecture slides", "class notes"}
# Labels that slashes or bars hang behind a topic, e.g. " / Slides (pdf) / Notebook / Recording"
HUNG_LABELS: Final = lazy_regex(
    r"(?:\s{1,3}[/|·]\s{0,3}(?:lecture |class )?"
    r"(?:slides?|notes|videos?|recordings?|notebooks?|handouts?|code|pdf|pptx?)"
    r"(?:\s?[(\[](?:pdf|pptx?|key|html|ipynb|part \d|\d)[)\]])?){1,6}\s*$",
    re.IGNORECASE,
    needs="slide note video recording handout code pdf ppt",
)
# The texts of two links or more, or of a file, run on behind a topic, e.g. "Trees slides video" · "Trees pdf"
RUN_ON_LABELS: Final = lazy_regex(
    r"(?<=[\w)?!])\s{1,3}(?:(?:slides|video|recording|notes|handout|code|pdf|pptx?)[\s,]{1,3}){1,4}"
    r"(?:slides|video|recording|notes|handout|code|pdf|pptx?)\s*$|(?<=[\w)?!])\s{1,3}(?:pdf|pptx?|\.pdf)\s*$",
    needs="slides video recording notes handout code pdf ppt",
)
LABEL_WORD: Final = lazy_regex(r"(?:lecture |class )?[A-Za-z]{2,12}(?:\s?[(\[][\w ]{1,6}[)\]])?", re.IGNORECASE)
LABEL_GAP: Final = lazy_regex(r"[\s,;/|&+·]+")
EMPTY_BRACKETS: Final = lazy_regex(r"\s*[(\[][\s,;/|&+·]*[)\]]")


def take_links(text: Text, session: RawSession, *, readings: bool) -> Text:
    """Give the links to the session; labels leave the text, a linked topic stays in it."""
    plain = text.plain
    cuts: list[tuple[int, int]] = []
    for anchor, start, end in text.links():
        words = plain[start:end].strip()
        if not words:
            session.links.append(RawLink(anchor, None))
            continue
        parted = words[0] in "/|" and bool(plain[:start].strip())  # "Sorting [/ Slides](…) [/ Notebook](…)"
        quoted = plain[start:end].lstrip()[:1] in ('"', "“", "„") or plain[:start].rstrip()[-1:] in ('"', "“", "„")
        if readings and quoted and len(words.split()) > 1:
            first, last = _find_cited(plain, start, end)
            reading = read_citation(text.slice(first, last))
            if reading is not None:
                session.readings.append(reading)
                cuts.append((first, last))
                continue
        kind = link_label(words)
        if readings and fold_label(words) in PAPER_LABELS and len(text.links()) <= 2 and len(plain[:start].split()) > 1:
            reading = read_citation(take_speaker(text, session))
            if reading is not None:
                session.readings.append(reading)
                session.kind = session.kind or "discussion"
                return EMPTY
        opening = _bracket_open(plain, start)
        in_brackets = (
            opening is not None
            and kind is None
            and BRACKET_LINKS.search(plain[opening:start]) is not None
            and plain[opening:start].strip(" ([") != ""
        )
        session.links.append(
            RawLink(
                anchor,
                text.slice(start, end).strip(),
                kind=kind,
                column=plain[opening:start].strip(" ([:") if opening is not None else "",
            )
        )
        if (
            kind is not None
            or parted
            or in_brackets
            or _stands_bracketed(plain, start, end)
            or (opening is not None and any(a == opening for a, _ in cuts))
            or words.startswith(("http://", "https://"))
        ):
            cuts.append((start, end))
    for found in [*BRACKET_LABEL.finditer(plain), *PAREN_LABEL.finditer(plain)]:
        label = text.slice(found.start("label"), found.end("label"))
        if any(run.anchor is not None for run in label.runs):
            continue
        lost = _read_lost_links(label, bracketed=found[0].strip()[:1] == "[")
        session.links += lost
        cuts += [found.span()] if lost else []
    cuts += _take_hung_labels(text, session)
    if not cuts:
        return text
    return _drop_empty_brackets(without(text, _widen(plain, cuts)))


def _take_hung_labels(text: Text, session: RawSession) -> list[tuple[int, int]]:
    """Give the labels that hang unlinked behind a topic to the session; where they stand."""
    found = HUNG_LABELS.search(text.plain) or RUN_ON_LABELS.search(text.plain)
    if found is None or not text.plain[: found.start()].strip() or text.slice(*found.span()).links():
        return []
    for word in LABEL_WORD.finditer(text.plain, found.start()):
        session.links.append(RawLink(None, text.slice(*word.span()), kind=link_label(word[0])))
    return [found.span()]


def _read_lost_links(label: Text, *, bracketed: bool) -> list[RawLink]:
    """Read what stands in a bracket as the texts of links that lost their targets: "[slides]", "[ video notes ]"."""
    if not bracketed and fold_label(label.plain) not in PAREN_LABELS:
        pieces = [piece for piece in label.split(LABEL_GAP) if piece and piece.plain.casefold() != "and"]
        if not pieces or not all(fold_label(piece.plain) in PAREN_LABELS for piece in pieces):
            return []
        return [RawLink(None, piece, kind=link_label(piece.plain)) for piece in pieces]
    kind = link_label(label.plain)
    if kind is not None:
        return [RawLink(None, label.strip(), kind=kind)]
    pieces = [piece for piece in label.split(LABEL_GAP) if piece]
    kinds = [link_label(piece.plain) for piece in pieces]
    if not pieces or None in kinds:
        return []
    return [RawLink(None, piece, kind=own) for piece, own in zip(pieces, kinds, strict=True)]


def _find_cited(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a quoted link's citation: with its authors before it, a remark on its parts goes along."""
    first = start - 1 if plain[max(0, start - 1)] in '"“„' else start
    last = min(len(plain), end + 1)
    label = LABEL_BEFORE.match(plain[:first])
    lead = label.end() if label else 0
    people = plain[lead:first].strip(" ,;\n\u2028")
    if not people or len(people) > LONGEST_BYLINE or plain[:first].rstrip()[-1:] != "," or score_people(people) < 0.75:
        return first, last
    remark = REMARK_BEHIND.match(plain, end)
    return lead, remark.end() if remark else last


def _stands_bracketed(plain: str, start: int, end: int) -> bool:
    """Tell whether a short link behind a topic stands in square brackets of its own: "Grounding [synopsis]"."""
    words = plain[start:end].strip()
    inside = (words.startswith("[") and words.endswith("]")) or (words.startswith("(") and words.endswith(")"))
    around = plain[max(0, start - 1) : start] == "[" and plain[end : end + 1] == "]"
    return (inside or around) and len(words.split()) <= 2 and bool(plain[:start].strip(" ["))


def _bracket_open(plain: str, start: int) -> int | None:
    """Return where the bracket around an offset opens, looking back a little way."""
    depth = 0
    for index in range(start - 1, max(-1, start - 400), -1):
        if plain[index] in ")]":
            depth += 1
        elif plain[index] in "([":
            if depth == 0:
                return index
            depth -= 1
    return None


def _widen(plain: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take a bracket whole where all that is in it goes: "(Notes: pptx, pdf)", "[[slides]]"."""
    out = []
    for start, end in cuts:
        opening = _bracket_open(plain, start)
        if opening is not None:
            closing = _bracket_close(plain, opening)
            inside = list(range(opening + 1, closing))
            kept = "".join(plain[i] for i in inside if not any(a <= i < b for a, b in cuts))
            if re.fullmatch(
                r"[\s,;/|&+·.\[\]()]*(?:[A-Za-z ]{0,20}[:：])?[\s,;/|&+·.\[\]()]*(?:and)?[\s,;/|&+·.\[\]()]*", kept
            ):
                out.append((opening, min(len(plain), closing + 1)))
                continue
        out.append((start, end))
    return sorted(set(out))


def _bracket_close(plain: str, opening: int) -> int:
    pair = {"(": ")", "[": "]"}[plain[opening]]
    depth = 0
    for index in range(opening, min(len(plain), opening + 2000)):
        if plain[index] == plain[opening]:
            depth += 1
        elif plain[index] == pair:
            depth -= 1
            if depth == 0:
                return index
    return len(plain)


def _drop_empty_brackets(text: Text) -> Text:
    return without(text, [match.span() for match in EMPTY_BRACKETS.finditer(text.plain)])
