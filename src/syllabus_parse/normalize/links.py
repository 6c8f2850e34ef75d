"""Links: their targets as addresses that can be followed, and what they lead to."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final, TypeAlias, cast
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from syllabus_parse.model import LinkKind

MAX_URL: Final = 8000
"""Characters of the longest target that is still an address."""

ROUNDS: Final = 5
"""Wrappers taken off one target at most (a redirect inside a redirect)."""

# ----------------------------------------------------------------------------- addresses

# e.g. "slides.ppt\<newline>x": a program wrapped the line; also the two characters "\n" printed
WRAPPED: Final = re.compile(r"\\[ \t]{0,8}\r?\n[ \t]{0,8}|[\t\r\n]")
# e.g. {{ site.baseurl }}/x · {{site.url}}{{site.baseurl}}/x
SITE: Final = re.compile(r"\{\{-?\s{0,8}(?:site\.(?:baseurl|url|github\.url)|page\.root|base_path|root)\s{0,8}(?:\|[^{}]{0,80})?-?\}\}")
# e.g. {{ '/x' | relative_url }} · {{ "/x" | absolute_url }} · {{ 'x' | prepend: site.baseurl }}
FILTERED: Final = re.compile(r"""\{\{-?\s{0,8}(?:'([^'{}]{0,400})'|"([^"{}]{0,400})")\s{0,8}(?:\|[^{}]{0,120})?-?\}\}""")
# e.g. {% link _lectures/01.md %} · {% post_url 2020-01-01-x %}
TAGGED: Final = re.compile(r"\{%-?\s{0,8}(?:link|post_url)\s{1,8}([^%{}\s]{1,400})\s{0,8}-?%\}")
SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
# Followable schemes; any other name before a colon may be the start of a relative path ("lecture1:intro.pdf").
FOLLOWED: Final = frozenset({"http", "https", "ftp", "ftps", "mailto", "sftp", "tel", "git", "ssh", "magnet", "file", "doi"})
REFUSED: Final = frozenset({"javascript", "data", "vbscript", "blob", "about", "chrome", "view-source", "jar", "livescript", "mocha"})
INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
BLANK: Final = re.compile(r"\s")
TRACKING: Final = re.compile(
    r"(?:utm_[a-z_]{1,30}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok|twclid|"
    r"vero_id|oly_enc_id|oly_anon_id|wickedid|ref_src|ref_url|spm)=[^&#]*",
    re.IGNORECASE,
)
REDIRECTS: Final = (
    (re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE), ("q", "url")),
    (re.compile(r"https?://lm?\.facebook\.com/l\.php\?", re.IGNORECASE), ("u",)),
    (re.compile(r"https?://(?:www\.)?youtube\.com/redirect\?", re.IGNORECASE), ("q",)),
    (re.compile(r"https?://[a-z0-9]{2,10}\.safelinks\.protection\.outlook\.com/(?:[A-Za-z.]{0,30})\?", re.IGNORECASE), ("url",)),
)


def normalize_url(href: str, *, base: str | None = None) -> str | None:
    """Write a link's target as an address that can be followed, or None where it can't be.

    Templates of Jekyll, line breaks of an editor, blanks and the tracking that a mail program added go; everything
    else stays as in the document: no other order, no other encoding, no other case. Scripts and data are refused.

    >>> normalize_url("{{ site.baseurl }}/slides/Lecture 1.pdf#page=2")
    '/slides/Lecture%201.pdf#page=2'
    >>> normalize_url("javascript:alert(1)")
    """
    if len(href) > MAX_URL:
        return None
    url = _clean(href)
    for _ in range(ROUNDS):
        before = url
        url = _clean(_unwrap(url))
        if url == before:
            break
    if not url or url == "#" or _is_refused(url):
        return None
    url = _drop_tracking(url)
    try:
        urlsplit(url)
        joined = urljoin(base, url) if base else url
        urlsplit(joined)
    except ValueError:
        return None
    return None if not joined or _is_refused(joined) else joined


