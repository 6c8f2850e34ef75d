"""Data to nodes: what the formats' own libraries read, with places; and texts that break those libraries."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.document import Mapping, Node, Paragraph, Run, Scalar, Sequence, Table, Text
from syllabus_parse.readers.data_nodes import find_delimiter, read_csv, read_json, read_toml, read_yaml
from syllabus_parse.readers.nodes_tree import MAX_DEPTH, MAX_EXPANDED
from syllabus_parse.source import Span

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


def plain(node: Node | None) -> Any:  # noqa: ANN401
    """Nodes as Python values, every scalar a string; of keys that stand twice the last counts."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text.plain
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.plain: plain(value) for key, value in node.entries}


def texts(node: Node | None) -> list[Text]:
    """All keys and scalars under a node."""
    out: list[Text] = []
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Scalar):
            out.append(here.text)
        elif isinstance(here, Sequence):
            stack.extend(here.items)
        elif isinstance(here, Mapping):
            for key, value in here.entries:
                out.append(key)
                stack.append(value)
    return out


def check_spans(node: Node | None, source: str) -> None:
    """A run as long as its place is that place's text."""
    for text in texts(node):
        assert text.plain == "".join(run.text for run in text.runs)
        for run in text.runs:
            assert 0 <= run.span.start <= run.span.end <= len(source)
            if len(run.text) == run.span.end - run.span.start:
                assert run.span.slice(source) == run.text


def count(node: Node | None) -> int:
    return len(texts(node))


# -- YAML ----------------------------------------------------------------------------------------

YAML_CASES = [
    "date: 2024-09-03",
    "- date: 9/3\n  title: Maps\n- date: 9/5\n  title: Sets\n",
    "a: yes\nb: 012\nc: 1e3\nd: ~\ne: null\nf:\ng: 2001-12-14t21:59:43.10-05:00",
    "title: 'It''s here' # remark\nother: \"a \\\"b\\\" \\u00e9 \\x41 \\n c\"",
    "text: |\n  first\n  second\n\n  fourth\nnext: x",
    "text: >\n  folded over\n  two lines\n\n  new paragraph\nnext: x",
    "text: >-\n  no end\n  here\n",
    "text: |2-\n    two more\n  x\n",
    "plain: words that\n  go on here\n\n  after a blank\nnext: 1",
    'quoted: "goes on\n  here \\\n  and here"',
    "single: 'goes on\n\n  here'",
    "flow: {a: [1, 2, {b: c}], 'd e': \"f\"}",
    "flow: [\n  a,\n  b\n]\n",
    "? complex key\n: value",
    "base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\n",
    "one: &o [a, b]\ntwo: *o",
    "both:\n  <<: [{a: 1}, {a: 2, b: 3}]\n  c: 4",
    "# nothing but a remark\n",
    "",
    "---\na: 1\n",
    "%YAML 1.1\n---\na: 1\n...\n",
    "ключ: значение\n日期: 九月 𝒳\nemoji: 🎉 party",
    "url: http://x.org:80/a#b?c=d",
    "a:   spaced   \nb: 'x'   ",
    "- - a\n  - b\n- - c",
    "key: !!str 12\nother: !custom {a: b}\nthird: &n !!int 5",
    "windows: a\r\nlines: b\r\n",
]


