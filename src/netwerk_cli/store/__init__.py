"""What is kept, and where: views and transactions over the documents of a store, and the stores there are."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from netwerk_cli.store.damage import is_address
from netwerk_cli.store.file.store import FileStore
from netwerk_cli.store.seam import Store
from netwerk_cli.store.views import View

__all__ = ["FileStore", "Store", "View", "is_address", "store_at"]


def store_at(
    place: str, *, lock_timeout_s: float = 10.0, clock: Callable[[], datetime] | None = None
) -> Store:
    """Return the store at a place: a file, or a database by its address.

    Who waits for it gives up after so many seconds. `clock` is what a server compares its own with.

    Raises:
        BadStoreAddress, DriverMissing: it is a database, and cannot be one here.
    """
    if is_address(place):
        from netwerk_cli.store.postgres.store import PostgresStore

        return PostgresStore(place, lock_timeout_s=lock_timeout_s, clock=clock)
    return FileStore(Path(place), lock_timeout_s=lock_timeout_s)
