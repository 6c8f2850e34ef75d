"""People who speak: in a column of presenters, on a line of their own, or in the words of a topic."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Text
from syllabus_parse.interpret.citations.patterns import BRACKET_LABEL
from syllabus_parse.interpret.citations.people_lines import place_role
from syllabus_parse.interpret.citations.values import without
from syllabus_parse.interpret.records import RawLink, RawPerson, RawSession, Worded
from syllabus_parse.interpret.words import fold_label, link_label
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import SURNAMES
from syllabus_parse.normalize.people import is_group, parse_people, score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

EDGES: Final = " \t\n\r\u2028\u00a0,;:|–—-·"
GUEST_MARK: Final = lazy_regex(
    r"\s*[(\[]\s*(?:guest (?:lecture|lecturer|speaker|talk)|invited (?:talk|speaker|lecture)"
    r"|guest|invitée?|intervenante?|invitad[oa]|convidad[oa]|gast|zu gast|嘉宾|特邀嘉宾)\s*"
    r"(?:[:：]\s*(?P<who>[^()\[\]]{3,60}))?[)\]]\s*$",
    re.IGNORECASE,
)
SPEAKER: Final = lazy_regex(
    r"[\s\u2028(\[–—-]*\b(?:guest speaker|invited speaker|speakers?|presenters?|presented by|lecturers?|instructors?"
    r"|taught by|by|with|sprecher|referent(?:in)?|ponente|palestrante)\b\s*[:：]?\s+(?P<who>[^\n\u2028]{3,200})",
    re.IGNORECASE,
)
GUEST_LINE: Final = lazy_regex(
    r"\s*(?:(?:guest|invited) (?:lectures?|talks?|speakers?|lecturers?)|gastvortrag|charla invitada|palestra convidada"
    r"|conférence invitée)\s*(?:by|von|de|por|par|:|-|–)\s*(?:by\s+)?(?P<who>[^:：]{3,80})\s*$",
    re.IGNORECASE,
)
# e.g. "Guest: …", "Gastvortrag: …", "Guest lecture (Ada Byron, UCL): …"
GUEST_LEAD: Final = lazy_regex(
    r"\s*(?:guests?(?: (?:lectures?|talks?|speakers?|lecturers?|seminars?|presentations?))?"
    r"|invited (?:talks?|lectures?|speakers?)|gastvortrag|gastreferent(?:in)?|(?:ponente )?invitad[oa]s?"
    r"|charla invitada|palestrante convidad[oa]|palestra convidada"
    r"|conférence invitée|conférenci(?:er|ère)s? invitée?s?|特邀报告)"
    r"\s*(?:[(\[](?P<who>[^()\[\]]{3,80})[)\]]\s*)?[:：–—]\s*",
    re.IGNORECASE,
)
GUEST_ALONE: Final = lazy_regex(
    r"[\s(\[]*+(?:guest|invited) (?:speakers?|lecturers?)\s*[:：]?\s*(?:tb[adc])?[\s)\].]*", re.IGNORECASE
)  # a label that names nobody yet
ON_TOPIC: Final = lazy_regex(
    r"(?P<who>(?:(?:Prof|Dr|Mr|Ms|Mrs)\.\s){0,2}[^,:;.()]{3,60}?(?:\s\([^()]{2,60}\))?)\s+(?:on|about|über|sobre|sur)\s+"
    r"(?P<topic>\S.{2,})",
    re.DOTALL,
)  # e.g. "Ada Byron on looms"
TWO_NAMES: Final = lazy_regex(r"[A-Z][^\W\d_]+(?: [A-Z]\.)?(?: [A-Z][^\W\d_]+){1,2}")
ONE_COMMA: Final = lazy_regex(r"\s*,\s*")
NAMED_TAIL: Final = lazy_regex(r"\s*[(\[](?P<who>[^()\[\]]{3,120})[)\]]\s*\.?\s*$")  # "… (Ada Byron, UCL)"
# e.g. "Looms. Presenter: Ada Byron", "Looms (guest lecture by Ada Byron)", "Looms – Ada Byron" is none
SPEAKER_TAIL: Final = lazy_regex(
    r"(?:(?<=[.;!?])\s+|\s+(?=(?:guest|invited) (?:lecturer|speaker|lecture|talk)s?\s?[:：])"
    r"|\s*[(\[]|\s+[–—|-]\s+|\s*[\u2028\n]\s*|,\s+)"
    r"(?P<label>(?:guest |invited )(?:speakers?|lecturers?|lectures?|talks?)|speakers?|lecturers?|presenters?|presented"
    r"|taught|led|discussants?|discussion leaders?|instructors?|facilitators?|sprecher(?:in)?|referent(?:in)?|ponente"
    r"|palestrante|by|with)(?: by)?\s*(?P<colon>[:：])?"
    r"\s+(?P<who>[^()\[\]\u2028\n:]{3,100}(?:\([^()]{2,60}\))?)[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
    needs="speaker lectur talk present taught led discuss instruct facilit sprecher referent ponente palestr by with",
)


# e.g. "Guest Lecture by Ada Byron: Weaving numbers", "Invited talk: Ada Byron (UCL) - Weaving numbers"
GUEST_TOPIC: Final = lazy_regex(
    r"\s*(?:guest|invited) (?:lectures?|talks?|seminars?)\s*(?:by|:|[-–—])\s*(?:by\s+)?"
    r"(?P<who>[^:：–—“\"\u2028]{3,60}?)"
    r"\s*(?::|：|\s[-–—]|,\s*(?=[“\"]))\s*(?P<topic>\S.{2,})",
    re.IGNORECASE | re.DOTALL,
)


# e.g. the end of a guest's "Looms and the Future by Ada Byron"
SIGNED_BY: Final = lazy_regex(r"(?<=\w{3})\s+by\s+(?P<who>[^()\[\]\u2028\n:.,;]{5,40})\s*$")


def take_guest_line(text: Text, session: RawSession) -> Text:
    """Read a line that names the guest: "Guest Lecture: Prof. Ada Byron", "Guest lecture by Ada Byron: Looms"."""
    first, gap, _ = text.plain.strip().partition("\n")
    alone = GUEST_LINE.match(first) or GUEST_LEAD.match(first) if gap else None
    guest = "" if alone is None else first[alone.start("who") if alone["who"] else alone.end() :]
    if guest.strip() and _names_person(guest):
        # "Guest lecture: Prof. Ada Byron", and on the line below it what about
        text = text.strip()
        session.kind = "guest"
        _add_named(text.slice(len(first) - len(guest), len(first)), session)
        return text.slice(len(first), len(text.plain))
    topic = GUEST_TOPIC.match(text.plain)
    if topic and score_people(topic["who"]) > 0.6:
        session.kind = "guest"
        add_presenters(text.slice(*topic.span("who")), session)
        return text.slice(*topic.span("topic"))
    found = GUEST_LINE.match(text.plain)
    if found and score_people(found["who"]) > 0.6:
        session.kind = "guest"
        who = text.slice(*found.span("who")).strip()
        on = ON_TOPIC.fullmatch(who.plain) or _find_topic(who.plain)
        add_presenters(who.slice(*on.span("who")) if on else who, session)
        return who.slice(*on.span("topic")) if on else EMPTY
    if GUEST_ALONE.fullmatch(text.plain):
        session.kind = "guest"
        return EMPTY
    lead = GUEST_LEAD.match(text.plain)
    return _read_guest(text, lead, session) if lead else text


# e.g. "Ada Byron, Weaving at Scale"
NAME_AND_TOPIC: Final = lazy_regex(r"(?P<who>[^,;:()]{3,40}),\s+(?P<topic>[^,;:()]{8,100})")
POST: Final = lazy_regex(
    r"\b(?:professor|head|chief|director|founder|lead|fellow|engineer|scientist|manager|dean)\b", re.IGNORECASE
)
TOPIC_WORDS: Final = 3


def _find_topic(words: str) -> re.Match[str] | None:
    """Match a guest with the topic behind a comma, where that is neither an institution nor a post nor another name."""
    found = NAME_AND_TOPIC.fullmatch(words)
    if found is None or len(found["topic"].split()) < TOPIC_WORDS or score_people(found["who"]) <= 0.6:
        return None
    topic = found["topic"]
    other = weigh_affiliation(topic) or POST.search(topic) or score_people(topic) > 0.4
    return None if other or not any(word.islower() for word in topic.split()) else found


def _read_guest(text: Text, lead: re.Match[str], session: RawSession) -> Text:
    """Read what stands behind "Guest:": the guest, the guest on a topic, or a topic with the guest in brackets."""
    rest = text.slice(lead.end(), len(text.plain))
    if not rest.plain.strip() or is_placeholder(rest.plain):
        return text
    session.kind = "guest"
    told = _find_topic(rest.plain.strip()) if not lead["who"] else None
    if told is not None:
        rest = rest.strip()
        add_presenters(rest.slice(*told.span("who")), session)
        return rest.slice(*told.span("topic"))
    if lead["who"] and _names_person(lead["who"]):
        _add_named(text.slice(*lead.span("who")), session)
    elif _names_person(rest.plain) or (score_people(rest.plain) > 0.3 and TWO_NAMES.fullmatch(rest.plain.strip())):
        _add_named(rest, session)
        return EMPTY
    else:
        on = ON_TOPIC.fullmatch(rest.plain.strip())
        if on and score_people(on["who"]) > 0.6:
            rest = rest.strip()
            add_presenters(rest.slice(*on.span("who")), session)
            return rest.slice(*on.span("topic"))
    return rest


def _add_named(text: Text, session: RawSession) -> None:
    """Add the people of a bracket; behind one name, what is no name is their place: "Ada Byron, Loom Works"."""
    parts = text.split(ONE_COMMA)
    if (
        len(parts) == 2
        and score_people(parts[0].plain) > 0.6
        and score_people(parts[1].plain) < 0.6
        and not re.search(r"\d|[()]", parts[1].plain)
    ):
        before = len(session.presenters)
        add_presenters(parts[0], session)
        place = parts[1].strip()
        for made in session.presenters[before:]:
            made.affiliation, made.affiliation_text = place.plain, place
        return
    add_presenters(text, session)


def _names_person(words: str) -> bool:
    """Tell a person, or a person with where they come from: "Ada Byron, UCL", "Dr. Ada Byron (UCL)"."""
    return score_people(words) > 0.6 or score_people(re.split(r"[,(]", words, maxsplit=1)[0]) > 0.6


def take_speaker(text: Text, session: RawSession) -> Text:
    """Take who speaks off the end of a topic: "Looms. Presenter: Ada Byron", "Looms (Ada Byron)" of a guest's.

    A bare name behind a topic that no guest gives stays: "Bayes' rule (Thomas Bayes)" tells of another person.
    """
    found = SPEAKER_TAIL.search(text.plain)
    if found is not None and found.start() > 1:
        name = re.split(r"[,(]", found["who"], maxsplit=1)[0]
        told = found["colon"] or found["label"].casefold() in ("presented", "led")
        if score_people(name) > (0.4 if told else 0.6):
            _add_named(text.slice(*found.span("who")), session)
            if found["label"].casefold().startswith(("guest", "invited")):
                session.kind = "guest"
            return text.slice(0, found.start()).strip(" .")
    if session.kind == "guest" and not session.presenters:
        signed = SIGNED_BY.search(text.plain)
        if signed is not None and score_people(signed["who"]) > 0.6:
            _add_named(text.slice(*signed.span("who")), session)
            return text.slice(0, signed.start())
        tail = NAMED_TAIL.search(text.plain)
        if tail is not None and tail.start() > 1 and _names_person(tail["who"]):
            _add_named(text.slice(*tail.span("who")), session)
            return text.slice(0, tail.start())
    return text


def take_guest(text: Text, session: RawSession) -> Text:
    """Take "(guest lecture)" off the end of a topic: it speaks through the kind, and names who speaks."""
    found = GUEST_MARK.search(text.plain)
    if found and "\u2028" not in text.plain.strip() and "." not in text.plain[: found.start()].strip():
        session.kind = "guest"
        if found["who"]:
            add_presenters(text.slice(*found.span("who")), session)
        return text.slice(0, found.start())
    return text


NAME_PAIR: Final = lazy_regex(r"\s*(?P<first>[^\W\d_]{2,20}),\s[^\W\d_]{2,20}\s*")


# Who does something else at the meeting, e.g. "; Scribe: Kai Wu" behind the presenters
OTHER_TASK: Final = lazy_regex(
    r"\s*[;,|]\s*(?P<told>(?:scribes?|note[- ]?takers?|secretary|timekeepers?)\s?[:：]\s*\w)", re.IGNORECASE
)


def add_presenters(text: Text, session: RawSession, *, column: str = "") -> None:
    """Read a cell or line of presenters; words that name nobody become a note (a code, with its column's head)."""
    other = OTHER_TASK.search(text.plain)
    if other is not None:
        session.notes.append(text.slice(other.start("told"), len(text.plain)).strip())
        text = text.slice(0, other.start())
    plain = text.plain.strip()
    if not plain or is_placeholder(plain):
        return
    labels = [found for found in BRACKET_LABEL.finditer(text.plain) if link_label(found["label"])]
    for found in labels:
        label = text.slice(found.start("label"), found.end("label"))
        if label.runs and label.runs[0].anchor is None:
            session.links.append(RawLink(None, label.strip(), kind=link_label(label.plain)))
    for anchor, start, end in text.links():
        words = text.plain[start:end].strip()
        if link_label(words) is not None or not words:
            session.links.append(RawLink(anchor, text.slice(start, end).strip(), kind=link_label(words)))
            around = re.compile(r"\[*\s*" + re.escape(text.plain[start:end]) + r"\s*\]*")
            found_link = around.search(text.plain, max(0, start - 2))
            if found_link is not None:
                labels.append(found_link)
        elif (anchor.href or "").startswith(("http://", "https://")) and not any(
            link.anchor is anchor for link in session.links
        ):
            session.links.append(RawLink(anchor, text.slice(start, end).strip()))  # where the presenter is at home
    if labels:
        text = without(text, sorted(match.span() for match in labels)).strip(EDGES)
        plain = text.plain.strip()
        if not plain:
            return
    if is_group(plain) or not re.search(r"[^\W\d_]", plain):
        if re.fullmatch(r"[\w.#-]{1,4}", plain) and not plain.isalpha() and column:
            session.note_words.append(Worded(f"{column}: {plain}", text))
        else:
            session.notes.append(text.strip())
        return
    pair = NAME_PAIR.fullmatch(text.plain) if column else None
    # In a table of meetings "Lina, Amit" are two students; a known surname in front makes it one name that is turned.
    firsts = pair is not None and pair["first"] not in SURNAMES
    found_people = parse_people(text.plain.replace(",", ";") if firsts else text.plain)
    for person in found_people.people:
        place = (
            text.slice(person.affiliation_start, person.affiliation_end)
            if person.affiliation_start is not None and person.affiliation_end is not None
            else None
        )
        session.presenters.append(
            RawPerson(
                text.slice(person.start, person.end),
                person.affiliation,
                place,
                person.role,
                person.name,
                place_role(text, person),
            )
        )
        if person.role and ("invited" in person.role or "guest" in person.role) and session.kind is None:
            session.kind = "guest"
    for start, end in found_people.notes:
        note = text.slice(start, end).strip(" ,;.()[]-")
        if note and fold_label(note.plain) not in ("et al", "and"):
            session.notes.append(note)


def presenter_line(text: Text) -> Text | None:
    """Return the people of a line "Speaker: X" or "by X"; None where it is none."""
    found = SPEAKER.match(text.plain)
    if not found:
        return None
    who = text.slice(*found.span("who"))
    return (
        who if score_people(who.plain.split("[")[0].strip()) > 0.4 or ":" in text.plain[: found.start("who")] else None
    )