class Words(yaml.SafeLoader):
    """Merges keys as the safe loader does, and leaves every scalar a string."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:
        return node.value if isinstance(node, yaml.ScalarNode) else super().construct_object(node, deep=True)


def _construct_words(loader: Words, node: yaml.MappingNode) -> object:
    return loader.construct_mapping(node, deep=True)


MERGE = {"<": [("tag:yaml.org,2002:merge", re.compile("^<<$"))]}
Words.yaml_implicit_resolvers = MERGE
Words.add_constructor("!custom", _construct_words)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("source", YAML_CASES)
def test_yaml_reads_what_the_safe_loader_reads(source: str, loader: type) -> None:
    root, problems = read_yaml(source, loader=loader)
    expected = yaml.load(source, Loader=Words)  # noqa: S506 (a subclass of the safe loader)
    expected = json.loads(json.dumps(expected), object_hook=lambda m: {k: strip_end(v) for k, v in m.items()})
    assert plain(root) == expected
    assert problems == ()
    check_spans(root, source)


def strip_end(value: object) -> object:
    """Block scalars are read without the blanks and line ends at their edges."""
    return value.strip() if isinstance(value, str) else value


def test_yaml_offset_moves_all_places() -> None:
    source = "---\ntitle: Café\nlist:\n  - 'a'\n---\n# Page\n"
    root, _ = read_yaml(source[4:30], offset=4)
    check_spans(root, source)
    assert isinstance(root, Mapping)
    title = root.get("title")
    assert title is not None
    assert title.span.slice(source) == "Café"


def test_yaml_several_documents_make_a_sequence() -> None:
    assert plain(read_yaml("---\na: 1\n---\nb: 2\n")[0]) == [{"a": "1"}, {"b": "2"}]


def test_yaml_keeps_a_key_that_stands_twice() -> None:
    root, problems = read_yaml("reading: A\nreading: B\n")
    assert isinstance(root, Mapping)
    assert [(key.plain, plain(value)) for key, value in root.entries] == [("reading", "A"), ("reading", "B")]
    assert problems == ()


def test_yaml_places_of_escapes_and_folds() -> None:
    source = 'a: "x \\"y\\" z"\nb: >\n   one\n   two\n'
    root, _ = read_yaml(source)
    assert isinstance(root, Mapping)
    first, second = root.get("a"), root.get("b")
    assert isinstance(first, Scalar)
    assert isinstance(second, Scalar)
    assert [run.text for run in first.text.runs] == ["x ", '"', "y", '"', " z"]
    assert [run.span.slice(source) for run in first.text.runs] == ["x ", '\\"', "y", '\\"', " z"]
    assert [run.text for run in second.text.runs] == ["one", " ", "two"]


# (label, source, value, how many lines are quoted as lost)
BROKEN_YAML: list[tuple[str, str, object, int]] = [
    ("a colon in a title", "title: Memory: a survey\nyear: 1999", {"title": "Memory: a survey", "year": "1999"}, 0),
    ("words behind a quote", '- title: "Foo" and bar\n  date: 1/2', [{"title": '"Foo" and bar', "date": "1/2"}], 0),
    ("emphasis taken for an alias", "title: *Very* good", {"title": "*Very* good"}, 0),
    ("a quote that never closes", 'a: "open\nb: c\nd: e', {"a": '"open', "b": "c", "d": "e"}, 0),
    ("a backtick", "run: `make`", {"run": "`make`"}, 0),
    ("an at sign", "who: @ann", {"who": "@ann"}, 0),
    ("a per cent sign", "rate: %50", {"rate": "%50"}, 0),
    (
        "template code",
        "a: {{ site.url }}\nb: {% if x %}y{% endif %}",
        {"a": "{{ site.url }}", "b": "{% if x %}y{% endif %}"},
        0,
    ),
    ("a stray line", "a: b\n\nstray words\nc: d", {"a": "b", "c": "d"}, 1),
    ("an entry too deep", "- date: 1\n   title: x\n- date: 2", [{"date": "1"}, {"date": "2"}], 1),
    ("a bracket that never closes", "a: [b, c\nd: e", {"a": "[b, c", "d": "e"}, 0),
    ("two colons in a list", "- A: B: C\n- D", [{"A": "B: C"}, "D"], 0),
    ("an unknown alias", "a: *nobody\nb: c", {"a": "*nobody", "b": "c"}, 0),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("source", "value", "lost"), [case[1:] for case in BROKEN_YAML], ids=[case[0] for case in BROKEN_YAML]
)
def test_broken_yaml_is_mended_line_by_line(source: str, value: object, lost: int, loader: type) -> None:
    root, problems = read_yaml(source, loader=loader)
    assert plain(root) == value
    check_spans(root, source)
    quoted = [problem for problem in problems if problem.detail[:1] in "'\""]
    assert len(quoted) == lost
    if "{{" not in source:
        assert problems
    assert all(problem.code == "SP205" for problem in problems)


@pytest.mark.parametrize("loader", LOADERS)
def test_tabs_are_blanks(loader: type) -> None:
    source = "a:\tb\nc:\n\t- d\n\t- e\tf\n"
    root, problems = read_yaml(source, loader=loader)
    assert plain(root) == {"a": "b", "c": ["d", "e\tf"]}
    assert problems == ()
    check_spans(root, source)


@pytest.mark.parametrize("loader", LOADERS)
def test_control_characters_do_no_harm(loader: type) -> None:
    source = "a: b\x00c\x07\nd: \ud800e\ufeff\n"
    root, _ = read_yaml(source, loader=loader)
    check_spans(root, source)
    assert plain(root)["d"] == "\ud800e\ufeff"


@pytest.mark.parametrize("loader", LOADERS)
def test_an_alias_bomb_is_cut(loader: type) -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    root, problems = read_yaml("\n".join(lines), loader=loader)
    assert any(problem.code == "SP703" for problem in problems)
    assert count(root) < 3 * MAX_EXPANDED


def test_a_merge_bomb_is_cut() -> None:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n  k{n}: v" for n in range(1, 20)]
    root, problems = read_yaml("\n".join(lines))
    assert any(problem.code == "SP703" for problem in problems)
    assert count(root) < 3 * MAX_EXPANDED


def test_an_alias_to_what_holds_it() -> None:
    root, problems = read_yaml("a: &a [1, *a]")
    assert plain(root) == {"a": ["1", "*a"]}
    assert [problem.code for problem in problems] == ["SP205"]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("source", ["[" * 1000 + "]" * 1000, "- " * 1000 + "x", "{a: " * 500 + "x" + "}" * 500])
def test_deep_nesting_is_flattened(source: str, loader: type) -> None:
    root, problems = read_yaml(source, loader=loader)
    depth, node = 0, root
    while isinstance(node, (Sequence, Mapping)):
        depth += 1
        inner = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.entries)
        node = inner[0] if inner else None
    assert depth <= MAX_DEPTH
    assert {problem.code for problem in problems} & {"SP702", "SP205"}


def test_a_long_number_stays_words() -> None:
    digits = "7" * 100_000
    assert plain(read_yaml(f"n: {digits}")[0]) == {"n": digits}
    assert plain(read_json(f'{{"n": {digits}}}')[0]) == {"n": digits}
    assert plain(read_toml(f"n = {digits}")[0]) == {"n": digits}


@pytest.mark.parametrize(
    "source",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 50_000,
        "? " * 50_000,
        "&a " * 50_000,
        "*a " * 50_000,
        "'" * 100_000,
        '"' * 99_999,
        "a: b: " * 20_000,
        "a: b: c\n" * 20_000,
        "\t" * 100_000,
        "- a: 'x\n" * 5_000,
        ": " * 50_000,
        "!!" * 50_000,
        "|\n" * 20_000,
    ],
    ids=range(15),
)
def test_long_nonsense_comes_back(source: str) -> None:
    for read in (read_yaml, read_json, read_toml):
        root, _ = read(source)
        check_spans(root, source)


# -- JSON ----------------------------------------------------------------------------------------

JSON_CASES = [
    '{"a": 1, "b": [true, null, 1.5e3, -2], "c": {"d": "e"}}',
    '[{"title": "Caf\\u00e9 \\"x\\" \\\\ \\/ \\ud83c\\udf89", "n": []}]',
    '"only a string"',
    "12",
    "[]",
    '{"": "", "a b": "c\\nd"}',
    " [ 1 ,\n 2 ]\n",
]


@pytest.mark.parametrize("source", JSON_CASES)
def test_json_reads_what_json_reads(source: str) -> None:
    root, problems = read_json(source)
    words = {"parse_int": str, "parse_float": str, "parse_constant": str}
    expected = json.loads(source, **words)  # type: ignore[arg-type]

    def named(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            return {key: named(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [named(inner) for inner in value]
        return (
            {True: "true", False: "false", None: "null"}[value] if value is None or isinstance(value, bool) else value
        )

    assert plain(root) == named(expected)
    assert problems == ()
    check_spans(root, source)


LOOSE_JSON: list[tuple[str, str, object]] = [
    ("remarks and trailing commas", "[1, // one\n 2, /* two */ ]", ["1", "2"]),
    ("names without quotes", "{date: '9/3', title: `Maps`}", {"date": "9/3", "title": "Maps"}),
    ("one object a line", '{"a": 1}\n{"a": 2}', [{"a": "1"}, {"a": "2"}]),
    ("a name of the script", "[UNKNOWN, a.b]", ["UNKNOWN", "a.b"]),
    ("parts put together", "{t: 'one ' +\n 'two'}", {"t": "one two"}),
    ("constants of a script", "const A = [1];\nexport const B: X[] = [{b: 'c'}];", {"A": ["1"], "B": [{"b": "c"}]}),
    ("the default of a module", "export default [{a: 'b'}]", {"export default": [{"a": "b"}]}),
    ("an escape in single quotes", r"['it\'s']", ["it's"]),
]


@pytest.mark.parametrize(("source", "value"), [case[1:] for case in LOOSE_JSON], ids=[case[0] for case in LOOSE_JSON])
def test_json_as_people_write_it(source: str, value: object) -> None:
    root, problems = read_json(source)
    assert plain(root) == value
    assert problems == ()
    check_spans(root, source)


@pytest.mark.parametrize("source", ['{"a": [1, 2', '{"a": 1]}', '["open\n, "b"]', '{"a" "b"]}'])
def test_broken_json_says_so(source: str) -> None:
    root, problems = read_json(source)
    assert root is not None
    assert {problem.code for problem in problems} <= {"SP205"}
    check_spans(root, source)


def test_deep_json_is_flattened() -> None:
    source = '{"a":' * 500 + "1" + "}" * 500
    root, problems = read_json(source)
    assert [problem.code for problem in problems] == ["SP702"]
    assert "1" in texts(root)[-1].plain or any("1" in text.plain for text in texts(root))


# -- TOML ----------------------------------------------------------------------------------------

TOML_CASES = [
    'title = "Compilers"\nyear = 2024\nopen = true\nday = 2024-09-03\n',
    "[course]\ncode = \"CS 1\"\n[course.place]\nroom = 'A\\1'\n",
    '[[talks]]\nwho = "A"\n[[talks]]\nwho = "B"\n[talks.slides]\nurl = "b.pdf"\n',
    'list = [\n  "a", # first\n  "b",\n]\n',
    'inline = {a = "x", b = [1, 2]}\n',
    'text = """\nfirst \\"x\\"\nsecond"""\nraw = \'\'\'a\nb\'\'\'\n',
    '"quoted key" = 1\na.b.c = 2\na.b.d = 3\n',
    "# nothing\n",
    "when = 1979-05-27 07:32:00\nfloat = 1_000.5\nhex = 0xff\n",
    "[a]\n[b]\nx = 1\n[a.c]\ny = 2\n",
]


@pytest.mark.parametrize("source", TOML_CASES)
def test_toml_reads_what_tomllib_reads(source: str) -> None:
    root, problems = read_toml(source)
    expected = tomllib.loads(source)
    assert problems == ()
    check_spans(root, source)

    def same(found: Any, value: Any) -> bool:  # noqa: ANN401
        if isinstance(value, dict):
            return set(found or {}) == set(value) and all(same(found[key], value[key]) for key in value)
        if isinstance(value, list):
            return len(found) == len(value) and all(map(same, found, value))
        if isinstance(value, str):
            return bool(found == value)
        return bool(tomllib.loads(f"x = {found}")["x"] == value)

    assert same(plain(root), expected)


def test_broken_toml_says_so() -> None:
    root, problems = read_toml('a = 1\nwords without sense\nb = "open\nc = 2\n')
    assert plain(root) == {"a": "1", "b": "open", "c": "2"}
    assert [problem.code for problem in problems] == ["SP205", "SP205"]
    assert "words without sense" in problems[0].detail


# -- CSV -----------------------------------------------------------------------------------------

CSV_CASES = [
    ("Date,Topic\n9/3,Maps\n", ","),
    ('Date,Topic\n9/3,"Maps, sets"\n9/5,"say ""hi"""\n', ","),
    ('a,b\n"two\nlines",x\n', ","),
    ("a;b\r\n1,5;2\r\n", ";"),
    ("a\tb\n1\t2, 3\n", "\t"),
    ("a,b,c\n1,,3\n", ","),
    ('a,b\n"x" y,z\n', ","),
]


