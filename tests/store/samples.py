"""A small store on disk, and what can be seen of it from outside."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.store import FileStore, View
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.layout import Tables
from tests.builders import Desk, act, an_event

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, owners and links as POSIX has them")
NOT_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="no mode keeps root from reading or writing"
)

Held = dict[str, tuple[Event, dict[int, Registration]]]


def a_store(path: Path) -> FileStore:
    """Return a store with one event of two seats, for which three people registered."""
    store = FileStore(path, lock_timeout_s=5)
    store.create("test-store")
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    with store.change(act()) as transaction:
        transaction.add(desk.event)
        transaction.keep(desk.event, desk.list.values())
    return store


def rename(store: FileStore, title: str) -> None:
    """Make one change: another title for the event."""
    desk = Desk()
    with store.change(act()) as transaction:
        desk.event = transaction.event("kickoff")
        desk.amend(title=title)
        transaction.keep(desk.event)


def held(store: FileStore) -> Held:
    """Return everything the store says it holds."""
    view = store.read()
    return {slug: (view.event(slug), view.registrations(slug)) for slug in view.slugs()}


def title(store: FileStore) -> str:
    return store.read().event("kickoff").title


def seen(folder: Path) -> dict[str, Any]:
    """Return what a look around in `folder` shows: names, identities, modes, times and contents."""
    found = {}
    for path in sorted([folder, *folder.rglob("*")]):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path)] = (status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def tables(view: View) -> Tables:
    """Return the tables of the file that a view looks at."""
    assert isinstance(view.documents, FileDocuments)
    return view.documents.tables
