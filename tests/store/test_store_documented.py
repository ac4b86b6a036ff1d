"""The page about the file format names everything that is in the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli.store import FileStore
from netwerk_cli.store.documents import shape
from tests.builders import act
from tests.store.records import RECORDS

PAGE = Path(__file__).parents[2] / "docs" / "file-format.md"


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_is_described(kind: type[Any]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in shape(kind).readers if f"`{name}`" not in page] == []


def test_every_table_and_the_files_own_record_are_described(store: FileStore) -> None:
    with store.change(act()) as transaction:
        transaction.remove("kickoff")
    page, tables = PAGE.read_text(encoding="utf-8"), json.loads(store.path.read_bytes())
    tables["changes:N"] = tables.pop("changes:1")
    assert [name for name in (*tables, *tables["meta"]["1"]) if f"`{name}`" not in page] == []
