"""What the program does in one place only."""

from __future__ import annotations

from pathlib import Path

import pytest

import netwerk_cli
from netwerk_cli.wording import closest, nearest

SOURCE = Path(netwerk_cli.__file__).parent


def where(text: str) -> list[str]:
    found = (path for path in SOURCE.rglob("*.py") if text in path.read_text(encoding="utf-8"))
    return sorted(path.relative_to(SOURCE).as_posix() for path in found)


def test_only_one_place_knows_which_name_was_probably_meant() -> None:
    assert where("difflib") == ["wording.py"]
    assert where('"Did you mean') == ["cli/languages/nl.py", "wording.py"]


@pytest.mark.parametrize(
    ("typed", "match"),
    [("kickof", "kickoff"), ("kickoff", "kickoff"), ("zomer", None), ("", None)],
)
def test_a_name_is_offered_only_where_it_is_like_what_was_typed(typed: str, match: str | None) -> None:
    known = ["voorjaar", "kickoff"]
    assert closest(typed, known) == match
    assert nearest(typed, known) == (f"Did you mean '{match}'? " if match else "")
    assert nearest(typed, iter(())) == ""
