"""Backups and generations: whole or not at all, never over another file, and always with a way back."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netwerk_cli.errors import FileMissing, InputOutput, StoreBusy, TargetExists
from netwerk_cli.errors.changes import ChangedSince
from netwerk_cli.errors.stores import (
    BadBackup,
    GenerationMissing,
    StoreDamaged,
    StoreForbidden,
    StoreMissing,
    StoreNewer,
)
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import places
from netwerk_cli.store.file.keeping import backup, kept, restore
from netwerk_cli.store.file.lock import locked
from netwerk_cli.store.keeping import Count, RestoreResult, Undo
from tests.builders import act, an_event
from tests.store.samples import POSIX, held, names, rename, seen, title


def damage(store: FileStore) -> bytes:
    store.path.write_bytes(b'{\n"meta": {"1"')
    return store.path.read_bytes()


def generation(store: FileStore, number: int) -> Path:
    return places.generation_path(store.path, number)


# ------------------------------------------------------------------------- kept
def test_generations_are_listed_newest_first_with_when_they_were_written(store: FileStore) -> None:
    at = datetime(2024, 1, 10, 8, 0, tzinfo=UTC)
    os.utime(store.path, (at.timestamp(), at.timestamp()))
    size = store.path.stat().st_size
    rename(store, "Another title")
    (places.generations_folder(store.path) / "notes.txt").write_text("not one of them")
    newest, oldest = kept(store)
    assert (newest.number, newest.path, newest.size) == (2, generation(store, 2), size)
    assert (newest.modified_at, newest.modified_at.tzinfo) == (at, UTC)
    assert oldest.number == 1


# ----------------------------------------------------------------------- backup
def test_a_backup_is_the_file_byte_for_byte(store: FileStore, tmp_path: Path) -> None:
    target = tmp_path / "backup.json"
    assert backup(store, target) == len(store.copy())
    assert target.read_bytes() == store.path.read_bytes()
    assert held(FileStore(target)) == held(store)
    assert [name for name in names(tmp_path) if "backup" in name] == ["backup.json"]


@POSIX
def test_a_backup_is_for_its_owner_only_whatever_the_mode_of_the_file(
    store: FileStore, tmp_path: Path
) -> None:
    store.path.chmod(0o644)
    backup(store, tmp_path / "backup.json")
    assert stat.S_IMODE((tmp_path / "backup.json").stat().st_mode) == 0o600


def test_a_backup_does_not_wait_for_a_writer(store: FileStore, tmp_path: Path) -> None:
    with locked(store.path, timeout_s=1):
        assert backup(store, tmp_path / "backup.json")


def test_a_backup_overwrites_nothing(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    (tmp_path / "folder").mkdir()
    before = seen(tmp_path)
    for name in ("file", "folder", "netwerk.json"):
        for dry_run in (True, False):
            with pytest.raises(TargetExists):
                backup(store, tmp_path / name, dry_run=dry_run)
    assert seen(tmp_path) == before


@POSIX
def test_a_backup_does_not_write_through_a_dangling_link(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TargetExists):
        backup(store, tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


def test_a_backup_overwrites_nothing_that_appeared_in_the_meantime(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, real = tmp_path / "backup.json", os.link

    def link(old: Path, new: Path) -> None:
        target.write_text("precious")
        real(old, new)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(TargetExists):
        backup(store, target)
    assert target.read_text() == "precious"


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_backup_works_where_there_are_no_links(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(os, "link", lambda *_: _fail(code))
    backup(store, tmp_path / "backup.json")
    assert held(FileStore(tmp_path / "backup.json")) == held(store)


@pytest.mark.parametrize("step", ["write", "fsync", "link"])
def test_a_backup_that_fails_leaves_nothing(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = names(tmp_path)
    monkeypatch.setattr(os, step, lambda *_: _fail(errno.ENOSPC))
    with pytest.raises(InputOutput) as caught:
        backup(store, tmp_path / "backup.json")
    assert caught.value.facts["path"] == str(tmp_path / "backup.json")
    assert names(tmp_path) == before


def _fail(code: int) -> None:
    raise OSError(code, os.strerror(code))


def test_a_backup_into_no_folder_is_not_found(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        backup(store, tmp_path / "absent" / "backup.json")
    assert caught.value.facts == {"path": str(tmp_path / "absent")}


def test_a_file_with_a_damaged_table_is_not_worth_a_backup(store: FileStore, tmp_path: Path) -> None:
    store.path.write_bytes(store.path.read_bytes().replace(b'"turn":2', b'"turn":"two"'))
    with pytest.raises(StoreDamaged):
        backup(store, tmp_path / "backup.json")
    assert not (tmp_path / "backup.json").exists()


def test_there_is_no_backup_of_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        backup(FileStore(tmp_path / "absent.json"), tmp_path / "backup.json")


# ---------------------------------------------------------------------- restore
def test_a_generation_is_put_back_and_the_replaced_state_kept(store: FileStore) -> None:
    rename(store, "Another title")
    with store.change(act()) as transaction:
        transaction.add(an_event(slug="zomer"))
    expected = RestoreResult(
        source=generation(store, 2),
        kept_as=4,
        before=Count(events=2, registrations=3),
        after=Count(events=1, registrations=3),
        lost=tuple(store.read().changes(2)),
    )
    before = seen(store.path.parent)
    assert restore(store, 2, act(), dry_run=True) == expected
    assert seen(store.path.parent) == before
    assert restore(store, 2, act()) == expected
    assert title(store) == "Kick-off"
    assert store.read().generation == 5


def test_a_restore_can_be_undone(store: FileStore) -> None:
    rename(store, "Another title")
    result = restore(store, 2, act())
    assert title(store) == "Kick-off"
    assert result.kept_as is not None
    restore(store, result.kept_as, act())
    assert title(store) == "Another title"


def test_a_restore_is_not_taken_back_over_what_was_changed_meanwhile(store: FileStore) -> None:
    rename(store, "Second")
    restore(store, 2, act())
    meant = store.read().changes()[-1]
    undo = Undo(meant, meant.number)
    rename(store, "Third")
    before = store.path.read_bytes()
    for dry_run in (True, False):
        with pytest.raises(ChangedSince) as caught:
            restore(store, meant.kept_as or 0, act(), dry_run=dry_run, undo=undo)
        assert caught.value.facts["change"] == meant.code
    assert store.path.read_bytes() == before


def test_the_first_change_after_a_restore_goes_on_as_before(store: FileStore) -> None:
    rename(store, "Another title")
    restore(store, 2, act())
    rename(store, "The third title")
    assert title(store) == "The third title"
    assert places.numbers(store.path) == [1, 2, 3, 4]
    assert store.read().generation == 5


def test_a_backup_is_put_back(store: FileStore, tmp_path: Path) -> None:
    before = held(store)
    backup(store, tmp_path / "backup.json")
    rename(store, "Another title")
    assert restore(store, tmp_path / "backup.json", act()).kept_as == 3
    assert held(store) == before


def test_the_oldest_generation_can_be_put_back_although_it_is_let_go(store: FileStore) -> None:
    for number in range(5):
        rename(store, f"Title {number}")
    assert places.numbers(store.path) == [2, 3, 4, 5, 6]
    restore(store, 2, act())
    assert places.numbers(store.path) == [3, 4, 5, 6, 7]
    assert title(store) == "Kick-off"


def test_a_damaged_file_is_replaced_and_kept(store: FileStore) -> None:
    rename(store, "Another title")
    damaged = damage(store)
    result = restore(store, 2, act())
    assert (result.kept_as, result.before) == (3, None)
    assert generation(store, 3).read_bytes() == damaged
    assert title(store) == "Kick-off"
    assert store.read().generation == 4


def test_a_file_with_one_damaged_table_is_replaced_and_kept(store: FileStore) -> None:
    rename(store, "Another title")
    store.path.write_bytes(store.path.read_bytes().replace(b'"turn":2', b'"turn":"two"'))
    assert restore(store, 2, act()).before is None
    assert title(store) == "Kick-off"


def test_a_missing_file_comes_back_under_a_higher_number(store: FileStore) -> None:
    rename(store, "Another title")
    store.path.unlink()
    result = restore(store, 2, act())
    assert (result.kept_as, result.before) == (None, None)
    assert title(store) == "Kick-off"
    assert store.read().generation == 3


def test_a_backup_makes_a_store_where_there_was_none(store: FileStore, tmp_path: Path) -> None:
    backup(store, tmp_path / "backup.json")
    new = FileStore(tmp_path / "new machine" / "netwerk.json")
    restore(new, tmp_path / "backup.json", act(), dry_run=True)
    assert not new.path.parent.exists()
    restore(new, tmp_path / "backup.json", act())
    assert held(new) == held(store)
    rename(new, "Another title")
    assert title(new) == "Another title"


@POSIX
def test_a_restore_keeps_the_mode_of_what_it_replaces_and_a_new_file_is_for_its_owner(
    store: FileStore, tmp_path: Path
) -> None:
    backup(store, tmp_path / "backup.json")
    (tmp_path / "backup.json").chmod(0o666)
    store.path.chmod(0o640)
    restore(store, tmp_path / "backup.json", act())
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o640
    store.path.unlink()
    restore(store, tmp_path / "backup.json", act())
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_there_is_an_answer_for_every_source_that_is_not_there(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(GenerationMissing) as caught:
        restore(store, 7, act())
    assert caught.value.facts == {"generation": 7}
    with pytest.raises(FileMissing):
        restore(store, tmp_path / "absent.json", act())
    with pytest.raises(FileMissing):
        restore(store, store.path / "absent.json", act())
    with pytest.raises(BadBackup):
        restore(store, tmp_path, act())


def test_a_damaged_source_is_refused_and_nothing_is_touched(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "backup.json"
    source.write_bytes(store.path.read_bytes().replace(b'"turn":2', b'"turn":"two"'))
    before = seen(tmp_path)
    with pytest.raises(BadBackup) as caught:
        restore(store, source, act())
    problem = "a record is incomplete or malformed (table registrations:kickoff)"
    assert caught.value.facts == {"path": str(source), "why": problem}
    assert seen(tmp_path) == before


def test_a_newer_source_and_a_newer_present_file_are_refused(store: FileStore, tmp_path: Path) -> None:
    newer = store.path.read_bytes().replace(b'"schema":4', b'"schema":9')
    (tmp_path / "newer.json").write_bytes(newer)
    with pytest.raises(StoreNewer):
        restore(store, tmp_path / "newer.json", act())
    store.path.write_bytes(newer)
    with pytest.raises(StoreNewer):
        restore(store, 1, act())
    assert store.path.read_bytes() == newer


def test_a_restore_waits_for_the_lock(store: FileStore) -> None:
    busy = FileStore(store.path, lock_timeout_s=0.05)
    with locked(store.path, timeout_s=1), pytest.raises(StoreBusy):
        restore(busy, 1, act())


def test_a_source_that_is_not_there_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        restore(FileStore(tmp_path / "new" / "netwerk.json"), tmp_path / "absent.json", act())
    assert not (tmp_path / "new").exists()


def test_a_restore_over_a_folder_is_refused(store: FileStore) -> None:
    store.path.unlink()
    store.path.mkdir()
    with pytest.raises(StoreForbidden):
        restore(store, 1, act())


def test_for_two_weeks_the_last_state_of_each_day_is_kept(store: FileStore) -> None:
    day_s, today = 86_400, int(store.path.stat().st_mtime)
    os.utime(store.path, (today, today - 31 * day_s))
    for number in range(60):  # two states a day
        rename(store, f"Title {number}")
        os.utime(store.path, (today, today - (60 - number) // 2 * day_s))
    rename(store, "The last")
    left = places.numbers(store.path)
    days = [int(places.generation_path(store.path, n).stat().st_mtime) // day_s for n in left]
    assert len(set(days)) == places.DAYS_KEPT
    assert max(days) - min(days) == places.DAYS_KEPT - 1
    assert len(set(days[:-5])) == len(days[:-5]), "two states of one day"