def _clean(href: str) -> str:
    url = WRAPPED.sub("", href)
    url = INVISIBLE.sub("", url)
    if "&" in url:
        url = html.unescape(url) if "&amp;" in url or "&#" in url else url
    if "{" in url:
        url = SITE.sub("", url)
        url = FILTERED.sub(lambda match: match[1] or match[2] or "", url)
        url = TAGGED.sub(r"\1", url)
    url = url.strip()
    if url.startswith("<") and url.endswith(">"):
        url = url[1:-1].strip()
    return BLANK.sub("%20", url)


def _unwrap(url: str) -> str:
    for pattern, names in REDIRECTS:
        match = pattern.match(url)
        if match:
            values = dict(reversed(parse_qsl(url[match.end() :].split("#")[0], max_num_fields=50)))
            for name in names:
                if re.match(r"https?://", values.get(name, "")):
                    return values[name]
    return url


def _is_refused(url: str) -> bool:
    scheme = SCHEME.match(url)
    return scheme is not None and scheme[1].lower() in REFUSED


def _drop_tracking(url: str) -> str:
    head, mark, query = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = query.partition("#")
    if not TRACKING.search(query):
        return url
    kept = "&".join(part for part in query.split("&") if not TRACKING.fullmatch(part))
    return head + ("?" + kept if kept else "") + hash_mark + fragment


# ----------------------------------------------------------------------------- kinds

Rules: TypeAlias = tuple[tuple[re.Pattern[str], LinkKind], ...]

# What a link's own words say, read as a whole: "slides" is a label, "Notes on Programming" a title.
_EXTRA: Final = r"(?:\s?[#:-]?\s?\(?(?:\d{1,3}[a-z]?|[ivx]{1,4}|pdf|pptx?|html?|part\s\d|link|annotated|draft)\)?)"
LABELS: Final[Rules] = tuple(
    (re.compile(rf"(?:{words}){_EXTRA}{{0,3}}", re.IGNORECASE), cast(LinkKind, kind))
    for words, kind in (
        (r"(?:pdf|pptx?|lecture|class|annotated|my|our|the|course|talk|presentation)?\s?(?:slides?|slide\sdeck|deck)"
         r"|(?:powerpoint|keynote|beamer|google\sslides)|folien|diapositives|diapos|diapositivas|slajdy|课件|幻灯片|スライド|ppt|pptx|odp", "slides"),
        (r"(?:lecture|class|talk|zoom|panopto|screen|presentation)?\s?(?:videos?|recordings?|screencasts?|webcasts?)"
         r"|youtube|panopto|recorded\slecture|watch|aufzeichnung|vidéos?|grabación|视频|录像|動画|mp4|vimeo|echo360", "video"),
        (r"(?:join\s)?(?:zoom|zoom\slink|zoom\smeeting|google\smeet|ms\steams|microsoft\steams|teams|webex|jitsi|bbb)"
         r"|(?:meeting|livestream|live\sstream)(?:\slink)?", "meeting"),
        (r"(?:google\s|sign[\s-]?up\s|feedback\s|question\s|submission\s|response\s|reading\s)?(?:form|survey|questionnaire|poll)"
         r"|sign[\s-]?up(?:\ssheet)?|feedback|rsvp|(?:reading\s|online\s)?quiz", "form"),
        (r"(?:source\s|sample\s|example\s|starter\s|demo\s)?(?:code|notebooks?|repo|repository|github|colab|jupyter|ipynb|"
         r"script|implementation)|jupyter\snotebook|colab\snotebook|代码", "code"),
        (r"(?:lecture|class|course|scribe|scribed|handwritten|my|discussion|section|pdf)?\s?(?:notes?|lecture\snotes|handouts?)"
         r"|whiteboard|board|transcript|scan\sof\s(?:the\s)?(?:commentary|notes)|skript|讲义|notizen|apuntes|notes\sde\scours", "notes"),
        (r"(?:homework|home\swork|hw|assignment|problem\sset|problem\ssheet|pset|p-?set|lab|programming\sassignment|mp|mini-?project|"
         r"exercise\ssheet|exercises?|worksheet|übungsblatt|übung|devoir|tarea|aufgabe|作业|task|project)"
         r"(?:\s?#?\d{1,2}[a-z]?)?(?:\s\([^()]{1,40}\))?(?:\s(?:released|out|due|handout|spec|assigned|description|instructions))?", "assignment"),
        (r"arxiv(?:\slink|\spreprint)?", "arxiv"),
        (r"doi", "doi"),
    )
)  # fmt: skip
PDF_LABEL: Final = re.compile(r"\W?(?:pdf|local\spdf|pdf\slink)\W?|.{1,200}\.pdf", re.IGNORECASE)
LOST_LABEL: Final = re.compile(r"\W?(?:link|url|here|web|click\shere|website|site|lien|链接)\W?", re.IGNORECASE)

