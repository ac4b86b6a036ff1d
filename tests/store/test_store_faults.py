"""Whatever step of a write fails: the file holds the old state, the answer is right, and nothing is left over."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli import disk
from netwerk_cli.errors import InputOutput, NetwerkError
from netwerk_cli.errors.stores import NotDurable, StoreForbidden, StoreMissing
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import files, places
from tests.builders import act
from tests.store.samples import NOT_ROOT, POSIX, held, names, rename, title

Fail = Callable[..., None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Return what makes a function of `os` raise when its first argument is one that `when` picks."""

    def fail(name: str, err: BaseException, when: Callable[[Any], bool] = lambda _: True) -> None:
        real = getattr(os, name)

        def broken(first: Any, *rest: Any, **options: Any) -> Any:
            if when(first):
                raise err
            return real(first, *rest, **options)

        monkeypatch.setattr(files.os, name, broken)  # type: ignore[attr-defined]

    return fail


def system(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def is_staged(path: Any) -> bool:
    return str(path).endswith(".new")


def is_folder(descriptor: Any) -> bool:
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


STEPS = [
    pytest.param("open", errno.ENOSPC, is_staged, InputOutput, id="no inode left for the staged file"),
    pytest.param("open", errno.EACCES, is_staged, StoreForbidden, id="folder not writable"),
    pytest.param("open", errno.EROFS, is_staged, StoreForbidden, id="file system read-only"),
    pytest.param("write", errno.ENOSPC, lambda _: True, InputOutput, id="disk full"),
    pytest.param("write", errno.EIO, lambda _: True, InputOutput, id="disk broken while writing"),
    pytest.param(
        "fsync", errno.EIO, lambda d: not is_folder(d), InputOutput, id="disk broken while flushing"
    ),
    pytest.param("mkdir", errno.EACCES, lambda _: True, StoreForbidden, id="no folder for generations"),
    pytest.param("link", errno.EACCES, lambda _: True, StoreForbidden, id="generations not writable"),
    pytest.param("link", errno.ENOSPC, lambda _: True, InputOutput, id="disk full while keeping"),
    pytest.param("replace", errno.EACCES, is_staged, StoreForbidden, id="rename not allowed"),
    pytest.param("replace", errno.EIO, is_staged, InputOutput, id="disk broken while renaming"),
]


@pytest.mark.parametrize(("step", "code", "when", "answer"), STEPS)
def test_a_failed_step_leaves_the_old_state_and_nothing_beside_it(
    store: FileStore,
    failing: Fail,
    step: str,
    code: int,
    when: Callable[[Any], bool],
    answer: type[NetwerkError],
) -> None:
    if step == "mkdir":
        places.generation_path(store.path, 1).unlink()
        places.generations_folder(store.path).rmdir()
    before, around = held(store), names(store.path.parent)
    failing(step, system(code), when)
    with pytest.raises(answer) as caught:
        rename(store, "Another title")
    assert caught.value.facts["path"] == str(store.path)
    assert (held(store), names(store.path.parent)) == (before, around)
    assert places.numbers(store.path) == ([] if step == "mkdir" else [1])


@pytest.mark.parametrize(("step", "code", "when", "answer"), STEPS)
def test_after_a_failed_step_the_next_change_succeeds(
    store: FileStore,
    failing: Fail,
    step: str,
    code: int,
    when: Callable[[Any], bool],
    answer: type[NetwerkError],
) -> None:
    failures = [system(code)]
    failing(step, failures[0], lambda first: bool(failures) and when(first))
    if step != "mkdir":  # the folder is there by now
        with pytest.raises(answer):
            rename(store, "Another title")
    failures.clear()
    rename(store, "The third title")
    assert title(store) == "The third title"
    assert places.numbers(store.path) == [1, 2]


@POSIX
def test_the_new_state_is_on_disk_before_it_takes_the_old_ones_place(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def watch(name: str) -> None:
        real = getattr(os, name)

        def watched(first: Any, *rest: Any, **options: Any) -> Any:
            steps.append(f"{name} folder" if isinstance(first, int) and is_folder(first) else name)
            return real(first, *rest, **options)

        monkeypatch.setattr(os, name, watched)

    for name in ("write", "fsync", "link", "replace"):
        watch(name)
    rename(store, "Another title")
    assert steps == ["write", "fsync", "link", "replace", "fsync folder", "fsync folder"]


def test_a_disk_that_fills_up_halfway_leaves_the_old_state(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, around = held(store), names(store.path.parent)
    real, written = os.write, list[int]()

    def write(descriptor: int, data: memoryview) -> int:
        if written:
            raise system(errno.ENOSPC)
        written.append(real(descriptor, data[: len(data) // 2]))
        return written[0]

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(InputOutput):
        rename(store, "Another title")
    assert written
    assert (held(store), names(store.path.parent)) == (before, around)


def test_a_write_in_small_portions_is_finished(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:100]))
    rename(store, "Another title")
    assert title(store) == "Another title"


@POSIX
def test_a_folder_that_cannot_be_flushed_is_said_after_the_change(store: FileStore, failing: Fail) -> None:
    failing("fsync", system(errno.EIO), is_folder)
    with pytest.raises(NotDurable):
        rename(store, "Another title")
    assert title(store) == "Another title"
    assert not disk.beside(store.path)


@POSIX
def test_a_file_system_that_does_not_flush_folders_is_no_failure(store: FileStore, failing: Fail) -> None:
    failing("fsync", system(errno.EINVAL), is_folder)
    rename(store, "Another title")
    assert title(store) == "Another title"


@pytest.mark.parametrize("step", ["open", "write", "fsync"])
def test_ctrl_c_while_writing_leaves_the_old_state(store: FileStore, failing: Fail, step: str) -> None:
    before, around = held(store), names(store.path.parent)
    failing(step, KeyboardInterrupt(), is_staged if step == "open" else lambda _: True)
    with pytest.raises(KeyboardInterrupt):
        rename(store, "Another title")
    assert (held(store), names(store.path.parent)) == (before, around)


@pytest.mark.parametrize("step", ["link", "replace"])
def test_ctrl_c_once_the_change_is_being_put_in_place_comes_too_late(
    store: FileStore, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    real = getattr(os, step)

    def interrupted(*arguments: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        real(*arguments)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(os, step, interrupted)
    rename(store, "Another title")
    assert title(store) == "Another title"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize(
    "name", [".netwerk.json.0123456789ab.new", ".netwerk.json.new"], ids=["ours", "older"]
)
def test_a_staged_file_of_a_killed_writer_is_swept_by_the_next(store: FileStore, name: str) -> None:
    staged = store.path.with_name(name)
    staged.write_bytes(b'{\n"meta": {"1"')
    rename(store, "Another title")
    assert title(store) == "Another title"
    assert not staged.exists()


@POSIX
def test_a_generation_that_a_killed_writer_kept_already_keeps_its_number(store: FileStore) -> None:
    os.link(store.path, places.generation_path(store.path, 2))
    rename(store, "Another title")
    rename(store, "The third title")
    assert places.numbers(store.path) == [1, 2, 3]


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EXDEV])
def test_a_file_system_without_links_keeps_copies(store: FileStore, failing: Fail, code: int) -> None:
    before = store.path.read_bytes()
    failing("link", system(code))
    rename(store, "Another title")
    kept = places.generation_path(store.path, 2)
    assert kept.read_bytes() == before
    assert names(kept.parent) == ["00000001.json", "00000002.json"]


def test_a_copy_that_fails_leaves_the_old_state_and_no_part_of_a_generation(
    store: FileStore, failing: Fail
) -> None:
    before = held(store)
    failing("link", system(errno.EPERM))
    failing("replace", system(errno.EIO), lambda path: "generations" in str(path))
    with pytest.raises(InputOutput):
        rename(store, "Another title")
    assert held(store) == before
    assert names(places.generations_folder(store.path)) == ["00000001.json"]


def test_a_file_that_vanishes_during_the_change_is_not_made_again(store: FileStore) -> None:
    def change() -> None:
        with store.change(act()) as transaction:
            transaction.remove("kickoff")
            store.path.unlink()

    with pytest.raises(StoreMissing):
        change()
    assert not store.path.exists()
    assert not disk.beside(store.path)


def test_a_file_in_the_place_of_the_generations_folder_is_refused(store: FileStore) -> None:
    folder = places.generations_folder(store.path)
    places.generation_path(store.path, 1).unlink()
    folder.rmdir()
    folder.write_text("in the way")
    before = held(store)
    with pytest.raises(StoreForbidden):
        rename(store, "Another title")
    assert held(store) == before


def test_a_generations_folder_that_was_thrown_away_is_made_again(store: FileStore) -> None:
    places.generation_path(store.path, 1).unlink()
    places.generations_folder(store.path).rmdir()
    rename(store, "Another title")
    assert places.numbers(store.path) == [2]


def test_an_error_in_the_middle_of_a_change_writes_nothing(store: FileStore) -> None:
    def change() -> None:
        with store.change(act()) as transaction:
            transaction.remove("kickoff")
            raise ZeroDivisionError

    before = held(store)
    with pytest.raises(ZeroDivisionError):
        change()
    assert held(store) == before


@NOT_ROOT
@pytest.mark.parametrize("place", [Path(), Path("netwerk.json.generations")])
def test_a_folder_without_write_permission_refuses_the_change(store: FileStore, place: Path) -> None:
    folder = store.path.parent / place
    before = held(store)
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreForbidden):
            rename(store, "Another title")
        assert held(store) == before
    finally:
        folder.chmod(0o700)


@NOT_ROOT
def test_a_file_without_read_permission_is_refused(store: FileStore) -> None:
    store.path.chmod(0)
    with pytest.raises(StoreForbidden):
        store.read()
