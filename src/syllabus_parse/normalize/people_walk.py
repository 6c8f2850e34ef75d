"""Whom an institution, a role, a bracket belongs to: the order of the pieces tells.

A walk goes over the pieces of a list once, from the first to the last, and keeps the people who wait for their
affiliation.
"""

from __future__ import annotations

from syllabus_parse.normalize.affiliations import is_place, normalize_affiliation, weigh_affiliation
from syllabus_parse.normalize.name_words import GIVEN
from syllabus_parse.normalize.names import PARTICLES, is_name, is_placeholder, normalize_name
from syllabus_parse.normalize.people_asides import read_bracket
from syllabus_parse.normalize.people_cuts import AND, BEHIND, BRACKET, COMMA, INVERTED, SEMICOLON, TEXT, Item, Piece
from syllabus_parse.normalize.people_match import PeopleMatch, PersonMatch
from syllabus_parse.normalize.people_words import find_unmarked, has_aside, locate_name, read_words


class _Draft:
    """A person in the making."""

    __slots__ = ("affiliation", "end", "more", "more_end", "name", "own", "role", "start")

    def __init__(self, name: str, start: int, end: int, role: str | None) -> None:
        self.name = name
        self.start = start
        self.end = end
        self.role = role
        self.affiliation: list[int] | None = None  # start and end in the text, one list for a whole group
        self.more = ""  # from a second bracket
        self.more_end = 0
        self.own = False  # a bracket stands right behind the name


