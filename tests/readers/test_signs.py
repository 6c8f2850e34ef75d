"""What a line counts as, which counts speak for a dialect and which against it, and how formats of data are told."""

from __future__ import annotations

import attrs
import pytest

from syllabus_parse.readers.data_file import find_format, guess_format
from syllabus_parse.readers.markdown_signs import MAX_LINES, MAX_SAMPLE, Signs, find_signs

LONG = "Sep 4 is the day " + "x" * 200


def count(text: str) -> dict[str, int]:
    """Count the signs of a text, without those that are none and without its size."""
    found = attrs.asdict(find_signs(text))
    assert found.pop("size") == len(text) or text.startswith("---")
    assert found.pop("lines") == sum(1 for line in text.splitlines() if line.strip()) or text.startswith("---")
    return {name: number for name, number in found.items() if number}


LINES = [
    ("", {}),
    ("Wool", {}),
    ("# Wool", {"headings": 1}),
    ("#Wool", {"headings": 1}),
    ("#", {}),
    ("# Sep 4", {"headings": 1, "date_headings": 1}),
    ("### Tuesday, Sep 3: Wool", {"headings": 1, "date_headings": 1}),
    ("## Monday 4th of September", {"headings": 1, "date_headings": 1}),
    ("## Week 3", {"headings": 1, "module_headings": 1}),
    ("## Module 3: Sep 4", {"headings": 1, "module_headings": 1}),
    ("## 2018", {"headings": 1, "year_headings": 1}),
    ("## OSDI", {"headings": 1, "venue_headings": 1}),
    ("## [OSDI 2021](u)", {"headings": 1, "venue_headings": 1}),
    ("## [Looms](OSDI)", {"headings": 1}),
    ("- Wool", {"items": 1}),
    ("1. Wool", {"items": 1}),
    ("1) Wool", {"items": 1}),
    ("1234. Wool", {}),
    ("-Wool", {}),
    ("- Sep 4: Wool", {"items": 1, "date_items": 1}),
    ("- **9/4** Wool", {"items": 1, "date_items": 1}),
    ("- Week 3: Wool", {"items": 1, "module_items": 1}),
    ("- [A Title of a Work](u), Ann Lee", {"items": 1, "works": 1}),
    ("- Sep 4:\tWool", {"items": 1, "date_items": 1, "tab_rows": 1, "tab_dates": 1}),
    ("- Wool\tFlax", {"items": 1, "tab_rows": 1}),
    ("Sep 4: Wool", {"date_lines": 1}),
    ("[Sep 4](a.md)", {"date_lines": 1}),
    ("Sep 4:\tWool", {"date_lines": 1, "tab_rows": 1, "tab_dates": 1, "tab_run": 1}),
    ("Read before Sep 4", {}),
    (LONG[:119], {"date_lines": 1}),
    (LONG[:120], {}),
    (LONG[:100] + "\t" + "y" * 18, {"date_lines": 1, "tab_rows": 1, "tab_dates": 1, "tab_run": 1}),
    (LONG[:100] + "\t" + "y" * 19, {"tab_rows": 1, "tab_run": 1}),
    ('"A Title of a Work" (2019)', {"works": 1}),
    ("\tWool", {}),  # only tabs between words part cells
    ("| 9/4 | Wool |", {"rows": 1, "row_chars": 14, "led_rows": 1, "date_rows": 1}),
    ("| Wool | 9/4 |", {"rows": 1, "row_chars": 14, "led_rows": 1, "date_rows": 1}),
    ("| Wool | Flax | 9/4 |", {"rows": 1, "row_chars": 21, "led_rows": 1, "date_rows": 1}),
    ("| Wool | Flax | Knots | 9/4 |", {"rows": 1, "row_chars": 29, "led_rows": 1}),
    ("| **9/4** | Wool |", {"rows": 1, "row_chars": 18, "led_rows": 1, "date_rows": 1}),
    ("| Wool | Flax", {"rows": 1, "row_chars": 13, "led_rows": 1, "open_rows": 1}),
    ("Wool | Flax |", {"rows": 1, "row_chars": 13, "tail_rows": 1}),
    ("Wool | Flax | Knots", {"rows": 1, "row_chars": 19}),
    ("Wool | Flax", {}),
    ("|---|---|", {"delimiters": 1, "row_chars": 9}),
    ("| Wool |", {"dump_lines": 1}),
    ("| Wool", {"dump_lines": 1}),
    ("Wool |", {"dump_lines": 1}),
    ("|", {"dump_lines": 1}),
    ("- Wool | Flax | Knots", {"items": 1}),
    ("text: |", {}),
    ("- notes: |-", {"items": 1}),
    ("<table><tr><td>x</td></tr></table>", {"tags": 3}),
    ("{% include x.html %}", {"jekyll": 1}),
    ("{{ site.url }}", {"jekyll": 1}),
    ("{{ other.url }}", {}),
    ("---\nlayout: page\n---\n", {"front": 1, "jekyll": 1}),
    ("---\ntitle: Wool\n---\n", {"front": 1}),
    ("---\ntitle: Wool\ndate: Sep 4\nend: 9/5\n---\nSep 6\n", {"front": 1, "front_dates": 2, "date_lines": 1}),
]


