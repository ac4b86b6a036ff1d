"""A large file is read part by part and written in portions; it holds what a small one would, to the byte."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli import disk
from netwerk_cli.errors import InputOutput, StoreFault
from netwerk_cli.errors.stores import StoreDamaged
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import files, keeping, source
from netwerk_cli.store.file.layout import parse
from netwerk_cli.store.file.source import Part
from tests.builders import Desk, act, an_event
from tests.store.samples import POSIX, a_store, held, names, rename, title

pytestmark = POSIX
EVENTS = 5


@pytest.fixture
def twin(tmp_path: Path) -> FileStore:
    """Return a store like `large` that is read whole."""
    return grown(tmp_path / "twin" / "netwerk.json")


@pytest.fixture
def large(tmp_path: Path, twin: FileStore, monkeypatch: pytest.MonkeyPatch) -> FileStore:
    """Return a store whose file counts as large, in portions that cut lines and names in two."""
    store = grown(tmp_path / "large" / "netwerk.json")
    assert twin.path.read_bytes() == store.path.read_bytes()
    monkeypatch.setattr(source, "LARGE", 1)
    monkeypatch.setattr(disk, "LARGE", 1)
    monkeypatch.setattr(source, "PORTION", 37)
    return store


def grown(path: Path) -> FileStore:
    store = a_store(path)
    with store.change(act()) as transaction:
        for number in range(EVENTS):
            desk = Desk(an_event(slug=f"event-{number}")).fill("Ans", "Bo", "Cas")
            transaction.add(desk.event)
            transaction.keep(desk.event, desk.list.values())
    return store


def parts(store: FileStore) -> list[Part]:
    """Return the pieces of the next state that are taken over without being looked at."""
    data = files.read(store.path)
    assert isinstance(data, Part)
    tables = parse(data)
    assert tables["event:event-2"]
    return [piece for piece in tables.pieces() if isinstance(piece, Part)]


def test_a_large_file_that_becomes_a_small_one_keeps_every_byte(
    twin: FileStore, large: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "LARGE", 1 << 22)  # what it comes to is written in one go
    rename(twin, "Another title")
    rename(large, "Another title")
    assert isinstance(files.read(large.path), Part)
    assert large.path.read_bytes() == twin.path.read_bytes()
    assert parse(files.read(large.path)).to_bytes() == twin.path.read_bytes()


def test_a_large_file_is_not_read_whole(large: FileStore) -> None:
    data = files.read(large.path)
    assert isinstance(data, Part)
    assert len(data) == large.path.stat().st_size
    assert data[:] == large.path.read_bytes()


def test_a_large_file_holds_what_a_small_one_would(large: FileStore, twin: FileStore) -> None:
    rename(twin, "Another title")
    rename(large, "Another title")
    assert large.path.read_bytes() == twin.path.read_bytes()
    assert held(large).keys() == {"kickoff", *(f"event-{number}" for number in range(EVENTS))}
    assert large.read().tally("event-1") == twin.read().tally("event-1")


def test_untouched_tables_beside_each_other_are_one_piece(large: FileStore) -> None:
    assert len(parts(large)) == 2


def test_a_large_file_of_another_layout_is_parsed_whole(large: FileStore) -> None:
    before = held(large)
    large.path.write_bytes(large.path.read_bytes().replace(b",\n", b", \n"))
    assert not large.documents().tables.lines
    assert held(large) == before


@pytest.mark.parametrize("kept", [0, 1, 2, 40, -2, -3, -4])
def test_a_large_file_that_was_cut_short_is_damaged(large: FileStore, kept: int) -> None:
    large.path.write_bytes(large.path.read_bytes()[:kept])
    with pytest.raises(StoreFault):
        held(large)


def test_a_backup_of_a_large_file_is_a_copy_of_it(large: FileStore, tmp_path: Path) -> None:
    size = keeping.backup(large, tmp_path / "backup.json")
    assert (tmp_path / "backup.json").read_bytes() == large.path.read_bytes() == large.copy()
    assert size == len(large.copy())


@pytest.mark.parametrize("kept", [50, 900, -5], ids=["nearly all", "in the middle", "the end"])
def test_a_file_cut_short_in_place_during_a_change_is_not_written_anew(large: FileStore, kept: int) -> None:
    around = names(large.path.parent)
    short = large.path.read_bytes()[:kept]

    def change() -> None:
        with large.change(act()) as transaction:
            desk = Desk()
            desk.event = transaction.event("event-4")
            desk.amend(title="Another title")
            transaction.keep(desk.event)
            large.path.write_bytes(short)

    with pytest.raises((InputOutput, StoreDamaged)):
        change()
    assert large.path.read_bytes() == short
    assert names(large.path.parent) == around


def test_a_file_written_in_place_during_a_change_is_not_mixed_with_what_was_read(large: FileStore) -> None:
    other = large.path.read_bytes().replace(b"Voorbeeld", b"Elders---")

    def change() -> None:
        with large.change(act()) as transaction:
            transaction.remove("event-0")
            large.path.write_bytes(other)
            os.utime(large.path, ns=(1, 1))

    with pytest.raises((InputOutput, StoreDamaged)):
        change()
    assert large.path.read_bytes() == other


def test_a_reader_of_a_large_file_keeps_the_state_that_it_opened(large: FileStore) -> None:
    view = large.read()
    rename(large, "Another title")
    assert view.event("kickoff").title == "Kick-off"
    assert title(large) == "Another title"


@pytest.mark.parametrize("look", ["a record", "a count", "all of it"])
def test_what_is_written_in_place_meanwhile_is_not_taken_for_what_was_opened(
    large: FileStore, look: str
) -> None:
    view = large.read()
    other = large.path.read_bytes().replace(b"Voorbeeld", b"Elders---").replace(b"confirmed", b"cancelled")
    large.path.write_bytes(other)
    os.utime(large.path, ns=(1, 1))
    with pytest.raises(InputOutput) as caught:
        {"a record": view.registrations, "a count": view.tally, "all of it": view.people}[look]("event-0")
    assert "somebody else changed it" in str(caught.value)
    assert large.read().tally("event-0").held == 0


def test_the_disk_may_begin_with_a_large_file_before_all_of_it_is_written(
    large: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[int, int]] = []
    monkeypatch.setattr(disk, "_begin", lambda _, start, length: begun.append((start, length)))
    rename(large, "Another title")
    assert [start for start, _ in begun] == [
        sum(length for _, length in begun[:n]) for n in range(len(begun))
    ]
    assert sum(length for _, length in begun) == large.path.stat().st_size


def test_a_disk_that_takes_no_advice_is_no_failure(large: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "posix_fadvise", refused, raising=False)
    rename(large, "Another title")
    assert title(large) == "Another title"
