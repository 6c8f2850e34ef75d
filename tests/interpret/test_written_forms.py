"""Forms that the writers use and people too: each was read wrongly once."""

from __future__ import annotations

import pytest

from syllabus_parse import facts, parse

FRONT = "---\nsemester: Fall 2012\n---\n\n"

CASES: list[tuple[str, str, str, list[dict[str, object]]]] = [
    (
        "a kind of meeting with its day in brackets",
        "jekyll",
        f"{FRONT}### Lecture (2012-09-02): Trees\n\n### Exam 2 (2012-09-03): Midterm\n\n### Project (Sep 4): Roofs\n",
        [
            {"date": "2012-09-02", "kind": "lecture", "title": "Trees"},
            {"date": "2012-09-03", "kind": "exam", "number": "2", "title": "Midterm"},
            {"date": "2012-09-04", "kind": "project", "title": "Roofs"},
        ],
    ),
    (
        "a kind of meeting whose day is open",
        "jekyll",
        f"{FRONT}### Lecture (2012-09-02): Trees\n\n### Lab (TBD): Roofs\n",
        [{"date": "2012-09-02", "title": "Trees"}, {"kind": "lab", "status": "tbd", "title": "Roofs"}],
    ),
    (
        "a day that ends with a full stop of its own",
        "jekyll",
        f"{FRONT}### Lecture (01.09.): Trees\n\n### No class (02.09.)\n",
        [{"date": "2012-09-01", "title": "Trees"}, {"date": "2012-09-02", "kind": "holiday", "title": "No class"}],
    ),
    (
        "a label above a heading says nothing of the list below it",
        "date_list",
        "# Fall 2012\n\n## 2012-09-02\n\n**Topic:** Trees\n\n### Reading\n\n- Quiet Kettles\n",
        [{"date": "2012-09-02", "title": "Trees", "readings": [{"title": "Quiet Kettles", "kind": "paper"}]}],
    ),
    (
        "a short row keeps its people under their head",
        "pipe_table",
        "| Date | Type | Topic | Presenter | Reading |\n|---|---|---|---|---|\n"
        "| 2012-09-02 | Lecture | Trees | Ann Lee |\n"
        "| 2012-09-04 | Lecture | Roofs | | Quiet Kettles. |\n",
        [
            {"date": "2012-09-02", "title": "Trees", "presenters": [{"name": "Ann Lee"}]},
            {"date": "2012-09-04", "title": "Roofs", "readings": [{"title": "Quiet Kettles", "kind": "paper"}]},
        ],
    ),
    (
        "a short row keeps people of rare names too",
        "html",
        "<table><tr><th>Date</th><th>Topic</th><th>Presenter</th><th>Reading</th></tr>"
        "<tr><td>2012-09-02</td><td>Trees</td></tr><tr><td>2012-09-03</td><td>Trees</td><td>Bo Brandt</td></tr>"
        "<tr><td>2012-09-04</td><td>Trees</td><td></td><td>Quiet Kettles.</td></tr></table>",
        [
            {"date": "2012-09-02", "title": "Trees"},
            {"date": "2012-09-03", "title": "Trees", "presenters": [{"name": "Bo Brandt"}]},
            {"date": "2012-09-04", "title": "Trees", "readings": [{"title": "Quiet Kettles", "kind": "paper"}]},
        ],
    ),
    (
        "headings of parts are no rows that lost their ends",
        "pipe_table",
        "| Week | Date | Type | Topic | Presenter |\n|---|---|---|---|---|\n| Part I: Keeping | |\n"
        "| 1 | 2012-09-02 | Lecture | Trees |\n| Module 2: Finding | |\n"
        "| 2 | 2012-09-03 | Lecture | Roofs | Ann Lee |\n"
        "| 3 | 2012-09-04 | Exam | Midterm |\n",
        [
            {"week": 1, "section": ["Part I: Keeping"]},
            {"week": 2, "presenters": [{"name": "Ann Lee"}]},
            {"week": 3, "title": "Midterm", "presenters": None},
        ],
    ),
    (
        "a number behind a word of an address is no year",
        "pipe_table",
        "# Fall 2012\n\n| Date | Topic | Links |\n|---|---|---|\n"
        "| Sep 2 | Trees | [video](https://youtu.be/watch-14) |\n",
        [{"date": "2012-09-02", "title": "Trees"}],
    ),
]


@pytest.mark.parametrize(("dialect", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_is_read(dialect: str, text: str, expected: list[dict[str, object]]) -> None:
    sessions = facts(parse(text, dialect=dialect))["sessions"]
    assert isinstance(sessions, list)
    assert [{key: one.get(key) for key in wanted} for one, wanted in zip(sessions, expected, strict=True)] == expected


def test_a_first_line_of_code_and_term_names_the_course() -> None:
    course = parse("CS 7180 (Fall 2012)\nDate\tTopic\n2012-09-02\tTrees\n", dialect="row_dump").course
    assert (course.code, course.term, course.year) == ("CS 7180", "autumn", 2012)


def test_tabs_around_the_cells_of_a_pipe_table_make_no_data_file() -> None:
    page = parse("# Fall 2012\n\n|\tDate\t|\tTopic\t|\n|\t---\t|\t---\t|\n|\t2012-09-02\t|\tTrees\t|\n")
    assert (page.source.dialect, [session.title for session in page.sessions]) == ("pipe_table", ["Trees"])


@pytest.mark.parametrize(
    "text",
    [
        "# CS 9 (Fall 2012)\n\nDate\t|\tTopic\n---\t|\t---\n2012-09-02\t|\tTrees\n",
        "---\nlayout: page\n---\n\n# Schedule\n\n### Lecture 1 (2012-09-02): Trees\n\n- Room: B12\n",
    ],
)
def test_pages_are_not_taken_for_data(text: str) -> None:
    page = parse(text)
    assert page.source.dialect != "yaml"
    assert [session.title for session in page.sessions] == ["Trees"]
