"""The data file as a store: read without a lock, or changed in one step under one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli.domain.history import Act
from netwerk_cli.errors import StoreBusy, TargetInUse
from netwerk_cli.errors.stores import SenderBusy, StoreExists
from netwerk_cli.store import schema
from netwerk_cli.store.file import files, places
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.seam import ERASING
from netwerk_cli.store.views import View

if TYPE_CHECKING:
    from netwerk_cli.domain.findings import Finding
    from netwerk_cli.store.keeping import Close, Generation, Open, RestoreResult, Undo
    from netwerk_cli.store.transactions import Transaction
    from netwerk_cli.store.written import Written


class FileStore:
    """A data file. Symbolic links are followed first, so that every name of the file shares one lock.

    `change_number` is that of the last change that was written through this object, whatever came after it;
    `changed` is the file as that change left it, or would have left it. What was read last stays in memory.
    """

    def __init__(self, path: Path, *, lock_timeout_s: float = 10.0) -> None:
        self.given, self.named = path, str(path)
        self.lock_timeout_s = lock_timeout_s
        self.change_number: int | None = None
        self.changed: Transaction | None = None
        self.unswept: tuple[Path, ...] = ()
        self.wrote: list[Path] = []
        self._still_held: Callable[[], None]
        self._seen: tuple[tuple[int, ...], View] | None = None
        with files.translated(path):  # a relative name in a folder that was removed
            self.path = Path(os.path.realpath(path))

    def read(self) -> View:
        """Return what the file holds now: the view of before, where it is still that file. Takes no lock.

        Raises:
            StoreMissing, StoreForbidden, StoreDamaged, StoreNewer, InputOutput.
        """
        seen = files.require(self.path)
        if self._seen is None or self._seen[0] != seen:
            self._seen = seen, View(self.documents())
        return self._seen[1]

    def documents(self) -> FileDocuments:
        """Return what the file holds now. Raises as `read`."""
        return FileDocuments(self.given, files.read(self.path))

    @property
    def user(self) -> str | None:
        """Nobody: a file does not know who opens it."""
        return None

    def guard(self, target: Path, *, config: Path | None = None) -> None:
        """Refuse `target` as the place of a result when it is this file, belongs to it, or is the `config` file.

        Raises:
            TargetInUse: it is one of them, by whatever name.
        """
        what = places.role(self.path, target, config=config)
        if what is not None:
            raise TargetInUse(path=str(target), what=what)

    @contextlib.contextmanager
    def change(self, act: Act, about: str | None = None, *, dry_run: bool = False) -> Iterator[Transaction]:  # noqa: ARG002 (there is one lock)
        """Hold the lock, read, let the caller decide, and write once if anything was kept, signed with `act`.

        With `dry_run` nothing is touched, not even the lock. An exception from the caller leaves it as it is.

        Raises:
            StoreBusy: the lock was not to be had in time.
            LockLost: it was taken away meanwhile; nothing was written. The rest as for `read` and `writing.replace`.
        """
        from netwerk_cli.store.file import noting
        from netwerk_cli.store.transactions import Transaction

        files.require(self.path)
        with contextlib.nullcontext() if dry_run else self.lock():
            documents = self.documents()
            if ERASING in documents and not dry_run:  # somebody was erased, and it was broken off
                documents = self._swept(documents)
            transaction = Transaction(documents)
            if not dry_run:
                transaction.noted = partial(noting.take, self.path)
            yield transaction
            if documents.dirty:
                if not dry_run:
                    transaction.take_over()
                    if not transaction.recorded:
                        transaction.record(act)
                    number, keep = self.next_number(transaction.generation), not transaction.forgets
                    self.write(transaction, documents, number, keep=keep)
                    if transaction.took:
                        noting.let_go(self.path)
                    if transaction.forgets:
                        self._swept(self.documents())
                self.changed = transaction

    def _swept(self, documents: FileDocuments) -> FileDocuments:
        """Take out of the earlier states what was erased from the file; return the file when that is done."""
        from netwerk_cli.store.file import sweeping, writing
        from netwerk_cli.store.transactions import Transaction

        transaction = Transaction(documents)
        self.unswept = sweeping.sweep(self.path, transaction)
        transaction.drop(ERASING)
        writing.replace(self.path, *documents.pieces({}), keep_as=None, check=self._still_held)
        return self.documents()

    def create(self, store_id: str, *, dry_run: bool = False) -> str:
        """Make an empty data file, mode 600, and the folders it lies in; return where. Raises `StoreExists`."""
        from netwerk_cli.store.file import writing

        self._refuse_existing()
        if dry_run:
            return str(self.path)
        with self.lock(make_folder=True):
            self._refuse_existing()
            meta = {"schema": schema.version(), "store_id": store_id, "generation": self.next_number(1)}
            writing.replace(
                self.path, Tables({"meta": {"1": meta}}).to_bytes(), keep_as=None, check=self._still_held
            )
        return str(self.path)

    def _refuse_existing(self) -> None:
        with files.translated(self.given):
            if self.path.exists():
                raise StoreExists(path=self.named)

    @contextlib.contextmanager
    def lock(self, *, make_folder: bool = False) -> Iterator[None]:
        """Hold the lock of this file, which need not exist.

        Raises:
            StoreBusy, StoreForbidden, InputOutput.
        """
        from netwerk_cli.store.file.lock import locked

        with contextlib.ExitStack() as held:
            with files.translated(self.path):
                if make_folder:
                    from netwerk_cli import disk

                    disk.make_folder(self.path.parent)
                self._still_held = held.enter_context(locked(self.path, timeout_s=self.lock_timeout_s))
            yield

    @contextlib.contextmanager
    def outbox(self) -> Iterator[None]:
        """Be the only one who sends mail about what this file holds; meanwhile others can change the file.

        Raises:
            SenderBusy: somebody else is sending, and was not done in time.
        """
        from netwerk_cli.store.file.lock import locked

        with contextlib.ExitStack() as held:
            with files.translated(self.path):
                files.require(self.path)
                try:
                    alone = locked(self.path, timeout_s=self.lock_timeout_s, lock=places.outbox_path)
                    held.enter_context(alone)
                except StoreBusy as err:
                    raise SenderBusy(**err.facts) from err
            yield

    def next_number(self, generation: int) -> int:
        """Return the number under which the present state, of this generation, is to be kept."""
        with files.translated(self.path):
            return places.next_number(self.path, generation)

    def write(
        self, transaction: Transaction, documents: FileDocuments, number: int, *, keep: bool = True
    ) -> None:
        """Make `documents`, which `transaction` changed, the state of the file; keep the present one as `number`.

        With nothing to keep, that number is the new state's own. The caller holds the lock; `LockLost` says not.
        """
        from netwerk_cli.store.file import writing

        transaction.number(number + 1 if keep else number)
        kept = number if keep else None
        writing.replace(
            self.path, *documents.pieces(transaction.replaced), keep_as=kept, check=self._still_held
        )
        self.change_number = transaction.change_number

    def beside(self, stamp: str) -> Path:
        """Return where a backup lies unless somebody says so."""
        return self.path.with_name(f"{self.path.stem}-{stamp}.json")

    def backup(self, target: Path, *, dry_run: bool = False, close: Close | None = None) -> int:
        """Copy the data file to `target`, a new file of mode 600; return of how many bytes."""
        from netwerk_cli.store.file import keeping

        return keeping.backup(self, target, dry_run=dry_run, close=close)

    def copy(self) -> bytes:
        """Return the bytes of a backup."""
        from netwerk_cli.store.file import keeping

        return keeping.worthy(self)[:]

    def kept(self) -> list[Generation]:
        """Return the earlier states that are kept, newest first."""
        from netwerk_cli.store.file import keeping

        return keeping.kept(self)

    def restore(
        self,
        source: Path | int,
        act: Act,
        *,
        dry_run: bool = False,
        undo: Undo | None = None,
        opened: Open | None = None,
    ) -> RestoreResult:
        """Put a backup file, or the kept generation of that number, in the place of the data file."""
        from netwerk_cli.store.file import keeping

        return keeping.restore(self, source, act, dry_run=dry_run, undo=undo, opened=opened)

    def check(self) -> list[Finding]:
        """Return what is wrong with the file, its tables and its generations."""
        from netwerk_cli.store.file import checking

        return checking.structure(self)

    def places(self) -> list[Path]:
        """Return where something of people may lie that was put there: the file, its earlier states, its backups."""
        from netwerk_cli.store.file import keeping

        return [*keeping.kept_places(self)]

    def note(self, written: Iterable[Written]) -> None:
        """Note what was written elsewhere; it is no change, and takes no lock. Raises `InputOutput`."""
        from netwerk_cli.store.file import noting

        with files.translated(self.path):
            noting.note(self.path, written)

    def written(self) -> list[Written]:
        """Return what was written elsewhere, the oldest first, the backups beside the file with it."""
        from netwerk_cli.store.file import keeping, noting
        from netwerk_cli.store.written import latest

        return latest(self.read().written(), noting.noted(self.path), keeping.backups(self))

    def copies(self) -> Iterator[tuple[str, bytes]]:
        """Yield nothing: all that is kept lies in files."""
        return iter(())

    def close(self) -> None:
        """Nothing is held: a large file is open for as long as somebody looks at it."""