# What a column's header says.
COLUMNS: Final[Rules] = tuple(
    (re.compile(words, re.IGNORECASE), cast(LinkKind, kind))
    for words, kind in (
        (r"\b(?:slides?|decks?|powerpoint|pptx?|folien|diapositiv\w{1,4})\b|课件|幻灯片|スライド", "slides"),
        (r"\b(?:videos?|recordings?|youtube|panopto|screencasts?|vidéos?|aufzeichnung\w{0,2})\b|视频|录像|動画", "video"),
        (r"\b(?:zoom|meeting link|livestream)\b", "meeting"),
        (r"\b(?:forms?|survey|feedback|sign-?ups?)\b", "form"),
        (r"\b(?:homeworks?|hws?|assignments?|due|deadlines?|problem sets?|psets?|labs?|exercises?|devoirs?|übung\w{0,3}|tareas?)\b|作业", "assignment"),
        (r"\b(?:code|notebooks?|github|colab)\b", "code"),
        (r"\b(?:notes|handouts?|skript)\b|讲义", "notes"),
    )
)  # fmt: skip

HOSTS: Final[Rules] = tuple(
    (re.compile(words), cast(LinkKind, kind))
    for words, kind in (
        (r"(?:[a-z0-9-]{1,40}\.)?zoom\.(?:us|com(?:\.cn)?)/(?:j|my|s|w|meeting)/|meet\.google\.com/|teams\.(?:microsoft|live)\.com/"
         r"|[a-z0-9-]{1,40}\.webex\.com/(?:meet|join)|meet\.jit\.si/|(?:[a-z0-9-]{1,40}\.)?gather\.town/|whereby\.com/", "meeting"),
        (r"(?:[a-z0-9-]{1,40}\.)?zoom\.us/rec/", "video"),
        (r"forms\.gle/|docs\.google\.com/forms/|forms\.office\.com/|forms\.microsoft\.com/|app\.wooclap\.com/|(?:[a-z0-9-]{1,40}\.)?typeform\.com/"
         r"|(?:[a-z0-9.-]{1,40}\.)?qualtrics\.com/|(?:www\.)?surveymonkey\.com/|doodle\.com/|(?:www\.)?when2meet\.com/|pollev\.com/"
         r"|(?:www\.)?sli\.do/|app\.sli\.do/|(?:www\.)?menti\.com/|calendly\.com/|airtable\.com/shr|hotcrp\.com/|[a-z0-9-]{1,40}\.hotcrp\.com/", "form"),
        (r"docs\.google\.com/presentation/|(?:www\.)?slideshare\.net/|speakerdeck\.com/|slides\.com/", "slides"),
        (r"(?:(?:www|m|music)\.)?youtube\.com/|youtu\.be/|(?:www\.|player\.)?vimeo\.com/|[a-z0-9.-]{1,40}\.panopto\.(?:com|eu)/"
         r"|(?:www\.)?bilibili\.com/|echo360\.|mediaspace\.|[a-z0-9.-]{0,40}kaltura\.com/|(?:www\.)?ted\.com/talks/|videolectures\.net/"
         r"|slideslive\.com/|(?:www\.)?twitch\.tv/|[a-z0-9-]{1,60}\.mediasite\.com/", "video"),
        (r"colab\.research\.google\.com/|gist\.github\.com/|nbviewer\.(?:jupyter\.org|org)/|mybinder\.org/|replit\.com/|codepen\.io/|(?:www\.)?kaggle\.com/code/", "code"),
        (r"(?:www\.)?gradescope\.com/|[a-z0-9.-]{1,60}\.instructure\.com/courses/\d{1,12}/(?:assignments|quizzes)|classroom\.github\.com/", "assignment"),
        (r"(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/", "arxiv"),
        (r"(?:dx\.|www\.)?doi\.org/10\.|(?:www\.)?dl\.acm\.org/doi/", "doi"),
    )
)  # fmt: skip
SUFFIXES: Final[tuple[tuple[tuple[str, ...], LinkKind], ...]] = (
    ((".pdf", ".pdff", ".ps", ".ps.gz", ".djvu"), "pdf"),
    ((".ppt", ".pptx", ".ppsx", ".pps", ".odp", ".key"), "slides"),
    ((".mp4", ".mov", ".avi", ".webm", ".mkv", ".m4v", ".wmv", ".m3u8"), "video"),
    ((".ipynb", ".py", ".zip", ".tar.gz", ".tgz", ".m", ".java", ".c", ".cpp", ".r", ".rmd", ".git", ".jl", ".rs", ".js", ".scala"), "code"),
    ((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ics"), "other"),
)  # fmt: skip
# e.g. github.com/pytorch/pytorch, and a file of a program in it; a Markdown file there is a page
REPOSITORY: Final = re.compile(r"(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/[\w.-]{1,60}/[\w.-]{1,100}/?(?:tree/.{0,300})?$")
# e.g. lessons/01-local-opt.md
NOTES_PATH: Final = re.compile(r"(?:^|/)(?:lessons?|notes|lecture[_-]?notes|lec[_-]?notes)/[^?#]{1,200}\.(?:md|markdown|html?|txt|rst)$")
# e.g. /assignments/a1.html · lessons/03.md#task
ASSIGNMENT_PATH: Final = re.compile(r"(?:^|/)(?:assignments?|homeworks?|hws?|psets?|problem[_-]?sets?|labs?)/")


def classify_link(url: str | None, *, text: str = "", column: str = "") -> LinkKind:
    """Say what a link leads to, by its own words, the column (or label) it stands in, its host and its suffix.

    A schedule links slides, recordings and papers side by side, and readers want one of them. The link's words are
    asked first, and only as a whole: a paper called "Notes on ..." is no notes. What nothing tells is a page.

    >>> classify_link("/slides/1.pdf", text="slides"), classify_link("/papers/1.pdf", text="Raft")
    ('slides', 'pdf')
    >>> classify_link("https://dl.acm.org/citation.cfm?id=3132763", text="Notes on the Synthesis of Form")
    'page'
    """
    return _classify(url, text if len(text) <= 200 else "", column if len(column) <= 200 else "")


@lru_cache(maxsize=8192)
def _classify(url: str | None, text: str, column: str) -> LinkKind:
    address = _address(url)
    label = " ".join(text.strip(" \t\n[](){}<>*_:.,|→»").split())
    said = _match_label(label)
    hosted = next((kind for pattern, kind in HOSTS if pattern.match(address)), None)
    # A quiz that the learning platform keeps among its assignments is one of them.
    if hosted == "assignment" or (hosted and said in (None, "form", "meeting") and hosted != "doi"):
        return hosted if not (said == "form" and hosted in ("arxiv", "slides")) else said
    if said:
        return said
    headed = next((kind for pattern, kind in COLUMNS if pattern.search(column)), None) if column else None
    if headed and hosted not in ("arxiv", "doi"):
        return headed
    if hosted:
        return hosted
    if not address:
        return "pdf" if PDF_LABEL.fullmatch(label) else "other"
    path = address.partition("?")[0].partition("#")[0]
    if NOTES_PATH.search(path):
        return "notes"
    for endings, kind in SUFFIXES:
        if path.endswith(endings):
            return kind
    if REPOSITORY.match(path):
        return "code"
    return "pdf" if PDF_LABEL.fullmatch(label) else "page"


def _match_label(label: str) -> LinkKind | None:
    if not label or len(label) > 60:
        return None
    return next((kind for pattern, kind in LABELS if pattern.fullmatch(label)), None)


def _address(url: str | None) -> str:
    """Return host and path in lower case, without the scheme."""
    if not url:
        return ""
    lowered = unquote(url).lower()
    return re.sub(r"^[a-z][a-z0-9+.-]{0,20}://", "", lowered)
