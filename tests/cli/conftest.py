"""The program before its first call, with an empty data file, and with a kick-off of three places."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from tests.cli.calling import Netwerk, Once, kicked_off, opened
from tests.stores import Database


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What many tests begin with, made once."""
    return Once(tmp_path_factory.mktemp("stories"))


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Database | None) -> Netwerk:
    """The program before `init`."""
    monkeypatch.setattr("uuid.uuid4", lambda: uuid.UUID(int=1))
    folder = tmp_path / "desk"
    folder.mkdir()
    return Netwerk(folder, monkeypatch, database)


@pytest.fixture
def netwerk(fresh: Netwerk, once: Once) -> Netwerk:
    """The program with an empty data file."""
    return once(fresh, opened)


@pytest.fixture
def kickoff(fresh: Netwerk, once: Once) -> Netwerk:
    """The program with a kick-off of three places and a waiting list."""
    return once(fresh, kicked_off)