def rows_of(table: Table | None) -> list[list[str]]:
    assert table is not None
    out = []
    for row in table.rows:
        out.append(
            ["".join(block.text.plain for block in cell.blocks if isinstance(block, Paragraph)) for cell in row.cells]
        )
    return out


@pytest.mark.parametrize(("source", "delimiter"), CSV_CASES)
def test_csv_reads_what_csv_reads(source: str, delimiter: str) -> None:
    table, problems = read_csv(source)
    expected = [row for row in csv.reader(io.StringIO(source, newline=""), delimiter=delimiter) if any(row)]
    assert rows_of(table) == [[cell.strip() for cell in row] for row in expected]
    assert problems == ()
    assert find_delimiter(source) == delimiter


def test_csv_cells_know_their_places() -> None:
    source = 'Date,Topic\n9/3, "Maps ""and"" sets" \n'
    table, _ = read_csv(source, offset=100)
    assert table is not None
    assert table.rows[0].header
    assert not table.rows[1].header
    block = table.rows[1].cells[1].blocks[0]
    assert isinstance(block, Paragraph)
    for run in block.text.runs:
        if len(run.text) == run.span.end - run.span.start:
            assert source[run.span.start - 100 : run.span.end - 100] == run.text
    assert block.text.plain == 'Maps "and" sets'


