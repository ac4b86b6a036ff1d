"""The documents that a text is about or points to: reports by their name, and what its addresses lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netwerk_cli.announce.facts import Found, Kind, Material
from netwerk_cli.announce.page import Page
from netwerk_cli.domain.materials import MaterialKind

_URL = re.compile(r"https?://[^\s<>\"')\]]{4,400}")
_REPORT = re.compile(
    r"\b(?:rapport|adviesrapport|handreiking|onderzoeksrapport|publicatie|kamerbrief|verslag|leidraad)\s+"
    r"(?P<name>[‘'“\"][^’'”\"\n]{5,120}[’'”\"]|[A-Z][^.,;:()\n]{4,120}?)(?=[.,;:()]|$|\s(?:dat"
    r"|die|is|zijn|van de|wordt|werd|geeft|staat)\b)"
)
_MOST = 10


def materials(page: Page, kind: Kind, title: str | None) -> Iterator[Found[Material]]:
    """Yield the reports that a document names, and the links of any text."""
    seen: set[str] = set()
    if kind is Kind.DOCUMENT:
        for block in page.blocks:
            for match in _REPORT.finditer(block.text[:3000]):
                name = match["name"].strip("‘’'“”\" ")
                if name.casefold() not in seen:
                    seen.add(name.casefold())
                    start = block.start + match.start("name")
                    yield Found(Material(title=name), start, start + len(match["name"]))
        if not seen and title:
            yield Found(Material(title=title), 0, 0)
    for match in list(_URL.finditer(page.text))[:_MOST]:
        url = match[0].rstrip(".,;:")
        if url not in seen:
            seen.add(url)
            yield Found(
                Material(title=_called(page, match.start(), url), kind=MaterialKind.LINK, url=url),
                match.start(),
                match.start() + len(url),
            )


def _called(page: Page, at: int, url: str) -> str:
    """Return what a link is called: its line without the address, or where it leads."""
    sentence = page.sentence_at(at)
    said = " ".join(_URL.sub("", sentence.text).split()).strip(" :.,()-–")
    return said if 3 < len(said) <= 80 else url.split("/")[2]
