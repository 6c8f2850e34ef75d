"""Small changes of the library's code, and how they are put into the running one; `mutate.py` tries them."""

from __future__ import annotations

import ast
import difflib
import gc
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from measured_pages import ROOT

SOURCES: Final = ROOT / "src" / "syllabus_parse"
PACKAGES: Final = ("normalize", "readers")
SAME: Final = {
    ("Eq", "Is"), ("NotEq", "IsNot"), ("Is", "Eq"), ("IsNot", "NotEq"),
    ("BitOr", "BitXor"), ("BitOr", "Add"),  # of flags that have no bit in common
}  # fmt: skip
EQUAL: Final = (
    ("readers/html_stack.py", "while len(self.stack) != index:", "the stack only loses what is on top, one at a time"),
    (
        "normalize/date_items.py",
        "settle_by_weekday(days[ -1], weekdays[0])",
        "the line above asks for one day",
    ),
    ("normalize/names.py", "return small >= 1 and len(words) == 1", "of one word no more than one is small"),
    ("normalize/date_plain.py", "if 0 <= month <= 12 and", "month 0 of the table has no days"),
    ("normalize/venue_words.py", 'tokens[i].kind > "n" or len', "no kind stands before it: n, o, p, w"),
    ("normalize/venue_table.py", "if len(keys) <= 1:", "`list_keys` finds one at least"),
    ("normalize/venue_table.py", "short = len(keys[ -1]) < 3", "the line above asks for one key"),
    ("readers/data_file.py", "root = lists[ -1] if len(lists) == 1", "of one list the first is the last"),
    ("readers/html.py", "PROLOGUE.match(text, -1, SAMPLE)", "a place before the text is its beginning"),
    ("normalize/year_calendar.py", "if main >= {0, 2, 4} else 0.7", "the line above asks for three days"),
    ("normalize/date_expressions.py", "and ranges >= [True] and", "two items have one sign between them"),
    ("normalize/dates.py", "if not len(text) <= SHORT else _find(", "one remembers what the other reads"),
    ("readers/data_file.py", "if pairs == -1 or share", "without a key no line belongs to one, so the share is none"),
    ("readers/data_file.py", "depth = ~1", "below nought is no depth"),
    ("readers/data_file.py", "if len(head) < 1 or not enough", "of one cell not enough is known"),
    ("readers/html_grid.py", "zip(rows, drawn, named, strict=False)", "each is made of the one before"),
    ("normalize/people_cuts.py", "if len(items) != 1 else items", "the line above asks for one at least"),
    ("readers/item_stack.py", "@attrs.define(eq=True)", "nothing compares them"),
    ("readers/latex_state.py", "@attrs.define(eq=True)", "nothing compares them"),
    ("readers/rst_inline.py", "@attrs.define(eq=True)", "nothing compares them"),
    ("readers/item_stack.py", "indent: int = -1", "only the page has none of its own, and nobody asks for that one"),
)
"""Mutants that nothing can notice: the module, words of the changed line, and why."""
QUIET: Final = ("@remember", "@cache", "@lru_cache")


@attrs.frozen
class Mutant:
    """One change: the how-manieth place of an operator in a module, and the line where it stands."""

    module: str
    operator: str
    occurrence: int
    line: int

    @property
    def path(self) -> Path:
        """Where the module's file is."""
        return SOURCES / self.module

    @property
    def label(self) -> str:
        """Return a name under which results are kept."""
        return f"{self.module} {self.operator} {self.occurrence}"


def is_equal(module: str, diff: str) -> bool:
    """Tell a change that makes no difference to any text."""
    return any(module == where and words in diff for where, words, _ in EQUAL)


def find_mutants(module: str) -> list[tuple[Mutant, ...]]:
    """List the places of a module that can be changed, with the changes that each allows."""
    text = (SOURCES / module).read_text("utf-8")
    lines = text.splitlines()
    places: dict[tuple[Any, ...], list[Mutant]] = defaultdict(list)
    nodes = list(ast_nodes(get_ast(text)))
    for name in operator_names():
        operator_class = get_operator(name)
        if operator_class.arguments() or any(name.endswith(f"_{old}_{new}") for old, new in SAME):
            continue
        operator = operator_class()
        occurrence = 0
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                if not lines[start[0] - 1].strip().startswith(QUIET):
                    places[start].append(Mutant(module, name, occurrence, start[0]))
                occurrence += 1
    return [tuple(changes) for _, changes in sorted(places.items())]


def draw_mutants(size: int, seed: int, under: Sequence[str] = PACKAGES) -> Iterator[Mutant]:
    """Draw places of all modules of some folders, each alike, and for each one of its changes."""
    modules = sorted(str(path.relative_to(SOURCES)) for folder in under for path in (SOURCES / folder).rglob("*.py"))
    places = [place for module in modules for place in find_mutants(module)]
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    print(f"{len(places)} places, {sum(map(len, places))} mutants, in {len(modules)} modules", flush=True)
    chance.shuffle(places)
    drawn = 0
    for place in places:
        mutant = chance.choice(place)
        if drawn < size and make_source(mutant) is not None:
            drawn += 1
            yield mutant


def make_source(mutant: Mutant) -> str | None:
    """Return the changed source of a module, or None where Python would not see a difference."""
    text = mutant.path.read_text("utf-8")
    changed: str | None = mutate_code(text, get_operator(mutant.operator)(), mutant.occurrence)
    if changed is None:
        return None
    try:
        return None if _dump(changed) == _dump(text) else changed
    except SyntaxError:
        return None


def _dump(text: str) -> str:
    """Show the tree of a source without its annotations, which nothing evaluates."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Name("object", ast.Load())
    return ast.dump(tree)


def walk_code(code: CodeType) -> Iterator[CodeType]:
    """Yield a code object and those within it."""
    yield code
    for value in code.co_consts:
        if isinstance(value, CodeType):
            yield from walk_code(value)


def _own(code: CodeType) -> tuple[Any, ...]:
    values = tuple((type(value), value) for value in code.co_consts if not isinstance(value, CodeType))
    return (code.co_code, repr(values), code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)


def put_in(mutant: Mutant, changed: str) -> bool:
    """Give the functions of an imported module their changed code; False where a module must be imported anew."""
    path = str(mutant.path)
    old = list(walk_code(compile(mutant.path.read_text("utf-8"), path, "exec")))
    new = list(walk_code(compile(changed, path, "exec")))
    if [code.co_qualname for code in old] != [code.co_qualname for code in new]:
        return False
    living: dict[tuple[str, int], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == path:
            living[thing.__code__.co_qualname, thing.__code__.co_firstlineno].append(thing)
    changed_names = [after.co_qualname for before, after in zip(old, new, strict=True) if _own(before) != _own(after)]
    reached = set()
    swaps: list[tuple[FunctionType, CodeType]] = []
    for before, after in zip(old, new, strict=True):
        for function in living.get((before.co_qualname, before.co_firstlineno), ()):
            if function.__code__.co_freevars != after.co_freevars:
                return False
            swaps.append((function, after))
            reached.add(before.co_qualname)
    for name in changed_names:
        if not any(name == known or name.startswith(f"{known}.<locals>.") for known in reached):
            return False
    for function, code in swaps:
        function.__code__ = code
    return True


def show(mutant: Mutant, changed: str) -> str:
    """Return the change as a diff."""
    old = mutant.path.read_text("utf-8").splitlines()
    lines = list(difflib.unified_diff(old, changed.splitlines(), mutant.module, mutant.label, lineterm="", n=2))
    return "\n".join(lines)
