"""`import registrations --watch`: files that lie in a folder are read and put away, one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_cli.exchange import inbox, results
from tests.cli.calling import Ended, Netwerk
from tests.cli.test_cli_import import ANS, BEA, FAULTY, lines

WATCH = ("import", "registrations", "kickoff", "--watch")


@pytest.fixture
def box(kickoff: Netwerk) -> Path:
    """A folder that files are put in."""
    folder = kickoff.folder / "in"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "_PAUSE_S", 0.0)


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("cp1252"))
    return path


def lying(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_folder_without_files_is_passed_over_in_silence(kickoff: Netwerk, box: Path) -> None:
    assert kickoff(*WATCH, str(box)) == Ended(0)


def test_each_file_is_read_and_put_away(kickoff: Netwerk, box: Path) -> None:
    put(box, "1.csv", lines(ANS))
    put(box, "2.json", '{"naam": "Bea Voorbeeld", "e-mail": "bea@example.org"}')
    put(box, "3.eml", "From: f@example.org\nSubject: Inzending\n\nNaam: Cas\nE-mail: cas@example.org\n")
    result = kickoff(*WATCH, str(box), "--json").json
    assert [(one["file"], one["error"], one["counts"]["confirmed"]) for one in result["files"]] == [
        ("1.csv", None, 1), ("2.json", None, 1), ("3.eml", None, 1),
    ]  # fmt: skip
    assert lying(box) == ["verwerkt/1.csv", "verwerkt/2.json", "verwerkt/3.eml"]
    assert kickoff.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed"}


def test_file_of_which_nothing_is_taken_lies_apart_with_the_reason(kickoff: Netwerk, box: Path) -> None:
    put(box, "1.csv", "onzin")
    put(box, "2.csv", lines(ANS))
    ended = kickoff(*WATCH, str(box))
    assert (ended.code, ended.out) == (8, "")
    assert ended.err.splitlines()[-2] == "Error: Not taken, or not whole: 1 of 2 files."
    assert lying(box) == ["geweigerd/1.csv", "geweigerd/1.csv.txt", "verwerkt/2.csv"]
    assert (box / "geweigerd/1.csv.txt").read_text().startswith("1.csv cannot be read: there is no row under")


def test_rows_that_were_not_taken_are_named_beside_the_file(kickoff: Netwerk, box: Path) -> None:
    put(box, "1.csv", lines(*FAULTY))
    error = kickoff.error(*WATCH, str(box))
    assert (error["code"], error["details"]["files"][0]["counts"]["bad_address"]) == ("files_rejected", 1)
    assert lying(box) == ["verwerkt/1.csv", "verwerkt/1.csv.txt"]
    assert "Row 7 (Eef Voorbeeld): There is no e-mail address." in (box / "verwerkt/1.csv.txt").read_text()


def test_file_of_the_same_name_gets_another(kickoff: Netwerk, box: Path) -> None:
    for rows in ((ANS,), (ANS, BEA)):
        put(box, "lijst.csv", lines(*rows))
        kickoff.done(*WATCH, str(box))
    assert lying(box) == ["verwerkt/lijst-2.csv", "verwerkt/lijst.csv"]


@pytest.mark.parametrize("name", [".lijst.csv", "~$lijst.xlsx", "lijst.csv.part", "lijst.crdownload"])
def test_file_that_a_program_keeps_for_itself_is_left(kickoff: Netwerk, box: Path, name: str) -> None:
    put(box, name, lines(ANS))
    assert kickoff(*WATCH, str(box)) == Ended(0)
    assert lying(box) == [name]


def test_file_that_is_still_being_written_is_left_for_next_time(
    kickoff: Netwerk, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(box, "lijst.csv", lines(ANS))

    def write_on(_: float) -> None:
        put(box, "lijst.csv", lines(ANS, BEA))

    monkeypatch.setattr("time.sleep", write_on)
    assert kickoff(*WATCH, str(box)) == Ended(0)
    assert path.exists()
    monkeypatch.setattr("time.sleep", lambda _: None)
    kickoff.done(*WATCH, str(box))
    assert kickoff.statuses() == {"r1": "confirmed", "r2": "confirmed"}


@pytest.mark.of_a_file
def test_data_file_is_never_put_away(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert kickoff(*WATCH, str(kickoff.folder)).code == 4
    assert kickoff.files() == before


def test_dry_run_leaves_every_file_where_it_is(kickoff: Netwerk, box: Path) -> None:
    put(box, "1.csv", lines(ANS))
    put(box, "2.csv", "onzin")
    before = kickoff.files()
    assert kickoff(*WATCH, str(box), "-n").code == 8
    assert kickoff.files() == before


def test_unknown_event_and_folder_leave_the_files(kickoff: Netwerk, box: Path) -> None:
    put(box, "1.csv", lines(ANS))
    assert kickoff("import", "registrations", "weg", "--watch", str(box)).code == 3
    assert kickoff(*WATCH, str(box / "weg")).code == 1
    assert lying(box) == ["1.csv"]


@pytest.mark.parametrize("step", ["put_away", "write", "rename"])
def test_end_at_any_moment_leaves_each_file_in_one_folder_and_nobody_twice(
    kickoff: Netwerk, box: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The process ends before a step; the next one finishes the work."""
    put(box, "1.csv", lines(*FAULTY))

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    places: dict[str, tuple[object, str]] = {
        "put_away": (inbox, "put_away"), "write": (results, "write"), "rename": (Path, "rename"),
    }  # fmt: skip
    with monkeypatch.context() as broken:
        broken.setattr(*places[step], end)
        assert kickoff(*WATCH, str(box)).code == 130
    assert [name for name in lying(box) if not name.endswith(".txt")] == ["1.csv"]
    before = kickoff.statuses()
    assert kickoff(*WATCH, str(box)).code == 8
    assert lying(box) == ["verwerkt/1.csv", "verwerkt/1.csv.txt"]
    assert kickoff.statuses() == before


def test_file_that_another_process_put_away_is_no_fault(
    kickoff: Netwerk, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, moved = put(box, "1.csv", lines(ANS)), box / "verwerkt" / "1.csv"
    rename: Callable[[Path, Path], Path] = Path.rename

    def first(source: Path, target: Path) -> Path:
        source.replace(moved)
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", first)
    assert kickoff(*WATCH, str(box)).code == 0
    assert (path.exists(), lying(box)) == (False, ["verwerkt/1.csv"])
