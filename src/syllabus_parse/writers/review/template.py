"""The template of the review page, with its style and script, loaded once."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from syllabus_parse.writers.excerpt import escape_controls
from syllabus_parse.writers.review.tokens import HIDDEN, split_tokens
from syllabus_parse.writers.review.view import describe_value, make_href

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markupsafe import Markup


@lru_cache(maxsize=1)
def load_template() -> Template:
    """Load the template of the page, its filters at hand."""
    # Jinja2 takes as long to import as a page takes to parse: only who writes a review pays for it.
    from jinja2 import Environment, StrictUndefined

    environment: Environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "show": _show,
        "plain": escape_controls,
        "href": make_href,
        "value": describe_value,
    }
    return environment.from_string(read_part("page.html"))


@lru_cache(maxsize=4)
def read_part(name: str) -> str:
    """Read one of the files that the page is made of."""
    return files(__package__).joinpath(name).read_text("utf-8").strip()


def _show(words: str) -> str:
    """Make hidden characters visible; what is returned as plain words is escaped where it is put in."""
    if not HIDDEN.search(words):
        return words
    from markupsafe import Markup, escape

    token = Markup('<b class="hidden" title="{}">{}</b>')
    return Markup("").join(
        escape(one.shown) if one.name is None else token.format(one.name, one.shown) for one in split_tokens(words)
    )


def trust(ours: str) -> Markup:
    """Mark our own style or script as markup that needs no escape."""
    from markupsafe import Markup

    return Markup(ours)  # noqa: S704 # nosec B704 # a file of this package, never a word of a document


def hash_script(part: str) -> str:
    """Name the inline style or script in the page's policy: no other may run."""
    return f"sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}"