@pytest.mark.parametrize(("text", "signs"), LINES, ids=[repr(text[:40]) for text, _ in LINES])
def test_what_a_line_counts_as(text: str, signs: dict[str, int]) -> None:
    assert count(text) == signs
    if text and not text.startswith("---"):
        assert count(f"{text}\n\n{text}\n") == {
            name: number if name == "jekyll" else 2 * number for name, number in signs.items()
        }


def test_only_the_first_part_of_a_text_is_counted() -> None:
    assert find_signs("# a\n" * (MAX_LINES + 5)).headings == MAX_LINES
    assert find_signs(" " * MAX_SAMPLE + "# a").headings == 0
    assert find_signs(" " * (MAX_SAMPLE - 1) + "\nx").size == MAX_SAMPLE
    assert find_signs("x" * 1990 + " | a | b | c").rows == 1
    assert find_signs("x" * 2000 + " | a | b | c").rows == 0


def score(dialect: str, **counts: int) -> float:
    guess = Signs(**counts).guess(dialect)
    return guess.score if guess is not None else 0


@pytest.mark.parametrize(
    ("dialect", "counts", "speaks"),
    [
        ("pipe_table", {"rows": 1}, False),
        ("pipe_table", {"rows": 2}, True),
        ("pipe_table", {"rows": 2, "dump_lines": 1}, True),
        ("pipe_table", {"rows": 2, "dump_lines": 2}, False),
        ("pipe_table", {"rows": 2, "dump_lines": 2, "delimiters": 1}, True),
        ("pipe_table", {"rows": 9, "dump_lines": 3}, True),
        ("pipe_table", {"rows": 9, "dump_lines": 4}, False),
        ("pipe_table", {"rows": 4, "led_rows": 3, "open_rows": 1, "tail_rows": 1}, False),
        ("pipe_table", {"rows": 4, "led_rows": 2, "open_rows": 1, "tail_rows": 1}, True),
        ("pipe_table", {"rows": 4, "led_rows": 3, "open_rows": 0, "tail_rows": 1}, True),
        ("pipe_table", {"rows": 4, "led_rows": 3, "open_rows": 1, "tail_rows": 0}, True),
        ("pipe_table", {"rows": 4, "led_rows": 3, "open_rows": 1, "tail_rows": 1, "delimiters": 1}, True),
        ("row_dump", {}, False),
        ("row_dump", {"dump_lines": 2}, False),
        ("row_dump", {"dump_lines": 3}, True),
        ("row_dump", {"rows": 4, "led_rows": 3, "open_rows": 1, "tail_rows": 1}, True),
        ("row_dump", {"tab_rows": 2, "lines": 4}, False),
        ("row_dump", {"tab_rows": 3, "lines": 4}, True),
        ("row_dump", {"tab_rows": 3, "lines": 4, "rows": 1}, False),
        ("date_list", {}, False),
        ("date_list", {"date_items": 1}, False),
        ("date_list", {"date_items": 2}, True),
        ("date_list", {"date_items": 1, "date_lines": 1}, True),
        ("date_list", {"date_headings": 1}, True),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 3, "lines": 4}, False),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 2, "lines": 4}, True),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 4, "lines": 10}, True),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 5, "lines": 12}, False),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 3, "lines": 4, "rows": 1}, True),
        ("date_list", {"date_lines": 3, "tab_dates": 3, "tab_rows": 3, "lines": 4, "dump_lines": 1}, True),
        ("date_list", {"date_lines": 3, "tab_dates": 1, "tab_rows": 3, "lines": 4}, True),
        ("venue_list", {"year_headings": 1}, False),
        ("venue_list", {"year_headings": 2}, True),
        ("venue_list", {"venue_headings": 1, "year_headings": 1}, True),
        ("venue_list", {"works": 3}, False),
        ("venue_list", {"works": 4}, True),
        ("jekyll", {}, True),
    ],
)
def test_what_speaks_for_a_dialect(dialect: str, counts: dict[str, int], speaks: bool) -> None:
    assert (score(dialect, **counts) > 0) is speaks


