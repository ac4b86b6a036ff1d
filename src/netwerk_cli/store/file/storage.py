"""The TinyDB storage: hands out undecoded tables, and keeps in memory what TinyDB writes."""

from __future__ import annotations

from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage

from netwerk_cli.store.file.layout import Tables


def database(tables: Tables) -> TinyDB:
    """Return the database whose tables these are."""
    return TinyDB(tables, storage=TablesStorage)


class TablesStorage(Storage):
    """A storage over `Tables`. TinyDB reads and writes as often as it likes; the file is not touched."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables; each is decoded when TinyDB looks into it."""
        return cast("dict[str, dict[str, Any]]", self.tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take what TinyDB changed, which as a rule is the very mapping that `read` handed out."""
        if data is not cast("object", self.tables):
            self.tables.clear()
            self.tables.update(data)
        self.tables.dirty = True
