"""The table of keys of data files and front matter: what each word means. Data, longer than a file of code may be."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.model import LinkKind, Requirement

KeyRole: TypeAlias = Literal[
    "date", "end", "start", "week", "number", "weekday", "time", "title", "kind", "presenter", "link", "links", "url",
    "reading", "authors", "venue", "year", "assignment", "due", "out", "location", "notes", "section", "status",
    "required", "optional", "topics", "identifier", "short", "tags", "publisher", "sessions", "papers", "label", "text",
    "course", "course code", "term", "institution", "holiday", "exam", "month", "ignored", "unknown",
]  # fmt: skip


@attrs.frozen
class Key:
    """What a key promises: `requirement` of the readings behind it, `kind` of the links, `event` of an assignment.

    A `weak` title ("theme") is one only where no other key names the topic; beside one it is a section or a note.
    """

    role: KeyRole
    requirement: Requirement | None = None
    kind: LinkKind | None = None
    event: Literal["out", "due"] | None = None
    identifier: str = ""
    weak: Literal["", "section", "notes"] = ""


# Keys as words, lower case, parted by bars. The first row that has the word decides.
KEYS: Final[tuple[tuple[str, Key], ...]] = (
    (
        "date|dates|day date|when|on|held|held on|meeting date|class date|lecture date|session date|session day|"
        "released on|presentation date|presentation day|discussion date|discussion day|date presented|date discussed|"
        "presented on|discussed on|talk date|"
        "talk day|datum|fecha|data|日期|start date|date start|startdate|begin|begins|from",
        Key("date"),
    ),
    (
        "end|ends|end date|date end|enddate|until|to|through|end day|ende|fin",
        Key("end"),
    ),
    (
        "reading topic|discussion topic|lab topic|práctica|practica|prática|pratica|practice",
        Key("title", weak="notes"),
    ),
    (
        "start|starts|start time|starttime|begin time|time start",
        Key("start"),
    ),
    (
        "end time|endtime|time end|finish",
        Key("end"),
    ),
    (
        "time|times|hour|hours|uhrzeit|hora|heure",
        Key("time"),
    ),
    (
        "week|wk|week number|week no|week num|weeknum|weekno|woche|semana|semaine|周次",
        Key("week"),
    ),
    (
        "weekday|day of week|dayofweek|dow|wochentag",
        Key("weekday"),
    ),
    (
        "day",
        Key("weekday"),
    ),
    (
        "number|no|nr|num|lec|lec no|lec num|lecture number|lecture no|lecture num|lecture id|lectureno|lnum|"
        "index|session number|session no|class number|class no|meeting number|order|position|序号",
        Key("number"),
    ),
    (
        "title|topic|name|headline|heading|titel|título|titulo|titre|lecture title|lecture name|lecture topic|"
        "session title|session name|session topic|class topic|paper title|标题|题目|lecture|class|meeting|teórica|"
        "teorica|teoría|teoria|"
        "event name|summary title|session topics|lecture heading|title text",
        Key("title"),
    ),
    (
        "theme|thema|tema|subject|content|contents|what|reason|occasion|主题|main topic|argument|inhalt|contenido|"
        "lecture topic title",
        Key("title", weak="section"),
    ),
    (
        "holiday|dayoff|day off|no class|noclass|no lecture|break|recess|vacation|off|is holiday|no classes|"
        "feiertag|feriado|festivo|休假",
        Key("holiday"),
    ),
    (
        "exam|exams|midterm|midterm exam|final exam|is exam|evaluación|evaluacion|avaliação|examen|parcial|prova|"
        "klausur|prüfung|考试",
        Key("exam"),
    ),
    (
        "month|monat|mes|mês|mois",
        Key("month"),
    ),
    (
        "topics|subtopics|sub topics|themes|themen|temas|subjects|bullets|outline|agenda|items covered|concepts",
        Key("topics"),
    ),
    (
        "type|kind|event type|session type|class type|activity|format|tipo|typ|art",
        Key("kind"),
    ),
    (
        "presenter|presenters|speaker|speakers|lecturer|lecturers|instructor|instructors|who|presented by|led by|"
        "lead|leads|leader|leaders|discussion lead|discussion leads|discussion leader|discussion leaders|"
        "discussant|discussants|host|hosts|teacher|teachers|taught by|moderator|moderators|guest|guests|"
        "guest speaker|guest lecturer|facilitator|facilitators|student|students|dozent|dozentin|referent|ponente|"
        "profesor|docente|palestrante|by|主讲|老师",
        Key("presenter"),
    ),
    (
        "slides|slide|deck|decks|slide deck|lecture slides|slides url|slides link|slides pdf|slide url|slide link|"
        "presentation|presentations|ppt|pptx|keynote|folien|pdf slides|slidesurl|slideslink|课件",
        Key("link", kind="slides"),
    ),
    (
        "video|videos|recording|recordings|youtube|video url|video link|lecture video|recording url|"
        "recording link|zoom recording|panopto|vimeo|youtube url|youtube link|youtube id|videourl|aufzeichnung|"
        "视频",
        Key("link", kind="video"),
    ),
    (
        "lecture notes|lecture note|scribe|scribes|scribe notes|handout|handouts|notes url|notes link|notes pdf|"
        "annotated|annotated notes|worksheet|worksheets|class notes|skript",
        Key("link", kind="notes"),
    ),
    (
        "code|github|repo|repository|notebook|notebooks|colab|demo code|source code|jupyter|ipynb|code url|"
        "starter|starter code|代码",
        Key("link", kind="code"),
    ),
    (
        "form|forms|review form|quiz link|survey|signup|sign up|feedback",
        Key("link", kind="form"),
    ),
    (
        "zoom|zoom link|meeting link|meet|teams link",
        Key("link", kind="meeting"),
    ),
    (
        "pdf|paper pdf|pdf url|pdf link|paper url pdf|pdfurl|ps",
        Key("link", kind="pdf"),
    ),
    (
        "arxiv|arxiv id|arxiv url|arxiv link|eprint|arxivid",
        Key("identifier", kind="arxiv", identifier="arxiv"),
    ),
    (
        "doi|doi url|doi link",
        Key("identifier", kind="doi", identifier="doi"),
    ),
    (
        "isbn",
        Key("identifier", identifier="isbn"),
    ),
    (
        "pmid",
        Key("identifier", identifier="pmid"),
    ),
    (
        "url|link|href|uri|address|web|website|homepage|page|site|paper url|paper link|paperurl|paperlink|html|"
        "target|permalink url|external url|external link|html url|official url|web page|webpage|openreview|acm|"
        "ieee|usenix|src|enlace|lien|链接|pdf file|pdf path|file path|filepath|path|file url|fileurl|pdf name|file",
        Key("url"),
    ),
    (
        "links|urls|materials|material|resources|resource|attachments|files|media|downloads|assets|extras|"
        "extra links|additional links|additional material|additional materials|other links|docs|documents|"
        "lecture materials|course materials|class materials|demo|demos|blog|blog post|poster|supplement|"
        "supplementary material|dataset|data set|project page|资料|材料|lecture links|resource links|"
        "recordings and slides|materials links|class links|extra resources|useful links|link list|linklist",
        Key("links"),
    ),
    (
        "reading|readings|paper|papers|to read|read|literature|literatur|lektüre|lecturas|lectura|leituras|"
        "leitura|articles|article|texts|textbook|textbooks|references|reference|ref|refs|bibliography|citations|citation|"
        "works|books|chapters|chapter|main paper|main papers|paper list|preparation|prep|before class|pre class|"
        "preclass|required material|reading list|readinglist|readings list|论文|文献|阅读|main|main reading|"
        "main readings|reading resources|reading materials|reading material|reading paper|paper to read|"
        "papers to read|background paper|discussion paper|"
        "discussion papers|primary|assigned reading|assigned readings|literature list|textbook reading|"
        "textbook readings|signups|sign ups|presentations papers|papers for presentation|student papers",
        Key("reading"),
    ),
    (
        "required|required reading|required readings|required paper|required papers|mandatory|mandatory reading|"
        "mandatory readings|core|core reading|core readings|primary reading|primary readings|must read|"
        "requiredreading|requiredreadings|reading required|readings required|compulsory|compulsory reading|"
        "pflichtlektüre|lecturas obligatorias|obligatory|papers required|necessary|is required|必读",
        Key("required", requirement="required"),
    ),
    (
        "optional|optional reading|optional readings|optional paper|optional papers|background|background reading|"
        "background readings|further|further reading|further readings|additional|additional reading|"
        "additional readings|additional papers|extra|extra reading|extra readings|recommended|recommended reading|"
        "recommended readings|suggested|suggested reading|suggested readings|supplementary|supplemental|"
        "supplementary reading|supplementary readings|supplemental reading|supplemental readings|optionalreading|"
        "optionalreadings|reading optional|readings optional|secondary|secondary reading|secondary readings|bonus|"
        "more reading|see also|related|related work|related papers|related readings|is optional|papers optional|"
        "weiterführende literatur|lecturas complementarias|选读|扩展阅读|extended|other readings|other papers|"
        "other reading|bonus reading|extra papers|more|more readings|supplement reading|references optional",
        Key("optional", requirement="optional"),
    ),
    (
        "author|authors|by author|byline|autor|autoren|autores|auteur|auteurs|writer|writers|creator|creators|作者",
        Key("authors"),
    ),
    (
        "venue|conference|conf|journal|booktitle|book title|published in|publication|proceedings|where published|"
        "container title|containertitle|journaltitle|journal title|published|appeared in|in|source|series|"
        "venue name|会议",
        Key("venue"),
    ),
    (
        "publisher|verlag|editorial",
        Key("publisher"),
    ),
    (
        "year|pub year|publication year|jahr|año|ano|année|issued|pubyear|年份",
        Key("year"),
    ),
    (
        "due|due date|duedate|deadline|deadlines|due on|due by|abgabe|entrega|assignments due|assignment due|"
        "homework due|hw due|due event|due dates|deliverable|deliverables|submission|截止",
        Key("due", event="due"),
    ),
    (
        "out|released|release|release date|out date|assigned|assigned on|handed out|posted|assignments out|"
        "assignment out|homework out|hw out|available|issued on|ausgabe",
        Key("out", event="out"),
    ),
    (
        "assignment|assignments|homework|homeworks|hw|hws|problem set|problem sets|pset|psets|exercise|exercises|"
        "task|tasks|todo|project|projects|lab|labs|programming assignment|tareas|tarea|hausaufgaben|hausaufgabe|"
        "übungsblatt|übung|übungen|übungsblätter|blatt|ejercicio|ejercicios|exercícios|esercizi|aufgaben|devoirs|milestone|milestones|作业",
        Key("assignment", event="out"),
    ),
    (
        "location|room|place|where|building|venue room|raum|ort|lugar|aula|sala|salle|地点",
        Key("location"),
    ),
    (
        "notes|note|description|comments|comment|remark|remarks|details|detail|abstract|summary|info|information|"
        "body|blurb|tldr|caption|text body|announcement|announcements|pages|page range|pagenumbers|edition|volume|"
        "issue|hinweis|bemerkung|observaciones|why|keywords|objectives|goals|extra info|additional info|intro|"
        "subtitle|备注|quiz|quizzes|in class|activity notes|tl dr|reading questions|questions|question|"
        "discussion questions|logistics|reminder|reminders|due note",
        Key("notes"),
    ),
    (
        "section|module|unit|part|category|categories|group|track|area|block|theme group|chapter title|topic area|"
        "module title|unit title|module name|unit name|section title|modul|módulo|unidad|unidade|capítulo|模块|"
        "单元|topic group|topic category|theme name|week theme|week title|week topic|supertopic|major topic",
        Key("section"),
    ),
    (
        "status|state|cancelled|canceled",
        Key("status"),
    ),
    (
        "short|shorter|short name|short title|shortname|nickname|alias|acronym|abbr|abbreviation|handle|system|"
        "system name",
        Key("short"),
    ),
    (
        "tags|tag|award|awards|label tags|badges|badge",
        Key("tags"),
    ),
    (
        "label|caption text|display|display name|anchor|link text|linktext",
        Key("label"),
    ),
    (
        "text",
        Key("text"),
    ),
    (
        "sessions|session list|schedule|schedules|lectures|lecture list|classes|meetings|days|weeks|modules|units|"
        "sections|parts|events|entries|items|calendar|timeline|past|upcoming|future|program|programme|talks|"
        "seminars|plan|syllabus|course schedule|lecture schedule|history|discussions|recitations|slots|rows|"
        "records|list|termine|zeitplan|sitzungen|sesiones|clases|cronograma|aulas|课程安排|教学安排|children|"
        "groups|blocks|categories list|past events|archive|subsections|activities",
        Key("sessions"),
    ),
    (
        "course|course title|course name|coursetitle|coursename|kurs|curso|cours",
        Key("course"),
    ),
    (
        "course code|course number|course id|coursecode|coursenumber|courseid|class code|catalog number|course no|"
        "number code",
        Key("course code"),
    ),
    (
        "semester|term|quarter|session term|academic year|academicyear|offering|semester name|first date|"
        "firstdate|last date|lastdate|first day|last day|course start|course end|term start|term end|"
        "semester start|semester end|学期",
        Key("term"),
    ),
    (
        "institution|university|school|college|universität|universidad|universidade|université|organization|"
        "organisation|学校",
        Key("institution"),
    ),
    (
        "layout|permalink|id|uid|uuid|slug|key|css|class name|classname|color|colour|icon|image|img|thumbnail|"
        "thumb|hide|hidden|draft|published at|sidebar|nav|nav order|weight|toc|redirect from|redirect to|order by|"
        "style|same line|target blank|sort|width|height|background color|background image|header|footer|"
        "author profile|comments enabled|excerpt|lang|language|template|parent|has children|nav exclude|mathjax|"
        "math|cover|banner|semester id|semesterid|bg|row class|rowclass|active|visible|show|collapsed|bold|"
        "highlight|last modified|last updated|lastmod|updated|created|modified at|css class|cssclass|entry type|"
        "entrytype|type id|weight order|tooltip|emoji|alt|tz|timezone|generator|plugins|version|bibtex|bib|"
        "citation key|citekey|cols|columns|colspan|rowspan|span|released at|custom css|custom class|new tab|"
        "external|download|protected|locked|checked|disabled|featured|pinned|no link|anchor id|shade|rowcolor|"
        "row color|class list|cell class|dirname|filename|file name|folder|recording id|recording key|"
        "video id key|slug name|expires at|week fixed|ordering|include|includes|partial",
        Key("ignored"),
    ),
)
