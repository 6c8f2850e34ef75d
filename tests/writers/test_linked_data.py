"""JSON-LD is read by rdflib into triples, without a context being fetched."""

from __future__ import annotations

import datetime as dt
import json
import urllib.request
from collections.abc import Iterable

import pytest
import rdflib
from hypothesis import given, settings
from rdflib.collection import Collection
from rdflib.namespace import RDF
from rdflib.query import ResultRow
from rdflib.term import Node

from export_samples import all_samples, parse_fixtures
from syllabus_parse import Course, Link, Origin, Person, Reading, Session, Syllabus, Venue
from syllabus_parse.writers.jsonld import write_jsonld
from test_serialize import syllabi

# rdflib's own reader of JSON-LD still uses what rdflib calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = rdflib.Namespace("https://schema.org/")
PAGE = Syllabus(
    Origin("html", "https://example.org/cs1"),
    Course("Trees", "CS 1", "Example University", "spring", 2031),
    sessions=(
        Session(
            dt.date(2031, 3, 4), start_time=dt.time(15), end_time=dt.time(16), title="Heaps",
            presenters=(Person("Ada Quill", "ETH"),), location="Room 5",
            readings=(
                Reading(
                    "Join Trees", authors=(Person("Bea Marsh"), Person("Cy Fen")), venue=Venue("VLDB", "conference"),
                    year=2019, links=(Link("https://example.org/a%20b.pdf"), Link("no address")),
                    identifiers={"doi": "10.1145/12.34"},
                ),
            ),
        ),
        Session(dt.date(2031, 3, 6), title="Treaps", status="cancelled"),
    ),
    readings=(Reading("The Book", kind="book"),),
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a context was fetched")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refuse)


def read_graph(several: Syllabus | Iterable[Syllabus]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=write_jsonld(several), format="json-ld")


def read_list(graph: rdflib.Graph, owner: Node | None, key: Node) -> list[str]:
    head = graph.value(owner, key)
    assert head is not None
    return [str(graph.value(item, SCHEMA.name)) for item in Collection(graph, head)]


def names(graph: rdflib.Graph, kind: str) -> set[str]:
    return {str(graph.value(node, SCHEMA.name)) for node in graph.subjects(RDF.type, SCHEMA[kind])}


def test_course_instance_sections_and_works() -> None:
    graph = read_graph(PAGE)
    course = graph.value(None, RDF.type, SCHEMA.Course)
    assert str(graph.value(course, SCHEMA.courseCode)) == "CS 1"
    assert graph.value(course, SCHEMA.url) == rdflib.URIRef("https://example.org/cs1")
    assert read_list(graph, course, SCHEMA.syllabusSections) == ["Heaps", "Treaps"]
    instance = graph.value(course, SCHEMA.hasCourseInstance)
    assert (instance, RDF.type, SCHEMA.CourseInstance) in graph
    assert graph.value(instance, SCHEMA.startDate) == rdflib.Literal("2031-03-04", datatype=SCHEMA.Date)
    assert graph.value(instance, SCHEMA.endDate) == rdflib.Literal("2031-03-06", datatype=SCHEMA.Date)
    assert len(list(graph.objects(instance, SCHEMA.subEvent))) == 2
    assert names(graph, "ScholarlyArticle") == {"Join Trees"}
    assert names(graph, "Book") == {"The Book"}
    work = graph.value(None, RDF.type, SCHEMA.ScholarlyArticle)
    assert read_list(graph, work, SCHEMA.author) == ["Bea Marsh", "Cy Fen"]
    assert list(graph.objects(work, SCHEMA.url)) == [rdflib.URIRef("https://example.org/a%20b.pdf")]
    assert graph.value(work, SCHEMA.sameAs) == rdflib.URIRef("https://doi.org/10.1145/12.34")


def test_a_query_finds_what_is_read_when() -> None:
    query = """
        PREFIX s: <https://schema.org/>
        SELECT ?day ?title WHERE { ?part a s:Syllabus; s:temporalCoverage ?day; s:citation/s:name ?title }
    """
    rows = [row for row in read_graph(PAGE).query(query) if isinstance(row, ResultRow)]
    assert [(str(row[0]), str(row[1])) for row in rows] == [("2031-03-04", "Join Trees")]


def test_every_work_of_the_fixtures_is_there() -> None:
    graph = read_graph(parse_fixtures())
    titles = {str(name) for name in graph.objects(None, SCHEMA.name)}
    for one in parse_fixtures():
        works = [*one.readings, *(work for session in one.sessions for work in session.readings)]
        assert {work.title for work in works} <= titles
    assert len(list(graph.subjects(RDF.type, SCHEMA.Course))) == len(parse_fixtures())


def test_it_may_stand_in_a_page() -> None:
    text = write_jsonld(all_samples())
    assert "<" not in text
    assert len(json.loads(text)["@graph"]) == len(all_samples())


@settings(max_examples=30)
@given(syllabi)
def test_any_syllabus_makes_triples(syllabus: Syllabus) -> None:
    graph = read_graph(syllabus)
    assert len(list(graph.subjects(RDF.type, SCHEMA.Course))) == 1
    assert len(list(graph.subjects(RDF.type, SCHEMA.Syllabus))) == len(syllabus.sessions)
