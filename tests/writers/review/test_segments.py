"""Pieces of a text between the ends of places: nothing is lost, nothing is there twice, each knows its places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import Span
from syllabus_parse.writers.review.segments import DEEPEST, cut_lines, cut_segments

TEXTS = st.text(alphabet="ab \n\r\u202e\x00", max_size=16)
# Small numbers, so that many places overlap, and some lie beyond the end.
ENDS = st.tuples(st.integers(0, 18), st.integers(0, 18))
SPANS = st.lists(ENDS.map(lambda pair: Span(min(pair), max(pair))), max_size=12)


@given(TEXTS, SPANS)
def test_the_segments_are_the_text(text: str, spans: list[Span]) -> None:
    segments = cut_segments(len(text), spans)
    assert "".join(text[segment.start : segment.end] for segment in segments) == text
    assert all(segment.start < segment.end for segment in segments)


@given(TEXTS, SPANS)
def test_each_character_has_the_places_that_cover_it(text: str, spans: list[Span]) -> None:
    for segment in cut_segments(len(text), spans):
        for at in range(segment.start, segment.end):
            assert set(segment.places) == {n for n, span in enumerate(spans) if span.start <= at < span.end}
        lengths = [min(spans[n].end, len(text)) - spans[n].start for n in segment.places]
        assert lengths == sorted(lengths)


@given(TEXTS, SPANS, st.integers(1, 9))
def test_the_lines_are_the_text(text: str, spans: list[Span], piece: int) -> None:
    segments = cut_segments(len(text), spans)
    lines = list(cut_lines(text, segments, piece=piece))
    shown = ""
    for line in lines:
        shown += "\n" if line.number > 1 and not line.goes_on else ""
        assert len(shown) == line.start
        words = "".join(text[segment.start : segment.end] for segment in line.segments)
        assert len(words) <= piece
        shown += words
    assert shown == text
    places = {at: segment.places for segment in segments for at in range(segment.start, segment.end)}
    for line in lines:
        for segment in line.segments:
            assert {places[at] for at in range(segment.start, segment.end)} == {segment.places}


def test_many_places_over_each_other_are_capped() -> None:
    spans = [Span(0, 100 + n) for n in range(50)]
    segment = cut_segments(10, spans)[0]
    assert segment.places == tuple(range(DEEPEST))
    assert cut_segments(120, spans)[0].places == tuple(range(DEEPEST))


def test_one_long_line_is_cut_in_linear_steps() -> None:
    text = "x" * 100_000
    segments = cut_segments(len(text), [Span(n, n + 3) for n in range(0, 100_000, 5)])
    lines = list(cut_lines(text, segments))
    assert (len(lines), {line.number for line in lines}) == (50, {1})
    assert sum(len(line.segments) for line in lines) == len(segments)
