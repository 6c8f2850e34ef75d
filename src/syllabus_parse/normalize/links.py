"""Links: their targets as addresses that can be followed, and what they lead to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from syllabus_parse.model import LinkKind
from syllabus_parse.normalize.text import decode_entities

MAX_URL: Final = 8000
"""Characters of the longest target that is still an address."""

WRAPPERS: Final = 20
"""Redirects taken off one target at most (a redirect inside a redirect)."""

# ----------------------------------------------------------------------------- addresses

# e.g. "slides.ppt\<newline>x": a program wrapped the line
WRAPPED: Final = re.compile(r"\\[ \t]{0,8}\r?\n[ \t]{0,8}|[\t\r\n]")
# e.g. {{ site.baseurl }}/x · {{site.url}}{{site.baseurl}}/x
SITE: Final = re.compile(
    r"\{\{-?\s{0,8}(?:site\.(?:baseurl|url|github\.url|root)|page\.root|base_?path|base_?url|root)"
    r"\s{0,8}(?:\|[^{}]{0,80})?-?\}\}"
)
# e.g. {{ '/x' | relative_url }} · {{ "/x" | absolute_url }} · {{ 'x' | prepend: site.baseurl }}
FILTERED: Final = re.compile(
    r"""\{\{-?\s{0,8}(?:'([^'{}]{0,400})'|"([^"{}]{0,400})"|&quot;([^"{}&]{0,400})&quot;)"""
    r"\s{0,8}(?:\|[^{}]{0,120})?-?\}\}"
)
# e.g. {% link _lectures/01.md %} · {% post_url 2020-01-01-x %}
TAGGED: Final = re.compile(r"\{%-?\s{0,8}(?:link|post_url)\s{1,8}([^%{}\s]{1,400})\s{0,8}-?%\}")
# e.g. https://www.usenix.org/conference/osdi18/presentation/lindgren: most addresses need nothing
PLAIN: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,200}/[A-Za-z0-9/._~%+=()@:;,!*-]*(?:#[A-Za-z0-9._/=-]*)?")
SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
# What runs, what holds its own content, and what only one computer has: nobody can follow it from a record.
REFUSED: Final = frozenset({
    "javascript", "data", "vbscript", "blob", "about", "file", "chrome", "view-source", "jar", "livescript", "mocha",
})  # fmt: skip
DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\")  # e.g. C:\slides\1.ppt
INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
BLANK: Final = re.compile(r"\s")
AROUND: Final = ' \u3000"“”„'  # e.g. href="“http://example.org”", typed in a word processor
TRACKING: Final = re.compile(
    r"(?:utm_[a-z_]{1,30}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok|twclid"
    r"|vero_id|oly_enc_id|oly_anon_id|wickedid|ref_src|spm)=[^&#]*",
    re.IGNORECASE,
)
REDIRECTS: Final = (
    (re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE), ("q", "url")),
    (re.compile(r"https?://scholar\.google\.[a-z.]{2,6}/scholar_url\?", re.IGNORECASE), ("url",)),
    (re.compile(r"https?://lm?\.facebook\.com/l\.php\?", re.IGNORECASE), ("u",)),
    (re.compile(r"https?://(?:www\.)?youtube\.com/redirect\?", re.IGNORECASE), ("q",)),
    (re.compile(r"https?://[a-z0-9]{2,12}\.safelinks\.protection\.outlook\.com/[a-z.]{0,30}\?", re.I), ("url",)),
)


def normalize_url(href: str, *, base: str | None = None) -> str | None:
    r"""Write a link's target as an address that can be followed, or None where it can't be.

    Templates of Jekyll, line breaks of an editor, blanks and the tracking that a mail program added go; everything
    else stays as in the document: no other order, no other encoding, no other case. Scripts, data, files of one
    computer, templates without a known value and what is no address are refused.

    >>> normalize_url("{{ site.baseurl }}/slides/Lecture 1.pdf#page=2")
    '/slides/Lecture%201.pdf#page=2'
    >>> normalize_url("javascript:alert(1)")
    """
    if len(href) > MAX_URL:
        return None
    if PLAIN.fullmatch(href):
        return href
    url = _clean(href)
    for _ in range(WRAPPERS):
        inner = _unwrap(url)
        if inner == url:
            break
        url = _clean(inner)
    if not _is_followable(url):
        return None
    url = _drop_tracking(url)
    root = _clean_base(base) if base else None
    resolved = (_resolve(url, root) if root else url).strip(AROUND)
    return resolved if _is_followable(resolved) else None


