"""Records of a parse beside what a case expects of them."""

from __future__ import annotations


def narrow(got: object, expected: object) -> object:
    """Cut what was got to the keys that a case expects; people and venues to their names, links to their addresses.

    A list of another length than expected is cut to the titles of what it holds.
    """
    if isinstance(expected, dict) and isinstance(got, dict):
        return {key: narrow(got.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(got, list) and len(got) == len(expected):
        return [narrow(one, other) for one, other in zip(got, expected, strict=True)]
    if isinstance(expected, list) and isinstance(got, list):
        return [one.get("title") if isinstance(one, dict) else one for one in got]
    if isinstance(expected, str) and isinstance(got, dict):
        return got.get("name", got.get("url", got.get("title")))
    return got
