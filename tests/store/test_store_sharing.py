"""Who may read and write the data file may do so with what lies beside it, and nobody else may."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_cli import disk
from netwerk_cli.errors import InputOutput
from netwerk_cli.errors.stores import LockLost, StoreForbidden
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import places
from netwerk_cli.store.file.checking import structure
from netwerk_cli.store.file.keeping import backup, restore
from netwerk_cli.store.file.lock import locked
from tests.builders import act, an_event
from tests.store.samples import POSIX, names, rename, title

pytestmark = POSIX
ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)
ACL, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"
COLLEAGUE = 12345


def beside(store: FileStore) -> dict[str, Path]:
    return {
        "file": store.path,
        "lock": places.lock_path(store.path),
        "folder": places.generations_folder(store.path),
        "kept": places.generation_path(store.path, 1),
    }


def modes(store: FileStore) -> dict[str, str]:
    return {name: f"{stat.S_IMODE(path.stat().st_mode):o}" for name, path in beside(store).items()}


def acl(owner: int, colleague: int, group: int, mask: int, others: int = 0) -> bytes:
    """Return an access control list that names one colleague, as acl(5) has it."""
    entries = ((1, owner, -1), (2, colleague, COLLEAGUE), (4, group, -1), (16, mask, -1), (32, others, -1))
    parts = (
        w.to_bytes(2, "little") + b.to_bytes(2, "little") + n.to_bytes(4, "little", signed=True)
        for w, b, n in entries
    )
    return b"\x02\0\0\0" + b"".join(parts)


def given(path: Path, data: bytes, name: str = ACL) -> None:
    if sys.platform != "linux":
        pytest.skip("access control lists as Linux has them")
    try:
        os.setxattr(path, name, data)
    except OSError as err:
        pytest.skip(f"no access control lists here: {err}")


# ------------------------------------------------------------------------- mode
@pytest.mark.parametrize("mode", [0o660, 0o600])
def test_a_mode_given_afterwards_holds_for_all_that_lies_beside_it(store: FileStore, mode: int) -> None:
    for before in (0o644, mode):
        store.path.chmod(before)
        rename(store, f"Title {before}")
    assert modes(store) == {
        "file": f"{mode:o}",
        "lock": f"{mode:o}",
        "folder": f"{mode | (mode & 0o444) >> 2:o}",
        "kept": f"{mode:o}",
    }


@ROOT
def test_a_group_given_afterwards_holds_for_all_that_lies_beside_it(store: FileStore) -> None:
    rename(store, "Another title")
    os.chown(store.path, -1, COLLEAGUE)
    store.path.chmod(0o660)
    rename(store, "The third title")
    assert {path.stat().st_gid for path in beside(store).values()} == {COLLEAGUE}


@ROOT
def test_no_link_is_followed_to_give_rights(store: FileStore, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir(mode=0o755)
    (precious / "00000001.json").write_text("mine")
    (precious / "00000001.json").chmod(0o644)
    places.generation_path(store.path, 1).unlink()
    places.generation_path(store.path, 1).symlink_to(precious / "00000001.json")
    rename(store, "Another title")
    assert stat.S_IMODE((precious / "00000001.json").stat().st_mode) == 0o644


# --------------------------------------------------------------- access control lists
def test_a_list_of_named_people_stays_and_holds_for_what_lies_beside_it(store: FileStore) -> None:
    given(store.path, acl(6, 6, 0, 6))
    for number in range(2):
        rename(store, f"Title {number}")
        assert os.getxattr(store.path, ACL) == acl(6, 6, 0, 6)
    found = {name: os.getxattr(path, ACL) for name, path in beside(store).items()}
    assert found == {
        "file": acl(6, 6, 0, 6),
        "lock": acl(6, 6, 0, 6),
        "folder": acl(7, 7, 0, 7),
        "kept": acl(6, 6, 0, 6),
    }


def test_a_colleague_who_may_only_read_cannot_hold_the_lock(store: FileStore) -> None:
    given(store.path, acl(6, 4, 0, 4))
    rename(store, "Another title")
    assert os.getxattr(places.lock_path(store.path), ACL) == acl(6, 0, 0, 0)


def test_where_a_list_cannot_be_kept_the_group_gets_no_more_than_it_had(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(store.path, acl(6, 6, 4, 6))
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o660

    def refused(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(os, "setxattr", refused)
    rename(store, "Another title")
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o640


def test_the_default_of_the_folder_lets_nobody_else_in(store: FileStore) -> None:
    given(store.path.parent, acl(7, 7, 7, 7), DEFAULT)
    store.path.chmod(0o660)
    rename(store, "Another title")
    with pytest.raises(OSError, match="No data available"):
        os.getxattr(store.path, ACL)


@ROOT
def test_rights_meant_for_another_group_go_to_nobody(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(store.path, -1, COLLEAGUE)
    store.path.chmod(0o660)

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", refused)
    rename(store, "Another title")
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


# ------------------------------------------------------------------------- lock
def test_a_lock_that_was_replaced_while_it_was_waited_for_is_not_taken_for_the_lock(store: FileStore) -> None:
    lock, held = places.lock_path(store.path), list[bool]()

    def wait() -> None:
        with locked(store.path, timeout_s=10):
            held.append(os.path.samestat(lock.stat(), files[0]))

    with locked(store.path, timeout_s=1):
        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.1)
        lock.unlink()
        lock.write_bytes(b"")
        files = [lock.stat()]
    waiting.join(timeout=30)
    assert held == [True]


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_nothing_is_written_once_the_lock_was_taken_away(store: FileStore, replaced: bool) -> None:
    lock, before, around = places.lock_path(store.path), store.path.read_bytes(), names(store.path.parent)
    with contextlib.ExitStack() as held:
        held.enter_context(pytest.raises(LockLost))
        held.enter_context(store.change(act())).remove("kickoff")
        lock.unlink()
        if replaced:
            lock.write_bytes(b"")
    assert store.path.read_bytes() == before
    assert set(names(store.path.parent)) == set(around) - (set() if replaced else {lock.name})
    assert structure(store) == []


def test_who_lost_the_lock_touches_no_kept_state_of_who_has_it(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = list[object]()
    monkeypatch.setattr(os, "link", lambda *names: kept.append(names))
    with contextlib.ExitStack() as held:
        held.enter_context(pytest.raises(LockLost))
        held.enter_context(store.change(act())).remove("kickoff")
        places.lock_path(store.path).unlink()
    assert kept == []


def test_a_restore_without_its_lock_puts_nothing_back(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(generation: int) -> int:
        places.lock_path(store.path).unlink()
        return generation

    backup(store, copy := store.path.with_name("early.json"))
    rename(store, "Another title")
    monkeypatch.setattr(store, "next_number", meanwhile)
    with pytest.raises(LockLost):
        restore(store, copy, act())
    assert store.read().event("kickoff").title == "Another title"


def test_a_new_file_is_not_put_over_one_that_another_made_under_another_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(tmp_path / "netwerk.json")

    def meanwhile(generation: int) -> int:
        places.lock_path(store.path).unlink()
        FileStore(store.path).create("of-another")
        return generation

    monkeypatch.setattr(store, "next_number", meanwhile)
    with pytest.raises(LockLost):
        store.create("ours")
    assert FileStore(store.path).read().store_id == "of-another"


def test_two_writers_without_a_common_lock_lose_nothing_that_was_acknowledged(store: FileStore) -> None:
    with contextlib.ExitStack() as held:
        held.enter_context(pytest.raises(LockLost))
        held.enter_context(store.change(act())).remove("kickoff")
        places.lock_path(store.path).unlink()
        rename(FileStore(store.path), "Of the second")
    assert store.read().event("kickoff").title == "Of the second"
    assert structure(store) == []


# ------------------------------------------------------------- staged by others
@ROOT
def test_what_another_user_left_blocks_nobody_and_is_told_truly(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged = store.path.with_name(".netwerk.json.0123456789ab.new")
    staged.write_bytes(b"{")
    os.chown(staged, COLLEAGUE, COLLEAGUE)
    store.path.parent.chmod(0o1777)
    os.chown(store.path.parent, COLLEAGUE + 1, -1)
    monkeypatch.setattr(os, "geteuid", lambda: COLLEAGUE + 2)
    (found,) = (finding for finding in structure(store) if finding.code == "staged_left")
    assert found.hint == "Ask its owner to take it away: it is personal data."
    monkeypatch.setattr(os, "geteuid", lambda: COLLEAGUE)
    (found,) = (finding for finding in structure(store) if finding.code == "staged_left")
    assert found.hint == "Nothing to do: the next change takes it away."


def test_a_write_that_goes_on_is_not_told_to_be_broken_off(store: FileStore) -> None:
    with disk.staged(store.path, b"{"):
        assert structure(store) == []
    assert structure(store) == []


# --------------------------------------------------------------- what is missing
@pytest.mark.parametrize("kind", ["dangling", "looping"])
def test_generations_on_a_disk_that_is_not_there_are_no_missing_data_file(
    store: FileStore, kind: str
) -> None:
    folder = places.generations_folder(store.path)
    places.generation_path(store.path, 1).unlink()
    folder.rmdir()
    folder.symlink_to(folder if kind == "looping" else "/absent/generations")
    with pytest.raises((InputOutput, StoreForbidden)) as caught:
        rename(store, "Another title")
    assert "generations" in str(caught.value) or "00000002.json" in str(caught.value)
    assert title(store) == "Kick-off"


# ---------------------------------------------------------------- without links
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)


def test_a_backup_without_links_is_whole_or_not_there_and_takes_no_second_copy(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    written, real = list[int](), os.write

    def write(descriptor: int, data: memoryview) -> int:
        written.append(len(data))
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", write)
    backup(store, tmp_path / "one.json")
    assert sum(written) == store.path.stat().st_size
    before = names(tmp_path)
    for step in ("write", "fsync", "replace"):
        with monkeypatch.context() as broken:
            broken.setattr(os, step, failing(errno.ENOSPC))
            with pytest.raises(InputOutput):
                backup(store, tmp_path / "two.json")
        assert names(tmp_path) == before


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_changes_that_are_killed_without_links_keep_one_copy_of_the_present_state(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    rename(store, "Another title")

    class Killed(BaseException):
        pass

    real = os.replace

    def killed(new: Path, target: Path) -> None:
        if target == store.path:
            raise Killed
        real(new, target)

    monkeypatch.setattr(os, "replace", killed)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # what a killed process does not get to
    for number in range(6):
        with pytest.raises(Killed):
            rename(store, f"Title {number}")
    assert places.numbers(store.path) == [1, 2, 3]


# ------------------------------------------------------------------------ folders
def test_folders_that_are_made_survive_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed, real = set[int](), os.fsync

    def fsync(descriptor: int) -> None:
        flushed.add(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    path = tmp_path / "a" / "b" / "netwerk.json"
    store = FileStore(path)
    store.create("test-store")
    assert {folder.stat().st_ino for folder in (tmp_path, path.parent.parent, path.parent)} <= flushed
    with store.change(act()) as transaction:
        transaction.add(an_event(slug="zomer"))
    flushed.clear()
    with store.change(act()) as transaction:
        transaction.remove("zomer")
    assert places.generations_folder(path).stat().st_ino in flushed
