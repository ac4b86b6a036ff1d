"""What is kept, and where: views and transactions over the documents of a store, and the stores there are."""

from pathlib import Path

from netwerk_cli.store.changes import KEPT as KEPT_CHANGES
from netwerk_cli.store.changes import ChangeRecord, Earlier
from netwerk_cli.store.file.store import FileStore
from netwerk_cli.store.seam import Store
from netwerk_cli.store.views import View

__all__ = ["KEPT_CHANGES", "ChangeRecord", "Earlier", "FileStore", "Store", "View", "store_at"]


def store_at(place: Path, *, lock_timeout_s: float = 10.0) -> Store:
    """Return the store of a place; who waits for it gives up after so many seconds."""
    return FileStore(place, lock_timeout_s=lock_timeout_s)
