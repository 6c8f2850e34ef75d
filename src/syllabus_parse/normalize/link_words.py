"""What the words of links and of columns say about where a link leads."""

from __future__ import annotations

from typing import Final

from syllabus_parse.model import LinkKind
from syllabus_parse.regex import lazy_regex

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
JOINED_NUMBER: Final = lazy_regex(r"([^\W\d_]{2,12})\d{1,3}[a-z]?")
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
    (lazy_regex(r"\bsign[\s-]?up\b"), "signup"),
    (lazy_regex(r"\bproblem[\s-]?(?:set|sheet)s?\b"), "pset"),
    (lazy_regex(r"\bp-set\b"), "pset"),
    (lazy_regex(r"\bhome[\s-]work\b"), "homework"),
    (lazy_regex(r"\blive[\s-]stream\b"), "livestream"),
    (lazy_regex(r"\b(?:google meet|meeting link|join meeting|meeting room)\b"), "zoom"),
    (lazy_regex(r"\(.{0,40}?\)(?= (?:released|out|due|assigned)$)"), " "),  # e.g. Lab 2 (k8s) released
)
WORD: Final = lazy_regex(r"[^\W_]+")
PDF_LABEL: Final = lazy_regex(r"(?:local |free |full )?(?:pdf|postscript|ps)(?: link| file| version)?|.{1,200}\.pdf")

# What a column's header says. A column of readings tells nothing: it holds papers, slides and pages alike.
READING_COLUMN: Final = lazy_regex(
    r"reading|paper|literatur|reference|material|resource|lectura|文献|阅读|textbook|article"
)
COLUMN_WORDS: Final[dict[str, LinkKind]] = {
    **{word: kind for word, kind in KIND_OF_WORD.items() if word not in ("watch", "solution", "teams", "code")},
    "due": "assignment", "deadline": "assignment", "deadlines": "assignment", "lab": "assignment", "labs": "assignment",
    "exercise": "assignment", "exercises": "assignment", "abgabe": "assignment", "projects": "assignment",
    "code": "code",
    "project": "assignment", "milestones": "assignment", "released": "assignment", "meeting": "meeting",
}  # fmt: skip
