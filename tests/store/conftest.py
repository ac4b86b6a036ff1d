"""What the tests of the store share."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_cli.store import FileStore
from tests.store.samples import a_store


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store that holds one full event with a waiting list."""
    return a_store(tmp_path / "netwerk.json")
