"""Taking out of the earlier states what was erased from the data file, also where a killed writer did not come to it.

The data file comes first: once that is written, the person is gone from it, and what is still to be done stands in it.
So an erasure that is broken off before that was never begun, and after it is finished by the next change.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from netwerk_cli import disk
from netwerk_cli.errors import StoreFault
from netwerk_cli.store.file import files, places
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.transactions import Transaction

if TYPE_CHECKING:
    from netwerk_cli.store.forgetting import Task


def sweep(path: Path, data: Transaction) -> tuple[Path, ...]:
    """Take what the orders of the data file say out of each earlier state of `path`; return those that cannot be read.

    `data` is the data file as it is now; each state learns from it who was erased. The caller holds the lock.
    """
    unread = []
    orders: list[Task] = [(order, {}) for order in data.orders()]
    with files.translated(path):
        disk.sweep(*disk.beside(path))
        for kept in (places.generation_path(path, number) for number in places.numbers(path)):
            disk.sweep(*disk.beside(kept))
            try:
                _sweep(kept, data, orders)
            except StoreFault:
                unread.append(kept)
        if places.generations_folder(path).is_dir():
            disk.flush_folder(places.generations_folder(path))
    return tuple(unread)


def _sweep(kept: Path, data: Transaction, orders: list[Task]) -> None:
    """Write an earlier state without what is to be gone, as old as it was."""
    documents = FileDocuments(kept, files.read(kept))
    from netwerk_cli.store import forgetting  # it loads all rules about seats

    forgetting.forget_all(Transaction(documents), data, orders)
    seen = kept.stat()
    with disk.staged(kept, *documents.pieces({}), like=kept) as new:
        os.utime(new, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        disk.rename(new, kept)
