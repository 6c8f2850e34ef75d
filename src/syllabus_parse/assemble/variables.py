"""The values that a page's front matter holds for the addresses in its text: `{{ page.papers.gray81 }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from syllabus_parse import document
from syllabus_parse.regex import lazy_regex

VARIABLE: Final = lazy_regex(r"\{\{-?\s{0,9}(page\.[\w.-]{1,80})\s{0,9}-?\}\}")  # e.g. {{ page.papers.gray81 }}


def list_variables(meta: document.Mapping | None) -> dict[str, str]:
    """List the values of a page's front matter by the names that its text calls them by."""
    out: dict[str, str] = {}
    for key, value in meta.entries if meta is not None else ():
        if isinstance(value, document.Scalar):
            out[f"page.{key.plain}"] = value.text.plain.strip()
        elif isinstance(value, document.Mapping):
            for inner, leaf in value.entries:
                if isinstance(leaf, document.Scalar):
                    out[f"page.{key.plain}.{inner.plain}"] = leaf.text.plain.strip()
    return out


def fill_variables(href: str, variables: Mapping[str, str]) -> str:
    """Put the values of the front matter in place of their names; a name without a value stays.

    >>> fill_variables("{{ page.papers.gray81 }}", {"page.papers.gray81": "https://x.org/gray.pdf"})
    'https://x.org/gray.pdf'
    """
    if "{{" not in href:
        return href
    return VARIABLE.sub(lambda found: variables.get(found[1], found[0]), href)
