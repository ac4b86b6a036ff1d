"""The data file: locking, reading, writing in one step, generations; the only place that knows TinyDB."""

from netwerk_cli.store.store import Store
from netwerk_cli.store.transactions import Transaction
from netwerk_cli.store.views import View

__all__ = ["Store", "Transaction", "View"]
