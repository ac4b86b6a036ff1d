"""The program before its first call, with an empty data file, and with a kick-off of three places."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from tests.cli.calling import KICKOFF, Netwerk


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """The program before `init`."""
    monkeypatch.setattr("uuid.uuid4", lambda: uuid.UUID(int=1))
    folder = tmp_path / "desk"
    folder.mkdir()
    return Netwerk(folder, monkeypatch)


@pytest.fixture
def netwerk(fresh: Netwerk) -> Netwerk:
    """The program with an empty data file."""
    return fresh.done("init")


@pytest.fixture
def kickoff(netwerk: Netwerk) -> Netwerk:
    """The program with a kick-off of three places and a waiting list."""
    return netwerk.done("event", "add", *KICKOFF, "--capacity", "3")
