"""The demo plays every step as it should, in either language, and leaves what it made where it was asked to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from netwerk_cli.cli.commands.demo import DOSSIERS, MADE
from tests.cli.calling import Ended, Netwerk, said

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="streams and links as POSIX has them")


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


# ------------------------------------------------------------- where it goes
NO_READER = "standard output could not be read or written"
MADE_FILES = [
    "netwerk.json",
    "best-passend-onderwijs.toml",
    "kickoff-2024.csv",
    "attendees-excel.csv",
    "kickoff-2024.ics",
]


@POSIX
def test_the_demo_ends_with_141_when_its_reader_leaves(fresh: Netwerk) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert fresh.process("demo", stdout=writer).code == 141
    finally:
        os.close(writer)
    piped = fresh.process(
        "demo", before=("bash", "-c", '"$@" | head -3 >&2; exit "${PIPESTATUS[0]}"', "bash")
    )
    assert piped.code == 141
    assert "Error" not in piped.err


@POSIX
@pytest.mark.parametrize(
    ("stream", "problem"),
    [(">/dev/full", "the disk is full"), (">&-", "it is closed")],
    ids=["full", "closed"],
)
def test_the_demo_says_that_nobody_can_read_it(fresh: Netwerk, stream: str, problem: str) -> None:
    if "full" in stream and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    ended = fresh.process("demo", before=("sh", "-c", f'exec "$@" {stream}', "sh"))
    assert (ended.code, ended.err.splitlines()[0]) == (1, f"Error: {NO_READER}: {problem}.")


@POSIX
def test_the_demo_runs_in_a_folder_that_was_removed(fresh: Netwerk) -> None:
    gone = ("sh", "-c", 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', "sh")
    assert fresh.process("demo", before=gone).code == 0
    ended = fresh.process("demo", "--keep", "kept", before=gone)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[0] == "Error: kept could not be read or written: it is not there."


@pytest.mark.parametrize("name", MADE_FILES)
def test_the_demo_never_replaces_a_file(fresh: Netwerk, tmp_path: Path, name: str) -> None:
    mine = tmp_path / name
    mine.write_text("mine")
    assert fresh("demo", "--keep", str(tmp_path)) == Ended(
        4,
        "",
        said(
            f"Error: There is a file at {mine} already.", "Choose an empty folder: netwerk demo --keep DIR."
        ),
    )
    assert mine.read_text() == "mine"


def test_the_demo_knows_all_that_it_leaves(fresh: Netwerk, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert fresh.process("demo", "--keep", str(kept), "--lang", "en").code == 0
    left = {path.name for path in kept.iterdir() if not path.name.startswith(".") and path.is_file()}
    assert set(MADE_FILES) <= left <= set(MADE)
    again = fresh("demo", "--keep", str(kept))
    assert (again.code, again.out) == (4, "")


@POSIX
def test_a_loop_of_links_is_no_folder_for_the_demo(fresh: Netwerk, tmp_path: Path) -> None:
    for name, other in (("one", "other"), ("other", "one")):
        (tmp_path / name).symlink_to(tmp_path / other)
    ended = fresh("demo", "--keep", str(tmp_path / "one"))
    assert (ended.code, ended.out) == (1, "")
    assert "made a mistake" not in ended.err
