"""The documents of the data file: read table by table when they are touched, changed in memory through TinyDB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netwerk_cli.domain.registrations import Tally
from netwerk_cli.store import codec, schema
from netwerk_cli.store.damage import damage
from netwerk_cli.store.documents import Document
from netwerk_cli.store.file.files import translated
from netwerk_cli.store.file.layout import parse
from netwerk_cli.store.file.source import Piece, Source
from netwerk_cli.store.seam import CHANGES, Touched

if TYPE_CHECKING:
    from tinydb import TinyDB

_ESCAPED = b"\\u", b"\\/"
"""How JSON can write a letter that we write as it is."""


class FileDocuments:
    """What the data file held when it was read. `tables` is where it lies."""

    def __init__(self, path: Path, data: Source) -> None:
        """Look at `data`, read from `path`. Raises `StoreDamaged`, `InputOutput`."""
        self.path, self.named = path, str(path)
        self._present: dict[str, dict[int, Document]] = {}
        with translated(path), damage(self.named):
            self.tables = parse(data)

    @cached_property
    def _db(self) -> TinyDB:
        """What changes the tables; who only reads does without."""
        from netwerk_cli.store.file import storage

        return storage.database(self.tables)

    @property
    def dirty(self) -> bool:
        """Whether anything was put or dropped."""
        return self.tables.dirty

    def __contains__(self, table: object) -> bool:
        return table in self.tables

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def slugs(self, kind: str) -> list[str]:
        """Return what follows `kind` in the names of tables that begin so."""
        return [name.removeprefix(kind) for name in self.tables if name.startswith(kind)]

    def present(self, table: str) -> Mapping[int, Document]:
        """Return the documents of a table by number; none where there is no such table."""
        if table not in self._present:
            with translated(self.path):
                found = self.tables.get(table, {})
                self._present[table] = {int(number): document for number, document in found.items()}
        return self._present[table]

    def release(self, table: str) -> None:
        """Forget what was read of a table, where nothing was changed."""
        if not self.dirty:
            self._present.pop(table, None)
            self.tables.release(table)

    def tally(self, table: str) -> Tally | None:
        """Return how many registrations are in each state, where the table was not decoded yet."""
        raw = self._raw(table)
        return None if raw is None else codec.tally(raw)

    def people(self, table: str) -> list[tuple[str, str]] | None:
        """Return names and addresses, where the table was not decoded yet."""
        raw = self._raw(table)
        return None if raw is None else codec.people(raw)

    def lists_with(self, address: str) -> list[str] | None:  # noqa: ARG002 (each list is looked into)
        """Return nothing: a file has no list of addresses."""
        return None

    def text(self, table: str) -> str | None:
        """Return a table as it is written, where it was not decoded yet and no letter is escaped."""
        raw = self._raw(table)
        return None if raw is None or any(one in raw for one in _ESCAPED) else raw.decode("utf-8", "replace")

    def _raw(self, table: str) -> bytes | None:
        with translated(self.path):
            return self.tables.raw(table)

    def migrate(self, found: int) -> None:
        """Bring tables of schema `found` to the present one; that is no reason to write."""
        with translated(self.path):
            schema.migrate(self.tables, found)
            self._present.clear()

    def put(self, table: str, documents: Mapping[int, Document]) -> None:
        """Make these the documents of their numbers."""
        present, kept = self.present(table), self._db.table(table)
        successors = {number: document for number, document in documents.items() if number in present}
        if successors:
            values = iter(successors.values())
            kept.update(lambda document: _become(document, next(values)), doc_ids=list(successors))
        added = {number: d for number, d in documents.items() if number not in successors}
        if added:
            from tinydb.table import Document as Numbered

            kept.insert_multiple(Numbered(d, doc_id=number) for number, d in added.items())
        self._present[table] = {**present, **documents}

    def drop(self, table: str, numbers: Iterable[int] | None = None) -> None:
        """Take documents out, and with the last of them the table; all where no number is given."""
        self._present.pop(table, None)
        if numbers is not None:
            self._db.table(table).remove(doc_ids=list(numbers))
        if numbers is None or not self.present(table):
            self._db.drop_table(table)

    def next_change(self, last: int) -> int:
        """Return the number of this change: who holds the lock makes the next one."""
        return last + 1

    def put_change(self, number: int, document: Document) -> str:
        """Put the record of this change behind the earlier ones, and return in which table."""
        from netwerk_cli.store import changes

        firsts = changes.tables(self.tables)
        if not firsts or changes.is_full(*self._size(f"{CHANGES}{firsts[-1]}")):
            firsts.append(number)
        for gone in changes.outlived(firsts, number):
            self.drop(f"{CHANGES}{gone}")
        table = f"{CHANGES}{firsts[-1]}"
        with damage(self.named, table):
            changes.refuse_uncounted(self.present(table), number - 1)
        self.put(table, {number: document})
        return table

    def _size(self, table: str) -> tuple[int, int]:
        """Return of how many documents a table is, and of how many bytes it was."""
        raw = self._raw(table) or b""
        with damage(self.named, table):
            return len(self.present(table)), len(raw)

    def pieces(self, touched: Touched) -> list[Piece]:
        """Return the whole file as it is to be written, piece by piece: what was not touched is not copied."""
        with translated(self.path), damage(self.named):
            return self.tables.pieces(touched)

    def to_bytes(self) -> bytes:
        """Return the whole file as it is to be written."""
        with translated(self.path), damage(self.named):
            return self.tables.to_bytes()


def _become(present: MutableMapping[str, Any], document: Document) -> None:
    present.clear()
    present.update(document)
