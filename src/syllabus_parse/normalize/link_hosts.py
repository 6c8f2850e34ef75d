"""What the host, the path and the suffix of an address say about where a link leads."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from syllabus_parse.model import LinkKind
from syllabus_parse.regex import lazy_regex

Hosts: TypeAlias = tuple[tuple[re.Pattern[str], LinkKind], ...]
# Matched against host and path, without scheme and "www."
HOSTS: Final[Hosts] = (
    (lazy_regex(r"(?:[a-z0-9-]{1,40}\.)?zoom\.(?:us|com\.cn|com)/rec/"), "video"),
    (lazy_regex(
        r"(?:[a-z0-9-]{1,40}\.)?zoom\.(?:us|com\.cn|com)/(?:j|my|s|w|meeting|wc)/|meet\.google\.com/"
        r"|teams\.(?:microsoft|live)\.com/|[a-z0-9-]{1,40}\.webex\.com/(?:meet|join)|meet\.jit\.si/|(?:[a-z0-9-]{1,40}\.)?gather\.town/|whereby\.com/"
    ), "meeting"),
    (lazy_regex(
        r"forms\.gle/|docs\.google\.com/(?:a/[^/]{1,60}/)?forms/|forms\.(?:office|microsoft|cloud\.microsoft)(?:\.com)?/"
        r"|(?:app\.)?wooclap\.com/|(?:[a-z0-9-]{1,40}\.)?typeform\.com/|(?:[a-z0-9-]{1,40}\.){0,3}qualtrics\.com/"
        r"|surveymonkey\.com/|doodle\.com/|when2meet\.com/|pollev\.com/|(?:app\.)?sli\.do/|menti\.com/|calendly\.com/"
        r"|(?:[a-z0-9-]{1,40}\.)?hotcrp\.com/|jotform\.com/|tally\.so/|kahoot\.it/|create\.kahoot\.it/|easychair\.org/"
    ), "form"),
    (lazy_regex(
        r"docs\.google\.com/(?:a/[^/]{1,60}/)?presentation/|slideshare\.net/|speakerdeck\.com/|slides\.com/"
    ), "slides"),
    (lazy_regex(
        r"(?:(?:m|music)\.)?youtube(?:-nocookie)?\.com/|youtu\.be/|(?:player\.)?vimeo\.com/"
        r"|(?:[a-z0-9-]{1,40}\.){1,4}panopto\.(?:com|eu)/|bilibili\.com/|b23\.tv/|(?:[a-z0-9-]{1,40}\.){0,3}echo360\."
        r"|mediaspace\.|(?:[a-z0-9-]{1,40}\.){0,3}kaltura\.com/|ted\.com/talks/|videolectures\.net/|slideslive\.com/"
        r"|twitch\.tv/|(?:[a-z0-9-]{1,40}\.){1,3}mediasite\.com/|loom\.com/share/|drive\.google\.com/file/.{0,200}\.mp4"
    ), "video"),
    (lazy_regex(
        r"gradescope\.com/|[a-z0-9.-]{1,60}\.instructure\.com/courses/\d{1,12}/(?:assignments|quizzes)"
        r"|classroom\.github\.com/|(?:canvas|bcourses)\.[a-z0-9.-]{1,60}/courses/\d{1,12}/(?:assignments|quizzes)"
    ), "assignment"),
    (lazy_regex(r"(?:[a-z]{2,10}\.){0,3}arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/"), "arxiv"),
    (lazy_regex(r"(?:dx\.)?doi\.org/10\.|dl\.acm\.org/doi/"), "doi"),
    (lazy_regex(
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
FILE_NAME: Final = lazy_regex(r"/[^/]+\.[a-z0-9.]{1,8}$|^[^/]+\.[a-z0-9.]{1,8}$")
# e.g. github.com/psf/requests: a repository; a Markdown file in it is a page
REPOSITORY: Final = lazy_regex(
    r"(?:github|gitlab|bitbucket)\.(?:com|org)/(?!orgs/|topics/|search|sponsors/)[\w.-]{1,60}/[\w.-]{1,100}/?"
    r"(?:tree/.{0,300})?$"
)
# e.g. lessons/01-local-opt.md
NOTES_PATH: Final = lazy_regex(
    r"(?:^|/)(?:lessons?|notes|lecture[_-]?notes|lec[_-]?notes|class[_-]?notes)/[^?#]{1,200}\.(?:md|markdown|html?|txt|rst)$"
)
# e.g. fetch.php?media=publications:wukong-osdi16.pdf · ?doi=…&rep=rep1&type=pdf
PDF_QUERY: Final = lazy_regex(r"(?:\.pdf|[?&](?:type|format)=pdf)(?:&|$)")
