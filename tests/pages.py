"""Reading pages back: elements that end where they began, and everything a browser would fetch or run for them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

_EMPTY = {"br", "link", "meta"}
_FETCHED = {"src", "srcset", "action", "data", "poster", "background"}


class Page(HTMLParser):
    """A page, read; `faults` says what no page of ours may have."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.linked: Any = None
        self.language: str | None = None
        self.policy = ""
        self.ids: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        self.faults += [f"{name} is never closed" for name in self.open]

    @property
    def text(self) -> str:
        """All that is read, blanks as one."""
        return " ".join(" ".join(self.texts).split())

    def handle_decl(self, decl: str) -> None:
        if decl != "DOCTYPE html":
            self.faults.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) < len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        self.faults += [f"{tag} {name}" for name in given if name in _FETCHED or name.startswith("on")]
        self._judge(tag, given)
        if tag == "html":
            self.language = given.get("lang")
        if "href" in given:
            self.links.append(str(given["href"]))
        if "id" in given:
            self.ids.append(str(given["id"]))
        if tag not in _EMPTY:
            self.open.append(tag)

    def _judge(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "script" and given.get("type") != "application/ld+json":
            self.faults.append("a script")
        if tag == "link" and given.get("rel") not in ("icon", "alternate", "canonical"):
            self.faults.append(f"link {given}")
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(given["content"])

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} ends what it did not begin")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"]:
            self.linked = json.loads(data)
        elif self.open[-1:] != ["style"]:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")
