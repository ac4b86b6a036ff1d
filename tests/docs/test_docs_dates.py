"""The dates in the page for scripts, read by the program itself."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from docs import pages
from netwerk_cli.dates import read_deadline, read_due, read_when
from netwerk_cli.errors import BadDate

PAGE = (pages.ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
ZONE = "Europe/Brussels"
NOW = datetime.fromisoformat("2024-01-10T12:00:00+01:00")
START = datetime.fromisoformat("2024-01-26T09:30:00+01:00")

TABLES = [
    re.findall(r"^\| `(.+?)` \| (.*?) \|$", table, re.MULTILINE)
    for table in re.findall(r"<!-- generated: (?:dates|closings|dues) -->(.*?)<!-- end", PAGE, re.DOTALL)
]
ACCEPTED, CLOSINGS, DUES, REFUSED = TABLES


@pytest.mark.parametrize(("typed", "meaning"), ACCEPTED)
def test_an_accepted_date_means_what_the_page_says(typed: str, meaning: str) -> None:
    read = read_when(typed, zone=ZONE, now=NOW)
    assert [m.isoformat() for m in (read.start, read.end) if m is not None] == meaning.split(" until ")


@pytest.mark.parametrize(("typed", "meaning"), CLOSINGS)
def test_a_closing_means_what_the_page_says(typed: str, meaning: str) -> None:
    try:
        found = read_deadline(typed, zone=ZONE, now=NOW, start=START).at.isoformat()
    except BadDate as err:
        found = f"refused: {err.facts['why']}"
    assert found == meaning


@pytest.mark.parametrize(("typed", "meaning"), DUES)
def test_a_last_day_is_what_the_page_says(typed: str, meaning: str) -> None:
    try:
        found = read_due(typed, zone=ZONE, now=NOW).on.isoformat()
    except BadDate as err:
        found = f"refused: {err.facts['why']}"
    assert found == meaning


@pytest.mark.parametrize(("typed", "meaning"), REFUSED)
def test_a_refused_date_is_refused_for_the_reason_the_page_gives(typed: str, meaning: str) -> None:
    with pytest.raises(BadDate) as caught:
        read_when(typed, zone=ZONE, now=NOW)
    assert f"refused: {caught.value.facts['why']}" == meaning


def test_the_tables_are_not_empty() -> None:
    assert [len(table) > 3 for table in TABLES] == [True, True, True, True]