class Walk:
    """Walks over the pieces of a list once and keeps whom the next affiliation belongs to."""

    def __init__(self, text: str, items: list[Item], role: str | None) -> None:
        self.text = text
        self.role = role
        self.people: list[_Draft] = []
        self.notes: list[tuple[int, int]] = []
        self.parted = False
        self.pending: list[_Draft] = []  # people since the last affiliation
        self.last: list[_Draft] = []  # whom the last affiliation was given to
        self.inside = False  # the piece before was an affiliation
        self.unmarked = False  # the list has "Name Affiliation" without a mark between
        self.commas = any(kind == COMMA for kind, _, _ in items)
        self.semicolons = any(kind == SEMICOLON for kind, _, _ in items)
        self.paired = False  # a bracket closed a group of just two names that a comma parts
        self.joined = False  # an "and" stands between the pending names

    def read(self, entries: list[list[Piece]]) -> None:
        """Take in the pieces of a list, grouped by its semicolons."""
        entries = [[part for piece in entry for part in _part_piece(self.text, piece)] for entry in entries]
        weights = [[self._weigh(piece) for piece in entry] for entry in entries]
        # Semicolons part groups of "names, affiliation" where at least one group shows it.
        grouped = self.semicolons and any(2 in row[1:] for row in weights)
        for entry, row in zip(entries, weights, strict=True):
            first = _find_institution(self.text, entry, row) if grouped else len(entry)
            for index, piece in enumerate(entry):
                if index == 0 and row[0] == 0:
                    self.inside = False
                if piece[0][0] == BRACKET or not self._read_affiliation(piece, row[index], index == first, grouped):
                    self.inside = False
                    self._read_names(piece)
            if self.semicolons and self.commas:
                self.pending = []

    def _weigh(self, piece: Piece) -> int:
        """Tell how surely a piece is an affiliation: 3 behind a linked name, else as its words say."""
        best = 0
        for kind, start, end in piece:
            if kind == BEHIND:
                return 3
            if kind == TEXT:
                words = self.text[start:end]
                weight = weigh_affiliation(words)
                if weight > best and not is_placeholder(words) and not has_aside(words):
                    best = weight
        return best

    def _read_affiliation(self, piece: Piece, weight: int, known: bool, grouped: bool) -> bool:
        """Give a piece to the people before it, if it is an affiliation; False where it isn't one."""
        start = piece[1][1] if piece[0][0] == AND and len(piece) > 1 else piece[0][1]
        end = piece[-1][2]
        if not (known or weight == 3 or self._looks_institutional(self.text[start:end], weight, grouped)):
            return False
        if weight == 3:
            # Behind a linked name stands the affiliation of that name alone.
            self.pending = self.pending[-1:]
        while piece[-1][0] == BRACKET and len(piece) > 1:
            what = read_bracket(self.text[piece[-1][1] + 1 : end - 1]).what
            if what != "note":
                break
            self.notes.append(piece[-1][1:])
            piece = piece[:-1]
            end = piece[-1][2]
        if (self.unmarked or not self.people) and not self.pending and self._read_unmarked(start, end):
            return True
        if not self.pending and not self.last:
            # An organization may be an author ("OpenAI"), but not with a whole address.
            if self.text[start:end].count(" ") < 3:
                return False
            self.notes.append((start, end))
            return True
        self._add_affiliation(start, end)
        return True

    def _looks_institutional(self, words: str, weight: int, grouped: bool) -> bool:
        if weight == 0:
            # After an affiliation only a semicolon brings the next group, where the list has them.
            return grouped and self.inside and not _is_strong_name(words)
        if not self.people:
            return weight == 2
        if weight == 1 and is_place(words):
            return self.inside
        name = self.people[-1].name
        if name.isalpha() and words.isalpha():
            # A list of bare surnames may hold "Brown" and "Duke"; no bare surname is "Google".
            return self.inside or words.isupper() or weigh_affiliation(f"x {words}") == 2
        return weight == 2 or not name.isupper()

    def _add_affiliation(self, start: int, end: int) -> None:
        if self.pending:
            where = [start, end]
            for person in self.pending:
                person.affiliation = where
            self.last, self.pending, self.joined = self.pending, [], False
        else:
            for person in self.last:
                if person.affiliation is not None:
                    person.affiliation[1] = end
        self.inside = True

    def _read_unmarked(self, start: int, end: int) -> bool:
        """Part "Zixian Cai Australian National University", whose link or mark between was lost."""
        cut = find_unmarked(self.text[start:end])
        if cut is None:
            return False
        words = self.text[start : start + cut]
        self._add_person(normalize_name(words), start, start + len(words.rstrip()))
        self._add_affiliation(start + cut, end)
        self.unmarked = True
        return True

    def _add_person(self, name: str, start: int, end: int) -> None:
        person = _Draft(name, start, end, self.role)
        self.people.append(person)
        self.pending.append(person)

    def _read_names(self, piece: Piece) -> None:
        text = self.text
        for index, (kind, start, end) in enumerate(piece):
            if kind == TEXT:
                if index >= 2 and piece[index - 1][0] == BRACKET and self._join_nickname(piece, index):
                    continue
                for found in read_words(text[start:end]):
                    a, b = start + found.start, start + found.end
                    if found.what == "name":
                        # Where no character stands between two names, they were typed together.
                        self.parted = self.parted or bool(self.pending and self.pending[-1].end == a)
                        self._add_person(found.value, a, b)
                    elif found.what == "affiliation" and (self.pending or self.last):
                        self._add_affiliation(a, b)
                    elif found.what == "role":
                        self._give_role(found.value)
                    else:
                        self.notes.append((a, b))
            elif kind == INVERTED:
                name = normalize_name(text[start:end])
                a, b = locate_name(name, text[start:end])
                if is_name(name):
                    self._add_person(name, start + a, start + b)
                else:
                    self.notes.append((start, end))
            elif kind == BRACKET:
                self._read_bracket(start, end)
            elif kind == AND and self.pending:
                self.joined = True

    def _join_nickname(self, piece: Piece, index: int) -> bool:
        """Join "Christopher (Chris) Ré": a single word in brackets inside a name."""
        (_, a, b), (_, c, d), (_, e, f) = piece[index - 2 : index + 1]
        first, inner, rest = self.text[a:b], self.text[c + 1 : d - 1], self.text[e:f]
        if piece[index - 2][0] != TEXT or " " in first or not (inner.isalpha() and rest.replace("-", "").isalpha()):
            return False
        if not self.people or self.people[-1].start != a or weigh_affiliation(inner):
            return False
        person = self.people[-1]
        person.name = f"{person.name} ({inner}) {rest}"
        person.end = f
        person.affiliation, person.own = None, False
        self.pending = [*(other for other in self.last if other is not person), person]
        for other in self.pending:
            other.affiliation = None
        return True

    def _give_role(self, role: str) -> None:
        if role == "editor":
            for person in self.people:
                person.role = person.role or role
        elif self.people:
            self.people[-1].role = role

    def _read_bracket(self, start: int, end: int) -> None:
        found = read_bracket(self.text[start + 1 : end - 1])
        a, b = start + 1 + found.start, start + 1 + found.end
        words = self.text[a:b]
        if found.what == "mark":
            return
        label = found.what == "affiliation" and self.text[start] in "[【" and weigh_affiliation(words) == 0
        if found.what == "note" or label or not self.people:
            self.notes.append((start, end))
        elif found.what == "role":
            self._give_role(found.value)
        elif self.pending:
            self.paired = self.paired or (len(self.pending) == 2 and not self.joined)
            self.pending[-1].own = True
            self.pending[-1].role = self.pending[-1].role or found.value or None
            self._add_affiliation(a, b)
            self.inside = False
        else:
            # e.g. Geet Sethi (Stanford University), (Meta)
            self.people[-1].more += ", " + normalize_affiliation(words)
            self.people[-1].more_end = b

    def finish(self) -> PeopleMatch:
        """Return the people in order, each once."""
        people = self.people
        if self.paired and not self.semicolons and sum(person.own for person in people) == len(people) - 1 >= 3:
            # Every other name has a bracket of its own: the one without stays without.
            for person in people:
                if not person.own:
                    person.affiliation = None
        if len(people) > 3:
            people = self._part_quadruples(people)
        out: list[PersonMatch] = []
        seen: dict[str, str | None] = {}
        for person in people:
            name, where = person.name, person.affiliation
            words = (normalize_affiliation(self.text[where[0] : where[1]]) + person.more) or None if where else None
            if name in seen and " " in name and _agree(seen[name], words):
                self.notes.append((person.start, person.end))
                continue
            seen[name] = words
            a, b = (where[0], person.more_end or where[1]) if where else (None, None)
            out.append(PersonMatch(name, words, person.role, person.start, person.end, a, b))
        return PeopleMatch(tuple(out), tuple(sorted(self.notes)), self.parted)

    def _part_quadruples(self, people: list[_Draft]) -> list[_Draft]:
        """Part "Brandon Reagen David Brooks" where most of the list's other names have two words."""
        if sum(person.name.count(" ") == 1 for person in people) * 2 < len(people):
            return people
        out: list[_Draft] = []
        for person in people:
            words = person.name.split(" ")
            plain = len(words) == 4 and all(len(word) > 2 and word.isalpha() for word in words)
            if plain and words[2] in GIVEN and words[1] not in GIVEN and PARTICLES.isdisjoint(words):
                left = self.text.find(words[1], person.start + len(words[0]), person.end)
                cut = self.text.find(words[2], left, person.end)
                one = _Draft(" ".join(words[:2]), person.start, left + len(words[1]), person.role)
                two = _Draft(" ".join(words[2:]), cut, person.end, person.role)
                one.affiliation = two.affiliation = person.affiliation
                out += [one, two]
                self.parted = True
            else:
                out.append(person)
        return out


