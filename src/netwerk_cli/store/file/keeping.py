"""Earlier states of the data file: which are kept, copying the present one away, putting one back."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from netwerk_cli import causes, disk
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import FileMissing, InputOutput, StoreFault, TargetExists
from netwerk_cli.errors.stores import BadBackup, GenerationMissing, StoreDamaged, StoreMissing
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.file import files, places, writing
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.source import Source
from netwerk_cli.store.file.store import FileStore
from netwerk_cli.store.keeping import (
    Close,
    Count,
    Generation,
    Open,
    RestoreResult,
    Undo,
    count_of,
    lost_with,
    refuse_changed,
    verified,
)
from netwerk_cli.store.succession import succeed
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View
from netwerk_cli.store.written import Written
from netwerk_cli.wording import Wording


def kept(store: FileStore) -> list[Generation]:
    """Return the earlier states that are kept, newest first."""
    found: list[Generation] = []
    with files.translated(store.path):
        for number in reversed(places.numbers(store.path)):
            path = places.generation_path(store.path, number)
            with contextlib.suppress(FileNotFoundError):  # a writer let go of it a moment ago
                seen = path.stat()
                at = datetime.fromtimestamp(seen.st_mtime, UTC)
                last, count = held(path, files.read(path))
                found.append(
                    Generation(
                        number=number, path=path, size=seen.st_size, modified_at=at, last=last, count=count
                    )
                )
    return found


def held(path: Path, data: Source) -> tuple[ChangeRecord | None, Count | None]:
    """Return the last change in a kept state, and how much it holds; None for what cannot be read."""
    try:
        view = View(FileDocuments(path, data))
        changes = view.changes(view.last_change()) if view.last_change() else []
        return (changes[-1] if changes else None), count_of(view)
    except StoreFault:
        return None, None


def backup(store: FileStore, target: Path, *, dry_run: bool = False, close: Close | None = None) -> int:
    """Copy the data file to `target`, a new file of mode 600, as `close` makes it; return of how many bytes.

    Raises:
        FileMissing: the folder of `target` does not exist.
        TargetExists: there is something of that name.
        StoreDamaged: the data file is not worth a backup. The rest as for `FileStore.read` and `writing.place`.
    """
    refuse_target(target)
    data = worthy(store)
    if close is not None:
        data = close(data[:])
    if not dry_run:
        writing.place(target, data)
    return len(data)


def worthy(store: FileStore) -> Source:
    """Return the bytes of the data file, all of which can be decoded. Raises `StoreDamaged`, and as `read`."""
    data = files.read(store.path)
    verified(View(FileDocuments(store.given, data)))
    return data


def refuse_target(target: Path) -> None:
    """Refuse a place for a backup. Raises `FileMissing`, `TargetExists`, `InputOutput`."""
    try:
        if not target.parent.is_dir():
            raise FileMissing(path=str(target.parent))
        if target.exists() or target.is_symlink():
            raise TargetExists(path=str(target))
    except OSError as err:
        raise InputOutput(path=str(target), problem=causes.system(err)) from err


def restore(
    store: FileStore,
    source: Path | int,
    act: Act,
    *,
    dry_run: bool = False,
    undo: Undo | None = None,
    opened: Open | None = None,
) -> RestoreResult:
    """Put a backup file, or the kept generation of that number, in the place of the data file.

    What is replaced, damaged or not, is kept as a generation, so that a restore can be undone. It works when
    there is no data file, too. With `undo` it takes a restore back. `opened` takes a
    backup out of its encryption.

    Raises:
        ChangedSince: something was changed since that was decided.
        GenerationMissing, FileMissing: there is no such source.
        BadBackup: something in the source is damaged.
        StoreNewer: a later version of netwerk wrote the source, or the file that it would replace.
    """
    path, data = _source(store, source)
    if opened is not None:
        data = opened(path, data)
    documents, transaction = readable(path, data)
    after = count_of(transaction)
    with contextlib.nullcontext() if dry_run else store.lock(make_folder=True):
        exists, before = _present(store)
        refuse_changed(before, undo)
        number = store.next_number(before.generation if before else transaction.generation)
        lost = lost_with(before, transaction)
        if not dry_run:
            succeed(transaction, before, act.entry("restored"))
            from netwerk_cli.store import forgetting  # it loads all rules about seats

            forgetting.again(transaction, before)
            forgetting.withdraw_nobody(transaction, act)
            transaction.record(
                act, undoes=undo.of.number if undo else None, kept_as=number if exists else None
            )
            store.write(transaction, documents, number, keep=exists)
    return RestoreResult(
        source=path,
        kept_as=number if exists else None,
        before=count_of(before) if before else None,
        after=after,
        lost=lost,
    )


def readable(path: Path, data: bytes) -> tuple[FileDocuments, Transaction]:
    """Return the documents of a backup, all of which can be decoded. Raises `BadBackup`, `StoreNewer`."""
    try:
        documents = FileDocuments(path, data)
        transaction = Transaction(documents)
        verified(transaction)
    except StoreDamaged as err:
        raise BadBackup(path=str(path), why=err.facts["problem"]) from err
    return documents, transaction


def _source(store: FileStore, source: Path | int) -> tuple[Path, bytes]:
    if not isinstance(source, int):
        return source, contents(source)
    path = places.generation_path(store.path, source)
    try:
        return path, contents(path)
    except FileMissing as err:
        raise GenerationMissing(generation=source) from err


def contents(path: Path) -> bytes:
    """Return the bytes of a backup. Raises `FileMissing`, `BadBackup`, `InputOutput`."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadBackup(path=str(path), why=Wording("it is not a file"))
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as err:
        raise FileMissing(path=str(path)) from err
    except OSError as err:
        raise InputOutput(path=str(path), problem=causes.system(err)) from err


def _present(store: FileStore) -> tuple[bool, View | None]:
    """Return whether there is a data file, and what it holds where that can be read."""
    try:
        return True, verified(store.read())
    except StoreMissing:
        return False, None
    except StoreDamaged:
        return True, None


def kept_places(store: FileStore) -> Iterator[Path]:
    """Yield where something of people may lie that netwerk put there: the data file, its earlier states, its backups.

    What a broken-off write left beside it is one of these, too.
    """
    path = store.path
    yield path
    folder = places.generations_folder(path)
    if os.path.lexists(folder):
        yield folder
    yield from disk.beside(path)
    yield from (one for one in (places.noted_path(path), places.taken_path(path)) if os.path.lexists(one))
    with contextlib.suppress(OSError):
        yield from sorted(one for one in path.parent.iterdir() if _is_backup(one.name, path.stem))


def backups(store: FileStore) -> Iterator[Written]:
    """Yield the backups beside the data file, and when they were written, in UTC."""
    with contextlib.suppress(OSError):
        for one in sorted(store.path.parent.iterdir()):
            if _is_backup(one.name, store.path.stem):
                at = datetime.fromtimestamp(one.stat().st_mtime, UTC)
                yield Written(path=str(one), kind="backup", at=at)


def _is_backup(name: str, stem: str) -> bool:
    """Whether a file beside the data file is called as `backup` calls one."""
    moment = name.removeprefix(f"{stem}-").partition(".")[0]
    return name.startswith(f"{stem}-") and len(moment) == 15 and moment.replace("-", "").isdigit()