@pytest.mark.parametrize(
    ("dialect", "less", "more"),
    [
        ("pipe_table", {"rows": 3, "size": 100, "row_chars": 20}, {"rows": 3, "size": 100, "row_chars": 40}),
        ("pipe_table", {"rows": 3, "date_rows": 2}, {"rows": 3, "date_rows": 3}),
        ("pipe_table", {"rows": 3, "date_rows": 3, "date_items": 1}, {"rows": 3, "date_rows": 3}),
        ("pipe_table", {"rows": 3, "date_rows": 3, "front_dates": 3}, {"rows": 3, "date_rows": 3, "front_dates": 2}),
        ("pipe_table", {"rows": 3, "date_rows": 3, "date_items": 4}, {"rows": 3, "date_rows": 3, "date_items": 3}),
        ("row_dump", {"dump_lines": 3, "rows": 6}, {"dump_lines": 3, "rows": 1}),
        ("row_dump", {"dump_lines": 3, "delimiters": 1}, {"dump_lines": 3}),
        ("row_dump", {"tab_rows": 4, "lines": 10}, {"tab_rows": 5, "lines": 10}),
        ("row_dump", {"tab_rows": 5, "lines": 10}, {"tab_rows": 9, "lines": 10}),
        ("jekyll", {}, {"items": 1}),
        ("jekyll", {"items": 1}, {"headings": 1}),
        ("jekyll", {"headings": 1}, {"front": 1}),
        ("jekyll", {"front": 1}, {"jekyll": 1}),
        ("jekyll", {"headings": 1, "module_headings": 1}, {"headings": 1, "module_headings": 2}),
        ("jekyll", {"front": 1, "module_headings": 1}, {"front": 1, "module_headings": 2}),
        ("jekyll", {"jekyll": 1, "date_items": 1}, {"jekyll": 1, "date_items": 2}),
        ("jekyll", {"front": 1, "front_dates": 2}, {"front": 1, "front_dates": 3}),
        ("date_list", {"date_items": 2}, {"date_items": 5}),
        ("date_list", {"date_items": 3, "jekyll": 1}, {"date_items": 3}),
        ("venue_list", {"year_headings": 2}, {"year_headings": 4}),
        ("venue_list", {"works": 4, "items": 20}, {"works": 4, "items": 4}),
        ("venue_list", {"works": 4, "date_items": 3}, {"works": 4, "date_items": 2}),
        ("venue_list", {"works": 4, "rows": 6}, {"works": 4, "rows": 5}),
        ("venue_list", {"works": 4, "module_items": 3}, {"works": 4, "module_items": 2}),
        ("venue_list", {"works": 4, "module_headings": 3}, {"works": 4, "module_headings": 2}),
    ],
)
def test_what_speaks_more(dialect: str, less: dict[str, int], more: dict[str, int]) -> None:
    assert 0 < score(dialect, **less) < score(dialect, **more) <= 0.98


@pytest.mark.parametrize(
    ("dialect", "one", "other"),
    [
        ("date_list", {"date_items": 5}, {"date_items": 50}),
        ("venue_list", {"year_headings": 4}, {"year_headings": 40}),
        ("jekyll", {"front": 1, "date_items": 1}, {"front": 1, "date_items": 2}),
        ("jekyll", {"items": 1, "front": 1}, {"front": 1}),
    ],
)
def test_what_makes_no_difference(dialect: str, one: dict[str, int], other: dict[str, int]) -> None:
    assert score(dialect, **one) == score(dialect, **other)


# --- formats of data ---

