"""A reading as one line: its title, who wrote it, where and when it appeared, and its links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.model import Link, Person, Reading
from syllabus_parse.rendering.layout import Citation
from syllabus_parse.rendering.page import Bit, Line

ENDS: Final = (".", "?", "!")


def cite(reading: Reading, *, style: Citation = "quotes") -> Line:
    """Write a reading in one of the ways that people do.

    >>> from syllabus_parse.model import Venue
    >>> one = Reading("Trees", authors=(Person("Ann Lee"), Person("Bo Ray")), venue=Venue("SOSP"), year=2031)
    >>> for style in ("dots", "quotes", "brackets"):
    ...     print("".join(bit.text for bit in cite(one, style=style)))
    Trees. Ann Lee, Bo Ray. SOSP 2031.
    "Trees", Ann Lee, Bo Ray (SOSP 2031)
    Trees, by Ann Lee and Bo Ray (SOSP 2031)
    """
    url, rest = split_links(reading)
    who = [person.name for person in reading.authors]
    where = " ".join(str(part) for part in (reading.venue.name if reading.venue else None, reading.year) if part)
    out: list[Bit] = []
    if reading.short_name is not None and (reading.links and reading.links[0].text == reading.short_name):
        out += [Bit(reading.short_name, reading.links[0].url), Bit(". ")]
        url, rest = None, reading.links[1:]
        style = "dots"
    elif reading.short_name is not None:
        out.append(Bit(f"({reading.short_name}) "))
        style = "brackets"
    lone = any(" " not in name for name in who)
    if lone and not out:
        # Surnames alone lead their work: behind a title, they would be part of it.
        out += [Bit(f"{join_names(who)}. "), Bit(reading.title, url, wrapped=True)]
        tail = "" if reading.title.endswith(ENDS) else "."
        tail += f" {where}." if where else ""
    elif style == "dots":
        out.append(Bit(reading.title, url, wrapped=True))
        # Behind a link, a full stop would make the linked words a short name and the next ones the title.
        tail = "," if url is not None and who else "" if reading.title.endswith(ENDS) else "."
        tail += f" {', '.join(who)}." if who else ""
        tail += f" {where}." if where else ""
    else:
        quoted = style == "quotes" and url is None
        out.append(Bit(f'"{reading.title}"' if quoted else reading.title, url, wrapped=True))
        tail = (f", {', '.join(who)}" if style == "quotes" else f", by {join_names(who)}") if who else ""
        out += [Bit(tail)] if tail else []
        tail = f" ({where})" if where else ""
    if tail:
        out.append(Bit(tail))
    for link in rest:
        out += [Bit(" ["), Bit(link.text or "link", link.url), Bit("]")]
    return tuple(out)


def split_links(reading: Reading) -> tuple[str | None, tuple[Link, ...]]:
    """Part the address that hangs on a title from the links beside it."""
    first = reading.links[0] if reading.links else None
    if first is not None and first.text == reading.title:
        return first.url, reading.links[1:]
    return None, reading.links


def join_names(names: Sequence[str]) -> str:
    """Join names as in running text.

    >>> join_names(["A", "B", "C"]), join_names(["A", "B"]), join_names(["A"])
    ('A, B, and C', 'A and B', 'A')
    """
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def name_people(people: Sequence[Person]) -> str:
    """Write people with where they work in brackets behind each.

    >>> name_people([Person("Ann Lee", "Lakeside University"), Person("Bo Ray")])
    'Ann Lee (Lakeside University), Bo Ray'
    """
    return ", ".join(
        f"{person.name} ({person.affiliation})" if person.affiliation else person.name for person in people
    )
