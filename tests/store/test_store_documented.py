"""The page about the file format names everything that is in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netwerk_cli.store import Store, codec, group_codec, shapes

PAGE = Path(__file__).parents[2] / "docs" / "file-format.md"


@pytest.mark.parametrize(
    "kind", ["EVENT", "SESSION", "SET_ASIDE", "MATERIAL", "MILESTONE", "REGISTRATION", "ENTRY"]
)
def test_every_field_is_described(kind: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    shape = getattr(codec, f"_{kind}", None) or getattr(shapes, kind)
    fields = shape.readers
    assert [name for name in fields if f"`{name}`" not in page] == []


@pytest.mark.parametrize("kind", ["GROUP", "MEMBERSHIP"])
def test_every_field_of_a_group_is_described(kind: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in getattr(group_codec, f"_{kind}").readers if f"`{name}`" not in page] == []


def test_every_table_and_the_files_own_record_are_described(store: Store) -> None:
    with store.change() as transaction:
        transaction.remove("kickoff")
    page, tables = PAGE.read_text(encoding="utf-8"), json.loads(store.path.read_bytes())
    assert [name for name in (*tables, *tables["meta"]["1"]) if f"`{name}`" not in page] == []