FORMATS = [
    ("", None),
    ("  \n", None),
    ("<html></html>", None),
    ("Wool and flax", None),
    ("We meet on Tuesdays.\nBring: a laptop.", None),
    # JSON, whole or only begun
    ('{"a": 1}', ("json", 0.98)),
    ('[{"a": 1}]', ("json", 0.98)),
    ('[["a"]]', ("json", 0.98)),
    ("[]", ("json", 0.98)),
    ("{}", ("json", 0.98)),
    ('[{"a": 1},', ("json", 0.9)),
    ('{"a": 1,', ("json", 0.9)),
    ('["a", ', ("json", 0.9)),
    ("[Wool](u) and flax", None),
    # scripts that assign data
    ("export const talks = [\n  {title: 'Wool'},\n];\n", ("script", 0.92)),
    ("// a remark\nvar talks = [{title: 'Wool'}];\n", ("script", 0.92)),
    # TOML: heads and pairs, or pairs nearly alone
    ("[[talks]]\nday = 1\n", ("toml", 0.93)),
    ('day = 1\ntitle = "Wool"\n', ("toml", 0.93)),
    ("[talks]\nday = 1\nWool\nFlax\n", ("toml", 0.93)),  # half of the lines
    ("[talks]\nday = 1\nWool\nFlax\nKnots\n", None),
    ("a = 1\nb = 2\nc = 3\nd = 4\nWool\n", ("toml", 0.93)),  # without a head: four of five
    ("a = 1\nb = 2\nc = 3\nWool\n", None),
    ("[talks]\n", None),
    # YAML
    ("- date: 9/3\n  title: Maps\n", ("yaml", 0.95)),
    ("title: Maps\n", ("yaml", 0.4)),
    ("title: Maps\nday: 3\n", ("yaml", 0.4)),
    ("title: Maps\nday: 3\nroom: 4\n", ("yaml", 0.6)),
    ("title: Maps\nday: 3\nday: 4\n", ("yaml", 0.4)),  # a key twice: a form filled in
    ("talks:\n- title: Maps\n- title: Bays\n", ("yaml", 0.95)),
    ("talks:\n- Maps\n- Bays\n", ("yaml", 0.95)),
    ("Maps: Bays\n- a\nWool\n", None),
    ("- Offload Annotations: Bringing Maps\n- Bays and Coasts: A Survey\n- Knots of the Sea: Ties\n", None),
    ("# Maps\n\ntitle: a\n\nWool and flax are spun.\n", None),
    ("---\ntitle: Maps\nday: 3\n---\nWool and flax are spun.\n", None),
    ("---\ntitle: Maps\nday: 3\nroom: 4\n---\n", ("yaml", 0.6)),
    ("---\ntitle: Maps\n---\ntitle: Bays\nday: 3\n", ("yaml", 0.4)),
    ("---\ntitle: Maps\n---\n## Wool\ntitle: Bays\nday: 3\nroom: 4\n", None),
    ("Topic: Looms\n## Week 36\nRoom: 3\n## Week 37\nTopic: Wool\n", None),
    ("one two: a\nthree four five: b\nsix seven eight: c\nnine: d\n", ("yaml", 0.6)),  # three words of a key at most
    ("one two three four: a\nfive six seven eight: b\nnine ten eleven twelve: c\nd: e\n", None),
    # delimited text: known words in its head, rows of its width
    ("week,day\n1,2", ("csv", 0.95)),
    ("Date,Topic\n9/3,Maps", ("csv", 0.95)),
    ("Date\tTopic\n9/3\tMaps", ("csv", 0.95)),
    ("Date;Topic\n9/3;Maps", ("csv", 0.95)),
    ("Date,Wool\n9/3,Maps", ("csv", 0.95)),  # one of two is known
    ("Date,Wool,Flax\n9/3,Maps,Bays", None),
    ("Date,Topic,Flax\n9/3,Maps,Bays", ("csv", 0.95)),
    ("Date,Topic", None),
    ("Wool,Flax\n9/3,Maps", None),
    ('Date,Topic\n9/3,"Maps, Bays"', ("csv", 0.95)),
    ("Date,Topic\n9/3,Maps\nBays", ("csv", 0.883)),
    ("Date,Topic\n9/3,Maps\nBays\nKnots\nTies", None),  # less than three of five rows are as wide
    ("Date,Topic\n9/3,Maps\n9/4,Maps\nKnots\nTies", ("csv", 0.87)),
    ("| Date\tTopic |\n9/3\tMaps", None),
    ("- Date,Topic\n9/3,Maps", None),
    ("[Date](u),Topic\n9/3,Maps", None),
    ("Date|Topic\n9/3|Maps", None),
    (f"Date,{'Topic ' * 10}\n9/3,Maps", ("csv", 0.95)),
    (f"Date,{'Topic ' * 10}x\n9/3,Maps", None),  # no head has so long a name
]


@pytest.mark.parametrize(("text", "expected"), FORMATS, ids=[repr(text[:40]) for text, _ in FORMATS])
def test_formats_of_data(text: str, expected: tuple[str, float] | None) -> None:
    guess = guess_format(text)
    assert (guess and (guess[0], round(guess[1], 3))) == expected


@pytest.mark.parametrize(
    ("text", "uri", "form"),
    [
        ("Wool", None, "yaml"),
        ("Wool", "plan.csv", "csv"),
        ("Wool", "https://a.example/PLAN.TSV?x=1#y", "csv"),
        ("Wool", "plan.toml", "toml"),
        ("Wool", "plan.jsonl", "json"),
        ("Wool", "plan.js", "script"),
        ("Wool", "plan.txt", "yaml"),
        ('{"a": 1}', "plan.csv", "json"),  # sure enough to contradict the name
        ("title: Maps\n", "plan.csv", "csv"),
        ("title: Maps\n", None, "yaml"),
    ],
)
def test_the_name_of_a_file_counts_where_its_text_does_not_tell(text: str, uri: str | None, form: str) -> None:
    assert find_format(text, uri) == form
