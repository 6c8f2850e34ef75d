"""What a text is: a work, a stretch of a textbook, an instruction; and what kind of work."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.words import READING_KINDS
from syllabus_parse.model import ReadingKind
from syllabus_parse.regex import lazy_regex

DIGIT: Final = lazy_regex(r"\d")
TEXT_RANGE: Final = lazy_regex(
    r"""(?!read\s|skim\s)\(?\s*(?:[A-Z][A-Za-z\d&.-]{0,18}(?:\s(?-i:[A-Z])[A-Za-z&.]{1,14})?[,:]?\s)?
        # GBC 4.2, R4DS Ch. 2
        (?:(?:text\s?book\s)?(?:ch(?:apters?|aps?|ps?|s)?|sec(?:tions?|ts?|s)?|§§?|pp?|pages?|kap(?:itel)?|cap(?:ítulos?)?|lec(?:tures?)?)[.:]?\s?)?
        \d{1,3}(?:(?:\s?(?:[.:–]|-{1,2})\s?|\sto\s)(?:\d{1,3}|all))*
        (?:(?:\s?,\s?(?:(?:and|&)\s)?|\s?[&+]\s?|\s(?:and|und|y|et|e)\s)\d{1,3}(?:(?:[.:–]|-{1,2})\d{1,3})*)*
        # 1:1-3,5  4.1--4.2  3-5  10:all  1 & 2 & 13.1  2.1 to 2.3
        (?:\sof\s\[[A-Z][\w+]{1,12}\])?                   # 9.5 of [CIML]
        (?:\s\([^()]{1,60}\))?\s*\)?""",
    re.VERBOSE | re.IGNORECASE,
)


RANGE_PROOF: Final = lazy_regex(
    r"\d\s?(?:[.:–]|-{1,2})\s?(?:\d|all)|^\(?\s*(?:ch|sec|§|pp?\.|pages?|kap|cap)"
    r"|^\(?[A-Z][A-Za-z\d&.-]{0,18}(?:\s[A-Z][A-Za-z&.]{1,14})?[,:]?\s(?:ch|sec|§|pp?\.|kap|cap)[a-z]{0,6}\.?\s?\d"
    r"|^\(?[A-Z]{2,8} \d",
    re.IGNORECASE,
)


# Sections of a book that a letter stands for, e.g. "W1.1-W1.4" · "W2.A" · "Appendix B.1-B.3"
LETTERED: Final = lazy_regex(
    r"(?:App\.|Appendix|Appendices|Anhang|Apéndice|Annexe) [A-Z](?:\.\d{1,2}(?:\s?[-–]\s?[A-Z]?\.?\d{1,2})?)?"
    r"|[A-Z]{1,3}(?:\d{1,2}\.(?:\d{1,2}|[A-Z])|\.\d{1,2})(?:\s?[-–]\s?[A-Z]{0,3}\d{1,2}(?:\.(?:\d{1,2}|[A-Z]))?)?"
)


INSTRUCTION: Final = lazy_regex(
    r"(?:no (?:required |new |additional |further |extra |assigned |formal |other )?readings?|no\sclass(?:es)?\W*$|none"
    r"|suggestions? for"
    r"|(?:read )?(?:the|this|our|course) syllabus(?=\W*$)|read (?:the|this) syllabus|readings? set by"
    r"|to be (?:announced|determined)|see (?:above|below|canvas|piazza|polly|(?:the )?links?\b)|"
    r"no papers?\b|catch up|work on|bring |submit |install |complete the|get started|start (?:working|thinking)"
    r"|continue |"
    r"review (?:the|your|session|for|(?=(?-i:[a-z])))|presentations? (?:of|by) "
    r"|(?:look|go|read) (?:back )?(?:over|through|at) (?:the |your )?(?:last|this|previous|prior|earlier|next)\b"
    r"|prepare (?:for|your)|sign up|please |keine lektüre|sin lectura|sem leitura"
    r"|what(?:['’]s| is) (?:the )?(?:best|next)\b|we (?:also |still )?need (?:a|an|some|more)\b"
    r"|[^?()]{0,60}\(i don['’]t know|go to\b|select |click |enter |register |log ?in\b|download "
    r"|create (?:an|a|your) |contact (?:the|your|dr|prof|me|us)\b"
    r"|(?:all (?:of )?)?the (?:above|below|following|assigned) (?:readings?|papers?|books?|texts?|materials?)"
    r" (?:are|is|can|may|will|should|must) )",
    re.IGNORECASE,
)


# e.g. Exam 1 · Quiz 3: what is sat, not read
MEETING: Final = lazy_regex(r"(?:mid-?term|final|exam|quiz|test|homework|hw|week|day)\b", re.IGNORECASE)


def is_instruction(text: str) -> bool:
    """Tell whether the words tell students what to do rather than name a work.

    >>> is_instruction("Readings set by student presenters"), is_instruction("Paxos made simple")
    (True, False)
    """
    return bool(INSTRUCTION.match(text.strip()))


# e.g. JMLR Paper List · Reading list 2019 · Accepted papers · 历年论文集
CATALOGUE: Final = lazy_regex(
    r"(?:(?:all|list of|full list of)\s)?accepted papers"
    r"|(?:.{0,80}\s)?(?:papers?|readings?|literature|publications?)\s?lists?(?:\s(?:19|20)\d\d)?"
    r"|.{0,40}(?:历年论文集?|论文(?:列表|目录|集))",
    re.IGNORECASE,
)


def is_catalogue(words: str) -> bool:
    """Tell the name of a list of works from that of a work: the list is a page to look into, and none is read whole.

    >>> is_catalogue("AAAI Paper List"), is_catalogue("A List of Paper Boats")
    (True, False)
    """
    return bool(CATALOGUE.fullmatch(words.strip(" .:")))


def is_text_range(text: str) -> bool:
    """Tell whether the words are a stretch of a textbook ("1.1-3", "GBC 4.2", "9:1,3"); "Exam 1" is none.

    >>> is_text_range("1:1-3,5"), is_text_range("10:all"), is_text_range("2020"), is_text_range("5")
    (True, True, False, False)
    """
    if DIGIT.search(text) is None:
        return False
    stripped = text.strip().rstrip(".,;")
    if MEETING.match(stripped):
        return False
    if LETTERED.fullmatch(stripped):
        return True
    return bool(TEXT_RANGE.fullmatch(stripped)) and bool(RANGE_PROOF.search(stripped))


URL_KINDS: Final[tuple[tuple[re.Pattern[str], ReadingKind], ...]] = (
    (
        lazy_regex(
            r"(?<!syn)(?<!hypo)(?<!paren)(?<!anti)(?<!pros)(?:thesis|dissertation)(?![a-z])",
            re.IGNORECASE,
            needs="thesis dissertation",
        ),
        "thesis",
    ),
    (
        lazy_regex(
            r"//(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|ted\.com|khanacademy\.org)/|/videos?/play/|\.mp4$",
            re.IGNORECASE,
        ),
        "video",
    ),
    (
        lazy_regex(
            r"//[\w.-]{0,60}(?:exlibrisgroup\.com|safaribooksonline\.com|oreilly\.com/library/view|(?<!aws\.)amazon\.\w{2,3}(?:\.\w\w)?/"
            r"|books\.google\.|goodreads\.com/book|worldcat\.org|nostarch\.com|manning\.com/books|pragprog\.com"
            r"|link\.springer\.com/book/)",
            re.IGNORECASE,
        ),
        "book",
    ),
    (lazy_regex(r"/chapter/[\w-]{3,120}/?$", re.IGNORECASE, needs="/chapter/"), "chapter"),  # Pressbooks
    (
        lazy_regex(
            r"//(?:[\w-]+\.)?(?:nytimes|wired|theatlantic|newyorker|economist|lwn|quantamagazine|technologyreview"
            r"|theguardian|washingtonpost|wsj|bbc|forbes|arstechnica|theverge|spectrum\.ieee|queue\.acm|fastcompany"
            r"|thenextweb|techcrunch|vox|slate|npr|propublica|theintercept|bloomberg|reuters|apnews|nymag|latimes|politico"
            r"|theconversation|hbr|scientificamerican|newscientist|nautil|aeon|nybooks|lrb|bostonreview|thenation"
            r"|smithsonianmag|businessinsider|cnn|vice|zeit|spiegel|faz|sueddeutsche|elpais|lemonde|liberation)\.[\w.]+/"
            r"|gamasutra\.com/view/",
            re.IGNORECASE,
        ),
        "article",
    ),
    (lazy_regex(r"/news/\d{4}/", re.IGNORECASE), "article"),
    (lazy_regex(r"//zenodo\.org/records?/\d", re.IGNORECASE), "report"),
    (
        lazy_regex(
            r"//(?:[\w-]+\.)?(?:wikipedia\.org|medium\.com|github\.com|github\.io/?$|readthedocs\.io"
            r"|stackoverflow\.com|blogspot\.\w+|googleblog\.com|wordpress\.com|substack\.com|tensorflow\.org|pytorch\.org"
            r"|distill\.pub|owasp\.org|scikit-learn\.org|spacy\.io|w3schools\.com|geeksforgeeks\.org"
            r"|nbviewer\.(?:jupyter|ipython)\.org|plato\.stanford\.edu|iep\.utm\.edu|towardsdatascience\.com|realpython\.com|kaggle\.com|huggingface\.co|spark\.apache\.org)/|//(?:blog|docs|tour|playground|developer)s?\.|/blog/|/tutorials?/[\w./-]{0,80}$"
            r"|github\.io/(?:[\w-]{1,40}/)?20\d\d[/-]\d\d[/-]",  # e.g. karl.github.io/2015/05/21/…
            re.IGNORECASE,
        ),
        "web",
    ),
)
# A page of one's own beside papers: a day or the words "docs", "essays" in its path, or an ending no paper has
PAGE: Final = lazy_regex(
    r"^(?!.{0,200}\.(?:pdf|ps|pptx?)\b)https?://[^/\s]{1,80}/(?:.{0,80}/)?(?:(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?/[\w.-]{4,200}/?$"
    r"|(?:docs?|documentation|handbook|essays?|advice|guides?|usage|how-?to|faqs?|posts?)/)",
    re.IGNORECASE,
)
OWN_PAGE: Final = lazy_regex(r"^https?://[^?#]{1,300}\.html?(?:#.{0,80})?$", re.IGNORECASE)
# Where papers are kept
PAPERS: Final = lazy_regex(
    r"acl(?:anthology|web)|mlr\.press|nips\.cc|neurips|thecvf|jmlr|openreview|\bacm\.|ieee|springer|usenix|vldb|cidrdb"
    r"|semanticscholar|sciencedirect|wiley|nature\.com|isca|dblp|citeseer|arxiv|doi\.org|/(?:abs|pubs?|papers?|publications?"
    r"|proceedings?|research|articles?|paper_files)/|paper|abstract|journal",
    re.IGNORECASE,
)
# A textbook by the letters of its authors and a chapter: "J&M 2"; a part in brackets: "Jacobi (cap 4)"
LETTERS_CHAPTER: Final = lazy_regex(r"[A-Z]{1,4}(?:\s?[&+]\s?[A-Z]{1,3}){1,2},?\s\d{1,2}(?:[.,–-]\s?\d{1,2}){0,4}")
PART_IN_BRACKETS: Final = lazy_regex(
    r"\((?:caps?|parts?|partes?|chaps?|chs?|teil|kap|secs?|sections?|items?|pp|pages?)\.?\s\d[^()]{0,20}\)$|,\sitems?\s\d",
    re.IGNORECASE,
)
# What someone claimed, e.g. "Church's thesis"; a "master's thesis" is a work
THESIS_OF: Final = lazy_regex(r"\b(?!(?:master|bachelor|doctor|diploma)\b)\w{2,30}['’]s thesis\b", re.IGNORECASE)
# A chapter behind a title without its full stop, e.g. "IR Book, Ch 6"
SHORT_CHAPTER: Final = lazy_regex(r",\s(?:chs?|chaps?|secs?)\.?\s\d", re.IGNORECASE)
# The chapters to read of a book that is named alone, e.g. "Ch. 3, 4, 9-11"
CHAPTER_NOTE: Final = lazy_regex(
    r"(?:chapters?|chaps?|chs?|capítulos?|caps?|kapitel|kap)\.?\s?\d{1,2}(?:\s?(?:[-–,&+]|and|y|und|,\s?and)\s?\d{1,2}){0,12}",
    re.IGNORECASE,
)
# A page at the front of a site: https://project.org/ · https://www.project.org/demo. A paper may have such a home, too.
HOME: Final = lazy_regex(r"^https?://(?:www\.)?[\w-]+\.[a-z.]{2,10}/?(?:[a-z_-]{1,24}/?)?$", re.IGNORECASE)


# A paper is none the less one where a site of code or talk keeps its file.
FILE: Final = lazy_regex(r"\.(?:pdf|ps|djvu)(?:[?#].*)?$", re.IGNORECASE)


# e.g. the proof that "Roe 1-4" and "Roe pp. 3-9" are stretches of a book, and "Maps 101" none
STRETCH: Final = lazy_regex(r"\d\s?[.:–-]\s?\d|\b(?:pp?|ch|kap|cap|sec)[a-z]{0,6}\.?\s?\d|§", re.IGNORECASE)


# Where a work is kept that may be a paper or a chapter: shelves of libraries, publishers and courses
STORE: Final = lazy_regex(
    r"canvas|instructure|perusall|moodle|blackboard|jstor|drive\.google|docs\.google|dropbox|onedrive|sharepoint|box\.com"
    r"|proxy|ebsco|proquest|exlibris|hathitrust|archive\.org|archives?-ouvertes|//hal\.|/document\b|doi|/virtual/|poster"
    r"|emerald|science\.org|sciencemag|tandf|sage|muse\.jhu|degruyter|oup\.com|oxford|cambridge\.org|ssrn|researchgate"
    r"|academia\.edu|nber|pubmed|ncbi|nih\.gov|plos|frontiersin|mdpi|pnas|cell\.com|biorxiv|medrxiv|morganclaypool"
    r"|uchicago\.edu|dspace|handle|eprint|download|/files?/|/pan\.|//pan\.|phrack|gutenberg|librar|bibliot",
    re.IGNORECASE,
)


# Where each work has its number
NUMBERED: Final = lazy_regex(
    r"(?:doi\.org/|dl\.acm\.org/doi/(?:\w{2,6}/)?)10\.\d{4}|arxiv\.org/(?:abs|pdf)/", re.IGNORECASE, needs="doi arxiv"
)


def is_plain_page(url: str) -> bool:
    """Tell whether an address is that of a page on some site which keeps neither papers nor the texts of courses.

    >>> is_plain_page("https://www.looms.example/weaving/start"), is_plain_page("https://www.jstor.org/stable/2251201")
    (True, False)
    """
    return url[:4] == "http" and not (
        PAPERS.search(url) or STORE.search(url) or FILE.search(url) or FILE_END.search(url)
    )


# A file by its ending, but for those of pages
FILE_END: Final = lazy_regex(
    r"/[^/?#]{1,200}\.(?!html?\b|php\b|aspx?\b|jsp\b|md\b)[a-z]{2,5}(?:[?#].*)?$", re.IGNORECASE
)


def reading_kind(
    title: str, urls: list[str], notes: list[str], *, published: bool = False, signed: bool = False
) -> ReadingKind | None:
    """Tell what kind of work it is by its words and addresses; None for the ordinary paper.

    What a known venue published is no mere page, wherever it is kept; what is signed (authors and a year) is none
    where it has a home of its own.

    >>> reading_kind("Compilers by Hand, Chapter 1.2", [], [])
    'chapter'
    >>> reading_kind("A Ferry for All Seasons", ["https://arxiv.org/abs/1412.06980"], []) is None
    True
    """
    kept = any(NUMBERED.search(url) for url in urls)  # a paper, whatever its title tells of and what its authors post
    for pattern, kind in READING_KINDS:
        if kind == "web" and (published or kept):
            continue
        if pattern.search(title) and not (kind == "thesis" and THESIS_OF.search(title)):
            return kind
    if (
        SHORT_CHAPTER.search(title)
        or PART_IN_BRACKETS.search(title.strip())
        or LETTERS_CHAPTER.fullmatch(title.strip())
    ):
        return "chapter"
    if is_text_range(title) and STRETCH.search(title):
        return "chapter"
    if any(CHAPTER_NOTE.fullmatch(note.strip(" .,;()")) for note in notes):
        return "chapter"
    for note in notes:
        if READING_KINDS[2][0].search(note):
            return "report"
    for url in urls:
        for pattern, kind in URL_KINDS:
            if pattern.search(url) and not (kind in ("web", "report") and (published or kept or FILE.search(url))):
                return kind
        if not published and not kept and not signed and (HOME.match(url) or is_page(url)):
            return "web"
    return None


def is_page(url: str) -> bool:
    """Tell whether an address is that of a web page that nobody published: a blog's day, a manual's part, an essay.

    >>> is_page("https://ann.example/2019/04/06/how-it-works/"), is_page("https://proceedings.mlr.press/v97/lee19a.html")
    (True, False)
    """
    return not PAPERS.search(url) and bool(PAGE.match(url) or OWN_PAGE.match(url))
