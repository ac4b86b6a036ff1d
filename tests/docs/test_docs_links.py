"""Links from page to page, and to places within a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import pages

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def prose(path: Path) -> str:
    """Return a page without its fenced blocks."""
    return _FENCED.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """Return the places of a page that can be linked to, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page: Path) -> list[str]:
    """Return the relative links of a page that lead nowhere."""
    lost = []
    for link in _LINK.findall(prose(page)):
        name, _, place = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if "://" in link or link.startswith("mailto:"):
            continue
        if not target.exists() or (place and place not in anchors(target)):
            lost.append(link)
    return lost


@pytest.mark.parametrize("page", pages.all_pages(), ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    assert broken(page) == []


@pytest.mark.parametrize("page", pages.all_pages(), ids=lambda page: page.name)
def test_no_page_names_a_place_on_somebodys_machine(page: Path) -> None:
    found = re.findall(
        r"(?<![\w/.])/(?:home/(?!testine)|Users/|work/|tmp/|root/)\S*", page.read_text(encoding="utf-8")
    )
    assert found == []


def test_a_link_to_nowhere_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Top\n\n[a](#top) [b](#bottom) [c](page.md) [d](other.md) [e](https://example.org/)\n",
        encoding="utf-8",
    )
    assert broken(page) == ["#bottom", "other.md"]
