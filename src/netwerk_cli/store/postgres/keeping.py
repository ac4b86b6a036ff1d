"""The whole of a database as a data file: backups, and putting them back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from netwerk_cli import disk
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import StoreFault
from netwerk_cli.errors.stores import GenerationMissing, StoreDamaged
from netwerk_cli.store import forgetting, schema
from netwerk_cli.store.documents import Document
from netwerk_cli.store.file import keeping as backups
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.file.writing import place
from netwerk_cli.store.keeping import (
    Close,
    Generation,
    Open,
    RestoreResult,
    Undo,
    count_of,
    lost_with,
    refuse_changed,
    verified,
)
from netwerk_cli.store.postgres import making, writing
from netwerk_cli.store.postgres.documents import PostgresDocuments
from netwerk_cli.store.postgres.store import PostgresStore
from netwerk_cli.store.seam import CHANGES, ERASING, META
from netwerk_cli.store.succession import succeed
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View

_EACH = 50
"""So many changes lie in a table of the file."""
_KEPT = 5
"""What so many restores replaced is kept."""


def whole(documents: PostgresDocuments) -> Tables:
    """Return all documents as the tables of a data file."""
    found: dict[str, dict[str, Document]] = {}
    for name in documents:
        rows = sorted(documents.present(name).items())
        if name.startswith(CHANGES):
            for begin in range(0, len(rows), _EACH):
                part = rows[begin : begin + _EACH]
                found[f"{CHANGES}{part[0][0]}"] = {str(number): one for number, one in part}
        elif rows:
            found[name] = {str(number): one for number, one in rows}
    return Tables(found)


def worthy(store: PostgresStore) -> bytes:
    """Return the bytes of a data file with all that is kept. Raises `StoreDamaged`, and as `read`."""
    documents = store.look()
    verified(View(documents))
    return whole(documents).to_bytes()


def backup(store: PostgresStore, target: Path, *, dry_run: bool = False, close: Close | None = None) -> int:
    """Write all that is kept to `target`, a new file; return of how many bytes. Raises as `FileStore.backup`."""
    backups.refuse_target(target)
    data = worthy(store) if close is None else close(worthy(store))
    if not dry_run:
        place(target, data)
    return len(data)


def kept(store: PostgresStore) -> list[Generation]:
    """Return what earlier restores replaced, newest first."""
    store.look()
    found = []
    for number, at, content in store.link.ask(
        "select number, written_at, content from netwerk.kept order by number desc"
    ):
        last, count = backups.held(Path(store.named), bytes(content))
        found.append(
            Generation(number=number, path=None, size=len(content), modified_at=at, last=last, count=count)
        )
    return found


def copies(store: PostgresStore) -> Iterator[tuple[str, bytes]]:
    """Yield what is kept, damaged or not, and what earlier restores replaced: where, and as a data file."""
    yield store.named, whole(store.look()).to_bytes()
    for number, content in store.link.ask("select number, content from netwerk.kept order by number"):
        yield f"{store.named}#{number}", bytes(content)


def restore(
    store: PostgresStore,
    source: Path | int,
    act: Act,
    *,
    dry_run: bool = False,
    undo: Undo | None = None,
    opened: Open | None = None,
) -> RestoreResult:
    """Put a backup, or what an earlier restore replaced, in the place of all that is kept, which is kept as well.

    It works in a database where nothing was made yet, too. With `undo` it takes a restore back.

    Raises:
        ChangedSince, GenerationMissing, FileMissing, BadBackup, StoreNewer: as for a file.
    """
    path, data = _source(store, source)
    documents, restored = backups.readable(path, data if opened is None else opened(path, data))
    after = count_of(restored)
    exists = making.exists(store)
    present = _present(store, restored, exists=exists, dry_run=dry_run)
    try:
        before = _verified(present) if exists else None
        refuse_changed(before, undo)
        lost = lost_with(before, restored)
        number = (
            1 + int(store.link.ask("select coalesce(max(number), 0) from netwerk.kept")[0][0])
            if exists
            else 1
        )
        if not dry_run:
            succeed(restored, before, act.entry("restored"))
            forgetting.again(restored, before)
            forgetting.withdraw_nobody(restored, act)
            restored.record(act, undoes=undo.of.number if undo else None, kept_as=number if exists else None)
            if exists and present is not None:
                _keep(store, present, number)
            _put(store, documents, restored)
        else:
            store.link.ask("rollback")
    except BaseException:
        store.close()
        raise
    return RestoreResult(
        source=source,
        kept_as=number if exists else None,
        before=count_of(before) if before else None,
        after=after,
        lost=lost,
    )


def _source(store: PostgresStore, source: Path | int) -> tuple[Path, bytes]:
    if not isinstance(source, int):
        return source, backups.contents(source)
    found = (
        store.link.ask("select content from netwerk.kept where number = %s", source)
        if making.exists(store)
        else []
    )
    if not found:
        raise GenerationMissing(generation=source)
    return Path(str(source)), bytes(found[0][0])


def _present(
    store: PostgresStore, restored: Transaction, *, exists: bool, dry_run: bool
) -> PostgresDocuments | None:
    """Hold all that there is, after making the tables where there are none."""
    if exists:
        return store.look() if dry_run else store.hold(None)
    if not dry_run:
        making.make(store, restored.store_id)
    return None


def _verified(documents: PostgresDocuments | None) -> View | None:
    try:
        return verified(View(documents)) if documents is not None else None
    except StoreDamaged:
        return None


def _keep(store: PostgresStore, documents: PostgresDocuments, number: int) -> None:
    store.link.ask(
        "insert into netwerk.kept (number, written_at, content) values (%s, clock_timestamp(), %s);"
        "delete from netwerk.kept where number <= %s",
        number,
        whole(documents).to_bytes(),
        number - _KEPT,
    )


def sweep(store: PostgresStore, data: Transaction) -> tuple[Path, ...]:
    """Take what is erased out of what earlier restores replaced, in the transaction that erases it.

    Return those that cannot be read: they may still hold somebody.
    """
    unread = []
    orders: list[forgetting.Task] = [(order, {}) for order in data.orders()]
    for number, content in store.link.ask("select number, content from netwerk.kept"):
        documents = FileDocuments(Path(f"{store.named}#{number}"), bytes(content))
        try:
            forgetting.forget_all(Transaction(documents), data, orders)
        except StoreFault:
            unread.append(documents.path)
        else:
            store.link.ask(
                "update netwerk.kept set content = %s where number = %s", documents.to_bytes(), number
            )
    data.drop(ERASING)
    return tuple(unread)


def _put(store: PostgresStore, documents: FileDocuments, restored: Transaction) -> None:
    token, number = secrets.token_hex(16), restored.change_number
    restored.number(restored.generation + 1)
    with disk.uninterrupted():
        writing.replace(store.link, documents.tables, number, token)
        store.commit(token, None)
    store.change_number = number


def migrate(store: PostgresStore, documents: PostgresDocuments) -> None:
    """Write all documents, of an earlier schema, as they are now; the caller holds everything."""
    view = View(documents)  # which brings them up to date in memory
    found = whole(documents)
    found[META] = {"1": {**view.meta, "schema": schema.version()}}
    with disk.uninterrupted():
        writing.replace(store.link, found, view.last_change(), secrets.token_hex(16))
        store.link.ask("commit")
