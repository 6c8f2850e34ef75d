"""The calendar of the sessions: every dated session has its day, whatever the days are."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import Session
from syllabus_parse.writers.review.timeline import LONGEST, MOST_IN_DAY, MOST_WEEKS, Timeline, draw_timeline

DATES = st.dates(dt.date(2024, 8, 1), dt.date(2025, 2, 1)) | st.dates()
SESSIONS = st.lists(st.builds(Session, date=st.none() | DATES, end_date=st.none() | DATES), max_size=12)


def list_marks(timeline: Timeline) -> list[tuple[int, dt.date]]:
    return [(mark.session, mark.day) for week in timeline.weeks for day in week.days for mark in day.marks]


@given(SESSIONS)
def test_every_session_is_on_its_day_or_named(sessions: list[Session]) -> None:
    timeline = draw_timeline(sessions)
    firsts = {
        mark.session: mark.day for week in timeline.weeks for day in week.days for mark in day.marks if mark.first
    }
    crowded = sum(day.more for week in timeline.weeks for day in week.days)
    for number, session in enumerate(sessions):
        if session.date is None:
            assert number in timeline.undated
        elif not crowded and not timeline.left_out:
            assert firsts[number] == session.date
    columns = len(timeline.weeks)
    assert sum(width for _, width in timeline.months) == sum(width for _, width in timeline.years) == columns
    for week in timeline.weeks:
        if week.monday is not None:
            assert week.monday.weekday() == 0
            days = [(mark.day - week.monday).days for day in week.days for mark in day.marks]
            assert days == [at for at, day in enumerate(week.days) for _ in day.marks]


def test_a_range_is_drawn_over_its_days() -> None:
    timeline = draw_timeline([Session(dt.date(2024, 10, 31), dt.date(2024, 11, 4))])
    assert [str(day) for _, day in list_marks(timeline)] == [
        "2024-10-31", "2024-11-01", "2024-11-02", "2024-11-03", "2024-11-04",
    ]  # fmt: skip
    assert (timeline.rows, timeline.months) == (7, (("Oct", 1), ("Nov", 1)))


def test_a_range_over_a_year_is_cut_and_one_that_runs_back_is_a_day() -> None:
    assert len(list_marks(draw_timeline([Session(dt.date(2024, 1, 1), dt.date(2025, 1, 1))]))) == LONGEST
    assert len(list_marks(draw_timeline([Session(dt.date(2024, 1, 8), dt.date(2024, 1, 1))]))) == 1


def test_the_ends_of_the_calendar() -> None:
    timeline = draw_timeline([Session(dt.date.min), Session(dt.date.max, dt.date.max)])
    assert [str(day) for _, day in list_marks(timeline)] == ["0001-01-01", "9999-12-31"]


def test_weeks_between_are_drawn_and_a_long_gap_is_one_column() -> None:
    days = [dt.date(2024, 9, 2), dt.date(2024, 9, 30), dt.date(2025, 1, 6)]
    timeline = draw_timeline([Session(day) for day in days])
    mondays = [str(week.monday) if week.monday else week.gap for week in timeline.weeks]
    assert mondays == ["2024-09-02", "2024-09-09", "2024-09-16", "2024-09-23", "2024-09-30", 13, "2025-01-06"]
    assert timeline.months == (("Sep", 5), ("", 1), ("Jan", 1))
    assert timeline.years == (("2024", 5), ("", 1), ("2025", 1))


def test_a_day_with_many_sessions_counts_the_rest() -> None:
    timeline = draw_timeline([Session(dt.date(2024, 9, 3))] * 9)
    assert (len(list_marks(timeline)), timeline.weeks[0].days[1].more) == (MOST_IN_DAY, 9 - MOST_IN_DAY)
    assert timeline.rows == 5


def test_weeks_beyond_the_last_are_counted() -> None:
    days = [dt.date(2000, 1, 3) + dt.timedelta(weeks=at) for at in range(MOST_WEEKS + 7)]
    timeline = draw_timeline([Session(day) for day in days])
    assert (len(timeline.weeks), timeline.left_out) == (MOST_WEEKS, 7)


def test_sessions_keep_the_numbers_they_are_known_by() -> None:
    timeline = draw_timeline([Session(dt.date(2024, 9, 3)), Session()], [4, 7])
    assert (list_marks(timeline)[0][0], timeline.undated) == (4, (7,))


def test_no_session_no_weeks() -> None:
    assert draw_timeline([]) == Timeline()
