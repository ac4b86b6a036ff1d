"""The demo plays every step as it should, in either language, and leaves what it made where it was asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_cli.cli.commands.demo import DOSSIERS
from tests.cli.calling import Netwerk


def test_the_demo_walks_through_all_five_and_ends_well(fresh: Netwerk, tmp_path: Path) -> None:
    ended = fresh.process("demo", "--keep", str(tmp_path / "kept"))
    assert ended.code == 0
    for slug in DOSSIERS:
        assert slug in ended.out
    assert "unchanged\tgroup\tbest-passend-onderwijs" in ended.out
    assert ended.err.splitlines()[-1] == "No findings."
    assert {"netwerk.json", "best-passend-onderwijs.toml", "kickoff-2024.csv", "kickoff-2024.ics"} <= {
        path.name for path in (tmp_path / "kept").iterdir()
    }
    assert not fresh.db.exists()


@pytest.mark.parametrize(("language", "told"), [("nl", "# Nog een keer:"), ("en", "# Again:")])
def test_the_demo_tells_its_story_in_the_language_of_the_reader(
    fresh: Netwerk, language: str, told: str
) -> None:
    ended = fresh.process("demo", "--lang", language)
    assert ended.code == 0
    assert told in ended.out
