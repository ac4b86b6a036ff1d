"""The page about dossiers names every key, in the table of its own kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netwerk_cli.exchange.dossiers import keys

PAGE = (Path(__file__).parents[2] / "docs" / "dossiers.md").read_text(encoding="utf-8")
TABLES = {f"[{name}]": set(known) for name, known in keys.HEADS.items()} | {
    f"[[{name}]]": set(known) for name, known in keys.PARTS.items()
}


@pytest.mark.parametrize("table", TABLES)
def test_every_key_is_documented_and_no_other(table: str) -> None:
    chapter = PAGE.partition(f"### `{table}`")[2].partition("\n### ")[0]
    named = {
        key
        for row in re.findall(r"^\| (`.*?) \|", chapter, re.MULTILINE)
        for key in re.findall(r"`([a-z-]+)`", row)
    }
    assert named == TABLES[table]
