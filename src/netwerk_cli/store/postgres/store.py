"""A database as a store: read as it is at one moment, or changed in one transaction."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli import disk
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import NetwerkError, TargetInUse
from netwerk_cli.errors.databases import ClockDiffers, ConnectionLost, DatabaseMissing, OutcomeUnknown
from netwerk_cli.errors.stores import SenderBusy
from netwerk_cli.store import schema
from netwerk_cli.store.damage import newer
from netwerk_cli.store.postgres import addresses, tables, writing
from netwerk_cli.store.postgres.documents import PostgresDocuments
from netwerk_cli.store.postgres.link import Link, Rows
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View
from netwerk_cli.store.written import Written, latest
from netwerk_cli.wording import Wording

if TYPE_CHECKING:
    from netwerk_cli.domain.findings import Finding
    from netwerk_cli.store.keeping import Close, Generation, Open, RestoreResult, Undo

_READING = "rollback; begin isolation level repeatable read, read only;"
_CHANGING = "rollback; begin isolation level read committed, read write; set local lock_timeout = %s;"
_ONE = "select 1 from netwerk.owner where slug = %s and kind <> 'retired' for no key update;"
_ALL = "lock table netwerk.owner in exclusive mode;"
_APART_S = 60
"""So many seconds the clocks of this machine and of the server may differ."""
_PAUSE_S = 0.2


class PostgresStore:
    """A database. `clock` says what time it is on this machine; None where that is not to be looked at.

    `change_number` is that of the last change that was written through this object, whatever came after it;
    `changed` is what that change left, or would have left.
    """

    def __init__(
        self, address: str, *, lock_timeout_s: float = 10.0, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Read the address; nobody is called yet. Raises `BadStoreAddress`."""
        self.address = addresses.read(address)
        self.named = self.address.named
        self.lock_timeout_s, self.clock = lock_timeout_s, clock
        self.change_number: int | None = None
        self.changed: Transaction | None = None
        self.unswept: tuple[Path, ...] = ()
        self.wrote: list[Path] = []
        self.link = Link(self.address, lock_timeout_s)

    @property
    def user(self) -> str | None:
        """Who the server knows us as; it is asked where the address does not say. Raises as `read`."""
        return self.address.user or self.link.user

    # ---------------------------------------------------------------- reading
    def read(self) -> View:
        """Return what the database holds now: one moment of it, however long somebody looks."""
        return View(self.look())

    def look(self) -> PostgresDocuments:
        """Return the documents as they are now. Raises as `read`."""
        return self._documents(self.link.begin(_READING + tables.LOOK))

    def _documents(self, look: Rows) -> PostgresDocuments:
        if not any(row[0] == "meta" for row in look):
            raise DatabaseMissing(path=self.named)
        layout = next(int(row[2]) for row in look if row[0] == "meta")
        if layout > tables.LAYOUT:
            raise newer(self.named, layout, tables.LAYOUT)
        return PostgresDocuments(self.named, self.link.ask, look)

    # --------------------------------------------------------------- changing
    @contextlib.contextmanager
    def change(self, act: Act, about: str | None = None, *, dry_run: bool = False) -> Iterator[Transaction]:
        """Hold what the change is about, read, let the caller decide, and write once, signed with `act`.

        Raises:
            StoreBusy: others did not let go of it in time.
            ClockDiffers: this machine's clock is not to be relied on.
            ConnectionLost: the connection broke, and nothing was changed. OutcomeUnknown: nobody can say.
        """
        documents = self.look() if dry_run else self.hold(about)
        documents.held, documents.holds_all, documents.tries = about, about is None, dry_run
        transaction = Transaction(documents)
        try:
            yield transaction
            if documents.dirty and not dry_run:
                if not transaction.recorded:
                    transaction.record(act)
                if transaction.forgets:
                    self._sweep(transaction)
                token = os.urandom(16).hex()  # `secrets` would do that, and loads a lot for it
                with disk.uninterrupted():
                    writing.write(self.link, documents.pending, token)
                    self.commit(token, about)
                self.change_number = transaction.change_number
        except BaseException:
            self.close()
            raise
        if documents.dirty:
            self.changed = transaction
        else:
            self.link.ask("rollback")

    def _sweep(self, transaction: Transaction) -> None:
        from netwerk_cli.store.postgres import keeping

        self.unswept = keeping.sweep(self, transaction)

    def hold(self, about: str | None) -> PostgresDocuments:
        """Hold an event, a group or everything, and return the documents as they are from now on."""
        self.link.done = False
        documents = self._held(about)
        self._compare(documents.server_at)
        if documents.schema < schema.version():
            self._migrate()
            documents = self._held(about)
        return documents

    def _held(self, about: str | None) -> PostgresDocuments:
        wait = f"{max(1, int(self.lock_timeout_s * 1000))}ms"
        if about is None:
            look = self.link.begin(_CHANGING + _ALL + tables.LOOK, wait)
        else:
            statement = _CHANGING + _ONE + tables.LOOK + tables.OWNED
            look = self.link.begin(statement, wait, about, about, about)
        return self._documents(look)

    def _compare(self, server_at: float) -> None:
        """Refuse to decide by a clock that is wrong: what is in time is decided by this machine's, as for a file."""
        if self.clock is None:
            return
        seconds = round(abs(self.clock().timestamp() - server_at))
        if seconds > _APART_S:
            self.link.close()
            raise ClockDiffers(seconds=seconds, path=self.named)

    def _migrate(self) -> None:
        """Write documents of an earlier schema as they are now, in a transaction of its own."""
        from netwerk_cli.store.postgres import keeping

        self.link.ask("rollback")
        documents = self._held(None)
        keeping.migrate(self, documents)

    def commit(self, token: str, about: str | None) -> None:
        """Commit; where the answer does not come, find out by `token` whether it was done.

        Raises:
            ConnectionLost: it was not. OutcomeUnknown: the server does not say in time.
        """
        try:
            self.link.ask("commit")
        except ConnectionLost as err:
            if not self._settled(token, about):
                raise ConnectionLost(path=self.named) from err
        self.link.done = True

    def _settled(self, token: str, about: str | None) -> bool:
        """Whether the change that wrote `token` was made: asked once nobody holds any more what it held."""
        until = time.monotonic() + max(self.lock_timeout_s, 1)
        while True:
            try:
                self._held(about)
                found = self.link.ask("select 1 from netwerk.change where token = %s", token)
                self.link.close()
                return bool(found)
            except NetwerkError as err:
                self.link.close()
                if time.monotonic() >= until:
                    raise OutcomeUnknown(path=self.named) from err
                time.sleep(_PAUSE_S)

    @contextlib.contextmanager
    def outbox(self) -> Iterator[None]:
        """Be the only one who sends mail about what is kept, for as long as a connection of its own stands.

        Raises:
            SenderBusy: somebody else is sending, and was not done in time.
        """
        until, alone = time.monotonic() + self.lock_timeout_s, Link(self.address, self.lock_timeout_s)
        try:
            while not alone.ask("select pg_try_advisory_lock(hashtext('netwerk outbox'))")[0][0]:
                if time.monotonic() >= until:
                    raise SenderBusy(path=self.named, seconds=f"{self.lock_timeout_s:g}")
                time.sleep(_PAUSE_S)
            yield
        finally:
            alone.close()

    # ------------------------------------------------------------ as a whole
    def create(self, store_id: str, *, dry_run: bool = False) -> str:
        """Make the tables, with nothing in them, and return where. Raises `DatabaseExists`, and as `read`."""
        from netwerk_cli.store.postgres import making

        making.create(self, store_id, dry_run=dry_run)
        self.link.close()
        return self.named

    def guard(self, target: Path, *, config: Path | None = None) -> None:
        """Refuse `target` as the place of a result when it is the `config` file. Raises `TargetInUse`."""
        if config is not None and os.path.realpath(target) == os.path.realpath(config):
            raise TargetInUse(path=str(target), what=Wording("the file with your settings"))

    def beside(self, stamp: str) -> Path:
        """Return where a backup lies unless somebody says so: here, called after the database."""
        return Path(f"{self.address.database}-{stamp}.json")

    def backup(self, target: Path, *, dry_run: bool = False, close: Close | None = None) -> int:
        """Write all that is kept to `target`, a new data file of mode 600; return of how many bytes."""
        from netwerk_cli.store.postgres import keeping

        return keeping.backup(self, target, dry_run=dry_run, close=close)

    def copy(self) -> bytes:
        """Return the bytes of a backup."""
        from netwerk_cli.store.postgres import keeping

        return keeping.worthy(self)

    def kept(self) -> list[Generation]:
        """Return what earlier restores replaced, newest first."""
        from netwerk_cli.store.postgres import keeping

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
        """Put a backup, or what an earlier restore replaced, in the place of what is kept."""
        from netwerk_cli.store.postgres import keeping

        return keeping.restore(self, source, act, dry_run=dry_run, undo=undo, opened=opened)

    def check(self) -> list[Finding]:
        """Return what is wrong with the rows, and with the way to them."""
        from netwerk_cli.store.postgres import checking

        return checking.structure(self)

    def places(self) -> list[Path]:
        """Return the files that were put somewhere: none."""
        return []

    def note(self, written: Iterable[Written]) -> None:
        """Note what was written elsewhere, which is no change."""
        from netwerk_cli.store.postgres import noting

        noting.note(self.link, written)

    def written(self) -> list[Written]:
        """Return what was written elsewhere, the oldest first."""
        return latest(self.read().written())

    def copies(self) -> Iterator[tuple[str, bytes]]:
        """Yield what is kept, and what earlier restores replaced: where, and as a data file."""
        from netwerk_cli.store.postgres import keeping

        yield from keeping.copies(self)

    def close(self) -> None:
        """Let go of the connection."""
        self.link.close()