def _clean(href: str) -> str:
    url = INVISIBLE.sub("", WRAPPED.sub("", href))
    if "{" in url:
        url = SITE.sub("", url)
        url = FILTERED.sub(lambda match: match[1] or match[2] or match[3] or "", url)
        url = TAGGED.sub(r"\1", url)
    url = decode_entities(url).strip(AROUND)
    if url.startswith("<") and url.endswith(">"):  # e.g. [x](<a b.pdf>)
        url = url[1:-1]
    # An entity may have stood for what was taken off above.
    return BLANK.sub("%20", INVISIBLE.sub("", WRAPPED.sub("", url)).strip().strip(AROUND))


def _unwrap(url: str) -> str:
    for pattern, names in REDIRECTS:
        match = pattern.match(url)
        if match:
            try:
                values = dict(reversed(parse_qsl(url[match.end() :].partition("#")[0], max_num_fields=50)))
            except ValueError:
                return url
            targets = [values[name] for name in names if values.get(name, "").startswith(("http://", "https://"))]
            return targets[0] if targets else url
    return url


def _is_followable(url: str) -> bool:
    if url in ("", "#"):
        return False
    scheme = SCHEME.match(url)
    name = scheme[1].lower() if scheme else ""
    if name in REFUSED or "{{" in url or "{%" in url or DRIVE.match(url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if name in ("http", "https"):  # e.g. "http://Title of a paper" has blanks for a host
        return bool(parts.hostname) and "%20" not in parts.netloc
    return True


def _drop_tracking(url: str) -> str:
    head, mark, query = url.partition("?")
    if not mark or "#" in head:
        return url
    query, hash_mark, fragment = query.partition("#")
    kept = [part for part in query.split("&") if not TRACKING.fullmatch(part)]
    if len(kept) == query.count("&") + 1:
        return url
    return head + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment


@lru_cache(maxsize=64)
def _clean_base(base: str) -> str | None:
    """Return the page's address; a relative one resolves nothing."""
    url = normalize_url(base)
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _resolve(url: str, base: str) -> str:
    if SCHEME.match(url) and "://" in url[:24]:  # urljoin would take an empty fragment off
        return url
    target = "//" + url if url.lower().startswith("www.") else url
    try:
        joined = urljoin(base, target)
    except ValueError:
        return ""
    return joined + "#" if url.endswith("#") and not joined.endswith("#") else joined


# ----------------------------------------------------------------------------- kinds

# What the words of a link say. They count only where every word of the link is one of these or a filler: "lecture 1
# slides (pdf)" is a label, "Notes on Programming in C" a title. The first kind that is named wins.
WORDS: Final[tuple[tuple[LinkKind, frozenset[str]], ...]] = (
    ("video", frozenset({
        "video", "videos", "recording", "recordings", "recorded", "screencast", "screencasts", "webcast", "youtube",
        "panopto",
        "vimeo", "echo360", "kaltura", "bilibili", "mp4", "vid", "vids", "watch", "vod", "aufzeichnung",
        "aufzeichnungen",
        "vidéo", "vidéos", "vídeo", "vídeos", "grabación", "gravação", "enregistrement", "registrazione", "视频",
        "录像", "回放",
        "動画", "録画", "영상",
    })),
    ("slides", frozenset({
        "slide", "slides", "slideset", "slidedeck", "deck", "powerpoint", "keynote", "beamer", "ppt", "pptx", "odp",
        "folien",
        "diapositives", "diapos", "diapositivas", "slajdy", "课件", "幻灯片", "讲稿", "スライド", "슬라이드", "投影片",
    })),
    ("form", frozenset({
        "form", "survey", "questionnaire", "poll", "signup", "feedback", "rsvp", "quiz", "formular", "formulaire",
        "wooclap",
    })),
    ("notes", frozenset({
        "notes", "handout", "handouts", "whiteboard", "blackboard", "transcript", "skript", "讲义", "笔记",
        "notizen",
        "apuntes", "commentary", "scribe", "scribed",
    })),
    ("code", frozenset({
        "code", "notebook", "notebooks", "repo", "repository", "github", "gitlab", "colab", "jupyter", "ipynb",
        "script",
        "implementation", "demo-code", "sourcecode", "代码", "コード",
    })),
    ("assignment", frozenset({
        "homework", "homeworks", "hw", "assignment", "assignments", "pset", "psets", "worksheet", "worksheets",
        "übungsblatt",
        "übung", "übungen", "devoir", "devoirs", "tarea", "tareas", "aufgabe", "aufgaben", "作业", "作業", "課題",
        "과제", "solution",
        "solutions", "sols", "lösung", "rubric",
    })),
    ("meeting", frozenset({"zoom", "webex", "jitsi", "bbb", "livestream", "teams"})),
    ("arxiv", frozenset({"arxiv"})),
    ("doi", frozenset({"doi"})),
)  # fmt: skip
KIND_OF_WORD: Final = {word: kind for kind, words in reversed(WORDS) for word in words}
ORDER: Final = tuple(kind for kind, _ in WORDS)
# Homework only where a number stands behind: "Lab 2", "Project 1"; "Project" alone is its page.
NUMBERED: Final = frozenset({"lab", "project", "task", "exercise", "exercises", "ps", "mp", "problem", "blatt", "tp"})
# e.g. hw3, pset1, lab2, ps4, slides05, video1
JOINED_NUMBER: Final = re.compile(r"([^\W\d_]{2,12})\d{1,3}[a-z]?")
FILLERS: Final = frozenset({
    "lecture", "lectures", "lec", "class", "course", "the", "my", "our", "a", "of", "for", "to", "and", "here", "link",
    "links",
    "url", "pdf", "html", "htm", "md", "part", "pt", "week", "wk", "day", "session", "unit", "chapter", "module",
    "view",
    "download", "annotated", "draft", "updated", "new", "old", "full", "short", "google", "lecturer", "instructor",
    "student",
    "students", "guest", "tutorial", "section", "recitation", "discussion", "presentation", "talk", "reading", "online",
    "join", "meeting", "live", "source", "sample", "example", "starter", "handwritten", "final", "in", "print",
    "printable",
    "up", "1up", "2up", "4up", "6up", "version", "en", "de", "fr", "pre", "post", "with", "released", "out", "due",
    "spec",
    "assigned", "description", "instructions", "programming", "written", "cloud", "ms", "microsoft", "meet", "sheet",
    "set",
    "i", "ii", "iii", "iv", "v", "no", "nr", "scan", "available", "on", "file", "files", "question", "questions",
    "sign",
    "submission", "response", "partial", "preview", "raw", "public", "screen", "folder", "extra", "additional",
    "review",
})  # fmt: skip
PHRASES: Final = (
    (re.compile(r"\bsign[\s-]?up\b"), "signup"),
    (re.compile(r"\bproblem[\s-]?(?:set|sheet)s?\b"), "pset"),
    (re.compile(r"\bp-set\b"), "pset"),
    (re.compile(r"\bhome[\s-]work\b"), "homework"),
    (re.compile(r"\blive[\s-]stream\b"), "livestream"),
    (re.compile(r"\b(?:google meet|meeting link|join meeting|meeting room)\b"), "zoom"),
    (re.compile(r"\(.{0,40}?\)(?= (?:released|out|due|assigned)$)"), " "),  # e.g. Lab 2 (k8s) released
)
WORD: Final = re.compile(r"[^\W_]+")
PDF_LABEL: Final = re.compile(r"(?:local |free |full )?(?:pdf|postscript|ps)(?: link| file| version)?|.{1,200}\.pdf")

# What a column's header says. A column of readings tells nothing: it holds papers, slides and pages alike.
READING_COLUMN: Final = re.compile(
    r"reading|paper|literatur|reference|material|resource|lectura|文献|阅读|textbook|article"
)
COLUMN_WORDS: Final[dict[str, LinkKind]] = {
    **{word: kind for word, kind in KIND_OF_WORD.items() if word not in ("watch", "solution", "teams", "code")},
    "due": "assignment", "deadline": "assignment", "deadlines": "assignment", "lab": "assignment", "labs": "assignment",
    "exercise": "assignment", "exercises": "assignment", "abgabe": "assignment", "projects": "assignment",
    "code": "code",
    "project": "assignment", "milestones": "assignment", "released": "assignment", "meeting": "meeting",
}  # fmt: skip

Hosts: TypeAlias = tuple[tuple[re.Pattern[str], LinkKind], ...]
# Matched against host and path, without scheme and "www."
HOSTS: Final[Hosts] = (
    (re.compile(r"(?:[a-z0-9-]{1,40}\.)?zoom\.(?:us|com\.cn|com)/rec/"), "video"),
    (re.compile(
        r"(?:[a-z0-9-]{1,40}\.)?zoom\.(?:us|com\.cn|com)/(?:j|my|s|w|meeting|wc)/|meet\.google\.com/"
        r"|teams\.(?:microsoft|live)\.com/|[a-z0-9-]{1,40}\.webex\.com/(?:meet|join)|meet\.jit\.si/|(?:[a-z0-9-]{1,40}\.)?gather\.town/|whereby\.com/"
    ), "meeting"),
    (re.compile(
        r"forms\.gle/|docs\.google\.com/(?:a/[^/]{1,60}/)?forms/|forms\.(?:office|microsoft|cloud\.microsoft)(?:\.com)?/"
        r"|(?:app\.)?wooclap\.com/|(?:[a-z0-9-]{1,40}\.)?typeform\.com/|(?:[a-z0-9-]{1,40}\.){0,3}qualtrics\.com/"
        r"|surveymonkey\.com/|doodle\.com/|when2meet\.com/|pollev\.com/|(?:app\.)?sli\.do/|menti\.com/|calendly\.com/"
        r"|(?:[a-z0-9-]{1,40}\.)?hotcrp\.com/|jotform\.com/|tally\.so/|kahoot\.it/|create\.kahoot\.it/|easychair\.org/"
    ), "form"),
    (re.compile(
        r"docs\.google\.com/(?:a/[^/]{1,60}/)?presentation/|slideshare\.net/|speakerdeck\.com/|slides\.com/"
    ), "slides"),
    (re.compile(
        r"(?:(?:m|music)\.)?youtube(?:-nocookie)?\.com/|youtu\.be/|(?:player\.)?vimeo\.com/"
        r"|(?:[a-z0-9-]{1,40}\.){1,4}panopto\.(?:com|eu)/|bilibili\.com/|b23\.tv/|(?:[a-z0-9-]{1,40}\.){0,3}echo360\."
        r"|mediaspace\.|(?:[a-z0-9-]{1,40}\.){0,3}kaltura\.com/|ted\.com/talks/|videolectures\.net/|slideslive\.com/"
        r"|twitch\.tv/|(?:[a-z0-9-]{1,40}\.){1,3}mediasite\.com/|loom\.com/share/|drive\.google\.com/file/.{0,200}\.mp4"
    ), "video"),
    (re.compile(
        r"gradescope\.com/|[a-z0-9.-]{1,60}\.instructure\.com/courses/\d{1,12}/(?:assignments|quizzes)"
        r"|classroom\.github\.com/|(?:canvas|bcourses)\.[a-z0-9.-]{1,60}/courses/\d{1,12}/(?:assignments|quizzes)"
    ), "assignment"),
    (re.compile(r"(?:[a-z]{2,10}\.){0,3}arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/"), "arxiv"),
    (re.compile(r"(?:dx\.)?doi\.org/10\.|dl\.acm\.org/doi/"), "doi"),
    (re.compile(
        r"colab\.(?:research\.google|google)\.com/|gist\.github\.com/|nbviewer\.(?:jupyter\.)?org/|mybinder\.org/"
        r"|replit\.com/|codepen\.io/|kaggle\.com/code/|godbolt\.org/|observablehq\.com/"
    ), "code"),
)  # fmt: skip
# The ends (or beginnings) of all those hosts: a look at them spares most links the patterns.
DOMAINS: Final = frozenset({
    "zoom.us", "com.cn", "zoom.com", "google.com", "microsoft.com", "live.com", "webex.com", "jit.si",
    "gather.town", "whereby.com", "forms.gle", "office.com", "cloud.microsoft", "wooclap.com", "typeform.com",
    "qualtrics.com", "surveymonkey.com", "doodle.com", "when2meet.com", "pollev.com", "sli.do", "menti.com",
    "calendly.com", "hotcrp.com", "jotform.com", "tally.so", "kahoot.it", "easychair.org", "slideshare.net",
    "speakerdeck.com", "slides.com", "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com",
    "panopto.com", "panopto.eu", "bilibili.com", "b23.tv", "echo360.com", "echo360.org", "echo360.ca",
    "echo360.net", "kaltura.com", "ted.com", "videolectures.net", "slideslive.com", "twitch.tv",
    "mediasite.com", "loom.com", "gradescope.com", "instructure.com", "github.com", "arxiv.org", "doi.org",
    "acm.org", "jupyter.org", "nbviewer.org", "mybinder.org", "replit.com", "codepen.io", "kaggle.com",
    "godbolt.org", "observablehq.com",
})  # fmt: skip
PREFIXES: Final = ("mediaspace.", "canvas.", "bcourses.")
SUFFIXES: Final[tuple[tuple[tuple[str, ...], LinkKind], ...]] = (
    ((".pdf", ".pdff", ".ps", ".ps.gz", ".djvu"), "pdf"),
    ((".ppt", ".pptx", ".ppsx", ".pps", ".odp", ".key"), "slides"),
    ((".mp4", ".mov", ".avi", ".webm", ".mkv", ".m4v", ".wmv", ".m3u8"), "video"),
    (
        (".ipynb", ".py", ".zip", ".tar.gz", ".tgz", ".m", ".java", ".c", ".cpp", ".h", ".r", ".rmd", ".git", ".jl",
         ".rs", ".js", ".scala", ".hs", ".ml", ".go", ".lean"),
        "code",
    ),
    ((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ics"), "other"),
)  # fmt: skip
FILE_NAME: Final = re.compile(r"/[^/]+\.[a-z0-9.]{1,8}$|^[^/]+\.[a-z0-9.]{1,8}$")
# e.g. github.com/psf/requests: a repository; a Markdown file in it is a page
REPOSITORY: Final = re.compile(
    r"(?:github|gitlab|bitbucket)\.(?:com|org)/(?!orgs/|topics/|search|sponsors/)[\w.-]{1,60}/[\w.-]{1,100}/?"
    r"(?:tree/.{0,300})?$"
)
# e.g. lessons/01-local-opt.md
NOTES_PATH: Final = re.compile(
    r"(?:^|/)(?:lessons?|notes|lecture[_-]?notes|lec[_-]?notes|class[_-]?notes)/[^?#]{1,200}\.(?:md|markdown|html?|txt|rst)$"
)
# e.g. fetch.php?media=publications:wukong-osdi16.pdf · ?doi=…&rep=rep1&type=pdf
PDF_QUERY: Final = re.compile(r"(?:\.pdf|[?&](?:type|format)=pdf)(?:&|$)")


def classify_link(url: str | None, *, text: str = "", column: str = "") -> LinkKind:
    """Say what a link leads to, by its own words, the column (or label) it stands in, its host and its suffix.

    A schedule links slides, recordings and papers side by side, and readers want one of them. The link's words are
    asked first, and only as a whole: a paper called "Notes on ..." is no notes. What nothing tells is a page; a link
    whose target and meaning are both lost is `other`.

    >>> classify_link("/slides/1.pdf", text="slides"), classify_link("/papers/1.pdf", text="Raft")
    ('slides', 'pdf')
    >>> classify_link("https://dl.acm.org/citation.cfm?id=3132763", text="Notes on the Synthesis of Form")
    'page'
    """
    shortened = (part if len(part) <= 200 else "" for part in (text, column))
    return _classify(url[:MAX_URL] if url else "", *shortened)


@lru_cache(maxsize=8192)
def _classify(url: str, text: str, column: str) -> LinkKind:
    address = _strip_address(url)
    said = _read_label(text)
    hosted = _read_host(address)
    # A quiz that the learning platform keeps among its assignments is one; a recording of a meeting is no meeting.
    if hosted in ("assignment", "arxiv") or (hosted in ("form", "video") and said in (None, "form", "meeting", "code")):
        return hosted
    if said:
        return hosted if hosted == "doi" and said not in ("slides", "video") else said
    if hosted and hosted != "code":
        return hosted
    path = address.partition("?")[0].partition("#")[0]
    suffix = None
    if FILE_NAME.search(path):
        suffix = next((kind for endings, kind in SUFFIXES if path.endswith(endings)), None)
    headed = _choose_column(_read_column(column), suffix) if column else None
    if headed and not (suffix in ("video", "other") or (suffix == "code" and headed != "assignment")):
        return headed
    if not address:
        return "pdf" if PDF_LABEL.fullmatch(" ".join(WORD_OR_DOT.findall(text.lower()))) else "other"
    if hosted or suffix:
        return hosted or suffix or "page"
    if NOTES_PATH.search(path):
        return "notes"
    if REPOSITORY.match(path):
        return "code"
    if PDF_QUERY.search(address) or PDF_LABEL.fullmatch(text.strip(" []()").lower()):
        return "pdf"
    return "page"


WORD_OR_DOT: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


def _read_host(address: str) -> LinkKind | None:
    host = address.partition("/")[0]
    if ".".join(host.rsplit(".", 2)[-2:]) not in DOMAINS and not host.startswith(PREFIXES):
        return None
    return next((kind for pattern, kind in HOSTS if pattern.match(address)), None)


def _strip_address(url: str) -> str:
    """Return host and path in lower case, without the scheme."""
    if not url:
        return ""
    lowered = unquote(url).lower() if "%" in url else url.lower()
    _, mark, rest = lowered[:12].partition("://")
    if mark:
        lowered = rest + lowered[12:]
    return lowered.removeprefix("www.")


def _read_label(text: str) -> LinkKind | None:
    """Read a link's words as a label; None for a title."""
    if not text or len(text) > 60:
        return None
    lowered = text.lower()
    for pattern, word in PHRASES:
        lowered = pattern.sub(word, lowered)
    found: set[LinkKind] = set()
    words = WORD.findall(lowered)
    for at, word in enumerate(words):
        joined = JOINED_NUMBER.fullmatch(word)
        stem = joined[1] if joined and word not in KIND_OF_WORD else word
        kind = KIND_OF_WORD.get(stem)
        if kind:
            found.add(kind)
        elif stem in NUMBERED and (joined or (at + 1 < len(words) and words[at + 1][0].isdigit())):
            found.add("assignment")
        elif not (stem in FILLERS or word.isdigit() or (len(word) < 4 and word[0].isdigit())):
            return None
    return next((kind for kind in ORDER if kind in found), None)


@lru_cache(maxsize=512)
def _read_column(column: str) -> tuple[LinkKind, ...]:
    lowered = column.lower()
    if READING_COLUMN.search(lowered):
        return ()
    for pattern, word in PHRASES:
        lowered = pattern.sub(word, lowered)
    return tuple(COLUMN_WORDS[word] for word in WORD.findall(lowered) if word in COLUMN_WORDS)


def _choose_column(kinds: tuple[LinkKind, ...], suffix: LinkKind | None) -> LinkKind | None:
    """Take the first kind that a header names; of "Video / Slides" a PDF is the slides."""
    if suffix == "pdf":
        kinds = tuple(kind for kind in kinds if kind not in ("video", "meeting", "form")) or kinds
    return kinds[0] if kinds else None
