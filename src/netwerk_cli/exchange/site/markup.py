"""Elements of pages (HTML) and feeds (XML): what is put in is text, and becomes markup by no other way."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from netwerk_cli.domain.public import is_web_address

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Controls, halves of a surrogate pair and what is no character: neither HTML nor XML may hold them."""
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]']")
_UNSAFE = re.compile(r"[\"<>\\^`{|}]")
"""Signs that stand in no address (RFC 3986 §2)."""
_BLOCKS = frozenset({
    "article", "body", "dd", "div", "dl", "dt", "entry", "feed", "footer", "h1", "h2", "head", "header", "html", "li",
    "link", "main", "meta", "nav", "ol", "p", "script", "section", "style", "title", "ul",
})  # fmt: skip
_EMPTY = frozenset({"br", "link", "meta"})


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


Content = str | None
"""Text, which is escaped, or `Markup`, which is not; None says nothing."""


def escaped(text: str) -> Markup:
    """Return text as it stands between tags or quotes."""
    return text if isinstance(text, Markup) else Markup(html.escape(_UNWANTED.sub("", text)))


def joined(contents: Iterable[Content], between: str = "") -> Markup:
    """Return several pieces as one."""
    return Markup(between.join(escaped(one) for one in contents if one is not None))


def tag(name: str, /, *contents: Content, xml: bool = False, **attributes: str | None) -> Markup:
    """Return an element; an attribute that is None is not there."""
    said = "".join(
        f' {_named(key)}="{escaped(value)}"' for key, value in attributes.items() if value is not None
    )
    end = "\n" if name in _BLOCKS else ""
    if name in _EMPTY and (not xml or not contents):
        return Markup(f"<{name}{said}{'/' * xml}>{end}")
    return Markup(f"<{name}{said}>{joined(contents)}</{name}>{end}")


def _named(key: str) -> str:
    """Return the name of an attribute that Python cannot write: `class_`, `http_equiv`, `xml__lang`."""
    return key.rstrip("_").replace("__", ":").replace("_", "-")


def link(address: str, *contents: Content) -> Markup:
    """Return a link to an address of the web; what is none stays text."""
    if not is_web_address(address):
        return joined(contents)
    return tag("a", *contents, href=_UNSAFE.sub(lambda found: quote(found[0]), address))


def paragraphs(text: str) -> Markup:
    """Return a text of several lines: an empty line ends a paragraph, and an address of the web is a link."""
    blocks = re.split(r"\n[ \t]*\n\s*", text.strip())
    lines = ([_linked(line) for line in block.splitlines()] for block in blocks)
    return joined(tag("p", joined(block, tag("br"))) for block in lines)


def _linked(line: str) -> Markup:
    found, end = list[Content](), 0
    for match in _LINK.finditer(line):
        found += [line[end : match.start()], link(match[0], match[0])]
        end = match.end()
    return joined([*found, line[end:]])


_SIGNS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def data(value: object) -> Markup:
    """Return JSON that stands in a `script` element: no sign in it can end that."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return Markup(_UNWANTED.sub("", text).translate(_SIGNS))
