"""Plain values as YAML."""

from __future__ import annotations

from typing import Any, Final

import yaml

# libyaml prints the same several times faster; a machine without it has the one in Python.
Dumper: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def dump_yaml(value: object) -> str:
    """Write mappings, lists, texts, numbers and days as YAML, in their order, letters as they are.

    >>> print(dump_yaml({"title": "a: b", "time": "15:00", "days": ["Mon"]}), end="")
    title: 'a: b'
    time: '15:00'
    days:
    - Mon
    """
    text: str = yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10**6)
    return text