def test_csv_quote_that_never_closes_is_a_letter() -> None:
    assert rows_of(read_csv('a,b\n"open,x\ny,z\n')[0]) == [["a", "b"], ['"open', "x"], ["y", "z"]]


def test_csv_of_nothing() -> None:
    assert read_csv("")[0] is None
    assert read_csv("\n\n,,\n")[0] is None


def test_csv_many_open_quotes_come_back() -> None:
    table, _ = read_csv('"a,' * 30_000)
    assert table is not None


# -- all of them ---------------------------------------------------------------------------------


def shout(words: str, at: int) -> Text:
    """A reader of markup that takes stars off and says where it found what it kept."""
    return Text.of([Run(piece, Span(at + start, at + start + len(piece))) for start, piece in pieces(words)])


def pieces(words: str) -> list[tuple[int, str]]:
    out, start = [], 0
    for number, part in enumerate(words.split("*")):
        start += number > 0
        if part:
            out.append((start, part))
        start += len(part)
    return out


def test_inline_markup_keeps_its_places() -> None:
    source = 'a: "*x* \\"y\\" *z*"\nb: >\n  *one*\n  two\n"*c*": d\n'
    root, _ = read_yaml(source, inline=shout)
    assert plain(root) == {"a": 'x "y" z', "b": "one two", "*c*": "d"}
    check_spans(root, source)


