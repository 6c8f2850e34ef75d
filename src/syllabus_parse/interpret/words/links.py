"""Labels of links that say what hangs behind them: "[pdf]", "Slides 2", "code (official)"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words.labels import fold_label
from syllabus_parse.model import LinkKind
from syllabus_parse.regex import lazy_regex

# Labels of links that say what hangs behind them, never the title of a work.
LINK_LABELS: Final[dict[str, LinkKind]] = {
    "pdf": "pdf",
    "paper": "page",
    "papers": "page",
    "link": "page",
    "links": "page",
    "url": "page",
    "html": "page",
    "web": "page",
    "website": "page",
    "site": "page",
    "page": "page",
    "here": "page",
    "doc": "page",
    "text": "page",
    "article": "page",
    "preprint": "page",
    "abstract": "page",
    "acm": "page",
    "ieee": "page",
    "usenix": "page",
    "online": "page",
    "webpage": "page",
    "homepage": "page",
    "official": "page",
    "project": "page",
    "poster": "pdf",
    "ps": "pdf",
    "epub": "page",
    "book": "page",
    "chapter": "page",
    "bib": "page",
    "bibtex": "page",
    "demo": "page",
    "slides": "slides",
    "slide": "slides",
    "slide deck": "slides",
    "deck": "slides",
    "ppt": "slides",
    "pptx": "slides",
    "powerpoint": "slides",
    "keynote": "slides",
    "lecture slides": "slides",
    "folien": "slides",
    "presentation": "slides",
    "key": "slides",
    "diapositivas": "slides",
    "diapos": "slides",
    "transparencias": "slides",
    "课件": "slides",
    "原文": "pdf",
    "论文链接": "pdf",
    "代码": "code",
    "源码": "code",
    "代码链接": "code",
    "录像": "video",
    "笔记": "notes",
    "讲义": "notes",
    "video": "video",
    "videos": "video",
    "recording": "video",
    "recordings": "video",
    "screencast": "video",
    "screencasts": "video",
    "youtube": "video",
    "rec": "video",
    "lecture video": "video",
    "zoom recording": "video",
    "talk": "video",
    "watch": "video",
    "panopto": "video",
    "lecture recording": "video",
    "bilibili": "video",
    "视频": "video",
    "vídeo": "video",
    "aufzeichnung": "video",
    "code": "code",
    "github": "code",
    "reimplementation": "code",
    "implementation": "code",
    "source": "code",
    "repo": "code",
    "repository": "code",
    "colab": "code",
    "notebook": "code",
    "jupyter": "code",
    "ipynb": "code",
    "starter code": "code",
    "directory": "assignment",
    "form": "form",
    "review form": "form",
    "quiz": "form",
    "survey": "form",
    "signup": "form",
    "sign up": "form",
    "feedback": "form",
    "poll": "form",
    "zoom": "meeting",
    "zoom link": "meeting",
    "meet": "meeting",
    "teams": "meeting",
    "webex": "meeting",
    "notes": "notes",
    "lecture notes": "notes",
    "note": "notes",
    "class notes": "notes",
    "scribe": "notes",
    "scribe notes": "notes",
    "handout": "notes",
    "handouts": "notes",
    "summary": "notes",
    "skript": "notes",
    "annotated": "notes",
    "annotated slides": "slides",
    "apuntes": "notes",
    "worksheet": "notes",
    "outline": "notes",
    "hw": "assignment",
    "homework": "assignment",
    "assignment": "assignment",
    "solutions": "assignment",
    "solution": "assignment",
    "preview": "assignment",
    "leaderboard": "assignment",
    "instructions": "assignment",
    "writeup": "assignment",
    "rubric": "assignment",
    "spec": "assignment",
    "handin": "assignment",
    "submit": "assignment",
    "starter": "code",
    "doi": "doi",
    "arxiv": "arxiv",
    "arxiv link": "arxiv",
    "data": "other",
    "dataset": "other",
    "code qr": "other",
    "supplement": "page",
    "appendix": "page",
    "blog": "page",
    "blog post": "page",
    "wiki": "page",
    "wikipedia": "page",
    "论文": "page",
    "链接": "page",
    "pdf link": "pdf",
    "paper pdf": "pdf",
    "full text": "page",
    "fulltext": "page",
    "download": "page",
    "program": "page",
    "proceedings": "page",
    "all papers": "page",
    "workshop": "page",
    "template": "page",
    "materials": "page",
    "resources": "page",
    "canvas": "page",
    "piazza": "page",
    "more": "page",
    "read": "page",
    "view": "page",
    "extended version": "page",
    "long version": "page",
    "short version": "page",
    "mp4": "video",
    "mp3": "video",
    "audio": "video",
    "transcript": "notes",
    "enlace": "page",
    "artículo": "page",
    "artigo": "page",
    "question": "page",
    "questions": "page",
    "reading questions": "page",
    "texto": "page",
    "dokument": "page",
    "jupyter notebook": "code",
    "diapositives": "slides",
    "présentation": "slides",
    "presentación": "slides",
    "apresentação": "slides",
    "grabación": "video",
    "gravação": "video",
    "enregistrement": "video",
    "mitschrift": "notes",
    "übungsblatt": "assignment",
    "übungen": "assignment",
    "exercises": "assignment",
    "exercise sheet": "assignment",
    "exercices": "assignment",
    "ejercicios": "assignment",
    "exercícios": "assignment",
    "lösung": "assignment",
    "lösungen": "assignment",
    "código": "code",
    "codigo": "code",
    "slides (pdf)": "slides",
    "slides pdf": "slides",
    "slide pdf": "slides",
    "pdf slides": "slides",
    "pptx slides": "slides",
    "html slides": "slides",
    "project page": "page",
    "openreview": "page",
    "acl anthology": "page",
    "supp": "page",
    "supplementary": "page",
    "supplementary material": "page",
    "tweet": "page",
    "twitter thread": "page",
    "notes pdf": "notes",
    "notes (pdf)": "notes",
    "example code": "code",
    "demo code": "code",
    "codes": "code",
    "sign-up": "form",
    "sign-up sheet": "form",
    "signup sheet": "form",
    "feedback form": "form",
    "link to paper": "page",
    "paper link": "page",
    "arxiv version": "arxiv",
    "camera ready": "page",
    "camera-ready": "page",
    "local copy": "page",
    "author version": "page",
    "publisher": "page",
    "jstor": "page",
    "moodle": "page",
    "mirror": "page",
    "presentation file": "slides",
    "presentation slides": "slides",
    "slide file": "slides",
    "ppt file": "slides",
    "발표자료": "slides",
    "발표 자료": "slides",
    "material": "page",
    "slides and notes": "slides",
    "lecture note": "notes",
    "faq": "page",
    "paper question": "page",
    "paper questions": "page",
    "zip": "other",
    "tex": "other",
}
LABEL_NUMBER: Final = lazy_regex(r"[\s_#-]{0,2}(?:\d{1,2}|[ivx]{1,4}|[a-d])$")  # e.g. "slides 2", "Video-II"


# Where a link leads, not what it is: "bei Wikisource", "via Google Books", "on YouTube"
PLACE_OF_LINK: Final = lazy_regex(r"(?:bei|via|auf|at|on|sur|chez)\s[A-Z][\w.-]{2,20}(?:\s[A-Z][\w.-]{2,20})?")


# A page of the course that lists more, e.g. "References and additional resources for week 3"
FURTHER_PAGE: Final = lazy_regex(
    r"(?:references|(?:additional |further |extra |more )?(?:resources|materials))"
    r"(?: (?:and|&) (?:(?:additional |further |extra |more )?(?:resources|materials|references|links)))?"
    r" for (?:the )?(?:week|lecture|class|module|session|unit)s?\b.{0,20}"
)


# Of which meeting the material is, e.g. "PDF slides for Sep 10 (v1.00)" · "notes from Lecture 3"
DATED_LABEL: Final = lazy_regex(
    r"(?:pdf |pptx? |lecture |class |course )?(?P<label>slides|notes|video|recording|handout|code)"
    r" (?:for|from|of|on) (?:(?:the )?(?:week|lecture|class|day|session|(?:mon|tues|wednes|thurs|fri)day)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,2}[./-]\d).{0,20}"
)


def link_label(text: str) -> LinkKind | None:
    """Tell what kind of link a label promises; None where the words are no label but the name of a thing.

    >>> link_label("[PDF]"), link_label("Slides 2"), link_label("The Byzantine Generals")
    ('pdf', 'slides', None)
    """
    folded = fold_label(text)
    if folded in LINK_LABELS:
        return LINK_LABELS[folded]
    if FURTHER_PAGE.fullmatch(folded):
        return "page"
    dated = DATED_LABEL.fullmatch(folded)
    if dated is not None:
        return LINK_LABELS[dated["label"]]
    if len(folded) > 40:
        return None
    if PLACE_OF_LINK.fullmatch(text.strip(" []()")) is not None:
        return "page"
    bare = LABEL_NUMBER.sub("", folded)
    if bare != folded and bare in LINK_LABELS:
        return LINK_LABELS[bare]
    pieces = re.split(r"\s*(?:[/,+&·]|\band\b|\bund\b)\s*", folded)
    if 1 < len(pieces) < 4 and all(piece in LINK_LABELS for piece in pieces):
        return LINK_LABELS[pieces[0]]
    aside = LABEL_ASIDE.fullmatch(folded)
    if aside is not None:
        return link_label(aside["label"])
    words = folded.split()
    if 1 < len(words) <= 3 and words[-1] in ("slides", "video", "recording", "notes", "pdf", "ppt", "pptx", "handout"):
        return LINK_LABELS[words[-1]] if words[0] in _LABEL_FIRST else None
    if len(words) == 2 and words[1] in ("code", "implementation", "repo") and words[0] in _CODE_FIRST:
        return "code"
    return None


# e.g. "code (official)": whose it is, in which language, for what tool
LABEL_ASIDE: Final = lazy_regex(
    r"(?P<label>[^()]+?)\s?\((?:un-?official|non-official|official|author'?s?|pytorch|tensorflow|tf|keras|jax"
    r"|theano|torch"
    r"|pdf|pptx?|html|key|keynote|video|mp4"
    r"|chainer|mxnet|caffe|matlab|python|java|julia|english|chinese|中文|英文|official code|reimplementation)\)?"
)

# Whose code it is, or with what tool it runs: "official code", "PyTorch code".
_CODE_FIRST: Final = frozenset((
    "official", "unofficial", "source", "author's", "authors", "pytorch", "tensorflow", "tf", "keras", "jax", "torch",
    "caffe", "matlab", "our", "my",
))  # fmt: skip
_LABEL_FIRST: Final = frozenset(
    [
        "lecture",
        "summary",
        "class",
        "course",
        "guest",
        "my",
        "our",
        "annotated",
        "blank",
        "full",
        "short",
        "extra",
        "discussion",
        "section",
        "session",
        "tutorial",
        "lab",
        "recitation",
        "review",
        "video",
        "zoom",
        "live",
        "handwritten",
        "printable",
        "draft",
        "final",
        "old",
        "new",
    ]
)
