"""The data file: locking, reading, writing in one step, generations; the only place that knows TinyDB."""

from netwerk_cli.store.changes import KEPT as KEPT_CHANGES
from netwerk_cli.store.changes import ChangeRecord, Earlier
from netwerk_cli.store.file.store import Store
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View

__all__ = ["KEPT_CHANGES", "ChangeRecord", "Earlier", "Store", "Transaction", "View"]