def _agree(one: str | None, other: str | None) -> bool:
    """Tell whether two affiliations can be one person's: either is missing, or begins like the other."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _is_strong_name(words: str) -> bool:
    parts = words.split()
    if not 2 <= len(parts) <= 4 or not is_name(normalize_name(words)):
        return False
    return parts[0] in GIVEN or any(len(part) == 2 and part[1] == "." for part in parts)


def _part_piece(text: str, piece: Piece) -> list[Piece]:
    """Part "MIT and Bo Hill": behind an institution an "and" leads to the next person, whose own one may follow."""
    for index in range(1, len(piece) - 1):
        (left, a, b), (sign, _, _), (right, c, d) = piece[index - 1 : index + 2]
        if left == right == TEXT and sign == AND and weigh_affiliation(text[a:b]) == 2:
            words = text[c:d]
            if weigh_affiliation(words) == 0 and _is_strong_name(words):
                return [piece[:index], piece[index + 1 :]]
    return [piece]


def _find_institution(text: str, entry: list[Piece], weights: list[int]) -> int:
    """Tell which piece of a group is the first of its affiliation: "A, B, and C, Somewhere"."""
    size = len(entry)
    proven = next((index for index in range(size) if weights[index] >= 2), size)
    for index in range(min(proven, size - 1) - 1, -1, -1):
        # What follows the last "and" of the names is the affiliation, whatever it is called.
        if weights[index] == 0 and any(kind == AND for kind, _, _ in entry[index]):
            return index + 1
    if proven < size:
        return proven
    if size == 2 and entry[1][0][0] == TEXT:
        return 1
    if size > 2 and text[entry[-1][0][1] : entry[-1][-1][2]].isalpha():
        return size - 1
    return size
