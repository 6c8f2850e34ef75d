"""Template tags on lines of their own (Liquid, Hugo, GitBook): dropped, but for what an `include` is told."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Anchor, Block, Data, Mapping, Node, Paragraph, Run, Scalar, Text
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# e.g. {% hint style="info" %} · {{< tableopen >}} · {{ content }} · {: .no_toc } · {#anchor}
TAG: Final = lazy_regex(r"\{%[^%]{0,3000}+(?:%(?!\})[^%]{0,500}+){0,9}%\}|\{\{[^{}]{0,3000}\}\}|\{[:#][^{}\n]{0,500}\}")
# e.g. {% include session.html date="3/7" %}
INCLUDE: Final = lazy_regex(r"\{%-?\s{0,9}include(?:_relative|_cached)?\s{1,9}[^\s%]{1,200}")
# e.g. {% embed url="https://a.org" %} · {% file src="a.pdf" %}
EMBED: Final = lazy_regex(r"""\{%-?\s{0,9}(?:embed|file)\s[^%]{0,200}?\b(?:url|src)\s?=\s?"([^"\n]{1,2000})\"""")
# e.g. title="A \"quoted\" title" · week=3
PARAMETER: Final = lazy_regex(
    r"""\b(?P<key>[A-Za-z_][\w-]{0,60})\s{0,9}=\s{0,9}
        (?:"(?P<double>(?:[^"\\]|\\.){0,2000}+)"|'(?P<single>(?:[^'\\]|\\.){0,2000}+)'|(?P<plain>[^\s"'%]{1,300}+))""",
    re.VERBOSE | re.DOTALL,
)


def read_template_lines(text: str, at: int, offset: int) -> tuple[int, tuple[Block, ...]] | None:
    """Read template tags that fill a line (or several) from `at`: where they end, and the blocks that they stand for.

    None where other text stands on the line: then it is that text's matter. Only `include` carries data, and `embed`
    a link.

    >>> end, blocks = read_template_lines('{% include a.html date="3/7" %}', 0, 0)
    >>> blocks[0].root.get("date").text.plain
    '3/7'
    """
    blocks: list[Block] = []
    tag = TAG.match(text, at)
    end = at
    while tag:
        end = _skip_comment(text, tag)
        if INCLUDE.match(tag[0]):
            found = _read_parameters(tag[0], offset + tag.start())
            if found:
                blocks.append(found)
        embed = EMBED.match(tag[0])
        if embed:
            span = Span(offset + tag.start() + embed.start(1), offset + tag.start() + embed.end(1))
            run = Run(embed[1], span, Anchor(embed[1], span))
            blocks.append(Paragraph(Text.of([run]), span))
        while end < len(text) and text[end] in " \t\r":
            end += 1
        tag = TAG.match(text, end)
    if end == at or (end < len(text) and text[end] != "\n"):
        return None
    return end, tuple(blocks)


# e.g. {% comment %} · {%- comment -%}
COMMENT: Final = lazy_regex(r"\{%-?\s{0,9}comment\s{0,9}-?%\}")
COMMENT_END: Final = lazy_regex(r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}")
LONGEST_COMMENT: Final = 20_000


def _skip_comment(text: str, tag: re.Match[str]) -> int:
    """Return where a tag ends; one that opens a comment ends with it, for a page shows none of its words.

    >>> text = "{% comment %} old {% endcomment %}"
    >>> _skip_comment(text, TAG.match(text)) == len(text)
    True
    """
    last = tag.end() + LONGEST_COMMENT
    if COMMENT.fullmatch(tag[0]) is None or text.find("endcomment", tag.end(), last) < 0:
        return tag.end()
    closed = COMMENT_END.search(text, tag.end(), last)
    return closed.end() if closed is not None else tag.end()


def _read_parameters(tag: str, offset: int) -> Data | None:
    entries: list[tuple[Text, Node]] = []
    for found in PARAMETER.finditer(tag):
        group = next(name for name in ("double", "single", "plain") if found[name] is not None)
        key = _read_text(found["key"], offset + found.start("key"))
        value = _read_text(found[group], offset + found.start(group))
        entries.append((key, Scalar(value, Span(offset + found.start(group), offset + found.end(group)))))
    if not entries:
        return None
    span = Span(offset, offset + len(tag))
    return Data(Mapping(tuple(entries), span), span)


def _read_text(value: str, at: int) -> Text:
    return Text.of([Run(value, Span(at, at + len(value)))]) if value else Text((), "")