def test_inline_is_not_asked_about_addresses() -> None:
    root, _ = read_yaml("a: https://x.org/*b*.pdf", inline=shout)
    assert plain(root) == {"a": "https://x.org/*b*.pdf"}


ALPHABET = st.text(alphabet="ab:- \n\t'\"[]{}&*!|>%@`,#?<=.\\0é\r\u2028𝒳", max_size=80)


@given(ALPHABET)
def test_no_text_raises(source: str) -> None:
    for read in (read_yaml, read_json, read_toml):
        root, problems = read(source)
        check_spans(root, source)
        assert all(problem.code.startswith("SP") for problem in problems)
    read_csv(source)


@given(ALPHABET)
def test_no_text_raises_with_the_pure_loader(source: str) -> None:
    root, _ = read_yaml(source, loader=yaml.SafeLoader)
    check_spans(root, source)


TREES = st.recursive(
    st.text(alphabet="abc xé9/:-#'\"\\\n𝒳", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="abcé", min_size=1, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(TREES)
def test_json_round_trip(tree: object) -> None:
    source = json.dumps(tree)
    root, problems = read_json(source)
    assert plain(root) == tree
    assert problems == ()
    check_spans(root, source)


@given(TREES, st.booleans(), st.sampled_from([None, '"', "'"]))
def test_yaml_round_trip(tree: object, flow: bool, style: str | None) -> None:
    source = yaml.safe_dump(tree, default_flow_style=flow, default_style=style, allow_unicode=True)
    root, problems = read_yaml(source)

    def stripped(value: object) -> object:
        if isinstance(value, dict):
            return {key: stripped(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [stripped(inner) for inner in value]
        return value.strip() if isinstance(value, str) else value

    assert stripped(plain(root)) == stripped(tree)
    assert problems == ()
    check_spans(root, source)
