"""What stands between what is kept and where: views and transactions ask for documents, services for a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from netwerk_cli.domain.registrations import Tally
from netwerk_cli.store.documents import Document

if TYPE_CHECKING:
    from netwerk_cli.domain.findings import Finding
    from netwerk_cli.domain.history import Act
    from netwerk_cli.store.keeping import Close, Generation, Open, RestoreResult, Undo
    from netwerk_cli.store.transactions import Transaction
    from netwerk_cli.store.views import View
    from netwerk_cli.store.written import Written

META, EVENT, REGISTRATIONS, GROUP, MEMBERSHIPS = "meta", "event:", "registrations:", "group:", "memberships:"
RETIRED, LOG, CHANGES, ERASED, ERASING, WRITTEN = "retired", "log", "changes:", "erased", "erasing", "written"
"""The names of the tables; behind a colon stands of which event or group it is, or with which change it begins."""
OF_NOBODY = (META, RETIRED, ERASED, ERASING, WRITTEN)
"""Those that are netwerk's own, of which the log is left out: it says who did what."""
Touched = Mapping[str, Mapping[int, Mapping[str, Any] | None]]
"""By table, the numbers of the documents that were changed, and what they were: None for one that was not there."""


class Documents(Protocol):
    """Numbered documents in named tables, as they were at one moment and as they were changed since.

    The tables are those of the [data file](../../../docs/file-format.md), in its order; those of changes are named
    after the first change in them. Whatever is asked may raise `StoreFault` or `InputOutput`.
    """

    @property
    def named(self) -> str:
        """The name by which a person knows the store."""

    @property
    def dirty(self) -> bool:
        """Whether anything was put or dropped."""

    def __contains__(self, table: object) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    def slugs(self, kind: str) -> list[str]:
        """Return what follows `kind` in the names of tables that begin so."""

    def present(self, table: str) -> Mapping[int, Document]:
        """Return the documents of a table by number, not to be changed; none where there is no such table."""

    def release(self, table: str) -> None:
        """Forget what was read of a table, where nothing was changed; it is read again when it is asked for."""

    def tally(self, table: str) -> Tally | None:
        """Return how many registrations are in each state, where that is known without decoding them."""

    def people(self, table: str) -> list[tuple[str, str]] | None:
        """Return names and addresses, where these are known without decoding them."""

    def lists_with(self, address: str) -> list[str] | None:
        """Return whose lists have somebody with an address (`same_address`), where that is known at once."""

    def text(self, table: str) -> str | None:
        """Return a table as it is written, where that is known without decoding it and no letter is escaped."""

    def migrate(self, found: int) -> None:
        """Bring documents of schema `found` to the present one; that is no reason to write."""

    def put(self, table: str, documents: Mapping[int, Document]) -> None:
        """Make these the documents of their numbers."""

    def drop(self, table: str, numbers: Iterable[int] | None = None) -> None:
        """Take documents out, and with the last of them the table; all where no number is given."""

    def next_change(self, last: int) -> int:
        """Return the number of this change; `last` is that of the last one that the documents know of."""

    def put_change(self, number: int, document: Document) -> str:
        """Put the record of this change behind the earlier ones, and return in which table.

        What outlived its use is let go of.
        """


class Store(Protocol):
    """Where documents are kept: read as they are, or changed in one step.

    `change_number` is that of the last change that was written through this object, whatever came after it;
    `changed` is what that change left, or would have left. `unswept` are earlier states that cannot be read, and may
    still hold whom that change erased; `wrote` the results that the caller wrote, which are to be remembered.
    """

    change_number: int | None
    changed: Transaction | None
    unswept: tuple[Path, ...]
    wrote: list[Path]

    @property
    def named(self) -> str:
        """The name by which a person knows it."""

    @property
    def user(self) -> str | None:
        """Who signs what is changed there, where the store knows better than the caller."""

    def read(self) -> View:
        """Return what is kept now. Changes nothing. Raises `StoreFault`, `InputOutput`."""

    def change(
        self, act: Act, about: str | None = None, *, dry_run: bool = False
    ) -> AbstractContextManager[Transaction]:
        """Read, let the caller decide, and write once if anything was kept, signed with `act`.

        `about` is the event or group that the change is about, which no other change is about meanwhile; None
        when it may touch several, or makes or removes one. Nothing else may be kept in it. With `dry_run`
        nothing is touched. An exception from the caller leaves everything as it is.

        Raises:
            StoreBusy: others did not let go of it in time. The rest as for `read`.
        """

    def outbox(self) -> AbstractContextManager[None]:
        """Be the only one who sends mail about what is kept; others can change it meanwhile. Raises `SenderBusy`."""

    def create(self, store_id: str, *, dry_run: bool = False) -> str:
        """Make an empty store and return where it is. Raises `StoreExists`."""

    def guard(self, target: Path, *, config: Path | None = None) -> None:
        """Refuse `target` as the place of a result where something of ours lies. Raises `TargetInUse`."""

    def beside(self, stamp: str) -> Path:
        """Return where a backup lies unless somebody says so, by a name with `stamp` in it."""

    def backup(self, target: Path, *, dry_run: bool = False, close: Close | None = None) -> int:
        """Write what is kept to `target`, a new file of mode 600, as `close` makes it; return of how many bytes.

        Raises:
            FileMissing, TargetExists: the folder is not there, or the file is.
            StoreDamaged: it is not worth a backup. The rest as for `read`.
        """

    def copy(self) -> bytes:
        """Return the bytes of a backup. Raises `StoreDamaged`, and as `read`."""

    def kept(self) -> list[Generation]:
        """Return the earlier states that are kept, newest first."""

    def restore(
        self,
        source: Path | int,
        act: Act,
        *,
        dry_run: bool = False,
        undo: Undo | None = None,
        opened: Open | None = None,
    ) -> RestoreResult:
        """Put a backup, or the earlier state of that number, in the place of what is kept, which is kept as well.

        With `undo` it takes a restore back. `opened` takes a backup out of its encryption.

        Raises:
            ChangedSince: something was changed since that was decided.
            GenerationMissing, FileMissing: there is no such source.
            BadBackup: something in the source is damaged.
            StoreNewer: a later version of netwerk wrote the source, or what it would replace.
        """

    def check(self) -> list[Finding]:
        """Return what is wrong with what is kept and what lies around it. Raises `StoreMissing`."""

    def places(self) -> list[Path]:
        """Return the files and folders in which something of people may lie that this store put there."""

    def note(self, written: Iterable[Written]) -> None:
        """Note what was written elsewhere, which is no change. Raises `StoreFault`, `StoreBusy`, `InputOutput`."""

    def written(self) -> list[Written]:
        """Return what was written elsewhere, the oldest first, with the backups that it finds by itself."""

    def copies(self) -> Iterator[tuple[str, bytes]]:
        """Yield what is kept where there is no file, earlier states included: where, and as a data file."""

    def close(self) -> None:
        """Let go of what was held to answer; it may be asked again."""
