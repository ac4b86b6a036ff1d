"""Web pages as text: a line for each block, a bullet for each item, a tab between cells; menus are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SILENT = frozenset({
    "script", "style", "template", "noscript", "svg", "nav", "footer", "aside", "button", "select", "iframe", "head",
    "form", "dialog",
})  # fmt: skip
"""Elements whose text is no part of the article."""

_APART = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "dl",
        "table",
        "article",
        "section",
        "blockquote",
        "main",
        "header",
    }
)
"""Elements with an empty line around them."""

_LINES = frozenset(
    {"div", "li", "tr", "dt", "dd", "figure", "figcaption", "address", "hr", "pre", "tbody", "thead"}
)
"""Elements on lines of their own."""

_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "col", "embed", "track", "base"}
)
_CELLS = frozenset({"td", "th"})


def text_of(page: str) -> str:
    """Return what a page says."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (re.sub(r"[ \xa0\r\n\f]+", " ", line).strip(" ") for line in "".join(reader.out).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


class _Reader(HTMLParser):
    """Collects the text between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's shape)
        """Begin an element."""
        if tag in _VOID:
            self._put("\n" if tag in ("br", "hr") else "")
        elif tag in _SILENT:
            self._silent.append(tag)
        elif tag in _CELLS:
            self._put("\t")
        else:
            self._break(tag)
            if tag == "li":
                self._put("• ")

    def handle_endtag(self, tag: str) -> None:
        """End an element; one that was never closed ends with what it stood in."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in ("body", "html"):
            self._silent.clear()
        else:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take text; its line ends mean nothing."""
        self._put(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        self._put("\n\n" if tag in _APART else "\n" if tag in _LINES else "")

    def _put(self, text: str) -> None:
        if text and not self._silent:
            self.out.append(text)
