"""The words that drawn documents are made of: ours, plain, and each of one meaning only.

No title looks like a date, a name, a venue or a label, so that the right answer is known. The first of each list is
the one that examples shrink to.
"""

from __future__ import annotations

from typing import Final

from syllabus_parse.model import SessionKind, VenueKind

TOPICS: Final = (
    "Trees", "Roofs and Gutters", "Quiet Machines", "Folding Maps", "Bridges over Rivers", "Kettles", "Paper Boats",
    "Soup and Salt", "The Art of Waiting", "Umbrellas for Two", "Gardens at Night", "Shadows of Cranes",
    "Ropes, Knots and Sails", "Small Engines: An Introduction", "Counting Pigeons", "Letters That Arrive Too Early",
)  # fmt: skip
ACCENTED_TOPICS: Final = ("Cafés and Piñatas", "Smörgåsbord Theory", "Naïve Fjörds", "Éclairs under Load")
# What each markup would take for one of its signs.
SIGNED_TOPICS: Final = (
    "Cups | Saucers", "Stars * and * Stripes", "A_Tale_of_Underscores", "Bread & Butter", "Less < More", "C# for Cats",
    "Costs of $5 or 10%", "Ticks `and` Tocks", "Back\\slash Country", "Tilde ~ Shores",
    "AT&T on Paper", "Yes: a Colon", "Hash # Browns",
)  # fmt: skip

TITLES: Final = (
    "Quiet Kettles", "The Cost of Being Punctual", "Folding Maps without Swearing", "Towards Softer Doorbells",
    "Bridges That Hum: Resonance in Small Towns", "Soup, Salt and Statistics", "How to Lend an Umbrella",
    "Lanterns: A Portable Source of Comfort", "Three Ways to Lose a Key", "Counting Pigeons from Moving Trains",
    "When the Elevator Learns to Wait", "A Short Grammar of Doorbells", "Notes on the Weather Indoors",
    "Is Anybody Listening?", "Large-Scale Gossip for Small Villages", "Paper Boats Considered Seaworthy",
)  # fmt: skip
ACCENTED_TITLES: Final = ("Cafés without Coffee", "A Naïve Theory of Piñatas", "Fjörds Considered Narrow")
SIGNED_TITLES: Final = (
    "Cups | Saucers for Beginners", "Stars * Stripes * Spots", "The my_house_rules Dialect", "Bread & Butter Machines",
    "When Less < More", "C# on a Grand Piano", "Saving $5 on Umbrellas", "Backslash \\ Considered Helpful",
    "R&D and Its Friends", "Ticks `and` Tocks at Night",
)  # fmt: skip

GIVEN: Final = (
    "Ann", "Bo", "Celia", "David", "Elena", "Farid", "Greta", "Hana", "Ivo", "Julia", "Kofi", "Lena", "Marek", "Nina",
    "Omar", "Petra", "Rosa", "Samir", "Tomas", "Vera", "Yuki", "Mary Jane", "Ana-Maria",
)  # fmt: skip
FAMILY: Final = (
    "Lee", "Brandt", "Costa", "Dvorak", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanov", "Jensen", "Klein",
    "Lindgren", "Moreau", "Novak", "Okafor", "Petrov", "Quill", "Rossi", "Sato", "Tanaka", "Vogel", "Weber",
    "Smith-Jones", "van Dijk", "O'Brien",
)  # fmt: skip
ACCENTED_GIVEN: Final = ("Jürgen", "Zoë", "André", "Mårten")
ACCENTED_FAMILY: Final = ("Müller", "Núñez", "Pålsson", "Gonçalves")
PLACES: Final = ("Lakeside University", "Bell Tower Labs", "Open Water College", "University of Tromso")

VENUES: Final[tuple[tuple[str, VenueKind], ...]] = (
    ("SOSP", "conference"), ("OSDI", "conference"), ("KDD", "conference"), ("CHI", "conference"),
    ("ICSE", "conference"), ("PLDI", "conference"), ("NSDI", "conference"), ("VLDB", "conference"),
    ("NeurIPS", "conference"), ("USENIX ATC", "conference"), ("HotNets", "workshop"), ("CACM", "magazine"),
    ("TPAMI", "journal"), ("arXiv", "preprint"),
)  # fmt: skip

ROOMS: Final = ("Hall 7", "Room 12", "B12", "Online")
NOTES: Final = ("bring a laptop", "read before class", "doors open early")
# Each with its label: a lone heading without one, over all sessions, is the name of the plan.
SECTIONS: Final = ("Part I: Keeping", "Module 2: Finding", "Module 3: Saying Things", "Part II: Measuring")
HOMEWORK: Final = ("Homework 1", "Homework 2", "Problem Set 3", "Essay on Umbrellas")
COURSES: Final = ("Systems Security", "Advanced Gardening", "Logic for Programmers", "Networked Systems")
CODES: Final = ("CS 7180", "MATH 250", "CSE 599", "EECS 498")
INSTITUTIONS: Final = ("Lakeside University", "Open Water College")
# A session of a kind of its own and the title that says so too.
KINDS: Final[tuple[tuple[SessionKind, str | None], ...]] = (
    ("lecture", None), ("lab", None), ("discussion", None), ("exam", "Midterm"), ("holiday", "No class"),
    ("presentation", "Project presentations"), ("project", "Project proposal"), ("guest", None),
)  # fmt: skip
