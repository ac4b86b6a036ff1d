"""Reading takes no lock and leaves no trace; a dry run neither; links, modes and odd places."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path

import pytest

from netwerk_cli.errors import InputOutput, NetwerkError
from netwerk_cli.errors.stores import StoreDamaged, StoreExists, StoreForbidden, StoreMissing
from netwerk_cli.services import mail
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import keeping, places
from netwerk_cli.store.file.checking import structure
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.file.lock import locked
from tests.builders import NOW, act
from tests.store.samples import POSIX, a_store, held, names, rename, seen, tables, title


def test_reading_changes_nothing_and_creates_nothing(store: FileStore) -> None:
    before = seen(store.path.parent)
    held(store)
    store.read().tally("kickoff")
    keeping.kept(store)
    structure(store)
    assert seen(store.path.parent) == before


def test_reading_a_store_without_lock_or_generations_makes_none(store: FileStore, tmp_path: Path) -> None:
    alone = tmp_path / "elsewhere" / "copy.json"
    alone.parent.mkdir()
    alone.write_bytes(store.path.read_bytes())
    assert held(FileStore(alone)) == held(store)
    assert keeping.kept(FileStore(alone)) == []
    assert names(alone.parent) == ["copy.json"]


def test_a_file_that_is_still_the_same_is_read_once(store: FileStore) -> None:
    assert store.read() is store.read()


def test_what_another_wrote_meanwhile_is_read(store: FileStore) -> None:
    before = store.read()
    rename(FileStore(store.path), "Anders")
    assert (before.event("kickoff").title, title(store)) == ("Kick-off", "Anders")


def test_what_another_program_wrote_in_place_is_read(store: FileStore) -> None:
    before, data = store.read(), store.path.read_bytes()
    time.sleep(0.05)  # some file systems keep time in steps of some milliseconds
    store.path.write_bytes(data.replace(b"Kick-off", b"Kick-out"))
    assert (before.event("kickoff").title, title(store)) == ("Kick-off", "Kick-out")


def test_who_goes_through_all_events_for_mail_holds_one_list_at_a_time(store: FileStore) -> None:
    view = store.read()
    found = mail.due(view, mail.Wanted(), NOW)
    assert next(found)[0].slug == "kickoff"
    assert tables(view).raw("registrations:kickoff") is None
    assert [event.slug for event, _ in found] == ["kickoff"] * 2
    assert tables(view).raw("registrations:kickoff") is not None


def test_reading_does_not_wait_for_a_writer(store: FileStore) -> None:
    with locked(store.path, timeout_s=1):
        assert title(store) == "Kick-off"


def test_a_change_that_keeps_nothing_writes_nothing(store: FileStore) -> None:
    before = seen(store.path.parent)
    with store.change(act()) as transaction:
        event = transaction.event("kickoff")
        transaction.keep(event, transaction.registrations("kickoff").values())
    assert seen(store.path.parent) == before


def test_a_dry_run_shows_the_change_and_touches_nothing(store: FileStore) -> None:
    places.lock_path(store.path).unlink()
    before = seen(store.path.parent)
    with store.change(act(), dry_run=True) as transaction:
        transaction.remove("kickoff")
        assert transaction.slugs() == []
    assert seen(store.path.parent) == before


def test_a_dry_run_of_everything_else_touches_nothing(store: FileStore, tmp_path: Path) -> None:
    places.lock_path(store.path).unlink()
    before = seen(tmp_path)
    FileStore(tmp_path / "new" / "other.json").create("id", dry_run=True)
    keeping.backup(store, tmp_path / "backup.json", dry_run=True)
    keeping.restore(store, 1, act(), dry_run=True)
    assert seen(tmp_path) == before


@pytest.mark.parametrize("name", ["absent.json", "no-folder/absent.json"])
def test_a_missing_file_is_said_and_not_made(tmp_path: Path, name: str) -> None:
    store = FileStore(tmp_path / name)
    with pytest.raises(StoreMissing):
        store.read()
    for dry_run in (False, True):
        with pytest.raises(StoreMissing), store.change(act(), dry_run=dry_run):
            pytest.fail("there is nothing to change")
    with pytest.raises(StoreMissing):
        structure(store)
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "netwerk.json").mkdir()
    store = FileStore(tmp_path / "netwerk.json")
    with pytest.raises(StoreForbidden):
        store.read()
    with pytest.raises(StoreForbidden), store.change(act()):
        pytest.fail("there is nothing to change")
    with pytest.raises(StoreExists):
        store.create("id")
    assert names(tmp_path) == ["netwerk.json"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = FileStore(tmp_path / "file" / "netwerk.json")
    for ask in (store.read, lambda: store.create("id")):
        with pytest.raises((StoreForbidden, StoreMissing)):
            ask()


@POSIX
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "netwerk.json")
    with pytest.raises(StoreForbidden):
        FileStore(tmp_path / "netwerk.json").read()


def test_a_name_that_is_too_long_is_an_answer_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(NetwerkError) as caught:
        FileStore(tmp_path / ("x" * 300)).read()
    assert isinstance(caught.value, InputOutput | StoreMissing)


@POSIX
def test_a_relative_name_in_a_removed_folder_is_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(StoreMissing):
        FileStore(Path("netwerk.json")).read()


# ------------------------------------------------------------- symbolic links
@POSIX
def test_a_symbolic_link_survives_a_change_and_everything_lies_beside_the_real_file(tmp_path: Path) -> None:
    real, link = tmp_path / "data" / "real.json", tmp_path / "link.json"
    real.parent.mkdir()
    a_store(real)
    link.symlink_to(real)
    rename(FileStore(link), "Another title")
    assert link.is_symlink()
    assert title(FileStore(real)) == "Another title"
    assert names(tmp_path) == ["data", "link.json"]
    assert names(real.parent) == [".real.json.lock", "real.json", "real.json.generations"]


@POSIX
def test_a_dangling_symbolic_link_is_a_missing_file_and_can_be_given_one(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "data" / "real.json")
    with pytest.raises(StoreMissing):
        FileStore(link).read()
    a_store(link)
    assert link.is_symlink()
    assert title(FileStore(tmp_path / "data" / "real.json")) == "Kick-off"


@POSIX
def test_symbolic_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
    (tmp_path / "b.json").symlink_to(tmp_path / "a.json")
    with pytest.raises(StoreForbidden):
        FileStore(tmp_path / "a.json").read()


# ---------------------------------------------------------------------- modes
@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_new_store_is_for_its_owner_only(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = a_store(tmp_path / "folder" / "netwerk.json")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.path.parent.iterdir()}
    assert modes == {".netwerk.json.lock": 0o600, "netwerk.json": 0o600, "netwerk.json.generations": 0o700}
    assert stat.S_IMODE(store.path.parent.stat().st_mode) & 0o077 == 0


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o644])
def test_the_mode_of_the_file_survives_and_is_that_of_what_lies_beside_it(
    store: FileStore, mode: int
) -> None:
    store.path.chmod(mode)
    rename(store, "Another title")
    rename(store, "The third title")
    kept = [places.generation_path(store.path, number) for number in (1, 2, 3)]
    for path in (store.path, *kept):
        assert stat.S_IMODE(path.stat().st_mode) == mode
    assert stat.S_IMODE(places.generations_folder(store.path).stat().st_mode) == mode | (mode & 0o444) >> 2


@POSIX
@pytest.mark.parametrize(
    ("mode", "lock"), [(0o600, 0o600), (0o400, 0o600), (0o640, 0o600), (0o660, 0o660), (0o664, 0o660)]
)
def test_who_may_only_read_the_data_file_cannot_hold_its_lock(store: FileStore, mode: int, lock: int) -> None:
    store.path.chmod(mode)
    rename(store, "Another title")
    assert stat.S_IMODE(places.lock_path(store.path).stat().st_mode) == lock


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_what_root_writes_stays_the_owners(store: FileStore) -> None:
    places.generation_path(store.path, 1).unlink()
    places.generations_folder(store.path).rmdir()
    places.lock_path(store.path).unlink()
    os.chown(store.path, 12345, 23456)
    rename(store, "Another title")
    for path in (store.path, places.lock_path(store.path), places.generations_folder(store.path)):
        assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_a_store_is_made_only_once(store: FileStore) -> None:
    before = seen(store.path.parent)
    for dry_run in (False, True):
        with pytest.raises(StoreExists):
            store.create("another", dry_run=dry_run)
    assert seen(store.path.parent) == before


def test_a_damaged_file_is_not_changed_by_looking_or_trying(store: FileStore) -> None:
    store.path.write_bytes(store.path.read_bytes()[:100])
    before = seen(store.path.parent)
    with pytest.raises(StoreDamaged):
        store.read()
    with pytest.raises(StoreDamaged), store.change(act()):
        pytest.fail("there is nothing to change")
    with pytest.raises(StoreExists):
        store.create("another")
    structure(store)
    assert seen(store.path.parent) == before


def test_the_past_of_people_is_read_when_it_is_looked_at(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["registrations:kickoff"]["1"]["history"][0]["at"] = "yesterday"
    store.path.write_bytes(Tables(tree).to_bytes())
    people = store.read().registrations("kickoff")
    assert people[1].name == tree["registrations:kickoff"]["1"]["name"]
    with pytest.raises(StoreDamaged):
        people[1].history[-1]
    assert [one.where for one in structure(store)] == ["registrations:kickoff"]
