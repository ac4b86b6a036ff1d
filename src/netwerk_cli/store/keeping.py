"""What can be said of earlier states, backups and restores, wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from netwerk_cli.errors.changes import ChangedSince
from netwerk_cli.records import record
from netwerk_cli.store import checking
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.damage import damaged
from netwerk_cli.store.seam import REGISTRATIONS
from netwerk_cli.store.views import View


@record
class Generation:
    """One earlier state of the data file. `modified_at` is when it was written, in UTC.

    `path` is None for one that is no file.

    `last` is the change that made it and `count` how much it holds; None where that cannot be read.
    """

    number: int
    path: Path | None
    size: int
    modified_at: datetime
    last: ChangeRecord | None = None
    count: Count | None = None


@record
class Count:
    """How much a file holds."""

    events: int
    registrations: int


@record
class RestoreResult:
    """What a restore came to. `before` is None when the replaced file was missing or damaged.

    `kept_as` is the generation that holds what was replaced; None when there was no file. `lost` are the changes that
    the state that was put back knows nothing of.
    """

    source: Path | int
    kept_as: int | None
    before: Count | None
    after: Count
    lost: tuple[ChangeRecord, ...] = ()


Close = Callable[[bytes], bytes]
"""Returns a backup as it is to lie elsewhere: encrypted."""
Open = Callable[[Path, bytes], bytes]
"""Returns what is in a backup, which may be encrypted."""


class Undo(NamedTuple):
    """A restore that is to be taken back, and the last change when that was decided."""

    of: ChangeRecord
    last: int


def verified(view: View) -> View:
    """Return `view` when all of it can be decoded. Raises `StoreDamaged`."""
    for _, problem in checking.faults(view):
        raise damaged(view.named, problem)
    return view


def count_of(view: View) -> Count:
    """Return how much `view` holds."""
    slugs = view.slugs()
    return Count(
        events=len(slugs), registrations=sum(len(view.numbers(REGISTRATIONS + slug)) for slug in slugs)
    )


def refuse_changed(before: View | None, undo: Undo | None) -> None:
    """Raise `ChangedSince` where something was changed since a restore was to be taken back."""
    if undo is not None and before is not None and before.last_change() != undo.last:
        later = f"c{before.last_change()}"
        raise ChangedSince(change=undo.of.code, later=later, last=later)


def lost_with(before: View | None, restored: View) -> tuple[ChangeRecord, ...]:
    """Return the changes of what is replaced that the state that is put back knows nothing of."""
    if before is None or before.store_id != restored.store_id:
        return ()
    return tuple(before.changes(restored.last_change() + 1))
