"""Thirty-two announcements of our own, and what each of them says: `tests/announcements` has texts and facts.

The facts were written down before the rules were tried on them. `accept` has other readings that are as good.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli import announce

SAMPLES = sorted((Path(__file__).parents[2] / "announcements").glob("*.txt"))
FIELDS = (
    "title",
    "kind",
    "timezone",
    "location",
    "online",
    "capacity",
    "closes",
    "cost",
    "signup",
    "published",
)
MISSED = {
    ("03", "audiences"),
    ("20", "signup"),
    ("23", "organisers"),
    ("26", "timezone"),
    ("31", "audiences"),
    ("31", "organisers"),
}
"""What is not found: whom a subordinate clause is about, one way to leave a name, a subject far from its verb."""


def shape(path: Path) -> dict[str, Any]:
    return announce.shape(announce.read(path.read_text(encoding="utf-8")), None)


def gold(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def plain(field: str, value: Any) -> Any:
    """Return a fact without what may differ: of a price its amounts, of names their capitals."""
    if field == "cost" and value is not None:
        return sorted(re.findall(r"[0-9]+|gratis|free|kosteloos", value.casefold()))
    return [one.casefold() for one in value] if isinstance(value, list) else value


def readings(facts: dict[str, Any], field: str) -> list[Any]:
    return [facts[field], *facts.get("accept", {}).get(field, [])]


def test_there_are_thirty_two_samples() -> None:
    assert len(SAMPLES) == 32


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_fact_of_a_sample_is_read(path: Path) -> None:
    found, facts = shape(path), gold(path)
    names = [*FIELDS, "audiences", "organisers", "warnings"]
    scored = [name for name in names if name not in facts.get("unscored", [])]
    wanted = {name: [plain(name, one) for one in readings(facts, name)] for name in scored}
    wrong = {name for name in scored if plain(name, found[name]) not in wanted[name]}
    assert wrong == {field for stem, field in MISSED if stem == path.stem}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_meeting_of_a_sample_is_read(path: Path) -> None:
    found = [(one["start"], one["end"]) for one in shape(path)["sessions"]]
    wanted = [[(one["start"], one["end"]) for one in reading] for reading in readings(gold(path), "sessions")]
    assert found in wanted


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_words_of_each_fact_stand_on_their_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for said in shape(path)["found"].values():
        for one in said:
            assert one["words"].split()[0] in lines[one["line"] - 1]
